"""What `extract` and `check` both print for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from extractors.form import Evidence, Form
from ui.tables import clip, wrap
from ui.terminal import clean, columns
from ui.wording import STATES

__all__ = ["place", "remarks", "states"]


def remarks(form: Form) -> Iterator[str]:
    """Hidden text, tracked changes, files not read: first, as readers of the document may not see them."""
    told = [*form.warnings, *(f"{each.message}{_where(each.location)}" for each in form.notices)]
    for each in told:
        yield from wrap(f"注意：{clean(each)}", columns())
    if told:
        yield ""


def _where(location: str) -> str:
    return f"（{location}）" if location else ""


def place(found: Iterable[Evidence], *, quoted: int = 0) -> str:
    """Where the first of `found` stands, with so many columns of its words, and how many more there are."""
    evidence = tuple(found)
    if not evidence:
        return ""
    first = evidence[0]
    page = f"第 {first.page} 页" if first.page is not None else ""
    where = " ".join(filter(None, [page, first.location]))
    words = f"：“{clip(first.quote, quoted)}”" if quoted and first.quote else ""
    more = f"（共 {len(evidence)} 处）" if quoted and len(evidence) > 1 else ""
    return f"{where}{words}{more}"


def states(form: Form) -> str:
    """How many fields are in which state."""
    counted = Counter(answer.state for _, answer in form)
    told = "，".join(f"{label.word} {counted[state]}" for state, label in STATES.items() if counted[state])
    return f"共 {len(form.spec.fields)} 项：{told}。"

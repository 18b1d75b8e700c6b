"""The notice's text as clauses, and the words that its form has printed on it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from notices.clauses import NoticeText, grow
from notices.hebei_2022_719.outline import OUTLINE
from notices.hebei_2022_719.restorations import RESTORATIONS

__all__ = ["notice_text", "printed_lines"]


@cache
def notice_text() -> NoticeText:
    """The tree of clauses; the same object each time."""
    words = Path(__file__).with_name("notice.txt").read_text(encoding="utf-8")
    return grow(words, OUTLINE, restorations=RESTORATIONS)


@cache
def printed_lines() -> tuple[str, ...]:
    """Every line printed on 附件1, hints included, a cell's line each; a line that occurs often stands once.

    Lines whose number was restored come without it as well: in a filing Word may generate the number.
    """
    text = notice_text()
    restored = (each for each in RESTORATIONS if each.kind == "number")
    lost = {each.after: each.before for each in restored}
    lines: dict[str, None] = {}
    for line in (line for clause in text.walk("附件1") for line in clause.lines):
        lines[line] = None
        unnumbered = next(
            (before + line[len(after) :] for after, before in lost.items() if line.startswith(after)), line
        )
        lines[unnumbered] = None
    return tuple(lines)

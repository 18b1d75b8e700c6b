"""The notice as HTML, clause by clause, with the words that are cited marked.

Every word goes through `html.escape`; the notice's own words are all that is ever shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final
from zlib import crc32

from notices.clauses import Clause, NoticeText, UnknownClause
from ui.quoting import around

__all__ = ["in_context", "into_view", "whole"]

_NEAR: Final = 1  # clauses before and after, of the same level
_LONGEST: Final = 160  # characters of a neighbour
# The notice may come to the page after the script does: then it looks again, for two seconds.
_INTO_VIEW: Final = """<script>
(function look(left) {
  const notice = document.querySelector('.notice[data-at="%s"]');
  const spot = notice?.querySelector("mark") ?? notice?.querySelector(".cited");
  if (!spot) { if (left) setTimeout(look, 100, left - 1); return; }
  %s
})(20);
</script>"""
_SCROLL_PAGE: Final = 'spot.scrollIntoView({block: "center"});'
# Only the notice moves: the talk beside it stays where it is.
_SCROLL_BOX: Final = """const box = notice.closest(".st-key-beside");
  const down = spot.getBoundingClientRect().top - box.getBoundingClientRect().top;
  box.scrollTop += down - box.clientHeight / 3;"""


def whole(text: NoticeText, *, cited: str = "", quote: str = "") -> str:
    """All clauses in printed order. A key or words that the notice does not have mark nothing."""
    marked = _marked(text, cited, quote)
    told = (_clause(each, quotes=(quote,) if each.key == marked else None) for each in text.walk())
    return f'<div class="notice" data-at="{_at(cited, quote)}">{"".join(told)}</div>'


def into_view(cited: str, quote: str, *, beside: bool) -> str:
    """What brings the words into view that `whole` marks; another place is another script."""
    return _INTO_VIEW % (_at(cited, quote), _SCROLL_BOX if beside else _SCROLL_PAGE)


def _at(cited: str, quote: str) -> int:
    return crc32(f"{cited} {quote}".encode("utf-8", "replace"))


def in_context(text: NoticeText, cited: str, quotes: Sequence[str]) -> str:
    """A clause under the headings that it stands under, between its neighbours; its words marked."""
    keys = list(dict.fromkeys(filter(None, (_marked(text, cited, quote) for quote in quotes))))
    told = "".join(_placed(text, key, quotes) for key in keys)
    return f'<div class="notice context">{told or escape(cited)}</div>'


def _placed(text: NoticeText, key: str, quotes: Sequence[str]) -> str:
    clause = text.clause(key)
    above = [f"<p class='above'>{escape(each.lines[0])}</p>" for each in _headings(text, key)]
    same = [each for each in text.clauses if each.parent == clause.parent]
    at = same.index(clause)
    before = [_neighbour(each) for each in same[max(at - _NEAR, 0) : at]]
    after = [_neighbour(each) for each in same[at + 1 : at + 1 + _NEAR]]
    return "".join([*above, *before, _clause(clause, quotes=quotes), *after])


def _headings(text: NoticeText, key: str) -> Iterator[Clause]:
    yield from reversed([each for each in text.ancestors(key) if each.lines])


def _neighbour(clause: Clause) -> str:
    words = " ".join(clause.lines)
    cut = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    return f"<p class='near'>{escape(cut)}</p>"


def _marked(text: NoticeText, cited: str, quote: str) -> str:
    """The key of the clause under `cited` that holds the words: one is cited for what its rows say, too."""
    try:
        holding = text.locate(quote, within=cited)
    except UnknownClause:
        return ""
    return holding.key if holding else cited


def _clause(clause: Clause, *, quotes: Sequence[str] | None = None) -> str:
    """A clause that others stand under opens with its heading; its own words follow."""
    heading = clause.lines[0] if clause.children else ""
    words = clause.lines[1:] if heading else clause.lines
    level = min(clause.level + 2, 4)
    head = f"<h{level}>{_with_marks(heading, quotes or ())}</h{level}>" if heading else ""
    body = _with_marks("\n".join(words), quotes or ()).replace("\n", "<br>")
    kind = ' class="cited"' if quotes is not None else ""
    return f"<section{kind}>{head}{f'<p>{body}</p>' if body else ''}</section>"


def _with_marks(words: str, quotes: Sequence[str]) -> str:
    """Escaped, each quote marked where it stands first; of two that overlap, the earlier."""
    told, rest = "", words
    for quote in _in_order(words, quotes):
        split = around(rest, quote)
        if split is not None:
            told += f"{escape(split.before)}<mark>{escape(split.quoted)}</mark>"
            rest = split.after
    return told + escape(rest)


def _in_order(words: str, quotes: Sequence[str]) -> list[str]:
    found = [(len(split.before), quote) for quote in quotes if (split := around(words, quote)) is not None]
    return [quote for _, quote in sorted(found)]

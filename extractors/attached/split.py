"""Which lines of one document are which attachment: by the headings, where something follows them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.attached.headings import Heading, Titles
from extractors.attached.items import Item
from extractors.text import fold, squeeze

__all__ = ["Head", "Stretch", "is_list_of_titles", "split"]

_LEAST = 10  # characters that make a text, where no table and no picture follows a heading
_LEADER = re.compile(
    r"[.…·．]{3,}\s*\d+\s*$|\t\s*\d+\s*$"
)  # before a page's number in a typed table of contents
_TOP_LINES = 6  # of a page, among which the title of a paper stands
_ROOM = (
    60.0  # points between two lines in which a picture may stand: two lines at twice their height are nearer
)
_FOOT, _TOP = (
    620.0,
    160.0,
)  # points: a line that low, and the next that high, follow each other over a page break
_A_LIST = 3  # headings in a row, with nothing between them, that make a list of titles
_REST_OF_LIST = ("其他：", "其他:")  # how the list in the form itself goes on


@dataclass(slots=True, eq=False)
class Head:
    """A heading, at place `at` of the items."""

    at: int
    item: Item
    says: Heading
    listed: bool = False  # one of a list of titles


@dataclass(slots=True, eq=False)
class Stretch:
    """What stands under one heading; `items` are without it. No head: a whole file."""

    number: int
    head: Item | None
    items: Sequence[Item]
    pages: tuple[int, int] | None = None
    titled: bool = False  # its heading says what it is, not its number alone

    @property
    def all_items(self) -> list[Item]:
        return [*([self.head] if self.head is not None else []), *self.items]


def split(items: Sequence[Item], titles: Titles, *, pages: int | None, papers: bool) -> list[Stretch]:
    """The attachments in a document, in its order; a heading with nothing under it is none.

    pages: how many the document has. papers: the title of a paper, such as 营业执照, heads a page too, where
    no heading has a number.
    """
    heads = _heads(items, titles)
    if papers and pages is not None and not any(head.says.numbered and not head.listed for head in heads):
        heads = sorted([*heads, *_paper_heads(items, titles, heads)], key=lambda head: head.at)
    heads = _in_order([head for head in heads if not head.listed], items)
    found: list[Stretch] = []
    for head, following in zip(heads, [*heads[1:], None], strict=False):
        end = following.at if following is not None else len(items)
        body = items[head.at + 1 : end]
        own_page = _page_span(head, following, items, pages)
        if _is_thing(head, body, alone_on_page=_alone(head, following)):
            found.append(Stretch(head.says.number, head.item, body, own_page, head.says.titled))
    return found


def is_list_of_titles(items: Sequence[Item], titles: Titles) -> bool:
    """A document that lists what is attached and has nothing else to show."""
    heads = _heads(items, titles)
    listed = {head.says.number for head in heads if head.listed}
    if len(listed) < _A_LIST:
        return False
    others = [item for item in items if item.grid is not None or item.pictured]
    return not others and sum(len(item.text) for item in items) < 2000


def _heads(items: Sequence[Item], titles: Titles) -> list[Head]:
    heads = []
    for at, item in enumerate(items):
        if item.grid is not None or item.line.toc or not item.written or _LEADER.search(item.text):
            continue
        says = titles.heading(item.text)
        if says is None:
            continue
        if says.alone and (below := _below(items, at)):
            if titles.is_other(below):  # an annex of the notice's own: 附件2, 推荐汇总表
                continue
            named = titles.named(below)
            says = says._replace(titled=named is not None and named[0] == says.number)
        elif not says.numbered and (titles.specs[says.number].other or not (says.exact or item.line.level)):
            continue
        heads.append(Head(at, item, says))
    _mark_lists(heads, items)
    return heads


def _below(items: Sequence[Item], at: int) -> str:
    """The line below, where there is one and no table."""
    below = next((each for each in items[at + 1 : at + 4] if each.written), None)
    return below.text if below is not None else ""


def _mark_lists(heads: list[Head], items: Sequence[Item]) -> None:
    """Headings in a row with nothing between them are a list; so is its last one, if only text follows."""
    runs: list[list[Head]] = []
    for head in heads:
        before = runs[-1][-1] if runs else None
        if (
            before is not None
            and before.says.number < head.says.number
            and not any(each.written for each in items[before.at + 1 : head.at])
            and not _apart(before.item, head.item)
        ):
            runs[-1].append(head)
        else:
            runs.append([head])
    for run in runs:
        if len({head.says.number for head in run}) < _A_LIST:
            continue
        last = run[-1]
        again = any(
            head.says.number == last.says.number and head.at > last.at and head not in run for head in heads
        )
        body = _written_until_head(items, last.at + 1, heads)
        bare = again or not any(each.grid is not None or each.pictured for each in body[:1])
        for head in run if bare else run[:-1]:
            head.listed = True


def _written_until_head(items: Sequence[Item], start: int, heads: Sequence[Head]) -> list[Item]:
    end = next((head.at for head in heads if head.at >= start), len(items))
    return [each for each in items[start:end] if each.written or each.pictured]


def _paper_heads(items: Sequence[Item], titles: Titles, heads: Sequence[Head]) -> list[Head]:
    """The titles of papers at the top of a page each: a scan of everything, bound without separators."""
    taken = {head.at for head in heads}
    found: list[Head] = []
    page, seen = None, 0
    for at, item in enumerate(items):
        if not item.written:
            continue
        page, seen = (page, seen + 1) if item.page == page else (item.page, 1)
        if seen > _TOP_LINES or at in taken or item.grid is not None:
            continue
        paper = titles.paper(item.text)
        if paper is not None:
            found.append(Head(at, item, Heading(paper[0], numbered=False, titled=True)))
    return found


def _in_order(heads: Sequence[Head], items: Sequence[Item]) -> list[Head]:
    """The headings that head an attachment; one inside another is that one's own.

    An audit report has an 附件1 of its own, and its accountants' 营业执照 at its end.
    """
    kept: list[Head] = []
    sure = {head.says.number for head in heads if head.says.numbered and head.says.titled}
    last = 0
    for head in heads:
        says = head.says
        if not (says.numbered and says.titled):
            if says.number < last or says.number in sure or (kept and says.number == last):
                continue
        elif kept and kept[-1].says.number == says.number and not _parted(kept[-1], head, items):
            continue
        kept.append(head)
        last = says.number
    return kept


def _parted(one: Head, other: Head, items: Sequence[Item]) -> bool:
    """Whether anything stands between two headings of one attachment: 附件5-1, then 附件5-2."""
    return any(each.written or each.pictured for each in items[one.at + 1 : other.at])


def _apart(one: Item, other: Item) -> bool:
    """Whether room is left between two lines: for a picture that nothing was read from."""
    if one.page is None or other.page is None:
        return False
    here, there = one.line.bbox, other.line.bbox
    if one.page != other.page:
        if here is None or there is None or other.page != one.page + 1:
            return True
        return here[3] <= _FOOT or there[1] >= _TOP
    return here is not None and there is not None and there[1] - here[3] > _ROOM


def _alone(head: Head, following: Head | None) -> bool:
    """Whether below a heading on a page there is room for a picture; there is, below the last."""
    return head.item.page is not None and (following is None or _apart(head.item, following.item))


def _is_thing(head: Head, body: Sequence[Item], *, alone_on_page: bool) -> bool:
    """Something besides titles: a table, a picture, a text, a page of its own."""
    written = [item for item in body if item.written or item.pictured]
    if head.item.line.cell is not None and head.item.grid is None:
        inside = [item for item in written if item.line.cell is head.item.line.cell]
        if any(item.pictured for item in inside) or any(item.grid is not None for item in written[:3]):
            return True
        return alone_on_page and bool(written)
    if head.item.pictured or any(item.grid is not None or item.pictured for item in written):
        return True
    if not written:
        return alone_on_page
    if written[0].line.level > 0 and len(written) == 1:
        return False
    first = squeeze(written[0].text)
    if first.startswith(_REST_OF_LIST):
        return False
    return alone_on_page or sum(len(fold(item.text)) for item in written) >= _LEAST


def _page_span(
    head: Head, following: Head | None, items: Sequence[Item], pages: int | None
) -> tuple[int, int] | None:
    first = head.item.page
    if first is None:
        return None
    if following is None or following.item.page is None:
        return first, max(first, pages or first)
    page = following.item.page
    at_top = not any(item.written and item.page == page for item in items[head.at : following.at])
    return first, max(first, page - 1 if at_top else page)

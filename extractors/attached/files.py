"""Which attachment a file of its own is: by its heading, its name, its folder's name, its papers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from extractors.attached.headings import Titles
from extractors.attached.items import Item
from extractors.attached.lists import is_list_of
from extractors.attached.split import is_list_of_titles

__all__ = ["number_of_file"]

_FIRST_LINES = 6  # of a file, among which its heading stands
_PAPER_LINES = 40  # among which the title of a paper does: a scan has letters above it
_SENTENCE = re.compile("。|；|[，,].{12,}|[，,].*[，,]")
_LEADING = re.compile(r"\s*0?(\d{1,2})(?!\d)\s*[.、_\-—)）]?\s*(\D.*)")


def number_of_file(name: str, items: Sequence[Item], titles: Titles) -> int | None:
    """The attachment that the file `name` (relative to the submission) is; None where nothing tells.

    A heading with its number and title tells most; then the number in the file's name, then in its folder's;
    then a heading or a name without a number; then what papers or what kind of list the file holds.
    """
    if is_list_of_titles(items, titles) or titles.is_other(PurePosixPath(name).stem):
        return None
    return next((found for found in _told(name, items, titles) if found is not None), None)


def _told(name: str, items: Sequence[Item], titles: Titles) -> Iterator[int | None]:
    headings = [
        says
        for item in _above_prose(items, titles, _FIRST_LINES)
        if (says := titles.heading(item.text)) is not None
    ]
    if not _goes_on(items):  # a title alone is not the thing, unless the file is named as it
        headings = []
    yield next((says.number for says in headings if says.numbered and says.titled), None)
    names = _names(name)
    for each in names:
        numbered = titles.numbered_name(each)
        yield numbered.number if numbered is not None else None
    yield next((says.number for says in headings if says.numbered), None)
    for each in names:
        yield _by_leading_number(each, titles)
    yield next((says.number for says in headings), None)
    for each in names:
        yield titles.in_name(each)
    above = _above_prose(items, titles, _PAPER_LINES)
    papers = [found for item in above if (found := titles.paper(item.text)) is not None]
    told = [item for item in items if item.written and item.grid is None][:_PAPER_LINES]
    papers += [found for item in told if (found := titles.paper(item.text)) is not None and found[1]]
    yield next((number for number, _ in papers), None)
    grids = [item.grid for item in items if item.grid is not None][:3]
    yield next(
        (number for number, spec in titles.specs.items() for grid in grids if is_list_of(grid, spec)), None
    )


def _names(name: str) -> list[str]:
    """The file's own name without its ending, then its folders', the nearest first."""
    path = PurePosixPath(name)
    return [path.stem, *(folder for folder in reversed(path.parts[:-1]))]


def _by_leading_number(name: str, titles: Titles) -> int | None:
    """5.设备清单: the number and the title say the same."""
    found = _LEADING.match(name)
    if found is None or int(found.group(1)) not in titles.specs:
        return None
    number = int(found.group(1))
    named = titles.in_name(found.group(2))
    return number if named == number or (named is not None and titles.specs[number].other) else None


def _above_prose(items: Sequence[Item], titles: Titles, most: int) -> list[Item]:
    """The first lines of a file; what a letter names behind its sentences heads nothing."""
    first = [item for item in items if item.written and item.grid is None][:most]
    prose = (
        at
        for at, item in enumerate(first)
        if _SENTENCE.search(item.text) and titles.heading(item.text) is None
    )
    return first[: next(prose, len(first))]


def _goes_on(items: Sequence[Item]) -> bool:
    """Whether a file has more than one line."""
    return sum(item.written for item in items) > 1 or any(item.grid or item.pictured for item in items)

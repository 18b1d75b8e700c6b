"""Runs into lines, and lines into paragraphs: what wrapped for want of room is put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from extractors.document import Box, Paragraph
from extractors.layout.lettering import blank, em, units
from extractors.page import Run

__all__ = ["Line", "closes", "joined_over_break", "letter_size", "lines_of", "paragraphs"]

_OVERLAP = 0.5  # share of the lower run's height that two runs of one line have in common
_COLUMN_GAP = 3.0  # em: such a gap is a tab
_SLACK = 0.9  # em by which a line may be too short and still be full
_PADDING = 5.5  # points between a cell's side and its words
_OTHER_SIZE = 1.35  # times larger letters are another paragraph's
_OTHER_HEIGHT = 1.2
_LAST_SLACK = 0.2  # the same where the line ends a sentence, and may well end the paragraph
_BREAK_SLACK = 2.2  # em by which the last line of a page may be too short and still be full
_LONG = 0.7  # share of the column's width that such a line has at least
_FULL_WIDTH = "０１２３４５６７８９．，"
_NUMBER = 8.0  # em that what follows a number without a blank may take
_HANGING = "，。、；：！？"  # marks that may hang out over the edge
_INDENT = 1.2  # em further right begins a paragraph
_LOOSE = 2.2  # a step down that much larger than the usual one parts paragraphs
# What no line break may part: a Latin word or a number, marks that may not begin or end a line.
_LATIN_WORD = r"(?:[A-Za-z0-9.,%/+×~@_\-]+|[０-９][０-９．，]*)"
_CLOSING = "，。、；：！？）》〉」』】〕”’％…,.;:!?)%"
_FIRST_WORD = re.compile(
    rf"[（《〈「『【〔“‘(□☐☑☒■√✓✔]*(?:{_LATIN_WORD}(?:[（(].)?[{_CLOSING}]*|.(?:[{_CLOSING}]+(?:{_LATIN_WORD})?)?)",
    re.DOTALL,
)
# Some programs do not part a short Latin word from the Chinese character before it.
_KEPT_TOGETHER = re.compile(r"[\u4e00-\u9fff][A-Za-z][A-Za-z0-9/+_\-]{1,7}(?![A-Za-z0-9])")
_LONG_WORD = re.compile(r"[A-Za-z0-9.@_\-]+")
_LAST_WORD = re.compile(rf"{_LATIN_WORD}$")
# How items of lists begin; a full line before them is not what they go on from.
_ITEM = re.compile(
    r"[(（][0-9一二三四五六七八九十]{1,3}[)）]|[0-9]{1,2}\s?(?:、|[.．](?=20[0-9]{2}|[^0-9]|$))|[一二三四五六七八九十]{1,3}、|[①-⑳]|[●◆➢•·]|第[一二三四五六七八九十]+[章节条]"
)
_NO_START = "，。、；：！？）》」』】〕％,.;:!?)%"
_NO_END = "、，,（("  # what no paragraph ends with
_SLASH = re.compile(r"[0-9０-９]\s?[^\W\d_]{0,3}\s?[/／]\Z")  # between two numbers of a series
_BLANKS = (" ", "\u3000")
_BOXES, _TICKS = "□☐❑❏☑☒■", "√✓✔"
_MARK = re.compile(f"[{_BOXES}{_TICKS}]")
_ENDS = "。！？；;"
_NOTE_MARK = 0.75  # share of its line's height that a footnote's number has at most
_NOTE_NUMBER = re.compile(r"[\[〔(（]?[0-9]{1,3}[\]〕)）]?|[①-⑳*†]")
_BRACKET_END = re.compile(r"[^()（）]{1,6}[)）]")


class Line(NamedTuple):
    """One line of text: its words, its box, and the size of its letters in points."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    page: int
    ocr: float | None = None

    @property
    def box(self) -> Box:
        return self.x0, self.top, self.x1, self.bottom


_top, _left = attrgetter("top"), attrgetter("x0")


def lines_of(runs: Iterable[Run], page: int) -> list[Line]:
    """The lines of one cell or of a page's body, from top to bottom."""
    lines: list[list[Run]] = []
    middle = 0.0
    for run in sorted(runs, key=_middle):
        if lines and run.top < middle < run.bottom and _shares(lines[-1][0], run):
            lines[-1].append(run)
        else:
            lines.append([run])
            middle = (run.top + run.bottom) / 2
    return [_line(each, page) for each in lines]


def _middle(run: Run) -> tuple[float, float]:
    return run.top + run.bottom, run.x0


def _shares(one: Run, other: Run) -> bool:
    common = min(one.bottom, other.bottom) - max(one.top, other.top)
    return common > _OVERLAP * min(one.bottom - one.top, other.bottom - other.top)


def _line(runs: list[Run], page: int) -> Line:
    if len(runs) == 1:
        text, x0, top, x1, bottom, ocr, _ = runs[0]
        return Line(text, x0, top, x1, bottom, em(text, x1 - x0, bottom - top), page, ocr)
    runs.sort(key=_left)
    widest = max(runs, key=lambda run: run.x1 - run.x0)
    tallest = max(runs, key=lambda run: run.bottom - run.top)
    runs = [run for run in runs if run is runs[0] or not _is_note_mark(run, tallest)]
    size = em(widest.text, widest.x1 - widest.x0, widest.bottom - widest.top)
    words = [runs[0].text]
    right = runs[0].x1
    for run in runs[1:]:
        words.append(_between(words[-1], run.text, (run.x0 - right) / size))
        words.append(run.text)
        right = max(right, run.x1)
    sure = [run.ocr for run in runs if run.ocr is not None]
    return Line(
        "".join(words),
        runs[0].x0,
        min(run.top for run in runs),
        right,
        max(run.bottom for run in runs),
        size,
        page,
        min(sure) if sure else None,
    )


def _is_note_mark(run: Run, line: Run) -> bool:
    """A small raised number, as it refers to a footnote."""
    low = line.bottom - 0.15 * (line.bottom - line.top)
    small = run.bottom - run.top < _NOTE_MARK * (line.bottom - line.top)
    return small and run.bottom < low and _NOTE_NUMBER.fullmatch(run.text) is not None


def _between(before: str, after: str, gap: float) -> str:
    """The blank that a gap of so many em stands for."""
    if gap > _COLUMN_GAP:
        return "\t"
    return blank(before[-1], after[0], gap)


def paragraphs(lines: Sequence[Line], *, left: float, right: float, first: int = 1) -> list[Paragraph]:
    """Lines of one column between `left` and `right` (points) as paragraphs, numbered from `first`."""
    made: list[Paragraph] = []
    group: list[Line] = []
    usual = _usual_step(lines)
    edge = _edge(lines, left, right)
    for line in lines:
        if group and not _goes_on(group, line, edge, left, usual):
            made.append(_paragraph(group, first + len(made), edge - left))
            group = []
        group.append(line)
    if group:
        made.append(_paragraph(group, first + len(made), edge - left))
    return made


def _edge(lines: Sequence[Line], left: float, right: float) -> float:
    """How far to the right a line can get: where several end, else the column's end less its padding."""
    ends = [line.x1 - (line.size if line.text[-1] in _HANGING else 0.0) for line in lines]
    furthest = max(ends, default=right)
    near = sum(furthest - end < 1.5 * line.size for end, line in zip(ends, lines, strict=True))
    return (
        furthest if near > 1 and furthest > left + 0.85 * (right - left) else max(furthest, right - _PADDING)
    )


def _usual_step(lines: Sequence[Line]) -> float:
    steps = [after.bottom - before.bottom for before, after in pairwise(lines)]
    return median(steps) if steps else 0.0


def _goes_on(group: list[Line], line: Line, edge: float, left: float, usual: float) -> bool:
    """Whether `line` is there only because its first word found no room on the line before."""
    before = group[-1]
    size = min(before.size, line.size)
    if _are_of_other_size(before, line) or _begins(before.text, line.text):
        return False
    if _is_contents_line(before.text):
        return False
    if line.bottom - before.bottom > _LOOSE * max(usual, size):
        return False
    if line.text[0] in _NO_START or _is_open(before.text, line.text):
        return True
    room = edge - before.x1
    if _middled(before, line):
        room = min(room, edge - left - (before.x1 - before.x0) - _PADDING)
    elif line.x0 - before.x0 > _INDENT * size:
        return False
    if before.text[-1] in _FULL_WIDTH and line.text[0] in _FULL_WIDTH:  # a number may be parted anywhere
        long = before.x1 - before.x0 > _LONG / 2 * (edge - left)
        return long and room < _NUMBER * before.size
    largest = max(before.size, line.size)
    if edge - line.x1 < largest and _LONG_WORD.fullmatch(line.text) and _LONG_WORD.fullmatch(before.text[-1]):
        return True  # a word so long that it fills the line: how long it is, nobody knows
    return _is_full(before.text, line.text, room / largest)


def _is_full(before: str, after: str, room: float) -> bool:
    """Whether the first word of `after` finds no place in that room (em) behind `before`."""
    if before[-1] in "。！？；":
        word, slack = _FIRST_WORD.match(after), _LAST_SLACK
    else:
        word, slack = _KEPT_TOGETHER.match(after) or _FIRST_WORD.match(after), _SLACK
    assert word is not None
    if before[-2:-1] in _BLANKS:  # letters set apart: the last blank was in the way too
        slack += units(before[-2])
    return room < units(word[0]) + slack


def _are_of_other_size(one: Line, other: Line) -> bool:
    """By their width and their height: narrow letters alone would look small, other fonts high."""
    wide = max(one.size, other.size) > _OTHER_SIZE * min(one.size, other.size)
    heights = one.bottom - one.top, other.bottom - other.top
    return wide and max(heights) > _OTHER_HEIGHT * min(heights)


def _begins(before: str, after: str) -> bool:
    """The line is an item of a list, whatever stands before it."""
    if after[0] in _BOXES:
        return before[-1] in _ENDS  # else it may be one of several options
    return _ITEM.match(after) is not None


def _is_open(before: str, after: str) -> bool:
    """The line before cannot be the last of its paragraph."""
    return (
        before[-1] in _NO_END
        or closes(before, after)
        or (after[0].isdigit() and _SLASH.search(before) is not None)
    )


def closes(before: str, after: str) -> bool:
    """A bracket opened on the one line is closed on the next, a few characters on: 投资金额（万 / 元）."""
    opened = max(before.rfind("("), before.rfind("（"))
    closed = _BRACKET_END.match(after)
    return opened >= 0 and closed is not None and not {")", "）"} & set(before[opened:])


def _middled(before: Line, line: Line) -> bool:
    """Both centred on the same spot, and not because both begin and end alike."""
    same = abs((before.x0 + before.x1) - (line.x0 + line.x1)) < 0.5 * before.size
    return same and abs(before.x0 - line.x0) > 0.5 * before.size


def _paragraph(lines: list[Line], ordinal: int, width: float) -> Paragraph:
    text = lines[0].text
    wraps: list[int] = []
    options = any(_MARK.search(line.text, 1) for line in lines)
    for before, line in pairwise(lines):
        joint = _joint(before.text, line.text, width / line.size)
        # Options are parted by blanks, and the one at the line's end is lost: inside a word it does no harm.
        text += joint or (" " if options and before.text[-1].isalnum() and line.text[0].isalnum() else "")
        wraps.append(len(text))
        text += line.text
    sure = [line.ocr for line in lines if line.ocr is not None]
    box = (
        min(line.x0 for line in lines),
        min(line.top for line in lines),
        max(line.x1 for line in lines),
        max(line.bottom for line in lines),
    )
    return Paragraph(
        ordinal,
        text,
        toc=_is_contents_line(text),
        page=lines[0].page,
        bbox=box,
        wraps=tuple(wraps),
        ocr=min(sure) if sure else None,
    )


def _joint(before: str, after: str, width: float) -> str:
    """What a line's end stands for: a blank between Latin words, nothing inside a number or Chinese text.

    A word that is longer than the line (`width` in em) was broken inside.
    """
    one, other = before[-1], after[0]
    if one in _TICKS:  # one that stands alone belongs to what follows
        return "" if before[-2:-1].strip() == "" else " "
    if other in _BOXES or other in _TICKS:
        return " "
    if not (one.isascii() and other.isascii()) or (one.isdigit() and other.isdigit()):
        return ""
    last, first = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    if last is not None and (last[0] == before or "@" in last[0]):
        return ""
    if last is not None and first is not None and units(last[0]) + units(first[0]) > width - _SLACK:
        return ""
    return " " if (one.isalnum() or one in ".,;:)") and (other.isalnum() or other == "(") else ""


_LEADERS = re.compile(r"[.…·\u2026_-]{4,}\s*[0-9IVXivx]{1,4}\s*$")


def _is_contents_line(text: str) -> bool:
    return _LEADERS.search(text) is not None


def letter_size(paragraph: Paragraph) -> float:
    """Points, from the width of the longest line."""
    assert paragraph.bbox is not None
    ends = [0, *paragraph.wraps, len(paragraph.text)]
    longest = max((paragraph.text[start:end] for start, end in pairwise(ends)), key=units)
    return em(longest, paragraph.bbox[2] - paragraph.bbox[0], paragraph.bbox[3] - paragraph.bbox[1])


def joined_over_break(before: Paragraph, after: Paragraph, *, left: float, right: float) -> Paragraph | None:
    """The two as one, where the first fills its last line at a page's end and the second begins no item.

    `left` and `right` bound the column on the first page. The place is the first one's.
    """
    if not before.text or not after.text or before.bbox is None or after.bbox is None:
        return None
    if _begins(before.text, after.text) or before.toc or after.toc:
        return None
    size = letter_size(before)
    room = (right - before.bbox[2]) / size
    long = before.bbox[2] - before.bbox[0] > _LONG * (right - left)
    fills = long and (room < _BREAK_SLACK or _is_full(before.text, after.text, room))
    ends = (
        before.text[-1] in "。！？"
        or (before.text[-1] in "：:" and after.text[0] not in _BOXES)
        or (before.text[-1] in "；;" and room > _BREAK_SLACK / 2)
    )
    if not _is_open(before.text, after.text) and (not fills or ends):
        return None
    sure = [each for each in (before.ocr, after.ocr) if each is not None]
    joint = _joint(before.text, after.text, (right - left) / size)
    text = before.text + joint
    assert after.page is not None
    return before._replace(
        text=text + after.text,
        wraps=(*before.wraps, len(text), *(len(text) + each for each in after.wraps)),
        over=(*before.over, (after.page, after.bbox), *after.over),
        ocr=min(sure) if sure else None,
    )

"""The characters of a page with their boxes, and which of them nobody can see.

PDFium's whole text moves characters from a fallback font to the line's end and drops private-use ones, so
each is asked for on its own; nothing here costs more than two calls a character.
"""

from __future__ import annotations

import ctypes
from struct import Struct
from typing import TYPE_CHECKING, Final, NamedTuple

from extractors.document import TICKED_GLYPH, Box
from extractors.layout.lettering import Char, runs_of
from extractors.page import Run, Sample
from extractors.readers.lost_fonts import with_boxes
from extractors.readers.pdf.calls import Calls, address, calls
from extractors.readers.pdf.drawings import Drawings
from extractors.readers.pdf.faces import faces_of
from extractors.readers.pdf.meanings import ASK, Meanings
from extractors.readers.pdf.opened import Upright
from extractors.readers.struck import parted, through_words

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

__all__ = ["Letters", "letters", "turns_of"]

_TINY: Final = 2.0  # points high and wide: nobody reads that
_STEP: Final = 7  # every so manieth character is asked for its colour; a hidden sentence is longer
_WHITE: Final = 245  # of 255, in all three colours
_SAMPLE: Final = 48  # characters looked at to tell whether a page's text is sound
_QUARTER: Final = 1.5707963  # radians
_TICKS: Final = frozenset("√✓✔✗✘×")
_SQUARES: Final = frozenset("□☐❑❏◻")
_FLOATS: Final = Struct("4f")
_HEADROOM: Final = 1.35  # times its width: a Chinese character's box that is higher has room above it
_ASCENT: Final = 0.88  # em, of a Chinese font


class Letters(NamedTuple):
    """What a page's text layer says."""

    runs: list[Run]
    struck: list[Run]  # words that are struck out
    seen: int  # characters, blanks aside
    broken: float  # share of a sample that is no text: no Unicode known, or nonsense
    faces: tuple[Sample, ...]


def letters(text: PdfTextPage, place: Upright, drawn: Drawings) -> Letters:
    """Read the text page.

    White characters are hidden ones where nothing dark is drawn. A tick in a drawn box goes to the drawings.
    """
    call, handle = calls(), address(text.raw)
    chars, indexes, meanings = _chars(call, handle, text.count_chars(), place)
    chars = _without_headroom(call, handle, chars, indexes, place)
    faces = faces_of(call, handle, chars, indexes)
    hidden = _hidden(call, handle, chars, indexes, place, hide_white=not drawn.dark)
    broken = _broken(call, handle, chars, indexes)
    unseen: list[Char] = []
    if hidden:
        unseen = [char for at, char in enumerate(chars) if at in hidden]
        chars = [char for at, char in enumerate(chars) if at not in hidden]
    chars = _without_ticks_in_boxes(chars, drawn)
    if meanings.lost:
        texts = with_boxes([char[0] for char in chars])
        chars = [(text, *char[1:]) for text, char in zip(texts, chars, strict=True)]
    blanks = [at for at, char in enumerate(chars) if char[0] == " "]
    if over := {at for at in blanks[:-1] if _is_written_over(*chars[at : at + 2])}:
        chars = [char for at, char in enumerate(chars) if at not in over]
    runs = _level(list(runs_of(chars)))
    struck: list[Run] = []
    if lines := through_words(drawn.rules, runs):
        chars, gone = parted(chars, lines)
        drawn.rules = [rule for rule in drawn.rules if rule not in lines]
        runs, struck = _level(list(runs_of(chars))), _hidden_runs(gone)
    return Letters(
        [*runs, *_hidden_runs(unseen)], struck, len(chars) - len(blanks) + len(over), broken, faces
    )


def _is_written_over(blank: Char, char: Char) -> bool:
    """A blank that takes no room: what comes next stands where it does."""
    return char[1] < (blank[1] + blank[3]) / 2 < char[3] and char[2] < blank[4] and blank[2] < char[4]


def _hidden_runs(chars: list[Char]) -> list[Run]:
    return [run._replace(hidden=True) for run in runs_of(chars)]


def _chars(call: Calls, handle: int, count: int, place: Upright) -> tuple[list[Char], list[int], Meanings]:
    """The characters, their indexes in the text page, and who told what they mean."""
    from pypdfium2 import raw

    sides = ctypes.create_string_buffer(_FLOATS.size)
    where = ctypes.addressof(sides)
    code_of, box_of, unpacked = call.unicode_of, call.box_of, _FLOATS.unpack_from
    made_up = call.made_up
    meanings = Meanings(raw, call.unmapped, handle)
    chars: list[Char] = []
    indexes: list[int] = []
    turned = place.turns != 0
    x, y = place.left, place.top
    for index in range(count):
        code = code_of(handle, index)
        if not box_of(handle, index, where):
            continue
        left, top, right, bottom = unpacked(sides)
        if code in ASK or code < 0x20:
            if code < 0x20 and right - left < _TINY:  # a line's end that PDFium made up
                continue
            character = meanings.shown(index, code)
        elif code == 0x20:
            if right - left < 0.5 or made_up(handle, index) == 1:
                continue  # gaps are measured by `runs_of`
            character = " "
        else:
            character = chr(code)
        if turned:
            chars.append((character, *place.box(left, bottom, right, top)))
        else:
            chars.append((character, left - x, y - top, right - x, y - bottom))
        indexes.append(index)
    return chars, indexes, meanings


def _without_headroom(
    call: Calls, handle: int, chars: list[Char], indexes: list[int], place: Upright
) -> list[Char]:
    """Chinese characters as high as they are wide, standing on their line, where their font claims much more
    room: boxes that reach into the lines above and below tell nothing.
    """
    if not any(_has_headroom(char) for char in chars[:: max(len(chars) // _SAMPLE, 1)]):
        return chars
    x, y = ctypes.c_double(), ctypes.c_double()
    where = ctypes.addressof(x), ctypes.addressof(y)
    fonts: dict[int, tuple[float, float]] = {}  # by height: em, and the share of the height above the line
    for char, index in zip(chars, indexes, strict=True):
        height = char[4] - char[2]
        if round(height) not in fonts and _has_headroom(char) and call.origin_of(handle, index, *where):
            line = place.box(x.value, y.value, x.value, y.value)[1]
            fonts[round(height)] = char[3] - char[1], (line - char[2]) / height
    found = []
    for char in chars:
        text, x0, top, x1, bottom = char
        if known := fonts.get(round(bottom - top)):
            em, above = known
            line = top + above * (bottom - top)
            found.append((text, x0, line - _ASCENT * em, x1, line + (1 - _ASCENT) * em))
        else:
            found.append(char)
    return found


def _has_headroom(char: Char) -> bool:
    text, x0, top, x1, bottom = char
    return "\u2e80" < text < "\uff00" and bottom - top > _HEADROOM * (x1 - x0) > 1


def _without_ticks_in_boxes(chars: list[Char], drawn: Drawings) -> list[Char]:
    """A tick typed over a box is the box, ticked: geometry tells, where the order of characters may not."""
    ticks = [at for at, char in enumerate(chars) if char[0] in _TICKS]
    if not ticks:
        return chars
    squares = [at for at, char in enumerate(chars) if char[0] in _SQUARES]
    chars = list(chars)
    gone = set()
    for tick in ticks:
        x, y = (chars[tick][1] + chars[tick][3]) / 2, (chars[tick][2] + chars[tick][4]) / 2
        square = next((at for at in squares if _holds(chars[at][1:], x, y)), None)
        if square is not None:
            chars[square] = (TICKED_GLYPH, *chars[square][1:])
            gone.add(tick)
        elif any(_holds(box, x, y) for box in drawn.boxes):
            drawn.strokes.append(chars[tick][1:])
            gone.add(tick)
    return [char for at, char in enumerate(chars) if at not in gone]


def _holds(box: Box, x: float, y: float) -> bool:
    wide = 0.15 * (box[2] - box[0])
    return box[0] + wide < x < box[2] - wide and box[1] < y < box[3]


def turns_of(text: PdfTextPage, place: Upright) -> int:
    """By how many quarter turns the page must be turned further for most of its text to stand upright."""
    call, handle, count = calls(), address(text.raw), text.count_chars()
    if count < 8:
        return 0
    turns = [0, 0, 0, 0]
    for index in range(0, count, max(count // 12, 1)):
        angle = call.angle_of(handle, index)
        if angle >= 0:
            turns[round(angle / _QUARTER) % 4] += 1
    most = max(range(4), key=lambda each: turns[each])
    clockwise = (4 - most) % 4  # PDFium counts the angle against the clock
    return (clockwise - place.turns) % 4 if turns[most] > 0.7 * sum(turns) else 0


def _level(runs: list[Run]) -> list[Run]:
    """Without watermarks set aslant: each character stands beside and below (or above) the one before."""
    aslant: set[int] = set()
    for index in range(2, len(runs)):
        if len(runs[index].text) == 1 and all(_steps(runs[at - 1], runs[at]) for at in (index - 1, index)):
            aslant.update((index - 2, index - 1, index))
    return [run for index, run in enumerate(runs) if index not in aslant] if aslant else runs


def _steps(one: Run, other: Run) -> bool:
    height = one.bottom - one.top
    right, down = abs(other.x0 - one.x0), abs(other.top - one.top)
    return len(one.text) == 1 and 0.2 * height < right < 2 * height and 0.2 * height < down < 2 * height


def _hidden(
    call: Calls, handle: int, chars: list[Char], indexes: list[int], place: Upright, *, hide_white: bool
) -> set[int]:
    """Places in `chars` of those that are tiny, off the page, or white."""
    width, height = place.width, place.height
    hidden = {
        at
        for at, (_, x0, y0, x1, y1) in enumerate(chars)
        if x1 < 0 or y1 < 0 or x0 > width or y0 > height or (y1 - y0 < _TINY and x1 - x0 < _TINY)
    }
    if hide_white:
        colour = (ctypes.c_uint * 4)()
        places = [ctypes.addressof(colour) + 4 * each for each in range(4)]

        def is_white(index: int) -> bool:
            known = call.colour_of(handle, index, *places)
            return bool(known) and (colour[3] == 0 or min(colour[0], colour[1], colour[2]) >= _WHITE)

        if any(map(is_white, indexes[::_STEP])):
            hidden |= {at for at, index in enumerate(indexes) if is_white(index)}
    return hidden


def _broken(call: Calls, handle: int, chars: list[Char], indexes: list[int]) -> float:
    step = max(len(chars) // _SAMPLE, 1)
    sample = [char[0] for char in chars[::step]]
    if not sample:
        return 0.0
    bad = sum(
        _is_no_text(text) or call.unmapped(handle, index) == 1
        for text, index in zip(sample, indexes[::step], strict=True)
    )
    chinese = [text for text in sample if "\u4e00" <= text <= "\u9fff"]
    rare = sum(not _is_common(text) for text in chinese)
    if len(chinese) >= 16 and rare > 0.5 * len(chinese):  # Chinese by number, not by sense
        bad = max(bad, rare)
    return float(bad / len(sample))


def _is_no_text(text: str) -> bool:
    code = ord(text[0])
    private = 0xE000 <= code < 0xF8FF or code > 0xF0000
    return private or code in (0xFFFD, 0xFFFE, 0xFFFF) or 0x80 <= code < 0xA0 or 0xC0 <= code < 0x250


def _is_common(character: str) -> bool:
    """Among the 3 755 of GB 2312's first level, of which nine in ten characters of any text are."""
    try:
        return 0xB0 <= character.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        return False

"""Characters of a PDF with their places, read by pdfminer: the second opinion on what stands where."""

from __future__ import annotations

import io
import logging
from functools import lru_cache
from typing import Final, NamedTuple

import pdfplumber

__all__ = ["Character", "Spot", "characters", "page_sizes", "replaced_marks", "spots_of"]

# Chromium names a glyph that a radical shares with a character by the radical. Unicode folds those of
# the Kangxi block alone; the others were read off the character maps of Noto CJK SC.
_RADICALS: Final = dict(
    zip(
        "⻅⻆⻉⻋⻑⻒⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻮⻯⻰⺠⺒⺓⺟⻁⼾㬵",
        "见角贝车長镸长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐齿竜龙民巳幺母虎户胶",
        strict=True,
    )
)
_PRIVATE: Final = frozenset(map(chr, range(0xF000, 0xF100)))  # where symbol fonts have their characters
_SYMBOLS: Final = ("Symbol", "Wingdings", "Webdings")
_BUREAU: Final = "推荐单位"
_ASKING: Final = ("盖章", "公章", "签章")


class Character(NamedTuple):
    """One character, boxes in points from the page's top left."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


class Spot(NamedTuple):
    """Where a seal is asked for."""

    x: float
    y: float
    bureau: bool


@lru_cache(maxsize=6)
def _pages(source: bytes) -> tuple[tuple[tuple[Character, ...], float, float], ...]:
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it minds each font without a FontBBox
    with pdfplumber.open(io.BytesIO(source)) as pdf:
        found = []
        for page in pdf.pages:
            chars = tuple(
                Character(
                    str(_RADICALS.get(each["text"], each["text"])),
                    each["x0"],
                    each["top"],
                    each["x1"],
                    each["bottom"],
                )
                for each in page.chars
            )
            found.append((chars, float(page.width), float(page.height)))
            page.close()
        return tuple(found)


def characters(source: bytes, number: int) -> tuple[Character, ...]:
    """Of a page, from 1, as the file orders them."""
    pages = _pages(source)
    return pages[number - 1][0] if 0 < number <= len(pages) else ()


def page_sizes(source: bytes) -> list[tuple[float, float]]:
    return [(width, height) for _, width, height in _pages(source)]


def replaced_marks(source: bytes) -> bool:
    """Whether symbols were printed in a font without them: paper then shows ticked and empty alike."""
    with pdfplumber.open(io.BytesIO(source)) as pdf:
        for page in pdf.pages:
            strange = any(
                each["text"] in _PRIVATE and not any(name in each["fontname"] for name in _SYMBOLS)
                for each in page.chars
            )
            page.close()
            if strange:
                return True
    return False


def spots_of(source: bytes, number: int) -> list[Spot]:
    """Where the page asks for a seal or a signature, from its words alone."""
    found = []
    for line in _lines(characters(source, number)):
        words = "".join(each.text for each in line if each.text.strip())
        kept = [each for each in line if each.text.strip()]
        at = next((words.find(ask) for ask in _ASKING if ask in words), -1)
        short = len(words) < 40
        if at >= 0 and short and "需" not in words and "应" not in words:
            where = kept[min(at + 2, len(kept) - 1)]
            bureau = _BUREAU in words or ("单位公章：" not in words and "推荐" in words)
            found.append(Spot(where.x1, (where.top + where.bottom) / 2, bureau))
    return found


def _lines(chars: tuple[Character, ...]) -> list[list[Character]]:
    lines: list[list[Character]] = []
    for each in sorted(chars, key=lambda one: (round((one.top + one.bottom) / 2 / 6), one.x0)):
        if lines and abs(lines[-1][0].bottom - each.bottom) < 5:
            lines[-1].append(each)
        else:
            lines.append([each])
    return lines

"""How the paragraphs of pages are set: their fonts and sizes by samples, their line distance by measure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from extractors.appearance import Appearance, Paper, Pitch, Setting
from extractors.document import Block, Paragraph, Table
from extractors.page import Page, Sample

__all__ = ["appearance_of"]

_CHINESE = re.compile("[\u4e00-\u9fff]")
_SHORTEST = 4  # characters of a paragraph that is looked at
_LINES = 3  # that a paragraph has at least, for its line distance to be told
_SAME_LINE = 0.5  # of the letters' size: middles that near are on one line
_NEAR = 1.0  # points


def appearance_of(pages: Sequence[Page], blocks: Iterable[Block]) -> Appearance | None:
    """Of pages that say so; None where none does. Pages that were turned are left out."""
    samples = {
        page.number: sorted(page.faces, key=lambda each: each.y)
        for page in pages
        if page.faces and not page.turns
    }
    if not samples:
        return None
    papers = tuple(Paper(page.width, page.height) for page in pages)
    heights = {number: [each.y for each in found] for number, found in samples.items()}
    return Appearance(papers, tuple(_settings(blocks, samples, heights, inside=False)))


def _settings(
    blocks: Iterable[Block],
    samples: Mapping[int, Sequence[Sample]],
    heights: Mapping[int, Sequence[float]],
    *,
    inside: bool,
) -> Iterator[Setting]:
    for block in blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                yield from _settings(cell.blocks, samples, heights, inside=True)
        elif isinstance(block, Paragraph) and block.page in samples and len(block.text) >= _SHORTEST:
            assert block.page is not None
            found = _within(block, samples[block.page], heights[block.page])
            if found:
                yield _setting(block, found, ordinal=0 if inside else block.ordinal)


def _within(block: Paragraph, samples: Sequence[Sample], heights: Sequence[float]) -> list[Sample]:
    assert block.bbox is not None
    x0, top, x1, bottom = block.bbox
    first, last = bisect_left(heights, top - _NEAR), bisect_right(heights, bottom + _NEAR)
    return [each for each in samples[first:last] if x0 - _NEAR <= each.x <= x1 + _NEAR]


def _setting(block: Paragraph, found: Sequence[Sample], *, ordinal: int) -> Setting:
    written = _CHINESE.subn("", block.text)[1]
    counts = Counter(each.face for each in found)
    faces = tuple((face, round(written * count / len(found))) for face, count in counts.items())
    size = counts.most_common(1)[0][0].size
    return Setting(block.text, faces, _pitch(block, found, size), ordinal=ordinal)


def _pitch(block: Paragraph, found: Sequence[Sample], size: float) -> Pitch | None:
    """From the middles of the letters of the first line that has samples to those of the last."""
    lines: list[list[float]] = []
    for each in found:  # by height
        if lines and each.y - lines[-1][0] < _SAME_LINE * size:
            lines[-1].append(each.y)
        else:
            lines.append([each.y])
    if len(block.wraps) + 1 != len(lines) or len(lines) < _LINES:
        return None
    first, last = (sum(line) / len(line) for line in (lines[0], lines[-1]))
    return Pitch("measured", round((last - first) / (len(lines) - 1), 1))

"""Ruled lines on a picture: borders of tables, and the blanks people write on."""

from __future__ import annotations

from typing import Final, NamedTuple

from extractors.readers.picture.pixels import Array

__all__ = ["Stroke", "ruled", "without"]

_SHORTEST: Final = 14.0  # points: a piece of line; strokes of body text are shorter
_THICKEST: Final = 3.2  # points
_LEAN: Final = 0.03  # how much a line may lean or bend, of its length
_BRIDGE: Final = 9.0  # points: a gap of a broken line
_LEVEL: Final = 1.3  # points: pieces that close to one level are one line
_ALONE: Final = 60.0  # points: a line that touches no other is looked at twice if it is shorter
_BLANK: Final = 30.0  # points: the shortest line on which something is to be written
_WHOLE: Final = 0.95  # share of it that is drawn: feet of letters have gaps between them
_GROWN: Final = 0.02  # how much of a line to write on may have strokes of letters on it
_SURELY: Final = 150.0  # points: a line that is one whatever it touches
_TOUCH: Final = 3.0  # points by which crossing lines may miss each other


class Stroke(NamedTuple):
    """A line, level or upright, in pixels: its ends and its thickness."""

    level: bool
    at: float  # y of a level one, x of an upright one
    start: float
    end: float
    thick: float


def ruled(ink: Array, *, scale: float) -> list[Stroke]:
    """The ruled lines of an upright page (1 is ink), `scale` pixels a point."""
    level = _joined(_pieces(ink, scale=scale, level=True), scale=scale)
    upright = _joined(_pieces(ink.T, scale=scale, level=False), scale=scale)
    everything = [*level, *upright]
    long = [each for each in everything if each.end - each.start >= _ALONE * scale]
    kept = [
        each
        for each in long
        if each.end - each.start >= _SURELY * scale
        or any(_crosses(each, other, scale=scale) for other in long)
    ]
    short = [each for each in everything if each not in kept]
    while joining := [each for each in short if _joins(each, kept, scale=scale)]:
        kept += joining
        short = [each for each in short if each not in joining]
    return kept + [each for each in short if _is_blank(each, ink, scale=scale)]


def without(grey: Array, strokes: list[Stroke]) -> Array:
    """The picture with its ruled lines painted over."""
    clean = grey.copy()
    for each in strokes:
        half = each.thick / 2 + 1.5
        low, high = max(0, round(each.at - half)), round(each.at + half) + 1
        start, end = max(0, round(each.start) - 2), round(each.end) + 3
        if each.level:
            clean[low:high, start:end] = 255
        else:
            clean[start:end, low:high] = 255
    return clean


def _pieces(ink: Array, *, scale: float, level: bool) -> list[Stroke]:
    import cv2
    import numpy as np

    length = max(9, round(_SHORTEST * scale))
    thick = cv2.dilate(np.ascontiguousarray(ink), np.ones((3, 1), np.uint8))
    thick = cv2.morphologyEx(thick, cv2.MORPH_CLOSE, np.ones((1, 3), np.uint8))
    runs = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    count, _, stats, centres = cv2.connectedComponentsWithStats(runs)
    found = []
    for (x, _, width, height, area), (_, y) in zip(stats[1:count], centres[1:count], strict=True):
        mean = area / width - 2
        if mean <= _THICKEST * scale and height - 2 <= _THICKEST * scale + _LEAN * width:
            found.append(Stroke(level, float(y), float(x), float(x + width), max(1.0, float(mean))))
    return found


def _joined(pieces: list[Stroke], *, scale: float) -> list[Stroke]:
    """Pieces of one line made one."""
    lines: list[Stroke] = []
    for piece in sorted(pieces, key=lambda each: each.start):
        for index, line in enumerate(lines):
            gap = piece.start - line.end
            if gap <= _BRIDGE * scale and abs(piece.at - line.at) <= _LEVEL * scale:
                long, more = line.end - line.start, piece.end - piece.start
                at = (line.at * long + piece.at * more) / (long + more)
                lines[index] = Stroke(
                    line.level, at, line.start, max(line.end, piece.end), max(line.thick, piece.thick)
                )
                break
        else:
            lines.append(piece)
    return lines


def _crosses(line: Stroke, other: Stroke, *, scale: float) -> bool:
    slack = _TOUCH * scale
    return (
        line.level != other.level
        and other.start - slack <= line.at <= other.end + slack
        and line.start - slack <= other.at <= line.end + slack
    )


def _joins(line: Stroke, kept: list[Stroke], *, scale: float) -> bool:
    """It reaches from one ruled line to another."""
    slack = _TOUCH * scale
    crossing = [
        other.at
        for other in kept
        if other.level != line.level and other.start - slack <= line.at <= other.end + slack
    ]
    return all(any(abs(end - at) <= slack for at in crossing) for end in (line.start, line.end))


def _is_blank(line: Stroke, ink: Array, *, scale: float) -> bool:
    """A line to write on, for itself: no dash, no stroke of a big letter."""
    if not line.level or line.end - line.start < _BLANK * scale:
        return False
    y, half = round(line.at), round(line.thick / 2) + 1
    drawn = ink[max(0, y - half) : y + half + 1, round(line.start) : round(line.end)].any(axis=0).mean()
    return bool(drawn > _WHOLE and not _is_dash(line, ink, scale=scale) and not _bears_strokes(line, ink))


def _bears_strokes(line: Stroke, ink: Array) -> bool:
    """The foot of letters (正, 业 side by side): what stands above grows out of it."""
    y, half = round(line.at), round(line.thick / 2) + 2
    above = ink[max(0, y - half - 2) : max(0, y - half) + 1, round(line.start) : round(line.end)]
    return bool(above.all(axis=0).mean() > _GROWN)


def _is_dash(line: Stroke, ink: Array, *, scale: float) -> bool:
    """Text beside the line stands above and below it: a dash; above it only: a blank to write on."""
    length = line.end - line.start
    reach, half = round(10 * scale), round(min(max(0.22 * length, 4.5 * scale), 7 * scale))
    y = round(line.at)
    skip = round(line.thick / 2 + scale)
    for left, right in (
        (round(line.start) - reach, round(line.start) - 2),
        (round(line.end) + 2, round(line.end) + reach),
    ):
        beside = ink[:, max(0, left) : max(0, right)]
        above = beside[max(0, y - half) : max(0, y - skip)].sum()
        below = beside[y + skip : y + half].sum()
        if below > 0.25 * above and below > 4:
            return True
    return False

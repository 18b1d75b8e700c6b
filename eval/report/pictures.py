"""Two pictures as SVG, drawn by hand: rates with their intervals, and confidence against what was right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final
from xml.sax.saxutils import escape

from eval.scores.calibration import Bin
from eval.scores.figures import Rate

__all__ = ["calibration", "rates"]

_LEFT, _WIDTH, _ROW, _TOP = 190, 460, 18, 44
_INK, _FAINT, _MARK = "#333", "#ccc", "#1f6feb"
_FONT: Final = 'font-family="sans-serif" font-size="12"'


def rates(title: str, found: Mapping[str, Rate]) -> str:
    """One line a name: the rate as a dot, its interval as a bar; the axis begins under the lowest one."""
    counted = {name: each for name, each in found.items() if each.total}
    least = min((each.sure.low for each in counted.values()), default=0.0)
    floor = max(0.0, int(least * 20) / 20)

    def x(value: float) -> float:
        return _LEFT + (value - floor) / (1 - floor) * _WIDTH

    bottom = _TOP + _ROW * len(counted)
    lines = [_text(10, 20, title, weight="bold")]
    for step in range(6):
        value = floor + (1 - floor) * step / 5
        lines.append(_line(x(value), _TOP - 8, x(value), bottom, _FAINT))
        lines.append(
            _text(x(value), _TOP - 12, f"{value:.0%}" if floor < 0.9 else f"{value:.1%}", anchor="middle")
        )
    for at, (name, each) in enumerate(counted.items()):
        y = _TOP + _ROW * at + 8
        lines.append(_text(_LEFT - 10, y + 4, name, anchor="end"))
        lines.append(_line(x(each.sure.low), y, x(each.sure.high), y, _MARK, width=2))
        lines.append(f'<circle cx="{x(each.good / each.total):.1f}" cy="{y}" r="4" fill="{_MARK}"/>')
    return _svg(lines, width=_LEFT + _WIDTH + 30, height=bottom + 14)


def calibration(title: str, found: Sequence[Bin]) -> str:
    """Confidence to the right, share that was right upwards; on the line they agree."""
    size, edge = 300, 60

    def at(said: float, right: float) -> tuple[float, float]:
        return edge + said * size, 40 + (1 - right) * size

    lines = [_text(10, 20, title, weight="bold"), _line(*at(0, 0), *at(1, 1), _FAINT)]
    for step in (0.0, 0.25, 0.5, 0.75, 1.0):
        lines.append(_text(edge - 8, at(0, step)[1] + 4, f"{step:.0%}", anchor="end"))
        lines.append(_text(at(step, 0)[0], 40 + size + 18, f"{step:.0%}", anchor="middle"))
    lines += [_line(*at(0, 0), *at(1, 0), _INK), _line(*at(0, 0), *at(0, 1), _INK)]
    for each in found:
        x, y = at(each.said, each.right.good / each.right.total)
        low, high = each.right.sure
        lines.append(_line(x, at(0, low)[1], x, at(0, high)[1], _MARK, width=2))
        lines.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{_MARK}"/>')
    lines.append(_text(edge + size / 2, 40 + size + 36, "confidence said", anchor="middle"))
    return _svg(lines, width=edge + size + 40, height=40 + size + 46)


def _text(x: float, y: float, words: str, *, anchor: str = "start", weight: str = "normal") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" {_FONT} font-weight="{weight}" text-anchor="{anchor}" fill="{_INK}">'
        f"{escape(words)}</text>"
    )


def _line(x0: float, y0: float, x1: float, y1: float, colour: str, *, width: int = 1) -> str:
    ends = f'x1="{x0:.1f}" y1="{y0:.1f}" x2="{x1:.1f}" y2="{y1:.1f}"'
    return f'<line {ends} stroke="{colour}" stroke-width="{width}"/>'


def _svg(lines: Sequence[str], *, width: float, height: float) -> str:
    body = "\n".join(lines)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}">'
    return f'{head}\n<rect width="100%" height="100%" fill="white"/>\n{body}\n</svg>\n'

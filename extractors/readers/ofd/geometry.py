"""Numbers, boxes and matrices as OFD writes them (GB/T 33190-2016, 6 and 8.4): millimetres, y downwards."""

from __future__ import annotations

import math
from typing import NamedTuple

__all__ = ["IDENTITY", "POINTS", "Area", "Matrix", "area", "deltas", "matrix", "number", "numbers"]

POINTS = 72 / 25.4  # points in a millimetre
_LARGEST = 1e6  # millimetres; anything beyond is no place on a page


class Area(NamedTuple):
    """A box: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float


class Matrix(NamedTuple):
    """x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def at(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def before(self, outer: Matrix) -> Matrix:
        """The two as one: this one first, then `outer`."""
        e, f = outer.at(self.e, self.f)
        return Matrix(
            outer.a * self.a + outer.c * self.b,
            outer.b * self.a + outer.d * self.b,
            outer.a * self.c + outer.c * self.d,
            outer.b * self.c + outer.d * self.d,
            e,
            f,
        )

    def moved(self, x: float, y: float) -> Matrix:
        """The same, then moved by (x, y)."""
        return self._replace(e=self.e + x, f=self.f + y)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """The upright box around the four corners: left, top, right, bottom."""
        if not self.b and not self.c and self.a > 0 and self.d > 0:
            return self.a * x0 + self.e, self.d * y0 + self.f, self.a * x1 + self.e, self.d * y1 + self.f
        corners = (self.at(x0, y0), self.at(x1, y0), self.at(x0, y1), self.at(x1, y1))
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def scale(self) -> float:
        """By how much lengths grow, on average."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))


IDENTITY = Matrix()


def number(written: str | None, default: float = 0.0) -> float:
    """A number; `default` for none, for no number and for one that no page has."""
    if written is None:
        return default
    try:
        value = float(written)
    except ValueError:
        return default
    return value if abs(value) <= _LARGEST else default  # NaN compares false


def numbers(written: str | None) -> list[float]:
    """The numbers of an array; what is none counts as 0."""
    return [number(each) for each in (written or "").replace(",", " ").split()]


def area(written: str | None) -> Area | None:
    """A box, or None where there are no four numbers."""
    found = numbers(written)
    return Area(*found[:4]) if len(found) >= 4 else None


def matrix(written: str | None) -> Matrix:
    found = numbers(written)
    return Matrix(*found[:6]) if len(found) >= 6 else IDENTITY


def deltas(written: str | None, count: int) -> list[float]:
    """Steps between glyphs, at most `count`: "g 3 2.5 4" is 2.5 three times, then 4 (8.3.1, 11.3)."""
    steps: list[float] = []
    words = iter((written or "").replace(",", " ").split())
    for word in words:
        if len(steps) >= count:
            break
        if word == "g":
            times, step = next(words, ""), number(next(words, None))
            wanted = int(times[:9]) if times.isdecimal() else int(number(times))
            steps += [step] * max(0, min(wanted, count - len(steps)))
        else:
            steps.append(number(word))
    return steps[:count]

"""How far a long run is: a bar on a terminal's last line, elsewhere a plain line now and then."""

from __future__ import annotations

import sys
import time
from typing import Final, TextIO

from ui.tables import clip, width
from ui.terminal import clean, columns

__all__ = ["Rate"]

_EVERY_LINE: Final = 15.0  # seconds between two plain lines
_EVERY_DRAWING: Final = 0.2
_BAR: Final = 24  # columns
_EARLY: Final = 5.0  # seconds before the time left is told: nothing is known yet
_MANY: Final = 200  # submissions from which on writing the files takes a while
_MINUTE, _HOUR = 60, 3600


class Rate:
    """A listener of a batch that tells people, on standard error."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream if stream is not None else sys.stderr
        self._drawn = self._stream is not None and self._stream.isatty()
        self._wide = 0
        self._total = self._todo = self._done = self._failed = 0
        self._cost = self._paid = 0
        self._began = self._next = time.monotonic()

    def begins(self, total: int, todo: int, cost: int) -> None:
        self._total, self._todo, self._cost = total, todo, max(1, cost)
        self._done = self._paid = 0
        self._began = time.monotonic()
        self._next = self._began + (0 if self._drawn else _EVERY_LINE)
        known = f"，其余 {total - todo} 份没有变化" if todo < total else ""
        self._line(f"共 {total} 份申报材料，要处理 {todo} 份{known}。")

    def goes_on(self) -> None:
        """Nothing has ended meanwhile: the clock goes on."""
        self._tell()

    def ended(self, name: str, cost: int, fault: str) -> None:
        self._done += 1
        self._paid += cost
        if fault:
            self._failed += 1
            self._line(f"未读取“{clean(name)}”：{fault}")
        self._tell()

    def writes(self, name: str) -> None:
        if self._drawn:
            self._draw(f"正在写出 {name}……")
        elif self._total >= _MANY:
            self._line(f"正在写出 {name}。")

    def clear(self) -> None:
        """Leave the last line empty."""
        if self._wide:
            self._write(f"\r{' ' * self._wide}\r")
            self._wide = 0

    def _tell(self) -> None:
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + (_EVERY_DRAWING if self._drawn else _EVERY_LINE)
        told = self._told(now - self._began)
        if self._drawn:
            full = round(_BAR * self._done / max(1, self._todo))
            self._draw(f"[{'#' * full}{'-' * (_BAR - full)}] {told}")
        else:
            self._line(f"已处理 {told}。")

    def _told(self, seconds: float) -> str:
        parts = [f"{self._done}/{self._todo} 份"]
        if self._failed:
            parts.append(f"未读取 {self._failed} 份")
        if self._done and seconds > 0:
            parts.append(f"每分钟 {self._done / seconds * _MINUTE:.0f} 份")
        if self._done < self._todo and self._paid and seconds >= _EARLY:
            parts.append(f"约剩 {_duration(seconds * (self._cost - self._paid) / self._paid)}")
        return "，".join(parts)

    def _line(self, text: str) -> None:
        self.clear()
        self._write(f"{clean(text)}\n")

    def _draw(self, text: str) -> None:
        shown = clip(text, columns() - 1)
        self._write(f"\r{shown}{' ' * (self._wide - width(shown))}")
        self._wide = width(shown)

    def _write(self, text: str) -> None:
        if self._stream is None:
            return
        try:
            self._stream.write(text)
            self._stream.flush()
        except OSError:  # who read it has gone: the run goes on
            self._stream = None


def _duration(seconds: float) -> str:
    if seconds < _MINUTE:
        return f"{max(1, round(seconds))} 秒"
    if seconds < _HOUR:
        return f"{round(seconds / _MINUTE)} 分钟"
    return f"{seconds / _HOUR:.1f} 小时"

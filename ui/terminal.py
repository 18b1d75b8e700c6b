"""The two streams that the command line writes to: encoding, colour, width, and a reader that has gone."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import shutil
import sys
from collections.abc import Mapping
from typing import Any, Final, TextIO

__all__ = ["OutputLost", "clean", "columns", "complain", "painted", "prepare", "say", "say_json"]

_NARROWEST, _WIDEST = 40, 120  # columns; longer lines are hard to read
# Controls but the line break, marks that turn the direction of writing, invisible ones, halves of characters.
_UNFIT = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
_UNFIT_IN_JSON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_COLOURS: Final[Mapping[str, str]] = {
    "red": "31",
    "orange": "33",
    "green": "32",
    "blue": "34",
    "violet": "35",
    "gray": "90",
}


class OutputLost(Exception):
    """The result could not be written; `str()` of it is the sentence for the user."""


def prepare(*, as_json: bool) -> None:
    """Have both streams take every character: JSON as UTF-8, people's text as their system has it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            utf8 = (as_json and stream is sys.stdout) or not _writes_chinese(stream.encoding)
            stream.reconfigure(encoding="utf-8" if utf8 else stream.encoding, errors="replace")


def _writes_chinese(encoding: str) -> bool:
    try:
        "申报".encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def say(text: str) -> None:
    """Write lines to standard output. That nobody reads on (`| head`) is no failure. Raises OutputLost."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()
    except OSError as error:
        _silence(sys.stdout)
        # Windows tells of a closed pipe by EINVAL.
        if not isinstance(error, BrokenPipeError) and (sys.platform, error.errno) != ("win32", errno.EINVAL):
            raise OutputLost("结果没有写出来，请检查磁盘是否已满、输出的位置是否可写。") from error


def say_json(value: Mapping[str, Any]) -> None:
    """Write one JSON object on one line; what could steer a terminal stands in it escaped."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    say(_UNFIT_IN_JSON.sub(lambda found: f"\\u{ord(found.group()):04x}", text))


def complain(sentence: str) -> None:
    """Write one line to standard error."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{clean(sentence.replace(chr(10), ' '))}\n")
        sys.stderr.flush()
    except OSError:
        _silence(sys.stderr)


def _silence(stream: TextIO) -> None:
    """Let what is still in the stream's buffer go nowhere, so that the end of the process is quiet."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def clean(text: str) -> str:
    """The text with tabs as blanks; what could steer a terminal or hide in it is written as its code."""
    return _UNFIT.sub(_escaped, text.expandtabs(2))


def _escaped(found: re.Match[str]) -> str:
    code = ord(found.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def columns() -> int:
    """The width to write for: the terminal's, or 80 where there is none."""
    return min(max(shutil.get_terminal_size((80, 24)).columns, _NARROWEST), _WIDEST)


def painted(text: str, colour: str) -> str:
    """The text in a colour where standard output shows one."""
    return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m" if text and colour and _shows_colour() else text


def _shows_colour() -> bool:
    # Of the consoles of Windows only the newer ones, which set WT_SESSION, take escapes unasked.
    able = "WT_SESSION" in os.environ if sys.platform == "win32" else os.environ.get("TERM") != "dumb"
    return able and not os.environ.get("NO_COLOR") and sys.stdout is not None and sys.stdout.isatty()

"""In a worker: the lines that stand around a place of a document without pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final, TypeAlias

from extractors.errors import Unsupported
from extractors.guard import kind_of, read_bytes, refusal
from extractors.readers import LEGACY, PAGED, READERS
from extractors.text import squeeze

__all__ = ["Lines", "around"]

_NEAR: Final = 2  # lines on either side
_LONGEST: Final = 80  # characters of each line
_LAST: Final = re.compile(r"(?P<head>.*?\D)(?P<first>\d+)(?:-(?P<last>\d+))?$")


# What crosses to another process is plain: the lines before and after, the nearest ones only.
Lines: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]


def around(path: Path, spots: Sequence[tuple[str, str]]) -> list[Lines | None]:
    """What stands around each spot: a location (`段落 40-44`, `表 3 行 12`) and the words quoted there.

    None where there is no such location.

    Raises a ReadError: Unsupported for kinds that have pages, or are read through LibreOffice.
    """
    from extractors.fill.flow import flow

    kind = kind_of(read_bytes(path))
    if kind in PAGED or kind in LEGACY:
        raise Unsupported("这种文件不按段落定位。")
    if kind not in READERS:
        raise refusal(kind, name=path.name)
    lines = [
        (line.location, " ".join(line.text.split()))
        for line in flow(READERS[kind](read_bytes(path), name=path.name)).lines
        if line.text.strip()
    ]
    return [_around(lines, *each) for each in spots]


def _around(lines: Sequence[tuple[str, str]], location: str, quote: str) -> Lines | None:
    found = _LAST.fullmatch(location)
    if found is None:
        return None
    head, first = found["head"], int(found["first"])
    last = int(found["last"] or first)
    wanted = {f"{head}{number}" for number in range(first, min(last, first + 10_000) + 1)}
    inside = [at for at, (where, _) in enumerate(lines) if where in wanted]
    if not inside:
        return None
    pieces = [squeeze(piece) for line in quote.split("\n") for piece in line.split("\t") if piece.strip()]
    quoted = [at for at in inside if any(_same(squeeze(lines[at][1]), piece) for piece in pieces)]
    start, end = (quoted or inside)[0], (quoted or inside)[-1] + 1
    return (_told(lines[max(start - _NEAR, 0) : start]), _told(lines[end : end + _NEAR]))


def _same(line: str, piece: str) -> bool:
    return line in piece or piece in line


def _told(lines: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…" for _, text in lines)

"""How much of everything a filing may have.

Each bound whose name is in `SETTINGS` can be set by an environment variable:

SHENBAO_SECONDS         seconds for one file, until its end or the first page of it
SHENBAO_PAGE_SECONDS    seconds for each page after that
SHENBAO_WHOLE_SECONDS   seconds for one file, however many its pages
SHENBAO_PAGES           pages of one file
SHENBAO_PIXELS          millions of pixels of one picture
SHENBAO_FILE_MB         size of one file
SHENBAO_ARCHIVE_MB      size of a .zip that holds a submission
SHENBAO_UNPACKED_MB     size of all that an archive unpacks to
SHENBAO_MEMORY_MB       memory of one worker process
SHENBAO_FILES           files of one submission
SHENBAO_NESTING         archives in one another: 2 is one .zip inside a .zip
SHENBAO_WORKERS         worker processes
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace

from extractors.errors import Unsupported

__all__ = ["LIMITS", "SETTINGS", "Limits", "limits_of", "mebibytes"]

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds, all inclusive; sizes in bytes.

    The defaults let pass a filing of 60 pages with 200 MiB of photographs (its XML has some 5 MiB and
    200 000 nodes), and keep the reading of any file under 1.5 GiB: a tree takes up to 250 bytes a node.
    """

    file: int = 256 * MIB  # the file itself
    members: int = 10_000  # of an archive
    name: int = 1024  # of a member's name
    unpacked: int = 2048 * MIB  # all members together, as announced; pictures stay packed
    read: int = 128 * MIB  # what is unpacked of one archive, part by part
    ratio: int = 200  # unpacked to packed, of a part over `ratio_from`
    ratio_from: int = 32 * MIB
    markup: int = 64 * MIB  # one XML part
    nodes: int = 2_000_000  # tags and attributes of one XML part: 6 s of reading and 400 MiB at worst
    # A submission and its files
    archive: int = 1024 * MIB  # a .zip that holds a submission
    files: int = 1_000  # of a submission
    nesting: int = 2  # archives in one another
    pages: int = 2_000  # of a file
    pixels: int = 100_000_000  # of a picture; an A3 page at 400 dpi has 31 million
    # A worker
    seconds: float = 18.0  # a file, until its end or the first sign of progress
    page_seconds: float = 30.0  # each page: recognised in 2 s on a desktop of today
    whole_seconds: float = 1_800.0  # a file in all, however steady its progress
    memory: int = 1_400 * MIB  # private memory of one process
    written: int = 1024 * MIB  # a file that it writes
    workers: int = max(1, min(4, os.cpu_count() or 1))


SETTINGS: Mapping[str, tuple[str, int]] = {  # variable -> the bound, and how much of it is one
    "SHENBAO_SECONDS": ("seconds", 1),
    "SHENBAO_PAGE_SECONDS": ("page_seconds", 1),
    "SHENBAO_WHOLE_SECONDS": ("whole_seconds", 1),
    "SHENBAO_PAGES": ("pages", 1),
    "SHENBAO_PIXELS": ("pixels", 1_000_000),
    "SHENBAO_FILE_MB": ("file", MIB),
    "SHENBAO_ARCHIVE_MB": ("archive", MIB),
    "SHENBAO_UNPACKED_MB": ("unpacked", MIB),
    "SHENBAO_MEMORY_MB": ("memory", MIB),
    "SHENBAO_FILES": ("files", 1),
    "SHENBAO_NESTING": ("nesting", 1),
    "SHENBAO_WORKERS": ("workers", 1),
}


def limits_of(environment: Mapping[str, str]) -> Limits:
    """The defaults with what `environment` sets. Raises Unsupported for what is no whole number above 0."""
    given: dict[str, int] = {}
    for variable, (bound, one) in SETTINGS.items():
        text = environment.get(variable, "").strip()
        if not text:
            continue
        if not (text.isascii() and text.isdigit() and 0 < int(text) <= 1_000_000):
            raise Unsupported(
                f"环境变量 {variable} 应是 1 到 1000000 之间的整数，现在是“{text[:40]}”，请改正或去掉后重试。"
            )
        given[bound] = int(text) * one
    return replace(Limits(), **given)


LIMITS = limits_of(os.environ)


def mebibytes(size: int) -> str:
    """`size` bytes for a sentence: "256 MB"."""
    return f"{max(1, round(size / MIB))} MB"

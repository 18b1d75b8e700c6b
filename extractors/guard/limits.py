"""How much of everything a filing may have."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["LIMITS", "Limits", "mebibytes"]

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


LIMITS = Limits()


def mebibytes(size: int) -> str:
    """`size` bytes for a sentence: "256 MB"."""
    return f"{max(1, round(size / MIB))} MB"

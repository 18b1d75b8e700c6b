"""Examples of how people ask, by the point that answers them, and the words that mean the same to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

__all__ = ["ways"]

_FOLDER = Path(__file__).with_name("ways")
_SYNONYMS = "synonyms.txt"


@lru_cache(maxsize=1)
def ways() -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    """Questions by the name of a point, or by `@` and an aspect of any field, written ◆; and synonyms by meaning."""
    files = sorted(each for each in _FOLDER.glob("*.txt") if each.name != _SYNONYMS)
    asked: dict[str, list[str]] = {}
    for file in files:
        name = ""
        for line in _lines(file):
            if line.startswith("["):
                name = line.strip("[]")
            else:
                asked.setdefault(name, []).extend(each.strip() for each in line.split(" / "))
    pairs = (line.partition(":") for line in _lines(_FOLDER / _SYNONYMS))
    synonyms = {name: tuple(words.split()) for name, _, words in pairs}
    return {name: tuple(each) for name, each in asked.items()}, synonyms


def _lines(file: Path) -> Iterator[str]:
    lines = (each.strip() for each in file.read_text(encoding="utf-8").splitlines())
    return (each for each in lines if each and not each.startswith("#"))

"""What made a result, besides the submission: the program's own sources, what it is built on, its limits."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Callable, Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from extractors.guard.limits import LIMITS

__all__ = ["Versions", "versions_of"]

_OURS = Path(__file__).resolve().parents[1]
_BUILT_ON = (
    "lxml",
    "numpy",
    "onnxruntime",
    "opencv-python-headless",
    "pdfplumber",
    "pillow",
    "pydantic",
    "pypdfium2",
    "rapidocr",
    "xlrd",
    "zxing-cpp",
)
_SUFFIXES = frozenset({".py", ".txt", ".json", ".csv", ".toml"})
# What judges a form rather than reads one: a change here asks for no second reading.
_JUDGING = frozenset({"adjustments.py", "check.py", "result.py", "rules.py", "sets.py"})
_COSTLESS = frozenset({"workers"})  # limits that no result depends on


class Versions(NamedTuple):
    readers: str
    rules: str  # of readers and rules
    whole: str  # of all that a run writes


def versions_of(notices: Path, writers: Iterable[Path]) -> Versions:
    """`notices`: the folder of what is demanded, whose folders `rules` hold the rules.

    `writers`: folders of the sources that write the outputs.
    """
    around = "\n".join([platform.python_version(), *_installed(), *_limits()])
    judges = _digest([_OURS, notices], lambda name: not _reads(name))
    readers = _digest([_OURS, notices], _reads, around)
    rules = _hashed(readers, judges)
    return Versions(readers, rules, _hashed(rules, _digest([_OURS, *writers], lambda _: True)))


def _reads(name: str) -> bool:
    parts = name.split("/")
    return name not in _JUDGING and parts[0] != "batch" and "rules" not in parts[:-1]


def _digest(folders: Iterable[Path], wanted: Callable[[str], bool], *more: str) -> str:
    whole = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.suffix in _SUFFIXES and wanted(name):
                whole.update(f"{name}\0".encode())
                whole.update(hashlib.sha256(path.read_bytes()).digest())
    return _hashed(whole.hexdigest(), *more)


def _installed() -> Iterable[str]:
    for name in _BUILT_ON:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"{name} none"


def _limits() -> Iterable[str]:
    for name in LIMITS.__slots__:
        if name not in _COSTLESS:
            yield f"{name} {getattr(LIMITS, name)}"


def _hashed(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()

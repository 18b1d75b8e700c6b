"""What made a result, besides the submission: the program's own sources, what it is built on, its limits."""

from __future__ import annotations

import hashlib
import os
import platform
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

__all__ = ["Versions", "versions_of"]

_OURS = Path(__file__).resolve().parents[1]
_BUILT_ON = frozenset(
    {
        "lxml",
        "numpy",
        "onnxruntime",
        "opencv_python_headless",
        "pdfplumber",
        "pillow",
        "pydantic",
        "pypdfium2",
        "rapidocr",
        "xlrd",
        "zxing_cpp",
    }
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
    reading, judging, writing = hashlib.sha256(), hashlib.sha256(), hashlib.sha256()
    for name, path in (*_sources(_OURS), *_sources(notices)):
        _add(reading if _reads(name) else judging, name, path)
    for folder in writers:
        for name, path in _sources(folder):
            _add(writing, name, path)
    readers = _hashed(reading.hexdigest(), platform.python_version(), *_installed(), *_limits())
    rules = _hashed(readers, judging.hexdigest())
    return Versions(readers, rules, _hashed(rules, writing.hexdigest()))


def _reads(name: str) -> bool:
    parts = name.split("/")
    return name not in _JUDGING and parts[0] != "batch" and "rules" not in parts[:-1]


def _sources(folder: Path) -> Iterator[tuple[str, str]]:
    """Names relative to `folder`, with paths."""
    for root, folders, names in os.walk(folder):
        folders.sort()
        inside = Path(root).relative_to(folder).as_posix()
        for name in sorted(names):
            if os.path.splitext(name)[1] in _SUFFIXES:  # noqa: PTH122 - at every start, for hundreds
                yield name if inside == "." else f"{inside}/{name}", os.path.join(root, name)  # noqa: PTH118


def _add(digest: hashlib._Hash, name: str, path: str) -> None:
    digest.update(f"{name}\0".encode())
    with open(path, "rb") as file:  # noqa: PTH123
        digest.update(hashlib.sha256(file.read()).digest())


def _installed() -> Iterator[str]:
    """What is installed, with versions, as pip names it; `importlib.metadata` takes 20 ms to import."""
    for folder in dict.fromkeys(sysconfig.get_path(kind) for kind in ("purelib", "platlib")):
        for name in sorted(os.listdir(folder)):  # noqa: PTH208
            if name.endswith(".dist-info") and name.partition("-")[0].lower() in _BUILT_ON:
                yield name


def _limits() -> Iterator[str]:
    """Those that were set otherwise."""
    if any(name.startswith("SHENBAO_") for name in os.environ):
        from extractors.guard.limits import LIMITS, Limits

        usual = Limits()
        for name in LIMITS.__slots__:
            if name not in _COSTLESS and getattr(LIMITS, name) != getattr(usual, name):
                yield f"{name} {getattr(LIMITS, name)}"


def _hashed(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()

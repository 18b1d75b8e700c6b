"""Sets that lie elsewhere, at a URL that fsspec knows (`s3://bucket/prefix`): listed, and fetched one by one.

fsspec is an extra (`pip install shenbao[remote]`), and each kind of place asks for a package of its own. How
to get in (keys, endpoint) is theirs to know: from the environment, or from fsspec's own configuration.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import Any

from extractors.batch.entries import Entry, Look
from extractors.errors import NotFound, ReadError, TooLarge, Unsupported
from extractors.guard.limits import LIMITS, mebibytes

__all__ = ["fetch", "scan_url"]

# What changes when a file does, the surest first.
_TELLING = ("ETag", "etag", "md5", "checksum", "LastModified", "last_modified", "mtime", "updated", "created")


def scan_url(url: str) -> list[Entry]:
    """What stands at `url`, by name. Raises NotFound or Unsupported where it can't be listed."""
    system, root = _opened(url)
    with _asking(url):
        found: Mapping[str, Mapping[str, Any]] = system.find(root, detail=True)
    whose: dict[str, dict[str, Mapping[str, Any]]] = {}
    for path, told in found.items():
        name, _, inner = path.removeprefix(root).lstrip("/").partition("/")
        if name:
            whose.setdefault(name, {})[inner] = told
    base = url.rstrip("/")
    return [Entry(name, f"{base}/{name}", _look(files)) for name, files in sorted(whose.items())]


def fetch(url: str, folder: Path, *, name: str) -> Path:
    """Copy the file or folder at `url` into `folder`, under `name`; where it is then. Raises a ReadError."""
    system, root = _opened(url)
    target = folder / name
    folder.mkdir(parents=True, exist_ok=True)
    with _asking(url):
        found: Mapping[str, Mapping[str, Any]] = system.find(root, detail=True)
        if not found:
            raise NotFound(f"找不到“{url}”，请检查它是否被移动或删除。")
        _refuse_too_much(found, name)
        for path in found:
            inner = PurePosixPath(path.removeprefix(root).lstrip("/"))
            if ".." in inner.parts or inner.is_absolute():
                raise Unsupported(f"“{name}”里有不正常的文件名“{inner}”，没有读取，请改名后重试。")
            local = target.joinpath(*inner.parts)
            local.parent.mkdir(parents=True, exist_ok=True)
            system.get_file(path, str(local))
    return target


def _refuse_too_much(found: Mapping[str, Mapping[str, Any]], name: str) -> None:
    size = sum(int(told.get("size") or 0) for told in found.values())
    if size > LIMITS.unpacked or len(found) > LIMITS.files:
        raise TooLarge(
            f"“{name}”超过 {mebibytes(LIMITS.unpacked)} 或 {LIMITS.files} 个文件的上限，请删去无关的文件。"
        )


def _look(files: Mapping[str, Mapping[str, Any]]) -> Look:
    marks = hashlib.sha256()
    cost = 0
    certain = True
    for inner, told in sorted(files.items()):
        says = next((str(told[key]) for key in _TELLING if told.get(key)), "")
        certain = certain and bool(says)
        marks.update(f"{inner}\0{told.get('size')}\0{says}\0".encode("utf-8", "surrogateescape"))
        cost += int(told.get("size") or 0)
    return Look(marks.hexdigest(), certain, cost)


def _opened(url: str) -> tuple[Any, str]:
    """What lists and copies there, and the path at it."""
    try:
        fsspec: Any = import_module("fsspec")
    except ImportError as error:
        raise Unsupported(
            "读取网址上的材料需要另外安装：pip install shenbao[remote]，或先把材料复制到本机。"
        ) from error
    try:
        system, root = fsspec.core.url_to_fs(url)
    except ImportError as error:
        kind = url.partition(":")[0]
        raise Unsupported(f"读取 {kind}:// 上的材料需要另外安装：{error}。") from error
    except (ValueError, OSError) as error:
        raise Unsupported(f"“{url}”不是能读取的网址，请检查写法，例如 s3://存储桶/文件夹。") from error
    system.invalidate_cache()
    return system, str(root).rstrip("/")


@contextmanager
def _asking(url: str) -> Iterator[None]:
    """Raise a ReadError for whatever the other side, or the way to it, says."""
    try:
        yield
    except ReadError:
        raise
    except FileNotFoundError as error:
        raise NotFound(f"找不到“{url}”，请检查网址是否正确。") from error
    except Exception as error:  # each package has errors of its own, and none tells a user much
        raise NotFound(
            f"连不上或无权读取“{url}”，请检查网络、网址和访问密钥（{type(error).__name__}）。"
        ) from error

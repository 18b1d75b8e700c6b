"""Uploaded files by the hash of their content: in a folder, or wherever fsspec reaches.

A file is written under a passing name and then renamed, so that none is ever half there. What is read back
is compared with its name.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, Protocol
from uuid import uuid4

from ui.store.errors import Unusable

__all__ = ["Files", "files_at"]

_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.:\-]+://")
_NAME: Final = re.compile(r"[0-9a-f]{64}")
_LOST: Final = "存放的一个文件不见了或已损坏，请从备份恢复。"


class Files(Protocol):
    """Contents by SHA-256, as 64 lower-case hexadecimal digits."""

    def put(self, data: bytes) -> str: ...
    def read(self, name: str) -> bytes: ...
    def has(self, name: str) -> bool: ...
    def remove(self, name: str) -> None: ...
    def names(self) -> Iterator[str]: ...


def files_at(place: str) -> Files:
    """A folder by its path, anything else by its URL."""
    return _Remote(place) if _URL.match(place) else _Folder(Path(place))


def _checked(name: str, data: bytes) -> bytes:
    if sha256(data).hexdigest() != name:
        raise Unusable(_LOST)
    return data


class _Folder:
    def __init__(self, root: Path) -> None:
        self._root = root

    def _path(self, name: str) -> Path:
        assert _NAME.fullmatch(name), name
        return self._root / name[:2] / name

    def put(self, data: bytes) -> str:
        name = sha256(data).hexdigest()
        path = self._path(name)
        if not path.is_file():
            path.parent.mkdir(parents=True, exist_ok=True)
            passing = path.with_name(f"{uuid4().hex}.part")
            try:
                with passing.open("xb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                passing.replace(path)
            finally:
                passing.unlink(missing_ok=True)
        return name

    def read(self, name: str) -> bytes:
        try:
            return _checked(name, self._path(name).read_bytes())
        except FileNotFoundError as error:
            raise Unusable(_LOST) from error

    def has(self, name: str) -> bool:
        return self._path(name).is_file()

    def remove(self, name: str) -> None:
        self._path(name).unlink(missing_ok=True)

    def names(self) -> Iterator[str]:
        return (each.name for each in self._root.glob("??/*") if _NAME.fullmatch(each.name))


class _Remote:
    def __init__(self, url: str) -> None:
        import fsspec  # type: ignore[import-untyped]  # it has none

        try:
            self._fs, root = fsspec.core.url_to_fs(url)
        except (ImportError, ValueError) as error:
            raise Unusable("打不开文件存放处，请检查 SHENBAO_FILES 的写法和所需的组件。") from error
        self._root: str = str(root).rstrip("/")

    def _path(self, name: str) -> str:
        assert _NAME.fullmatch(name), name
        return f"{self._root}/{name[:2]}/{name}"

    def put(self, data: bytes) -> str:
        name = sha256(data).hexdigest()
        path = self._path(name)
        if not self.has(name):
            self._fs.makedirs(f"{self._root}/{name[:2]}", exist_ok=True)
            passing = f"{path}.{uuid4().hex}"
            self._fs.pipe_file(passing, data)
            self._fs.mv(passing, path)
        return name

    def read(self, name: str) -> bytes:
        try:
            data: Any = self._fs.cat_file(self._path(name))
        except FileNotFoundError as error:
            raise Unusable(_LOST) from error
        return _checked(name, bytes(data))

    def has(self, name: str) -> bool:
        return bool(self._fs.isfile(self._path(name)))

    def remove(self, name: str) -> None:
        if self.has(name):
            self._fs.rm_file(self._path(name))

    def names(self) -> Iterator[str]:
        if not self._fs.isdir(self._root):
            return
        for path in self._fs.find(self._root):
            name = str(path).rpartition("/")[2]
            if _NAME.fullmatch(name):
                yield name

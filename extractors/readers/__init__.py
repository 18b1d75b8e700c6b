"""Readers: from the bytes of a file to a `Document`, one reader a kind of file.

READERS  formats that are read as a whole: `READERS[kind](data, name=name)`
PAGED    formats of pages: a first look gives those that say their text, and the numbers of the others
LEGACY   formats that LibreOffice makes a .docx of first: `legacy.converted`

    read(path)                     the whole file, in this process
    first_look(path), look(path, number)    a paged file, in steps that worker processes can share

A reader is imported when a file of its kind comes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, cast

from extractors.document import Document
from extractors.errors import TooLarge
from extractors.guard import LIMITS, Kind, kind_of, read_bytes, refusal
from extractors.page import Page, Pages

if TYPE_CHECKING:
    import numpy as np

__all__ = [
    "LEGACY",
    "PAGED",
    "READERS",
    "Paged",
    "Picture",
    "Reader",
    "compose",
    "first_look",
    "look",
    "read",
]

Reader: TypeAlias = Callable[..., Document]  # (data, *, name)
Picture: TypeAlias = "np.ndarray[Any, Any]"  # uint8, height × width × 3, red, green, blue

_INCH = 72.0
_DPI = 200  # of pictures that are made of pages


class Paged(NamedTuple):
    """How one format of pages is looked at."""

    first_look: Callable[[Path], Pages]
    picture_of: Callable[[Path, int], Picture]  # one page, from 1
    page_size: Callable[[Path, int], tuple[float, float]] | None = None  # points; None: by those pictures


def _of(module: str, function: str) -> Callable[..., Any]:
    """That function of a reader's module, imported at its first call."""

    def called(*arguments: object, **named: object) -> Any:
        return getattr(import_module(f"extractors.readers.{module}"), function)(*arguments, **named)

    return called


def _paged_by(module: str, *names: str) -> Paged:
    return Paged(*(_of(module, name) for name in names))


_PICTURE = _paged_by("picture", "first_look", "picture_of", "page_size")

READERS: dict[str, Reader] = {
    "docx": _of("docx", "read"),
    "xlsx": _of("sheets", "read_xlsx"),
    "xls": _of("sheets", "read_xls"),
    "csv": _of("sheets", "read_csv"),
}
PAGED: Mapping[str, Paged] = {
    "pdf": _paged_by("pdf", "first_look", "picture_of", "page_size"),
    "ofd": _paged_by("ofd", "first_look", "picture_of"),
    **dict.fromkeys(("jpeg", "png", "tiff"), _PICTURE),
}
LEGACY: frozenset[str] = frozenset({"doc", "wps", "rtf", "odt", "html", "mhtml"})


def first_look(path: Path, *, kind: str | None = None) -> Pages:
    """The pages of a paged file that say their text. Raises a ReadError, Unsupported for other kinds."""
    pages = _paged(path, kind).first_look(path)
    if pages.count > LIMITS.pages:
        raise TooLarge(
            f"“{path.name}”有 {pages.count} 页，超过 {LIMITS.pages} 页的上限，请拆成几个文件后再提交。"
        )
    return pages


def look(path: Path, number: int, *, kind: str | None = None) -> Page:
    """The page `number` of a paged file, recognised from its picture."""
    paged = _paged(path, kind)
    image = paged.picture_of(path, number)
    if paged.page_size is not None:
        width, height = paged.page_size(path, number)
    else:
        height, width = (side / _DPI * _INCH for side in image.shape[:2])
    picture = import_module("extractors.readers.picture")
    page: Page = picture.recognise(image, number=number, width=width, height=height)
    return page


def _paged(path: Path, kind: str | None) -> Paged:
    kind = kind_of(read_bytes(path)) if kind is None else kind
    if kind not in PAGED:
        raise refusal(cast("Kind", kind), name=path.name)
    return PAGED[kind]


def compose(pages: Pages, looked_at: Iterable[Page] = (), *, name: str, kind: str, sha256: str) -> Document:
    """The document that a paged file's pages make, those with `looked_at` that were recognised."""
    from extractors.layout import document

    return document(
        (*pages.read, *looked_at),
        name=name,
        kind=kind,
        sha256=sha256,
        count=pages.count,
        notices=pages.notices,
    )


def read(path: Path, *, name: str | None = None) -> Document:
    """Read the file at `path` by what its bytes are; `name` is what the document is called (default:
    the file's name). Raises a `ReadError`: Unsupported for a kind that no reader takes.
    """
    data = read_bytes(path)
    called = path.name if name is None else name
    kind = kind_of(data)
    if kind in READERS:
        return READERS[kind](data, name=called)
    if kind in PAGED:
        digest = hashlib.sha256(data).hexdigest()
        pages = first_look(path)
        looked_at = [look(path, number) for number in pages.unread]
        return compose(pages, looked_at, name=called, kind=kind, sha256=digest)
    if kind in LEGACY:
        document: Document = import_module("extractors.readers.legacy").read(path, name=called)
        return document
    raise refusal(kind, name=called)

"""QR codes on the pages of those attachments that must have them.

`pages_wanted` says which files and pages to look at; `codes_on` looks at one file, and belongs in a worker,
since it opens and draws it; `with_codes` tells the form what came of it.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from extractors.form import Attached, Code, Form
from extractors.guard import LIMITS, kind_of, open_ooxml, read_bytes
from extractors.readers import PAGED, first_look
from extractors.workers import report

if TYPE_CHECKING:
    import numpy as np

__all__ = ["Found", "Wanted", "codes_on", "pages_wanted", "with_codes"]

Found: TypeAlias = tuple[tuple[int | None, str], ...]  # page, where the format has pages; what the code says
_Picture: TypeAlias = "np.ndarray[Any, Any]"

_MOST_PAGES = 60  # of one part: the code stands on a report's cover or beside its opinion
_MOST_PICTURES = 200  # of one Word file
_OFFICE = frozenset({"docx", "xlsx"})
_MEDIA = ("word/media/", "xl/media/")
_DRAWN = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tif", ".tiff")


class Wanted(NamedTuple):
    """What to look at: these pages of a file, all of them where there are none named."""

    file: str
    pages: tuple[int, ...] = ()


def pages_wanted(form: Form) -> tuple[Wanted, ...]:
    """The files that have reports which must have codes, with the pages of the reports."""
    wanted: dict[str, set[int]] = {}
    for part in form.attached.parts if form.attached is not None else ():
        if part.report:
            pages = wanted.setdefault(part.file, set())
            if part.pages is not None:
                pages |= set(range(part.pages[0], part.pages[1] + 1)[:_MOST_PAGES])
    return tuple(Wanted(file, tuple(sorted(pages))) for file, pages in wanted.items())


def codes_on(path: Path, pages: Sequence[int] = ()) -> Found | None:
    """The QR codes of a file: on these pages (default: all), or in the pictures of a Word file.

    None for formats that have no pages to draw and no pictures. Raises a ReadError.
    """
    data = read_bytes(path)
    kind = kind_of(data)
    if kind in PAGED:
        numbers = pages or range(1, min(first_look(path, kind=kind).count, _MOST_PAGES) + 1)
        return tuple(_on_pages(path, numbers, PAGED[kind].picture_of))
    if kind in _OFFICE:
        return tuple((None, text) for picture in _pictures(data, path.name) for text in _read(picture))
    return None


def with_codes(form: Form, found: Mapping[str, Found | None]) -> Form:
    """The form, knowing the codes that were found in each file; a file that failed is left out, or None."""
    attached = form.attached or Attached()
    seen = {file: there for file, there in found.items() if there is not None}
    codes = tuple(Code(file, page, text) for file, there in seen.items() for page, text in there)
    return replace(form, attached=replace(attached, codes=codes, looked_at=frozenset(seen)))


def _on_pages(
    path: Path, numbers: Sequence[int], picture_of: Callable[[Path, int], _Picture]
) -> Iterator[tuple[int, str]]:
    for at, number in enumerate(numbers, start=1):
        yield from ((number, text) for text in _read(picture_of(path, number)))
        report(at, len(numbers))


def _read(picture: _Picture) -> list[str]:
    import zxingcpp

    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode]))
    return [each.text for each in found if each.valid]


def _pictures(data: bytes, name: str) -> Iterator[_Picture]:
    """The pictures in a package that can be decoded, as grey levels."""
    import numpy as np
    from PIL import Image, UnidentifiedImageError

    parts = open_ooxml(data, name=name)
    media = [each for each in parts if each.lower().startswith(_MEDIA) and each.lower().endswith(_DRAWN)]
    for each in media[:_MOST_PICTURES]:
        try:
            with Image.open(io.BytesIO(parts[each])) as image:
                if image.width * image.height <= LIMITS.pixels:
                    yield np.asarray(image.convert("L"))
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
            continue  # what no program can show has no code to show

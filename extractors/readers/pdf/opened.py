"""Opening a PDF file with PDFium, and a page's own coordinates as a person sees it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractors.errors import Corrupt, Encrypted, ReadError, TooLarge
from extractors.guard import LIMITS

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

__all__ = ["Upright", "opened", "page_of", "upright"]

_PASSWORD, _SECURITY = 4, 5  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY of fpdfview.h
_LARGEST_SIDE = 14_400.0  # points; ISO 32000-1 annex C.2 allows a page 200 inches


@contextmanager
def opened(path: Path) -> Iterator[PdfDocument]:
    """The document at `path`. Raises Encrypted, Corrupt, TooLarge (pages)."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        raise _fault(path.name, getattr(error, "err_code", None)) from error
    try:
        if len(document) > LIMITS.pages:
            raise TooLarge(
                f"“{path.name}”有 {len(document)} 页，超过 {LIMITS.pages} 页的上限，请拆分后再提交。"
            )
        if not len(document):
            raise Corrupt(f"“{path.name}”里一页也没有，文件可能已损坏，请重新导出 PDF 后再提交。")
        yield document
    finally:
        document.close()


def _fault(name: str, code: int | None) -> ReadError:
    if code in (_PASSWORD, _SECURITY):
        return Encrypted(f"“{name}”设有打开密码，请去掉密码后再提交。")
    return Corrupt(f"“{name}”不是完整的 PDF 文件，可能没有下载完或已损坏，请重新导出后再提交。")


@contextmanager
def page_of(document: PdfDocument, number: int) -> Iterator[PdfPage | None]:
    """Page `number` (from 1), or None where PDFium can't make sense of it."""
    import pypdfium2 as pdfium

    try:
        page = document[number - 1]
    except pdfium.PdfiumError:
        yield None
        return
    try:
        yield page
    finally:
        page.close()


@dataclass(frozen=True, slots=True)
class Upright:
    """From the page's own coordinates (origin at the lower left, before it is turned) to points from the top
    left of the page as it is shown.
    """

    turns: int  # quarter turns clockwise
    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """A box given by its lower left and upper right corner."""
        if self.turns == 0:
            return x0 - self.left, self.top - y1, x1 - self.left, self.top - y0
        if self.turns == 1:
            return y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left
        if self.turns == 2:
            return self.right - x1, y0 - self.bottom, self.right - x0, y1 - self.bottom
        return self.top - y1, self.right - x1, self.top - y0, self.right - x0

    def turned(self, more: int) -> Upright:
        return Upright((self.turns + more) % 4, self.left, self.bottom, self.right, self.top)


def upright(page: PdfPage) -> Upright:
    """How a page is cropped and turned."""
    from pypdfium2 import raw

    rect: Any = raw.FS_RECTF()
    known = raw.FPDF_GetPageBoundingBox(page, ctypes.byref(rect))
    left, bottom, right, top = (
        (rect.left, rect.bottom, rect.right, rect.top) if known else (0.0, 0.0, 595.0, 842.0)
    )
    return Upright(
        raw.FPDFPage_GetRotation(page) % 4,
        left,
        bottom,
        min(right, left + _LARGEST_SIDE),
        min(top, bottom + _LARGEST_SIDE),
    )

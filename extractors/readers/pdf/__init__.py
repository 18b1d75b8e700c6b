"""PDF files: pages that say their text are read, the others are named, to be looked at as pictures.

`first_look(path)` costs about twice PDFium's own text extraction. A page goes to recognition when it has no
text but a picture, when its text is the invisible one of a scanner's software, or when its characters have no
Unicode. PDFium is no safety boundary: call this where it can be killed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from extractors.document import BLANK_GLYPH, TICKED_GLYPH, Box, Notice
from extractors.errors import Corrupt, ReadError, TooLarge
from extractors.guard import LIMITS
from extractors.page import Page, Pages, Run
from extractors.readers.pdf.annotations import Added, added, has_additions
from extractors.readers.pdf.drawings import Drawings, drawings
from extractors.readers.pdf.letters import Letters, letters, turns_of
from extractors.readers.pdf.opened import Upright, opened, page_of, upright
from extractors.readers.pdf.unnamed import with_boxes_seen
from extractors.readers.pdf.unseen import may_have_layers, with_unseen_hidden
from extractors.workers import report

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

__all__ = ["first_look", "page_size", "picture_of"]

_FEW = 40  # characters that a scanner's software or a stamp may have put on a picture
_BROKEN = 0.3  # share of characters without sense from which on the picture is trusted more
_LARGE, _SOME = 0.55, 0.08  # shares of the page that a picture takes
_OUTLINED = 150  # drawn shapes on a page without text: its letters were turned into outlines
_MOST_OBJECTS = 500_000  # of a page; a map of a whole city has as many
_MOST_CHARACTERS = 200_000  # of a page; one of the smallest print has 20 000
_SHOWN = 40  # characters of what was left out
_BOXES = frozenset("□☐❑❏◻")
_INCH = 72


def first_look(path: Path) -> Pages:
    """All pages with good text, and the numbers of the others.

    Raises Encrypted, Corrupt, TooLarge.
    """
    read: list[Page] = []
    places: dict[int, Upright] = {}  # of pages that something was put onto
    unread: list[int] = []
    lost: dict[int, _Lost] = {}
    layers = may_have_layers(path)
    with opened(path) as document:
        count = len(document)
        for number in range(1, count + 1):
            page = _page(document, number, places, layers=layers)
            if isinstance(page, _Lost):
                lost[number] = page
            elif isinstance(page, int):
                unread.append(page)
            else:
                read.append(page)
            report(number, count)
    if len(lost) == count:
        raise _nothing_left(path.name, lost.values())
    notices = [
        Notice("lost-page", f"第 {number} 页{page.reason}，没有读取。", f"第 {number} 页")
        for number, page in lost.items()
    ]
    if places:
        more = added(path, places)
        read = [_with(page, more[page.number]) if page.number in more else page for page in read]
        notices += (
            Notice(
                "lost-annotations",
                f"第 {number} 页上后加的填写内容或批注已损坏，没有读取，请打印成新的 PDF 后再提交。",
                f"第 {number} 页",
            )
            for number in places
            if number not in more
        )
    return Pages(count, tuple(read), tuple(unread), tuple(notices))


class _Lost(NamedTuple):
    """A page that can't be read."""

    overfull: bool  # of drawings or characters; else damaged

    @property
    def reason(self) -> str:
        return "的图形或文字多得不正常" if self.overfull else "已损坏"


def _nothing_left(name: str, pages: Iterable[_Lost]) -> ReadError:
    if any(page.overfull for page in pages):
        return TooLarge(f"“{name}”的图形或文字多得不正常，不像申报书，请重新导出后再提交。")
    return Corrupt(f"“{name}”的页面都已损坏，无法读取，请重新导出 PDF 后再提交。")


def _with(page: Page, more: Added) -> Page:
    """The page with what was put onto it; ink over a box ticks it."""
    runs = [
        run._replace(text=TICKED_GLYPH)
        if run.text in _BOXES and any(_inside(ink, (run.x0, run.top, run.x1, run.bottom)) for ink in more.ink)
        else run
        for run in page.runs
    ]
    return replace(page, runs=(*runs, *more.runs))


def _page(
    document: PdfDocument, number: int, places: dict[int, Upright], *, layers: bool
) -> Page | int | _Lost:
    """The page; its number where it must be looked at.

    `places` takes in how pages with annotations lie.
    """
    from pypdfium2 import raw

    with page_of(document, number) as page:
        if page is None:
            return _Lost(overfull=False)
        place = upright(page)
        if raw.FPDFPage_CountObjects(page) > _MOST_OBJECTS:
            return _Lost(overfull=True)
        text = page.get_textpage()
        try:
            if text.count_chars() > _MOST_CHARACTERS:
                return _Lost(overfull=True)
            turns = turns_of(text, place)
            place = place.turned(turns)
            drawn = drawings(page, place, layers=layers)
            written = letters(text, place, drawn)
            if drawn.hides_words:
                runs = with_unseen_hidden(written.runs, page, place, turns=turns)
                seen = sum(len(run.text) for run in runs if not run.hidden)
                written = written._replace(runs=runs, seen=min(seen, written.seen))
            runs = with_boxes_seen(written.runs, page, place, turns=turns)
        finally:
            text.close()
        if _is_picture(written, drawn, place):
            return number
        if has_additions(page):
            places[number] = place
        return Page(
            number,
            place.width,
            place.height,
            (*runs, *_ticks(drawn), *written.struck),
            tuple(drawn.rules),
            notices=tuple(_notices(written, number)),
            faces=written.faces,
            turns=turns,
        )


def _is_picture(written: Letters, drawn: Drawings, place: Upright) -> bool:
    """Whether the text, if there is any, is not what a person sees on the page."""
    share = _covered(drawn.images, place)
    if written.seen < _FEW:
        return share > (_LARGE if written.seen else _SOME) or (not written.seen and drawn.paths >= _OUTLINED)
    if drawn.unseen_text and share > _LARGE:
        return True
    return written.broken > _BROKEN


def _covered(images: list[Box], place: Upright) -> float:
    """The share of the page under its pictures; scanners cut a page into strips."""
    area = place.width * place.height
    width, height = place.width, place.height
    total = sum(
        max(min(x1, width) - max(x0, 0), 0) * max(min(bottom, height) - max(top, 0), 0)
        for x0, top, x1, bottom in images
    )
    return min(total / area, 1.0) if area > 0 else 0.0


def _ticks(drawn: Drawings) -> list[Run]:
    """Drawn boxes as characters where they stand: ticked where something is drawn into them."""
    found: list[Run] = []
    for box in drawn.boxes:
        if any(_same(box, (run.x0, run.top, run.x1, run.bottom)) for run in found):
            continue
        inked = any(_inside(each, box) for each in (*drawn.strokes, *drawn.filled))
        found.append(Run(TICKED_GLYPH if inked else BLANK_GLYPH, *box))
    for box in drawn.filled:
        if not any(_inside(box, (run.x0, run.top, run.x1, run.bottom)) for run in found):
            found.append(Run("■", *box))
    return found


def _same(one: Box, other: Box) -> bool:
    return all(abs(a - b) < 2.0 for a, b in zip(one, other, strict=True))


def _inside(mark: Box, box: Box) -> bool:
    """The mark's middle is in the box, or nearly."""
    x, y = (mark[0] + mark[2]) / 2, (mark[1] + mark[3]) / 2
    slack = 0.25 * (box[2] - box[0])
    return box[0] - slack < x < box[2] + slack and box[1] - slack < y < box[3] + slack


def _notices(written: Letters, number: int) -> Iterator[Notice]:
    unseen = "".join(run.text for run in written.runs if run.hidden)
    deleted = "".join(run.text for run in written.struck)
    place = f"第 {number} 页"
    if unseen:
        yield Notice("hidden-text", f"{place}有看不见的文字，没有采用：“{unseen[:_SHOWN]}”。", place)
    if deleted:
        yield Notice("struck-text", f"{place}有划去的文字，没有采用：“{deleted[:_SHOWN]}”。", place)


def page_size(path: Path, number: int) -> tuple[float, float]:
    """Width and height of page `number` in points, as it is shown."""
    with opened(path) as document, page_of(document, number) as page:
        assert page is not None, "a damaged page has no size"
        place = upright(page)
        return place.width, place.height


def picture_of(path: Path, number: int, *, dpi: int = 200) -> Any:
    """Page `number` as it is shown: a numpy array of height x width x 3 bytes (RGB).

    Raises TooLarge where the page has more pixels than the limit even at 50 dpi.
    """
    with opened(path) as document, page_of(document, number) as page:
        assert page is not None, "a damaged page has no picture"
        width, height = page.get_size()
        for each in (dpi, dpi // 2, 50):
            if width * height * (each / _INCH) ** 2 <= LIMITS.pixels:
                bitmap = page.render(scale=each / _INCH, rev_byteorder=True)
                return bitmap.to_numpy()[:, :, :3].copy()
    raise TooLarge(f"“{path.name}”第 {number} 页的画面过大，请按 A4 纸张大小重新导出后再提交。")

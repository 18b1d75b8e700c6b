"""One picture of a page into a `Page`: upright, its stamps told from its text, read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple, TypeAlias

from extractors.document import Box, Notice, Seal
from extractors.page import Page, Rule, Run
from extractors.readers.picture.colourless import has_ring, is_colourless
from extractors.readers.picture.pixels import Array, Matrix
from extractors.readers.picture.reading import Content, read
from extractors.readers.picture.seals import Stamp, grey_without, red_of, stamps
from extractors.readers.picture.sheet import ink_of, level_light
from extractors.readers.picture.upright import DOTS, LONG_A4, Upright, turned_over, upright

__all__ = ["Homography", "recognise", "recognised"]

Homography: TypeAlias = tuple[float, float, float, float, float, float, float, float, float]  # by rows

_SMALLEST: Final = 24  # pixels: a smaller picture has no text


class _Page(NamedTuple):
    upright: Upright
    stamps: list[Stamp]
    content: Content
    grey_ring: bool  # a page without colour shows what may be a stamp


def recognise(image: Array, *, number: int, width: float, height: float) -> Page:
    """The text, ruled lines and stamps of a scanned or photographed page.

    `image`: H x W x 3, RGB, uint8; `width` and `height` are the page's in points. What comes back is the page
    as a person sees it: turned upright, straight, and of a photo the sheet alone, as if it were A4: tables
    that go on from photo to photo have one width then.
    """
    return recognised(image, number=number, width=width, height=height)[0]


def recognised(image: Array, *, number: int, width: float, height: float) -> tuple[Page, Homography]:
    """The page, and the homography that takes its points to points of the page as the file has it."""
    import numpy as np

    if min(image.shape[:2]) < _SMALLEST:
        return Page(number, width, height, ()), (1.0, 0, 0, 0, 1.0, 0, 0, 0, 1.0)
    found = _looked_at(image)
    given = np.diag([width / image.shape[1], height / image.shape[0], 1.0]) @ found.upright.back
    tall, wide = found.upright.image.shape[:2]
    if found.upright.photo:
        a_point = LONG_A4 / max(tall, wide)
        turns, size, points = 0, (wide * a_point, tall * a_point), np.diag([a_point, a_point, 1.0])
    else:
        turns = _turns(given)
        size = (height, width) if turns % 2 else (width, height)
        points = _level_fit(_unturning(turns, size) @ given, (tall, wide))
    page = Page(
        number,
        *size,
        tuple(_run(each, points) for each in found.content.runs),
        tuple(Rule(*_moved(each, points)) for each in found.content.rules),
        tuple(Seal(number, _moved(each[:4], points), each.round) for each in found.stamps),
        notices=(_grey_scan(number),) if found.grey_ring else (),
        turns=turns,
    )
    back = given @ np.linalg.inv(points)
    return page, _flat(back)


def _grey_scan(number: int) -> Notice:
    place = f"第 {number} 页"
    return Notice(
        "grey-scan", f"{place}是黑白的，像是盖了章，但看不出是不是红色印章，请对照原件核对。", place
    )


def _looked_at(image: Array) -> _Page:
    page = upright(image)
    found, grey = _unstamped(page)
    content = read(grey, scale=DOTS)
    if content is None:  # it stands on its head
        page = turned_over(page)
        found, grey = _unstamped(page)
        content = read(grey, scale=DOTS, sure_of_direction=True)
        assert content is not None
    ring = not found and is_colourless(page.image) and has_ring(ink_of(grey), scale=DOTS)
    return _Page(page, found, content, ring)


def _unstamped(page: Upright) -> tuple[list[Stamp], Array]:
    red = red_of(page.image)
    found, stamped = stamps(red, scale=DOTS)
    return found, level_light(grey_without(page.image, stamped, found, scale=DOTS))


def _turns(given: Matrix) -> int:
    """Quarter turns clockwise that made the page upright, of where its pixels are on the page as given."""
    import numpy as np

    return round(-float(np.arctan2(given[1, 0], given[0, 0])) / (np.pi / 2)) % 4


def _unturning(turns: int, size: tuple[float, float]) -> Matrix:
    """From the page as given to the page turned, whose size that is."""
    import numpy as np

    width, height = size
    rows = (
        [[1.0, 0, 0], [0, 1.0, 0]],
        [[0, -1.0, width], [1.0, 0, 0]],
        [[-1.0, 0, width], [0, -1.0, height]],
        [[0, 1.0, 0], [-1.0, 0, height]],
    )[turns]
    return np.array([*rows, [0, 0, 1.0]])


def _level_fit(there: Matrix, shape: tuple[int, ...]) -> Matrix:
    """Of all mappings that only scale and shift, that nearest to `there` on a picture of this shape.

    Lines stay level and upright, and stand where the page has them but for what its lean makes of it.
    """
    import numpy as np

    x, y = (each.ravel() for each in np.meshgrid(np.linspace(0, shape[1], 9), np.linspace(0, shape[0], 9)))
    target = there @ np.stack([x, y, np.ones_like(x)])
    target /= target[2]
    (across, left), (down, top) = np.polyfit(x, target[0], 1), np.polyfit(y, target[1], 1)
    return np.array([[across, 0, left], [0, down, top], [0, 0, 1.0]])


def _moved(box: Sequence[float], points: Matrix) -> Box:
    x0, top, x1, bottom = box
    (across, _, left), (_, down, up) = points[:2].tolist()
    return x0 * across + left, top * down + up, x1 * across + left, bottom * down + up


def _run(run: Run, points: Matrix) -> Run:
    x0, top, x1, bottom = _moved(run[1:5], points)
    return run._replace(x0=x0, top=top, x1=x1, bottom=bottom)


def _flat(matrix: Matrix) -> Homography:
    a, b, c, d, e, f, g, h, i = (float(each) for each in (matrix / matrix[2, 2]).ravel())
    return a, b, c, d, e, f, g, h, i

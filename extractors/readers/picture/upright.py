"""Turning a picture of a page upright: paper out of a photo, perspective, skew and quarter turns."""

from __future__ import annotations

from typing import Final, NamedTuple

from extractors.readers.picture.paper import paper_of
from extractors.readers.picture.pixels import Array, Matrix
from extractors.readers.picture.slopes import Slopes, slopes

__all__ = ["DOTS", "LONG_A4", "Upright", "turned_over", "upright"]

_LOOK: Final = 1100  # pixels of the longer side of the picture that the turning is judged on
_ROUNDS: Final = 5  # slopes are measured again on what they made
_STRAIGHT: Final = 0.0012  # slope under which nothing needs to be turned: two pixels across A4
_HORIZON: Final = 0.3  # what is nearer to it is not drawn
_LEANT: Final = 0.06  # share of the page that may be off a side: a leaning page's margins
_MOST_OFF: Final = 0.5
LONG_A4: Final = 842.0  # points
_SMALL, _USUAL, _BIG = 6.0, 10.0, 19.0  # points: heights of letters
DOTS: Final = 200 / 72  # pixels a point that pages are read with


class Upright(NamedTuple):
    """An upright page, H x W x 3, and where its pixels are in the picture as given (3 x 3 homography)."""

    image: Array
    back: Array
    photo: bool  # it was cut out of a photo


def upright(image: Array) -> Upright:
    """The page that `image` (H x W x 3, RGB) shows, straight, its longer side as of A4 at 200 dpi."""
    import cv2
    import numpy as np

    height, width = image.shape[:2]
    look = min(1.0, _LOOK / max(height, width))
    small = cv2.resize(image, None, fx=look, fy=look, interpolation=cv2.INTER_AREA)
    paper = paper_of(small.astype(np.uint8, copy=False))
    size = paper.size if paper else (small.shape[1], small.shape[0])
    forth = paper.forth if paper else np.eye(3)
    forth, size, letters = _straightened(small, forth, size)
    if paper is None:
        forth, size = _with_room(forth, small.shape[1::-1], size)
    dots = DOTS * LONG_A4 / max(size)
    if letters is not None:  # pieces of a page have bigger letters, and sheets of two pages smaller ones
        dots *= _fitting(letters * dots / DOTS)
    forth = np.diag([dots, dots, 1.0]) @ forth @ np.diag([look, look, 1.0])
    target = round(size[0] * dots), round(size[1] * dots)
    return Upright(_warped(image, forth, target), np.linalg.inv(forth), paper is not None)


def _fitting(points: float) -> float:
    """What a page is to be scaled by whose lines of text are `points` high."""
    if _SMALL <= points <= _BIG:
        return 1.0
    return min(max(_USUAL / points, 0.3), 2.0)


def turned_over(page: Upright) -> Upright:
    """The page turned by 180 degrees."""
    import numpy as np

    height, width = page.image.shape[:2]
    over = np.array([[-1.0, 0, width - 1], [0, -1.0, height - 1], [0, 0, 1.0]])
    return page._replace(image=np.ascontiguousarray(page.image[::-1, ::-1]), back=page.back @ over)


def _straightened(
    small: Array, forth: Matrix, size: tuple[int, int]
) -> tuple[Matrix, tuple[int, int], float | None]:
    """The homography to the straight page, its size, and how high its lines of text are in pixels."""
    import numpy as np

    letters = None
    for turn in range(_ROUNDS):
        seen = slopes(_warped(small, forth, size), either_way=turn == 0)
        letters = seen.letters
        if seen.sideways:
            forth = np.array([[0.0, 1, 0], [-1, 0, size[0] - 1], [0, 0, 1]]) @ forth
            size = size[1], size[0]
            continue
        if seen.is_straight(size, _STRAIGHT):
            break
        forth = _rectifying(seen, size) @ forth
    return forth, size, letters


def _with_room(
    forth: Matrix, whole: tuple[int, int], size: tuple[int, int]
) -> tuple[Matrix, tuple[int, int]]:
    """The homography and the size with room for what of the `whole` picture would be moved off the page."""
    import numpy as np

    width, height = whole
    corners = forth @ np.array([[0, width, width, 0], [0, 0, height, height], [1, 1, 1, 1]], dtype=np.float64)
    if (corners[2] < _HORIZON * corners[2].max()).any():
        return forth, size
    x, y = corners[0] / corners[2] / size[0], corners[1] / corners[2] / size[1]
    off = np.array([-x.min(), -y.min(), x.max() - 1, y.max() - 1])
    left, top, right, foot = np.where(off > _LEANT, np.minimum(off, _MOST_OFF), 0.0).tolist()
    grown = round(size[0] * (1 + left + right)), round(size[1] * (1 + top + foot))
    return np.array([[1.0, 0, left * size[0]], [0, 1.0, top * size[1]], [0, 0, 1.0]]) @ forth, grown


def _rectifying(seen: Slopes, size: tuple[int, int]) -> Matrix:
    """The homography that sends level lines and upright lines where they belong; the middle stays.

    Lines whose slope grows with their place meet in a vanishing point; the two points' line goes to infinity.
    """
    import numpy as np

    cx, cy = size[0] / 2, size[1] / 2
    level = np.array([-1.0, -seen.level, seen.level_growth])  # vanishing points, from the middle
    up = np.array([-seen.upright, -1.0, seen.upright_growth])
    horizon = np.cross(level, up)
    horizon /= horizon[2]
    middle = np.array([0.0, 0, 1])
    across, down = np.cross(up, middle), np.cross(level, middle)
    matrix = np.stack([across / across[0], down / down[1], horizon])
    there, back = np.eye(3), np.eye(3)
    there[:2, 2], back[:2, 2] = (-cx, -cy), (cx, cy)
    result: Matrix = back @ matrix @ there
    return result


def _warped(image: Array, forth: Matrix, size: tuple[int, int]) -> Array:
    """The picture as `forth` maps it; made smaller by areas first, so that thin lines are not lost."""
    import cv2
    import numpy as np

    shrink = float(np.sqrt(abs(np.linalg.det(forth[:2, :2]))))
    if shrink < 0.8:
        image = cv2.resize(image, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA).astype(np.uint8)
        forth = forth @ np.diag([1 / shrink, 1 / shrink, 1.0])
    if np.allclose(forth, np.eye(3), atol=1e-9) and image.shape[1::-1] == size:
        return image
    return cv2.warpPerspective(
        image, forth, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    ).astype(np.uint8, copy=False)

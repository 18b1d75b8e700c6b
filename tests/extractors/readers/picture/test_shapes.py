"""Boxes, ruled lines and stamps by their shape alone; nothing is recognised here."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from tests.extractors.readers.picture.drawn import DOTS, EM, RED, WIDTH, Paper, Picture

cv2 = pytest.importorskip("cv2")

from extractors.readers.picture.alike import box_like, usual_box  # noqa: E402
from extractors.readers.picture.checks import check_near, is_check  # noqa: E402
from extractors.readers.picture.colourless import has_ring, is_colourless  # noqa: E402
from extractors.readers.picture.engine import Letter  # noqa: E402
from extractors.readers.picture.marks import Mark, marks  # noqa: E402
from extractors.readers.picture.paper import paper_of  # noqa: E402
from extractors.readers.picture.raised import pieces  # noqa: E402
from extractors.readers.picture.ruling import Stroke, ruled, without  # noqa: E402
from extractors.readers.picture.seals import grey_without, red_of, stamps  # noqa: E402
from extractors.readers.picture.sheet import ink_of, level_light  # noqa: E402
from extractors.readers.picture.upright import DOTS as DOTS_READ  # noqa: E402
from extractors.readers.picture.upright import upright  # noqa: E402


def grey(paper: Paper) -> Picture:
    return np.asarray(cv2.cvtColor(paper.pixels, cv2.COLOR_RGB2GRAY))


def marks_of(paper: Paper) -> list[Mark]:
    return marks(ink_of(level_light(grey(paper))), scale=DOTS)


def lines_of(paper: Paper) -> list[Stroke]:
    return ruled(ink_of(level_light(grey(paper))), scale=DOTS)


@pytest.mark.parametrize(
    ("mark", "glyph"), [("", "□"), ("tick", "☑"), ("cross", "☒"), ("full", "■"), ("beside", "☑")]
)
@pytest.mark.parametrize("side", [8.0, 12.0])
def test_a_box_is_judged_by_what_is_inside(mark: str, glyph: str, side: float) -> None:
    paper = Paper()
    paper.box(200, 300, mark=mark, side=side)
    (found,) = marks_of(paper)
    assert found.glyph == glyph or (mark == "cross" and side < 10 and found.glyph == "☑")
    assert found.middle == pytest.approx(((200 + side / 2) * DOTS, (300 + side / 2) * DOTS), abs=2)


@pytest.mark.parametrize("degrees", [-1.5, 1.5])
def test_a_leaning_blank_box_is_not_ticked(degrees: float) -> None:
    paper = Paper()
    paper.box(200, 300)
    matrix = cv2.getRotationMatrix2D((205 * DOTS, 305 * DOTS), degrees, 1)
    height, width = paper.pixels.shape[:2]
    turned = cv2.warpAffine(grey(paper), matrix, (width, height), borderValue=250)
    (found,) = marks(ink_of(level_light(turned)), scale=DOTS)
    assert found.glyph in {"□", "\ufffd"}


def test_digits_and_circles_are_no_boxes() -> None:
    paper = Paper()
    paper.text(100, 300, "0123456789OQCDo")
    assert [each for each in marks_of(paper) if each.glyph in "□☑☒"] == []


def test_letters_have_straight_strokes_inside_and_ticks_have_not() -> None:
    paper = Paper()
    paper.text(100, 300, "国日田", size=16)
    letters = [each for each in marks_of(paper) if each.side > 10 * DOTS]
    assert letters
    assert min(each.straight for each in letters) > 0.3


def test_a_broken_line_is_one_line() -> None:
    paper = Paper()
    for x in range(100, 400, 50):
        paper.line(x, 300, x + 46, 300)
    (found,) = lines_of(paper)
    assert found.level
    assert (found.start, found.end) == pytest.approx((100 * DOTS, 396 * DOTS), abs=6)


@pytest.mark.parametrize("words", ["工业互联网平台王口田正", "一二——三十王", "量——质"])
def test_strokes_of_letters_and_dashes_are_no_lines(words: str) -> None:
    paper = Paper()
    paper.text(60, 300, words, size=22)
    paper.text(60, 400, words)
    assert lines_of(paper) == []


def test_a_blank_to_write_on_is_a_line_and_is_painted_over() -> None:
    paper = Paper()
    paper.text(60, 300, "金额：")
    paper.line(110, 316, 200, 316)
    lines = lines_of(paper)
    assert [each.level for each in lines] == [True]
    clean = without(grey(paper), lines)
    assert clean[round(310 * DOTS) : round(320 * DOTS), round(110 * DOTS) : round(200 * DOTS)].min() > 200


@pytest.mark.parametrize("is_round", [True, False])
def test_a_stamp_goes_and_the_text_under_it_stays(*, is_round: bool) -> None:
    clean, stamped = Paper(), Paper()
    for paper in (clean, stamped):
        paper.text(150, 330, "河北某某云智科技有限公司")
    side = 115.0 if is_round else 50.0
    stamped.stamp(170, 290, side=side, is_round=is_round)
    everything, part = stamps(red_of(stamped.pixels), scale=DOTS)
    (found,) = everything
    assert found.round == is_round
    assert found.x1 - found.x0 == pytest.approx(side * DOTS, rel=0.08)
    without_it = grey_without(stamped.pixels, part, everything, scale=DOTS)
    assert (ink_of(without_it) != ink_of(grey(clean))).mean() < 0.001


def test_two_stamps_that_overlap_are_two() -> None:
    paper = Paper()
    paper.stamp(150, 250)
    paper.stamp(220, 300)
    found, _ = stamps(red_of(paper.pixels), scale=DOTS)
    assert [each.round for each in found] == [True, True]


def test_red_headings_and_lines_are_no_stamps_and_stay() -> None:
    paper = Paper()
    paper.text(100, 80, "河北省工业和信息化厅文件", size=34, color=RED)
    paper.draw.line([60 * DOTS, 140 * DOTS, (WIDTH - 60) * DOTS, 140 * DOTS], fill=RED, width=4)
    found, part = stamps(red_of(paper.pixels), scale=DOTS)
    assert found == []
    assert not part.any()


def test_a_small_raised_number_stands_apart() -> None:
    paper = Paper()
    paper.text(60, 300, "邯山区创新路639号")
    paper.text(172, 298, "2", size=7)
    ink = ink_of(level_light(grey(paper)))[
        round(295 * DOTS) : round(320 * DOTS), round(58 * DOTS) : round(180 * DOTS)
    ]
    inked = np.flatnonzero(ink.max(axis=0))
    end = (inked[-1] - 3) / ink.shape[1]
    letters = [Letter(each, 0.05 + index * 0.085, 1.0) for index, each in enumerate("邯山区创新路639号")]
    parts = pieces([*letters, Letter("2", end, 1.0)], ink, em=EM * DOTS)
    assert ["".join(each.text for each in part) for part, _, _ in parts] == ["邯山区创新路639号", "2"]
    whole = pieces(letters, ink[:, : inked[-1] - 14], em=EM * DOTS)
    assert len(whole) == 1


def glyph(character: str, *, size: int = 28) -> Picture:
    """One letter's ink, cut close."""
    paper = Paper()
    paper.text(100, 100, character, size=size / DOTS)
    ink = ink_of(level_light(grey(paper)))
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    return ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


@pytest.mark.parametrize("side", [11.0, 14.0])
@pytest.mark.parametrize("foot", [0.3, 0.45])
def test_a_tick_without_a_box_is_one(side: float, foot: float) -> None:
    paper = Paper()
    ends = [(0.0, 0.55), (foot, 1.0), (1.1, 0.0)]
    for (ax, ay), (bx, by) in pairwise(ends):
        paper.line(200 + ax * side, 300 + ay * side, 200 + bx * side, 300 + by * side, wide=3)
    ink = ink_of(level_light(grey(paper)))
    found = check_near(ink, 206 * DOTS, 306 * DOTS, em=EM * DOTS)
    assert found is not None
    assert found.glyph == "√"
    assert found.middle == pytest.approx(((200 + 0.55 * side) * DOTS, (300 + 0.5 * side) * DOTS), abs=3)


@pytest.mark.parametrize("letter", [*"国人入八丫V/JLYyv7义又少公父大已口Nn"])
def test_a_letter_is_no_tick(letter: str) -> None:
    assert not is_check(glyph(letter))


def crossed(paper: Paper, x: float, y: float, *, side: float = 10.0) -> None:
    """A box under a thick cross that reaches over its corners."""
    paper.box(x, y, side=side)
    for start, end in (((-0.2, -0.2), (1.2, 1.2)), ((-0.2, 1.2), (1.2, -0.2))):
        ends = (x + start[0] * side, y + start[1] * side, x + end[0] * side, y + end[1] * side)
        paper.line(*ends, wide=5)


def test_a_box_under_a_pens_strokes_is_found_by_its_likes() -> None:
    paper = Paper()
    for index in range(3):
        paper.box(100 + 60 * index, 300)
    crossed(paper, 300, 300)
    ink = ink_of(level_light(grey(paper)))
    usual = usual_box(marks(ink, scale=DOTS))
    assert usual is not None
    found = box_like(usual, ink, 305 * DOTS, 305 * DOTS, em=EM * DOTS, scale=DOTS)
    assert found is not None
    assert found.glyph in "☑☒■"
    assert box_like(usual, ink, 400 * DOTS, 305 * DOTS, em=EM * DOTS, scale=DOTS) is None


def test_one_box_does_not_say_how_the_others_look() -> None:
    paper = Paper()
    paper.box(100, 300)
    assert usual_box(marks_of(paper)) is None


def test_a_tall_crossed_box_is_a_character_that_a_font_has_not() -> None:
    paper = Paper()
    x, y, wide, high = 200.0, 300.0, 10.0, 13.0
    ends = [(0, 0), (wide, 0), (wide, high), (0, high), (0, 0), (wide, high), (wide, 0), (0, high)]
    for (ax, ay), (bx, by) in pairwise(ends):
        paper.line(x + ax, y + ay, x + bx, y + by)
    (found,) = marks_of(paper)
    assert found.glyph == "\ufffd"


def test_a_grey_ring_is_seen_and_text_is_none() -> None:
    paper = Paper()
    for index in range(20):
        paper.text(60, 100 + 30 * index, "本单位承诺所填内容真实完整并对其负责，如有不实愿承担责任。")
    plain = ink_of(level_light(grey(paper)))
    assert not has_ring(plain, scale=DOTS)
    paper.stamp(300, 300)
    assert not is_colourless(paper.pixels)
    assert is_colourless(np.repeat(grey(paper)[..., None], 3, axis=2))
    assert has_ring(ink_of(level_light(grey(paper))), scale=DOTS)


def on_a_table(*, shadow: float) -> Picture:
    """A sheet seen aslant; its lower part lies in a shadow as dark as the table."""
    size = (780, 1100)
    corners = np.array([[84, 26], [775, 76], [740, 1010], [36, 1050]], np.float32)
    sheet = cv2.fillConvexPoly(np.zeros(size[::-1], np.uint8), corners.astype(np.int32), 1)
    light = np.where(sheet > 0, 240.0, 130.0)
    soft = 1 / (1 + np.exp(-(np.arange(size[1]) - 700) / 40))
    lit = (light * (1 - shadow * soft)[:, None]).astype(np.uint8)
    return np.repeat(lit[..., None], 3, axis=2)


@pytest.mark.parametrize("shadow", [0.0, 0.2, 0.35])
def test_a_sheet_is_found_whatever_shadow_lies_on_it(shadow: float) -> None:
    found = paper_of(on_a_table(shadow=shadow))
    assert found is not None
    corner = np.linalg.inv(found.forth) @ [found.size[0], found.size[1], 1]
    assert np.allclose(corner[:2] / corner[2], (740, 1010), atol=12)


def test_a_page_that_fills_its_picture_is_no_sheet_on_a_table() -> None:
    paper = Paper()
    for index in range(30):
        paper.text(60, 60 + 24 * index, "本单位承诺所填内容真实完整并对其负责，如有不实愿承担责任。")
    assert paper_of(paper.pixels) is None


def test_a_table_seen_aslant_and_close_up_stands_upright_again() -> None:
    paper = Paper()
    for y in range(60, 800, 40):
        paper.line(40, y, 555, y)
        paper.text(60, y + 12, "本单位承诺所填内容真实完整并对其负责，如有不实愿承担")
    for x in (40, 555):
        paper.line(x, 60, x, 780)
    height, width = paper.pixels.shape[:2]
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    seen = np.array([[90, 20], [width - 20, 0], [width - 130, height], [-10, height - 50]], np.float32)
    slant = cv2.getPerspectiveTransform(corners, seen)
    photo = cv2.warpPerspective(paper.pixels, slant, (width, height), borderMode=cv2.BORDER_REPLICATE)
    page = upright(np.asarray(photo[60 : height - 80, 40 : width - 40]))
    lines = ruled(ink_of(level_light(cv2.cvtColor(page.image, cv2.COLOR_RGB2GRAY))), scale=DOTS_READ)
    sides = [each for each in lines if not each.level and each.end - each.start > 0.8 * page.image.shape[0]]
    assert not page.photo
    assert len(sides) == 2


def test_a_pen_along_one_side_of_a_box_does_not_hide_the_tick_inside() -> None:
    paper = Paper()
    paper.box(200, 300, mark="tick")
    paper.line(203, 301, 214, 300, wide=4)  # the long leg lies on the upper side
    (found,) = (each for each in marks_of(paper) if each.side > 7 * DOTS)
    assert found.glyph in "☑☒\ufffd"

"""Boxes, ruled lines and stamps by their shape alone; nothing is recognised here."""

from __future__ import annotations

import numpy as np
import pytest

from tests.extractors.readers.picture.drawn import DOTS, EM, RED, WIDTH, Paper, Picture

cv2 = pytest.importorskip("cv2")

from extractors.readers.picture.engine import Letter  # noqa: E402
from extractors.readers.picture.marks import Mark, marks  # noqa: E402
from extractors.readers.picture.raised import pieces  # noqa: E402
from extractors.readers.picture.ruling import Stroke, ruled, without  # noqa: E402
from extractors.readers.picture.seals import grey_without, red_of, stamps  # noqa: E402
from extractors.readers.picture.sheet import ink_of, level_light  # noqa: E402


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

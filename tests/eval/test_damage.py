"""What the damage makers do to a page, looked at pixel by pixel."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

pytest.importorskip("cv2")

from eval.formats.paper import Pixels
from eval.formats.pen import HABITS, filled_by_hand
from eval.formats.spots import Character
from eval.formats.wear import WEAR, worn

DPI = 144
PRINTED = (
    Character("☑", 40, 40, 52, 52),
    Character("□", 100, 40, 112, 52),
    Character("国", 140, 40, 152, 52),
)


def page() -> Pixels:
    blank: Pixels = np.full((400, 360, 3), 255, np.uint8)
    blank[80:104, 280:304] = 0  # a letter
    blank[200:240, 40:300] = 40
    return blank


@pytest.mark.parametrize("habit", HABITS)
def test_a_pen_ticks_the_ticked_boxes_and_leaves_the_others_empty(habit: str) -> None:
    pixels = page()
    filled_by_hand(pixels, PRINTED, dpi=DPI, rng=Random(3), habit=habit)  # noqa: S311 - reproducible chance, no secret
    ticked, empty = pixels[86:98, 86:98], pixels[86:98, 206:218]
    assert (ticked < 200).mean() > 0.05
    assert empty.min() > 200
    assert (pixels[80:104, 200:224] < 100).any()  # its border
    assert (pixels[80:104, 280:304] == 0).all()


@pytest.mark.parametrize("step", WEAR)
def test_wear_changes_a_page_the_same_way_each_time(step: str) -> None:
    chance = (Random(5), Random(5))  # noqa: S311 - reproducible chance, no secret
    once, twice = (worn(page(), (step,), rng=each, dpi=DPI) for each in chance)
    assert once.shape == page().shape
    assert (once == twice).all()
    assert (once != page()).any()
    assert once[200:240, 100:200].mean() < 150  # what is printed can still be seen

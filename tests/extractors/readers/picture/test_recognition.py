"""A page of a form as scanners, phones and careless people deliver it: the same words, boxes and stamps."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from extractors.page import Page, Run
from extractors.readers.picture import recognise, recognised
from extractors.text import squeeze
from tests.extractors.readers.picture.drawn import (
    COLUMNS,
    HEIGHT,
    LABELS,
    ROWS,
    VALUES,
    WIDTH,
    Picture,
    form,
)

cv2 = pytest.importorskip("cv2")

TICKS = "□国有☑民营□三资□其他"


def words(page: Page) -> str:
    return squeeze("".join(run.text for run in page.runs))


def of_row(page: Page, row: int) -> str:
    runs = [run for run in page.runs if ROWS[row] < (run.top + run.bottom) / 2 < ROWS[row + 1]]
    return squeeze("".join(run.text for run in sorted(runs, key=lambda run: run.x0)))


def run_of(page: Page, text: str) -> Run:
    return next(run for run in page.runs if text in squeeze(run.text))


def noisy(image: Picture, *, seed: int = 1) -> Picture:
    noise = np.random.default_rng(seed).normal(0, 5, image.shape)
    blurred: Picture = np.clip(cv2.GaussianBlur(image, (0, 0), 0.6) + noise, 0, 255).astype(np.uint8)
    return blurred


def leaning(image: Picture, degrees: float) -> Picture:
    height, width = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    return np.asarray(cv2.warpAffine(image, matrix, (width, height), borderValue=(250, 250, 250)))


def photographed(image: Picture) -> tuple[Picture, Any]:
    """On a dark table, aslant, lit from one side; and the homography from the page to the photo."""
    height, width = image.shape[:2]
    corners = np.array([[210, 150], [1290, 230], [1370, 1790], [110, 1700]], np.float32)
    page = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(page, corners)
    size = (1500, 1950)
    photo = cv2.warpPerspective(image, matrix, size, borderValue=(70, 60, 50), flags=cv2.INTER_AREA)
    light = np.linspace(0.65, 1.0, size[0])[None, :, None]
    lit: Picture = (photo * light).astype(np.uint8)
    return lit, matrix


@pytest.fixture(scope="module")
def scan() -> Page:
    return recognise(noisy(leaning(form().pixels, 0.8)), number=3, width=WIDTH, height=HEIGHT)


def test_a_scan_says_every_label_and_value(scan: Page) -> None:
    said = words(scan)
    assert [each for each in (*LABELS, *VALUES[:2], *VALUES[3:]) if each not in said] == []
    assert (scan.number, scan.width, scan.height) == (3, WIDTH, HEIGHT)


def test_boxes_stand_in_their_places_in_the_text(scan: Page) -> None:
    assert of_row(scan, 2) == "企业性质" + TICKS
    assert "口" in run_of(scan, "接入").text


def test_no_word_of_the_stamp_is_read_and_its_place_is_known(scan: Page) -> None:
    assert "公章" not in words(scan)
    (seal,) = scan.seals
    assert seal.round
    assert seal.page == 3
    assert np.allclose(seal.bbox, (190, 235, 305, 350), atol=8)


def test_the_ruled_lines_are_the_tables(scan: Page) -> None:
    level = sorted(round(rule.top) for rule in scan.rules if rule.top == rule.bottom)
    upright = sorted(round(rule.x0) for rule in scan.rules if rule.x0 == rule.x1)
    assert np.allclose(level, ROWS, atol=2)
    assert np.allclose(upright, COLUMNS, atol=2)


def test_a_value_stands_in_its_cell_with_its_sureness(scan: Page) -> None:
    run = run_of(scan, VALUES[1])
    assert COLUMNS[1] < run.x0 < run.x1 < COLUMNS[2]
    assert ROWS[1] < run.top < run.bottom < ROWS[2]
    assert run.ocr is not None
    assert 0.8 < run.ocr <= 1.0


@pytest.mark.parametrize("turns", [1, 2])
def test_a_turned_page_is_read_upright(turns: int) -> None:
    sideways = np.ascontiguousarray(np.rot90(form(stamped=False).pixels, turns))
    size = (HEIGHT, WIDTH) if turns % 2 else (WIDTH, HEIGHT)
    page = recognise(sideways, number=1, width=size[0], height=size[1])
    assert page.turns == turns  # counter-clockwise was it turned, clockwise it is turned back
    assert (page.width, page.height) == (WIDTH, HEIGHT)
    assert VALUES[0] in words(page)
    run = run_of(page, VALUES[0])
    assert COLUMNS[1] < run.x0 < run.x1 < COLUMNS[2]
    assert ROWS[0] < run.top < run.bottom < ROWS[1]


def test_a_photo_of_a_page_is_read_and_leads_back_to_the_photo() -> None:
    photo, matrix = photographed(form(dots=200 / 72).pixels)
    page, back = recognised(photo, number=1, width=540, height=702)
    said = words(page)
    assert [each for each in (*LABELS, *VALUES[:2], *VALUES[3:]) if each not in said] == []
    boxes = sorted((run for run in page.runs if set("□☑") & set(run.text)), key=lambda run: run.x0)
    assert squeeze("".join(run.text for run in boxes)) == TICKS
    assert len(page.seals) == 1
    run = run_of(page, VALUES[5])
    middle = np.array(back).reshape(3, 3) @ [(run.x0 + run.x1) / 2, (run.top + run.bottom) / 2, 1]
    on_page = np.array([COLUMNS[1] + 10 + 71, ROWS[5] + 20, 72 / 200]) * 200 / 72  # points to pixels
    there = matrix @ on_page
    assert np.allclose(middle[:2] / middle[2], there[:2] / there[2] * 540 / 1500, atol=9)


def test_a_blank_page_says_nothing() -> None:
    blank = np.full((700, 500, 3), 250, np.uint8)
    page = recognise(blank, number=1, width=WIDTH, height=HEIGHT)
    assert (page.runs, page.rules, page.seals) == ((), (), ())

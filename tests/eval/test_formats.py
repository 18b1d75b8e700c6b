"""Filings in other formats: the makers keep their word, and a small share of them is read on every run."""

from __future__ import annotations

import io
import shutil
import zipfile

import pikepdf
import pypdfium2
import pytest

from eval import baseline
from eval.filings.paths import PATHS
from eval.formats.compositions import composed
from eval.formats.filed import UPRIGHT, Filed, Filing, Patch, load, save
from eval.formats.html import LOOKS as WEB_LOOKS
from eval.formats.html import page
from eval.formats.kinds import FORMATS
from eval.formats.places import PagedPlaces
from eval.formats.reports import LOOKS, report
from eval.formats.reworked import cropped, drawn_turned, locked, two_up
from eval.formats.run import PLANS, Run, figures, run
from eval.formats.scans import LOOKS as SCAN_LOOKS
from eval.formats.scans import Way, scanned
from eval.formats.spots import characters, page_sizes, spots_of

NO_OFFICE = shutil.which("soffice") is None and shutil.which("libreoffice") is None


@pytest.fixture(scope="module")
def found() -> Run:
    return run(PLANS["smoke"])


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return report(composed("printed", 3)[1], LOOKS["strokes"])


def test_no_format_is_worse_than_the_baseline_by_more_than_its_error(found: Run) -> None:
    made = figures(found)
    known = {name: each for name, each in baseline.known("formats, smoke").items() if name in made}
    assert baseline.worse(made, known) == []
    for name, each in made.items():
        if name.endswith(("exact match", "ticks right")):  # how many places there are, the reader decides
            assert each.total == known[name]["of"], name


@pytest.mark.skipif(NO_OFFICE, reason="LibreOffice is not installed")
def test_every_format_of_the_small_share_was_made_and_read(found: Run) -> None:
    assert found.absent == {}
    assert [(each.case, each.unread) for each in found.delivered if each.unread] == []


def test_equal_drawings_are_equal_bytes(pdf: bytes) -> None:
    assert report(composed("printed", 3)[1], LOOKS["strokes"]) == pdf
    truth = composed("printed", 3)[0].finish(b"")
    way = Way(SCAN_LOOKS["office"], photo=True)
    once, twice = (scanned("x", truth, pdf, way=way, seed=1, pages=(3,)) for _ in range(2))
    assert once.files == twice.files


@pytest.mark.parametrize("look", list(LOOKS))
def test_a_report_says_all_the_names_of_its_filing(look: str) -> None:
    script, blocks = composed("tables", 4)
    drawn = report(blocks, LOOKS[look])
    opened = pypdfium2.PdfDocument(drawn)
    squeezed = "".join("".join(opened[at].get_textpage().get_text_range().split()) for at in range(4))
    for path in ("applicant.organization_code", "applicant.contact.email"):
        assert str(script.values[path]).replace("-", "") in squeezed.replace("-", "")


@pytest.mark.parametrize("look", list(WEB_LOOKS))
def test_a_web_page_holds_every_row_and_both_sorts_of_boxes(look: str) -> None:
    script, blocks = composed("printed", 5)
    html = page("申报书", blocks, WEB_LOOKS[look])
    on, off = {"input": ("checked>", 'checkbox">')}.get(WEB_LOOKS[look].marks, ("", ""))
    assert str(script.values["applicant.name"])[:4] in "".join(html.split())
    assert on in html
    assert off in html


def test_a_turned_page_looks_as_before(pdf: bytes) -> None:
    before, after = pypdfium2.PdfDocument(pdf), pypdfium2.PdfDocument(drawn_turned(pdf)[0])
    for at in range(3):
        one, two = (each[at].render(scale=0.4).to_pil().convert("L") for each in (before, after))
        assert one.size == two.size
        assert (
            sum(abs(a - b) for a, b in zip(one.tobytes(), two.tobytes(), strict=True)) / len(one.tobytes())
            < 3
        )


def test_a_cropped_page_shows_what_it_showed_and_hides_the_printers_words(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(cropped(pdf)[0])) as changed:
        assert changed.pages[0].cropbox != changed.pages[0].mediabox
    before, after = pypdfium2.PdfDocument(pdf), pypdfium2.PdfDocument(cropped(pdf)[0])
    assert before[0].get_size() == pytest.approx(after[0].get_size(), abs=0.01)


def test_a_locked_file_opens_with_its_password_only(pdf: bytes) -> None:
    data = locked(pdf, user="123456")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(data))
    with pikepdf.open(io.BytesIO(data), password="123456") as opened:  # noqa: S106 - of this test
        assert len(opened.pages) == len(page_sizes(pdf))


def test_a_place_is_right_only_where_the_value_stands(pdf: bytes) -> None:
    truth = composed("printed", 3)[0].finish(b"")
    name = str(truth.values["applicant.organization_code"])
    number, first = next(
        (at, chars[words.index(name)])
        for at in range(1, 6)
        for chars in [[c for c in characters(pdf, at) if c.text.strip()]]
        for words in ["".join(c.text for c in chars)]
        if name in words
    )
    places = PagedPlaces(Filed("x", {}, truth, source=pdf))

    def problem(dx: float, page: int = number) -> str:
        box = [first.x0 + dx, first.top, first.x0 + dx + 150, first.bottom]
        evidence = [{"file": "x.pdf", "page": page, "bbox": box, "quote": name}]
        return places.problem("applicant.organization_code", name, evidence)

    assert problem(0) == ""
    assert problem(40) != ""
    assert problem(0, page=number + 1) != ""


def test_places_follow_a_page_that_was_scaled_and_moved(pdf: bytes) -> None:
    sheets = two_up(pdf)[1]
    assert sheets is not None
    assert [patch.page for patch in sheets[1]] == [3, 4]
    assert sheets[1][0].matrix[2] < sheets[1][1].matrix[2]


def test_seals_are_asked_for_on_the_cover(pdf: bytes) -> None:
    assert {spot.bureau for spot in spots_of(pdf, 1)} == {True, False}


@pytest.mark.skipif(NO_OFFICE, reason="LibreOffice is not installed")
def test_an_archive_has_its_names_in_gbk_without_the_flag() -> None:
    (filed,) = FORMATS["submission-zip"]([Filing("printed", 7)])
    with zipfile.ZipFile(io.BytesIO(filed.files[filed.name])) as archive:
        assert {each.flag_bits & 0x800 for each in archive.infolist()} == {0}
        names = {each.filename.encode("cp437").decode("gbk") for each in archive.infolist()}
        assert "printed-7/附件/附件1 营业执照.jpg" in names
        assert archive.testzip() is None


def test_what_was_saved_is_loaded(tmp_path: object, pdf: bytes) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    truth = composed("printed", 3)[0].finish(b"")
    save(Filed("x", {"x.pdf": pdf}, truth, source=pdf, sheets=((Patch(1, UPRIGHT),),)), folder)
    loaded, target = load(folder / "x.json")
    assert target.read_bytes() == pdf == loaded.source
    assert loaded.sheets == ((Patch(1, UPRIGHT),),)
    assert set(loaded.truth.states) == set(PATHS)

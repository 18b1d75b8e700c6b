"""The audit reports of a submission are looked at for their QR codes, wherever the files came from."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import segno
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extractors.attached.codes import codes_on
from extractors.check import check
from extractors.errors import ReadError
from extractors.form import Form
from extractors.rules import Context
from extractors.submission import extract
from extractors.workers import Crew, Task
from extractors.workers.confine import Bounds
from extractors.workers.hands import Hand, Starter
from notices.hebei_2022_719.form import SPEC
from notices.hebei_2022_719.rules import RULES
from tests.extractors.test_submission import application, submission

SAYS = "https://example.com/report/{year}"
CODED, BARE = "附件3/2021年度审计报告.pdf", "附件3/2020年度审计报告.pdf"


def report(year: int, *, coded: bool) -> bytes:
    """An audit report of two pages with a text layer; its code, if it has one, is on the second."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(595, 842))
    canvas.setFont("STSong-Light", 22)
    canvas.drawCentredString(297, 700, f"{year}年度审计报告")
    canvas.showPage()
    canvas.setFont("STSong-Light", 12)
    canvas.drawString(72, 700, f"我们审计了某某公司的财务报表，包括{year}年12月31日的资产负债表。")
    if coded:
        picture = io.BytesIO()
        segno.make_qr(SAYS.format(year=year)).save(picture, kind="png", scale=4)
        canvas.drawImage(ImageReader(picture), 460, 60, 70, 70)
    canvas.showPage()
    canvas.save()
    return made.getvalue()


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {
        "申报书.docx": application(),
        CODED: report(2021, coded=True),
        BARE: report(2020, coded=False),
    }


def bare_reports(form: Form) -> list[str]:
    """The files that are said to have no code."""
    found = check(form, rules={"ATT003": RULES["ATT003"]}, context=Context()).findings
    return [each.evidence[0].file for each in found if "二维码" in each.message]


def packed(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def test_codes_of_a_folder_are_found_and_a_report_without_one_is_told_of(
    tmp_path: Path, files: dict[str, bytes]
) -> None:
    told: list[str] = []
    form = extract(
        submission(tmp_path, files), spec=SPEC, progress=lambda what, done, total: told.append(what)
    )
    assert form.attached is not None
    assert form.attached.codes is not None
    assert [tuple(each) for each in form.attached.codes] == [(CODED, 2, SAYS.format(year=2021))]
    assert form.attached.looked_at == {CODED, BARE}
    assert bare_reports(form) == [BARE]
    assert "查找附件上的二维码" in told


def test_codes_are_found_in_an_archive_inside_an_archive(tmp_path: Path, files: dict[str, bytes]) -> None:
    inner = packed({CODED: files[CODED]})
    outer = submission(
        tmp_path, {"材料.zip": packed({"申报书.docx": files["申报书.docx"], "附件.zip": inner})}
    )
    form = extract(outer / "材料.zip", spec=SPEC)
    assert form.attached is not None
    assert [each.text for each in form.attached.codes or ()] == [SAYS.format(year=2021)]


class Failing(Crew):
    """Its workers fail at looking for codes."""

    def submit(
        self, function: Callable[..., Any], /, *arguments: Any, seconds: float | None = None, name: str = ""
    ) -> Task[Any]:
        if function is not codes_on:
            return super().submit(function, *arguments, seconds=seconds, name=name)
        task: Task[Any] = Task(function, arguments, seconds=1.0, name=name)
        task.settle(ReadError("读取超时。"))
        return task


def test_a_report_that_fails_to_be_drawn_is_not_said_to_have_no_code(
    tmp_path: Path, files: dict[str, bytes]
) -> None:
    with Failing() as crew:
        form = extract(submission(tmp_path, files), spec=SPEC, crew=crew)
    assert form.attached is not None
    assert form.attached.looked_at == frozenset()
    assert bare_reports(form) == []


class Unstartable(Starter):
    """It must not be asked for a worker."""

    def __init__(self) -> None:
        """It has nothing to keep."""

    def start(self) -> Hand:
        raise AssertionError("a worker was wanted")

    def close(self) -> None:
        """It has started nothing."""


def test_a_lone_word_file_without_reports_starts_no_worker(tmp_path: Path, files: dict[str, bytes]) -> None:
    submission(tmp_path, {"申报书.docx": files["申报书.docx"]})

    def starting(_: Bounds) -> Starter:
        return Unstartable()

    with Crew(starting=starting) as crew:
        form = extract(tmp_path / "申报书.docx", spec=SPEC, crew=crew)
    assert form.attached is not None
    assert form.attached.codes is None


def test_pages_that_were_left_out_leave_open_whether_an_attachment_is_there(
    tmp_path: Path, files: dict[str, bytes]
) -> None:
    scanned = io.BytesIO()
    canvas = Canvas(scanned, pagesize=(595, 842))
    code = io.BytesIO()
    segno.make_qr("扫描").save(code, kind="png", scale=8)
    canvas.setFont("Helvetica", 14)
    canvas.drawString(72, 780, "Attachments of the application, 2021, from page two on")
    canvas.showPage()
    canvas.drawImage(ImageReader(code), 0, 0, 595, 842)
    canvas.showPage()
    canvas.save()
    given = {**files, "扫描件0001.pdf": scanned.getvalue()}
    form = extract(submission(tmp_path, given), spec=SPEC, fast=True)
    assert form.attached is not None
    assert form.attached.unknown == ("扫描件0001.pdf",)
    found = check(form, rules={"ATT001": RULES["ATT001"]}, context=Context()).findings
    assert {each.status for each in found} == {"review"}


def test_what_is_proposed_is_in_the_form_before_its_attachments_are(
    tmp_path: Path, files: dict[str, bytes]
) -> None:
    seen: list[str] = []

    def propose(form: Form, document: object) -> Form:
        seen.append(getattr(document, "name", ""))
        assert form.attached is None or not form.attached.parts
        return form

    form = extract(submission(tmp_path, files), spec=SPEC, propose=propose)
    assert seen == ["申报书.docx"]
    assert form.attached is not None
    assert form.attached.parts

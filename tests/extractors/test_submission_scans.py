"""Pages that have to be recognised: all of them, those of the form alone, pictures that are pages.

The recognition itself is not run: a page is "recognised" by giving what a text PDF says on it.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from extractors.errors import ReadError, TimedOut
from extractors.guard import LIMITS
from extractors.page import Page, Pages
from extractors.readers import compose, pdf
from extractors.submission import extract
from extractors.submission.tasks import Partly, Whole, examine, recognise
from extractors.workers import Crew, Task
from notices.hebei_2022_719.form import SPEC
from tests.extractors.test_submission import LETTER, application, kinds

FAILS = "坏页"  # in the name of a file whose second page cannot be recognised


@pytest.fixture(scope="module")
def pages(libreoffice: Path, tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The pages of a filing, printed by LibreOffice."""
    folder = tmp_path_factory.mktemp("printed")
    (folder / "a.docx").write_bytes(application())
    profile = (folder / "profile").as_uri()
    command = [str(libreoffice), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(folder), str(folder / "a.docx")], check=True, capture_output=True
    )
    found = pdf.first_look(folder / "a.pdf")
    shutil.rmtree(folder)
    return found


class Desk(Crew):
    """A crew that does its tasks itself, and looks at no picture: `looked_at` has what it was asked for."""

    def __init__(self, pages: Pages) -> None:
        super().__init__(workers=2, limits=LIMITS)
        self.pages = pages
        self.looked_at: list[tuple[str, int]] = []

    def submit(
        self, function: Callable[..., Any], /, *arguments: Any, seconds: float | None = None, name: str = ""
    ) -> Task[Any]:
        task: Task[Any] = Task(function, arguments, seconds=seconds or 1.0, name=name)
        mine: dict[Any, Callable[..., Any]] = {examine: self.examine, recognise: self.recognise}
        done = mine.get(function, function)
        try:
            task.settle(done(*arguments))
        except ReadError as error:
            task.settle(error)
        return task

    def examine(self, path: Path, name: str) -> Any:
        """`scan.pdf` has all the pages unread, `mixed.pdf` those from the 10th on, `3.jpg` is the 3rd."""
        count = self.pages.count
        if path.suffix == ".jpg":
            return Partly("jpeg", "0" * 64, Pages(1, (), (1,)))
        if path.stem.startswith("text"):
            return Whole(compose(self.pages, name=name, kind="pdf", sha256="0" * 64))
        if path.suffix == ".pdf":
            first = 10 if path.stem.startswith("mixed") else 1
            read = tuple(page for page in self.pages.read if page.number < first)
            more = 20 if path.stem.startswith("mixed") else 0  # pages of attachments
            return Partly("pdf", "0" * 64, Pages(count + more, read, tuple(range(first, count + more + 1))))
        return examine(path, name)

    def recognise(self, path: Path, number: int, kind: str) -> Page:
        self.looked_at.append((path.name, number))
        if FAILS in path.name and (number == 2 or "全" in path.name):
            raise TimedOut("读取超时。")
        at = int(path.stem) if kind == "jpeg" else number
        if at > self.pages.count:
            return Page(number, 595.0, 842.0, ())
        page = self.pages.read[at - 1]
        return replace(page, number=number, runs=tuple(run._replace(ocr=0.97) for run in page.runs))


@pytest.fixture
def desk(pages: Pages) -> Desk:
    return Desk(pages)


def files(folder: Path, *names: str, **contents: bytes) -> Path:
    """These files; one without content is a PDF or a picture by its name."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes({".pdf": b"%PDF-1.7\n", ".jpg": b"\xff\xd8\xff"}.get(path.suffix, b"x"))
    for name, content in contents.items():
        (folder / f"{name}.docx").write_bytes(content)
    return folder


def values(form: Any) -> dict[str, Any]:
    return {field.path: answer.value for field, answer in form if field.kind in ("text", "int", "code")}


# --- every page ---------------------------------------------------------------------------------------------


def test_a_scan_gives_the_form_with_pages(tmp_path: Path, desk: Desk, pages: Pages) -> None:
    form = extract(files(tmp_path, "scan.pdf") / "scan.pdf", spec=SPEC, crew=desk)
    assert [number for _, number in desk.looked_at] == list(range(1, pages.count + 1))
    assert form["applicant.name"].evidence[0].page is not None
    assert form.files == ({"path": "scan.pdf", "kind": "application", "pages": pages.count},)


def test_progress_is_told_of_in_pages(tmp_path: Path, desk: Desk, pages: Pages) -> None:
    told: list[tuple[str, int, int]] = []
    extract(
        files(tmp_path, "scan.pdf") / "scan.pdf",
        spec=SPEC,
        crew=desk,
        progress=lambda what, done, total: told.append((what, done, total)),
    )
    assert ("识别扫描页", pages.count, pages.count) in told


def test_a_page_that_fails_is_told_of_and_costs_no_other(tmp_path: Path, desk: Desk) -> None:
    path = files(tmp_path, f"{FAILS}.pdf") / f"{FAILS}.pdf"
    form = extract(path, spec=SPEC, crew=desk)
    assert form.filled("platform.name") or form.filled("applicant.name")
    assert any("第 2 页没有识别出来" in each for each in form.warnings)


def test_a_file_all_of_whose_pages_fail_is_a_file_that_is_not_read(tmp_path: Path, desk: Desk) -> None:
    form = extract(files(tmp_path, f"全{FAILS}.pdf", 申报书=application()), spec=SPEC, crew=desk)
    assert kinds(form) == {f"全{FAILS}.pdf": "attachment", "申报书.docx": "application"}
    assert [each for each in form.warnings if "读取超时" in each] == ["未读取“全坏页.pdf”：读取超时。"]


# --- only what the form needs -------------------------------------------------------------------------------


def test_fast_reads_text_pages_and_the_form_only(tmp_path: Path, desk: Desk, pages: Pages) -> None:
    path = files(tmp_path, "mixed.pdf") / "mixed.pdf"
    form = extract(path, spec=SPEC, crew=desk, fast=True)
    assert max(number for _, number in desk.looked_at) <= pages.count + desk.workers
    assert min(number for _, number in desk.looked_at) == 10
    whole = extract(path, spec=SPEC, crew=Desk(pages))
    assert values(form) == values(whole)
    assert any("没有识别，" in each and "--fast" in each for each in form.warnings)


def test_fast_recognises_nothing_beside_a_typed_form(tmp_path: Path, desk: Desk) -> None:
    form = extract(
        files(tmp_path, "scan.pdf", "附件/3.jpg", 申报书=application()), spec=SPEC, crew=desk, fast=True
    )
    assert desk.looked_at == []
    assert kinds(form)["申报书.docx"] == "application"


def test_fast_leaves_a_file_that_has_nothing_of_the_form(tmp_path: Path, pages: Pages) -> None:
    desk = Desk(Pages(40, tuple(Page(number, 595.0, 842.0, ()) for number in range(1, 41))))
    with pytest.raises(ReadError):
        extract(files(tmp_path, "scan.pdf") / "scan.pdf", spec=SPEC, crew=desk, fast=True)
    assert len(desk.looked_at) < 15


# --- copies -------------------------------------------------------------------------------------------------


def test_the_typed_copy_gives_the_values_and_the_scan_is_kept(tmp_path: Path, desk: Desk) -> None:
    form = extract(files(tmp_path, "a-scan.pdf", 申报书=application()), spec=SPEC, crew=desk)
    assert kinds(form) == {"a-scan.pdf": "application", "申报书.docx": "application"}
    assert {each.file for each in form["applicant.name"].evidence} == {"申报书.docx"}
    (copy,) = form.copies
    assert copy["applicant.name"].evidence[0].file == "a-scan.pdf"
    assert copy.value("applicant.name") == form.value("applicant.name")
    assert not any("没有采用" in each for each in form.warnings)


def test_a_printed_copy_goes_before_a_scanned_one(tmp_path: Path, desk: Desk) -> None:
    form = extract(files(tmp_path, "a-scan.pdf", "text.pdf"), spec=SPEC, crew=desk)
    assert {each.file for each in form["applicant.name"].evidence} == {"text.pdf"}
    assert [copy["applicant.name"].evidence[0].file for copy in form.copies] == ["a-scan.pdf"]


def test_two_scans_are_told_of(tmp_path: Path, desk: Desk) -> None:
    form = extract(files(tmp_path, "a-scan.pdf", "b-scan.pdf"), spec=SPEC, crew=desk)
    assert form.copies == ()
    assert any("没有采用" in each for each in form.warnings)


def test_a_blank_form_is_no_copy(tmp_path: Path, desk: Desk) -> None:
    from tests.extractors.test_submission import blank_form

    form = extract(files(tmp_path, "a-scan.pdf", 模板=blank_form()), spec=SPEC, crew=desk)
    assert {each.file for each in form["applicant.name"].evidence} == {"a-scan.pdf"}
    assert form.copies == ()


# --- a picture each page ------------------------------------------------------------------------------------


def test_pictures_of_pages_are_one_application_in_the_order_people_count(
    tmp_path: Path, desk: Desk, pages: Pages
) -> None:
    names = [f"照片/{number}.jpg" for number in range(1, pages.count + 1)]
    form = extract(files(tmp_path, *names), spec=SPEC, crew=desk)
    scan = extract(files(tmp_path / "b", "scan.pdf") / "scan.pdf", spec=SPEC, crew=Desk(pages))
    assert values(form) == values(scan)
    at = scan["applicant.name"].evidence[0].page
    assert (form["applicant.name"].evidence[0].file, form["applicant.name"].evidence[0].page) == (
        f"照片/{at}.jpg",
        1,
    )
    assert kinds(form)[f"照片/{at}.jpg"] == "application"


def test_a_letter_beside_pictures_is_an_attachment(tmp_path: Path, desk: Desk, pages: Pages) -> None:
    names = [f"{number}.jpg" for number in range(1, pages.count + 1)]
    form = extract(files(tmp_path, *names, 信=LETTER), spec=SPEC, crew=desk)
    assert kinds(form)["信.docx"] == "attachment"

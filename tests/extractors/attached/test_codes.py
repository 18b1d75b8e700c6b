"""QR codes are found on drawn pages, in photographs and in the pictures of a Word file."""

import io
from pathlib import Path

import docx
import pytest
import zxingcpp
from PIL import Image

from extractors.attached.codes import Wanted, codes_on, pages_wanted, with_codes
from extractors.check import check
from extractors.errors import ReadError
from extractors.rules import Context
from notices.hebei_2022_719.rules import RULES
from tests.extractors.attached.papers import attached, document, with_attachments

SAYS = "https://example.com/report/2021"


def page(*, coded: bool) -> Image.Image:
    """A page of A4 at 100 dpi, with a code of 2 cm in a corner or without."""
    made = Image.new("RGB", (827, 1169), "white")
    if coded:
        code = zxingcpp.create_barcode(SAYS, zxingcpp.BarcodeFormat.QRCode).to_image(scale=3)
        made.paste(Image.fromarray(code), (680, 40))
    return made


def pdf(path: Path, *pages: Image.Image) -> Path:
    pages[0].save(path, save_all=True, append_images=pages[1:], resolution=100)
    return path


def word(path: Path, *, coded: bool) -> Path:
    made = docx.Document()
    made.add_paragraph("审计报告")
    picture = io.BytesIO()
    page(coded=coded).save(picture, "PNG")
    picture.seek(0)
    made.add_picture(picture)
    made.save(str(path))
    return path


def test_a_code_is_found_on_its_page(tmp_path: Path) -> None:
    path = pdf(tmp_path / "报告.pdf", page(coded=False), page(coded=True))
    assert codes_on(path) == ((2, SAYS),)
    assert codes_on(path, (1,)) == ()


def test_a_code_is_found_in_a_photograph(tmp_path: Path) -> None:
    page(coded=True).save(tmp_path / "报告.jpg", quality=70)
    assert codes_on(tmp_path / "报告.jpg") == ((1, SAYS),)


@pytest.mark.parametrize(("coded", "found"), [(True, ((None, SAYS),)), (False, ())])
def test_a_code_is_found_in_a_word_file(tmp_path: Path, *, coded: bool, found: object) -> None:
    assert codes_on(word(tmp_path / "报告.docx", coded=coded)) == found


def test_where_no_pages_are_drawn_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "报告.csv").write_text("审计报告,2021\n", encoding="utf-8")
    assert codes_on(tmp_path / "报告.csv") is None


def test_a_broken_file_is_an_error_of_reading(tmp_path: Path) -> None:
    (tmp_path / "报告.pdf").write_bytes(b"%PDF-1.7\nnothing")
    with pytest.raises(ReadError):
        codes_on(tmp_path / "报告.pdf")


def test_only_reports_are_looked_at() -> None:
    form = with_attachments(
        document("2021审计报告.pdf", "审计报告", "正文。"),
        document("附件3 服务合同.pdf", "技术服务合同", "正文。"),
    )
    assert pages_wanted(form) == (Wanted("2021审计报告.pdf"),)
    assert attached(document("设备清单.pdf", "设备清单")).codes is None


@pytest.mark.parametrize(
    ("found", "rules"),
    [
        ({"2021审计报告.pdf": ((1, SAYS),)}, []),
        ({"2021审计报告.pdf": ()}, ["ATT003"]),
        ({"2021审计报告.pdf": None}, []),
        ({}, []),
    ],
)
def test_a_report_without_a_code_is_told_of(
    found: dict[str, tuple[tuple[int | None, str], ...] | None], rules: list[str]
) -> None:
    form = with_codes(with_attachments(document("2021审计报告.pdf", "2021年度审计报告", "正文。")), found)
    only = {"ATT003": RULES["ATT003"]}
    assert [each.rule for each in check(form, rules=only, context=Context()).findings] == rules

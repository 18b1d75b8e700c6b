"""Submissions as people hand them in: Word files, sheets and PDF, read by the readers."""

import io
import re
from pathlib import Path
from random import Random
from typing import Any

import docx
import openpyxl
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.table import Table

from eval.filings.hand import HANDS
from eval.filings.styles import STYLES
from eval.filings.truth import draw
from eval.formats.office import pdfs
from extractors.form import Form
from extractors.submission import extract
from notices.hebei_2022_719.form import SPEC
from tests.extractors.attached.papers import Grid

HEADS = ("序号", "设备名称", "型号", "数量（台/套）")


def application() -> WordDocument:
    """A faultless form, without attachments."""
    filing = STYLES["printed"](draw(11, "区域", traps=False), HANDS["careful"], Random(11))  # noqa: S311 - a seed
    return docx.Document(io.BytesIO(filing.docx))


def add(made: WordDocument, *blocks: str | Grid, heading: str = "") -> None:
    if heading:
        made.add_paragraph(heading).paragraph_format.page_break_before = True
    for block in blocks:
        if isinstance(block, str):
            made.add_paragraph(block)
            continue
        table = made.add_table(0, len(block[0]))
        borders(table)
        for row in block:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = str(text)


def borders(table: Table) -> None:
    made = parse_xml(
        '<w:tblBorders xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        + "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right"))
        + '<w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders>'
    )
    table._tbl.tblPr.append(made)


def bound() -> bytes:
    """The form with its attachments behind it, a list over pages among them."""
    made = application()
    add(made, "营业执照", "统一社会信用代码：91130108MA0R7T4K88", heading="附件1：企业法人营业执照")
    add(made, "2021年度审计报告", "我们审计了某公司2021年12月31日的资产负债表。", heading="附件3 审计报告")
    add(made, [HEADS, *((at, f"机床{at}", "CK", 2) for at in range(1, 81))], heading="附件5：工业设备清单")
    add(made, [("序号", "模型名称"), (1, "轴承模型"), (2, "窑炉模型")], heading="附件6：工业模型清单")
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def found(form: Form) -> dict[int, list[str]]:
    return {each["number"]: each["files"] for each in form.value("attachments") if each["found"]}


def amounts(form: Form) -> dict[int, float]:
    assert form.attached is not None
    return {number: sum(row.amount or 0 for row in rows) for number, rows in form.attached.rows.items()}


def test_all_in_one_word_file(tmp_path: Path) -> None:
    (tmp_path / "全套.docx").write_bytes(bound())
    form = extract(tmp_path / "全套.docx", spec=SPEC)
    assert found(form) == {number: ["全套.docx"] for number in (1, 3, 5, 6)}
    assert amounts(form) == {5: 160, 6: 2}


@pytest.mark.needs_libreoffice
def test_all_in_one_pdf(tmp_path: Path) -> None:
    (tmp_path / "全套.pdf").write_bytes(pdfs({"全套.docx": bound()})["全套"])
    form = extract(tmp_path / "全套.pdf", spec=SPEC)
    pages = [re.fullmatch(r"全套\.pdf 第(\d+)(?:-(\d+))?页", name) for (name,) in found(form).values()]
    assert list(found(form)) == [1, 3, 5, 6]
    assert all(pages)
    starts = [int(page.group(1)) for page in pages if page]
    assert starts == sorted(set(starts))
    assert amounts(form) == {5: 160, 6: 2}
    assert {each.page for each in form["attachments"].evidence} == set(starts)


def test_a_folder_of_files(tmp_path: Path) -> None:
    application().save(str(tmp_path / "申报书.docx"))
    book = openpyxl.Workbook()
    first = book.worksheets[0]
    first.append(["附件5 工业设备清单"])
    first.merge_cells("A1:D1")
    for row in (HEADS, (1, "机床", "CK", "12台"), (2, "机器人", "", 3), ("合计", "", "", 15)):
        first.append(list[Any](row))
    second = book.create_sheet("二车间")
    second.append(("设备名称", "数量"))
    second.append(("空压机", 5))
    (tmp_path / "附件5-设备清单").mkdir()
    book.save(tmp_path / "附件5-设备清单" / "设备.xlsx")
    (tmp_path / "附件7.csv").write_text("序号,APP名称\n1,点检通\n2,能效通\n", encoding="gb18030")
    listed = docx.Document()
    add(listed, *(f"附件{each.number}：{each.title}" for each in SPEC.attachments))
    listed.save(str(tmp_path / "附件目录.docx"))
    form = extract(tmp_path, spec=SPEC)
    assert found(form) == {5: ["附件5-设备清单/设备.xlsx"], 7: ["附件7.csv"]}
    assert amounts(form) == {5: 20, 7: 2}

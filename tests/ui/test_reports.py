"""Reports open in what people have, say what was found, and run nothing that a document says."""

import io
import json
import zipfile

import docx
import pytest
from openpyxl import load_workbook

from notices import load
from tests.ui.altered import BREAKS, HOSTILE
from ui.reports import FORMATS, Draft
from ui.reports.content import printable, sheets
from ui.submissions import Checked
from ui.worker import NOTICE, demands


def draft(checked: Checked) -> Draft:
    return Draft(
        name=checked.upload.name,
        form=checked.form,
        report=checked.report,
        context=checked.context,
        rules=demands(NOTICE).rules,
        notice=load(NOTICE).title,
    )


def test_every_finding_and_every_field_is_in_the_workbook(checked_faulty: Checked) -> None:
    book = load_workbook(io.BytesIO(FORMATS[".xlsx"].write(draft(checked_faulty))))
    assert book.sheetnames == ["概要", "读取时注意到", "问题", "未判断的规则", "全部字段"]
    found = [row[-1] for row in book["问题"].iter_rows(min_row=2, values_only=True)]
    assert sorted(map(str, found)) == sorted(BREAKS)
    assert book["全部字段"].max_row == 1 + len(checked_faulty.form.spec.fields)


def test_every_finding_and_every_field_is_in_the_word_file(checked_faulty: Checked) -> None:
    document = docx.Document(io.BytesIO(FORMATS[".docx"].write(draft(checked_faulty))))
    tables = {table.rows[0].cells[0].text: table for table in document.tables}
    assert sorted(row.cells[-1].text for row in tables["程度"].rows[1:]) == sorted(BREAKS)
    assert len(tables["部分"].rows) == 1 + len(checked_faulty.form.spec.fields)


def test_the_data_is_what_the_command_line_prints(checked_faulty: Checked) -> None:
    told = json.loads(FORMATS[".json"].write(draft(checked_faulty)))
    assert sorted(each["rule"] for each in told["findings"]) == sorted(BREAKS)
    assert told["verdict"] == "fail"
    assert told["source"]["path"] == "某平台申报书.docx"


def test_no_cell_is_a_formula_whatever_a_document_says(checked_hostile: Checked) -> None:
    written = FORMATS[".xlsx"].write(draft(checked_hostile))
    book = load_workbook(io.BytesIO(written))
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]
    assert any(HOSTILE in str(cell.value) for cell in cells)
    assert {cell.data_type for cell in cells} == {"s"}
    risky = [cell for cell in cells if str(cell.value).startswith(("=", "+", "-", "@"))]
    assert risky
    assert all(cell.quotePrefix for cell in risky)
    with zipfile.ZipFile(io.BytesIO(written)) as parts:
        pages = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
    assert pages
    assert not any(b"<f>" in page or b"<hyperlink" in page for page in pages)


def test_a_word_report_shows_markup_and_fields_as_text(checked_hostile: Checked) -> None:
    written = FORMATS[".docx"].write(draft(checked_hostile))
    document = docx.Document(io.BytesIO(written))
    said = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert any(HOSTILE in each for each in said)
    with zipfile.ZipFile(io.BytesIO(written)) as parts:
        body = parts.read("word/document.xml")
    assert b"<w:hyperlink" not in body
    assert b"<w:instrText" not in body


@pytest.mark.parametrize("character", ["\0", "\x0b", "\x1f", "\ufffe", "\uffff", "\ud800"])
def test_characters_that_office_files_cannot_hold_are_left_out(character: str) -> None:
    assert printable(f"前{character}后") == "前后"
    assert printable("前\n\t后\U00020000") == "前\n\t后\U00020000"


def test_every_row_has_a_cell_for_each_column(checked_faulty: Checked) -> None:
    for each in sheets(draft(checked_faulty)):
        assert {len(row) for row in each.rows} <= {len(each.columns)}

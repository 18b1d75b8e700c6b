"""Sheets: each cell as it is shown, tables and titles as a person sees them, nothing from elsewhere."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date

import openpyxl
import pytest
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles import Font

from extractors.document import Document, Paragraph, Table
from extractors.errors import Corrupt, ReadError, TooLarge, Unsupported
from extractors.readers import sheets
from extractors.readers.sheets.formats import shown


def saved(fill: Callable[[openpyxl.Workbook], None]) -> bytes:
    book = openpyxl.Workbook()
    fill(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def tables(document: Document) -> list[list[list[str]]]:
    """Each table's rows with the text of their cells."""
    found = []
    for block in document.blocks:
        if isinstance(block, Table):
            rows: list[list[str]] = [[] for _ in range(block.rows)]
            for cell in block.cells:
                assert isinstance(cell.blocks[0], Paragraph)
                rows[cell.row].append(cell.blocks[0].text)
            found.append(rows)
    return found


def titles(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def listed(book: openpyxl.Workbook) -> None:
    sheet = book.worksheets[0]
    sheet.title = "设备清单"
    sheet["A1"] = "附件3 接入设备清单"
    sheet.merge_cells("A1:D1")
    sheet.append(["序号", "设备名称", "接入日期", "数量"])
    sheet.append([1, "数控机床", date(2022, 6, 30), 1234.5])
    sheet.append([2, "机器人", date(2021, 5, 1), 7])
    for row in (3, 4):
        sheet.cell(row, 3).number_format = 'yyyy"年"m"月"d"日"'
        sheet.cell(row, 4).number_format = "#,##0.00"


def old_list() -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("设备清单")
    sheet.write_merge(0, 0, 0, 3, "附件3 接入设备清单")
    for column, word in enumerate(["序号", "设备名称", "接入日期", "数量"]):
        sheet.write(1, column, word)
    for row, (name, day, count) in enumerate(
        [("数控机床", date(2022, 6, 30), 1234.5), ("机器人", date(2021, 5, 1), 7)], 2
    ):
        sheet.write(row, 0, row - 1)
        sheet.write(row, 1, name)
        sheet.write(row, 2, day, xlwt.easyxf(num_format_str='yyyy"年"m"月"d"日"'))
        sheet.write(row, 3, count, xlwt.easyxf(num_format_str="#,##0.00"))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


ROWS = [
    ["序号", "设备名称", "接入日期", "数量"],
    ["1", "数控机床", "2022年6月30日", "1,234.50"],
    ["2", "机器人", "2021年5月1日", "7.00"],
]
CSV = "\n".join(",".join(f'"{cell}"' for cell in row) for row in ROWS)


@pytest.mark.parametrize(
    ("data", "kind", "expected"),
    [
        (saved(listed), "xlsx", ["设备清单", "附件3 接入设备清单"]),
        (old_list(), "xls", ["设备清单", "附件3 接入设备清单"]),
        (CSV.encode("utf-8-sig"), "csv", []),
        (CSV.encode("gb18030"), "csv", []),
        (CSV.encode("utf-16"), "csv", []),
        (CSV.replace('","', '"\t"').encode(), "csv", []),
        (CSV.replace('","', '";"').replace("\n", "\r\n").encode(), "csv", []),
    ],
    ids=["xlsx", "xls", "csv", "GB 18030", "UTF-16", "tabs", "semicolons"],
)
def test_a_list_is_the_same_list_in_every_format(data: bytes, kind: str, expected: list[str]) -> None:
    document = sheets.read(data, name="清单")
    assert (document.kind, tables(document), titles(document)) == (kind, [ROWS], expected)


def test_what_is_hidden_is_told_and_is_no_content() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        listed(book)
        book.worksheets[0].row_dimensions[4].hidden = True
        book.worksheets[0].column_dimensions["A"].hidden = True
        other = book.create_sheet("底稿")
        other["A1"] = "不公开"
        other.sheet_state = "hidden"

    document = sheets.read(saved(fill), name="清单.xlsx")
    assert tables(document) == [[row[1:] for row in ROWS[:2]]]
    assert [paragraph.text for paragraph in document.hidden][-2:] == [
        "2\t机器人\t2021年5月1日\t7.00",
        "不公开",
    ]
    assert {notice.code for notice in document.notices} == {"hidden-text", "hidden-sheet"}


def test_hidden_rows_of_old_workbooks_are_hidden_too() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    for row, word in enumerate(["甲", "乙", "丙"]):
        sheet.write(row, 0, word)
        sheet.write(row, 1, word)
    sheet.row(1).hidden = True
    out = io.BytesIO()
    book.save(out)
    document = sheets.read(out.getvalue(), name="清单.xls")
    assert tables(document) == [[["甲", "甲"], [], ["丙", "丙"]]]
    assert [notice.code for notice in document.notices] == ["hidden-text"]


def test_merged_cells_span_and_are_there_once() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.worksheets[0]
        sheet["A1"], sheet["B1"], sheet["B2"] = "联系人", "姓名", "电话"
        sheet["C1"], sheet["C2"] = "张三", "0311-88880000"
        sheet.merge_cells("A1:A2")

    (_, table) = sheets.read(saved(fill), name="申报书.xlsx").blocks
    assert isinstance(table, Table)
    assert [(cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells] == [
        (0, 0, 2, 1), (0, 1, 1, 1), (0, 2, 1, 1), (1, 1, 1, 1), (1, 2, 1, 1),
    ]  # fmt: skip


def test_boxes_in_symbol_fonts_are_boxes() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.worksheets[0]
        for column, (text, font) in enumerate([("R", "Wingdings 2"), ("þ", "Wingdings"), ("þ", "宋体")], 1):
            sheet.cell(1, column, text).font = Font(name=font)

    assert tables(sheets.read(saved(fill), name="a.xlsx")) == [[["☑", "☑", "þ"]]]


def test_a_blank_row_before_a_title_parts_tables_and_one_inside_a_list_does_not() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.worksheets[0]
        for row in (["表一"], ["甲", "乙"], [1, 2], [], [3, 4], [], ["表二"], ["丙", "丁", "戊"], [5, 6, 7]):
            sheet.append(row)

    document = sheets.read(saved(fill), name="a.xlsx")
    assert titles(document)[1:] == ["表一", "表二"]
    assert tables(document) == [
        [["甲", "乙"], ["1", "2"], [], ["3", "4"]],
        [["丙", "丁", "戊"], ["5", "6", "7"]],
    ]


def test_a_formula_without_a_result_is_told() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.worksheets[0].append(["合计", "=SUM(1,2)"])

    document = sheets.read(saved(fill), name="a.xlsx")
    assert [notice.code for notice in document.notices] == ["formula"]


FORMATS = [
    (0.125, "0.0%", "12.5%"),
    (1234.5, "General", "1234.5"),
    (13900001401, "General", "13900001401"),
    (0.1 + 0.2, "General", "0.3"),
    (12, "000000", "000012"),
    (13911112222, "000-0000-0000", "139-1111-2222"),
    (26578, '0!.0,"万"', "2.7万"),
    (5, "0.##", "5"),
    (0, "#,##0", "0"),
    (-3, "0.0_);[Red](0.0)", "(3.0)"),
    (12345678, '#,##0.00"万元"', "12,345,678.00万元"),
    (12, 'General"家"', "12家"),
    (44742, "yyyy/m/d", "2022/6/30"),
    (44742, '[DBNum1][$-804]yyyy"年"m"月"d"日";@', "2022年6月30日"),
    (44742, "d-mmm-yy", "2022-06-30"),
    (44742.52, "yyyy-mm-dd hh:mm:ss", "2022-06-30 12:28:48"),
    (0.5, "h:mm", "12:00"),
    (1, "yyyy/m/d", "1900/1/1"),
    (1.5, "# ?/?", "1.5"),
    (3, "0" * 1000, "3".rjust(255, "0")),
    (-1, "yyyy/m/d", "-1"),
    (44742, "m/d/yy", "6/30/2022"),
]


@pytest.mark.parametrize(("value", "code", "text"), FORMATS)
def test_numbers_are_as_the_sheet_shows_them(value: float, code: str, text: str) -> None:
    assert shown(value, code) == text


@given(st.floats(-1e300, 1e300), st.text('0#?,.%yYmMdhs;@"\\[]Ee+-_*!年a ', max_size=20))
def test_any_format_shows_any_number(value: float, code: str) -> None:
    assert isinstance(shown(value, code), str)


# --- hostile ------------------------------------------------------------------------------------------------


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for each in before.namelist():
            after.writestr(each, change(before.read(each)) if each == name else before.read(each))
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_a_merged_range_of_the_whole_sheet_costs_nothing() -> None:
    merged = b'<mergeCells><mergeCell ref="A5:XFD1048576"/><mergeCell ref="B1:B1048576"/></mergeCells>'
    data = changed(saved(listed), SHEET, lambda xml: xml.replace(b"</sheetData>", b"</sheetData>" + merged))
    document = sheets.read(data, name="a.xlsx")
    assert sum(len(block.cells) for block in document.blocks if isinstance(block, Table)) < 100


def test_a_cell_at_the_end_of_the_world_does_not_stretch_the_table() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        listed(book)
        book.worksheets[0]["XFD1048576"] = "远"

    document = sheets.read(saved(fill), name="a.xlsx")
    assert tables(document) == [ROWS]
    assert [notice.code for notice in document.notices] == ["sheet-cut"]


def test_another_file_is_never_looked_into() -> None:
    target = b'Target="http://localhost:9/x.xml" TargetMode="External"'
    link = b'<Relationship Id="rId1" Type="x/worksheet" ' + target + b"/>"
    data = changed(
        saved(listed),
        "xl/_rels/workbook.xml.rels",
        lambda xml: xml.replace(b"</Relationships>", link + b"</Relationships>").replace(
            b'Id="rId1"/>', b'Id="rId77"/>'
        ),
    )
    assert "附件3 接入设备清单" not in titles(sheets.read(data, name="a.xlsx"))


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (changed(saved(listed), SHEET, lambda _: b"<a"), Corrupt),
        (changed(saved(listed), SHEET, lambda xml: b"<!DOCTYPE a []>" + xml), Corrupt),
        (old_list()[:512] + bytes(1500) + old_list()[2012:], Corrupt),
        (b"a,b\n" * 3 + b'"' + b"x" * 200_000 + b"\n", TooLarge),
        (b"%PDF-1.4", Unsupported),
    ],
    ids=["no XML", "a document type", "zeros inside", "an open quote", "another format"],
)
def test_what_cannot_be_read_says_so(data: bytes, error: type[ReadError]) -> None:
    with pytest.raises(error) as told:
        sheets.read(data, name="清单")
    assert str(told.value).count("。") == 1


@given(position=st.integers(512, len(old_list()) - 1), value=st.integers(0, 255), cut=st.booleans())
@settings(max_examples=60, deadline=None)
def test_an_old_workbook_with_a_wrong_byte_is_read_or_refused(
    position: int, value: int, *, cut: bool
) -> None:
    data = bytearray(old_list())
    data[position] = value
    with suppress(ReadError):
        sheets.read_xls(bytes(data[: position + 1] if cut else data), name="a.xls")

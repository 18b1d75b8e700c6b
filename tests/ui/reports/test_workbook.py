"""The workbook over a set: every field once, typed; nothing runs; equal content is equal bytes."""

import gc
import tracemalloc
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from notices.hebei_2022_719.form import SPEC
from tests.notices.filings import A_REGION, AN_INDUSTRY
from tests.ui.reports.results import Result, given, result
from ui.reports.workbook import write_workbook
from ui.reports.workbook.links import Links
from ui.reports.workbook.spreadsheet import Book, Cell, Page
from ui.reports.workbook.tables import Table
from ui.reports.workbook.topics import Column, Topic

HOSTILE = '=HYPERLINK("http://example.com","点我")'
INDICATORS = "平台关键指标统计"
DEVICES = "(4)接入设备数量（台/套）"
FAILED = {"path": "坏.docx", "error": "corrupt", "message": "+1 打不开"}


@pytest.fixture(scope="module")
def results() -> list[Result]:
    return [
        result("甲.docx"),
        result("乙/申报书.docx", {**A_REGION, "platform.indicators.connected_devices": "25200"}),
        result("丙.docx", {**AN_INDUSTRY, "platform.builder": HOSTILE, "applicant.contact.fax": "无",
                          "platform.indicators.protocols": "若干", "platform.indicators.solutions": ""}),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def book(results: list[Result], tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    target = tmp_path_factory.mktemp("set") / "汇总.xlsx"
    write_workbook(target, given(*results), given(FAILED))
    return load_workbook(target)


def column(sheet: Any, heading: str) -> list[Any]:
    assert isinstance(sheet, Worksheet)
    (found,) = (each for each in sheet.iter_cols(values_only=True) if each[0] == heading)
    return list(found[1:])


def test_every_field_of_the_form_has_one_column(book: Workbook) -> None:
    topics = [
        sheet
        for sheet in book
        if sheet.title not in {"总览", "问题", "未判断的规则", "出处", "中位数", "未能读取", "说明"}
    ]
    headings = [str(cell.value) for sheet in topics for cell in sheet[1][4:]]
    for field in SPEC.fields:
        if field.kind != "attachments":
            heading = field.title if field.unit in field.title else f"{field.title}（{field.unit}）"
            assert headings.count(heading) >= 1, heading
    fields = sum(each.kind != "attachments" for each in SPEC.fields)
    numbers = sum(each.section == "indicators" and each.kind in ("int", "decimal") for each in SPEC.fields)
    assert len(headings) == fields + numbers + 2 * 12


def test_numbers_are_numbers_and_what_is_no_number_says_which_nothing_it_is(book: Workbook) -> None:
    assert column(book[INDICATORS], DEVICES) == [12600, 25200, 12600]
    assert column(book[INDICATORS], "(6)兼容协议解析数量（个）")[2] == "（无法识别）"
    assert column(book[INDICATORS], "(11)解决方案数量（个）")[2] is None
    assert column(book["申报单位基本信息"], "联系人/传真")[2] == "无"
    assert column(book["申报单位基本信息"], "成立时间")[0] == "2014-03-12"
    assert column(book["（四）平台可持续发展能力"], "1.平台是否具有专门的发展规划")[0] == "是"


def test_the_overview_has_a_row_for_each_platform_with_its_city_and_what_was_found(
    book: Workbook, results: list[Result]
) -> None:
    sheet = book["总览"]
    assert column(sheet, "序号") == [1, 2, 3]
    assert column(sheet, "平台类别") == ["跨行业跨领域", "区域", "行业"]
    assert column(sheet, "所在市") == ["石家庄"] * 3
    fails = [
        sum(e["severity"] == "error" and e["status"] == "fail" for e in each["findings"]) for each in results
    ]
    assert column(sheet, "错误（处）") == fails
    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(4, sheet.max_column).coordinate}"


def test_each_finding_has_a_row_with_its_rule_place_and_clause(book: Workbook, results: list[Result]) -> None:
    sheet = book["问题"]
    told = [each["rule"] for one in results for each in one["findings"]]
    assert column(sheet, "规则") == told
    assert len(told) == len(column(sheet, "条款原文")) > 2
    assert all(column(sheet, "怎么改"))


def test_a_platform_stands_beside_the_median_of_its_category(book: Workbook) -> None:
    assert column(book[INDICATORS], "(4)接入设备数量是同类中位数的几倍") == [1, 1, 1]
    medians = {row[0]: row for row in book["中位数"].iter_rows(min_row=2, values_only=True)}
    assert medians["(4)接入设备数量"][2:6] == (12600, 3, 12600, 1)


def test_what_could_not_be_read_is_listed(book: Workbook) -> None:
    assert [cell.value for cell in book["未能读取"][2]] == ["坏.docx", "corrupt", "+1 打不开"]


def test_no_cell_is_a_formula_and_no_text_becomes_one(book: Workbook) -> None:
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    risky = [cell for cell in cells if str(cell.value).startswith(("=", "+", "@"))]
    assert {HOSTILE, "+1 打不开"} <= {cell.value for cell in risky}
    assert all(cell.quotePrefix for cell in risky)


def test_equal_results_are_equal_bytes_without_a_clock(results: list[Result], tmp_path: Path) -> None:
    one, other = tmp_path / "一.xlsx", tmp_path / "二.xlsx"
    for target in (one, other):
        write_workbook(target, given(*results), given(FAILED))
    assert one.read_bytes() == other.read_bytes()
    with zipfile.ZipFile(one) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for name in archive.namelist():
            assert etree.fromstring(archive.read(name)) is not None
    assert sorted(each.name for each in tmp_path.iterdir()) == ["一.xlsx", "二.xlsx"]


def test_a_failure_leaves_the_earlier_workbook(results: list[Result], tmp_path: Path) -> None:
    target = tmp_path / "汇总.xlsx"
    target.write_bytes(b"earlier")

    def broken() -> Iterator[Mapping[str, Any]]:
        yield results[0]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_workbook(target, broken, given())
    assert target.read_bytes() == b"earlier"
    assert [each.name for each in tmp_path.iterdir()] == ["汇总.xlsx"]


def written(target: Path, *cells: Cell) -> tuple[Any, ...]:
    with Book(target, title="题") as made:
        made.write(made.add(Page(title="页", widths=[10.0] * len(cells))), cells)
    return tuple(load_workbook(target)["页"][1])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("前\0\x0b\ufffe\ud800后", "前后"),
        ("一\r\n二\r三", "一\n二\n三"),
        ("<b>&甲", "<b>&甲"),
        (" 两边 ", " 两边 "),
    ],
)
def test_a_cell_holds_what_xml_can_hold_as_it_is(text: str, shown: str, tmp_path: Path) -> None:
    assert written(tmp_path / "a.xlsx", Cell(text))[0].value == shown


def test_what_looks_like_an_escape_of_excel_stays_text(tmp_path: Path) -> None:
    written(tmp_path / "a.xlsx", Cell("_x0041_"))
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert b"_x005F_x0041_" in archive.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("text", ["字" * 40_000, "𠀀" * 20_000])
def test_a_long_text_is_cut_with_a_note(text: str, tmp_path: Path) -> None:
    value = written(tmp_path / "a.xlsx", Cell(text))[0].value
    assert len(value.encode("utf-16-le")) // 2 <= 32_767
    assert value.startswith(text[:16_000])
    assert value.endswith("此处截断）")


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 10**20])
def test_a_number_that_excel_cannot_hold_is_text(number: float, tmp_path: Path) -> None:
    (cell,) = written(tmp_path / "a.xlsx", Cell(number))
    assert (cell.data_type, cell.value) == ("s", str(number))


def test_rows_beyond_a_sheet_go_on_in_the_next(results: list[Result], tmp_path: Path) -> None:
    from ui.reports.workbook.filing import Filing

    target = tmp_path / "a.xlsx"
    topic = Topic("问题", (Column("数", 8),), lambda _: ([Cell(number)] for number in range(5)))
    who = Filing(1, results[0], SPEC, lambda *_: "", _Who(), "")
    with Book(target, title="题") as made:
        Table(made, topic, most_rows=3).add(who)
    book = load_workbook(target)
    assert book.sheetnames == ["问题", "问题（续1）", "问题（续2）"]
    assert [column(sheet, "数") for sheet in book] == [[0, 1], [2, 3], [4]]


class _Who:
    platform, applicant, category = "甲平台", "甲公司", "行业"


@pytest.mark.parametrize(
    ("submission", "file", "address"),
    [
        ("甲 1#.docx", "甲 1#.docx", "../set/甲%201%23.docx"),
        ("乙", "附件5.xlsx", "../set/乙/附件5.xlsx"),
        ("乙", "没有.pdf", "../set/乙"),
        ("乙", "run.exe", "../set/乙"),
        ("run.exe", "", ""),
        ("没有.docx", "", ""),
        ("../outside.docx", "", ""),
        ("乙/../../outside.docx", "", ""),
        ("http://example.com/a.docx", "", ""),
        ("\\\\host\\share\\a.docx", "", ""),
        ("", "", ""),
    ],
)
def test_links_lead_to_documents_of_the_set_alone(
    submission: str, file: str, address: str, tmp_path: Path
) -> None:
    folder = tmp_path / "set"
    (folder / "乙").mkdir(parents=True)
    for name in ("甲 1#.docx", "乙/附件5.xlsx", "乙/run.exe", "run.exe", "../outside.docx"):
        (folder / name).write_bytes(b"")
    links = Links(folder, target=tmp_path / "out" / "a.xlsx")
    assert links(submission, file) == address
    assert Links(None, target=tmp_path / "a.xlsx")(submission, file) == ""


def test_a_result_leads_to_its_file(results: list[Result], tmp_path: Path) -> None:
    (tmp_path / "甲.docx").write_bytes(b"")
    target = tmp_path / "汇总.xlsx"
    write_workbook(target, given(*results), given(FAILED), folder=tmp_path)
    sheet = load_workbook(target)["总览"]
    linked = {
        row[0].value: row[-2].hyperlink.target for row in sheet.iter_rows(min_row=2) if row[-2].hyperlink
    }
    assert linked == {1: "甲.docx"}


def test_memory_does_not_grow_with_the_set(results: list[Result], tmp_path: Path) -> None:
    def peak(times: int) -> int:
        tracemalloc.start()
        write_workbook(tmp_path / "a.xlsx", lambda: (results[0] for _ in range(times)), given())
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(2)
    gc.collect()
    gc.freeze()  # how much else lives in the process decides when cycles are looked for
    try:
        assert peak(60) < 1.3 * peak(20)  # its numbers are kept of each filing, some 11 kB
    finally:
        gc.unfreeze()

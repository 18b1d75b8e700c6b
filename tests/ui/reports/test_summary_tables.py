"""附件2 of a set: a table for each city in the printed form, and beside it what a clerk must look at."""

import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from openpyxl import load_workbook

from notices.hebei_2022_719.cities import CITIES
from notices.hebei_2022_719.summary import bureau
from notices.hebei_2022_719.text import notice_text
from tests.notices.filings import A_REGION, AN_INDUSTRY, Overlay
from tests.ui.reports.results import Result, given, result
from ui.reports.summary_table import write_summary_tables

HEADER = list(notice_text().clause("附件2/表").lines[:6])
TANGSHAN: Overlay = {"cover.recommender": None, "applicant.address": "河北省唐山市路北区1号"}
NOWHERE: Overlay = {
    "cover.recommender": None,
    "applicant.address": "科技路1号",
    "applicant.organization_code": "MA0R7T4K8",
}


def platform(path: str, name: str, *overlays: Overlay) -> Result:
    own = {"platform.name": f"{name}平台", "applicant.name": f"{name}公司"}
    return result(path, own | {key: value for each in overlays for key, value in each.items()})


@pytest.fixture(scope="module")
def results() -> list[Result]:
    return [
        platform("4.docx", "丁", TANGSHAN, A_REGION),
        platform("1.docx", "甲"),
        platform("3.docx", "丙", TANGSHAN, AN_INDUSTRY),
        platform("2.docx", "乙", AN_INDUSTRY),
    ]


def tables(target: Path) -> list[list[list[str]]]:
    found = docx.Document(str(target)).tables
    return [[[cell.text for cell in row.cells] for row in each.rows] for each in found]


def lines(target: Path) -> list[str]:
    return [each.text for each in docx.Document(str(target)).paragraphs]


def test_each_city_has_a_table_ordered_by_path_and_numbered(results: list[Result], tmp_path: Path) -> None:
    target = tmp_path / "汇总表.docx"
    assert write_summary_tables(target, given(*results)) == ()
    first, second = tables(target)
    assert first[0] == second[0] == HEADER
    assert first[1] == ["1", "甲平台", "甲公司", "跨行业跨领域", "沈静", "13900001234\nshenjing@example.com"]
    assert [row[:2] for row in first[1:]] == [["1", "甲平台"], ["2", "乙平台"]]
    assert [row[:2] for row in second[1:]] == [["1", "丙平台"], ["2", "丁平台"]]
    asked = [each for each in lines(target) if each.startswith("推荐单位")]
    assert asked == ["推荐单位（盖章）：石家庄市工业和信息化局", "推荐单位（盖章）：唐山市工业和信息化局"]


def test_the_chosen_alone_stand_in_the_table_by_their_rank(results: list[Result], tmp_path: Path) -> None:
    target = tmp_path / "汇总表.docx"
    write_summary_tables(target, given(*results), chosen={"1.docx": 2, "2.docx": 1})
    (table,) = tables(target)
    assert [row[:2] for row in table[1:]] == [["1", "乙平台"], ["2", "甲平台"]]


def test_nothing_chosen_is_the_blank_form(results: list[Result], tmp_path: Path) -> None:
    target = tmp_path / "汇总表.docx"
    assert write_summary_tables(target, given(*results), chosen={}) == ()
    (table,) = tables(target)
    assert [row[0] for row in table[1:]] == list(notice_text().clause("附件2/表").lines[6:])


def test_a_city_over_its_quota_is_told_on_a_page_before_the_form(tmp_path: Path) -> None:
    target = tmp_path / "汇总表.docx"
    four = [platform(f"{name}.docx", name, AN_INDUSTRY) for name in "甲乙丙丁"]
    (note,) = write_summary_tables(target, given(*four))
    assert note.startswith("石家庄：推荐行业平台 4 个，超过上限 3 个（二、申报要求/（二）申报要求/2），请")
    told = lines(target)
    assert told[0].startswith("提示")
    assert told.index(note) < told.index("附件2")
    assert len(tables(target)) == 1


def test_a_platform_that_is_filed_twice_counts_once_and_is_told(tmp_path: Path) -> None:
    twice = [platform("a.docx", "甲", A_REGION), platform("b.docx", "甲", A_REGION)]
    (note,) = write_summary_tables(tmp_path / "汇总表.docx", given(*twice))
    assert note == "石家庄：序号 1、2 是同一单位的同一平台，请只留一个。"


def test_what_a_row_lacks_is_told(tmp_path: Path) -> None:
    lacking = platform("a.docx", "甲", {"applicant.contact.mobile": "", "applicant.contact.name": ""})
    (note,) = write_summary_tables(tmp_path / "汇总表.docx", given(lacking))
    assert note == "石家庄：序号 1（“a.docx”）没有读到联系人、手机，请补填。"


def test_a_filing_of_no_city_stands_in_a_table_of_its_own_at_the_end(
    results: list[Result], tmp_path: Path
) -> None:
    target = tmp_path / "汇总表.docx"
    (note,) = write_summary_tables(target, given(platform("0.docx", "戊", NOWHERE), *results))
    assert note.startswith("未确定所在市")
    assert "0.docx" in note
    assert tables(target)[-1][1][1] == "戊平台"
    assert [each for each in lines(target) if each.startswith("推荐单位")][-1] == "推荐单位（盖章）："


def test_recommenders_that_differ_are_told_and_named_as_the_notice_does(tmp_path: Path) -> None:
    target = tmp_path / "汇总表.docx"
    other = platform("b.docx", "乙", AN_INDUSTRY, {"cover.recommender": "石家庄市工信局"})
    (note,) = write_summary_tables(target, given(platform("a.docx", "甲"), other))
    assert "石家庄市工信局" in note
    assert "推荐单位（盖章）：石家庄市工业和信息化局" in lines(target)


def test_the_spreadsheet_is_the_same_form(results: list[Result], tmp_path: Path) -> None:
    target = tmp_path / "汇总表.xlsx"
    assert write_summary_tables(target, given(*results)) == ()
    book = load_workbook(target)
    assert book.sheetnames == ["石家庄", "唐山"]
    rows: list[Any] = [
        [cell.value for cell in row if cell.value is not None] for row in book["石家庄"].iter_rows()
    ]
    annex, title = notice_text().clause("附件2").lines
    assert rows[:4] == [[annex], [title], ["推荐单位（盖章）：石家庄市工业和信息化局"], HEADER]
    assert [row[:2] for row in rows[4:-1]] == [["1", "甲平台"], ["2", "乙平台"]]
    assert rows[-1][0].startswith("注：1.")
    assert {str(each) for each in book["石家庄"].merged_cells.ranges} == {"A1:F1", "A2:F2", "A3:F3", "A7:F7"}


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_equal_results_are_equal_bytes_without_a_clock(
    ending: str, results: list[Result], tmp_path: Path
) -> None:
    one, other = tmp_path / f"一{ending}", tmp_path / f"二{ending}"
    write_summary_tables(one, given(*results))
    write_summary_tables(other, given(*reversed(results)))
    assert one.read_bytes() == other.read_bytes()
    with zipfile.ZipFile(one) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("city", CITIES)
def test_every_city_has_a_bureau_that_the_notice_addresses(city: str) -> None:
    name = bureau(city)
    assert name.startswith(city)
    assert name == "雄安新区改革发展局" if city == "雄安新区" else name.endswith("市工业和信息化局")

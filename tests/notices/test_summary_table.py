"""附件2: blank as printed, and filled in with what bureaus recommend."""

import io
import zipfile

import pytest
from lxml import etree

from extractors.text import squeeze
from notices.hebei_2022_719.summary import SummaryRow, write_summary
from notices.hebei_2022_719.text import notice_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def made(rows: list[SummaryRow]) -> etree._Element:
    out = io.BytesIO()
    write_summary(out, rows)
    with zipfile.ZipFile(out) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def words(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def table(content: etree._Element) -> list[list[list[str]]]:
    tables = content.iter(f"{W}tbl")
    return [[[words(cell) for cell in row.iter(f"{W}tc")] for row in each.iter(f"{W}tr")] for each in tables]


def test_the_blank_summary_is_the_printed_one() -> None:
    printed = notice_text().clause("附件2/表").lines
    (rows,) = table(made([]))
    assert rows[0] == list(printed[:6])
    assert [row[0] for row in rows[1:]] == list(printed[6:])
    assert {text for row in rows[1:] for text in row[1:]} == {""}


def test_every_printed_line_of_the_summary_is_on_it() -> None:
    shown = squeeze(words(made([])))
    lines = [line for clause in notice_text().walk("附件2") for line in clause.lines]
    assert [line for line in lines if squeeze(line) not in shown] == []


def test_each_recommender_has_a_table_of_its_own_in_the_order_of_the_rows() -> None:
    rows = [
        SummaryRow("甲", "甲公司", "行业", "王某", "13800000000\na@example.cn", "石家庄市工业和信息化局"),
        SummaryRow("乙", "乙公司", "区域", recommender="唐山市工业和信息化局"),
        SummaryRow("丙", "丙公司", "区域", recommender="石家庄市工业和信息化局"),
    ]
    content = made(rows)
    first, second = table(content)
    text = words(content)
    assert [row[:2] for row in first[1:]] == [["1", "甲"], ["2", "丙"]]
    assert first[1] == ["1", "甲", "甲公司", "行业", "王某", "13800000000a@example.cn"]
    assert [row[:2] for row in second[1:]] == [["1", "乙"]]
    assert text.index("（盖章）：石家庄市") < text.index("（盖章）：唐山市")


@pytest.mark.parametrize("name", ["平\x00台", "平\x0b台", "平\ud800台", "平\ufffe台"])
def test_a_name_that_xml_cannot_hold_is_written_without_what_it_cannot(name: str) -> None:
    (rows,) = table(made([SummaryRow(name)]))
    assert rows[1][1] == "平台"


def test_markup_in_a_name_is_text() -> None:
    (rows,) = table(made([SummaryRow("<w:p>&甲")]))
    assert rows[1][1] == "<w:p>&甲"

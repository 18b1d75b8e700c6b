"""Tables come out as the grid that a person sees."""

import pytest

from extractors.document import Paragraph, Table
from tests.extractors.readers.word import document, grid, p, sdt, table_of, tbl, tc, text, tr

RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def span(columns: object) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        (
            [tr("甲", "乙"), tr("丙", "丁")],
            [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 0, 1, 1, "丙"), (1, 1, 1, 1, "丁")],
        ),
        (
            [tr(tc("甲", properties=span(2))), tr("乙", "丙")],
            [(0, 0, 1, 2, "甲"), (1, 0, 1, 1, "乙"), (1, 1, 1, 1, "丙")],
        ),
        (
            [
                tr(tc("甲", properties=RESTART), "乙"),
                tr(tc(properties=CONTINUE), "丙"),
                tr(tc(properties='<w:vMerge w:val="continue"/>'), "丁"),
                tr("戊", "己"),
            ],
            [
                (0, 0, 3, 1, "甲"),
                (0, 1, 1, 1, "乙"),
                (1, 1, 1, 1, "丙"),
                (2, 1, 1, 1, "丁"),
                (3, 0, 1, 1, "戊"),
                (3, 1, 1, 1, "己"),
            ],
        ),
        (
            [
                tr(tc("甲", properties=span(2) + RESTART), "乙"),
                tr(tc("丙", properties=span(2) + CONTINUE), "丁"),
            ],
            [(0, 0, 2, 2, "甲\n丙"), (0, 2, 1, 1, "乙"), (1, 2, 1, 1, "丁")],
        ),
        ([tr(tc("甲", properties=CONTINUE), "乙")], [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙")]),
        (
            [
                tr(
                    "甲",
                    tc("乙", properties='<w:hMerge w:val="restart"/>'),
                    tc("丙", properties="<w:hMerge/>"),
                    "丁",
                )
            ],
            [(0, 0, 1, 1, "甲"), (0, 1, 1, 2, "乙\n丙"), (0, 3, 1, 1, "丁")],
        ),
        (
            [tr("甲", "乙", "丙"), tr("丁", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>')],
            [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (0, 2, 1, 1, "丙"), (1, 1, 1, 1, "丁")],
        ),
        (
            [sdt(tr("甲", "乙")), tr(sdt(tc("丙")), sdt(sdt(tc("丁"))))],
            [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 0, 1, 1, "丙"), (1, 1, 1, 1, "丁")],
        ),
        (
            [tr(tc("甲", properties=span(0)), tc("乙", properties=span("x")))],
            [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙")],
        ),
        ([tr("甲", tc(sdt(p("提示"), "<w:showingPlcHdr/>")))], [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "")]),
    ],
)
def test_each_cell_stands_once_at_its_place_with_its_spans(
    rows: list[str], cells: list[tuple[int, int, int, int, str]]
) -> None:
    table = table_of(document(tbl(*rows)))
    assert grid(table) == cells
    assert table.columns == max(column + columns for _, column, _, columns, _ in cells)


def test_an_absurd_span_is_cut_to_the_real_grid_and_told_of() -> None:
    read = document(tbl(tr("甲", "乙", "丙"), tr(tc("丁", properties=span(200_000_000)), "戊")))
    assert grid(table_of(read))[3:] == [(1, 0, 1, 2, "丁"), (1, 2, 1, 1, "戊")]
    assert [notice.code for notice in read.notices] == ["absurd-span"]


def test_a_table_inside_a_cell_keeps_to_itself() -> None:
    inner = tbl(tr("内一", "内二"), tr("内三", "内四"))
    read = document(tbl(tr(tc("前", inner, "后"), "右"), tr("下", "角")) + p("末"))
    table = table_of(read)
    assert text(table.cells[0]) == "前\n内一\t内二\n内三\t内四\n后"
    assert [block.ordinal for block in table.cells[0].blocks] == [1, 1, 2]
    assert [text(cell) for cell in table.cells[1:]] == ["右", "下", "角"]
    assert read.blocks[-1] == Paragraph(1, "末")


def test_paragraphs_of_a_cell_are_counted_from_one() -> None:
    table = table_of(document(tbl(tr(tc("一", "", "三"), "邻"))))
    assert table.cells[0].blocks == (Paragraph(1, "一"), Paragraph(2, ""), Paragraph(3, "三"))
    assert table.cells[1].blocks == (Paragraph(1, "邻"),)


def test_tables_are_counted_in_their_container() -> None:
    read = document(tbl(tr("甲")) + p("间") + sdt(tbl(tr("乙"))))
    assert [block.ordinal for block in read.blocks if isinstance(block, Table)] == [1, 2]


def test_a_long_list_reads_row_by_row() -> None:
    rows = [tr(str(number), f"设备{number}", "") for number in range(300)]
    table = table_of(document(tbl(*rows)))
    assert (table.rows, table.columns) == (300, 3)
    assert grid(table)[-3:] == [(299, 0, 1, 1, "299"), (299, 1, 1, 1, "设备299"), (299, 2, 1, 1, "")]

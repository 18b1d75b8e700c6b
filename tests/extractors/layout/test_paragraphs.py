"""Lines into paragraphs, over line ends and page ends."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extractors.document import Block, Paragraph, Table
from extractors.layout import document
from extractors.page import Page, Rule, Run

SIZE, LEFT, RIGHT = 14.0, 71.0, 519.0  # a line has room for 32 characters
FULL = "平台面向装备制造企业提供设备接入与数据分析服务覆盖研发生产管理等环节的多种场"


def page(number: int, lines: Sequence[tuple[float, str]], *, rules: Sequence[Rule] = ()) -> Page:
    """Lines by their height on the page, each from the left."""
    runs = (Run(text, LEFT, top, LEFT + SIZE * len(text), top + SIZE) for top, text in lines)
    return Page(number, 595.0, 842.0, tuple(runs), tuple(rules))


def texts(pages: Sequence[Page]) -> list[str]:
    made = document(pages, name="a.pdf", kind="pdf", sha256="")
    return [block.text for block in made.blocks if isinstance(block, Paragraph)]


TWO_LINES = {
    "a series goes on behind a stroke": (("10600000 元 /", "11190000 元"), ["10600000 元 /11190000 元"]),
    "a stroke alone is an answer": (("建设主体：/", "2018年"), ["建设主体：/", "2018年"]),
    "a bracket is closed": (("投资金额（万", "元）"), ["投资金额（万元）"]),
    "a comma ends nothing": (("列举三家企业，", "并说明"), ["列举三家企业，并说明"]),
    "a tick before the box of the next line": ((FULL[:30] + " √", "□建材"), [FULL[:30] + " √□建材"]),
    "a tick behind the option of the line before": ((FULL[:31] + "√", "建材"), [FULL[:31] + "√ 建材"]),
    "an item behind a sentence": ((FULL[:31] + "。", "□建材"), [FULL[:31] + "。", "□建材"]),
    "figures of full width": ((FULL[:27] + "１１，４７", "４．３"), [FULL[:27] + "１１，４７４．３"]),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), TWO_LINES.values(), ids=TWO_LINES.keys())
def test_what_a_line_end_stands_for(lines: tuple[str, str], expected: list[str]) -> None:
    first, second = lines
    assert texts([page(1, [(130, first), (155, second), (700, FULL[:32])])])[:-1] == expected


def test_an_address_too_long_for_its_cell_is_one_word() -> None:
    rules = grid(65, 260, 90, 170, middle=160)
    drawn = (("ii", 100.0, 182.0), ("ot74_96@exam", 130.0, 254.0), ("ple.com", 160.0, 205.0))
    runs = tuple(Run(text, 166, top - 6, end, top + 7) for text, top, end in drawn)
    (table,) = document(
        [Page(1, 595.0, 842.0, runs, tuple(rules))], name="a.pdf", kind="pdf", sha256=""
    ).blocks
    assert isinstance(table, Table)
    found = [block.text for cell in table.cells for block in cell.blocks if isinstance(block, Paragraph)]
    assert found == ["iiot74_96@example.com"]


def test_a_paragraph_over_a_page_end_says_where_its_rest_stands() -> None:
    pages = [page(1, [(730, FULL[:32]), (760, FULL[:32])]), page(2, [(80, "景。"), (140, "下一段。")])]
    made = document(pages, name="a.pdf", kind="pdf", sha256="")
    first = made.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.text == FULL[:32] * 2 + "景。"
    assert first.over == ((2, (LEFT, 80.0, LEFT + 2 * SIZE, 94.0)),)
    assert first.wraps == (32, 64)


def grid(left: float, right: float, *heights: float, middle: float) -> list[Rule]:
    level = [Rule(left, y, right, y) for y in heights]
    return [*level, *(Rule(x, heights[0], x, heights[-1]) for x in (left, middle, right))]


def two_rows(label: str, answer: str, rest: str, answers_rest: str) -> list[Block]:
    """A row at the foot of a page, and one at the head of the next."""
    above = page(1, [], rules=grid(65, 525, 700, 780, middle=160))
    below = page(2, [], rules=grid(65, 525, 80, 140, middle=160))
    pages = []
    for each, top, words in ((above, 705.0, (label, answer)), (below, 85.0, (rest, answers_rest))):
        runs = [
            Run(text, x, top, x + SIZE * len(text), top + SIZE)
            for x, text in zip((71.0, 166.0), words, strict=True)
            if text
        ]
        pages.append(Page(each.number, 595.0, 842.0, tuple(runs), each.rules))
    return list(document(pages, name="a.pdf", kind="pdf", sha256="").blocks)


CUT = {
    "a bracket of the label": ("投资金额（万", "3000", "元）", "", 1),
    "a word of the label": ("相关的研发投", "4446000", "入（元）", "", 1),
    "another row": ("投资金额", "3000", "传真", "", 2),
    "another row with its answer": ("企业研发投入", "10850000元", "业务收入", "29500000元", 2),
}


@pytest.mark.parametrize(("label", "answer", "rest", "more", "rows"), CUT.values(), ids=CUT.keys())
def test_a_page_end_cuts_rows(label: str, answer: str, rest: str, more: str, rows: int) -> None:
    (table,) = two_rows(label, answer, rest, more)
    assert isinstance(table, Table)
    assert table.rows == rows


def test_columns_of_a_newspaper_are_read_one_after_the_other() -> None:
    def column(x: float, word: str, count: int) -> list[Run]:
        return [
            Run(f"{word}{line:02}" + FULL[:12], x, 100 + 24 * line, x + SIZE * 14, 114 + 24 * line)
            for line in range(count)
        ]

    head = Run("申报单位基本信息" + FULL[:20], LEFT, 60, LEFT + SIZE * 28, 74)
    full = [head, *column(71, "左", 12), *column(320, "右", 10), Run("完。", 320, 340, 348, 354)]
    short = [Run(f"左短{at}", 71, 100 + 24 * at, 113, 114 + 24 * at) for at in range(3)]
    short += [Run(f"右短{at}", 320, 100 + 24 * at, 362, 114 + 24 * at) for at in range(3)]
    pages = [Page(number, 595.0, 842.0, tuple(runs)) for number, runs in enumerate((full, full, short), 1)]
    found = "".join(texts(pages))
    order = [found.index(word) for word in ("左00", "左11", "右00", "右09")]
    assert order == sorted(order)
    assert texts(pages)[-6:] == ["左短0", "左短1", "左短2", "右短0", "右短1", "右短2"]


def test_labels_with_answers_beside_them_are_no_columns() -> None:
    labels = (
        "单位名称",
        "组织机构代码",
        "成立时间",
        "注册资本（万元）",
        "单位地址",
        "联系人",
        "手机",
        "传真",
    )
    runs = []
    for at, label in enumerate(labels):
        top = 100 + 24 * at
        runs.append(Run(f"{label}：", 71, top, 71 + SIZE * (len(label) + 1), top + SIZE))
        runs.append(Run("甲乙" * (at % 4 + 1), 320, top, 320 + SIZE * 2 * (at % 4 + 1), top + SIZE))
    runs.append(Run(FULL[:32], 71, 700, RIGHT, 714))
    found = texts([Page(1, 595.0, 842.0, tuple(runs))])[:-1]
    assert [text.split("：")[0] for text in found] == list(labels)


def test_the_rest_of_a_table_inside_a_cell_is_its_own_at_the_head_of_a_page() -> None:
    """The cell's padding beside the inner table's lines looks like columns too narrow to write in."""
    outer = Page(
        1,
        595.0,
        842.0,
        (Run("应用情况", 71, 640, 127, 654), *_row(720, "甲公司", "36")),
        tuple(_frame(620, 760, 700)),
    )
    rest = Page(2, 595.0, 842.0, tuple(_row(85, "乙公司", "38")), tuple(_frame(60, 110, 60)))
    (table,) = document([outer, rest], name="a.pdf", kind="pdf", sha256="").blocks
    assert isinstance(table, Table)
    answer = table.cells[1]
    (inner,) = (block for block in answer.blocks if isinstance(block, Table))
    found = [block.text for cell in inner.cells for block in cell.blocks if isinstance(block, Paragraph)]
    assert found == ["甲公司", "36", "乙公司", "38"]


def _row(top: float, *words: str) -> list[Run]:
    return [Run(text, 180 + 150 * at, top, 180 + 150 * at + 42, top + SIZE) for at, text in enumerate(words)]


def _frame(top: float, bottom: float, inner: float) -> list[Rule]:
    """A label's cell, and one with a table of two columns in it from `inner` down."""
    outer = [Rule(65, y, 525, y) for y in (top, bottom)] + [Rule(x, top, x, bottom) for x in (65, 160, 525)]
    return [*outer, Rule(168, inner, 517, inner), *(Rule(x, inner, x, bottom) for x in (168, 320, 517))]

"""Evidence lists become rows with quantities, however they are set."""

import pytest

from tests.extractors.attached.papers import Grid, listed, rows

HEADS = ("序号", "设备名称", "型号", "数量（台/套）")
MACHINES: Grid = [HEADS, (1, "车床", "CK", 12), (2, "铣床", "X5", 3)]
PATENTS, COPYRIGHTS = "platform.indicators.core_patents", "platform.indicators.software_copyrights"


@pytest.mark.parametrize(
    ("grid", "expected"),
    [
        pytest.param(MACHINES, [("车床", 12), ("铣床", 3)], id="plain"),
        pytest.param([*MACHINES, ("合计", "", "", 15)], [("车床", 12), ("铣床", 3)], id="a total"),
        pytest.param(
            [*MACHINES, ("", "小计：15台", "", "")], [("车床", 12), ("铣床", 3)], id="a total named"
        ),
        pytest.param([("某公司设备清单",), *MACHINES], [("车床", 12), ("铣床", 3)], id="a title on top"),
        pytest.param(
            [*MACHINES, HEADS, (3, "空压机", "", "1")],
            [("车床", 12), ("铣床", 3), ("空压机", 1)],
            id="heads once more",
        ),
        pytest.param(
            [*MACHINES, (9, "空压机", "", "1")],
            [("车床", 12), ("铣床", 3), ("空压机", 1)],
            id="gaps in the numbers",
        ),
        pytest.param(
            [*MACHINES, ("", "", "", ""), (3, "", "", "")], [("车床", 12), ("铣床", 3)], id="blank rows"
        ),
        pytest.param(
            [HEADS, (1, "甲", "", "12 台"), (2, "乙", "", "３套"), (3, "丙", "", "1,200"), (4, "丁", "", "")],
            [("甲", 12), ("乙", 3), ("丙", 1200), ("丁", 1)],
            id="units, widths, commas, none",
        ),
        pytest.param(
            [HEADS, (1, "甲", "", "10-12台"), (2, "乙", "", "若干")],
            [("甲", None), ("乙", None)],
            id="unclear",
        ),
        pytest.param(
            [HEADS, (1, "车床", "A", 5), (None, None, "B", 7), (2, "铣床", "C", 3)],
            [("车床", 5), ("车床", 7), ("铣床", 3)],
            id="a name merged over models",
        ),
        pytest.param(
            [HEADS, (1, "车床", "A", 5), (2, "铣床", "B", None), (3, "磨床", "C", 1)],
            [("车床", 5), ("铣床", 0), ("磨床", 1)],
            id="a quantity merged over machines",
        ),
        pytest.param(
            [("序号", "设备名称", "数量") * 2, (1, "甲", 2, 3, "丙", 4), (2, "乙", 1, "", "", "")],
            [("甲", 2), ("乙", 1), ("丙", 4)],
            id="two lists side by side",
        ),
        pytest.param(
            [("序号", "设备名称", "数量"), ("1-50", "传感器", ""), (51, "网关", 2)],
            [("传感器", 1), ("网关", 2)],
            id="a quantity column counts before a run of numbers",
        ),
        pytest.param(
            [("序号", "设备名称"), ("1-50", "传感器"), (51, "网关2台")],
            [("传感器", 50), ("网关2台", 2)],
            id="runs",
        ),
        pytest.param(
            [("设备类型", "采集点数量", "设备数量"), ("车床", 900, 3)],
            [("车床", 3)],
            id="points are no machines",
        ),
    ],
)
def test_a_table_of_machines(grid: Grid, expected: list[tuple[str, float | None]]) -> None:
    assert listed(5, grid) == expected


def test_tables_of_one_list_are_summed() -> None:
    assert listed(5, "一车间", MACHINES, "二车间", MACHINES) == [("车床", 12), ("铣床", 3)] * 2


def test_a_table_goes_on_without_its_heads() -> None:
    assert listed(5, MACHINES, [(3, "空压机", "", 4)]) == [("车床", 12), ("铣床", 3), ("空压机", 4)]


def test_a_long_table_is_a_list_too() -> None:
    many = [HEADS, *((at, f"设备{at}", "", 2) for at in range(1, 501))]
    assert len(listed(5, many)) == 500


def test_an_empty_list_is_a_list_of_nothing() -> None:
    assert listed(5, [HEADS, (1, "", "", ""), (2, "", "", "")]) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["1.点检通", "2.能效通", "3.排产通"], 3, id="numbered"),
        pytest.param(["（1）点检通", "（2）能效通"], 2, id="in brackets"),
        pytest.param(["①点检通", "②能效通"], 2, id="circled"),
        pytest.param(
            ["一、甲方案", "（1）痛点", "（2）部署", "二、乙方案", "（1）痛点", "（2）部署"],
            2,
            id="parts below",
        ),
        pytest.param(
            ["一、生产类", "1.甲", "2.乙", "3.丙", "二、能源类", "1.丁", "2.戊"], 5, id="groups above"
        ),
    ],
)
def test_numbered_lines_are_a_list(lines: list[str], expected: int) -> None:
    assert len(rows(7, *lines)) == expected


def test_firms_in_a_row_are_a_list() -> None:
    assert listed(9, "服务企业：甲钢铁有限公司、乙水泥厂；丙集团等。") == [
        ("甲钢铁有限公司", 1),
        ("乙水泥厂", 1),
        ("丙集团", 1),
    ]


def test_numbered_machines_count_what_they_say() -> None:
    assert listed(5, "1.车床，12台", "2.铣床3套（进口）", "3.磨床") == [
        ("车床,12台", 12),
        ("铣床3套(进口)", 3),
        ("磨床", 1),
    ]


def test_a_solution_a_table() -> None:
    card = [("解决方案名称", "高炉优化"), ("痛点问题", "能耗高"), ("部署方案", "云端")]
    assert listed(8, card, [("解决方案名称", "预测维护"), ("痛点问题", "停机多")]) == [
        ("高炉优化", 1),
        ("预测维护", 1),
    ]


NAMED = ("序号", "名称", "证书号")
BY_COLUMN = [
    ("序号", "名称", "类型"),
    *((1, "甲", "发明专利"), (2, "乙", "实用新型"), (3, "丙", "软件著作权"), (4, "丁", "商标")),
]
BY_NUMBER = [
    NAMED,
    *((1, "甲", "ZL 202010123456.7"), (2, "乙", "ZL202020123456.7"), (3, "丙V1.0", "2021SR0123456")),
]
CERTIFICATES = ("发明专利证书", "第1号", "实用新型专利证书", "第2号", "计算机软件著作权登记证书", "第3号")


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param([BY_COLUMN], id="by a column, trade marks aside"),
        pytest.param(
            ["专利清单", [NAMED, (1, "甲", "Z1"), (2, "乙", "Z2")], "软著清单", [NAMED, (1, "丙", "S1")]],
            id="by the line above",
        ),
        pytest.param([BY_NUMBER], id="by the number"),
        pytest.param(CERTIFICATES, id="certificates"),
    ],
)
def test_patents_are_told_from_copyrights(blocks: list[str | Grid]) -> None:
    found = rows(4, *blocks)
    assert [sum(row.field == field for row in found) for field in (PATENTS, COPYRIGHTS)] == [2, 1]
    assert len(found) == 3


def test_a_list_and_its_certificates_are_counted_once() -> None:
    grid = [("序号", "名称", "类型"), (1, "甲", "发明专利"), (2, "乙", "发明专利")]
    assert len(rows(4, grid, "发明专利证书", "证书号第1号", "发明专利证书", "证书号第2号")) == 2


def test_what_may_be_either_is_of_no_kind() -> None:
    grid = [("序号", "专利或软件著作权名称", "证书号"), (1, "甲装置", "2020-11"), (2, "乙系统", "2021-32")]
    assert [row.field for row in rows(4, grid)] == ["", ""]

"""Which files and pages of a submission are which attachment."""

from collections.abc import Sequence

import pytest

from extractors.document import Document
from notices.hebei_2022_719.form import SPEC
from tests.extractors.attached.papers import PICTURE, Grid, attached, document, numbers, with_attachments

MACHINES: Grid = [("序号", "设备名称", "数量"), (1, "车床", 3)]
MODELS: Grid = [("序号", "模型名称"), (1, "轴承模型")]
LICENCE = (
    "营业执照",
    "（副本）",
    "统一社会信用代码：91130108MA0R7T4K88",
    "名    称：河北砺云智联科技有限公司",
)
REPORT = ("审计报告", "我们审计了某公司。", "附件1：资产负债表", MACHINES, "附件2：利润表", MODELS)
TITLES = tuple(f"附件{each.number}：{each.title}" for each in SPEC.attachments)


@pytest.mark.parametrize(
    ("name", "blocks", "number"),
    [
        ("扫描0001.docx", LICENCE, 1),
        ("资料/1.docx", ("证书号第4431号", "发明专利证书", "发明名称：一种装置"), 4),
        ("资料/2.docx", ("信用中国", "河北某公司信用信息概况", "无失信记录"), 2),
        ("资料/3.docx", ("冀会审字第1号", "审计报告", "我们审计了某公司的财务报表。"), 3),
        ("资料/4.docx", (MACHINES,), 5),
        ("资料/5.docx", ("某某平台机理模型清单", MODELS), 6),
        ("附件7.docx", ("点检通", "能效通"), 7),
        ("附件八.docx", ("一、高炉优化", "二、预测维护"), 8),
        ("附件5-设备清单/一车间.docx", ("一车间", "车床、铣床"), 5),
        ("5.设备清单.docx", ("车床、铣床",), 5),
        ("附件11-证明材料/营业执照.docx", LICENCE, 11),  # whose folder it is in tells more
        ("附件6.docx", ("附件5：工业设备清单", MACHINES), 5),  # what it says itself tells most
        ("附件3/报告.docx", REPORT, 3),
    ],
)  # fmt: skip
def test_a_file_of_its_own(name: str, blocks: Sequence[str | Grid], number: int) -> None:
    assert numbers(attached(document(name, *blocks))) == {number: [name]}


@pytest.mark.parametrize(
    ("name", "blocks"),
    [
        ("附件目录.docx", TITLES),
        ("清单.docx", TITLES),
        ("材料清单.docx", ("材料清单", *(f"{title}\t{at}" for at, title in enumerate(TITLES, 20)))),
        ("情况说明.docx", ("情况说明", "附件5工业设备清单数量较多，另行提供。", "附件5：工业设备清单")),
        (
            "请示.docx",
            ("关于申报的请示", "省工信厅：", "现报送材料，请审核。", "附件：1.工业设备清单", "2022年11月"),
        ),
        ("设备.docx", ("附件5：工业设备清单",)),
        ("附件1 申报书（空表）.docx", ("河北省省级工业互联网平台申报书", "平台名称")),
        ("附件2：推荐汇总表.docx", ("推荐汇总表", MODELS)),
    ],
)
def test_a_file_that_names_attachments_is_none(name: str, blocks: Sequence[str | Grid]) -> None:
    assert numbers(attached(document(name, *blocks))) == {}


def test_one_file_of_several_attachments_is_parted() -> None:
    found = attached(
        document(
            "附件汇编.docx", *TITLES, (1, TITLES[4]), MACHINES, (1, "附件六"), "工业模型清单", MODELS,
            (1, TITLES[9]), PICTURE,
        )
    )  # fmt: skip
    assert numbers(found) == {number: ["附件汇编.docx"] for number in (5, 6, 10)}
    assert [row.text for row in found.rows[5]] == ["车床"]
    assert [row.text for row in found.rows[6]] == ["轴承模型"]


def test_sheets_are_attachments_of_their_own() -> None:
    found = attached(document("清单.xlsx", (1, "设备清单"), MACHINES, (1, "模型清单"), MODELS))
    assert set(numbers(found)) == {5, 6}


def bound(*pages: tuple[int, str | Grid], name: str = "申报书.docx") -> Document:
    """The application, with these blocks behind its last line."""
    return document(
        name, "（八）相关证明材料", *(block for _, block in pages), page=[1, *(number for number, _ in pages)]
    )


def test_what_is_bound_behind_the_application_is_told_with_its_pages() -> None:
    whole = bound(
        (1, TITLES[0]), (1, TITLES[1]), (1, TITLES[2]),
        (2, "附件1"), (2, "营业执照"), (2, "名称：某公司"),
        (3, TITLES[2]), (4, "审计报告"), (4, "我们审计了某公司。"),
        (6, "会计师事务所营业执照"), (6, "名称：某事务所"),
        (7, TITLES[4]), (7, MACHINES), (7, TITLES[5]), (8, MODELS),
    )  # fmt: skip
    found = attached(whole)
    assert numbers(found) == {
        1: ["申报书.docx 第2页"],
        3: ["申报书.docx 第3-6页"],
        5: ["申报书.docx 第7页"],
        6: ["申报书.docx 第7-8页"],
    }
    assert [part.evidence.page for part in found.parts] == [2, 3, 7, 7]


def test_a_scan_of_everything_is_parted_by_what_the_papers_are() -> None:
    whole = bound(
        *((2, line) for line in LICENCE),
        (3, "企业信用报告"), (3, "（自主查询版）"), (4, "审计报告"), (5, "二、报表附注"),
        (6, "营业执照"), (7, "发明专利证书"), (8, "实用新型专利证书"),
    )  # fmt: skip
    assert numbers(attached(whole)) == {
        1: ["申报书.docx 第2页"],
        2: ["申报书.docx 第3页"],
        3: ["申报书.docx 第4-6页"],
        4: ["申报书.docx 第7-8页"],
    }


def test_a_page_that_only_has_a_heading_may_have_a_picture() -> None:
    assert set(numbers(attached(bound((2, TITLES[0]), (3, TITLES[9]))))) == {1, 10}
    assert numbers(attached(document("申报书.docx", "（八）相关证明材料", TITLES[0], TITLES[9]))) == {}


def test_what_cannot_be_read_is_known_by_its_name() -> None:
    found = attached(
        unread=["附件1-营业执照.jpg", "附件10 平台截图/1.png", "IMG_2034.jpg", "审计/2020年度审计报告.pdf"]
    )
    assert numbers(found) == {
        1: ["附件1-营业执照.jpg"], 3: ["审计/2020年度审计报告.pdf"], 10: ["附件10 平台截图/1.png"]
    }  # fmt: skip
    assert found.unknown == ("IMG_2034.jpg",)
    assert [part.readable for part in found.parts] == [False] * 3
    assert found.of(3)[0].years == (2020,)


def test_a_picture_without_words_may_be_anything() -> None:
    found = attached(document("IMG_2034.jpg", PICTURE), document("照片.jpg"), document("信.docx", "您好。"))
    assert found.unknown == ("IMG_2034.jpg", "照片.jpg")
    assert numbers(attached(document("附件10.jpg", PICTURE))) == {10: ["附件10.jpg"]}


def test_pages_that_nobody_read_may_hold_attachments() -> None:
    assert attached(document("申报书.docx", "（八）相关证明材料"), partly=["申报书.docx"]).unknown == (
        "申报书.docx",
    )


def test_the_answer_names_files_and_quotes_what_stands_there() -> None:
    form = with_attachments(document("扫描0001.docx", *LICENCE), document("附件5.docx", MACHINES))
    told = {each["number"]: each["files"] for each in form.value("attachments") if each["found"]}
    assert told == {1: ["扫描0001.docx"], 5: ["附件5.docx"]}
    assert len(form.value("attachments")) == 12
    assert [each.quote.split("\n")[0] for each in form["attachments"].evidence] == [
        "营业执照",
        "序号\t设备名称\t数量",
    ]


def test_the_licence_gives_its_facts() -> None:
    lines = (
        *LICENCE,
        "类    型：有限责任公司  注册资本：伍仟万元整",
        "住    所",
        "石家庄市裕华区长江大道88号",
    )
    told = {path: answer.value for path, answer in attached(document("附件1.docx", *lines)).facts.items()}
    assert told == {
        "applicant.name": "河北砺云智联科技有限公司",
        "applicant.organization_code": "91130108MA0R7T4K88",
        "applicant.registered_capital": 5000,
        "applicant.address": "石家庄市裕华区长江大道88号",
    }


@pytest.mark.parametrize(
    ("name", "lines", "years"),
    [
        ("附件3.docx", ("某公司2020年度审计报告", "2021年12月31日"), (2020,)),
        ("附件3.docx", ("审计报告", "2021年度", "项目 2021年 2020年"), (2021,)),
        ("附件3.docx", ("审计报告", "我们审计了2021年12月31日、2020年12月31日的资产负债表。"), (2021,)),
        ("2020-2021年审计报告.docx", ("报告",), (2020, 2021)),
        ("附件3.docx", ("2020年度审计报告", "正文。", "2021年度审计报告"), (2020, 2021)),
        ("附件3.docx", ("技术服务合同", "2021年3月1日"), ()),
        ("附件9.docx", ("2021年度实际服务企业上云上平台清单", "甲有限公司、乙有限公司"), (2021,)),
        ("附件9.docx", ("附件9", [("企业名称", "上云时间"), ("甲公司", "2020.5")]), (2020,)),
        ("附件9.docx", ("附件9", [("企业名称", "服务内容"), ("甲公司", "设备上云")]), ()),
    ],
)  # fmt: skip
def test_the_years_of_reports_and_lists(
    name: str, lines: Sequence[str | Grid], years: tuple[int, ...]
) -> None:
    assert attached(document(name, *lines)).parts[0].years == years

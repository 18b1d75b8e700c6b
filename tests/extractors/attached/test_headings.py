"""Which attachment a heading or a name is of, and what only looks like one."""

import pytest

from extractors.attached.headings import Titles
from notices.hebei_2022_719.form import SPEC

TITLES = Titles(SPEC)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("附件5：工业设备清单", 5),
        ("附件五 设备接入清单", 5),
        ("附 件 五", 5),
        ("附件十一", 11),
        ("（附件6）模型清单", 6),
        ("【附件7】工业ＡＰＰ清单", 7),
        ("附件5-1 设备清单（一）", 5),
        ("（五）工业设备清单", 5),
        ("某某工业互联网平台接入设备明细表", 5),
        ("2021年度实际服务企业上云上平台清单", 9),
        ("河北某某科技有限公司2020年度审计报告", 3),
        ("附件11：申报书中需要提供的相关证明材料", 11),
        ("附件12：其他有助于说明项目情况和服务能力的资质证书、奖励证书、评估认定、用户评价等相关材料。", 12),
        ("附件12：其他有助于说明项目情况和服务能力的奖励证书等。", 12),
        ("附件7：软件著作权证书", 4),  # its title tells more than its number
        ("附件11：营业执照", 11),  # what belongs nowhere else may be anything
    ],
)
def test_a_heading_heads_its_attachment(text: str, number: int) -> None:
    says = TITLES.heading(text)
    assert says is not None
    assert says.number == number


@pytest.mark.parametrize(
    "text",
    [
        "附件1-12",
        "附件1至附件12",
        "附件13：其他",
        "附件5为我公司设备清单，共计120台。",
        "我公司工业设备清单详见附件5",
        "详见附件5",
        "关于工业设备清单的说明",
        "附件1 河北省省级工业互联网平台申报书",
        "附件2 河北省省级工业互联网平台推荐汇总表",
        "附件目录",
        "",
    ],
)
def test_a_mention_or_another_annex_heads_nothing(text: str) -> None:
    assert TITLES.heading(text) is None


def test_what_an_audit_report_calls_its_annex_1_is_not_titled_as_ours() -> None:
    says = TITLES.heading("附件1：资产负债表")
    assert says is not None
    assert not says.titled


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("营业执照扫描件", 1),
        ("2020年审计报告", 3),
        ("软件著作权证书-能耗系统", 4),
        ("专利证书1", 4),
        ("信用中国查询截图", 2),
        ("申报书", None),
        ("附件目录", None),
        ("会议通知", None),
    ],
)
def test_a_file_is_known_by_words_of_a_title(name: str, number: int | None) -> None:
    assert TITLES.in_name(name) == number

"""Where the notice puts one thing in two ways: what people ask who have noticed it."""

from __future__ import annotations

from collections.abc import Mapping

from notices.hebei_2022_719.contradictions import CONTRADICTIONS
from notices.hebei_2022_719.facts import FIGURE_YEARS
from notices.hebei_2022_719.text import notice_text
from notices.notice import Passage, Point

__all__ = ["ODDITIES"]

_SUSTAIN = "附件1/申报平台信息/（四）平台可持续发展能力"
_IN_ENGLISH: Mapping[str, str] = {
    "申报书的名称": "The procedure says 河北省工业互联网平台申报书, the list of annexes and the cover say 河北省省级工业互联网平台申报书; both mean the same form.",
    "申报书与申请书": "Item 二 of the guide says 申请书 and 申请单位 where the rest says 申报书 and 申报单位; they mean the same.",
    "平台类型与平台类别": "The cover says 平台类型, the form and Annex 2 say 平台类别; they are the same item.",
    "汇总表的名称": "The text says 推荐平台汇总表, Annex 2 is titled 推荐汇总表; they are the same table.",
    "发文机关的名称": "The signature line prints 河北省工业化和信息化厅, the cover 河北省工业和信息化厅; the former has one character 化 too many.",
    "跨行业跨领域与双跨": "双跨 and 双跨类平台 both mean cross-industry cross-domain platforms; the notice does not say so in words.",
    "业务成本与运营成本": "The total is called 业务成本 and the yearly figures 运营成本; the notice makes no difference between them.",
    "投资总额与投资金额": "The formula uses 投资总额, the form only has 投资金额(万元); the notice does not define 投资总额 otherwise.",
    "金额单位": "Amounts of the applicant and the platform's basics are in 万元, those of R&D, revenue and cost in 元.",
    "两级同名的“申报要求”": "Part 二 is called 申报要求, and so is its section （二）.",
    "两套“一、二、三、四”": "The text is numbered 一 to 四 and the filling-in guide 一 to 八, so that “item 四” alone may mean either.",
    "附件1中两套“（一）（二）”": "The company profile has （一） and （二）, and the platform's information runs from （一） to （八）.",
    "两处(1)至(3)": "The indicators run from (1) to (19), and the service capabilities from （1） to （3）.",
    "两套“附件1、附件2”": "The notice's Annexes 1 and 2 are the form and the summary table; part （八） of the form numbers its attachments 1 to 12.",
}

ODDITIES: tuple[Point, ...] = (
    *(
        Point(
            name=each.topic,
            asked=(),
            says=each.explanation,
            says_in_english=_IN_ENGLISH[each.topic],
            passages=tuple(side for side in each.passages if side.quote in notice_text().source),
        )
        for each in CONTRADICTIONS
        if each.kind != "demand"
    ),
    Point(
        name="审计两年与数据三年",
        asked=(),
        says=f"两处要的东西不同：审计报告要近两年的（2年），{FIGURE_YEARS.says}通知没有说其中哪一处有误。",
        says_in_english="They are two things: audit reports are of the last two years (2 years), R&D spending, revenue and cost of 2019, 2020 and 2021 "
        "(3 years). The notice does not call either of them a mistake.",
        passages=(
            Passage(
                "附件1/申报平台信息/（八）",
                "附件3: 近两年年度审计报告（附有二维码）、近两年项目专项审计报告（附有二维码）（附客户服务合同及相应发票）",
            ),
            Passage(f"{_SUSTAIN}/3", "2019、2020、2021年平台相关的研发投入"),
        ),
    ),
)

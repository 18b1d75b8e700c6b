"""Are there as many as the form asks for, and is each told as it asks (LST)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from extractors.form import Form
from extractors.rules import Context, Violation, rule
from extractors.text import key
from notices.hebei_2022_719.rules.described import solutions_in
from notices.hebei_2022_719.rules.phrases import listed

_AT_LEAST = 3  # customers, and solutions described


@rule(
    "LST001",
    severity="error",
    title="典型应用企业不足三家",
    clause="附件1/申报平台信息/（一）平台基础信息",
    quote="列举不少于三家典型应用企业名称，并提供证明材料",
    needs=("platform.typical_customers",),
    message="“{title}”列了 {count} 家：{customers}{at}，要求不少于三家。",
    fix="请补足三家以上典型应用企业的全称，并附证明材料。",
)
def fewer_than_three_customers(form: Form, _: Context) -> Iterator[Violation]:
    """典型应用企业少于三家。

    ## 为什么

    表中注明：“列举不少于三家典型应用企业名称，并提供证明材料”。同一家写了两次的只算一家。

    ## 反例

    ```yaml
    platform.typical_customers: 燕北重工装备有限公司、滦川水泥有限公司
    ```

    ## 正例

    ```yaml
    platform.typical_customers: 燕北重工装备有限公司、滦川水泥有限公司、沧海管业股份有限公司
    ```
    """
    customers = {key(each): each for each in form.value("platform.typical_customers")}
    if len(customers) < _AT_LEAST:
        yield Violation(
            ("platform.typical_customers",),
            {"count": len(customers), "customers": listed(customers.values())},
        )


@rule(
    "LST002",
    severity="error",
    title="详细介绍的解决方案不足三个",
    clause="附件1/申报平台信息/（三）平台应用服务能力",
    quote="（提供解决方案列表，详细介绍3个以上解决方案情况，包括解决的痛点问题、部署方案、预期推广效益等）",
    needs=("services.solutions",),
    message="“{title}”中看到 {count} 个有介绍的解决方案{described}{at}，要求至少三个；只有名称的不算。",
    fix="请至少对三个解决方案分别写明名称、解决的痛点问题、部署方案和预期推广效益。",
)
def fewer_than_three_solutions_described(form: Form, _: Context) -> Iterator[Violation]:
    """有介绍的解决方案少于三个；只列名称的不算。

    ## 为什么

    表中注明：“（提供解决方案列表，详细介绍3个以上解决方案情况，包括解决的痛点问题、部署方案、预期推广效益等）”。
    至少要有名称和解决什么问题。写法看不出分段的长文字，请人工核对。

    ## 反例

    ```yaml
    services.solutions: |
      1.高炉能耗优化解决方案
      2.设备预测性维护解决方案
      3.供应链协同解决方案
      4.安全生产监测解决方案
    ```

    ```yaml
    services.solutions: |
      平台提供高炉能耗优化、设备预测性维护等12个解决方案。
      方案一：高炉能耗优化解决方案
      痛点问题：高炉煤气放散率高，能源调度靠经验。部署方案：边缘网关加私有云。预期推广效益：吨铁能耗降低4%。
      方案二：设备预测性维护解决方案
      痛点问题：关键机组突发停机多。部署方案：加装振动传感器，云端诊断。预期推广效益：停机减少三成。
    ```

    ## 正例

    ```yaml
    services.solutions: |
      （1）高炉能耗优化解决方案：针对煤气放散率高、能源调度靠经验的问题，部署边缘网关和优化模型，吨铁能耗降低4%。
      （2）设备预测性维护解决方案：针对关键机组突发停机多的问题，加装振动传感器并在云端诊断，停机减少三成。
      （3）供应链协同解决方案：针对上下游订单不透明的问题，以订阅方式部署协同应用，准时交付率提高一成。
    ```
    """
    found = solutions_in(form["services.solutions"].raw)
    if len(found.described) < _AT_LEAST:
        yield Violation(
            ("services.solutions",),
            {
                "count": len(found.described),
                "described": f"（{listed(each[:20] for each in found.described)}）"
                if found.described
                else "",
            },
            status="fail" if found.clear else "review",
        )


_PARTS_OF_AN_HONOR: Final[Mapping[str, str]] = {"text": "奖项", "level": "级别", "obtained_on": "获得时间"}


@rule(
    "LST003",
    severity="warning",
    title="企业荣誉没有写全奖项、级别和获得时间",
    clause="附件1/申报单位基本信息",
    quote="（备注：逐条说明奖项、级别、获得时间）",
    message="“{title}”中有的条目没有写全{at}：{gaps}。",
    fix="请逐条写明奖项、级别（国家级、省级、市级）和获得时间，例如“省级 工业互联网标杆企业 2021年6月”。",
)
def honors_told_in_part(form: Form, context: Context) -> Iterator[Violation]:
    """企业荣誉中有的条目缺少奖项、级别或获得时间。

    ## 为什么

    表中注明：“（备注：逐条说明奖项、级别、获得时间）”。没有荣誉可以不填。

    ## 反例

    ```yaml
    applicant.honors: |
      1.河北省工业互联网标杆企业
      2.两化融合管理体系贯标企业，国家级，2021年3月
    ```

    ## 正例

    ```yaml
    applicant.honors: |
      1.河北省工业互联网标杆企业，省级，2020年
      2.两化融合管理体系贯标企业，国家级，2021年3月
    ```

    ```yaml
    applicant.honors: ""
    ```
    """
    if not form.filled("applicant.honors") or "applicant.honors" in context.claimed:
        return
    honors = form.value("applicant.honors")
    gaps = [
        f"第 {number} 条缺{missing}" for number, each in enumerate(honors, 1) if (missing := _missing(each))
    ]
    if gaps:
        yield Violation(("applicant.honors",), {"gaps": "，".join(gaps)})


def _missing(honor: Mapping[str, Any]) -> str:
    return "、".join(word for part, word in _PARTS_OF_AN_HONOR.items() if not honor.get(part))


_DUAL: Final[Mapping[str, str]] = {
    "双链": "双链|产业链|供应链|链主|强链|补链|延链|创新链|上下游",
    "双碳": "双碳|碳达峰|碳中和|碳排放|碳足迹|碳资产|碳管理|碳核算|减碳|降碳|低碳|绿色|节能|能耗|能碳",
}
_SOLUTION: Final = "方案|系统|应用|模块|产品|工具|APP|套件|服务包|看板|大脑"
_OFFERED: Final = "协同平台|管理平台|管控平台|监测平台|服务平台|采购平台|核算平台|交易平台"


@rule(
    "LST004",
    severity="warning",
    title="“双链”“双碳”没有各介绍一个解决方案",
    clause="附件1/申报平台信息/（六）平台社会贡献度",
    quote="（介绍“双链”、“双碳”解决方案各1个，并介绍取得的成效和下一步推广计划）",
    needs=("contribution.dual_chain_dual_carbon",),
    message="“{title}”中没有看到{missing}的解决方案{at}。",
    fix="请写明{missing}解决方案的名称、取得的成效和下一步推广计划；已写明的请人工核对。",
)
def dual_goals_without_a_solution_each(form: Form, _: Context) -> Iterator[Violation]:
    """“双链”或“双碳”没有写出一个解决方案。

    ## 为什么

    表中注明：“（介绍“双链”、“双碳”解决方案各1个，并介绍取得的成效和下一步推广计划）”。

    ## 反例

    ```yaml
    contribution.dual_chain_dual_carbon: 平台推出供应链集采协同解决方案，服务配套企业86家，采购成本下降6%，明年推广到三个园区。
    ```

    ```yaml
    contribution.dual_chain_dual_carbon: 我公司高度重视双链和双碳工作，认真贯彻落实有关部署，取得了良好成效。
    ```

    ## 正例

    ```yaml
    contribution.dual_chain_dual_carbon: |
      “双链”解决方案：供应链集采协同解决方案，服务配套企业86家，采购成本下降6%。
      “双碳”解决方案：碳排放核算与管理系统，覆盖12家企业，年减排二氧化碳3.2万吨。
    ```
    """
    text = form["contribution.dual_chain_dual_carbon"].raw
    missing = [goal for goal, words in _DUAL.items() if not _offers(text, words)]
    if missing:
        yield Violation(("contribution.dual_chain_dual_carbon",), {"missing": listed(missing)})


def _offers(text: str, topic: str) -> bool:
    """Whether one sentence has both the topic and the name of something offered."""
    sentences = re.split("[。！？\n]", text)
    return any(re.search(topic, each) and re.search(f"{_SOLUTION}|{_OFFERED}", each) for each in sentences)

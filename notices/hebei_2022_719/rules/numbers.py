"""Does what stands in a number's place make sense as one (NUM)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from extractors.form import Answer, Field, Form
from extractors.rules import Context, Violation, rule
from notices.hebei_2022_719.rules.phrases import figure, printed_line

_INSTRUCTIONS = "附件1/填报说明/一"
_AS_ASKED = "申报单位应按照填写要求和实际情况，如实填报申报书相关内容。"

_PROBLEMS: Final[Mapping[str, str]] = {  # Answer.problem -> what is wrong with it
    "negative": "不应是负数",
    "fraction": "应是整数",
    "range": "写的是一个范围，应是一个数",
    "several": "写了不止一个数，看不出是哪一个",
    "not-a-number": "读不出数来",
}


@rule(
    "NUM001",
    severity="error",
    title="该填数的地方填的不是合理的数",
    clause=_INSTRUCTIONS,
    quote=_AS_ASKED,
    claims=True,
    message="“{title}”写的是“{written}”{at}，{problem}。",
    fix="请在“{title}”填一个数{unit}。",
)
def numbers_that_make_no_sense(form: Form, context: Context) -> Iterator[Violation]:
    """该填数的地方读不出一个合理的数：负数、小数个、范围、文字。

    ## 为什么

    填报说明一：“申报单位应按照填写要求和实际情况，如实填报申报书相关内容。”指标和金额要能汇总比较，须是一个确定的数；
    个数、台数等须是整数。利润和投资回报率可以是负数，0 也是数。“约1200”“1200余台”按 1200 读。

    ## 反例

    ```yaml
    platform.indicators.connected_devices: "-5"
    ```

    ```yaml
    platform.indicators.protocols: "12.5"
    ```

    ```yaml
    platform.indicators.industrial_apps: 30-50
    ```

    ```yaml
    platform.indicators.mechanism_models: 若干
    ```

    ## 正例

    ```yaml
    applicant.last_year_profit: 亏损438.6
    ```

    ```yaml
    platform.indicators.connected_devices: 约１，２００台
    platform.indicators.third_party_developers: "0"
    ```
    """
    for field, answer in form:
        if field.kind not in ("int", "decimal") or field.path in context.claimed:
            continue
        if problem := _problem(field, answer):
            yield Violation(
                (field.path,),
                {"problem": _PROBLEMS[problem], "unit": f"（单位：{field.unit}）" if field.unit else ""},
                clause=field.clause,
                quote=printed_line(field),
            )


def _problem(field: Field, answer: Answer) -> str:
    """What is wrong with the number; what couldn't be read for other reasons is REQ001's."""
    if answer.state == "filled":
        return "negative" if answer.value < 0 and not field.signed else ""
    return answer.problem if answer.problem in _PROBLEMS else ""


_LEAST_YUAN = 10_000  # nobody spends or earns less in a year on a platform
_MOST_WAN = 100_000_000  # a million million 元


@rule(
    "NUM002",
    severity="warning",
    title="金额的单位可能有误",
    clause=_INSTRUCTIONS,
    quote=_AS_ASKED,
    message="“{title}”写的是“{written}”{at}，合 {value} {unit}，请核对单位。",
    fix="这一栏的单位是{unit}，请按{unit}填写。",
)
def amounts_in_another_unit(form: Form, context: Context) -> Iterator[Violation]:
    """金额小得或大得不像表中的单位，或者写的是别的单位。

    ## 为什么

    填报说明一：“申报单位应按照填写要求和实际情况，如实填报申报书相关内容。”注册资本、销售、利润、投资、合同额以万元计，
    研发投入、收入、成本以元计。以元计而不足 1 万，或以万元计而超过 1 亿的，多半是单位弄错了。写 0 的不提醒。

    ## 反例

    ```yaml
    sustainability.rnd_2019: "300"
    sustainability.rnd_total: "6600300"
    ```

    ```yaml
    applicant.registered_capital: 1.2亿元
    ```

    ## 正例

    ```yaml
    applicant.registered_capital: 5000万元
    ```

    ```yaml
    platform.indicators.connected_devices: 1200台
    ```
    """
    for field, answer in form:
        if answer.state != "filled" or field.path in context.claimed or not field.unit.endswith("元"):
            continue
        if answer.unit or _is_implausible(field, answer.value):
            yield Violation(
                (field.path,),
                {"value": figure(answer.value), "unit": field.unit},
                clause=field.clause,
                quote=printed_line(field),
            )


def _is_implausible(field: Field, amount: float) -> bool:
    return 0 < amount < _LEAST_YUAN if field.unit == "元" else abs(amount) > _MOST_WAN

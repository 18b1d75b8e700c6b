"""Do the sums come out (SUM)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from extractors.form import Form
from extractors.rules import Context, Unjudged, Violation, rule, unusable
from notices.hebei_2022_719.facts import FIGURE_YEARS
from notices.hebei_2022_719.rules.phrases import figure, printed_line

_SECTION = "附件1/申报平台信息/（四）平台可持续发展能力"
_SERIES: Final = ("rnd", "revenue", "cost")
_TOLERANCE: Final = Decimal("0.01")  # of the cumulative figure: yearly figures are often rounded
_POINTS: Final = 1  # percentage points, likewise
_YUAN: Final = 10_000  # 元 in a 万元


@rule(
    "SUM001",
    severity="error",
    title="三年之和与累计数不一致",
    clause=_SECTION,
    quote="近三年平台相关的累计研发投入",
    parts=len(_SERIES),
    message="“{title}”写的是 {total} 元{at}，三年相加是 {sum} 元（{terms}），相差 {gap} 元。",
    fix="请核对三年的数和累计数，使三年之和等于累计数。",
)
def totals_unlike_their_years(form: Form, context: Context) -> Iterator[Violation | Unjudged]:
    """2019、2020、2021 三年之和不等于近三年累计数。

    ## 为什么

    表中先填“近三年平台相关的累计研发投入”，再填“2019、2020、2021年平台相关的研发投入”，业务收入和业务成本也是这样。
    相差不超过累计数的 1% 的，视为四舍五入。

    ## 反例

    ```yaml
    sustainability.rnd_total: "12000000"
    ```

    ## 正例

    ```yaml
    sustainability.rnd_total: "9045000"
    ```

    ```yaml
    sustainability.cost_2020: ""
    ```
    """
    for series in _SERIES:
        total = f"sustainability.{series}_total"
        years = {year: f"sustainability.{series}_{year}" for year in FIGURE_YEARS.value}
        if lacking := unusable(form, context, total, *years.values()):
            yield Unjudged(lacking)
            continue
        written = _exact(form, total)
        summed = sum((_exact(form, path) for path in years.values()), Decimal())
        if abs(summed - written) > _TOLERANCE * abs(written):
            yield Violation(
                (total,),
                {
                    "total": figure(float(written)),
                    "sum": figure(float(summed)),
                    "terms": " + ".join(figure(form.value(path)) for path in years.values()),
                    "gap": figure(float(abs(summed - written))),
                },
                evidence=tuple(each for path in years.values() for each in form[path].evidence),
                quote=printed_line(form.spec.by_path[total]),
            )


@rule(
    "SUM002",
    severity="warning",
    title="投资回报率与按公式核算的不一致",
    clause=f"{_SECTION}/6",
    quote="（投资回报率=年均利润/投资总额×100%）",
    needs=(
        "sustainability.roi_percent",
        "sustainability.revenue_total",
        "sustainability.cost_total",
        "platform.investment",
    ),
    message="“{title}”写的是 {written_percent}%{at}，按公式核算是 {computed}%："
    "（累计收入 {revenue} 元 − 累计成本 {cost} 元）÷3÷投资金额 {investment} 万元。",
    fix="请核对投资回报率，以及累计收入、累计成本和投资金额；口径不同的，请在第 8 项中说明。",
)
def returns_unlike_the_formula(form: Form, _: Context) -> Iterator[Violation | Unjudged]:
    """投资回报率与（累计收入－累计成本）÷3÷投资金额 相差一个百分点以上。

    ## 为什么

    表中注明：“（投资回报率=年均利润/投资总额×100%）”。年均利润按近三年累计收入减累计成本除以三算，投资总额按投资金额算。

    ## 反例

    ```yaml
    sustainability.roi_percent: "35"
    ```

    ## 正例

    ```yaml
    sustainability.roi_percent: "10.9"
    ```

    ```yaml
    platform.investment: "0"
    ```
    """
    investment = _exact(form, "platform.investment")
    if not investment:
        yield Unjudged(("platform.investment",), "投资金额填的是 0，投资回报率算不出来")
        return
    revenue, cost = _exact(form, "sustainability.revenue_total"), _exact(form, "sustainability.cost_total")
    written = _exact(form, "sustainability.roi_percent")
    computed = (revenue - cost) / 3 / (investment * _YUAN) * 100
    if abs(computed - written) > _POINTS:
        sources = ("sustainability.revenue_total", "sustainability.cost_total", "platform.investment")
        yield Violation(
            ("sustainability.roi_percent",),
            {
                "written_percent": figure(float(written)),
                "computed": figure(round(float(computed), 2)),
                "revenue": figure(float(revenue)),
                "cost": figure(float(cost)),
                "investment": figure(float(investment)),
            },
            evidence=tuple(each for path in sources for each in form[path].evidence),
        )


def _exact(form: Form, path: str) -> Decimal:
    """The value as written, so that exactly 1 % off is not a hair more than 1 %."""
    return Decimal(str(form.value(path)))

"""Ticked boxes: one where one is asked, as many as the category asks, and what a box asks to be added (SEL)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extractors.form import Field, Form
from extractors.rules import Context, Unjudged, Violation, rule, unusable
from notices.hebei_2022_719.rules.phrases import listed, printed_line

_BASICS = "附件1/申报平台信息/（一）平台基础信息"
_INDUSTRIES_QUOTE = "（跨行业跨领域平台须不少于2个大类行业，行业级仅选择1个大类行业）"
_COUNTED: Final = (
    ("platform.industry_count", "platform.industries"),
    ("platform.domain_count", "platform.domains"),
)


@rule(
    "SEL001",
    severity="error",
    title="单选的一栏勾了两项以上",
    clause=_BASICS,
    quote="（单选）",
    claims=True,
    message="“{title}”只能选一项，现在勾了{ticked}{at}。",
    fix="请在“{title}”中只保留一项。",
)
def single_choices_with_several_ticks(form: Form, context: Context) -> Iterator[Violation]:
    """只能选一项的地方勾了两项或更多。

    ## 为什么

    平台类别注明“（单选）”；企业性质、建设状态、建设方式、IaaS基础设施、云架构和三处“是/否”也各只有一个答案。
    一项都没勾的，由 REQ001 指出。

    ## 反例

    ```yaml
    applicant.ownership: ☑国有 ☑民营 □三资 □其他
    ```

    ```yaml
    sustainability.is_independent_company: ☑是 ☑否
    ```

    ## 正例

    ```yaml
    applicant.ownership: □国有 □民营 ☑三资 □其他
    ```
    """
    for field, answer in form:
        by_hand = field.section == "cover"
        if (
            field.kind in ("enum", "bool")
            and not by_hand
            and len(answer.ticked) > 1
            and field.path not in context.claimed
        ):
            yield Violation(
                (field.path,),
                {"ticked": listed(answer.ticked)},
                clause=field.clause,
                quote=printed_line(field),
            )


@rule(
    "SEL002",
    severity="error",
    title="填写的个数与勾选的个数不一致",
    clause=f"{_BASICS}",
    quote="覆盖行业数（个）：",
    parts=len(_COUNTED),
    message="“{title}”写的是 {count} 个{at}，而“{choice}”勾选了 {ticks} 个。",
    fix="请核对“{choice}”的勾选，把“{title}”改成勾选的个数。",
)
def counts_unlike_the_ticks(form: Form, context: Context) -> Iterator[Violation | Unjudged]:
    """覆盖行业数、覆盖领域数与勾选的个数不一致。

    ## 为什么

    表中先填“覆盖行业数（个）：”“覆盖领域数（个）：”，再在下面逐项勾选，说的是同一件事。“其他”算一项。

    ## 反例

    ```yaml
    platform.industry_count: "5"
    ```

    ```yaml
    platform.domain_count: 一
    ```

    ## 正例

    ```yaml
    platform.industry_count: 三
    ```

    ```yaml
    platform.industry_count: ""
    ```
    """
    for counted, choice in _COUNTED:
        if lacking := unusable(form, context, counted, choice):
            yield Unjudged(lacking)
            continue
        count, ticks = form.value(counted), len(form.value(choice))
        if count != ticks:
            fields = form.spec.by_path
            yield Violation(
                (counted,),
                {"count": count, "choice": fields[choice].title, "ticks": ticks},
                evidence=form[choice].evidence,
                quote=printed_line(fields[counted]),
            )


@rule(
    "SEL003",
    severity="error",
    title="跨行业跨领域平台勾选的行业不足两个",
    clause=_BASICS,
    quote=_INDUSTRIES_QUOTE,
    needs=("platform.category", "platform.industries"),
    message="跨行业跨领域平台须不少于 2 个大类行业，“{title}”只勾选了{ticked}{at}。",
    fix="请按实际情况补勾行业；只面向一个行业的，请改报行业平台。",
)
def cross_platforms_with_one_industry(form: Form, _: Context) -> Iterator[Violation]:
    """跨行业跨领域平台只勾选了一个行业。

    ## 为什么

    面向行业一栏注明：“（跨行业跨领域平台须不少于2个大类行业，行业级仅选择1个大类行业）”。

    ## 反例

    ```yaml
    platform.industry_count: "1"
    platform.industries: ☑钢铁 □石化 □建材 □工程机械 □轨道交通 □航空航天 □船舶 □汽车
    ```

    ## 正例

    ```yaml
    platform.industry_count: "2"
    platform.industries: ☑钢铁 □石化 ☑建材 □工程机械 □轨道交通 □航空航天 □船舶 □汽车
    ```
    """
    ticked = form.value("platform.industries")
    if form.value("platform.category") == "跨行业跨领域" and len(ticked) < 2:
        yield Violation(("platform.industries",), {"ticked": listed(ticked)})


@rule(
    "SEL004",
    severity="error",
    title="行业平台勾选了不止一个行业",
    clause=_BASICS,
    quote=_INDUSTRIES_QUOTE,
    needs=("platform.category", "platform.industries"),
    message="行业平台仅选择 1 个大类行业，“{title}”勾选了 {count} 个：{ticked}{at}。",
    fix="请只保留一个主要行业；确实面向多个行业的，请考虑改报跨行业跨领域平台。",
)
def industry_platforms_with_several_industries(form: Form, _: Context) -> Iterator[Violation]:
    """行业平台勾选了两个或更多行业。

    ## 为什么

    面向行业一栏注明：“（跨行业跨领域平台须不少于2个大类行业，行业级仅选择1个大类行业）”。

    ## 反例

    ```yaml
    cover.platform_category: 行业
    platform.category: □跨行业跨领域工业互联网平台 □区域工业互联网平台 ☑行业工业互联网平台
    ```

    ## 正例

    ```yaml
    cover.platform_category: 行业
    platform.category: □跨行业跨领域工业互联网平台 □区域工业互联网平台 ☑行业工业互联网平台
    platform.industry_count: "1"
    platform.industries: ☑钢铁 □石化 □建材 □工程机械
    ```
    """
    ticked = form.value("platform.industries")
    if form.value("platform.category") == "行业" and len(ticked) > 1:
        yield Violation(("platform.industries",), {"ticked": listed(ticked), "count": len(ticked)})


@rule(
    "SEL005",
    severity="error",
    title="跨行业跨领域平台勾选的领域不足两个",
    clause=_BASICS,
    quote="（跨行业跨领域平台须不少于2个领域）",
    needs=("platform.category", "platform.domains"),
    message="跨行业跨领域平台须不少于 2 个领域，“{title}”只勾选了{ticked}{at}。",
    fix="请按实际情况补勾领域；只面向一个领域的，请核对平台类别。",
)
def cross_platforms_with_one_domain(form: Form, _: Context) -> Iterator[Violation]:
    """跨行业跨领域平台只勾选了一个领域。

    ## 为什么

    面向领域一栏注明：“（跨行业跨领域平台须不少于2个领域）”。

    ## 反例

    ```yaml
    platform.domain_count: "1"
    platform.domains: □智能生产管控 □流程控制优化 ☑安全生产 □个性化定制
    ```

    ## 正例

    ```yaml
    platform.domain_count: "2"
    platform.domains: ☑智能生产管控 □流程控制优化 ☑安全生产 □个性化定制
    ```
    """
    ticked = form.value("platform.domains")
    if form.value("platform.category") == "跨行业跨领域" and len(ticked) < 2:
        yield Violation(("platform.domains",), {"ticked": listed(ticked)})


@rule(
    "SEL006",
    severity="error",
    title="勾选的一项要求注明而没有注明",
    clause=_BASICS,
    quote="（请注明）",
    message="“{choice}”勾选了“{option}”，而“{title}”没有填写{at}。",
    fix="请在“{option}”一项后注明；勾错了的，请改正勾选。",
)
def ticks_left_unexplained(form: Form, context: Context) -> Iterator[Violation]:
    """勾选了“其他”“合作共建”或“租用”，没有在后面注明。

    ## 为什么

    表中在这几项后面写着“（请注明）”“请注明合作企业名称”“请注明服务商名称”。企业性质和云架构的“其他”后面没有留注明的位置，不作要求。

    ## 反例

    ```yaml
    platform.build_mode: □自建 ☑合作共建
    ```

    ```yaml
    platform.iaas_mode: □自建 ☑租用
    platform.iaas_provider: ""
    ```

    ## 正例

    ```yaml
    platform.build_mode: □自建 ☑合作共建
    platform.build_partners: 燕北重工装备有限公司
    ```

    ```yaml
    applicant.ownership: □国有 □民营 □三资 ☑其他
    ```
    """
    for field, answer in form:
        if (
            answer.state != "filled"
            and field.path not in context.claimed
            and (asked := _asked_by(form, context, field))
        ):
            choice, option = asked
            yield Violation(
                (field.path,),
                {"choice": choice.title, "option": option},
                status="fail" if answer.state == "blank" else "review",
                evidence=form[choice.path].evidence,
                quote=printed_line(field),
            )


def _asked_by(form: Form, context: Context, field: Field) -> tuple[Field, str] | None:
    """The choice and its option that want this field filled, where that option alone or among others is ticked."""
    if field.required.option is None:
        return None
    path, option = field.required.option
    if unusable(form, context, path):
        return None
    value = form.value(path)
    return (form.spec.by_path[path], option) if option == value or option in value else None

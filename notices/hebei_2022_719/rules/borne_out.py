"""Do the attachments bear out what the form says: counts of lists, facts of the licence (CON005, CON008)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from extractors.agreement import agree, apart
from extractors.form import Answer, Attached, AttachmentSpec, Evidence, Form, Row, Tally
from extractors.rules import Context, Unjudged, Violation, rule
from extractors.text import fold
from notices.hebei_2022_719.rules.phrases import figure

_LIST: Final = "附件1/申报平台信息/（八）"


@rule(
    "CON005",
    severity="warning",
    title="关键指标比附件清单中的多",
    clause=_LIST,
    quote="申报书中需要提供的相关证明材料",
    parts=7,
    message="“{title}”填的是 {claimed}{unit}{at}，附件{number}的清单里只有 {listed}{unit}。",
    fix="请核对“{title}”和附件{number}：清单不全的补全，指标多填的改正。",
)
def indicators_not_borne_out(form: Form, context: Context) -> Iterator[Violation | Unjudged]:
    """关键指标填的数比附件清单中列出的多。

    ## 为什么

    附件4至附件9是专利和知识产权证书、设备、模型、APP、解决方案和服务企业的清单，附件11是“申报书中需要提供的相关证明材料”，
    指标应当有据可查：设备清单（附件5）对(4)，模型（附件6）对(7)，APP（附件7）对(9)，解决方案（附件8）对(11)，
    服务企业（附件9）对(10)，专利和软著（附件4）对(1)和(2)。清单有数量一栏的按数量合计，没有的一行算一个；合计行不重复计算。
    清单比指标多不算问题。清单里有读不出的数量或分不清是专利还是软著的，请人工核对。

    ## 反例

    ```yaml
    attached: {5: {rows: {platform.indicators.connected_devices: 860}}}
    ```

    ```yaml
    attached: {4: {rows: {platform.indicators.core_patents: 18, platform.indicators.software_copyrights: 40}}}
    ```

    ## 正例

    ```yaml
    attached: {6: {rows: {platform.indicators.mechanism_models: 230}}}
    ```

    ```yaml
    platform.indicators.solutions: "3"
    attached: {8: {rows: {platform.indicators.solutions: 3}}}
    ```
    """
    for spec in form.spec.attachments:
        told = False
        for tally in spec.tallies:
            for each in _tallied(form, context, spec, tally):
                told = told or isinstance(each, Violation)
                yield each
        if len(spec.tallies) > 1 and not told:
            yield from _too_few_together(form, context, spec)


def _usable(form: Form, context: Context, tally: Tally) -> bool:
    return form.filled(tally.field) and tally.field not in context.claimed


def _tallied(
    form: Form, context: Context, spec: AttachmentSpec, tally: Tally
) -> Iterator[Violation | Unjudged]:
    attached = form.attached or Attached()
    if not _usable(form, context, tally):
        yield Unjudged((tally.field,))
        return
    if not attached.of(spec.number):
        yield Unjudged((tally.field,), "没有找到附件" if not attached.parts else f"没有找到附件{spec.number}")
        return
    rows = attached.rows.get(spec.number)
    if rows is None:
        yield Unjudged((tally.field,), f"附件{spec.number}里没有读出清单")
        return
    own = [row for row in rows if row.field in (tally.field, "")]
    claimed, listed = form.value(tally.field), _sum(own)
    if listed >= claimed:
        return
    unsure = [row for row in own if row.amount is None] or any(
        not part.readable for part in attached.of(spec.number)
    )
    yield Violation(
        (tally.field,),
        {
            "claimed": figure(claimed),
            "listed": figure(listed),
            "unit": form.spec.by_path[tally.field].unit,
            "number": spec.number,
        },
        status="review" if unsure else "fail",
        message=_UNSURE if unsure else "",
        quote=spec.title,
        evidence=_where(attached, spec),
    )


_UNSURE: Final = (
    "“{title}”填的是 {claimed}{unit}{at}，附件{number}的清单里读出 {listed}{unit}，另有没有读懂的内容。"
)


def _too_few_together(form: Form, context: Context, spec: AttachmentSpec) -> Iterator[Violation]:
    """Rows that might be of either kind bear out one of them, not both."""
    attached = form.attached or Attached()
    rows = attached.rows.get(spec.number)
    if rows is None or not all(_usable(form, context, tally) for tally in spec.tallies):
        return
    fields = tuple(tally.field for tally in spec.tallies)
    claimed, listed = sum(form.value(path) for path in fields), _sum(rows)
    if listed < claimed:
        unsure = any(not part.readable for part in attached.of(spec.number))
        yield Violation(
            fields,
            {"claimed": figure(claimed), "listed": figure(listed), "number": spec.number},
            status="review" if unsure else "fail",
            message="{titles}合计填的是 {claimed} 项，附件{number}的清单里一共只有 {listed} 项。",
            fix="请核对{titles}和附件{number}：清单不全的补全，指标多填的改正。",
            quote=spec.title,
            evidence=_where(attached, spec),
        )


def _sum(rows: Sequence[Row]) -> float:
    return sum(row.amount or 0 for row in rows)


def _where(attached: Attached, spec: AttachmentSpec) -> tuple[Evidence, ...]:
    return tuple(part.evidence for part in attached.of(spec.number))


@rule(
    "CON008",
    severity="warning",
    title="营业执照与申报书不一致",
    clause=_LIST,
    quote="企业法人营业执照及组织机构代码证书",
    message="“{title}”填的是“{here}”{at}，营业执照上是“{there}”。",
    fix="请按营业执照核对“{title}”；执照已经变更的，请附上新的执照。",
)
def licence_that_differs(form: Form, context: Context) -> Iterator[Violation | Unjudged]:
    """营业执照上的名称、统一社会信用代码或注册资本与申报书填的不同。

    ## 为什么

    附件1是“企业法人营业执照及组织机构代码证书”，申报书中的单位名称、代码和注册资本应与它一致。
    单位地址可以是办公地址，与执照上的住所不同时只请人工核对。执照是扫描件、读得不清楚的，也请人工核对。

    ## 反例

    ```yaml
    attached: {1: {facts: {applicant.name: 河北砺云科技有限公司}}}
    ```

    ```yaml
    attached: {1: {facts: {applicant.registered_capital: 叁仟万元整}}}
    ```

    ## 正例

    ```yaml
    attached: {1: {facts: {applicant.registered_capital: 伍仟万元整, applicant.address: 石家庄市裕华区长江大道88号}}}
    ```
    """
    facts = form.attached.facts if form.attached is not None else {}
    if not facts:
        yield Unjudged(("applicant.name",), "没有读出营业执照上的内容")
        return
    for path, there in facts.items():
        if not form.filled(path) or path in context.claimed:
            yield Unjudged((path,))
        elif (found := _compared(form, path, there)) != "same":
            here, other = apart(_shown(form[path]), _shown(there))
            yield Violation(
                (path,),
                {"here": here, "there": other},
                status="fail" if found == "differ" else "review",
                evidence=there.evidence,
            )


def _compared(form: Form, path: str, there: Answer) -> str:
    found = agree(form.spec.by_path[path], form[path], there)
    if path == "applicant.organization_code" and _holds(str(there.value), str(form.value(path))):
        return "same"
    if found == "same" or path != "applicant.address":
        return found
    one, other = (fold(str(each.value)).removeprefix("河北省") for each in (form[path], there))
    return "same" if one in other or other in one else "unsure"


def _holds(credit_code: str, organization_code: str) -> bool:
    """Characters 9 to 17 of a unified code are the organization code (GB 32100-2015)."""
    return len(credit_code) == 18 and credit_code[8:17] == organization_code


def _shown(answer: Answer) -> str:
    return " ".join(answer.raw.split()) or str(answer.value)

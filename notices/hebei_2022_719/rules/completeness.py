"""Is filled what must be filled (REQ)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from extractors.form import Field, Form, Kind, State
from extractors.rules import Context, Status, Violation, rule
from notices.hebei_2022_719.rules.phrases import printed_line
from notices.hebei_2022_719.rules.stamps import bureau_seals, scanned_copy

_INSTRUCTIONS = "附件1/填报说明/一"
_AS_ASKED = "申报单位应按照填写要求和实际情况，如实填报申报书相关内容。"
_INDICATORS = "附件1/申报平台信息/（一）平台基础信息/平台关键指标统计"


class _Gap(NamedTuple):
    """How a field that has no value is put; `blank` takes the rule's own message."""

    status: Status
    message: str
    fix: str = ""


_GAPS: Final[Mapping[State, _Gap]] = {
    "blank": _Gap("fail", ""),
    "none": _Gap(
        "review",
        "“{title}”写的是“{written}”{at}，而这一项必须填写。",
        "请补填“{title}”；确实没有的，请与推荐单位商量如何说明。",
    ),
    "absent": _Gap(
        "review",
        "没有找到“{title}”这一栏（应在“{section}”部分）：可能是申报书里删去了，也可能是程序没有认出来。",
        "请对照申报书原表核对：缺了就补上这一栏并填写，已经填写的可不理会本条。",
    ),
    "unreadable": _Gap(
        "review",
        "“{title}”处有内容但没有读懂：“{written}”{at}。",
        "请核对这一处；写法不清楚的，请按表中的要求改写。",
    ),
}
_FIXES: Final[Mapping[Kind, str]] = {
    "enum": "请在“{title}”中勾选一项。",
    "bool": "请在“{title}”中勾选“是”或“否”。",
    "enums": "请在“{title}”中按实际情况勾选。",
}


def _gap(form: Form, field: Field, *, quote: str = "") -> Violation:
    """The violation for a field that has to be filled and isn't."""
    gap = _GAPS[form[field.path].state]
    ticked = field.section != "cover"  # the cover's choice is written by hand
    return Violation(
        (field.path,),
        status=gap.status,
        message=gap.message,
        fix=gap.fix or (_FIXES.get(field.kind, "") if ticked else ""),
        clause=field.clause,
        quote=quote or printed_line(field),
    )


def _unfilled(form: Form, fields: Iterable[Field], context: Context) -> Iterator[Field]:
    return (each for each in fields if not form.filled(each.path) and each.path not in context.claimed)


@rule(
    "REQ001",
    severity="error",
    title="所有平台都要填的内容没有填",
    clause=_INSTRUCTIONS,
    quote=_AS_ASKED,
    message="“{title}”没有填写{at}。",
    fix="请填写“{title}”。",
)
def required_fields_left_blank(form: Form, context: Context) -> Iterator[Violation]:
    """所有平台都要填的一项没有填。

    ## 为什么

    填报说明一：“申报单位应按照填写要求和实际情况，如实填报申报书相关内容。”除注明选填或按类别填写的以外，申报书每一栏都要填。
    留空算缺项；写“无”或“/”的，以及没有找到、没有读懂的，请人工核对。填 0 算已填写。整个企业简介留空只报一次。

    ## 反例

    ```yaml
    applicant.address: ""
    ```

    ```yaml
    platform.build_status: "□已建成 □在建 □拟建"
    ```

    ```yaml
    platform.indicators.protocols: 无
    ```

    ```yaml
    applicant.profile: ""
    applicant.profile_introduction: ""
    applicant.profile_competence: ""
    ```

    ## 正例

    ```yaml
    platform.indicators.third_party_developers: "0"
    ```

    ```yaml
    applicant.contact.fax: ""
    applicant.honors: ""
    capability.identifier_resolution: 无
    ```
    """
    asked = (each for each, _ in form if each.required.by == "all" and each.kind != "attachments")
    for field in _unfilled(form, asked, context):
        if not _is_part_of_a_gap(form, field):
            yield _gap(form, field)


def _is_part_of_a_gap(form: Form, field: Field) -> bool:
    """Whether the field is a half of a field that is not filled as a whole: one cause, one finding."""
    whole, _, half = field.path.rpartition("_")
    return bool(half) and whole in form.spec.by_path and not form.filled(whole)


@rule(
    "REQ002",
    severity="error",
    title="这一类别的平台要填的内容没有填",
    clause=f"{_INDICATORS}/2",
    quote="双跨类平台必须填写(15)、(16)；行业级平台必须填写(16)；区域级平台必须填写(15)、(16)。",
    needs=("platform.category",),
    message="“{title}”没有填写{at}，而{category}平台必须填写。",
    fix="请填写“{title}”；如果平台类别勾错了，请改正平台类别。",
)
def category_fields_left_blank(form: Form, context: Context) -> Iterator[Violation]:
    """申报类别要求填写的一项没有填。

    ## 为什么

    关键指标统计第2条：“双跨类平台必须填写(15)、(16)；行业级平台必须填写(16)；区域级平台必须填写(15)、(16)。”
    平台服务能力：行业、领域服务能力“申报双跨、行业平台必填，其他选填”，区域服务能力“申报区域平台必填，其他选填”。
    (15) 的两个数（设区市、产业园区）填了一个即可。

    ## 反例

    ```yaml
    platform.indicators.service_contract_amount: ""
    ```

    ```yaml
    platform.indicators.service_cities: ""
    platform.indicators.service_parks: ""
    ```

    ```yaml
    services.domain: ""
    ```

    ```yaml
    cover.platform_category: 区域
    platform.category: □跨行业跨领域工业互联网平台 ☑区域工业互联网平台 □行业工业互联网平台
    services.regional: ""
    ```

    ## 正例

    ```yaml
    platform.indicators.service_cities: ""
    platform.indicators.service_parks: "3"
    ```

    ```yaml
    services.regional: ""
    ```
    """
    category = form.value("platform.category")
    asked = [each for each, _ in form if category in each.required.categories]
    for field in _unfilled(form, asked, context):
        together = [
            each for each in asked if each.required.group and each.required.group == field.required.group
        ]
        if together and (together[0] is not field or not _all_unfilled(form, together, context)):
            continue
        quote = next((hint for hint in field.hints if "必填" in hint), "")
        gap = _gap(form, field, quote=quote or category_fields_left_blank.quote)
        yield gap._replace(values={"category": category}, fix="")


def _all_unfilled(form: Form, fields: Iterable[Field], context: Context) -> bool:
    return all(not form.filled(each.path) and each.path not in context.claimed for each in fields)


@rule(
    "REQ003",
    severity="error",
    title="标识解析的三项指标没有填全",
    clause=f"{_INDICATORS}/3",
    quote="若平台已接入标识解析二级节点，需填写以下指标，没有可不填。",
    message="标识解析的三项指标只填了一部分：{titles}没有填写{at}。",
    fix="已接入二级节点的，请把 (17) 至 (19) 三项填全；没有接入的，三项都不填。",
)
def identifier_figures_partly_blank(form: Form, context: Context) -> Iterator[Violation]:
    """(17) 至 (19) 有的填了，有的没有填。

    ## 为什么

    关键指标统计第3条：“若平台已接入标识解析二级节点，需填写以下指标，没有可不填。”接入了就三项都有数，没有接入就三项都没有；
    只填一部分的，不知道是哪一种。三项都写“无”与都不填一样。

    ## 反例

    ```yaml
    platform.indicators.identifiers_registered: "120"
    platform.indicators.identifiers_resolved: ""
    platform.indicators.identifier_enterprises: "35"
    ```

    ## 正例

    ```yaml
    platform.indicators.identifiers_registered: "120"
    platform.indicators.identifiers_resolved: "0"
    platform.indicators.identifier_enterprises: "35"
    ```

    ```yaml
    platform.indicators.identifiers_registered: 无
    platform.indicators.identifiers_resolved: 无
    platform.indicators.identifier_enterprises: 无
    ```
    """
    asked = [each for each, _ in form if each.required.by == "together"]
    gaps = [each.path for each in asked if form[each.path].state in ("blank", "none", "absent")]
    blank = [path for path in gaps if form[path].state == "blank"]
    if gaps and len(gaps) < len(asked):
        yield Violation(tuple(gaps), status="fail" if blank else "review")


@rule(
    "REQ004",
    severity="info",
    reviewer_severity="error",
    title="推荐单位填写的内容还没有填",
    clause="二、申报要求/（三）申报流程/2",
    quote="各市工信局对企业申报材料审核后，遴选推荐平台，出具推荐意见（见附件2），上报省工信厅。",
    message="“{title}”还没有填写{at}。",
    fix="这一项由推荐单位（市工信局、雄安新区改发局）审核后填写，申报单位报送前不用填。",
)
def recommender_fields_left_blank(form: Form, context: Context) -> Iterator[Violation]:
    """应由推荐单位填写的一项还没有填。

    ## 为什么

    申报流程第2条：“各市工信局对企业申报材料审核后，遴选推荐平台，出具推荐意见（见附件2），上报省工信厅。”
    对申报单位只是提醒；审核人员查看时，缺了就不能上报。扫描件上推荐单位处没有找到公章的，请人工核对。

    ## 反例

    ```yaml
    cover.recommender: ""
    ```

    ```yaml
    applicant.recommendation_date: 年  月  日
    ```

    ## 正例

    ```yaml
    cover.recommender: 石家庄市工业和信息化局
    applicant.recommendation_date: 2022年11月23日
    ```
    """
    asked = (each for each, _ in form if each.required.by == "recommended")
    for field in _unfilled(form, asked, context):
        gap = _gap(form, field)
        yield gap._replace(clause="", quote="", fix="")
    scanned = scanned_copy(form)
    if scanned is not None and scanned.filled("applicant.recommendation_date") and not bureau_seals(scanned):
        yield Violation(("cover.recommender",), status="review", message="扫描件上没有找到推荐单位的公章。")

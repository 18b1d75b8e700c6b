"""Totals that a narrative repeats, against the indicators (CON007).

Only what can be nothing but the platform's own total is compared: the words before a figure must all be of the
kind that lead up to one (平台累计已…), and nothing around it may narrow it to a part, a year, a plan or another's.
What is left out by this is left to a reader; what is told, a reader agrees with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from extractors.form import Field, Form
from extractors.quantities import parse_quantity
from extractors.rules import Context, Violation, rule, unusable
from extractors.text import nfkc
from notices.hebei_2022_719.rules.phrases import figure

_INDICATORS: Final = "platform.indicators."
_TOLERANCE = 0.05
_REACH = 200  # characters before a figure that may say whose it is


class _Counted(NamedTuple):
    """How people name what an indicator counts."""

    sign: str  # a word that all names of it have: looked for first, being a hundred times as fast
    noun: str  # before the figure: 接入设备(数量)达12600台
    units: str
    behind: str = ""  # behind the figure: 接入12600台(工业)设备
    verb: str = ""  # that must stand before the figure then
    marked: bool = False  # 累计, 共, 目前 or the like must stand there too: without, it may be some of them
    arrived: str = ""  # behind the figure, where it is the subject: 已有1260家企业接入平台


_KIND_OF_DEVICES = "(?:的|各类|各种|各型|多种|工业|生产|终端|企业|现场|智能|关键|联网)*"
_COUNTED: Final[dict[str, _Counted]] = {
    "connected_devices": _Counted(
        "设备", rf"(?:接入|连接|联接|纳管|汇聚){_KIND_OF_DEVICES}设备|(?:工业|生产)?设备(?:接入|连接|联接|上云)",
        r"(?:台[/、]?\(?套\)?|台|套)",
        rf"{_KIND_OF_DEVICES}设备",
        "(?:接入|连接|联接|纳管|汇聚)了?",
        arrived=rf"{_KIND_OF_DEVICES}设备(?:接入|连接|联网|上云|在线)",
    ),
    "data_points": _Counted(
        "点", "(?:接入|布设|部署)?(?:数据采集点位?|采集点位?|采集测点|数据点位)",
        "个",
        "(?:数据采集点位?|采集点位|采集测点)",
    ),
    "protocols": _Counted(
        "协议", "(?:兼容|支持|解析|适配)(?:的|各类|多种|主流|工业|通信|通讯)*协议(?:解析)?",
        "[种个类项]",
        "(?:主流|常见|工业|通信|通讯|各类)*协议",
        "(?:兼容|支持|可?解析|适配|内置)了?",
    ),
    "mechanism_models": _Counted("机理模型", "(?:工业)?机理模型", "个", "(?:的|各类|工业|行业)*机理模型"),
    "microservices": _Counted("微服务", "微服务(?:组件)?", "个", "(?:的|各类|通用|工业)*微服务(?:组件)?(?!架构|框架)"),
    "industrial_apps": _Counted(
        "工业", "工业(?:互联网)?(?:APP|App|app)", "[个款]", "(?:的|各类|云化)*工业(?:互联网)?(?:APP|App|app)"
    ),
    "connected_enterprises": _Counted(
        "企业", "(?:接入|连接)(?:的|各类|工业|制造业?|中小|规上)*企业(?:用户)?|企业接入",
        "[家户个]",
        "(?:的|各类|工业|制造业?|中小|规上)*企业",
        "(?:接入|连接)了?",
        arrived="(?:的|各类|工业|制造业?|中小|规上)*企业(?:用户)?(?:接入|连接|入驻)了?(?:本|我|公司)?平台(?!的)",
    ),
    "solutions": _Counted("解决方案", "(?:的|各类|行业|工业)*解决方案", "[个项套种类]", "(?:各类|行业|工业)*解决方案", marked=True),
    "practitioners": _Counted("从业人员", "工业互联网从业人员", "[人名个位]", "工业互联网从业人员"),
    "third_party_developers": _Counted("开发者", "(?:注册的?)?第三方开发者(?:注册)?|注册开发者", "[人名个位]", "(?:注册的?)?第三方开发者"),
    "service_contract_amount": _Counted("服务合同", "(?:服务合同(?:总)?额|服务合同(?:总)?金额)", "(?:亿元|万元|元)"),
    "service_cities": _Counted("市", "服务(?:的)?设区市", "个", "(?:设区市|地级市|设区的市)", "(?:服务|覆盖)(?:了|全省|省内)*"),
    "identifiers_registered": _Counted("标识注册", "标识注册", "(?:亿条|万条|条)"),
    "identifiers_resolved": _Counted("标识解析", "标识解析", "(?:亿次|万次|次)"),
    "identifier_enterprises": _Counted("二级节点", "二级节点(?:接入|连接)企业", "[家户个]"),
}  # fmt: skip

_COUNT: Final = "(?:数量|总数|总量|数|量|总规模|规模)"
_AMOUNT: Final = f"(?:{_COUNT}|总)?"
_MARK: Final = "(?:累计|共计|总计|合计|总共|一共|共|总|截[至止][^,;。]{0,16}?(?:底|末|日|月|年|前|今)|目前|现|已经?|至今)"
_LINK: Final = rf"(?:{_MARK}|有|为|是|达到?了?|到|了|超过?了?|突破了?|逾|近|接近|将近|约|大约|不少于|不低于|多达|高达|[:\s])*"
_NUMBER: Final = (
    r"(?<!\d)(?<!\d[.,])(?:\d[\d,]{0,15}(?:\.\d{1,6})?|[一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿]{0,12})"
    r"\s?[余多]?\s?(?:千万|百万|十万|万|亿|千)?\s?[余多]?\s?"
)
# What may stand before a total: nothing else may.
_LEAD: Final = re.compile(
    rf"""(?:{_MARK}|[\s"“”'*·•●■▪◆✓√]|\(\d{{1,2}}\)|\d{{1,2}}[.、)]|[①-⑳]|[一二三四五六七八九]是
    |本平台|我平台|平台|全平台|整个平台|公司|我公司|本公司|我司|工业互联网|上|内|侧
    |边缘层|边缘|IaaS层|PaaS层|SaaS层|平台层|应用层|设备层|[的了并且可能]|能够|同时|还|广泛|稳定|成功|陆续|实现|完成|形成|建成
    |应用市场|应用商店|开发者社区|模型库|协议库|组件库|知识库|可
    |各类|各种|上架|有|拥有|沉淀|积累|开发|研发|上线|部署|提供|打造|内置|封装|构建|发布|汇聚|集聚|吸引|签订|取得|获得|数据采集方面|采集|方面|数据)*""",
    re.VERBOSE,
)
_NARROWED: Final = re.compile(
    "其中|行业|领域|某|有限|集团|股份|厂|车间|产线|生产线|基地|园区|集群|项目|案例|场景|示范|试点|为例|例如|如在|一期|二期|三期|首批|第[一二三]批"
    "|新增|新接入|新建|净增|增长|增加|提升|同比|每|平均|日均|月均|年均|单[个台家条]|分别|[全本该各]市|本地|当地|[全本]县|省外|大型|重点|龙头"
    "|计划|规划|目标|预计|预期|力争|争取|拟|将|明年|后年|未来|下一步|十四五|(?<!截[至止])到20\\d\\d|(?<!截[至止])(?<!截[至止]到)20\\d\\d年(?!(?:\\d{1,2}月)?(?:底|末|\\d{1,2}日))"
    "|测试|压测|最大|最多|上限|峰值|并发|设计|支撑|可容纳|单[台个套]|同时|对标|同类|参观|友商|竞品|竞争对手|其他平台|其它平台|兄弟|外省|全国|全省|全球|国内|国外|业内|无关|参考|客户|用户单位|该企业|若|如果|假设|试用"
)
_TAIL: Final = re.compile(
    r"\s*(?:以上|及以上|以下|以内)?的(?:企业|单位|用户|客户|工厂)|\s*\([^)]*(?:行业|仅|系|本年|当年|新增|其中一|不含|计划|目标)"
)
# What could be connected is not what is.
_CAPACITY: Final = re.compile(
    "(?:可以?|能够?|支持|具备)(?:[^,]{0,4}台)?(?:接入|连接|联接|纳管|汇聚)(?!的|了)|(?:接入|连接)能力"
)
_NUMBERED: Final = re.compile("[0-9]|[十百千万]")
_SENTENCE: Final = re.compile("[。;；!?！？\n]")
_CLAUSE_ENDS: Final = ",，、:"
_AT_LEAST_SO: Final = re.compile("超过?|突破|逾|不少于|不低于|[余多]|以上")
_NEARLY: Final = re.compile("近|接近|将近")


class _Stated(NamedTuple):
    """A total that a narrative states."""

    value: float
    words: str  # 已接入设备1.2万台
    field: Field
    at_least: bool
    nearly: bool


@rule(
    "CON007",
    severity="warning",
    title="正文中的总数与关键指标不一致",
    clause="附件1/填报说明/一",
    quote="申报单位应按照填写要求和实际情况，如实填报申报书相关内容。",
    message="“{title}”填的是 {indicator}{unit}{at}，“{other}”中写的是“{words}”，相差 {percent}%。",
    fix="请核对这两处，写成同一个数；正文说的是其中一部分的，请写明是哪一部分。",
)
def totals_unlike_the_indicators(form: Form, context: Context) -> Iterator[Violation]:
    """文字介绍里重复填写的总数（如“平台累计接入设备1.2万台”）与关键指标相差 5% 以上。

    ## 为什么

    填报说明一：“申报单位应按照填写要求和实际情况，如实填报申报书相关内容。”同一个总数两处不一样，总有一处不实。
    只比较平台自己的总数：“钢铁行业4120台”“其中”“新增”“每年”“计划”、某个企业或园区的数、别的平台的数都是一部分或另一回事，不比。
    “超过1万台”“近1.3万台”按整数位的概数理解，与 12600 台不矛盾。

    ## 反例

    ```yaml
    capability.edge: 平台已接入设备8000台，内置62种协议解析包。
    ```

    ```yaml
    applicant.profile_competence: 公司拥有研发人员126人。截至2022年10月底，平台累计接入企业1200家。
    ```

    ## 正例

    ```yaml
    capability.edge: 平台已接入设备1.26万台，其中钢铁行业4120台；今年新增接入设备2300台，计划明年接入设备2万台。
    capability.paas: 目前沉淀工业机理模型超过200个，微服务组件340个。
    ```
    """
    told: set[str] = set()
    for stated, path in _statements(form):
        if path in told or unusable(form, context, path):
            continue
        indicator = form.value(path)
        if _agree(stated, indicator):
            continue
        told.add(path)
        yield Violation(
            (path,),
            {
                "indicator": figure(indicator),
                "unit": f" {form.spec.by_path[path].unit}",
                "other": stated.field.title,
                "words": stated.words,
                "percent": round(abs(stated.value - indicator) / max(abs(indicator), 1) * 100),
            },
            evidence=form[stated.field.path].evidence,
        )


def _agree(stated: _Stated, indicator: float) -> bool:
    if abs(stated.value - indicator) <= _TOLERANCE * abs(indicator):
        return True
    step = 10 ** (len(str(int(abs(indicator)))) - 1)  # what a round figure is rounded to
    if stated.at_least and indicator // step * step <= stated.value <= indicator:
        return True
    return stated.nearly and indicator <= stated.value <= -(-indicator // step) * step


def _statements(form: Form) -> Iterator[tuple[_Stated, str]]:
    """Every total that the narratives state, with the path of its indicator."""
    for field in form.spec.fields:
        if field.kind != "longtext" or not form.filled(field.path):
            continue
        if any(form.filled(part.path) for part in form.spec.parts[field.path] if part.kind == "longtext"):
            continue
        for line in form.value(field.path).split("\n"):
            if "\t" not in line and _NUMBERED.search(line):
                for sentence in _SENTENCE.split(line):
                    if _NUMBERED.search(sentence):
                        yield from _in_sentence(form, field, sentence)


def _in_sentence(form: Form, field: Field, sentence: str) -> Iterator[tuple[_Stated, str]]:
    careful = field.path in _OF_OTHERS
    for path, counted, pattern in _patterns():
        if counted.sign not in sentence:
            continue
        for found in pattern.finditer(sentence):
            start = max(sentence.rfind(mark, 0, found.start()) for mark in _CLAUSE_ENDS) + 1
            lead = _without_name(form, sentence[start : found.start()])
            said = lead + found.group()
            if _LEAD.fullmatch(lead) is None or _TAIL.match(sentence[found.end() :]):
                continue
            before = sentence[max(0, found.start() - _REACH) : found.end()]
            if _NARROWED.search(before.replace("集团企业", "")):
                continue
            if (counted.marked or careful) and not re.search(_MARK, before if careful else said):
                continue
            if careful and "平台" not in before:
                continue
            if _CAPACITY.search(sentence[max(start, found.start() - _REACH) : found.end()]):
                continue
            if stated := _read(form.spec.by_path[path], field, found):
                yield stated, path


# Here the narrative speaks of single customers, or of what is to come.
_OF_OTHERS: Final = frozenset(
    {
        "cases",
        "next_plan",
        "services.industry",
        "services.domain",
        "services.solutions",
        "contribution.dual_chain_dual_carbon",
    }
)


def _without_name(form: Form, lead: str) -> str:
    """The lead with the platform's own name as just 平台."""
    name = form.value("platform.name")
    return lead.replace(nfkc(name), "平台") if name else lead


_OF_AMOUNTS: Final = re.compile("[万亿元]")  # in a unit: without it, nobody knows of what a number is


@cache
def _patterns() -> tuple[tuple[str, _Counted, re.Pattern[str]], ...]:
    patterns = []
    for name, counted in _COUNTED.items():
        _, noun, units, behind, verb, _, arrived = counted
        forms = [rf"(?:{noun}){_AMOUNT}{_LINK}(?P<a>{_NUMBER}{units})"]
        if behind:
            forms.append(rf"{f'(?:{verb}){_LINK}' if verb else ''}(?P<b>{_NUMBER}{units}){behind}")
        if arrived:
            forms.append(rf"(?P<c>{_NUMBER}{units}){arrived}")
        if not _OF_AMOUNTS.search(units):
            forms.append(rf"(?:{noun}){_COUNT}{_LINK}(?P<d>{_NUMBER})(?=\s*(?:[,、)]|$))")
        patterns.append((_INDICATORS + name, counted, re.compile("|".join(forms))))
    return tuple(patterns)


def _read(indicator: Field, field: Field, found: re.Match[str]) -> _Stated | None:
    number = next(filter(None, found.groupdict().values()))
    quantity = parse_quantity(number, unit=indicator.unit)
    if quantity.value is None:
        return None
    words = found.group().strip()
    return _Stated(
        float(quantity.value),
        words,
        field,
        at_least=_AT_LEAST_SO.search(words) is not None,
        nearly=_NEARLY.search(words) is not None,
    )

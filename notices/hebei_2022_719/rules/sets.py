"""What a set of filings must hold to as a whole (SET)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import log
from typing import Final

from extractors.sets import Filings, Member, SetViolation, set_rule
from extractors.text import key
from notices.hebei_2022_719.cities import city_of
from notices.hebei_2022_719.facts import QUOTAS
from notices.hebei_2022_719.form import SPEC
from notices.hebei_2022_719.rules.phrases import figure

__all__ = ["owner_of"]

_PLATFORM, _APPLICANT, _CODE = "platform.name", "applicant.name", "applicant.organization_code"
_CATEGORY, _ADDRESS, _RECOMMENDER = "platform.category", "applicant.address", "cover.recommender"
_WHO: Final = (_PLATFORM, _APPLICANT, _CODE)
_SHOWN = 3  # other filings that a message names


def owner_of(member: Member) -> str:
    """Whose filing it is, for `check_set`: two of one applicant may say the same of it."""
    return str(member.values.get(_CODE) or key(str(member.values.get(_APPLICANT) or member.name)))


@set_rule(
    "SET001",
    severity="error",
    title="推荐数量超过名额",
    clause=QUOTAS.clause,
    quote=QUOTAS.quote,
    keeps=(*_WHO, _CATEGORY, _ADDRESS, _RECOMMENDER),
    message="{city}推荐了 {count} 个{category}平台，最多 {quota} 个：{names}。",
    fix="请推荐单位按优先顺序留下不超过 {quota} 个。",
)
def more_than_a_city_may_recommend(filings: Filings) -> Iterator[SetViolation | str]:
    """同一个市推荐的某类平台超过名额：跨行业跨领域 1 个、区域 1 个、行业 3 个。

    ## 为什么

    申报要求第2条：“每个市推荐跨行业跨领域工业互联网平台数量不超过1个，推荐区域工业互联网平台数量不超过1个，推荐行业工业互联网平台数量不超过3个。”
    定州、辛集和雄安新区与各市一样算。属于哪个市，先看推荐单位，再看单位地址，最后看代码；同一平台报了两份的只算一个（见 SET002）。

    ## 反例

    ```yaml
    - {cover.recommender: 唐山市工业和信息化局, platform.category: 区域, platform.name: 甲平台, applicant.name: 甲公司}
    - {applicant.address: 唐山市路北区1号, platform.category: 区域, platform.name: 乙平台, applicant.name: 乙公司}
    ```

    ## 正例

    ```yaml
    - {cover.recommender: 唐山市工业和信息化局, platform.category: 区域, platform.name: 甲平台, applicant.name: 甲公司}
    - {cover.recommender: 邯郸市工业和信息化局, platform.category: 区域, platform.name: 乙平台, applicant.name: 乙公司}
    - {cover.recommender: 唐山市工业和信息化局, platform.category: 行业, platform.name: 丙平台, applicant.name: 丙公司}
    ```
    """
    recommended: dict[tuple[str, str], list[int]] = defaultdict(list)
    for member, category in filings.column(_CATEGORY):
        if city := _city(filings, member):
            recommended[city, category].append(member)
    if not recommended:
        yield "看不出申报材料来自哪个市、是哪一类平台，无法判断。"
    for (city, category), members in recommended.items():
        count, quota = len(list(_once(filings, members))), QUOTAS.value[category]
        if count > quota:
            told = {"city": city, "category": category, "count": count, "quota": quota}
            names = "、".join(_called(filings, each) for each in members)
            yield from (
                SetViolation(each, (), {**told, "names": names}, shown=(_CATEGORY, _RECOMMENDER))
                for each in members
            )


def _city(filings: Filings, member: int) -> str:
    recommender, address, code = (filings.value(member, path) for path in (_RECOMMENDER, _ADDRESS, _CODE))
    return city_of(recommender=recommender, address=address, code=code)


def _called(filings: Filings, member: int) -> str:
    """`砺云平台（唐山/砺云.docx）`."""
    platform = filings.value(member, _PLATFORM) or filings.value(member, _APPLICANT)
    name = filings.members[member].name
    return f"“{platform}”（{name}）" if platform else f"“{name}”"


def _identities(filings: Filings, member: int) -> Iterator[tuple[str, str]]:
    """What tells a platform: its name with the applicant's name, and with the applicant's code."""
    platform = filings.value(member, _PLATFORM)
    for whose in (filings.value(member, _APPLICANT), filings.value(member, _CODE)):
        if platform and whose:
            yield key(platform), key(whose)


def _once(filings: Filings, members: Iterable[int]) -> Iterator[int]:
    """The members without those that are filed again."""
    seen: set[tuple[str, str]] = set()
    for member in members:
        identities = set(_identities(filings, member))
        if not identities & seen:
            yield member
        seen |= identities


@set_rule(
    "SET002",
    severity="error",
    title="同一平台报了两份",
    clause="附件2",
    quote="注：1.推荐申报信息按优先级先后顺序排列；2.推荐数量不能超过规定的上限",
    keeps=_WHO,
    message="“{platform}”在这批材料中报了 {count} 份，还有：{names}。",
    fix="请保留一份，其余的撤回；不是同一平台的，请把平台名称写得能够区分。",
)
def platforms_filed_twice(filings: Filings) -> Iterator[SetViolation]:
    """同一申报单位的同一平台在一批材料中出现两次以上。

    ## 为什么

    推荐汇总表（附件2）一个平台一行，表下写着：“注：1.推荐申报信息按优先级先后顺序排列；2.推荐数量不能超过规定的上限”。
    同一平台报两份（换一个类别再报也是）会多占名额，也会被评审两次。平台名称相同，并且单位名称或代码相同，才算同一平台。

    ## 反例

    ```yaml
    - {platform.name: 甲平台, applicant.name: 甲公司, platform.category: 区域}
    - {platform.name: 甲平台, applicant.name: 甲公司, platform.category: 行业}
    ```

    ## 正例

    ```yaml
    - {platform.name: 甲平台, applicant.name: 甲公司}
    - {platform.name: 乙平台, applicant.name: 甲公司}
    - {platform.name: 甲平台, applicant.name: 丙公司}
    ```
    """
    same: dict[tuple[str, str], list[int]] = defaultdict(list)
    for member in range(len(filings.members)):
        for identity in _identities(filings, member):
            same[identity].append(member)
    for member in range(len(filings.members)):
        others = {each for identity in _identities(filings, member) for each in same[identity]} - {member}
        if others:
            names = "、".join(f"“{filings.members[each].name}”" for each in sorted(others))
            platform = filings.value(member, _PLATFORM)
            told = {"platform": platform, "count": len(others) + 1, "names": names}
            yield SetViolation(member, (), told, shown=(_PLATFORM, _APPLICANT))


_LENGTH: Final = 150  # 字
_EXCERPT = 30  # 字 of a passage that a message shows


@set_rule(
    "SET003",
    severity="warning",
    title="两家申报单位的文字大段相同",
    clause="附件1/填报说明/四",
    quote="申报单位对所填报的相关内容真实性负责。",
    keeps=_WHO,
    passages=_LENGTH,
    message="“{title}”中有连续 {length} 字与{other}的“{there}”相同：“{excerpt}…”{more}。",
    fix="请核实是谁写的：照抄的改成本单位的实际情况；引用同一份公开资料的，注明出处。",
)
def passages_that_two_applicants_share(filings: Filings) -> Iterator[SetViolation]:
    """两家申报单位的文字介绍有连续 150 字以上相同。

    ## 为什么

    填报说明四：“申报单位对所填报的相关内容真实性负责。”由同一家机构代写、互相照抄的材料，往往整段相同而内容不实。
    比较时不计空白和申报书自己的文字；同一家单位的两份材料可以相同。每个栏目提醒一次，写出相同最长的一份。

    ## 反例

    ```yaml
    - {applicant.name: 甲公司, cases: {repeat: 在窑炉优化场景中建立热平衡模型并逐月校核，吨熟料煤耗明显下降。, times: 6}}
    - {applicant.name: 乙公司, cases: {repeat: 在窑炉优化场景中建立热平衡模型并逐月校核，吨熟料煤耗明显下降。, times: 6}}
    ```

    ## 正例

    ```yaml
    - {applicant.name: 甲公司, cases: {repeat: 在窑炉优化场景中建立热平衡模型并逐月校核，吨熟料煤耗明显下降。, times: 4}}
    - {applicant.name: 乙公司, cases: {repeat: 在窑炉优化场景中建立热平衡模型并逐月校核，吨熟料煤耗明显下降。, times: 4}}
    ```
    """
    sharing: dict[tuple[int, str], list[tuple[int, int, str, str]]] = defaultdict(list)
    for each in filings.shared:
        first, second = filings.texts[each.one], filings.texts[each.other]
        sharing[first].append((each.length, second.member, second.path, each.text))
        sharing[second].append((each.length, first.member, first.path, each.text))
    for (member, path), found in sorted(sharing.items()):
        length, other, there, text = max(found, key=lambda each: each[0])
        others = {each for _, each, _, _ in found} - {other}
        yield SetViolation(
            member,
            tuple(dict.fromkeys((path, there))),
            {
                "length": length,
                "other": _called(filings, other),
                "there": filings.spec.by_path[there].title,
                "excerpt": text[:_EXCERPT],
                "more": f"；另有 {len(others)} 份也有相同的文字" if others else "",
            },
        )


_INDICATORS: Final = tuple(
    each.path
    for each in SPEC.fields
    if each.path.startswith("platform.indicators.") and each.kind in ("int", "decimal")
)
_FEWEST = 5  # filings that a median is taken of
_TIMES = 20
_FAR = 3.5  # robust standard deviations (Iglewicz and Hoaglin 1993)
_MAD_TO_DEVIATION = 1.4826  # of a normal distribution


@set_rule(
    "SET004",
    severity="warning",
    title="指标与同类平台相差悬殊",
    clause="附件1/填报说明/一",
    quote="申报单位应按照填写要求和实际情况，如实填报申报书相关内容。",
    keeps=(_CATEGORY, *_INDICATORS),
    message="“{title}”填的是 {written}{unit}，{scope}的中位数是 {median}{unit}，{ratio}。",
    fix="请核对这一项的单位和位数（个、万、亿是否写错），属实的请准备证明材料。",
)
def indicators_far_from_the_others(filings: Filings) -> Iterator[SetViolation | str]:
    """某项指标是同类平台中位数的 20 倍以上或二十分之一以下，并且远在各家的差异之外。

    ## 为什么

    填报说明一：“申报单位应按照填写要求和实际情况，如实填报申报书相关内容。”相差几十倍的，多半是单位或位数写错，也可能是虚报。
    同类（同一平台类别）有五家以上填了这一项时与同类比，不足五家时与整批比，整批不足五家不判断。
    各家本来就差得远的指标不提醒：按对数算，要超出中位数绝对偏差的 3.5 倍。填 0 的不比。

    ## 反例

    ```yaml
    - {platform.indicators.connected_devices: 1200}
    - {platform.indicators.connected_devices: 900}
    - {platform.indicators.connected_devices: 1500}
    - {platform.indicators.connected_devices: 2000}
    - {platform.indicators.connected_devices: 12000000}
    ```

    ## 正例

    ```yaml
    - {platform.indicators.connected_devices: 1200}
    - {platform.indicators.connected_devices: 900}
    - {platform.indicators.connected_devices: 1500}
    - {platform.indicators.connected_devices: 2000}
    - {platform.indicators.connected_devices: 15000}
    ```
    """
    if len(filings.members) < _FEWEST:
        yield f"这批材料不足 {_FEWEST} 份，比不出指标是否悬殊，无法判断。"
        return
    category = dict(filings.column(_CATEGORY))
    for path in _INDICATORS:
        values = {member: float(value) for member, value in filings.column(path) if value and value > 0}
        groups: dict[str | None, list[int]] = defaultdict(list)
        for member in values:
            groups[category.get(member)].append(member)
        for name, members in groups.items():
            alike = name is not None and len(members) >= _FEWEST
            compared = [values[each] for each in (members if alike else values)]
            if len(compared) >= _FEWEST:
                scope = f"这批{name}平台" if alike else "这批材料"
                yield from _outliers(
                    filings, path, {each: values[each] for each in members}, (scope, compared)
                )


def _median(values: Iterable[float]) -> float:
    # Not that of `statistics`, whose import would cost every check more than all of the catalogue.
    ordered = sorted(values)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


def _outliers(
    filings: Filings, path: str, values: dict[int, float], among: tuple[str, Sequence[float]]
) -> Iterator[SetViolation]:
    scope, compared = among
    median = _median(compared)
    spread = _median(abs(log(each) - log(median)) for each in compared) * _MAD_TO_DEVIATION
    for member, value in values.items():
        times = max(value / median, median / value)
        if times >= _TIMES and log(times) > _FAR * spread:
            yield SetViolation(
                member,
                (path,),
                {
                    "written": figure(value),
                    "unit": f" {filings.spec.by_path[path].unit}",
                    "median": figure(median),
                    "scope": scope,
                    "ratio": f"是中位数的 {figure(round(times))} 倍"
                    if value > median
                    else f"只有它的 {figure(round(times))} 分之一",
                },
            )

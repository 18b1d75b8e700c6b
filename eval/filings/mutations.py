"""What can be done to a faultless filing, one cause at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from eval.filings.company import credit_code
from eval.filings.paths import OPTIONS, YEARS
from eval.filings.prose.compose import count_words
from eval.filings.prose.stock import GENERIC
from eval.filings.truth import Category, State, Truth, Value, number

Mutation = Callable[[Truth], Truth]
CROSS: Final[Category] = "跨行业跨领域"
REGIONAL: Final[Category] = "区域"
INDUSTRY: Final[Category] = "行业"
_I: Final = "platform.indicators."
_S: Final = "sustainability."
_C: Final = "applicant.contact."


def fill(values: Mapping[str, Value]) -> Mutation:
    return lambda truth: truth.changed(values, states=dict.fromkeys(values, "filled"))


def blank(*paths: str, state: State = "blank") -> Mutation:
    return lambda truth: truth.blank(*paths, state=state)


def written(path: str, text: str, value: Value, state: State = "filled") -> Mutation:
    return lambda truth: truth.changed({path: value}, states={path: state}, written={path: text})


def unreadable(path: str, text: str) -> Mutation:
    return written(path, text, None, "unreadable")


def two_ticks(path: str) -> Mutation:
    options = OPTIONS.get(path, ("是", "否"))
    return lambda truth: truth.changed(
        {path: None}, states={path: "unreadable"}, ticked={path: (options[0], options[1])}
    )


def ticks(
    path: str, chosen: tuple[str, ...], *, count: int | None = None, other: str | None = None
) -> Mutation:
    """Boxes and their number; 其他 is explained by `other` or not at all."""
    kind = path.removesuffix("s").removesuffix("ie").removesuffix("y")
    stem = "platform.industry" if "industr" in kind else "platform.domain"
    values: dict[str, Value] = {
        path: [*chosen],
        f"{stem}_count": len(chosen) if count is None else count,
        f"{stem}_other": other,
    }
    states: dict[str, State] = {
        path: "filled",
        f"{stem}_count": "filled",
        f"{stem}_other": "filled" if other else "blank",
    }
    return lambda truth: truth.changed(values, states=states)


def total_off(name: str, share: float) -> Mutation:
    """The cumulative figure off by this share; the return on investment follows it."""

    def mutate(truth: Truth) -> Truth:
        total = truth.values[f"{_S}{name}_total"]
        assert isinstance(total, (int, float))
        return with_roi(truth.changed({f"{_S}{name}_total": round(total * (1 + share))}), 0)

    return mutate


def amount(truth: Truth, path: str) -> float:
    value = truth.values[path]
    assert isinstance(value, (int, float))
    return value


def with_roi(truth: Truth, off: float) -> Truth:
    """投资回报率 as the totals give it, plus `off` percentage points."""
    revenue, cost, investment = (
        amount(truth, path) for path in (_S + "revenue_total", _S + "cost_total", "platform.investment")
    )
    exact = (revenue - cost) / 3 / (investment * 10_000) * 100
    return truth.changed({_S + "roi_percent": number(round(exact + off, 2))})


def year(name: str, year: int, amount: int) -> Mutation:
    """One year's amount, and the total that it makes."""

    def mutate(truth: Truth) -> Truth:
        changed = truth.changed({f"{_S}{name}_{year}": amount})
        total = 0
        for each in YEARS:
            part = changed.values[f"{_S}{name}_{each}"]
            assert isinstance(part, int)
            total += part
        return changed.changed({f"{_S}{name}_total": total})

    return mutate


def sized(words: int) -> tuple[str, ...]:
    """Paragraphs of exactly this many 字, Chinese characters and marks only."""
    stock = "".join(each for text in GENERIC for each in text if "\u4e00" <= each <= "\u9fff")
    out = []
    left = words
    while left > 0:
        size = min(left, 97)
        out.append((stock * 3)[left % 50 : left % 50 + size - 1] + "。")
        left -= size
    assert sum(map(count_words, out)) == words
    return tuple(out)


def long(path: str, words: int) -> Mutation:
    return lambda truth: truth.changed(prose={path: sized(words)}, states={path: "filled"})


def long_profile(words: int) -> Mutation:
    return lambda truth: truth.changed(
        prose={
            "applicant.profile_introduction": sized(words // 2),
            "applicant.profile_competence": sized(words - words // 2),
        }
    )


def few_solutions(truth: Truth) -> Truth:
    """Two described, and a list of names."""
    names = ("平台提供以下解决方案：", "1.质量追溯解决方案", "2.智能排产解决方案", "3.远程运维解决方案")
    described = (
        "解决方案一：设备健康管理解决方案",
        "解决的痛点问题：大型机组停机损失大。部署方案：边缘采集加云端模型。预期推广效益：三年内推广至九十家企业。",
        "解决方案二：能源精细化管控解决方案",
        "解决的痛点问题：能耗底数不清。部署方案：分项计量改造与能流建模。预期推广效益：用户平均节能一成。",
    )
    return truth.changed(prose={"services.solutions": names + described})


def three_solutions(truth: Truth) -> Truth:
    described = few_solutions(truth).prose["services.solutions"][4:]
    third = (
        "解决方案三：安全生产监测预警解决方案",
        "解决的痛点问题：重大危险源分散。部署方案：视频识别与气体监测联动。预期推广效益：园区统一部署。",
    )
    return truth.changed(prose={"services.solutions": (*described, *third)})


def no_dual_carbon(truth: Truth) -> Truth:
    return truth.changed(
        prose={
            "contribution.dual_chain_dual_carbon": (
                "“双链”解决方案：供应链集采协同解决方案。面向集群企业开展集中采购，缺料停线明显减少。",
                "取得的成效：服务配套企业八十余家。下一步推广计划：向三个集群复制。",
            )
        }
    )


def honor(**gap: None) -> Mutation:
    def mutate(truth: Truth) -> Truth:
        first: dict[str, object] = {
            "text": "河北省企业上云优秀服务商",
            "level": "省级",
            "obtained_on": "2021-06",
            **gap,
        }
        second: dict[str, object] = {"text": "数字化转型标杆企业", "level": "市级", "obtained_on": "2020"}
        return truth.changed({"applicant.honors": [first, second]}, states={"applicant.honors": "filled"})

    return mutate


def wrong_code(truth: Truth) -> Truth:
    code = truth.company.credit_code
    return truth.changed({"applicant.organization_code": code[:-1] + ("3" if code[-1] != "3" else "5")})


def elsewhere(*, code: bool, address: bool) -> Mutation:
    def mutate(truth: Truth) -> Truth:
        values: dict[str, Value] = {"applicant.organization_code": truth.company.credit_code}
        if code:
            values["applicant.organization_code"] = credit_code("110108", truth.company.organization_code)
        if address:
            values["applicant.address"] = "北京市海淀区学院南路68号"
        return truth.changed(values)

    return mutate


def other_category(truth: Truth) -> Truth:
    return truth.changed({"cover.platform_category": REGIONAL if truth.category != REGIONAL else INDUSTRY})


def renamed(path: str, suffix: str) -> Mutation:
    return lambda truth: truth.changed({path: f"{truth.values[path]}{suffix}"})


def parks(cities: int | None, parks: int | None) -> Mutation:
    return lambda truth: truth.blank(_I + "service_cities", _I + "service_parks").changed(
        {_I + "service_cities": cities, _I + "service_parks": parks},
        states={
            _I + "service_cities": "filled" if cities else "blank",
            _I + "service_parks": "filled" if parks else "blank",
        },
    )


def node(count: int | None) -> Mutation:
    names = [
        _I + each for each in ("identifiers_registered", "identifiers_resolved", "identifier_enterprises")
    ]
    return blank(*names) if count is None else fill(dict.fromkeys(names, count))


def nine_characters(truth: Truth) -> Truth:
    code = truth.company.organization_code
    return truth.changed(
        {"applicant.organization_code": code},
        written={"applicant.organization_code": f"{code[:8]}-{code[8:]}"},
    )


def profit(amount: float) -> Mutation:
    return fill({"applicant.last_year_profit": amount})

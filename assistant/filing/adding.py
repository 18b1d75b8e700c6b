"""Whether figures of a filing agree: what rules object to, which looked at them, and sums over years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from assistant.filing.filing import Filing, number_text
from assistant.filing.narrative import told_place
from assistant.filing.reply import Citation
from extractors.form import Field
from extractors.rules import Finding
from notices.notice import Passage

if TYPE_CHECKING:
    from assistant.filing.single import Asked

__all__ = ["adds_up"]

_RATE: Final = "sustainability.roi_percent"
_RATE_OF: Final = ("sustainability.revenue_total", "sustainability.cost_total", "platform.investment")
_RATE_YEARS: Final = 3
_YUAN: Final = {"元": 1.0, "万元": 10_000.0}


def adds_up(filing: Filing, asked: Asked) -> tuple[str, tuple[Citation, ...], list[Finding]]:
    """What is to be said beside the findings, where it stands, and the findings."""
    form, report = filing.form, filing.report
    paths = [each.path for each in asked.fields] or [each.path for each in form.spec.fields if each.year]
    judging = [each for code, each in asked.rules.items() if set(each.needs).intersection(paths)]
    codes = {each.code for each in judging}
    wrong = [each for each in report.findings if set(paths).intersection(each.fields) or each.rule in codes]
    lines = list(_values(filing, asked, [path for each in judging for path in each.needs]))
    lines += list(_sums(filing, asked, paths))
    if _RATE in paths:
        lines += list(_rate(filing, asked))
    ran = [
        each for each in judging if each.code in report.rules_run and each.code not in {w.rule for w in wrong}
    ]
    if ran:
        lines.append(asked.say("ran", rules="；".join(f"{each.code} {each.title}" for each in ran)))
    for each in judging:
        if each.code in report.rules_not_run:
            lines.append(asked.say("not_run", rule=each.code, reason=report.rules_not_run[each.code]))
    needed = dict.fromkeys([*paths, *(path for each in judging for path in each.needs)])
    places = filing.places(*needed)
    clauses = [Passage(each.clause, each.quote) for each in judging if asked.notice.text.contains(each.quote)]
    return "\n".join(lines), (*clauses, *places), wrong


def _rate(filing: Filing, asked: Asked) -> Iterator[str]:
    """年均利润/投资总额 from the filing's own figures, where it has them."""
    form = filing.form
    if not all(path in form.spec.by_path and form.filled(path) for path in _RATE_OF):
        return
    revenue, cost, invested = (float(form.value(path)) for path in _RATE_OF)
    invested *= _YUAN[form.spec.by_path[_RATE_OF[2]].unit]
    if invested:
        profit = (revenue - cost) / _RATE_YEARS
        percent = number_text(round(100 * profit / invested, 2))
        yield asked.say(
            "rate",
            revenue=number_text(revenue),
            cost=number_text(cost),
            years=_RATE_YEARS,
            invested=number_text(invested),
            percent=percent,
        )


def _values(filing: Filing, asked: Asked, paths: Sequence[str]) -> Iterator[str]:
    """The figures that go into the sum, as they were read."""
    for path in dict.fromkeys([*(each.path for each in asked.fields if not each.year), *paths]):
        field, answer = filing.form.spec.by_path[path], filing.form[path]
        if answer.state == "filled" and field.kind in ("int", "decimal"):
            place = told_place(asked.question.language, answer.evidence[0]) if answer.evidence else ""
            value = f"{number_text(answer.value)} {field.unit}".strip()
            yield asked.say("value", title=field.title, value=value, place=place)


def _sums(filing: Filing, asked: Asked, paths: Sequence[str]) -> Iterator[str]:
    """Each series of years against its total, where all of them are filled."""
    form = filing.form
    groups = dict.fromkeys((form.spec.by_path[each].section, form.spec.by_path[each].group) for each in paths)
    for section, group in groups:
        series = [
            each for each in form.spec.fields if (each.section, each.group) == (section, group) and group
        ]
        years = [each for each in series if each.year is not None]
        total = next((each for each in series if each.year is None and each.unit), None)
        if years and total is not None and all(form.filled(each.path) for each in [*years, total]):
            yield _sum(filing, asked, years, total)


def _sum(filing: Filing, asked: Asked, years: Sequence[Field], total: Field) -> str:
    values = [float(filing.form.value(each.path)) for each in years]
    given, added = float(filing.form.value(total.path)), sum(values)
    gap = abs(given - added)
    verdict = (
        asked.say("unequal", gap=number_text(gap), unit=total.unit) if gap >= 0.005 else asked.say("equal")
    )
    terms = " + ".join(map(number_text, values))
    sums = {"terms": terms, "sum": number_text(added), "total": number_text(given)}
    return f"{total.group}：{asked.say('year_sum', unit=total.unit, verdict=verdict, **sums)}"

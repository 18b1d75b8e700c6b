"""What is said about several filings: filters, counts, averages, orders and comparisons over their fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from assistant.filing.amounts import bounds
from assistant.filing.filing import Filing, number_text, value_text
from assistant.filing.intents import SetWish, set_wish, top
from assistant.filing.reply import Citation, Grid
from assistant.filing.single import Asked
from assistant.question import normalise
from extractors.form import Field
from extractors.rules import Report

__all__ = ["Found", "compared", "said_of_several"]

Found = tuple[str, Grid | None, tuple[Citation, ...]]  # the sentence, the table, what both stand on

_NUMBERS: Final = frozenset({"int", "decimal"})
_CHOICES: Final = frozenset({"enum", "enums", "bool"})
_MOST: Final = 40  # rows of an answer
_SHOWN: Final = 60  # characters of a value in a table
# What a comparison shows where no field is named.
_TOLD: Final = (
    "applicant.name",
    "platform.category",
    "platform.investment",
    "platform.indicators.connected_devices",
    "platform.indicators.industrial_apps",
    "platform.indicators.connected_enterprises",
    "platform.indicators.service_contract_amount",
    "sustainability.rnd_total",
    "sustainability.revenue_total",
    "sustainability.roi_percent",
)
_EXACT: Final = 2  # characters of an option's word that can be told from other words


def said_of_several(filings: Sequence[Filing], asked: Asked) -> Found | None:
    """The answer over all of them; None where nothing is asked that can be said of several."""
    text = normalise(asked.question.text)
    kept, filters = _filtered(filings, asked, text)
    fields = _single(asked.fields, filings)
    numeric = [each for each in fields if each.kind in _NUMBERS]
    wish = set_wish(text)
    if filters and wish in (None, "listed", "count", "most", "least"):
        wish = "listed" if wish in (None, "most", "least") and not (numeric and top(text)) else wish
    if wish in ("average", "total", "most", "least", "sorted") and numeric:
        return _REDUCED[wish](kept, numeric[0], asked, top(text))
    if wish == "grouped" and (by := _grouping(fields)) is not None:
        return _grouped(kept, by, asked)
    if filters:
        return _listed(kept, filings, [*filters, *numeric], asked)
    if wish in ("count", "total") or (wish == "listed" and fields):
        return _listed(kept, filings, fields, asked, filtered=False)
    return None


def compared(filings: Sequence[Filing], asked: Asked) -> Found:
    """One filing a column, one field a row."""
    spec = filings[0].form.spec
    fields = list(asked.fields) or [spec.by_path[each] for each in _TOLD if each in spec.by_path]
    fields = [each for each in fields if each.kind != "longtext"] or fields
    rows: list[tuple[str | float | None, ...]] = [
        (each.title, *(_cell(filing, each) for filing in filings)) for each in fields
    ]
    rows.append((asked.say("errors"), *(_errors(filing.report) for filing in filings)))
    rows.append((asked.say("verdict"), *(asked.say(filing.report.verdict) for filing in filings)))
    grid = Grid((asked.say("platform"), *(each.title for each in filings)), tuple(rows))
    lines = [asked.say("compared", count=len(filings))]
    for row in rows:
        told = "；".join(
            f"{name}：{_shown(value)}" for name, value in zip(grid.columns[1:], row[1:], strict=True)
        )
        lines.append(f"{row[0]}：{told}")
    return "\n".join(lines), grid, _cited(filings, fields)


def _filtered(filings: Sequence[Filing], asked: Asked, text: str) -> tuple[list[Filing], list[Field]]:
    """The filings that all bounds and options of the question hold for, and the fields these are about."""
    kept, used = list(filings), list[Field]()
    for field in _single([each for each in asked.fields if each.kind in _NUMBERS], filings):
        limits = bounds(text, unit=field.unit)
        if limits and not used:
            used.append(field)
            kept = [
                each
                for each in kept
                if each.form.filled(field.path) and all(b.holds(each.form.value(field.path)) for b in limits)
            ]
    for field, option in _options(filings, text):
        used.append(field)
        kept = [each for each in kept if _has(each.form.value(field.path), option)]
    return kept, used


def _options(filings: Sequence[Filing], text: str) -> Iterator[tuple[Field, Any]]:
    """Choices named in the question by their own words: `民营`, `区域平台`, `应用了5G的`."""
    taken = ""
    for field in filings[0].form.spec.fields:
        if field.kind not in ("enum", "enums") or field.section == "cover":
            continue
        for option in field.options:
            words = [normalise(each) for each in (option.label, *option.aliases, option.value)]
            named = [word for word in words if len(word) >= _EXACT and _names(word, text, option.value)]
            if named and option.value != "其他" and named[0] not in taken:
                taken += f" {named[0]}"
                yield field, option.value


def _names(word: str, text: str, value: str) -> bool:
    """A category such as 行业 is an everyday word: it counts before 平台 or 类 alone."""
    if word not in text:
        return False
    everyday = normalise(value) in ("行业", "区域")
    if not everyday or word != normalise(value):
        return True
    return any(f"{word}{behind}" in text for behind in ("平台", "级", "类", "型"))


def _has(value: Any, option: str) -> bool:
    return option in value if isinstance(value, list) else value == option


def _single(fields: Iterable[Field], filings: Sequence[Filing]) -> list[Field]:
    """Of namesakes, the one that most filings have filled; of a series and its total, the total."""
    chosen: dict[str, Field] = {}
    for field in fields:
        filled = sum(each.form.filled(field.path) for each in filings)
        other = chosen.get(field.label)
        if other is None or filled > sum(each.form.filled(other.path) for each in filings):
            chosen[field.label] = field
    inside = {path: each for path, each in chosen.items() if each.section != "cover"}
    chosen = inside or chosen  # the cover repeats what the table says
    totals = {(each.section, each.group) for each in chosen.values() if each.year is None and each.group}
    years = [each for each in chosen.values() if each.year is not None]
    return [each for each in chosen.values() if each not in years or (each.section, each.group) not in totals]


def _grouping(fields: Sequence[Field]) -> Field | None:
    return next((each for each in fields if each.kind in _CHOICES), None)


def _usable(filings: Sequence[Filing], field: Field) -> tuple[list[Filing], list[Filing]]:
    """Those with a number there, and the others."""
    good = [each for each in filings if each.form.filled(field.path)]
    return good, [each for each in filings if each not in good]


def _skipped(others: Sequence[Filing], field: Field, asked: Asked) -> list[str]:
    names = "、".join(each.title for each in others)
    return [asked.say("skipped", names=names, title=field.title)] if others else []


def _average(filings: Sequence[Filing], field: Field, asked: Asked, _: int | None) -> Found:
    return _reckoned(filings, field, asked, "average", lambda values: sum(values) / len(values))


def _total(filings: Sequence[Filing], field: Field, asked: Asked, _: int | None) -> Found:
    return _reckoned(filings, field, asked, "total", sum)


def _reckoned(
    filings: Sequence[Filing], field: Field, asked: Asked, what: str, reckon: Callable[[list[float]], float]
) -> Found:
    good, others = _usable(filings, field)
    if not good:
        return _skipped(others, field, asked)[0], None, ()
    values = [float(each.form.value(field.path)) for each in good]
    terms = "、".join(map(number_text, values))
    result = number_text(round(reckon(values), 2))
    line = asked.say(what, title=field.title, value=result, unit=field.unit, count=len(good), terms=terms)
    return (
        "\n".join([line, *_skipped(others, field, asked)]),
        _grid(good, [field], asked),
        _cited(good, [field]),
    )


def _most(filings: Sequence[Filing], field: Field, asked: Asked, count: int | None) -> Found:
    return _ordered(filings, field, asked, count or 1, falling=True)


def _least(filings: Sequence[Filing], field: Field, asked: Asked, count: int | None) -> Found:
    return _ordered(filings, field, asked, count or 1, falling=False)


def _sorted(filings: Sequence[Filing], field: Field, asked: Asked, count: int | None) -> Found:
    text = normalise(asked.question.text)
    rising = any(each in text for each in ("从低", "从小", "从少", "升序", "ascending", "lowest first"))
    return _ordered(filings, field, asked, count or _MOST, falling=not rising)


def _ordered(filings: Sequence[Filing], field: Field, asked: Asked, count: int, *, falling: bool) -> Found:
    good, others = _usable(filings, field)
    sign = -1 if falling else 1
    ordered = sorted(good, key=lambda each: sign * float(each.form.value(field.path)))
    # Those that tie with the last one shown belong to it.
    last = ordered[min(count, len(ordered)) - 1].form.value(field.path) if ordered else None
    shown = [each for at, each in enumerate(ordered) if at < count or each.form.value(field.path) == last]
    lines = [*_rows(shown, [field]), *_skipped(others, field, asked)]
    return "\n".join(lines), _grid(shown, [field], asked), _cited(shown, [field])


_REDUCED: Final[Mapping[SetWish, Callable[[Sequence[Filing], Field, Asked, int | None], Found]]] = {
    "average": _average,
    "total": _total,
    "most": _most,
    "least": _least,
    "sorted": _sorted,
}


def _listed(
    kept: Sequence[Filing],
    all_of: Sequence[Filing],
    fields: Sequence[Field],
    asked: Asked,
    *,
    filtered: bool = True,
) -> Found:
    columns = list(dict.fromkeys(fields))
    if not filtered:
        lead = asked.say("total_count", count=len(all_of))
    elif kept:
        lead = asked.say("match", total=len(all_of), count=len(kept))
    else:  # what was looked at shows that none matches
        lead = asked.say("none_match", total=len(all_of))
        return lead, Grid((asked.say("platform"),), ()), _cited(all_of, columns)
    shown = kept[:_MOST]
    return "\n".join([lead, *_rows(shown, columns)]), _grid(shown, columns, asked), _cited(shown, columns)


def _grouped(filings: Sequence[Filing], field: Field, asked: Asked) -> Found:
    counted: dict[str, list[Filing]] = {}
    for each in filings:
        value = each.form.value(field.path)
        words = value if isinstance(value, list) else [value_text(field, each.form[field.path])]
        for word in words:
            counted.setdefault(str(word), []).append(each)
    rows = tuple((word, len(some)) for word, some in sorted(counted.items(), key=lambda pair: -len(pair[1])))
    lines = [
        f"{word}：{len(some)}（{'、'.join(each.title for each in some)}）" for word, some in counted.items()
    ]
    return "\n".join(lines), Grid((field.title, asked.say("count")), rows), _cited(filings, [field])


def _rows(filings: Sequence[Filing], fields: Sequence[Field]) -> Iterator[str]:
    for number, each in enumerate(filings, 1):
        told = "，".join(
            f"{field.title} {value_text(field, each.form[field.path])[:_SHOWN]}" for field in fields
        )
        yield f"{number}. {each.title}" + (f"：{told}" if told else "")


def _grid(filings: Sequence[Filing], fields: Sequence[Field], asked: Asked) -> Grid:
    heads = [
        f"{each.title}（{each.unit}）" if each.unit and each.unit not in each.title else each.title
        for each in fields
    ]
    rows = tuple((each.title, *(_cell(each, field) for field in fields)) for each in filings)
    return Grid((asked.say("platform"), *heads), rows)


def _cell(filing: Filing, field: Field) -> str | float | None:
    answer = filing.form[field.path]
    if answer.state == "filled" and field.kind in _NUMBERS:
        return float(answer.value) if not float(answer.value).is_integer() else int(answer.value)
    return value_text(field, answer)[:_SHOWN]


def _shown(value: str | float | None) -> str:
    return number_text(value) if isinstance(value, int | float) else str(value)


def _errors(report: Report) -> int:
    return sum(each.severity == "error" and each.status == "fail" for each in report.findings)


def _cited(filings: Sequence[Filing], fields: Sequence[Field]) -> tuple[Citation, ...]:
    paths = [each.path for each in fields] or ["platform.name", "applicant.name"]
    return tuple(place for each in filings for place in each.places(*paths))

"""Corrections laid over what was read, rules run over that, and what comes of it in numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from importlib import import_module
from math import isfinite
from typing import Any, Final, NamedTuple

from extractors.form import Answer, Evidence, Field, Form, Kind
from extractors.rules import Context, Finding, Report
from notices import NOTICES
from ui.store.errors import BadValue
from ui.store.values import Mended, Standing
from ui.worker import Reading, demands, judge

__all__ = [
    "Facts",
    "answered",
    "corrected",
    "facts_of",
    "finding_key",
    "fitting",
    "judge_apart",
    "judge_each",
    "standing",
    "what_became",
]

_HAND: Final = "人工更正"


class Facts(NamedTuple):
    """What a list shows of a form."""

    platform: str
    applicant: str
    category: str
    city: str
    figures: dict[str, float | int | None]


def judge_each(reading: Reading, contexts: Sequence[Context]) -> tuple[Report, ...]:
    """Run the rules once for each context."""
    return tuple(judge(reading, each) for each in contexts)


def judge_apart(reading: Reading, contexts: Sequence[Context]) -> Sequence[Report]:
    """The same in a process that can be stopped: the words in a form are anybody's. Raises ReadError."""
    from extractors.isolate import isolated

    return isolated(judge_each, reading, contexts)


def corrected(reading: Reading, values: Mapping[str, Any]) -> Reading:
    """The reading with these values in place of what was read; where each stands is kept."""
    if not values:
        return reading
    answers = dict(reading.parts["answers"])
    answers |= {path: answered(answers[path], value) for path, value in values.items() if path in answers}
    return replace(reading, parts={**reading.parts, "answers": answers})


def answered(before: Answer, value: Any) -> Answer:
    """What a person says stands there."""
    places = tuple(each._replace(method="review", confidence=1.0) for each in before.evidence)
    evidence = places or (Evidence(file="", location=_HAND, quote="", method="review"),)
    if value is None or value in ("", []):
        return Answer("blank", evidence=evidence)
    return Answer("filled", value, raw=_written(value), evidence=evidence)


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(str(each.get("text", "")) if isinstance(each, dict) else str(each) for each in value)
    return str(value)


def fitting(notice: str, path: str, value: Any) -> Any:
    """The value as a form has it at `path`: text is read as the form's own would be. Raises BadValue."""
    from extractors.fill.values import read_answer

    spec = demands(notice).spec
    field = spec.by_path.get(path)
    if field is None or field.kind == "attachments":
        raise BadValue("这一栏不能更正。")
    if value is None or value in ("", []):
        return None
    if isinstance(value, str) and field.kind not in ("text", "longtext"):
        option = next((each.value for each in field.options if value in (each.value, each.label)), None)
        if option is not None:
            value = [option] if field.kind == "enums" else {"是": True, "否": False}.get(option, option)
        else:
            answer = read_answer(field, value)
            if answer.state != "filled":
                raise BadValue(f"“{value}”不能作为“{field.title}”的内容，请改正后再保存。")
            value = answer.value
    if not _FITS[field.kind](field, value) or not _builds(spec, path, value):
        raise BadValue(f"这个内容不能填在“{field.title}”，请改正后再保存。")
    return value


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _number(value: Any) -> bool:
    return _whole(value) or (isinstance(value, float) and isfinite(value))


def _each(value: Any, kind: type) -> bool:
    return isinstance(value, list) and all(isinstance(each, kind) for each in value)


def _is_text(_: Field, value: Any) -> bool:
    return isinstance(value, str)


_FITS: Final[Mapping[Kind, Callable[[Field, Any], bool]]] = {
    "text": _is_text,
    "longtext": _is_text,
    "code": _is_text,
    "date": _is_text,
    "int": lambda field, value: _whole(value) and (value >= 0 or field.signed),
    "decimal": lambda field, value: _number(value) and (value >= 0 or field.signed),
    "bool": lambda field, value: isinstance(value, bool),
    "enum": lambda field, value: isinstance(value, str) and value in _options(field),
    "enums": lambda field, value: _each(value, str) and set(value) <= _options(field),
    "names": lambda field, value: _each(value, str),
    "honors": lambda field, value: _each(value, dict),
    "attachments": lambda field, value: False,
}


def _options(field: Field) -> frozenset[str]:
    return frozenset(each.value for each in field.options)


def _builds(spec: Any, path: str, value: Any) -> bool:
    from pydantic import ValidationError

    try:
        spec.build({path: value})
    except ValidationError:
        return False
    return True


def facts_of(form: Form) -> Facts:
    """The names, the city and every number of a form."""
    cities = import_module(f"{NOTICES[form.spec.notice]}.cities")
    city = cities.city_of(
        recommender=_first(form, "cover.recommender") or None,
        address=_first(form, "applicant.address") or None,
        code=_first(form, "applicant.organization_code") or None,
    )
    figures = {each.path: answer.value for each, answer in form if each.kind in ("int", "decimal")}
    return Facts(
        platform=_first(form, "platform.name", "cover.platform_name"),
        applicant=_first(form, "applicant.name", "cover.applicant"),
        category=_first(form, "platform.category", "cover.platform_category"),
        city=city,
        figures=figures,
    )


def _first(form: Form, *paths: str) -> str:
    return next((str(form.value(each)) for each in paths if each in form.answers and form.value(each)), "")


def finding_key(finding: Finding) -> str:
    """Tells a finding from others, and finds it again after the rules ran once more.

    Its words are part of it, the place they name is not: that moves when something is mended elsewhere.
    """
    message = finding.message
    for each in finding.evidence:
        message = message.replace(f"（{each.location}）", "").replace(each.location or "\0", "")
    said = "\n".join((finding.rule, finding.status, *sorted(finding.fields), message))
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def what_became(old: Iterable[Finding], new: Iterable[Finding], *, before: int, after: int) -> Mended:
    """What was mended, what is new and what is there still, of two versions' findings.

    The same rule at the same fields is the same finding, though it may have other words by now.
    """
    was, has = ({finding_key(each): each for each in found} for found in (old, new))
    gone = [each for key, each in was.items() if key not in has]
    come = [each for key, each in has.items() if key not in was]
    gone_spots, come_spots = ({_spot(each) for each in found} for found in (gone, come))
    return Mended(
        mended=tuple(each for each in gone if _spot(each) not in come_spots),
        new=tuple(each for each in come if _spot(each) not in gone_spots),
        still=tuple(each for key, each in has.items() if key in was or _spot(each) in gone_spots),
        before=before,
        after=after,
    )


def _spot(finding: Finding) -> tuple[str, ...]:
    return (finding.rule, *sorted(finding.fields)) if finding.fields else (finding_key(finding),)


def standing(report: Report, dismissed: Iterable[str] = ()) -> Standing:
    """The report in numbers, without the findings whose keys were dismissed."""
    gone = frozenset(dismissed)
    left = tuple(each for each in report.findings if not gone or finding_key(each) not in gone)
    failed = [each for each in left if each.status == "fail"]
    return Standing(
        verdict=replace(report, findings=left).verdict,
        errors=sum(each.severity == "error" for each in failed),
        warnings=sum(each.severity == "warning" for each in failed),
        reviews=sum(each.status == "review" for each in left),
    )

"""How well an odd filing was read: every expectation against what came out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from eval.filings.odd.filing import Holds, Odd, OneOf, said
from eval.filings.odd.shown import Shown
from extractors.check import check
from extractors.result import checked
from extractors.rules import Context
from extractors.submission import extract
from notices.hebei_2022_719.form import SPEC
from notices.hebei_2022_719.rules import PLANNED, RULES

__all__ = ["Miss", "Score", "score"]

TICKS: Final = frozenset(
    [
        "applicant.ownership",
        "platform.category",
        "platform.industries",
        "platform.domains",
        "platform.build_status",
        "platform.build_mode",
        "platform.iaas_mode",
        "platform.indicators.new_technologies",
        "capability.cloud_type",
        "sustainability.has_development_plan",
        "sustainability.is_independent_company",
        "sustainability.is_listed_or_vc_funded",
        "cover.platform_category",
    ]
)


@dataclass(frozen=True, slots=True)
class Miss:
    """`kind` is tick (a wrong one), wrong, missed, soft (a text that differs in part), state, quote, or rule."""

    kind: str
    path: str
    expected: Any
    got: Any
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    asked: int
    misses: tuple[Miss, ...]

    @property
    def exact(self) -> float:
        """The share of values that are right."""
        bad = sum(each.kind in ("tick", "wrong", "missed", "soft") for each in self.misses)
        return 1 - bad / self.asked

    def of(self, kind: str) -> tuple[Miss, ...]:
        return tuple(each for each in self.misses if each.kind == kind)


def score(odd: Odd, path: Path) -> Score:
    """Write the filing to `path`, read and check it, and compare."""
    path.write_bytes(odd.docx)
    form = extract(path, spec=SPEC)
    result = checked(form, check(form, rules=RULES, context=Context(), planned=PLANNED))
    return Score(len(odd.values), tuple(_misses(odd, result, path)))


def _misses(odd: Odd, result: Mapping[str, Any], file: Path) -> Iterator[Miss]:
    for path, expected in odd.values.items():
        got = _at(result["submission"], path)
        if not _agrees(expected, got):
            yield Miss(_kind(path, expected, got), path, expected, got, _quotes(result, path))
    expected_states = dict.fromkeys((p for p, v in odd.values.items() if _given(v)), "filled") | dict(
        odd.states
    )
    for path, state in expected_states.items():
        if result["states"][path] != state and (
            path in odd.states or _at(result["submission"], path) is not None
        ):
            yield Miss("state", path, state, result["states"][path], _quotes(result, path))
    yield from _unfounded(result, file)
    yield from _rules(odd, result)


def _unfounded(result: Mapping[str, Any], file: Path) -> Iterator[Miss]:
    """Values without evidence, and quotes that do not stand in the file or in the rows that they name."""
    shown = Shown.of(file)
    for path, state in result["states"].items():
        entries = result["evidence"].get(path, [])
        if state == "filled" and not entries and path != "attachments":
            yield Miss("quote", path, "evidence", None)
        for each in entries:
            pieces = re.split(r"[\t\n]", each["quote"])
            strange = [piece for piece in pieces if not shown.has(piece, each["location"])]
            if strange:
                yield Miss("quote", path, f"to stand in {each['location']}", strange)


def _rules(odd: Odd, result: Mapping[str, Any]) -> Iterator[Miss]:
    errors = [each for each in result["findings"] if each["severity"] == "error" and each["status"] == "fail"]
    found = {(each["rule"], field) for each in errors for field in each["fields"] or ["-"]}
    if odd.faultless or odd.errors:
        planted = set(odd.errors)
        for rule, field in sorted(found - planted):
            told = next(e["message"] for e in errors if e["rule"] == rule and field in (e["fields"] or ["-"]))
            yield Miss("rule", field, "no error", f"{rule}: {told}")
        for rule, field in sorted(planted - found):
            yield Miss("rule", field, f"{rule} fails", None)


def _given(expected: Any) -> bool:
    return expected not in (None, []) and not (isinstance(expected, OneOf) and None in expected.values)


def _at(submission: Mapping[str, Any], path: str) -> Any:
    value: Any = submission
    for step in path.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _quotes(result: Mapping[str, Any], path: str) -> str:
    return " ¦ ".join(
        f"{each['location']}: {each['quote'][:90]}" for each in result["evidence"].get(path, [])[:3]
    )


def _agrees(expected: Any, got: Any) -> bool:
    if isinstance(expected, OneOf):
        return any(_agrees(each, got) for each in expected.values)
    if isinstance(expected, Holds):
        flat = _flat(got or "")
        return all(_flat(each) in flat for each in expected.parts) and not any(
            _flat(each) in flat for each in expected.without
        )
    if isinstance(expected, str):
        return isinstance(got, str) and said(expected) == got
    if isinstance(expected, list):
        return isinstance(got, list) and len(got) == len(expected) and all(map(_agrees, expected, got))
    if isinstance(expected, dict):
        return isinstance(got, dict) and all(_agrees(each, got.get(name)) for name, each in expected.items())
    return bool(expected == got) and isinstance(expected, bool) == isinstance(got, bool)


def _kind(path: str, expected: Any, got: Any) -> str:
    if path in TICKS:
        return _tick_kind(expected, got)
    if got in (None, [], ""):
        return "missed"
    if isinstance(got, str) and "\n" in got + str(expected) + "\n" * isinstance(expected, Holds):
        return "soft"
    return "wrong"


def _tick_kind(expected: Any, got: Any) -> str:
    right = expected.values if isinstance(expected, OneOf) else (expected,)
    if got in (None, []):
        return "missed"
    if isinstance(got, list) and any(isinstance(each, list) and set(got) < set(each) for each in right):
        return "missed"
    return "tick"


def _flat(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))

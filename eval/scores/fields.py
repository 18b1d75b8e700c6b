"""Fields: for each of the 97 of a filing, what came out of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, Protocol

from eval.filings.paths import KINDS, PATHS
from eval.filings.script import Rendered
from eval.scores.agreement import agrees, given

__all__ = ["TICKED", "Field", "Placing", "Tick", "Verdict", "judge", "section_of"]

Verdict = Literal["right", "wrong", "missed", "invented"]
Tick = Literal["right", "wrong", "unreadable", "missed"]

# The category on the cover is written by hand: no boxes there.
TICKED: Final = frozenset(
    path
    for path, kind in KINDS.items()
    if kind in ("bool", "enum", "enums") and path != "cover.platform_category"
)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of one filing. `place` is what is wrong with its place, None where there is no value."""

    path: str
    verdict: Verdict
    state_right: bool
    tick: Tick | None
    place: str | None
    confidence: float | None
    asked: bool  # the filing gives a value
    expected: Any
    got: Any
    states: tuple[str, str]  # expected, got
    quotes: tuple[tuple[str, str], ...]  # location and quote


class Placing(Protocol):
    """Knows a document's places: says what is wrong with where a value stands, nothing where it is right."""

    def problem(self, path: str, value: Any, evidence: Sequence[Mapping[str, Any]]) -> str: ...


def judge(filing: Rendered, result: Mapping[str, Any], places: Placing) -> Iterator[Field]:
    """Every field of the filing against the object that `extract --json` prints."""
    for path in PATHS:
        yield _field(path, filing, result, places)


def section_of(path: str) -> str:
    return "platform.indicators" if path.startswith("platform.indicators.") else path.partition(".")[0]


def _field(path: str, filing: Rendered, result: Mapping[str, Any], places: Placing) -> Field:
    expected, got = filing.values[path], _at(result["submission"], path)
    accepted = (expected, *filing.also.get(path, ()))
    state = result["states"][path]
    evidence = result["evidence"].get(path, [])
    verdict = _verdict(expected, got, right=agrees(path, accepted, got))
    return Field(
        path=path,
        verdict=verdict,
        state_right=state in (filing.states[path], *filing.also_states.get(path, ())),
        tick=_tick(verdict, state) if path in TICKED else None,
        place=places.problem(path, got, evidence) if given(got) and _is_said(path, got) else None,
        confidence=min((each["confidence"] for each in evidence), default=None),
        asked=given(expected),
        expected=expected,
        got=got,
        states=(filing.states[path], state),
        quotes=tuple((each["location"], each["quote"]) for each in evidence),
    )


def _is_said(path: str, got: Any) -> bool:
    """A list of attachments of which none is there says nothing that could stand anywhere."""
    return path != "attachments" or any(each["found"] for each in got)


def _verdict(expected: Any, got: Any, *, right: bool) -> Verdict:
    if right:
        return "right"
    if not given(got):
        return "missed"
    return "wrong" if given(expected) else "invented"


def _tick(verdict: Verdict, state: str) -> Tick:
    """Calling a box unreadable is honest; reading it wrong is not, nor is a tick seen where none is."""
    match verdict:
        case "right":
            return "right"
        case "missed":
            return "unreadable" if state == "unreadable" else "missed"
        case _:
            return "wrong"


def _at(submission: Mapping[str, Any], path: str) -> Any:
    value: Any = submission
    for step in path.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value

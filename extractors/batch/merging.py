"""What came of each submission made into the files of the set, with the rules that look at all of them."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from extractors.batch.faults import writing
from extractors.batch.records import line_of, unpacked_json, unpacked_member
from extractors.batch.store import BODY, JUDGED, MEMBER, Damaged, Head, Store, replaced

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractors.form import FormSpec
    from extractors.rules import Adjustment
    from extractors.sets import Member, SetReport, SetRule

__all__ = ["SetDemands", "failures", "results_in", "write_failed", "write_results"]

_RANK: Final = {"error": 0, "warning": 2, "info": 3}


class SetDemands(NamedTuple):
    """What a notice asks of a set of filings."""

    spec: FormSpec
    rules: Mapping[str, SetRule]
    owner: Callable[[Member], str]  # whose filing one is
    adjusted: Mapping[str, Adjustment]  # by code, of all rules

    @property
    def kept(self) -> frozenset[str]:
        """Fields whose places the rules look at."""
        narratives = [each.path for each in self.spec.fields if each.kind == "longtext"]
        return frozenset([*narratives, *(path for rule in self.rules.values() for path in rule.keeps)])


def write_results(path: Path, heads: Sequence[Head], store: Store, demands: SetDemands) -> dict[str, int]:
    """One `check` object a line, in the order of `heads`; gives how many have each verdict.

    Raises Damaged with the name of a record that can't be read, and CannotWrite; then `path` is as it was.
    """
    read = [head for head in heads if not head.code]
    report = _checked(read, store, demands)
    position = {field.path: at for at, field in enumerate(demands.spec.fields)}
    verdicts: dict[str, int] = {}
    with replaced(path) as file:
        for number, head in enumerate(read):
            found = [each.as_dict() for each in report.findings[number]]
            with _told_of(head):
                body, judged = store.read(head.name, BODY, JUDGED)
                told = _with_set(unpacked_json(judged), found, report, demands, position)
                line = _joined(body, told)
            verdicts[told["verdict"]] = verdicts.get(told["verdict"], 0) + 1
            file.write(line)
    return verdicts


def write_failed(path: Path, heads: Sequence[Head]) -> int:
    """One line for each submission that could not be read; gives how many."""
    with replaced(path) as file:
        for each in failures(heads):
            file.write(line_of(each) + b"\n")
    return sum(1 for head in heads if head.code)


def failures(heads: Sequence[Head]) -> Iterator[dict[str, str]]:
    for head in heads:
        if head.code:
            yield {"path": head.name, "error": head.code, "message": head.message}


def results_in(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of results, one at a time."""
    with path.open("rb") as file:
        for line in file:
            yield json.loads(line)


def _checked(heads: Sequence[Head], store: Store, demands: SetDemands) -> SetReport:
    from extractors.sets import check_set

    members = _members(heads, store)
    with writing(Path(gettempdir())):  # where texts wait to be compared
        return check_set(
            members, spec=demands.spec, rules=demands.rules, owner=demands.owner, adjusted=demands.adjusted
        )


def _members(heads: Sequence[Head], store: Store) -> Iterator[Member]:
    for head in heads:
        with _told_of(head):
            (member,) = store.read(head.name, MEMBER)
            yield unpacked_member(member, head.name)


@contextmanager
def _told_of(head: Head) -> Iterator[None]:
    """Raise Damaged with the name of the record."""
    try:
        yield
    except Damaged as error:
        raise Damaged(head.name) from error


def _with_set(
    judged: Mapping[str, Any],
    found: Sequence[Mapping[str, Any]],
    report: SetReport,
    demands: SetDemands,
    position: Mapping[str, int],
) -> dict[str, Any]:
    """What was found in one filing, with what was found in the set."""
    findings = [*judged["findings"], *found]
    if found:
        findings.sort(key=lambda each: _seriousness(each, position))  # as `check` sorts them
    not_run = {code: why for code, why in judged["rules_not_run"].items() if code not in demands.rules}
    told = {
        "findings": findings,
        "rules_run": [*judged["rules_run"], *report.rules_run],
        "rules_not_run": {**not_run, **report.rules_not_run},
        "verdict": _verdict(findings),
    }
    known = {*judged.get("rules_adjusted", {}), *demands.rules}
    adjusted = {code: each for code, each in demands.adjusted.items() if code in known}
    return {**told, "rules_adjusted": adjusted} if adjusted else told


def _seriousness(finding: Mapping[str, Any], position: Mapping[str, int]) -> tuple[int, int]:
    rank = _RANK[finding["severity"]] + (finding["severity"] == "error" and finding["status"] == "review")
    return rank, min((position[path] for path in finding["fields"]), default=len(position))


def _verdict(findings: Sequence[Mapping[str, Any]]) -> str:
    if any(each["severity"] == "error" and each["status"] == "fail" for each in findings):
        return "fail"
    return "review" if any(each["status"] == "review" for each in findings) else "pass"


def _joined(body: bytes, judged: Mapping[str, Any]) -> bytes:
    """Two objects as one, without taking the first apart: it is most of a result."""
    try:
        told = zlib.decompress(body)
    except zlib.error as error:
        raise Damaged from error
    return told[:-1] + b", " + line_of(judged)[1:] + b"\n"

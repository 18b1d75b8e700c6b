"""Rules are switched off and down in settings, never up, and the report says so."""

from collections.abc import Iterator
from datetime import date

import pytest

from extractors.adjustments import BadAdjustment, adjustments
from extractors.check import check
from extractors.form import Form, FormSpec
from extractors.rules import Adjustment, Context, Rule, Severity, Violation

SEVERITIES: dict[str, Severity] = {"NUM002": "warning", "SUM001": "error", "REQ004": "info"}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([], {}),
        ([""], {}),
        (["NUM002=off"], {"NUM002": "off"}),
        (["num002=OFF, SUM001=warning"], {"NUM002": "off", "SUM001": "warning"}),
        (["NUM002=关闭；SUM001=提示"], {"NUM002": "off", "SUM001": "info"}),
        (["SUM001=off", "SUM001=info"], {"SUM001": "info"}),
        (["NUM002=warning"], {"NUM002": "warning"}),
        (["REQ004＝info"], {"REQ004": "info"}),
    ],
)
def test_what_is_set(texts: list[str], expected: dict[str, Adjustment]) -> None:
    assert adjustments(texts, SEVERITIES) == expected


@pytest.mark.parametrize("text", ["NUM002", "NUM002=", "NUM002=on", "=off", "XYZ001=off", "REQ004=warning"])
def test_what_cannot_be_set_is_told_in_one_sentence(text: str) -> None:
    with pytest.raises(BadAdjustment, match=r"^[^。]+。$"):
        adjustments([text], SEVERITIES)


def objecting(severity: Severity) -> Rule:
    def body(_: Form, __: Context) -> Iterator[Violation]:
        yield Violation(())

    return Rule(
        code="TST001",
        severity=severity,
        title="试",
        clause="一",
        quote="文",
        message="不对。",
        fix="改。",
        body=body,
    )


@pytest.mark.parametrize(
    ("severity", "adjustment", "told", "verdict"),
    [
        ("error", "off", [], "pass"),
        ("error", "warning", ["warning"], "pass"),
        ("error", "info", ["info"], "pass"),
        ("warning", "info", ["info"], "pass"),
        ("info", "warning", ["info"], "pass"),
    ],
)
def test_a_rule_that_is_set_otherwise(
    severity: Severity, adjustment: Adjustment, told: list[str], verdict: str
) -> None:
    empty = FormSpec(notice="x", fields=(), sections=(), printed=(), build=dict)
    rule = objecting(severity)
    context = Context(today=date(2022, 11, 18), adjusted={"TST001": adjustment, "OTHER1": "off"})
    report = check(Form(spec=empty, answers={}), rules={"TST001": rule}, context=context)

    assert [each.severity for each in report.findings] == told
    assert report.verdict == verdict
    assert report.rules_adjusted == {"TST001": adjustment}
    assert ("TST001" in report.rules_not_run) is (adjustment == "off")

"""The engine of the rules, on a form of three fields and rules of its own."""

import logging
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from extractors.check import check
from extractors.form import Answer, Evidence, Field, Form, FormSpec, Required, Section
from extractors.rules import Context, Rule, Severity, Unjudged, Violation, rule, unusable

ALL = Required(by="all")
SECTION = Section(key="only", heading="基本信息", number="（一）", clause="附件1/基本信息")
FIELDS = tuple(
    Field(path=path, kind="text", label=label, title=label, section="only", clause=clause, required=ALL)
    for path, label, clause in (
        ("first", "名称", "附件1/封面"),
        ("second", "名称", "附件1/（一）基本信息"),
        ("third", "投资金额", "附件1/（一）基本信息"),
    )
)
SPEC = FormSpec(notice="sample", fields=FIELDS, sections=(SECTION,), printed=(), build=dict)
CONTEXT = Context(today=date(2022, 11, 18))


def form(**answers: Answer) -> Form:
    blank = {each.path: Answer("blank", evidence=(place(each.path),)) for each in FIELDS}
    return Form(spec=SPEC, answers={**blank, **answers})


def place(path: str) -> Evidence:
    return Evidence(file="申报书.docx", location=f"表 1 行 {path}", quote="名称")


def written(text: str, path: str = "first") -> Answer:
    return Answer("filled", text, text, (place(path),))


Spots = tuple[Violation | Unjudged, ...]


def finds(*spots: Violation | Unjudged, code: str = "AAA001", **declared: Any) -> Rule:
    """A rule that yields `spots` whatever stands in the form."""
    declaration = {
        "severity": "error",
        "title": "试",
        "clause": "条",
        "quote": "文",
        "message": "有误。",
        "fix": "改。",
    }

    @rule(code, **{**declaration, **declared})
    def anything(form: Form, context: Context) -> Iterator[Violation | Unjudged]:
        yield from spots

    return anything


def catalogue(*rules: Rule) -> dict[str, Rule]:
    return {each.code: each for each in rules}


def test_a_rule_that_holds_has_run_and_found_nothing() -> None:
    report = check(form(), rules=catalogue(finds()), context=CONTEXT)

    assert report.findings == ()
    assert (report.rules_run, report.rules_not_run, report.verdict) == (("AAA001",), {}, "pass")


def test_a_finding_names_title_place_and_what_is_written() -> None:
    broken = finds(
        Violation(("third",), {"limit": 3}),
        message="“{title}”写的是“{written}”{at}，限 {limit}，见“{section}”。",
    )
    report = check(form(third=written("很多", "third")), rules=catalogue(broken), context=CONTEXT)

    [finding] = report.findings
    assert finding.message == "“投资金额”写的是“很多”（表 1 行 third），限 3，见“（一）基本信息”。"
    assert finding.evidence == (place("third"),)
    assert (finding.clause, finding.clause_quote) == ("条", "文")


def test_namesakes_are_told_apart_by_where_they_stand() -> None:
    report = check(
        form(), rules=catalogue(finds(Violation(("first", "second")), message="{titles}")), context=CONTEXT
    )

    assert report.findings[0].message == "“封面/名称”“（一）基本信息/名称”"


def test_a_blank_field_is_evidenced_by_its_label() -> None:
    report = check(form(), rules=catalogue(finds(Violation(("third",)))), context=CONTEXT)

    assert report.findings[0].evidence == (place("third"),)


def test_a_spot_adds_its_own_evidence_once() -> None:
    spot = Violation(("first",), evidence=(place("second"), place("first")))
    report = check(form(), rules=catalogue(finds(spot)), context=CONTEXT)

    assert report.findings[0].evidence == (place("first"), place("second"))


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer("blank"), "缺少“投资金额”，无法判断。"),
        (Answer("none", raw="无"), "缺少“投资金额”（写的是“无”），无法判断。"),
        (Answer("absent"), "没有找到“投资金额”，无法判断。"),
        (Answer("unreadable", raw="若干"), "没有读懂“投资金额”，无法判断。"),
    ],
)
def test_a_rule_without_what_it_needs_is_not_run_and_says_why(answer: Answer, reason: str) -> None:
    needy = finds(Violation(("third",)), needs=("third",))
    report = check(form(third=answer), rules=catalogue(needy), context=CONTEXT)

    assert report.findings == ()
    assert (report.rules_run, report.rules_not_run) == ((), {"AAA001": reason})


def test_what_a_claiming_rule_objects_to_is_not_judged_again() -> None:
    claiming = finds(Violation(("third",)), code="ZZZ001", claims=True)
    needy = finds(Violation(("third",)), code="AAA001", needs=("third",))
    report = check(form(third=written("XX")), rules=catalogue(needy, claiming), context=CONTEXT)

    assert [finding.rule for finding in report.findings] == ["ZZZ001"]
    assert report.rules_not_run == {"AAA001": "“投资金额”本身要先改正，无法判断。"}


def test_claiming_rules_see_what_earlier_ones_claimed() -> None:
    @rule(
        "BBB001", severity="error", title="试", clause="条", quote="文", message="。", fix="。", claims=True
    )
    def later(form: Form, context: Context) -> Iterator[Violation]:
        if not unusable(form, context, "third"):
            yield Violation(("third",))

    earlier = finds(Violation(("third",)), claims=True)
    report = check(form(third=written("XX")), rules=catalogue(earlier, later), context=CONTEXT)

    assert [finding.rule for finding in report.findings] == ["AAA001"]


def test_a_rule_that_breaks_hides_no_other_and_is_told(caplog: pytest.LogCaptureFixture) -> None:
    @rule("BAD001", severity="error", title="试", clause="条", quote="文", message="。", fix="。")
    def broken(form: Form, context: Context) -> Iterator[Violation]:
        yield Violation(("first",))
        raise ZeroDivisionError

    with caplog.at_level(logging.ERROR):
        report = check(form(), rules=catalogue(broken, finds(Violation(("first",)))), context=CONTEXT)

    assert [finding.rule for finding in report.findings] == ["AAA001"]
    assert "出错" in report.rules_not_run["BAD001"]
    assert "BAD001" not in report.rules_run
    assert "ZeroDivisionError" in caplog.text


def test_a_message_that_cannot_be_filled_is_a_broken_rule() -> None:
    report = check(
        form(), rules=catalogue(finds(Violation(("first",)), message="{nothing}")), context=CONTEXT
    )

    assert report.findings == ()
    assert "出错" in report.rules_not_run["AAA001"]


@pytest.mark.parametrize(
    ("spots", "parts", "run", "not_run", "partly"),
    [
        ((Unjudged(("third",)),), 1, False, True, False),
        ((Unjudged(("third",)),), 2, True, False, True),
        ((Unjudged(("third",)), Unjudged(("second",))), 2, False, True, False),
        ((Unjudged(("third",)), Violation(("first",))), 2, True, False, True),
    ],
)
def test_a_rule_of_several_parts_has_run_unless_none_could_be_judged(
    spots: Spots, parts: int, run: bool, not_run: bool, partly: bool
) -> None:
    report = check(form(), rules=catalogue(finds(*spots, parts=parts)), context=CONTEXT)

    assert ("AAA001" in report.rules_run) is run
    assert ("AAA001" in report.rules_not_run) is not_run
    assert ("AAA001" in report.rules_partly_run) is partly


def test_an_unjudged_spot_may_give_its_own_reason() -> None:
    report = check(form(), rules=catalogue(finds(Unjudged(("third",), "金额是 0"))), context=CONTEXT)

    assert report.rules_not_run == {"AAA001": "金额是 0，无法判断。"}


def test_the_most_serious_come_first_then_the_forms_order() -> None:
    rules = [
        finds(Violation(("first",)), code="INF001", severity="info"),
        finds(Violation(("first",)), code="WAR001", severity="warning"),
        finds(Violation(("first",), status="review"), code="REV001"),
    ]
    rules.append(finds(Violation(("third",)), Violation(("second",)), code="ERR001"))
    report = check(form(), rules=catalogue(*rules), context=CONTEXT)

    assert [(finding.rule, finding.fields[0]) for finding in report.findings] == [
        ("ERR001", "second"),
        ("ERR001", "third"),
        ("REV001", "first"),
        ("WAR001", "first"),
        ("INF001", "first"),
    ]


@pytest.mark.parametrize(
    ("view", "declared", "spot", "severity"),
    [
        ("applicant", {"severity": "info", "reviewer_severity": "error"}, None, "info"),
        ("reviewer", {"severity": "info", "reviewer_severity": "error"}, None, "error"),
        ("reviewer", {"severity": "warning"}, None, "warning"),
        ("reviewer", {"severity": "error"}, "warning", "warning"),
    ],
)
def test_severity_is_that_of_the_view(
    view: Any, declared: dict[str, str], spot: Severity | None, severity: str
) -> None:
    rules = catalogue(finds(Violation(("first",), severity=spot), **declared))
    report = check(form(), rules=rules, context=Context(view=view, today=date(2022, 11, 18)))

    assert report.findings[0].severity == severity


@pytest.mark.parametrize(
    ("severity", "status", "verdict"),
    [
        ("error", "fail", "fail"),
        ("error", "review", "review"),
        ("warning", "review", "review"),
        ("warning", "fail", "pass"),
    ],
)
def test_only_an_error_that_fails_fails_the_filing(severity: str, status: Any, verdict: str) -> None:
    report = check(
        form(),
        rules=catalogue(finds(Violation(("first",), status=status), severity=severity)),
        context=CONTEXT,
    )

    assert report.verdict == verdict


def test_planned_rules_are_listed_as_not_run() -> None:
    report = check(
        form(), rules=catalogue(finds()), context=CONTEXT, planned={"SEAL001": "尚未实现：要看图片。"}
    )

    assert report.rules_run == ("AAA001",)
    assert report.rules_not_run == {"SEAL001": "尚未实现：要看图片。"}


def test_a_spot_may_cite_a_clause_of_its_own() -> None:
    report = check(
        form(), rules=catalogue(finds(Violation(("first",), clause="别条", quote="别文"))), context=CONTEXT
    )

    assert (report.findings[0].clause, report.findings[0].clause_quote) == ("别条", "别文")


def test_rules_run_in_the_catalogues_order_whatever_claims() -> None:
    rules = catalogue(finds(code="AAA001"), finds(code="BBB001", claims=True))

    assert check(form(), rules=rules, context=CONTEXT).rules_run == ("AAA001", "BBB001")

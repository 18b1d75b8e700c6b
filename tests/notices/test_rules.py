"""The catalogue of rules: each has a page whose examples hold, a clause that says it, and its place."""

import re
from typing import Any

import pytest
import yaml

from extractors.rules import Rule
from notices import NOTICES
from notices.hebei_2022_719.example import EXAMPLE
from notices.hebei_2022_719.form import SPEC
from notices.hebei_2022_719.rules import PLANNED, RULES, SET_RULES
from notices.hebei_2022_719.text import notice_text
from notices.pages import main, pages
from tests.notices.filings import filing, report

SEVERITIES = {
    **dict.fromkeys(
        ("REQ001", "REQ002", "REQ003", "SEL001", "SEL002", "SEL003", "SEL004", "SEL005", "SEL006"), "error"
    ),
    **dict.fromkeys(
        ("NUM001", "SUM001", "LEN001", "LST001", "LST002", "CON001", "CON002", "CON003"), "error"
    ),
    **dict.fromkeys(("DAT001", "DAT002", "IDN001", "TXT002"), "error"),
    **dict.fromkeys(("NUM002", "SUM002", "LST003", "LST004", "CON004", "IDN002", "IDN003"), "warning"),
    **dict.fromkeys(
        ("FMT001", "FMT002", "FMT003", "FMT004", "FMT005", "TXT001", "CON007", "HID001"), "warning"
    ),
    **dict.fromkeys(("ATT001", "CON006", "SEAL001"), "error"),
    **dict.fromkeys(("ATT002", "ATT003", "CON005", "CON008"), "warning"),
    "REQ004": "info",
}
ONE_FIELD = {
    "SEL003": "platform.industries",
    "SEL004": "platform.industries",
    "SEL005": "platform.domains",
    "SUM002": "sustainability.roi_percent",
    "LST001": "platform.typical_customers",
    "LST002": "services.solutions",
    "LST003": "applicant.honors",
    "LST004": "contribution.dual_chain_dual_carbon",
    "CON001": "platform.name",
    "CON002": "applicant.name",
    "CON003": "platform.category",
    "CON004": "platform.builder",
    "DAT001": "cover.filed_on",
    "IDN001": "applicant.organization_code",
    "IDN002": "applicant.address",
    "SEAL001": "cover.applicant",
    **dict.fromkeys(("ATT001", "ATT002", "ATT003"), "attachments"),
}
EVERY_RULE = pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))

_BLOCK = re.compile(r"```yaml\n(.*?)```", re.DOTALL)


def blocks(rule: Rule, heading: str) -> list[dict[str, Any]]:
    _, _, rest = rule.page.partition(f"## {heading}\n")
    return [yaml.safe_load(each) for each in _BLOCK.findall(rest.partition("\n## ")[0])]


def examples(heading: str) -> list[Any]:
    return [
        pytest.param(rule, block, id=f"{code}-{number}")
        for code, rule in RULES.items()
        for number, block in enumerate(blocks(rule, heading), 1)
    ]


def test_the_example_covers_the_form() -> None:
    assert set(EXAMPLE) == set(SPEC.by_path) - {"attachments"}


def test_the_example_is_faultless() -> None:
    found = report()

    assert found.findings == ()
    assert found.verdict == "pass"
    assert set(found.rules_run) == set(RULES)
    assert found.rules_not_run == PLANNED
    assert found.rules_partly_run == {}


def test_every_answer_of_the_example_is_read() -> None:
    states = {
        field.path: answer.state for field, answer in filing() if answer.state not in ("filled", "blank")
    }

    assert states == {}
    assert not [path for path, written in EXAMPLE.items() if written and not filing().filled(path)]


@pytest.mark.parametrize(("rule", "block"), examples("反例"))
def test_a_bad_example_yields_its_rule_and_no_other_error(rule: Rule, block: dict[str, Any]) -> None:
    found = report(block).findings
    others = [each for each in found if each.severity == "error" and each.rule != rule.code]

    assert [each for each in found if each.rule == rule.code]
    assert others == []


@pytest.mark.parametrize(("rule", "block"), examples("正例"))
def test_a_good_example_does_not_yield_its_rule(rule: Rule, block: dict[str, Any]) -> None:
    assert [each for each in report(block).findings if each.rule == rule.code] == []


@EVERY_RULE
def test_severity_and_fields_are_those_of_the_published_list(rule: Rule) -> None:
    assert rule.severity == SEVERITIES[rule.code]
    assert rule.reviewer_severity == ("error" if rule.code == "REQ004" else None)
    for block in blocks(rule, "反例"):
        found = [each for each in report(block).findings if each.rule == rule.code]
        assert rule.code not in ONE_FIELD or [each.fields for each in found] == [(ONE_FIELD[rule.code],)]


def test_every_code_of_the_list_is_built() -> None:
    assert set(RULES) == set(SEVERITIES)
    assert set(SET_RULES) == {"SET001", "SET002", "SET003", "SET004"} == set(PLANNED)
    assert all(reason.endswith("批量检查时判断。") for reason in PLANNED.values())


@EVERY_RULE
def test_a_page_says_what_why_and_shows_both_examples(rule: Rule) -> None:
    headings = re.findall(r"^## (.+)$", rule.page, re.MULTILINE)

    assert headings == ["为什么", "反例", "正例"]
    assert rule.page.split("\n", 1)[0].endswith("。")
    assert blocks(rule, "反例")
    assert blocks(rule, "正例")


@EVERY_RULE
def test_a_page_quotes_its_clause(rule: Rule) -> None:
    squeezed = "".join(rule.page.split())

    assert "".join(rule.quote.split()) in squeezed


@EVERY_RULE
def test_a_quote_stands_in_the_clause_it_names(rule: Rule) -> None:
    text = notice_text()
    for clause, quote in cited(rule):
        assert quote
        assert text.locate(quote, within=clause) is not None, f"{clause} does not say {quote!r}"


def cited(rule: Rule) -> set[tuple[str, str]]:
    found = [
        each for block in blocks(rule, "反例") for each in report(block).findings if each.rule == rule.code
    ]
    return {(rule.clause, rule.quote), *((each.clause, each.clause_quote) for each in found)}


@EVERY_RULE
def test_needs_are_fields_of_the_form(rule: Rule) -> None:
    assert set(rule.needs) <= set(SPEC.by_path)


@EVERY_RULE
def test_code_title_and_name_follow_the_habits(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{3,4}\d{3}", rule.code)
    assert not rule.title.endswith("。")
    assert not rule.body.__name__.startswith(("check_", "validate_", "must_", "no_"))


@EVERY_RULE
def test_messages_and_fixes_are_whole_sentences(rule: Rule) -> None:
    found = [
        each for block in blocks(rule, "反例") for each in report(block).findings if each.rule == rule.code
    ]

    for each in found:
        assert each.message.endswith("。")
        assert each.fix.endswith("。")
        assert "{" not in each.message + each.fix
        assert each.evidence or not each.fields  # a paper's size has no place


def test_the_pages_in_docs_are_those_of_the_catalogue(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0, capsys.readouterr().err


def test_no_page_shows_what_only_a_finding_fills_in() -> None:
    prose = {name: _BLOCK.sub("", text) for name, text in pages(next(iter(NOTICES))).items()}

    assert [name for name, text in prose.items() if "{" in text] == []
    assert "请把“…”换成实际内容" in prose["TXT002.md"]


def test_stale_pages_are_named_and_mended(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "OLD001.md").write_text("旧的", encoding="utf-8")

    assert main(["--check"], folder=tmp_path) == 1
    assert "OLD001.md" in capsys.readouterr().err
    assert main([], folder=tmp_path) == 0
    assert main(["--check"], folder=tmp_path) == 0
    assert {each.name for each in tmp_path.iterdir()} == set(pages(next(iter(NOTICES))))

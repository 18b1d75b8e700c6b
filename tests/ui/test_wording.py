"""How findings are counted, and values written, for people."""

from typing import Any

import pytest

from extractors.form import Answer
from extractors.rules import Finding, Report, Severity, Status
from ui.grouping import WHOLE, by_section, fields_by_section, sections_with_fields
from ui.submissions import Checked
from ui.wording import STATES, finding_label, section_title, value_text, verdict_sentence
from ui.worker import NOTICE, demands

SPEC = demands(NOTICE).spec


def finding(severity: Severity, status: Status = "fail", *fields: str) -> Finding:
    return Finding(
        rule="REQ001",
        status=status,
        severity=severity,
        fields=fields,
        message="",
        fix="",
        clause="",
        clause_quote="",
    )


SENTENCES = [
    ([], {}, "没有查出问题；核对了 2 条规则。"),
    ([], {"SEAL001": "不是扫描件"}, "没有查出问题；核对了 2 条规则，另有 1 条未能判断。"),
    (
        [finding("warning"), finding("error"), finding("error"), finding("error", "review")],
        {},
        "查出 2 处错误、1 处待确认、1 处提醒；核对了 2 条规则。",
    ),
]


@pytest.mark.parametrize(("findings", "not_run", "sentence"), SENTENCES)
def test_the_verdict_is_one_sentence(findings: list[Finding], not_run: dict[str, str], sentence: str) -> None:
    report = Report(findings=tuple(findings), rules_run=("REQ001", "SEL001"), rules_not_run=not_run)
    assert verdict_sentence(report) == sentence


def test_what_a_person_must_judge_is_not_called_an_error() -> None:
    assert finding_label(finding("error", "review")).word == "待确认"
    assert finding_label(finding("error")).word == "错误"


VALUES = [
    ("platform.indicators.connected_devices", Answer("filled", 12600), "12,600 台/套"),
    ("applicant.last_year_profit", Answer("filled", -438.6), "-438.6 万元"),
    ("sustainability.rnd_total", Answer("filled", 0), "0 元"),
    ("sustainability.has_development_plan", Answer("filled", False), "否"),
    ("platform.industries", Answer("filled", ["钢铁", "风电/光伏"]), "钢铁、风电/光伏"),
    (
        "applicant.honors",
        Answer("filled", [{"text": "标杆企业", "level": None, "obtained_on": "2020-09"}]),
        "标杆企业，2020-09",
    ),
    (
        "attachments",
        Answer("filled", [{"number": 1, "title": "营业执照", "found": True, "files": ["a.pdf", "b.pdf"]}]),
        "附件1 营业执照：a.pdf、b.pdf",
    ),
    ("applicant.contact.fax", Answer("none", raw=" 无 "), "无"),
    ("applicant.founded_on", Answer("unreadable", raw="2022年13月"), "2022年13月"),
    ("applicant.name", Answer("blank"), ""),
]


@pytest.mark.parametrize(("path", "answer", "text"), VALUES)
def test_a_value_is_written_with_its_unit_or_as_it_stood(path: str, answer: Answer, text: str) -> None:
    assert value_text(SPEC.by_path[path], answer) == text


EXAMPLES: dict[str, Any] = {
    "enums": ["钢铁"],
    "names": ["某公司"],
    "honors": [{"text": "标杆", "level": "省级", "obtained_on": "2020"}],
    "attachments": [{"number": 1, "title": "执照", "found": False, "files": []}],
    "bool": True,
    "int": 1,
    "decimal": 1.5,
}


@pytest.mark.parametrize("path", list(SPEC.by_path))
def test_a_value_of_every_field_can_be_written(path: str) -> None:
    field = SPEC.by_path[path]
    assert value_text(field, Answer("filled", EXAMPLES.get(field.kind, "文字")))


def test_every_field_is_in_one_section_that_has_a_title(checked_faulty: Checked) -> None:
    grouped = fields_by_section(checked_faulty.form)
    shown = [field.path for rows in grouped.values() for field, _ in rows]
    assert sorted(shown) == sorted(SPEC.by_path)
    titles = [section_title(each) for each in sections_with_fields(SPEC)]
    assert list(grouped) == titles
    assert titles[0] == "封面"
    assert len(set(titles)) == len(titles)
    assert all(titles)


@pytest.mark.parametrize("state", list(STATES))
def test_fields_are_narrowed_to_a_state(state: Any, checked_faulty: Checked) -> None:
    rows = [row for rows in fields_by_section(checked_faulty.form, states=[state]).values() for row in rows]
    assert [answer.state for _, answer in rows] == [
        answer.state for _, answer in checked_faulty.form if answer.state == state
    ]


def test_the_section_of_the_most_serious_finding_comes_first() -> None:
    found = [
        finding("error", "fail", "next_plan"),
        finding("warning", "fail", "cover.filed_on"),
        finding("info"),
    ]
    assert list(by_section(SPEC, found)) == ["（七）平台下一步发展计划", "封面", WHOLE]

"""The example filing of a notice with something else written at some of its fields."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from extractors.check import check
from extractors.fill.values import read_answer
from extractors.form import ABSENT, Answer, Evidence, Field, Form
from extractors.rules import Context, Finding, Report, View
from extractors.text import narrow, squeeze
from notices.hebei_2022_719.example import EXAMPLE
from notices.hebei_2022_719.form import SPEC
from notices.hebei_2022_719.rules import PLANNED, RULES

TODAY = date(2022, 11, 18)
PRINTED = frozenset(squeeze(narrow(line)) for line in SPEC.printed)

REGIONAL = "□跨行业跨领域工业互联网平台 ☑区域工业互联网平台 □行业工业互联网平台"
INDUSTRY = "□跨行业跨领域工业互联网平台 □区域工业互联网平台 ☑行业工业互联网平台"
ONE_INDUSTRY = {
    "platform.industry_count": "1",
    "platform.industries": "☑钢铁 □石化 □建材 □工程机械 □其他（请注明）",
}
A_REGION = {
    "cover.platform_category": "区域",
    "platform.category": REGIONAL,
    "services.regional": "服务全市企业260家。",
}
AN_INDUSTRY = {"cover.platform_category": "行业", "platform.category": INDUSTRY, **ONE_INDUSTRY}

Told = list[tuple[str, tuple[str, ...], str, str]]  # rule, fields, severity, status
Overlay = Mapping[str, Any]  # path -> what stands written there; None: the label is not there


def filing(overlay: Overlay | None = None) -> Form:
    """The faultless form with `overlay` laid over it."""
    overlay = overlay or {}
    assert set(overlay) <= set(SPEC.by_path), "the overlay names a field that is not in the form"
    return Form(spec=SPEC, answers={field.path: _answer(field, overlay) for field in SPEC.fields})


def _answer(field: Field, overlay: Overlay) -> Answer:
    written = overlay.get(field.path, EXAMPLE.get(field.path))
    if field.kind == "attachments":
        return Answer("blank", [])
    if written is None:
        return ABSENT
    if isinstance(written, dict):
        written = written["repeat"] * written["times"]
    evidence = (Evidence(file="申报书.docx", location=f"“{field.title}”一栏", quote=field.label),)
    return read_answer(field, str(written), evidence=evidence, printed=PRINTED)


def report(overlay: Overlay | None = None, *, today: date = TODAY, view: View = "applicant") -> Report:
    """What all rules make of it."""
    return check(filing(overlay), rules=RULES, planned=PLANNED, context=Context(view=view, today=today))


def told(findings: Report | tuple[Finding, ...]) -> Told:
    """Each finding without its words."""
    listed = findings.findings if isinstance(findings, Report) else findings
    return [(each.rule, each.fields, each.severity, each.status) for each in listed]


def error(rule: str, *fields: str) -> tuple[str, tuple[str, ...], str, str]:
    return rule, fields, "error", "fail"


def asks(rule: str, *fields: str) -> tuple[str, tuple[str, ...], str, str]:
    return rule, fields, "error", "review"


def warning(rule: str, *fields: str) -> tuple[str, tuple[str, ...], str, str]:
    return rule, fields, "warning", "fail"

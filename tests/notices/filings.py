"""The example filing of a notice with something else written at some of its fields."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from extractors.appearance import Appearance, Face, Paper, Pitch, Setting
from extractors.check import check
from extractors.contents import Contents, contents
from extractors.document import Document, Paragraph
from extractors.fill.values import read_answer
from extractors.form import ABSENT, Answer, Evidence, Field, Form
from extractors.rules import Context, Finding, Report, View
from extractors.text import narrow, squeeze
from notices.hebei_2022_719.example import EXAMPLE
from notices.hebei_2022_719.form import SPEC
from notices.hebei_2022_719.rules import PLANNED, RULES
from tests.notices.attached import STAMPS, attached, copy_of

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


HEADINGS = (("申报单位基本信息", 1, "黑体", 16), ("（一）平台基础信息", 2, "楷体", 16))
CONTENTS = (
    *(
        "申报单位基本信息",
        "申报平台信息",
        "（二）平台基础能力介绍",
        "1.平台整体技术架构",
        "（八）相关证明材料",
    ),
    *("附件1：企业法人营业执照", "附件2：企业征信情况报告", "附件3：近两年年度审计报告"),
)
# What a rule looks at beside the fields: a page's example may lay something over these too.
BESIDE = frozenset({"hidden", "appearance", "contents", "attached", "scan", "seals"})


def filing(overlay: Overlay | None = None) -> Form:
    """The faultless form with `overlay` laid over it."""
    overlay = overlay or {}
    assert set(overlay) <= set(SPEC.by_path) | BESIDE, "the overlay names a field that is not in the form"
    answers = {field.path: _answer(field, overlay) for field in SPEC.fields}
    form = Form(
        spec=SPEC,
        answers=answers,
        appearance=_appearance(answers, overlay.get("appearance", {})),
        contents=_contents(overlay.get("contents", CONTENTS)),
        hidden=tuple(overlay.get("hidden", ())),
    )
    scanned = {
        path: _answer(SPEC.by_path[path], {path: text}) for path, text in overlay.get("scan", {}).items()
    }
    return replace(
        form,
        attached=attached(form, overlay.get("attached", {})),
        copies=(copy_of(form, scanned, overlay.get("seals", tuple(STAMPS))),),
    )


def _appearance(answers: Mapping[str, Answer], set_so: Mapping[str, Any] | None) -> Appearance | None:
    """The narratives set as asked, or otherwise: {papers, font, size, pitch, headings}; None: a scan."""
    if set_so is None:
        return None
    face = Face(set_so.get("font", "宋体"), float(set_so.get("size", 14)))
    pitch = Pitch(*set_so.get("pitch", ("exact", 29.0)))
    prose = (
        line
        for field in SPEC.fields
        if field.kind == "longtext"
        for line in answers[field.path].raw.split("\n")
    )
    return Appearance(
        papers=tuple(Paper(*each) for each in set_so.get("papers", [[595.3, 841.9]])),
        paragraphs=(
            *(
                Setting(text, ((Face(font, float(size)), len(text)),), pitch, level, ordinal=n)
                for n, (text, level, font, size) in enumerate(set_so.get("headings", HEADINGS), 40)
            ),
            *(Setting(line, ((face, len(line)),), pitch) for line in dict.fromkeys(prose) if line),
        ),
    )


def _contents(lines: Sequence[str] | None) -> Contents | None:
    """A table of contents that was typed."""
    if lines is None:
        return None
    blocks = tuple(Paragraph(n, text) for n, text in enumerate(("目录", *lines), 1))
    return contents(Document(name="申报书.docx", kind="docx", sha256="", blocks=blocks))


def _answer(field: Field, overlay: Overlay) -> Answer:
    written = overlay.get(field.path, EXAMPLE.get(field.path))
    if field.kind == "attachments":
        return Answer("blank", [], "", (Evidence(file="申报书.docx", location="表 9", quote="材料清单"),))
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

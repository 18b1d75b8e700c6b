"""What is attached to the example filing, its scanned copy and the stamps on it, or something else."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from extractors.document import Seal
from extractors.fill.values import read_answer
from extractors.form import Answer, Attached, AttachmentSpec, Code, Evidence, Form, Part, Row
from notices.hebei_2022_719.form import SPEC

SCAN = "签章扫描版.pdf"
STAMPS = {
    "封面": Seal(1, (330.0, 480.0, 450.0, 600.0)),
    "承诺": Seal(4, (300.0, 300.0, 420.0, 420.0)),
    "名章": Seal(4, (220.0, 320.0, 260.0, 360.0), round=False),
    "推荐": Seal(4, (300.0, 520.0, 420.0, 640.0)),
}
_FACTS = (
    "applicant.name",
    "applicant.organization_code",
    "applicant.registered_capital",
    "applicant.address",
)


def attached(form: Form, overlay: Mapping[Any, Any] | None) -> Attached:
    """All twelve attachments, bearing out the form; {5: null} takes one away, null all of them.

    An attachment's overlay: {files, years, codes: yes or no, rows: {indicator: count}, facts: {path: text}}.
    """
    if overlay is None:
        return Attached("申报书.docx")
    laid = {spec.number: overlay.get(spec.number, {}) for spec in SPEC.attachments}
    there = [spec for spec in SPEC.attachments if laid[spec.number] is not None]
    parts = [part for spec in there for part in _parts(spec, laid[spec.number])]
    reports = [part for part in parts if part.report]
    coded = [part for part in reports if laid[part.number].get("codes", True)]
    return Attached(
        "申报书.docx",
        parts=tuple(parts),
        rows={spec.number: _rows(form, spec, laid[spec.number]) for spec in there if spec.tallies},
        facts=_facts(form, laid[1].get("facts", {})) if laid[1] is not None else {},
        unknown=tuple(overlay.get("unknown", ())),
        codes=tuple(Code(part.file, 1, "https://example.com/report") for part in coded),
        looked_at=frozenset(part.file for part in reports),
    )


def _parts(spec: AttachmentSpec, laid: Mapping[str, Any]) -> list[Part]:
    names: Sequence[str] = laid.get("files", [f"附件{spec.number}.pdf"])
    return [
        Part(
            spec.number,
            name,
            Evidence(file=name, location="段落 1", quote=spec.title),
            years=tuple(laid.get("years", spec.years)),
            report=bool(spec.reports),
        )
        for name in names
    ]


def _rows(form: Form, spec: AttachmentSpec, laid: Mapping[str, Any]) -> tuple[Row, ...]:
    counts = laid.get("rows", {})
    return tuple(
        Row("合订", counts.get(tally.field, form.value(tally.field)), tally.field)
        for tally in spec.tallies
        if tally.field in counts or form.filled(tally.field)
    )


def _facts(form: Form, laid: Mapping[str, str]) -> dict[str, Answer]:
    found = {path: form[path] for path in _FACTS if form.filled(path)}
    for path, text in laid.items():
        evidence = (Evidence(file="附件1.pdf", location="段落 3", quote=text),)
        found[path] = read_answer(SPEC.by_path[path], text, evidence=evidence, printed=frozenset())
    return found


def copy_of(form: Form, written: Mapping[str, Answer], stamps: Sequence[str]) -> Form:
    """The same form as it was recognised from a scan; `written` are the answers that differ there."""
    answers = {path: _scanned(path, written.get(path, answer)) for path, answer in form.answers.items()}
    return Form(
        spec=SPEC,
        answers=answers,
        attached=Attached(SCAN),
        seals=tuple(STAMPS[each] for each in stamps),
    )


def _scanned(path: str, answer: Answer) -> Answer:
    page = 1 if path.startswith("cover.") else 4
    top = {"applicant.pledge_date": 250.0, "applicant.recommendation_date": 450.0}.get(path, 100.0)
    evidence = tuple(
        each._replace(file=SCAN, page=page, bbox=(80.0, top, 520.0, top + 190), method="ocr", confidence=0.97)
        for each in answer.evidence
    )
    return replace(answer, evidence=evidence)

"""What a reviewer decides by stands on one page, however much there is to doubt."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from extractors.rules import Context, Finding
from tests.ui.test_reports import draft
from ui.pictures.office import PRINTED, places, print_pdf
from ui.reports import Draft, paper
from ui.reports.blocks import NewPage
from ui.reports.length import PAGE, height
from ui.reports.medians import Medians, indicators
from ui.reports.word import write_docx
from ui.submissions import Checked

_SIGN = "审核人（签字）："


def usual(checked: Checked) -> Draft:
    return draft(checked, context=Context(view="reviewer"))


def crowded(checked: Checked) -> Draft:
    """Sixty findings of three lines each, medians beside all figures, long names."""
    finding = replace(checked.report.findings[0], message="材料中有一处要请申报单位说明。" * 12)
    many: tuple[Finding, ...] = (finding,) * 60
    figures = indicators(checked.form.spec)
    answers = dict(checked.form.answers)
    for path in ("applicant.name", "applicant.address", "platform.name"):
        answers[path] = replace(answers[path], value="河北省某某工业互联网综合服务平台建设运营" * 3)
    return draft(
        checked,
        context=Context(view="reviewer"),
        report=replace(checked.report, findings=many),
        form=replace(checked.form, answers=answers),
        medians=Medians("同类 12 份", {each.path: 1_234_567.5 for each in figures}),
    )


@pytest.mark.needs_libreoffice
@pytest.mark.parametrize("made", [usual, crowded])
def test_the_signature_stands_on_the_first_page(
    made: object, checked_faulty: Checked, tmp_path: Path
) -> None:
    assert callable(made)
    path = tmp_path / "审核意见.docx"
    path.write_bytes(write_docx(paper(made(checked_faulty))))
    print_pdf(path, tmp_path / "printed")
    (place,) = places(tmp_path / "printed" / PRINTED, [(_SIGN, ())])
    assert place is not None
    assert place[0] == 1


@pytest.mark.parametrize("made", [usual, crowded])
def test_the_first_page_is_filled_and_not_more(made: object, checked_faulty: Checked) -> None:
    assert callable(made)
    blocks = paper(made(checked_faulty)).blocks
    first = blocks[: next(at for at, each in enumerate(blocks) if isinstance(each, NewPage))]
    assert 0.7 * PAGE < height(first) <= PAGE

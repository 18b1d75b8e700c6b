"""Reports open in what people have, say what was found, and run nothing that a document says."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import docx
import pytest
from openpyxl import load_workbook
from PIL import Image

from extractors.form import Evidence
from extractors.rules import Context
from notices import load
from notices.hebei_2022_719.by_hand import BY_HAND
from tests.ui.altered import BREAKS, HOSTILE
from ui.pictures import Picture
from ui.reports import FORMATS, Draft, paper
from ui.reports.blocks import printable
from ui.reports.content import sheets
from ui.reports.medians import Medians
from ui.reports.since import Earlier, EarlierFinding
from ui.submissions import Checked
from ui.worker import NOTICE, demands

_REVIEWER = Context(view="reviewer")


def draft(checked: Checked, **more: Any) -> Draft:
    given = Draft(
        name=checked.upload.name,
        form=checked.form,
        report=checked.report,
        context=checked.context,
        rules=demands(NOTICE).rules,
        notice=load(NOTICE).title,
    )
    return replace(given, **more)


def in_word(data: bytes) -> str:
    """All text of a Word file, in its order."""
    document = docx.Document(io.BytesIO(data))
    return "\n".join(
        text for each in document.element.body.iter() if (text := each.text) and each.tag[-2:] == "}t"
    )


class Page(HTMLParser):
    """What a web page is made of."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.text = ""
        self.feed(data.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {(name, value or "") for name, value in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def said(checked: Checked, suffix: str, **more: Any) -> str:
    data = FORMATS[suffix].write(draft(checked, **more))
    return in_word(data) if suffix == ".docx" else Page(data).text


def test_every_finding_and_every_field_is_in_the_workbook(checked_faulty: Checked) -> None:
    book = load_workbook(io.BytesIO(FORMATS[".xlsx"].write(draft(checked_faulty))))
    assert book.sheetnames == ["概要", "读取时注意到", "问题", "未判断的规则", "全部字段"]
    found = [row[-1] for row in book["问题"].iter_rows(min_row=2, values_only=True)]
    assert sorted(map(str, found)) == sorted(BREAKS)
    assert book["全部字段"].max_row == 1 + len(checked_faulty.form.spec.fields)


@pytest.mark.parametrize("suffix", [".docx", ".html"])
def test_a_selfcheck_says_all_that_an_applicant_needs(checked_faulty: Checked, suffix: str) -> None:
    text = said(checked_faulty, suffix).replace("\n", "")
    assert "申报书自查报告" in text
    for finding in checked_faulty.report.findings:
        for part in (finding.rule, finding.message, finding.fix, finding.clause):
            assert printable(part) in text
    for asked in checked_faulty.form.spec.fields:
        assert asked.title in text
    for number in range(1, 13):
        assert f"附件{number}　" in text
    for each in BY_HAND:
        assert (each.what in text) is ("applicant" in each.views)
    for reason in checked_faulty.report.rules_not_run.values():
        assert reason in text


def test_errors_come_before_what_is_only_advice(checked_faulty: Checked) -> None:
    text = said(checked_faulty, ".html")
    order = [
        "结论",
        "先改这些错误",
        "再看这些提醒",
        "附件核对表",
        "要人工核对的事项",
        "没有判断的规则",
        "附录",
    ]
    places = [text.index(each) for each in order]
    assert places == sorted(places)
    rules = sorted(checked_faulty.report.findings, key=lambda each: text.index(f"　{each.rule}"))
    errors = [each.severity == "error" and each.status == "fail" for each in rules]
    assert errors == sorted(errors, reverse=True)


@pytest.mark.parametrize("suffix", [".docx", ".html"])
def test_an_opinion_has_what_a_reviewer_decides_by(checked_faulty: Checked, suffix: str) -> None:
    medians = Medians("同类 12 份", {"platform.indicators.connected_devices": 43210.0})
    text = said(checked_faulty, suffix, context=_REVIEWER, medians=medians).replace("\n", "")
    assert "申报材料审核意见" in text
    for path in ("platform.name", "applicant.name", "platform.category"):
        assert str(checked_faulty.form.value(path)) in text
    assert "同类 12 份" in text
    assert "43,210" in text
    assert "审核人（签字）" in text
    assert "同意推荐该单位申报省级工业互联网平台" in text
    for each in BY_HAND:
        assert (each.what in text) is ("reviewer" in each.views)


def test_an_opinion_quotes_the_filings_own_sentences_with_their_places(checked_faulty: Checked) -> None:
    from ui.reports.reviewer import _sentences

    told = _sentences(draft(checked_faulty, context=_REVIEWER))
    assert len(told) == 5
    for text, where in told:
        assert "行" in where or "段落" in where
        quotes = [one.quote for _, each in checked_faulty.form for one in each.evidence]
        assert any("".join(text.split()) in "".join(quote.split()) for quote in quotes)


def test_the_data_is_what_the_command_line_prints(checked_faulty: Checked) -> None:
    told = json.loads(FORMATS[".json"].write(draft(checked_faulty)))
    assert sorted(each["rule"] for each in told["findings"]) == sorted(BREAKS)
    assert told["verdict"] == "fail"
    assert told["source"]["path"] == "某平台申报书.docx"


def test_a_second_report_tells_what_was_mended_what_is_new_and_what_remains(checked_faulty: Checked) -> None:
    kept, dropped = checked_faulty.report.findings[0], checked_faulty.report.findings[1]
    earlier = Earlier(
        (
            EarlierFinding(kept.rule, kept.fields, kept.message, kept.clause),
            EarlierFinding("REQ001", ("applicant.name",), "“单位名称”没有填写。", "附件1"),
            EarlierFinding("SEAL001", ("cover.applicant",), "封面没有盖章。", "附件1"),
        ),
        frozenset(checked_faulty.report.rules_run) - {dropped.rule},
        (str(checked_faulty.form.value("applicant.name")),),
    )
    text = said(checked_faulty, ".html", earlier=earlier)
    new = len(checked_faulty.report.findings) - 1
    assert f"改好 1 处，新出现 {new} 处，还没有改 1 处，另有 1 处这次没有判断。" in text
    assert "“单位名称”没有填写。" in text
    assert "不能当作已改好" in text
    assert "上次就有" in text
    assert "上次没有判断" in text
    assert "与上次检查相比" not in said(checked_faulty, ".html")


def test_a_page_picture_stands_with_its_finding(checked_faulty: Checked) -> None:
    finding = next(each for each in checked_faulty.report.findings if each.evidence)
    made = io.BytesIO()
    Image.new("RGB", (900, 150), "white").save(made, "PNG")
    pictures = {finding.evidence[0]: Picture(7, made.getvalue(), printed=True)}
    page = Page(FORMATS[".html"].write(draft(checked_faulty, pictures=pictures)))
    assert any(
        name == "src" and value.startswith("data:image/png;base64,") for name, value in page.attributes
    )
    assert "第 7 页（由 LibreOffice 排版" in page.text
    written = FORMATS[".docx"].write(draft(checked_faulty, pictures=pictures))
    assert "第 7 页（由 LibreOffice 排版" in in_word(written)
    with zipfile.ZipFile(io.BytesIO(written)) as parts:
        assert made.getvalue() in [parts.read(name) for name in parts.namelist() if "media" in name]


def test_what_is_missing_is_not_said_to_stand_where_other_attachments_do(checked_faulty: Checked) -> None:
    form = checked_faulty.form
    missing = next(each for each in checked_faulty.report.findings if each.rule == "ATT001")
    others = tuple(Evidence("材料.zip", "文件名", f"附件{each}") for each in (1, 5))
    answers = {**form.answers, "attachments": replace(form["attachments"], evidence=others)}
    finding = replace(missing, fields=("attachments",), evidence=others)
    given = draft(
        checked_faulty,
        form=replace(form, answers=answers),
        report=replace(checked_faulty.report, findings=(finding,)),
    )
    assert "见“附件核对表”" in Page(FORMATS[".html"].write(given)).text


def test_no_cell_is_a_formula_whatever_a_document_says(checked_hostile: Checked) -> None:
    written = FORMATS[".xlsx"].write(draft(checked_hostile))
    book = load_workbook(io.BytesIO(written))
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]
    assert any(HOSTILE in str(cell.value) for cell in cells)
    assert {cell.data_type for cell in cells} == {"s"}
    risky = [cell for cell in cells if str(cell.value).startswith(("=", "+", "-", "@"))]
    assert risky
    assert all(cell.quotePrefix for cell in risky)
    with zipfile.ZipFile(io.BytesIO(written)) as parts:
        pages = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
    assert pages
    assert not any(b"<f>" in page or b"<hyperlink" in page for page in pages)


@pytest.mark.parametrize("view", ["applicant", "reviewer"])
def test_a_word_report_shows_markup_and_fields_as_text(checked_hostile: Checked, view: Any) -> None:
    written = FORMATS[".docx"].write(draft(checked_hostile, context=Context(view=view)))
    assert HOSTILE[:60] in in_word(written)
    with zipfile.ZipFile(io.BytesIO(written)) as parts:
        body = parts.read("word/document.xml")
        relations = parts.read("word/_rels/document.xml.rels")
    assert b"<w:hyperlink" not in body
    assert b"instrText" not in body
    assert b'TargetMode="External"' not in relations


@pytest.mark.parametrize("view", ["applicant", "reviewer"])
def test_a_web_page_runs_and_fetches_nothing_whatever_a_document_says(
    checked_hostile: Checked, view: Any
) -> None:
    data = FORMATS[".html"].write(draft(checked_hostile, context=Context(view=view)))
    page = Page(data)
    assert HOSTILE[:60] in page.text
    assert not page.tags & {"script", "a", "link", "iframe", "object", "form", "base", "img"}
    assert not any(name.startswith("on") or name in {"href", "src"} for name, _ in page.attributes)
    policy = next(value for name, value in page.attributes if "default-src" in value)
    assert "default-src 'none'" in policy
    assert b"url(" not in data
    assert b"@import" not in data


@pytest.mark.parametrize(
    "character", ["\0", "\x0b", "\x1f", "\ufffe", "\uffff", "\ud800", "\u202e", "\u2066"]
)
def test_characters_that_files_cannot_hold_or_that_mislead_are_left_out(character: str) -> None:
    assert printable(f"前{character}后") == "前后"
    assert printable("前\n\t后\U00020000") == "前\n\t后\U00020000"


@pytest.mark.parametrize("suffix", [".docx", ".html"])
def test_a_name_that_no_file_can_hold_does_no_harm(checked_faulty: Checked, suffix: str) -> None:
    assert "申报书.docx" in said(checked_faulty, suffix, name="\x00<b>\ud800\u202e申报书.docx")


def test_every_row_has_a_cell_for_each_column(checked_faulty: Checked) -> None:
    for each in sheets(draft(checked_faulty)):
        assert {len(row) for row in each.rows} <= {len(each.columns)}


@pytest.mark.parametrize("view", ["applicant", "reviewer"])
def test_every_grid_is_whole(checked_faulty: Checked, view: Any) -> None:
    from ui.reports.blocks import Grid

    blocks = paper(draft(checked_faulty, context=Context(view=view))).blocks
    grids = [each for each in blocks if isinstance(each, Grid)]
    assert grids
    for each in grids:
        assert {len(row) for row in each.rows} == {len(each.columns)}

"""What the attachments of a submission say, read from files beside the application."""

from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import docx
import openpyxl
import pytest

from assistant.filing.attachments import wanted_attachment
from assistant.filing.filing import Filing
from assistant.filing.papers import papers_of
from assistant.filing.reply import Place
from assistant.question import normalise
from eval.filings.hand import HANDS
from eval.filings.styles import STYLES
from extractors.check import check
from extractors.document import Document
from extractors.rules import Context
from extractors.submission import extract
from extractors.text import squeeze
from notices.hebei_2022_719.form import SPEC
from notices.hebei_2022_719.rules import PLANNED, RULES
from tests.assistant.filing.opened import talk, truth
from tests.notices.filings import TODAY

REVENUE = "2021年度，公司营业收入为8,765.43万元，净利润为912.10万元。"


def _write(folder: Path) -> None:
    made = STYLES["printed"](truth(31, "区域"), HANDS["careful"], Random(1))  # noqa: S311 - a seed
    (folder / "申报书.docx").write_bytes(made.docx)
    audit = docx.Document()
    for line in ("审计报告", REVENUE, "我们认为，财务报表在所有重大方面公允反映了公司财务状况。"):
        audit.add_paragraph(line)
    audit.save(str(folder / "附件3 审计报告.docx"))
    patents = docx.Document()
    patents.add_paragraph("附件4 专利清单")
    kinds = ["发明专利"] * 3 + ["实用新型"] * 4
    table = patents.add_table(rows=1 + len(kinds), cols=3)
    rows = [
        ("序号", "专利名称", "类型"),
        *((str(n), f"监测方法{n}", kind) for n, kind in enumerate(kinds, 1)),
    ]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    patents.save(str(folder / "附件4 专利清单.docx"))
    devices = openpyxl.Workbook()
    sheet: Any = devices.active
    for number, cells in enumerate((("序号", "设备名称", "数量"), (1, "数控机床", 10), (2, "空压机", 20)), 1):
        for column, cell in enumerate(cells, 1):
            sheet.cell(number, column, cell)
    devices.save(folder / "附件5 工业设备清单.xlsx")


@cache
def opened() -> Filing:
    documents: list[Document] = []
    with TemporaryDirectory() as name:
        _write(Path(name))
        form = extract(Path(name), spec=SPEC, attend=documents.extend)
    report = check(form, rules=RULES, context=Context(today=TODAY), planned=PLANNED)
    return Filing(form, report, papers=papers_of(form, documents))


@pytest.mark.parametrize(
    ("question", "words", "file", "quote"),
    [
        ("审计报告里营业收入是多少", "8,765.43万元", "附件3 审计报告.docx", REVENUE),
        ("专利清单里有几件发明专利", "“发明专利”共 3", "附件4 专利清单.docx", "发明专利"),
        ("专利清单里有哪些专利", "监测方法7", "附件4 专利清单.docx", "实用新型"),
        ("设备清单里一共多少台设备", "共 30", "附件5 工业设备清单.xlsx", "数控机床"),
        ("附件5里写了空压机吗", "空压机", "附件5 工业设备清单.xlsx", "空压机"),
        ("What does the audit report say about revenue?", "8,765.43万元", "附件3 审计报告.docx", REVENUE),
    ],
)
def test_an_attachment_is_quoted_with_its_file_and_place(
    question: str, words: str, file: str, quote: str
) -> None:
    reply = talk(opened()).ask(question)
    assert reply is not None
    assert reply.answered
    assert words in reply.answer
    places = [each for each in reply.citations if isinstance(each, Place)]
    assert {each.file for each in places} == {file}
    assert any(squeeze(quote) in squeeze(each.quote) and each.location for each in places)


@pytest.mark.parametrize("question", ["营业执照上的注册资本是多少", "审计报告里写了分红吗"])
def test_what_no_attachment_says_is_not_answered(question: str) -> None:
    reply = talk(opened()).ask(question)
    assert reply is not None
    assert (reply.answered, reply.citations) == (False, ())


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("审计报告里利润是多少", 3),
        ("附件6里列了几个模型", 6),
        ("app清单里有多少个", 7),
        ("审计报告要近几年的", None),
        ("设备清单是附件几", None),
        ("我们有几项专利", None),
        ("我们的服务合同额一共多少", None),
    ],
)
def test_only_what_asks_for_the_inside_of_an_attachment_is_looked_for_there(
    question: str, number: int | None
) -> None:
    wanted = wanted_attachment(normalise(question), SPEC)
    assert (wanted.number if wanted is not None else None) == number


def test_whether_the_return_adds_up_is_worked_out() -> None:
    reply = talk(opened()).ask("我们的投资回报率算得对吗？")
    assert reply is not None
    form = opened().form
    rate = (
        (form.value("sustainability.revenue_total") - form.value("sustainability.cost_total"))
        / 3
        / (form.value("platform.investment") * 10_000)
    )
    assert f"× 100% = {round(100 * rate, 2):g}%" in reply.answer

"""`shenbao check`: what to mend in a filing, each with its clause and its place."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from extractors.form import Form
from extractors.rules import Finding, Report
from ui.arguments import Parser, add_fast, add_json, add_submission
from ui.judging import add_judging, context_of
from ui.models import add_model, proposer
from ui.printed import place, remarks
from ui.progress import shown_progress
from ui.reading import reading
from ui.tables import Cell, clip, table, wrap
from ui.terminal import columns, painted, say, say_json
from ui.wording import FINDING_LABELS, VERDICTS, finding_label, verdict_sentence

__all__ = ["add_arguments", "run"]

_SHOWN = 80  # columns of a quote: enough to find it


def add_arguments(parser: Parser) -> None:
    add_submission(parser)
    add_json(parser)
    add_fast(parser)
    add_model(parser, "没有读到的栏目请大模型找，原文里确有的才采用")
    add_judging(parser)


def run(options: Namespace) -> int:
    with reading(as_json=options.json) as demands:
        from extractors.check import check
        from extractors.result import checked
        from extractors.submission import extract

        context = context_of(options, demands)
        propose = proposer(options)
        with shown_progress() as progress:
            form = extract(
                options.path, spec=demands.spec, fast=options.fast, progress=progress, propose=propose
            )
        report = check(form, rules=demands.rules, context=context, planned=demands.planned)
        result = checked(form, report) if options.json else {}
    if options.json:
        say_json(result)
    else:
        say("\n".join(_report(form, report)))
    return int(report.verdict == "fail")


def _report(form: Form, report: Report) -> Iterator[str]:
    yield from remarks(form)
    if report.findings:
        rows = [_row(number, each) for number, each in enumerate(report.findings, start=1)]
        yield from table(rows, header=("序号", "程度", "问题"), columns=columns())
        yield ""
    yield from _unjudged(report)
    label = VERDICTS[report.verdict]
    lines = wrap(f"结论：{label.word}。{verdict_sentence(report)}", columns())
    yield from (painted(each, label.colour) for each in lines)


def _row(number: int, finding: Finding) -> tuple[Cell, ...]:
    where = place(finding.evidence, quoted=_SHOWN)
    lines = (
        finding.message,
        f"改法：{finding.fix}",
        f"依据：{finding.clause}：“{clip(finding.clause_quote, _SHOWN)}”",
        f"位置：{where}" if where else "",
        f"规则：{finding.rule}",
    )
    return Cell(str(number)), Cell(*finding_label(finding)), Cell("\n".join(filter(None, lines)))


def _unjudged(report: Report) -> Iterator[str]:
    """What was not judged, so that silence is not taken for a pass."""
    reasons = {
        **{code: f"部分未判断：{reason}" for code, reason in report.rules_partly_run.items()},
        **{
            code: f"按设置最多作为{FINDING_LABELS[to].word}。"
            for code, to in report.rules_adjusted.items()
            if to != "off"
        },
        **report.rules_not_run,
    }
    if reasons:
        rows = [(Cell(code), Cell(reason)) for code, reason in reasons.items()]
        yield from table(rows, header=("规则", "没有判断的原因"), columns=columns())
        yield ""

"""`shenbao check`: what to mend in a filing, each with its clause and its place."""

from __future__ import annotations

import os
from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterator, Mapping
from dataclasses import replace

from extractors.form import Form
from extractors.rules import Adjustment, Context, Finding, Report, Severity, View
from ui.arguments import Parser, add_fast, add_json, add_submission, day
from ui.faults import UsageError
from ui.models import add_model, proposer
from ui.printed import place, remarks
from ui.progress import shown_progress
from ui.reading import reading
from ui.tables import Cell, clip, table, wrap
from ui.terminal import columns, painted, say, say_json
from ui.wording import FINDING_LABELS, VERDICTS, VIEWS, finding_label, verdict_sentence
from ui.worker import Demands

__all__ = ["add_arguments", "run"]

_SHOWN = 80  # columns of a quote: enough to find it


def add_arguments(parser: Parser) -> None:
    add_submission(parser)
    add_json(parser)
    add_fast(parser)
    add_model(parser, "没有读到的栏目请大模型找，原文里确有的才采用")
    named = "，".join(f"{view}（{name}）" for view, name in VIEWS.items())
    parser.add_argument(
        "--as",
        dest="view",
        metavar="身份",
        type=_view,
        default="applicant",
        help=f"以谁的身份看：{named}；默认 applicant。推荐单位要填的内容，申报时只作提示，审核时是错误",
    )
    parser.add_argument(
        "--today",
        metavar="日期",
        type=day,
        default=None,
        help="与时间有关的规则以哪天为准，写成 2022-10-31；默认今天。材料写明填报日期的，以填报日期为准",
    )
    parser.add_argument(
        "--rule",
        dest="adjusted",
        metavar="编号=程度",
        action="append",
        default=[],
        help="关闭一条规则或降低它的程度，可以写多次：NUM002=off（关闭）、SUM001=warning（提醒）、TXT001=info（提示）；"
        "每次都要的，写进环境变量 SHENBAO_RULES，用逗号分开",
    )


def _view(text: str) -> View:
    found = next((view for view in VIEWS if view == text), None)
    if found is None:
        raise ArgumentTypeError(f"“--as”后面应是 {' 或 '.join(VIEWS)}，不能是“{text}”")
    return found


def run(options: Namespace) -> int:
    with reading(as_json=options.json) as demands:
        from extractors.check import check
        from extractors.result import checked
        from extractors.submission import extract

        adjusted = _adjusted(options.adjusted, demands)
        propose = proposer(options)
        with shown_progress() as progress:
            form = extract(
                options.path, spec=demands.spec, fast=options.fast, progress=progress, propose=propose
            )
        context = Context(view=options.view, adjusted=adjusted)
        if options.today is not None:
            context = replace(context, today=options.today)
        report = check(form, rules=demands.rules, context=context, planned=demands.planned)
        result = checked(form, report) if options.json else {}
    if options.json:
        say_json(result)
    else:
        say("\n".join(_report(form, report)))
    return int(report.verdict == "fail")


def _adjusted(written: list[str], demands: Demands) -> Mapping[str, Adjustment]:
    """What the environment and the command line set rules to."""
    from extractors.adjustments import VARIABLE, BadAdjustment, adjustments

    severities: dict[str, Severity] = dict.fromkeys(demands.planned, "error")  # set for batches, no harm here
    severities |= {code: each.severity for code, each in demands.rules.items()}
    try:
        return adjustments((os.environ.get(VARIABLE, ""), *written), severities)
    except BadAdjustment as error:
        raise UsageError(str(error)) from error


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

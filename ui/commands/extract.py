"""`shenbao extract`: every field of a filing, with where it was read."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from extractors.form import Answer, Field, Form
from ui.arguments import Parser, add_fast, add_json, add_submission
from ui.grouping import fields_by_section
from ui.models import add_model, proposer
from ui.printed import place, remarks, states
from ui.progress import shown_progress
from ui.reading import reading
from ui.tables import Cell, clip, table
from ui.terminal import columns, say, say_json
from ui.wording import STATES, value_text

__all__ = ["add_arguments", "run"]

_SHOWN = 100  # columns of a value; a narrative has thousands


def add_arguments(parser: Parser) -> None:
    add_submission(parser)
    add_json(parser)
    add_fast(parser)
    add_model(parser, "没有读到的栏目请大模型找，原文里确有的才采用")


def run(options: Namespace) -> int:
    with reading(as_json=options.json) as demands:
        from extractors.result import extraction
        from extractors.submission import extract

        propose = proposer(options)
        with shown_progress() as progress:
            form = extract(
                options.path, spec=demands.spec, fast=options.fast, progress=progress, propose=propose
            )
        result = extraction(form) if options.json else {}
    if options.json:
        say_json(result)
    else:
        say("\n".join(_report(form)))
    return 0


def _report(form: Form) -> Iterator[str]:
    yield from remarks(form)
    for title, rows in fields_by_section(form).items():
        yield f"【{title}】"
        yield from table(
            [_row(*each) for each in rows],
            header=("栏目", "状态", "内容", "位置"),
            columns=columns(),
        )
        yield ""
    yield f"{states(form)}较长的内容只显示开头，全文见 --json。"


def _row(asked: Field, answer: Answer) -> tuple[Cell, ...]:
    state = STATES[answer.state]
    value = clip(value_text(asked, answer), _SHOWN)
    return Cell(asked.title), Cell(*state), Cell(value), Cell(place(answer.evidence))

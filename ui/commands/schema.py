"""`shenbao schema`: the JSON Schema of what `check --json` and `extract --json` print."""

from __future__ import annotations

import json
from argparse import ArgumentTypeError, Namespace

from ui.arguments import Parser
from ui.terminal import prepare, say
from ui.worker import NOTICE

__all__ = ["add_arguments", "run"]

_KINDS = ("check", "extract")


def add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "kind",
        metavar="命令",
        nargs="?",
        type=_kind,
        default="check",
        help=f"哪个命令的 --json 结果：{' 或 '.join(_KINDS)}；默认 check",
    )


def _kind(text: str) -> str:
    if text not in _KINDS:
        raise ArgumentTypeError(f"“命令”应是 {' 或 '.join(_KINDS)}，不能是“{text}”")
    return text


def run(options: Namespace) -> int:
    from ui.reports.schema import schema

    prepare(as_json=True)  # for programs: in UTF-8 whatever the terminal has
    say(json.dumps(schema(NOTICE, options.kind), ensure_ascii=False, indent=2))
    return 0

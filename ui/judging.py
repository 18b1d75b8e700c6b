"""What a check goes by besides the filing: whose view, which day, which rules a user has set otherwise."""

from __future__ import annotations

import os
from argparse import ArgumentTypeError, Namespace
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ui.arguments import Parser, day
from ui.faults import UsageError

if TYPE_CHECKING:
    from extractors.rules import Adjustment, Context, Severity, View
    from ui.worker import Demands

__all__ = ["add_judging", "adjusted", "context_of"]


_VIEWS: Final[tuple[View, ...]] = ("applicant", "reviewer")


def add_judging(parser: Parser) -> None:
    """`--as`, `--today`, `--rule`."""
    parser.add_argument(
        "--as",
        dest="view",
        metavar="身份",
        type=_view,
        default="applicant",
        help="以谁的身份看：applicant（申报单位），reviewer（审核单位）；默认 applicant。"
        "推荐单位要填的内容，申报时只作提示，审核时是错误",
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
    found = next((view for view in _VIEWS if view == text), None)
    if found is None:
        raise ArgumentTypeError(f"“--as”后面应是 {' 或 '.join(_VIEWS)}，不能是“{text}”")
    return found


def context_of(options: Namespace, demands: Demands) -> Context:
    """What the options say. Raises UsageError."""
    from extractors.rules import Context

    context = Context(view=options.view, adjusted=adjusted(options.adjusted, demands))
    return context if options.today is None else replace(context, today=options.today)


def adjusted(written: Sequence[str], demands: Demands) -> Mapping[str, Adjustment]:
    """What the environment and the command line set rules to. Raises UsageError."""
    from extractors.adjustments import VARIABLE, BadAdjustment, adjustments

    severities: dict[str, Severity] = dict.fromkeys(demands.planned, "error")  # set for batches, no harm here
    severities |= {code: each.severity for code, each in demands.rules.items()}
    try:
        return adjustments((os.environ.get(VARIABLE, ""), *written), severities)
    except BadAdjustment as error:
        raise UsageError(str(error)) from error

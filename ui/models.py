"""The model behind an endpoint, where the command line or the environment names one."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from assistant.model.settings import Settings, SettingsError, settings
from ui.arguments import Parser
from ui.faults import UsageError
from ui.terminal import complain

if TYPE_CHECKING:
    from extractors.document import Document
    from extractors.form import Form
    from extractors.submission import Propose

__all__ = ["add_model", "chosen_model", "proposer"]


def add_model(parser: Parser, does: str) -> None:
    """`does`: what a model is for in this command."""
    parser.add_argument(
        "--endpoint",
        metavar="地址",
        help=f"{does}：OpenAI 兼容服务的地址；默认取 SHENBAO_ENDPOINT，都没有就不用大模型",
    )
    parser.add_argument("--model", metavar="名称", help="大模型的名称；默认取 SHENBAO_MODEL")


def chosen_model(options: Namespace) -> Settings | None:
    """Which model to use, which is told of where a person reads; raises UsageError."""
    try:
        chosen = settings(endpoint=options.endpoint, model=options.model)
    except SettingsError as error:
        raise UsageError(str(error)) from error
    if chosen is not None and not options.json:
        complain(f"使用大模型 {chosen.model}（{chosen.host}）。")
    return chosen


def proposer(options: Namespace) -> Propose | None:
    """What proposes the values that the reader did not find; None without a model. Raises UsageError."""
    chosen = chosen_model(options)
    if chosen is None:
        return None

    def propose(form: Form, document: Document) -> Form:
        from assistant.model.propose import proposed

        return proposed(form, document, settings=chosen)

    return propose

"""The same questions and filings with a language model: `python -m eval --endpoint URL --model NAME`.

Figures with a model inform, and gate nothing: `make eval` never runs this.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable

from assistant.model.settings import Settings, settings

__all__ = ["add_arguments", "lines", "wanted"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("with a model (writes eval/MODEL.md and nothing else)")
    group.add_argument("--endpoint", help="of an OpenAI-compatible server")
    group.add_argument("--model", help="its name there")
    group.add_argument("--questions", type=int, default=60, help="how many of the questions (default 60)")
    group.add_argument(
        "--filings", type=int, default=3, help="filings for extraction by a prompt (default 3)"
    )
    group.add_argument("--context", type=int, default=6000, help="characters a prompt (default 6000)")


def wanted(chosen: argparse.Namespace) -> bool:
    return chosen.endpoint is not None or chosen.model is not None


def lines(chosen: argparse.Namespace, *, tell: Callable[[str], None]) -> list[str]:
    """The report. Raises SettingsError where the model is not named."""
    from eval.models import answers, extraction

    named: Settings | None = settings(endpoint=chosen.endpoint, model=chosen.model)
    assert named is not None, "an endpoint without a model is refused above"
    return [
        f"Model: {named.model}, used by {named.style}, {named.seconds:g} s for an answer.",
        "",
        "## Questions",
        "",
        *answers.lines(named, most=chosen.questions, tell=tell),
        "## Extraction by a plain prompt",
        "",
        "A peer: the text of the filing and the list of fields go in, and what the model makes of them is",
        "scored as what Shenbao reads from the same filings. It gives no places.",
        "",
        *extraction.lines(named, filings=chosen.filings, context=chosen.context, tell=tell),
    ]

"""Whether a configured model answers at all: what the test button of the settings asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from assistant.model.client import ModelFailed, chat_model, within
from assistant.model.settings import Settings
from prompts import render

__all__ = ["reachable"]

_PATIENCE: Final = 15.0  # seconds; a local model may be loaded first
_FEW: Final = 16  # tokens


def reachable(settings: Settings) -> str:
    """What is wrong with it, a sentence for the user; "" where it answered."""
    seconds = min(_PATIENCE, settings.seconds)

    def pieces() -> Iterator[str]:
        model = chat_model(settings, seconds=seconds, tokens=_FEW)
        yield str(model.invoke([("user", render("probe", city="石家庄"))]).text)

    try:
        "".join(within(seconds, pieces))
    except ModelFailed as failure:
        return f"{failure}，请检查地址、模型名称和密钥。"
    return ""

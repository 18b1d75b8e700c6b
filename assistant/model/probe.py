"""Whether a model can call tools: asked once, with one small request, and kept for the next time."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from assistant.home import user_folder
from assistant.model.client import ModelFailed, chat_model, within
from assistant.model.settings import Settings, Style
from prompts import render

__all__ = ["style_of"]

_FILE: Final = "models.json"
_KEPT: Final = 30 * 24 * 3600.0  # seconds: what serves a name may have been replaced
_SHORT: Final = 80  # tokens
_TOOL: Final = {
    "type": "function",
    "function": {
        "name": "lookup",
        "description": "查询一个城市",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
    },
}


def style_of(settings: Settings, *, seconds: float) -> Style:
    """How to use the model. Raises ModelFailed where the endpoint doesn't answer at all."""
    key = sha256(f"{settings.endpoint}\n{settings.model}".encode()).hexdigest()[:16]
    path = user_folder() / _FILE
    known = _read(path)
    found = known.get(key)
    if isinstance(found, dict) and time.time() - float(found.get("at", 0)) < _KEPT:
        return "tools" if found.get("style") == "tools" else "schema"
    style = _asked(settings, seconds)
    _write(path, {**known, key: {"style": style, "at": time.time()}})
    return style


def _asked(settings: Settings, seconds: float) -> Style:
    def pieces() -> Iterator[str]:
        model = chat_model(settings, seconds=seconds, tokens=_SHORT).bind_tools([_TOOL])
        message = model.invoke([("user", render("probe", city="石家庄"))])
        calls = getattr(message, "tool_calls", [])
        yield "tools" if any(each["name"] == "lookup" for each in calls) else "schema"

    try:
        return "tools" if "tools" in within(seconds, pieces) else "schema"
    except ModelFailed as failure:
        if "接受这样的请求" in str(failure) or "没有答完" in str(failure):
            return "schema"  # a server that refuses tools, or a model that loses its way with one
        raise


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):  # not kept yet, or not by us: it is asked again
        return {}
    return found if isinstance(found, dict) else {}


def _write(path: Path, known: dict[str, Any]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(known), encoding="utf-8")
    except OSError:  # a read-only home: it is asked again next time
        return

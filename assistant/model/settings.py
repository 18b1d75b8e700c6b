"""Which model is used, how, and what it may be told: from the environment, or as the caller says."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import urlsplit

__all__ = ["Settings", "SettingsError", "Style", "settings"]

Style = Literal["auto", "tools", "schema"]
_STYLES: Final[Mapping[str, Style]] = {"auto": "auto", "tools": "tools", "schema": "schema"}
_PATIENCE: Final = 30.0  # seconds for a whole answer
_LONGEST_PATIENCE: Final = 600.0
_YES: Final = frozenset({"1", "true", "yes", "on", "是"})
_NO: Final = frozenset({"", "0", "false", "no", "off", "否"})


class SettingsError(ValueError):
    """A setting that can't be used; `str()` of it is the sentence for the user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """A model behind an OpenAI-compatible endpoint."""

    endpoint: str  # "http://127.0.0.1:11434/v1"
    model: str
    api_key: str = ""  # local servers want none
    style: Style = "auto"  # tools: an agent with our functions; schema: material and a JSON schema
    seconds: float = _PATIENCE  # for a whole answer; after that the offline one is given
    share: bool = False  # personal data may leave this machine unmasked
    embedding: str = ""  # name of the endpoint's embedding model, where it has one

    @property
    def host(self) -> str:
        return urlsplit(self.endpoint).netloc


def settings(
    *, endpoint: str | None = None, model: str | None = None, environment: Mapping[str, str] | None = None
) -> Settings | None:
    """The model to use, or None where no endpoint is configured. Raises SettingsError."""
    env = os.environ if environment is None else environment
    url = (endpoint if endpoint is not None else env.get("SHENBAO_ENDPOINT", "")).strip()
    name = (model if model is not None else env.get("SHENBAO_MODEL", "")).strip()
    if not url:
        if model:
            raise SettingsError(
                "给出了 --model 而没有给出服务地址，请加上 --endpoint 或设置 SHENBAO_ENDPOINT。"
            )
        return None
    if not re.fullmatch(r"https?://[^\s/]+.*", url):
        raise SettingsError(
            f"服务地址“{url}”的写法不对，应以 http:// 或 https:// 开头，例如 http://127.0.0.1:11434/v1。"
        )
    if not name:
        raise SettingsError("设了服务地址而没有设模型名称，请加上 --model 或设置 SHENBAO_MODEL。")
    return Settings(
        endpoint=_base(url),
        model=name,
        api_key=env.get("SHENBAO_API_KEY", "").strip(),
        style=_style(env.get("SHENBAO_MODEL_STYLE", "auto")),
        seconds=_seconds(env.get("SHENBAO_TIMEOUT", "")),
        share=_share(env.get("SHENBAO_SHARE_PERSONAL_DATA", "")),
        embedding=env.get("SHENBAO_EMBEDDING_MODEL", "").strip(),
    )


def _base(url: str) -> str:
    """What clients call the base URL; a whole address of the chat function is cut down to it."""
    return re.sub(r"/(?:chat/)?completions$", "", url.rstrip("/"))


def _style(word: str) -> Style:
    found = _STYLES.get(word.strip().lower() or "auto")
    if found is None:
        raise SettingsError(f"SHENBAO_MODEL_STYLE 应是 {'、'.join(_STYLES)} 之一，不能是“{word}”。")
    return found


def _seconds(word: str) -> float:
    if not word.strip():
        return _PATIENCE
    try:
        seconds = float(word)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= _LONGEST_PATIENCE:
        raise SettingsError(f"SHENBAO_TIMEOUT 应是 1 到 {_LONGEST_PATIENCE:g} 之间的秒数，不能是“{word}”。")
    return seconds


def _share(word: str) -> bool:
    if word.strip().lower() in _YES:
        return True
    if word.strip().lower() in _NO:
        return False
    raise SettingsError(f"SHENBAO_SHARE_PERSONAL_DATA 应是 1 或 0，不能是“{word}”。")

"""What a user sets rules to: `NUM002=off, TXT001=info`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from extractors.rules import Adjustment, Severity

__all__ = ["VARIABLE", "BadAdjustment", "adjustments"]

VARIABLE: Final = "SHENBAO_RULES"  # the environment variable of those that hold for every check
_WORDS: Final[Mapping[str, Adjustment]] = {
    "off": "off",
    "关闭": "off",
    "info": "info",
    "提示": "info",
    "warning": "warning",
    "提醒": "warning",
}
_RANK: Final[Mapping[Severity, int]] = {"error": 0, "warning": 1, "info": 2}
_PARTED: Final = re.compile(r"[\s,，;；、]+")


class BadAdjustment(ValueError):
    """What was written is no adjustment; its message is the sentence for the user."""


def adjustments(texts: Iterable[str], severities: Mapping[str, Severity]) -> dict[str, Adjustment]:
    """What `texts` set, by code; the later ones count. A rule can be switched off or down, not up.

    `severities` are those of all rules, by code. Raises BadAdjustment.
    """
    found: dict[str, Adjustment] = {}
    for each in (piece for text in texts for piece in _PARTED.split(text) if piece):
        code, _, word = each.replace("＝", "=").partition("=")
        code, to = code.upper(), _WORDS.get(word.casefold())
        if to is None:
            raise BadAdjustment(f"“{each}”应写成“编号=off”、“编号=info”或“编号=warning”，例如 NUM002=off。")
        if code not in severities:
            raise BadAdjustment(f"没有编号为“{code}”的规则，全部编号见 shenbao rules。")
        if to != "off" and _RANK[to] < _RANK[severities[code]]:
            raise BadAdjustment(f"规则 {code} 只能关闭或降低程度，不能升为“{word}”。")
        found[code] = to
    return found

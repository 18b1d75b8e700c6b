"""What an odd filing is: the file, and what a careful reader would say that it says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Holds", "Maker", "Odd", "OneOf", "said"]


@dataclass(frozen=True, slots=True)
class OneOf:
    """A careful reader may settle for any of these."""

    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Holds:
    """A text of which only parts are beyond doubt: those it must hold, and those it must not."""

    parts: tuple[str, ...]
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Odd:
    docx: bytes
    values: Mapping[str, Any]  # path -> JSON value (texts as written), None, OneOf or Holds
    states: Mapping[str, str] = field(default_factory=dict)  # only where it is beyond doubt
    faultless: bool = False  # no rule may call it an error
    errors: tuple[tuple[str, str], ...] = ()  # (rule, field) of faults planted


Maker = Callable[[], Odd]

_CHINESE = r"[\u2e80-\u9fff\uf900-\ufaff、。，；：！？（）《》“”‘’〔〕【】]"


def said(text: str) -> str:
    """As the interface gives text: width folded, trimmed, no blanks between Chinese characters."""
    lines = (
        re.sub(r"[ \u00a0]+", " ", unicodedata.normalize("NFKC", line)).strip() for line in text.split("\n")
    )
    kept = (re.sub(rf"(?<={_CHINESE}) +(?={_CHINESE})", "", line) for line in lines if line)
    return "\n".join(kept)

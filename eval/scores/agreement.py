"""Whether a value that came out is one that the filing gives."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any

from eval.filings.paths import KINDS

__all__ = ["agrees", "given"]

_SPACE = re.compile(r"\s+")


def given(value: Any) -> bool:
    """Whether it is a value at all: null and an empty list are none, 0 and false are."""
    return value not in (None, [], "")


def agrees(path: str, accepted: Sequence[Any], got: Any) -> bool:
    """Whether `got` is one of `accepted` as the interface compares them: long text white space aside."""
    return any(_same(path, each, got) for each in accepted)


def _same(path: str, expected: Any, got: Any) -> bool:
    if not given(expected) or not given(got):
        return given(expected) == given(got)
    kind = KINDS[path]
    if kind == "longtext":
        return isinstance(got, str) and _SPACE.sub("", expected) == _SPACE.sub("", got)
    if kind in ("int", "decimal"):
        return _is_number(got) and math.isclose(expected, got, rel_tol=1e-9, abs_tol=1e-9)
    if kind == "attachments":  # their titles are the form's own words
        return [_thing(each) for each in expected] == [_thing(each) for each in got]
    return bool(expected == got) and isinstance(expected, bool) == isinstance(got, bool)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _thing(attachment: dict[str, Any]) -> tuple[Any, ...]:
    return attachment["number"], attachment["found"], tuple(attachment["files"])

"""Forms and results as the bytes of a record, and back.

A result is kept in three parts, so that a set of ten thousand is gone through without taking each apart:
`member`, what rules over the set look at; `body`, the text of what was read; `judged`, the findings.
"""

from __future__ import annotations

import io
import json
import pickle
import re
import zlib
from collections.abc import Collection, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from extractors.batch.store import Damaged

if TYPE_CHECKING:
    from extractors.form import Evidence, Form, FormSpec
    from extractors.sets import Member

__all__ = ["line_of", "packed_form", "packed_result", "unpacked_form", "unpacked_json", "unpacked_member"]

_QUOTED = 120  # characters of a quote that rules over a set may show
_JUDGED = ("findings", "rules_run", "rules_not_run", "verdict", "rules_adjusted")
_LEVEL = 1  # of compression: a fifth of the size for a fiftieth of the time of reading
_VALUES = frozenset(
    {"extractors.appearance", "extractors.contents", "extractors.document", "extractors.form"}
)
# What could steer a terminal, or part a line for some readers, is written as JSON's own escapes.
_UNFIT = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def packed_form(form: Form) -> bytes:
    return zlib.compress(pickle.dumps(_parts(form), protocol=pickle.HIGHEST_PROTOCOL), _LEVEL)


def unpacked_form(data: bytes, spec: FormSpec) -> Form:
    """Raises Damaged."""
    try:
        return _form(_Unpickler(io.BytesIO(zlib.decompress(data))).load(), spec)
    except (pickle.UnpicklingError, zlib.error, EOFError, AttributeError, TypeError, KeyError) as error:
        raise Damaged from error


def _parts(form: Form) -> dict[str, Any]:
    """All but the spec, which holds functions."""
    parts = {each.name: getattr(form, each.name) for each in fields(form) if each.name != "spec"}
    return {**parts, "copies": tuple(_parts(copy) for copy in form.copies)}


def _form(parts: Mapping[str, Any], spec: FormSpec) -> Form:
    from extractors.form import Form

    copies = tuple(_form(copy, spec) for copy in parts["copies"])
    return Form(spec=spec, **{**parts, "copies": copies})


class _Unpickler(pickle.Unpickler):
    """Takes the values that a form is made of: a record may have been written by anybody."""

    def find_class(self, module: str, name: str) -> Any:
        if module in _VALUES and name.isidentifier():
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a form")


def packed_result(
    result: Mapping[str, Any], spec: FormSpec, kept: Collection[str]
) -> tuple[bytes, bytes, bytes]:
    """The three parts of what `check --json` prints; `kept` are the fields whose places a member has."""
    from extractors.sets import member_of_result

    member = member_of_result(result, spec, name="")
    told = {
        "values": {path: value for path, value in member.values.items() if value is not None},
        "evidence": {path: [_short(each) for each in member.evidence.get(path, ())] for path in sorted(kept)},
    }
    body = {key: value for key, value in result.items() if key not in _JUDGED}
    judged = {key: value for key, value in result.items() if key in _JUDGED}
    first, second, third = (zlib.compress(line_of(each), _LEVEL) for each in (told, body, judged))
    return first, second, third


def _short(evidence: Evidence) -> dict[str, Any]:
    return evidence._replace(quote=evidence.quote[:_QUOTED]).as_dict()


def unpacked_member(data: bytes, name: str) -> Member:
    """Raises Damaged."""
    from extractors.form import Evidence
    from extractors.sets import Member

    told = unpacked_json(data)
    evidence = {
        path: tuple(
            Evidence(**{**each, "bbox": tuple(each["bbox"]) if each["bbox"] else None}) for each in listed
        )
        for path, listed in told["evidence"].items()
    }
    return Member(name, told["values"], evidence)


def unpacked_json(data: bytes) -> Any:
    """Raises Damaged."""
    try:
        return json.loads(zlib.decompress(data))
    except (zlib.error, ValueError) as error:
        raise Damaged from error


def line_of(value: Mapping[str, Any]) -> bytes:
    """One JSON object on one line, without its end."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _UNFIT.sub(lambda found: f"\\u{ord(found.group()):04x}", text).encode("utf-8")

"""The JSON Schema of what `--json` prints, made from the classes that are printed and the form's model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from importlib import import_module
from typing import Any, Final, Literal, TypeAlias, get_args, get_type_hints

from extractors.errors import ReadError
from extractors.form import Evidence, FormSpec, State
from extractors.rules import Adjustment, Finding, Report
from notices import NOTICES

__all__ = ["KINDS", "Kind", "schema"]

Kind: TypeAlias = Literal["check", "extract"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_REF: Final = "#/$defs/{model}"
_DATE: Final = r"^\d{4}(-\d{2}(-\d{2})?)?$"  # ISO 8601 at the precision written
_TEXT: Final[Mapping[str, Any]] = {"type": "string"}
_DIGEST: Final[Mapping[str, Any]] = {"type": "string", "pattern": "^[0-9a-f]{64}$"}


def schema(notice_id: str, kind: Kind) -> dict[str, Any]:
    """Of what `shenbao check --json` or `extract --json` prints: a result, or an error."""
    package = NOTICES[notice_id]
    form: Any = import_module(f"{package}.form")
    rules: Any = import_module(f"{package}.rules")
    spec: FormSpec = form.SPEC
    result = _extraction(spec)
    if kind == "check":
        result |= _judged([*rules.RULES, *rules.PLANNED])
    defs = _submission(form.Submission, spec) | {
        "Evidence": _object(_members(Evidence)),
        "Finding": _object({**_members(Finding), "evidence": _listed("Evidence")}),
        "Result": _object(result, optional=("rules_adjusted",)),
        "Error": _object({"error": _object({"code": {"enum": sorted(_codes())}, "message": _TEXT})}),
    }
    return {
        "$schema": _DIALECT,
        "title": f"shenbao {kind} --json",
        "description": "一份申报材料的结果；读不成时是 error。",
        "oneOf": [_ref("Result"), _ref("Error")],
        "$defs": defs,
    }


def _extraction(spec: FormSpec) -> dict[str, Any]:
    paths = [each.path for each in spec.fields]
    file = _object(
        {
            "path": _TEXT,
            "kind": {"enum": ["application", "attachment"]},
            "pages": {"type": ["integer", "null"], "minimum": 1},
        }
    )
    return {
        "notice": {"const": spec.notice},
        "source": _object({"path": _TEXT, "sha256": _DIGEST, "files": {"type": "array", "items": file}}),
        "submission": _ref("Submission"),
        "evidence": {
            "type": "object",
            "properties": dict.fromkeys(paths, _listed("Evidence")),
            "additionalProperties": False,
        },
        "states": _object({path: {"enum": list(get_args(State))} for path in paths}),
        "warnings": {"type": "array", "items": _TEXT},
    }


def _judged(codes: Iterable[str]) -> dict[str, Any]:
    known = {"enum": sorted(codes)}
    by_code = partial(_mapping, known)
    return {
        "findings": _listed("Finding"),
        "rules_run": {"type": "array", "items": known, "uniqueItems": True},
        "rules_not_run": by_code(_TEXT),
        "verdict": {"enum": list(_verdicts())},
        "rules_adjusted": by_code({"enum": list(get_args(Adjustment))}),
    }


def _submission(model: Any, spec: FormSpec) -> dict[str, Any]:
    """The definitions of the form's model: every key is printed, fields say what the form calls them."""
    made = model.model_json_schema(mode="serialization", ref_template=_REF)
    defs: dict[str, Any] = made.pop("$defs")
    defs["Submission"] = made
    for each in defs.values():
        each["required"] = list(each["properties"])
        for value in each["properties"].values():
            value.pop("default", None)
    by_path = spec.by_path
    for path, value in _leaves(made, defs, ""):
        field = by_path.get(path)
        if field is None:
            continue
        value["title"] = field.title
        value["description"] = f"{field.clause}{f'，单位：{field.unit}' if field.unit else ''}"
        if field.kind == "date":
            next(each for each in value["anyOf"] if each["type"] == "string")["pattern"] = _DATE
    return defs


def _leaves(
    node: Mapping[str, Any], defs: Mapping[str, Any], prefix: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property that is no part, by its dotted path."""
    for name, value in node["properties"].items():
        part = str(value.get("$ref", "")).rpartition("/")[2]
        if part:
            yield from _leaves(defs[part], defs, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def _members(printed: type) -> dict[str, Any]:
    """What a class is printed as: its members by their types."""
    from pydantic import TypeAdapter

    hints = get_type_hints(printed)
    return {name: TypeAdapter(hint).json_schema() for name, hint in hints.items() if name != "evidence"}


def _codes() -> set[str]:
    """What an error may be called; wrong usage shares them."""
    return {ReadError.code, *(each.code for each in ReadError.__subclasses__())}


def _object(properties: Mapping[str, Any], *, optional: Iterable[str] = ()) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": [each for each in properties if each not in set(optional)],
        "additionalProperties": False,
    }


def _mapping(keys: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "propertyNames": keys, "additionalProperties": values}


def _listed(name: str) -> dict[str, Any]:
    return {"type": "array", "items": _ref(name)}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": _REF.format(model=name)}


def _verdicts() -> tuple[str, ...]:
    """As the report's own property declares them."""
    return get_args(get_type_hints(vars(Report)["verdict"].fget)["return"])

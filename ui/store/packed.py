"""Extraction and report as packed JSON that outlives versions of this program.

Every value is written by the names of its fields, never by position, and read by the types that the classes
declare today: a field that was added since has its default, one that was dropped is passed over. Nothing in
it can run code.
"""

from __future__ import annotations

import dataclasses
import json
import types
import zlib
from collections.abc import Mapping
from functools import cache
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from extractors.form import Form
from extractors.rules import Report
from ui.store.errors import Unusable
from ui.worker import Reading

__all__ = ["pack", "pack_reading", "pack_report", "unpack", "unpack_reading", "unpack_report"]

_FORMAT: Final = 1  # raised only where old data would be read wrongly
_LEVEL: Final = 6
_MOST: Final = 256 * 2**20  # bytes of one unpacked value; a form of a thousand pages has some ten million


def pack_reading(reading: Reading) -> bytes:
    return pack({"format": _FORMAT, "notice": reading.notice, "parts": plain(dict(reading.parts))})


def unpack_reading(data: bytes) -> Reading:
    kept = unpack(data)
    return Reading(kept["notice"], _parts(kept["parts"]))


def pack_report(report: Report) -> bytes:
    return pack({"format": _FORMAT, "report": plain(report)})


def unpack_report(data: bytes) -> Report:
    found: Report = typed(unpack(data)["report"], Report)
    return found


def pack(value: Mapping[str, Any]) -> bytes:
    """Plain JSON, compressed. ASCII, since a lone surrogate has no bytes."""
    return zlib.compress(json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode("ascii"), _LEVEL)


def unpack(data: bytes) -> dict[str, Any]:
    """What `pack` was given. Raises Unusable where a newer version of the program wrote it."""
    opener = zlib.decompressobj()
    text = opener.decompress(data, _MOST)
    if not opener.eof:
        raise Unusable("数据库中的一份记录不完整，请从备份恢复。")
    found: dict[str, Any] = json.loads(text)
    if found.get("format", _FORMAT) > _FORMAT:
        raise Unusable("数据库中的记录由更新版本的程序写入，请升级本程序后再打开。")
    return found


def plain(value: Any) -> Any:
    """Dataclasses and named tuples as objects by field, other collections as lists."""
    if value is None or isinstance(value, str | int | float):
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {each.name: plain(getattr(value, each.name)) for each in dataclasses.fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: plain(each) for name, each in value._asdict().items()}
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(map(plain, value))
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    raise TypeError(f"a {type(value).__name__} has no place in what is stored")


def typed(value: Any, kind: Any) -> Any:
    """What `plain` made of a value of type `kind`, as that type again."""
    if value is None or kind is Any:
        return value
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return typed(value, next(each for each in get_args(kind) if each is not type(None)))
    if origin is tuple:
        return _tuple(value, get_args(kind))
    if origin in (frozenset, set, list):
        return origin(typed(each, get_args(kind)[0]) for each in value)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        of_key, of_value = get_args(kind)
        return {int(key) if of_key is int else key: typed(each, of_value) for key, each in value.items()}
    fields = None if origin is not None else _fields(kind)
    if fields is None:  # str, int, a Literal: itself
        return value
    return kind(**{name: typed(each, fields[name]) for name, each in value.items() if name in fields})


def _tuple(value: Any, kinds: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(typed(each, kinds[0]) for each in value)
    return tuple(typed(each, of) for each, of in zip(value, kinds, strict=True))


@cache
def _fields(kind: Any) -> Mapping[str, Any] | None:
    """The types of a class's fields by name; None for what has none, such as str."""
    if dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        return {each.name: hints[each.name] for each in dataclasses.fields(kind)}
    if isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return get_type_hints(kind)
    return None


@cache
def _of_form() -> Mapping[str, Any]:
    hints = get_type_hints(Form)
    return {
        each.name: hints[each.name]
        for each in dataclasses.fields(Form)
        if each.name not in ("spec", "copies")
    }


def _parts(kept: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of a `Reading`; those that were not known when it was written have a Form's defaults."""
    found = {name: typed(kept[name], kind) for name, kind in _of_form().items() if name in kept}
    return {**found, "copies": tuple(_parts(copy) for copy in kept["copies"])}

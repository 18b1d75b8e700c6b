"""From a pydantic model to what the engine needs: each field of the model says what the form asks there."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict

from extractors.form import AttachmentSpec, Field, FormSpec, Kind, Option, Required, Section

__all__ = ["ALL", "OPTIONAL", "RECOMMENDED", "Ask", "Part", "build", "derive"]

ALL = Required(by="all")
OPTIONAL = Required(by="optional")
RECOMMENDED = Required(by="recommended")


class Ask:
    """What the form asks at one field; stands in the field's `Annotated`. Words are as on `extractors.form.Field`."""

    __slots__ = ("aliases", "label", "required", "words")

    def __init__(self, label: str, *aliases: str, required: Required = ALL, **words: Any) -> None:
        self.label, self.aliases, self.required, self.words = label, aliases, required, words


class Part(BaseModel):
    """A headed part of a form; its fields carry an `Ask` each, or are parts themselves."""

    # Deferred: a check reads the fields' declarations and validates nothing.
    model_config = ConfigDict(extra="forbid", defer_build=True)

    section: ClassVar[str] = ""  # key of the Section its fields stand in


_KINDS: dict[Any, Kind] = {str: "text", int: "int", float: "decimal", bool: "bool"}


def _kind(annotation: Any) -> Kind:
    """The kind of an annotation such as `int | None` or `list[Literal[...]]`."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (UnionType, typing.Union):
        return _kind(next(each for each in arguments if each is not NoneType))
    if origin is Literal:
        return "enum"
    if origin is list:
        return "enums" if typing.get_origin(arguments[0]) is Literal else "names"
    return _KINDS[annotation]


def _words(annotation: Any) -> tuple[str, ...]:
    """The words of the Literal inside an annotation, in its order."""
    if typing.get_origin(annotation) is Literal:
        return tuple(str(word) for word in typing.get_args(annotation))
    return tuple(word for each in typing.get_args(annotation) for word in _words(each))


def _fields(model: type[Part], sections: Mapping[str, Section], prefix: str) -> Iterator[Field]:
    for name, info in model.model_fields.items():
        ask = next((each for each in info.metadata if isinstance(each, Ask)), None)
        if ask is None:
            assert isinstance(info.annotation, type), f"{prefix}{name} asks nothing"
            assert issubclass(info.annotation, Part), f"{prefix}{name} asks nothing"
            yield from _fields(info.annotation, sections, f"{prefix}{name}.")
            continue
        words = dict(ask.words)
        kind: Kind = words.pop("kind", None) or _kind(info.annotation)
        section = sections[words.pop("section", model.section)]
        options: Mapping[str, Option] = words.pop("options", {})
        chosen = (
            ("是", "否") if kind == "bool" else _words(info.annotation) if kind in ("enum", "enums") else ()
        )
        yield Field(
            path=f"{prefix}{name}",
            kind=kind,
            label=ask.label,
            aliases=ask.aliases,
            title=words.pop("title", None) or words.get("number", "") + ask.label,
            section=section.key,
            clause=words.pop("clause", section.clause),
            required=ask.required,
            options=tuple(options.get(word, Option(word, word)) for word in chosen)
            or tuple(options.values()),
            **words,
        )


def derive(
    notice: str,
    model: type[Part],
    *,
    sections: tuple[Section, ...],
    printed: tuple[str, ...],
    attachments: tuple[AttachmentSpec, ...] = (),
    lists: tuple[str, ...] = (),
    unattached: tuple[str, ...] = (),
) -> FormSpec:
    """The spec of `model`: its fields in their order, each with its dotted path."""
    by_key = {each.key: each for each in sections}
    return FormSpec(
        notice=notice,
        fields=tuple(_fields(model, by_key, "")),
        sections=sections,
        printed=printed,
        build=lambda values: build(model, values),
        attachments=attachments,
        lists=lists,
        unattached=unattached,
    )


def build(model: type[Part], values: Mapping[str, Any], prefix: str = "") -> Part:
    """A model from values by dotted path; a path that is missing is null."""
    content: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        path = f"{prefix}{name}"
        if isinstance(info.annotation, type) and issubclass(info.annotation, Part) and path not in values:
            content[name] = build(info.annotation, values, f"{path}.")
        elif values.get(path) is not None:
            content[name] = values[path]
    return model.model_validate(content)

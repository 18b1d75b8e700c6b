"""Findings and fields by the part of the form that they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from extractors.form import Answer, Field, Form, FormSpec, Section, State
from extractors.rules import Finding
from ui.wording import section_title

__all__ = ["WHOLE", "by_section", "fields_by_section", "sections_with_fields"]

WHOLE = "整份材料"  # where a finding names no field


def by_section(spec: FormSpec, findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Section title -> its findings in their order; the section of the most serious finding comes first."""
    titles = {each.key: section_title(each) for each in spec.sections}
    grouped: dict[str, list[Finding]] = {}
    for each in findings:
        title = titles[spec.by_path[each.fields[0]].section] if each.fields else WHOLE
        grouped.setdefault(title, []).append(each)
    return grouped


def sections_with_fields(spec: FormSpec) -> tuple[Section, ...]:
    used = {each.section for each in spec.fields}
    return tuple(each for each in spec.sections if each.key in used)


def fields_by_section(
    form: Form, *, section: str | None = None, states: Iterable[State] = ()
) -> Mapping[str, list[tuple[Field, Answer]]]:
    """Section title -> fields with answers, in printed order: of one section (its key), in some states."""
    wanted = frozenset(states)
    grouped: dict[str, list[tuple[Field, Answer]]] = {}
    for each in sections_with_fields(form.spec):
        rows = [
            (asked, answer)
            for asked, answer in form
            if asked.section == each.key and (not wanted or answer.state in wanted)
        ]
        if rows and section in (None, each.key):
            grouped[section_title(each)] = rows
    return grouped

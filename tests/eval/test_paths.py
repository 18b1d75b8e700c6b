"""The generator's own list of fields is that of the form: written twice, so that one tests the other."""

from __future__ import annotations

from typing import get_args

import pytest

from eval.filings.paths import KINDS, OPTIONS, UNITS, Kind
from extractors import form
from notices.hebei_2022_719.form import SPEC

# The two lists call one kind differently.
CALLED = {"names": "texts"}


def test_both_lists_have_the_same_fields() -> None:
    assert set(KINDS) == set(SPEC.by_path)


def test_both_lists_know_the_same_kinds() -> None:
    assert {CALLED.get(kind, kind) for kind in get_args(form.Kind)} == set(get_args(Kind))


@pytest.mark.parametrize("field", SPEC.fields, ids=lambda field: field.path)
def test_both_lists_say_the_same_of_a_field(field: form.Field) -> None:
    assert KINDS[field.path] == CALLED.get(field.kind, field.kind)
    assert UNITS.get(field.path, "") == field.unit
    if field.kind in ("enum", "enums"):
        assert OPTIONS[field.path] == tuple(each.value for each in field.options)

"""The catalogue: every rule of this notice, by code, and what is planned and not built yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from extractors.rules import Rule, collect
from extractors.sets import SetRule, collect_set_rules
from notices.hebei_2022_719.rules import (
    addressed,
    attachments,
    borne_out,
    completeness,
    consistency,
    contents,
    copies,
    dates,
    drafts,
    foreign,
    formats,
    identity,
    lengths,
    lists,
    numbers,
    selections,
    sets,
    sums,
    totals,
)

__all__ = ["PLANNED", "RULES", "SET_RULES"]

# A rule that claims a field keeps the later ones from objecting to it again: XX in a date's place is TXT002.
RULES: Final[Mapping[str, Rule]] = collect(
    drafts,
    completeness,
    selections,
    numbers,
    sums,
    lengths,
    lists,
    consistency,
    dates,
    identity,
    foreign,
    totals,
    formats,
    contents,
    attachments,
    borne_out,
    copies,
    addressed,
)

SET_RULES: Final[Mapping[str, SetRule]] = collect_set_rules(sets)  # judged where a set is checked as a whole

# Code -> why a check of one filing doesn't run it.
PLANNED: Final[Mapping[str, str]] = dict.fromkeys(SET_RULES, "要与同一批的其他申报材料比较，批量检查时判断。")

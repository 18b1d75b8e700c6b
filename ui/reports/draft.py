"""What a report is written from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any

from extractors.form import Evidence, Form
from extractors.rules import Context, Report, Rule
from notices import NOTICES
from ui.pictures import Context as Around
from ui.pictures import Picture
from ui.reports.medians import Medians
from ui.reports.since import Earlier

if TYPE_CHECKING:
    from notices.hebei_2022_719.by_hand import ByHand
    from notices.notice import Passage

__all__ = ["Draft", "by_hand", "decision"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One filing that was read and judged, with what else its report may show."""

    name: str  # of the file that was read, as its sender called it
    form: Form
    report: Report
    context: Context  # its view tells whose report it is
    rules: Mapping[str, Rule]
    notice: str  # its title
    pictures: Mapping[Evidence, Picture] = field(default_factory=dict)
    around: Mapping[Evidence, Around] = field(default_factory=dict)
    earlier: Earlier | None = None
    medians: Medians | None = None


def by_hand(draft: Draft) -> tuple[ByHand, ...]:
    """What the notice leaves to people, for this view."""
    listed: tuple[ByHand, ...] = _of_notice(draft).BY_HAND
    return tuple(each for each in listed if draft.context.view in each.views)


def decision(draft: Draft) -> Passage:
    """The words that a bureau signs."""
    words: Passage = _of_notice(draft).DECISION
    return words


def _of_notice(draft: Draft) -> Any:
    return import_module(f"{NOTICES[draft.form.spec.notice]}.by_hand")

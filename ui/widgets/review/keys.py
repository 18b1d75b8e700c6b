"""Keys of the reviewers' widgets."""

from __future__ import annotations

from typing import Final

__all__ = ["ReviewKey"]


class ReviewKey:
    """Beside `ui.session.Key`; a widget's value is Streamlit's."""

    PART: Final = "review-part"
    TEXT: Final = "review-text"
    CATEGORIES: Final = "review-categories"
    CITIES: Final = "review-cities"
    STATES: Final = "review-states"
    VERDICTS: Final = "review-verdicts"
    SORT: Final = "review-sort"
    PAGE: Final = "review-page"
    TABLE: Final = "review-table-{round}"
    OPEN: Final = "review-open"
    COMPARE: Final = "review-compare"
    SIDE_BY_SIDE: Final = "vs"  # in the page's address
    BACK: Final = "review-back"
    TABS: Final = "review-tabs"
    ACCEPT: Final = "review-accept-{key}"
    DISMISS: Final = "review-dismiss-{key}"
    REASON: Final = "review-reason-{key}"
    REOPEN: Final = "review-reopen-{key}"
    FIELD: Final = "review-field"
    DECISION: Final = "review-decision"
    FIGURE: Final = "review-figure"
    LOGARITHM: Final = "review-logarithm"
    MARKED: Final = "review-marked"
    SUMMARY: Final = "review-summary-{suffix}"
    REPORT: Final = "review-report-{suffix}"
    SET: Final = "review-set-{round}"

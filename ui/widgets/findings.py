"""What to mend, a card each; a card opens beside the place that it is about."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from extractors.form import FormSpec
from extractors.rules import Finding, Report, Rule
from notices.notice import Passage
from ui.grouping import by_section
from ui.session import Key, session
from ui.widgets.citation import citations
from ui.widgets.evidence import places
from ui.widgets.labelled import labelled
from ui.widgets.spot import Filed, spots
from ui.wording import finding_label

__all__ = ["card", "findings", "unjudged"]


def findings(
    report: Report,
    *,
    spec: FormSpec,
    rules: Mapping[str, Rule],
    filed: Filed,
    new: frozenset[int] = frozenset(),
) -> None:
    """All findings by section of the form, the section of the most serious one first.

    `new`: places in `report.findings` of those that the version before did not have.
    """
    if not report.findings:
        st.text("没有查出问题。没有判断的规则在“未判断”里，请一并看一看。")
    numbers = {id(each): number for number, each in enumerate(report.findings)}
    for title, group in by_section(spec, report.findings).items():
        st.subheader(title, anchor=False)
        for each in group:
            number = numbers[id(each)]
            card(
                each,
                title=_title(rules, each.rule),
                filed=filed,
                key=f"finding-{number}",
                new=number in new,
            )


@st.fragment
def card(finding: Finding, *, title: str, filed: Filed, key: str, new: bool = False) -> None:
    """One finding. `key` tells it from the others on the page."""
    mark = (filed.version.id, key)
    opened = mark in session().opened
    with st.container(border=True, gap="xsmall", key=f"card-{key}"):
        left, right = st.columns([5, 6], gap="medium") if opened else (st.container(gap="xsmall"), None)
        with left:
            _told(finding, title=title, key=key, new=new)
            if finding.evidence:
                label = "收起原处" if opened else "看原处"
                st.button(label, key=Key.SHOW.format(key=key), on_click=_turn, args=(mark,))
        if right is not None:
            with right:
                spots(filed, finding.evidence, key=key)


def _turn(mark: tuple[str, str]) -> None:
    session().opened ^= {mark}


def _told(finding: Finding, *, title: str, key: str, new: bool) -> None:
    word, colour = finding_label(finding)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.badge(word, color=colour)
        if new:
            st.badge("新出现", color="blue")
        st.caption(f"{title} · {finding.rule}", width="stretch")
    st.text(finding.message)
    labelled("改法", finding.fix)
    places(finding.evidence, key=key)
    citations([Passage(finding.clause, finding.clause_quote)], key=key)


def _title(rules: Mapping[str, Rule], code: str) -> str:
    return rules[code].title if code in rules else ""


def unjudged(report: Report, *, rules: Mapping[str, Rule]) -> None:
    """The rules that could not be judged, wholly or in part, each with why."""
    st.text("下面的规则没有判断，不能当作通过。")
    for code, reason in {**report.rules_partly_run, **report.rules_not_run}.items():
        title = f" · {rules[code].title}" if code in rules else ""
        part = "（部分没有判断）" if code in report.rules_partly_run else ""
        with st.container(gap=None, key=f"unjudged-{code}"):
            st.caption(f"{code}{title}{part}")
            st.text(reason)
    if report.rules_adjusted:
        st.caption("管理员关闭或调低的规则：" + "、".join(report.rules_adjusted))

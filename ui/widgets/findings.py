"""What to mend, a card each."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from extractors.form import FormSpec
from extractors.rules import Finding, Report, Rule
from notices.notice import Passage
from ui.grouping import by_section
from ui.widgets.citation import citations
from ui.widgets.evidence import places
from ui.widgets.labelled import labelled
from ui.wording import finding_label

__all__ = ["findings", "unjudged"]


def findings(report: Report, *, spec: FormSpec, rules: Mapping[str, Rule]) -> None:
    """All findings by section of the form, the section of the most serious one first."""
    if not report.findings:
        st.text("没有查出问题。没有判断的规则在“未判断”里，请一并看一看。")
    numbers = {id(each): number for number, each in enumerate(report.findings)}
    for title, group in by_section(spec, report.findings).items():
        st.subheader(title, anchor=False)
        for each in group:
            _card(each, title=rules[each.rule].title, key=f"finding-{numbers[id(each)]}")


def _card(finding: Finding, *, title: str, key: str) -> None:
    word, colour = finding_label(finding)
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.badge(word, color=colour)
            st.caption(f"{title} · {finding.rule}")
        st.text(finding.message)
        labelled("改法", finding.fix)
        places(finding.evidence, key=key)
        citations([Passage(finding.clause, finding.clause_quote)])


def unjudged(report: Report, *, rules: Mapping[str, Rule]) -> None:
    """The rules that could not be judged, wholly or in part, each with why."""
    st.text("下面的规则没有判断，不能当作通过。")
    for code, reason in {**report.rules_partly_run, **report.rules_not_run}.items():
        title = f" · {rules[code].title}" if code in rules else ""
        part = "（部分没有判断）" if code in report.rules_partly_run else ""
        with st.container(gap=None):
            st.caption(f"{code}{title}{part}")
            st.text(reason)

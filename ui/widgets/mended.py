"""What became of the findings since the version before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import streamlit as st

from extractors.rules import Report, Rule
from ui.reports.since import Changes
from ui.wording import Colour

__all__ = ["mended", "mended_sentence"]


def mended_sentence(found: Changes, *, before: int) -> str:
    """`before`: the number of the version before."""
    counted = {"改好": len(found.mended), "新出现": len(found.new), "还在": len(found.remaining)}
    told = "，".join(f"{word} {count} 处" for word, count in counted.items())
    unjudged = f"，{len(found.unjudged)} 处这次未能判断" if found.unjudged else ""
    return f"与第 {before} 版相比：{told}{unjudged}。"


def mended(found: Changes, report: Report, *, rules: Mapping[str, Rule]) -> None:
    now = list(enumerate(report.findings))
    _group("新出现", "red", ((each.rule, each.message) for at, each in now if at in found.new), rules)
    _group("还在", "orange", ((each.rule, each.message) for at, each in now if at in found.remaining), rules)
    _group("这次未能判断", "violet", ((each.rule, each.message) for each in found.unjudged), rules)
    _group("已改好", "green", ((each.rule, each.message) for each in found.mended), rules)


def _group(word: str, colour: Colour, told: Iterable[tuple[str, str]], rules: Mapping[str, Rule]) -> None:
    group = list(told)
    if not group:
        return
    with st.container(border=True, gap="small", key=f"mended-{colour}"):
        st.badge(f"{word} {len(group)}", color=colour)
        for code, message in group:
            title = f"{rules[code].title} · " if code in rules else ""
            with st.container(gap=None):
                st.caption(f"{title}{code}")
                st.text(message)

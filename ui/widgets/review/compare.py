"""Filings side by side: the same field on one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import streamlit as st

from extractors.form import Form
from ui.grouping import fields_by_section
from ui.store import Desk
from ui.wording import STATES, VERDICTS, value_text

__all__ = ["MOST", "compare"]

MOST: Final = 4
_SHOWN: Final = 120  # characters of an answer


def compare(desk: Desk, ids: Sequence[str]) -> None:
    """What the filings answer, section by section; lines on which all agree can be left out."""
    import pandas as pd

    listed = [desk.submissions.get(each).listed for each in ids]
    forms = [desk.contents.form(each) for each in ids]
    names = _apart([each.platform or each.name for each in listed])
    st.title("并排比较", anchor=False)
    verdicts = ["检查结果", *(VERDICTS[each.reviewer_view.verdict].word for each in listed)]
    counts = [
        "错误 / 待确认 / 提醒",
        *(" / ".join(map(str, each.reviewer_view[1:2] + each.reviewer_view[3:] + each.reviewer_view[2:3]))
          for each in listed),
    ]  # fmt: skip
    differing = st.toggle("只看不同的", value=False)
    rows = [verdicts, counts, *_rows(forms)]
    if differing:
        rows = [each for each in rows if len(set(each[1:])) > 1]
    st.dataframe(
        pd.DataFrame(rows, columns=["项", *names]),
        hide_index=True,
        height=560,
        column_config={"项": st.column_config.TextColumn(width=260, pinned=True)},
    )


def _rows(forms: Sequence[Form]) -> Iterator[list[str]]:
    others = forms[1:]
    for section, group in fields_by_section(forms[0]).items():
        for field, answer in group:
            said = [(answer, field), *((form[field.path], field) for form in others)]
            texts = [value_text(asked, each) or f"（{STATES[each.state].word}）" for each, asked in said]
            yield [f"{section} · {field.title}", *(_clipped(each) for each in texts)]


def _clipped(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def _apart(names: Sequence[str]) -> list[str]:
    """Names that are told from each other: a table has one column of a name."""
    return [name if names.count(name) == 1 else f"{name}（{at}）" for at, name in enumerate(names, start=1)]

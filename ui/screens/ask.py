"""问答: ask the notice, and see the words that answer."""

from __future__ import annotations

from typing import Final

import streamlit as st

from assistant.answer import EmptyQuestion, ask
from notices import load
from ui.session import Key, Session, Turn, session
from ui.widgets.answer import turn
from ui.worker import NOTICE

SUGGESTIONS: Final = (
    "什么时候截止？",
    "每个市可以推荐几个平台？",
    "企业简介最多多少字？",
    "区域平台必须填写哪些指标？",
    "申报书的字体和行距有什么要求？",
    "材料怎么装订？",
)


def screen() -> None:
    present = session()
    st.title("问通知", anchor=False)
    st.caption(f"只依据《{load(NOTICE).title}》作答，每个回答都附原文。不联网，不用大模型也能用。")
    _suggestions(present)
    for each in present.turns:
        turn(each)
    asked = st.chat_input("写下想问的，例如：申报材料寄到哪里？", key=Key.QUESTION)
    if asked:
        _answer(present, asked)
        turn(present.turns[-1])
    if present.turns:
        st.button("清空对话", key=Key.FORGET, on_click=present.turns.clear, type="tertiary")


def _suggestions(present: Session) -> None:
    """All of them to begin with; put away once there is a talk."""
    box = st.expander("可以这样问", expanded=not present.turns, icon=":material/lightbulb:")
    with box, st.container(horizontal=True):
        for number, question in enumerate(SUGGESTIONS):
            key = Key.SUGGESTION.format(number=number)
            st.button(question, key=key, on_click=_answer, args=(present, question))


def _answer(present: Session, question: str) -> None:
    try:
        present.turns.append(Turn(question, ask(question, notice=load(NOTICE))))
    except EmptyQuestion as error:
        present.turns.append(Turn(question, str(error)))


screen()

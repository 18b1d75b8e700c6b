"""问答: ask the notice, or the filings that one may see, and see the words that answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from assistant.desk import Desk as Talk
from assistant.model.settings import Settings, SettingsError
from notices import load
from ui.quoting import plain
from ui.said import Said
from ui.session import Key, Param, Session, attempt, desk, session, view_of
from ui.store import Desk, NotThere
from ui.suggesting import suggestions
from ui.talking import answer, begin_afresh, keeps, model, sit_down, take_up
from ui.widgets.answer import asked, turn
from ui.widgets.clauses import into_view, whole
from ui.widgets.listing import told_time
from ui.widgets.refusal import refusal
from ui.worker import NOTICE

_MOST: Final = 200  # filings to choose from, the ones that changed last
_TITLE: Final = 24  # characters of a talk's title


def screen() -> None:
    store, present = desk(), session()
    _come_back(store, present)
    chosen = _model(store)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _head(store, present, chosen)
        talk = sit_down(store, present, view=view_of(store.actor), chosen=chosen)
        for number, each in enumerate(present.turns):
            turn(each, key=f"turn-{number}", cite=_cite)
        place = st.container()
        _suggestions(present, talk)
    with right:
        _beside(present)
    question = st.chat_input("写下想问的，例如：申报材料寄到哪里？", key=Key.QUESTION) or present.asked
    present.asked = ""
    if question:
        with place:
            _answer_here(store, present, question, chosen)


def _come_back(store: Desk, present: Session) -> None:
    """Where the address or this session left off; else a new talk, about the filing that was looked at."""
    named = st.query_params.get(Param.TALK, "")
    if named and named != present.talk_id:
        try:
            take_up(store, present, named)
        except NotThere:
            begin_afresh(present)
    elif not present.turns and not present.about and present.submission:
        begin_afresh(present, (present.submission,))
    _address(present)


def _address(present: Session) -> None:
    if present.talk_id:
        st.query_params[Param.TALK] = present.talk_id
    else:
        st.query_params.pop(Param.TALK, None)


def _model(store: Desk) -> Settings | None:
    try:
        return model(store)
    except SettingsError as error:
        st.warning(f"大模型没有启用：{error}")
        return None


def _head(store: Desk, present: Session, chosen: Settings | None) -> None:
    st.title("问通知，问申报书", anchor=False)
    st.caption(_told(chosen))
    with st.container(horizontal=True, vertical_alignment="bottom", key="about"):
        if store.actor.role != "admin":
            _in_talk(store, present)
        st.button("新对话", key=Key.FORGET, on_click=_afresh, args=(present, present.about))
        _past(store, present)
    refusal()
    if not keeps(present.about):
        st.caption("就几份材料一起提问的对话不保存，关闭页面就没有了。")


def _told(chosen: Settings | None) -> str:
    source = f"依据《{load(NOTICE).title}》和选中的申报书作答，每个回答都附原文。"
    if chosen is None:
        return f"{source}不联网，不用大模型也能用。"
    personal = "按设置一并发送" if chosen.share else "发送前已遮盖"
    used = f"使用大模型 {chosen.model}（{chosen.host}），电话、姓名、代码和邮箱{personal}"
    return f"{source}{used}；模型的话逐句核对后才显示。"


def _in_talk(store: Desk, present: Session) -> None:
    """The filings that questions are about. Others are another talk."""
    rows = store.submissions.list(size=_MOST).rows
    if not rows:
        return
    named = {each.id: each.platform or each.name for each in rows}
    key = Key.TALK.format(about="-".join(present.about))  # a talk that was taken up has its own choice
    st.multiselect(
        "就哪份材料提问（不选则只问通知）",
        list(named),
        default=[each for each in present.about if each in named],
        format_func=lambda each: named.get(each, ""),
        placeholder="只问通知",
        key=key,
        on_change=lambda: _afresh(present, st.session_state[key]),
    )


def _afresh(present: Session, about: Sequence[str]) -> None:
    begin_afresh(present, about)
    present.submission = present.submission if about else ""
    _address(present)


def _past(store: Desk, present: Session) -> None:
    with st.popover("以前的对话"):
        talks = store.talks.list()
        if not talks:
            st.caption("还没有。")
        for each in talks[:20]:
            with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
                st.button(
                    f"{plain(each.title[:_TITLE])} · {told_time(each.changed)}",
                    key=Key.PAST.format(id=each.id),
                    type="tertiary",
                    on_click=attempt,
                    args=(take_up, store, present, each.id),
                    disabled=each.id == present.talk_id,
                    width="stretch",
                )
                key = Key.UNTALK.format(id=each.id)
                st.button(
                    "删除",
                    key=key,
                    type="tertiary",
                    on_click=attempt,
                    args=(_delete, store, present, each.id),
                )


def _delete(store: Desk, present: Session, talk_id: str) -> None:
    store.talks.delete(talk_id)
    if talk_id == present.talk_id:
        _afresh(present, present.about)


def _suggestions(present: Session, talk: Talk) -> None:
    """What can be asked next, by what is in talk and what was asked."""
    done = {each.question for each in present.turns}
    offered = [each for each in suggestions(talk, present.turns) if each not in done]
    st.caption("可以这样问" if not present.turns else "还可以问")
    with st.container(horizontal=True, key="suggestions", gap="xsmall"):
        for number, question in enumerate(offered):
            key = Key.SUGGESTION.format(number=number)
            st.button(question, key=key, on_click=_ask, args=(present, question))


def _ask(present: Session, question: str) -> None:
    present.asked = question


def _answer_here(store: Desk, present: Session, question: str, chosen: Settings | None) -> None:
    """Answer below the talk, a model's sentences as they are checked; then show the page with it."""
    asked(question)
    said: list[str] = []
    with st.chat_message("assistant"):
        place = st.empty()
        note = st.empty()

        def first(reply: Said) -> None:
            place.text(reply.answer)
            note.caption(f"大模型 {chosen.model if chosen else ''} 正在作答，先看不用大模型的回答……")

        def tell(sentence: str) -> None:
            said.append(sentence)
            place.text("\n".join(said))

        answer(store, present, question, first=first, tell=tell)
    _address(present)
    st.rerun()


def _cite(clause: str, quote: str) -> None:
    session().cited = (clause, quote)


def _beside(present: Session) -> None:
    """The whole notice; style.css keeps it in view, and puts it away where there is no room."""
    clause, quote = present.cited
    with st.container(key="beside"):
        st.html(whole(load(NOTICE).text, cited=clause, quote=quote))
    if clause:
        st.html(into_view(clause, quote, beside=True), unsafe_allow_javascript=True)


screen()

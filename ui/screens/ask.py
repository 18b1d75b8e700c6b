"""问答: ask the notice, or the filings that were checked, and see the words that answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from assistant.answer import EmptyQuestion
from assistant.desk import AnyReply, Desk
from assistant.filing.filing import Filing
from assistant.filing.talk import Talk
from assistant.model.settings import Settings, SettingsError, settings
from notices import load
from ui.session import Key, Session, Turn, session
from ui.submissions import Checked
from ui.widgets.answer import turn
from ui.worker import NOTICE, demands

SUGGESTIONS: Final = (
    "什么时候截止？",
    "每个市可以推荐几个平台？",
    "企业简介最多多少字？",
    "区域平台必须填写哪些指标？",
    "申报书的字体和行距有什么要求？",
    "材料怎么装订？",
)
OF_FILINGS: Final = ("还缺什么？", "投资回报率对得上吗？", "总结一下这份申报书", "接入设备数量是多少？")


def screen() -> None:
    present = session()
    st.title("问通知", anchor=False)
    model = _model()
    st.caption(_told(model))
    _sit_down(present, _in_talk(present), model)
    _suggestions(present)
    for each in present.turns:
        turn(each)
    asked = st.chat_input("写下想问的，例如：申报材料寄到哪里？", key=Key.QUESTION)
    if asked:
        _answer_here(present, asked)
    if present.turns:
        st.button("清空对话", key=Key.FORGET, on_click=_forget, args=(present,), type="tertiary")


def _model() -> Settings | None:
    try:
        return settings()
    except SettingsError as error:
        st.warning(f"大模型没有启用：{error}", icon=":material/warning:")
        return None


def _told(model: Settings | None) -> str:
    source = f"依据《{load(NOTICE).title}》和选中的申报书作答，每个回答都附原文。"
    if model is None:
        return f"{source}不联网，不用大模型也能用。"
    personal = "按设置一并发送" if model.share else "发送前已遮盖"
    used = f"使用大模型 {model.model}（{model.host}），电话、姓名、代码和邮箱{personal}"
    return f"{source}{used}；模型的话逐句核对后才显示。"


def _in_talk(present: Session) -> list[Checked]:
    """The filings that questions are about; none is chosen until somebody does."""
    checked = {key: each for key, each in present.outcomes.items() if isinstance(each, Checked)}
    if not checked:
        return []
    chosen = st.multiselect(
        "就哪些申报书提问（不选则只问通知）",
        list(checked),
        default=list(checked)[-1:],
        format_func=lambda key: checked[key].upload.name,
        key=Key.TALK,
        persist_state="session",
    )
    return [checked[each] for each in chosen if each in checked]


def _sit_down(present: Session, checked: Sequence[Checked], model: Settings | None) -> None:
    """Have a desk with these filings; one that has them already goes on with its talk."""
    desk = present.desk or Desk(load(NOTICE))
    reports = [each.report for each in checked]
    if [each.report for each in (desk.talk.filings if desk.talk is not None else ())] != reports:
        alone = len(checked) == 1
        filings = [Filing(each.form, each.report, "" if alone else each.upload.name) for each in checked]
        desk.talk = Talk(filings, desk.notice, demands(NOTICE).rules) if filings else None
    desk.assistant = None
    if model is not None:
        from assistant.index.embedding import choose
        from assistant.model.respond import Assistant

        filings = list(desk.talk.filings) if desk.talk is not None else []
        embedding = choose(model) if filings else None
        desk.assistant = Assistant(model, desk.notice, filings, offline=desk.aside, embedding=embedding)
    present.desk = desk


def _suggestions(present: Session) -> None:
    """All of them to begin with; put away once there is a talk."""
    assert present.desk is not None, "the desk is set before questions are"
    of_filings = OF_FILINGS if present.desk.talk is not None else ()
    box = st.expander("可以这样问", expanded=not present.turns, icon=":material/lightbulb:")
    with box, st.container(horizontal=True):
        for number, question in enumerate((*SUGGESTIONS, *of_filings)):
            key = Key.SUGGESTION.format(number=number)
            st.button(question, key=key, on_click=_answer, args=(present, question))


def _answer_here(present: Session, question: str) -> None:
    """Answer below the talk, a model's sentences as they are checked."""
    place = st.empty()
    said: list[str] = []

    def tell(sentence: str) -> None:
        said.append(sentence)
        place.text("\n".join(said))

    _answer(present, question, tell=tell)
    place.empty()
    turn(present.turns[-1])


def _nobody(_: str) -> None:
    """A button's answer is shown when the page is."""


def _answer(present: Session, question: str, *, tell: Callable[[str], None] = _nobody) -> None:
    assert present.desk is not None, "the desk is set before questions are"
    try:
        reply: AnyReply | str = present.desk.ask(question, tell=tell)
    except EmptyQuestion as error:
        reply = str(error)
    present.turns.append(Turn(question, reply))


def _forget(present: Session) -> None:
    present.turns.clear()
    present.desk = None


screen()

"""自查: put an application in, see what to mend and everything that was read."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from extractors.rules import Context, View
from notices import load
from ui.reports import Draft
from ui.session import Key, Session, session
from ui.submissions import Checked, Outcome, check_again, check_upload
from ui.widgets.downloads import downloads
from ui.widgets.fields import fields
from ui.widgets.findings import findings, unjudged
from ui.widgets.uploads import samples, uploader
from ui.widgets.verdict import headline, refusal, remarks, verdict
from ui.wording import VIEWS
from ui.worker import NOTICE, demands


def screen() -> None:
    present = session()
    st.title("申报书自查", anchor=False)
    st.caption(f"对照《{load(NOTICE).title}》核对。文件只在运行本程序的机器上读取，不会发往别处。")
    uploader(present)
    samples(present)
    context = _options()
    _work_off(present, context)
    if present.outcomes:
        _show(_up_to_date(present, _chosen(present), context))


def _options() -> Context:
    with st.popover("选项", icon=":material/tune:"):
        view: View = st.segmented_control(
            "以谁的身份核对",
            list(VIEWS),
            default="applicant",
            required=True,
            format_func=VIEWS.__getitem__,
            key=Key.VIEW,
            persist_state="session",
        )
        today = st.date_input(
            "核对日期（申报书写了填报日期的，以填报日期为准）",
            value="today",
            format="YYYY-MM-DD",
            key=Key.TODAY,
            persist_state="session",
        )
    return Context(view=view, today=today)


def _work_off(present: Session, context: Context) -> None:
    """Read what waits, one after the other; a rerun that cuts in leaves the rest waiting."""
    place = st.empty()
    for upload in tuple(present.pending.values()):
        with place.status("正在读取和核对……", expanded=True) as status:
            st.text(upload.name)
            bar = st.empty()
            outcome = check_upload(
                upload, notice_id=NOTICE, context=context, tell=status.write, progress=_bar(bar)
            )
        present.keep(outcome)
        st.session_state[Key.CHOSEN] = upload.key
    place.empty()


def _bar(place: DeltaGenerator) -> Callable[[str, int, int], None]:
    """A bar for what takes several steps, once they are told of."""

    def show(what: str, done: int, total: int) -> None:
        if total > 1:
            place.progress(min(done / total, 1.0), f"{what} {done}/{total}")

    return show


def _chosen(present: Session) -> Outcome:
    outcomes = present.outcomes
    if len(outcomes) == 1:
        return next(iter(outcomes.values()))
    key = st.selectbox(
        f"已放入 {len(outcomes)} 份，现在看",
        reversed(outcomes),
        format_func=lambda each: headline(outcomes[each]),
        key=Key.CHOSEN,
        persist_state="session",
    )
    return outcomes[key]


def _up_to_date(present: Session, outcome: Outcome, context: Context) -> Outcome:
    """The outcome by the present options."""
    if isinstance(outcome, Checked) and outcome.context != context:
        with st.spinner("按新的选项重新核对……"):
            outcome = check_again(outcome, context=context)
        present.keep(outcome)
    return outcome


def _show(outcome: Outcome) -> None:
    if isinstance(outcome, Checked):
        verdict(outcome)
        remarks(outcome.form)
        _details(outcome)
    else:
        refusal(outcome)
    st.button(
        "移除这份文件",
        key=Key.REMOVE,
        on_click=session().drop,
        args=(outcome.upload.key,),
        icon=":material/delete:",
        type="tertiary",
    )


def _details(checked: Checked) -> None:
    """Four views of one result; only the one that is looked at is made."""
    form, report, rules = checked.form, checked.report, demands(NOTICE).rules
    skipped = len({**report.rules_not_run, **report.rules_partly_run})
    views: dict[str, Callable[[], None]] = {
        f"问题 {len(report.findings)}": lambda: findings(report, spec=form.spec, rules=rules),
        f"字段 {len(form.spec.fields)}": lambda: fields(form, report.findings),
        f"未判断 {skipped}": lambda: unjudged(report, rules=rules),
        "下载报告": lambda: downloads(_draft(checked)),
    }
    for tab, show in zip(st.tabs(list(views), key=Key.TABS, on_change="rerun"), views.values(), strict=True):
        if tab.open:
            with tab:
                show()


def _draft(checked: Checked) -> Draft:
    return Draft(
        name=checked.upload.name,
        form=checked.form,
        report=checked.report,
        context=checked.context,
        rules=demands(NOTICE).rules,
        notice=load(NOTICE).title,
    )


screen()

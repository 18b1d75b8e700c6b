"""自查: put an application in, see what to mend and everything that was read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Final, NamedTuple

import streamlit as st

from extractors.form import Form
from extractors.rules import Context, View
from notices import load
from ui.house import house
from ui.jobs import TooMany
from ui.reports import Draft
from ui.reports.since import Changes, Earlier, EarlierFinding, changes
from ui.session import Key, Param, attempt, desk, kept, session, view_of
from ui.store import STATES, Desk, Judged, LoginNeeded, NotThere, Submission
from ui.submissions import Upload
from ui.widgets.downloads import downloads
from ui.widgets.fields import fields
from ui.widgets.findings import findings, unjudged
from ui.widgets.listing import listing, told_time
from ui.widgets.mended import mended, mended_sentence
from ui.widgets.refusal import refusal
from ui.widgets.spot import Filed
from ui.widgets.underway import underway
from ui.widgets.uploads import next_version, samples, uploader
from ui.widgets.verdict import remarks, verdict
from ui.wording import VIEWS
from ui.worker import NOTICE, demands

_STEPS: Final = (
    ("放入申报材料", "逐页读出表中 97 项，每一项都能点回原处；扫描件和照片也能读。"),
    ("看要改的地方", "按通知的条款逐条核对，每个问题都附条款原文、原文位置和改法。"),
    ("改好再传一次", "成为新的版本，看到改好了哪些、新出现了哪些；报告可以下载。"),
)


class _Looked(NamedTuple):
    """A submission's latest version, as it is shown."""

    submission: Submission
    form: Form
    judged: Judged
    earlier: Earlier | None  # what the version before was told
    since: Changes | None

    @property
    def filed(self) -> Filed:
        return Filed(self.submission.id, self.submission.latest)


def screen() -> None:
    store, present = desk(), session()
    _arrived(store)
    chosen = st.query_params.get(Param.SUBMISSION, "") or present.submission
    found = _get(store, chosen) if chosen else None
    if found is None:
        _all(store)
        return
    present.submission = found.id
    st.query_params[Param.SUBMISSION] = found.id
    _one(store, found)


def _arrived(store: Desk) -> None:
    """Open what was put in here last, once it is read, if it is alone."""
    present = session()
    done = {each.id: each for each in house().jobs.of(store.actor) if each.state in ("done", "failed")}
    if not present.awaited or present.awaited - done.keys():
        return
    arrived = [done[each] for each in present.awaited]
    present.awaited.clear()
    if len(arrived) == 1 and arrived[0].state == "done":
        _choose(arrived[0].submission or "")


def _get(store: Desk, chosen: str) -> Submission | None:
    try:
        return store.submissions.get(chosen)
    except NotThere:  # deleted, or an address that somebody else sent
        _choose("")
        st.warning("没有这份材料，或者它已被删除。")
        return None


def _choose(submission: str) -> None:
    session().submission = submission
    if submission:
        st.query_params[Param.SUBMISSION] = submission
    else:
        st.query_params.pop(Param.SUBMISSION, None)


def _all(store: Desk) -> None:
    st.title("申报书自查", anchor=False)
    st.caption(f"对照《{load(NOTICE).title}》核对。文件只在运行本程序的机器上读取，不会发往别处。")
    refusal()
    uploader(_take)
    underway()
    if not store.submissions.list(size=1).total:
        _introduced()
    listing(_choose)


def _introduced() -> None:
    """For who comes here for the first time."""
    with st.container(key="introduced"):  # style.css
        for number, (what, how) in enumerate(_STEPS, start=1):
            with st.container(border=True, gap="xxsmall"):
                st.markdown(f"**{number}　{what}**")
                st.caption(how)
    samples(_take)


def _take(uploads: Sequence[Upload], *, submission: str | None = None) -> None:
    present, jobs = session(), house().jobs
    try:
        for each in uploads:
            present.awaited.add(jobs.put(desk().actor, each, submission=submission))
    except (TooMany, LoginNeeded) as error:
        present.refused = str(error)


def _one(store: Desk, found: Submission) -> None:
    st.button("← 全部材料", key=Key.BACK, on_click=_choose, args=("",), type="tertiary")
    looked = _look(store, found)
    _head(store, looked)
    underway(found.id)
    verdict(looked.form, looked.judged.report)
    if looked.since is not None:
        with st.container(border=True, key="since"):
            st.text(mended_sentence(looked.since, before=found.versions[-2].number))
    for each in found.decisions[-1:]:
        if each.kind == "return" and found.listed.state == "returned":
            st.warning("审核意见：材料已退回，请按下面的理由修改后再提交。")
            st.text(each.reason)
    remarks(looked.form)
    _details(looked)


def _look(store: Desk, found: Submission) -> _Looked:
    """Kept for as long as nobody changes it: to unpack a form takes longer than to show it."""
    view = view_of(store.actor)

    def look() -> _Looked:
        form = store.contents.form(found.id)
        judged = store.contents.report(found.id, view=view)
        earlier = _earlier(store, found, view) if len(found.versions) > 1 else None
        since = changes(earlier, form, judged.report) if earlier is not None else None
        return _Looked(found, form, judged, earlier, since)

    return kept(("looked", found.id, found.listed.changed, found.listed.state, view), look)


def _earlier(store: Desk, found: Submission, view: View) -> Earlier:
    report = store.contents.report(found.id, found.versions[-2].number, view=view).report
    findings = tuple(
        EarlierFinding(each.rule, each.fields, each.message, each.clause) for each in report.findings
    )
    return Earlier(findings, frozenset(report.rules_run), ())


def _head(store: Desk, looked: _Looked) -> None:
    listed = looked.submission.listed
    with st.container(horizontal=True, vertical_alignment="bottom", key="head"):
        with st.container(gap=None, width="stretch", key="named"):
            st.html(f"<h1>{escape(listed.platform or listed.name)}</h1>")
            latest = looked.submission.latest
            told = [listed.applicant, latest.name, f"第 {latest.number} 版", told_time(latest.created)]
            st.text(" · ".join(filter(None, told)))
        with st.popover("上传修改稿"):
            next_version(lambda uploads: _take(uploads, submission=listed.id))
        _more(store, looked.submission)
    refusal()


def _more(store: Desk, found: Submission) -> None:
    with st.popover("更多"):
        if store.actor.role != "applicant":
            st.segmented_control(
                "以谁的身份核对",
                list(VIEWS),
                default="applicant",
                required=True,
                format_func=VIEWS.__getitem__,
                key=Key.VIEW,
                persist_state="session",
            )
        if store.actor.role != "local":
            _handing_in(store, found)
        surely = st.checkbox("确定删除这份材料的全部版本和结果", key=Key.SURELY)
        st.button(
            "删除这份材料",
            key=Key.REMOVE,
            on_click=attempt,
            args=(_remove, store, found),
            disabled=not surely,
        )


def _handing_in(store: Desk, found: Submission) -> None:
    st.text(f"状态：{STATES[found.listed.state]}")
    if found.listed.state in ("draft", "returned"):
        st.button(
            "提交给审核单位", key=Key.HAND_IN, on_click=attempt, args=(store.submissions.hand_in, found.id)
        )
    elif found.listed.state == "submitted":
        st.button("撤回", key=Key.TAKE_BACK, on_click=attempt, args=(store.submissions.take_back, found.id))


def _remove(store: Desk, found: Submission) -> None:
    house().jobs.forget(store.actor, found.id)
    store.submissions.delete(found.id)
    house().shelf.forget(found.versions)
    _choose("")


def _details(looked: _Looked) -> None:
    """Views of one result; only the one that is looked at is made."""
    form, report, rules = looked.form, looked.judged.report, demands(NOTICE).rules
    house().shelf.prepare(
        desk(), *looked.filed, [place for each in report.findings for place in each.evidence[:1]]
    )
    skipped = len({**report.rules_not_run, **report.rules_partly_run})
    views: dict[str, Callable[[], None]] = {
        f"问题 {len(report.findings)}": lambda: findings(
            report,
            spec=form.spec,
            rules=rules,
            filed=looked.filed,
            new=looked.since.new if looked.since is not None else frozenset(),
        ),
        f"字段 {len(form.spec.fields)}": lambda: fields(form, report.findings, filed=looked.filed),
        f"未判断 {skipped}": lambda: unjudged(report, rules=rules),
    }
    if (since := looked.since) is not None:
        views["与上一版比较"] = lambda: mended(since, report, rules=rules)
    views["下载报告"] = lambda: downloads(_draft(looked), filed=looked.filed)
    for tab, show in zip(st.tabs(list(views), key=Key.TABS, on_change="rerun"), views.values(), strict=True):
        if tab.open:
            with tab:
                show()


def _draft(looked: _Looked) -> Draft:
    judged = looked.judged
    return Draft(
        name=looked.submission.latest.name,
        form=looked.form,
        report=judged.report,
        context=Context(view=judged.view, today=judged.today, adjusted=judged.adjusted),
        rules=demands(NOTICE).rules,
        notice=load(NOTICE).title,
        earlier=looked.earlier,
    )


screen()

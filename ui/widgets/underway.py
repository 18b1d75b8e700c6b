"""Uploads on their way: how far each is, and what became of those that failed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from ui.house import house
from ui.jobs import Job, Step
from ui.session import Key, desk

__all__ = ["underway"]

_EVERY: Final = 1.0  # seconds between two looks
_FILES: Final = 6  # named


def underway(submission: str | None = None) -> None:
    """The user's uploads that are not in the store yet: all, or those of one submission."""
    jobs = _present(submission)
    if any(each.state in ("waiting", "running") for each in jobs):
        st.fragment(_watched, run_every=_EVERY)(submission, tuple(each.id for each in jobs))
    else:
        _told(jobs)


def _present(submission: str | None) -> list[Job]:
    mine = house().jobs.of(desk().actor)
    return [
        each
        for each in mine
        if each.state != "done" and (submission is None or each.submission == submission)
    ]


def _watched(submission: str | None, shown: Sequence[str]) -> None:
    jobs = _present(submission)
    if {each.id for each in jobs} != set(shown) or all(each.state == "failed" for each in jobs):
        st.rerun()
    _told(jobs)


def _told(jobs: Sequence[Job]) -> None:
    for each in jobs:
        with st.container(border=True, gap="xsmall", key=f"job-{each.id}"):
            st.text(each.name)
            if each.state == "failed":
                _failed(each)
            else:
                _steps(each)


def _failed(job: Job) -> None:
    jobs, actor = house().jobs, desk().actor
    st.error(job.sentence)
    with st.container(horizontal=True):
        st.button("再试一次", key=Key.RETRY.format(id=job.id), on_click=jobs.retry, args=(actor, job.id))
        st.button(
            "移除", key=Key.DROP.format(id=job.id), on_click=jobs.drop, args=(actor, job.id), type="tertiary"
        )


def _steps(job: Job) -> None:
    jobs, actor = house().jobs, desk().actor
    if job.state == "waiting":
        ahead = jobs.ahead(job)
        st.caption(f"已收到，正在排队，前面还有 {ahead} 份。" if ahead else "已收到，马上开始读取。")
    else:
        *before, present = job.steps or (Step("打开文件"),)
        st.text(_line(present))
        if present.total > 1:
            st.progress(min(present.done / present.total, 1.0))
        if before:
            st.caption("已完成：" + "、".join(each.what for each in before))
    with st.container(horizontal=True, vertical_alignment="center"):
        if len(job.files) > 1:
            more = f"等 {len(job.files)} 个文件" if len(job.files) > _FILES else ""
            st.text("、".join(job.files[:_FILES]) + more, width="stretch")
        st.button(
            "不读了",
            key=Key.DROP.format(id=job.id),
            on_click=jobs.drop,
            args=(actor, job.id),
            type="tertiary",
        )


def _line(step: Step) -> str:
    return f"{step.what} {step.done}/{step.total}" if step.total > 1 else f"{step.what}……"

"""Who is at work in one browser session, and what that session holds. What must last is in the store.

A screen begins with `desk()`: the store as the user of this session sees it. Every key of Streamlit's session
state and of the page's address is declared here.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar, cast

import streamlit as st

from assistant.desk import Desk as Talk
from extractors.rules import View
from ui.gate import COOKIE
from ui.house import house
from ui.said import Said
from ui.store import Actor, Desk, LoginFailed, LoginNeeded, StoreError
from ui.store.accounts import ABSOLUTE

__all__ = ["Key", "Param", "Session", "Turn", "actor", "attempt", "desk", "kept", "session", "view_of"]

T = TypeVar("T")
_MOST: Final = 12  # values kept


class Key:
    """Keys of widgets; a widget's value is Streamlit's, everything else is in `Session`."""

    SESSION: Final = "session"
    ACCOUNT: Final = "account"
    CHANGE: Final = "change-mine"
    LOGOUT: Final = "logout"
    PROVIDER: Final = "provider"
    UPLOADER: Final = "uploader-{round}"
    NEXT: Final = "next-{round}"
    TOGETHER: Final = "together"
    SAMPLE: Final = "sample-{name}"
    OPEN: Final = "open-{id}"
    LIST_PAGE: Final = "list-page"
    BACK: Final = "back"
    VIEW: Final = "view"
    TABS: Final = "tabs"
    SECTION: Final = "narrow-section"
    STATES: Final = "narrow-states"
    PART: Final = "part-{key}"
    PLACE: Final = "place-{key}"
    WHOLE: Final = "whole-{key}"
    DOWNLOAD: Final = "download-{suffix}"
    REMOVE: Final = "remove"
    SURELY: Final = "surely"
    HAND_IN: Final = "hand-in"
    TAKE_BACK: Final = "take-back"
    RETRY: Final = "retry-{id}"
    DROP: Final = "drop-{id}"
    QUESTION: Final = "question"
    SUGGESTION: Final = "suggestion-{number}"
    FORGET: Final = "forget"
    TALK: Final = "in-talk-{about}"
    PAST: Final = "past-{id}"
    UNTALK: Final = "untalk-{id}"
    CLAUSE: Final = "clause-{key}"
    SHOW: Final = "show-{key}"


class Param:
    """What the page's address says, so that a reload comes back to it."""

    SUBMISSION: Final = "s"
    TALK: Final = "t"
    CLAUSE: Final = "clause"
    QUOTE: Final = "quote"
    REFUSED: Final = "login"


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what was said to it: a reply, or one sentence that it can't be answered."""

    question: str
    reply: Said | str


@dataclass(slots=True)
class Session:
    """What one browser session holds beside its widgets."""

    user: str = ""  # whose session it is: another user begins with an empty one
    round: int = 0  # of the upload areas: a new one is empty
    taken: set[str] = field(default_factory=set)  # ids of the files that were put in
    awaited: set[str] = field(default_factory=set)  # jobs put in here that are not done yet
    refused: str = ""  # why something was not done, until it is told
    submission: str = ""  # the one that is looked at
    opened: set[tuple[str, str]] = field(default_factory=set)  # (version, finding) shown beside their place
    talk: Talk | None = None  # where the talk stands; None: none yet
    talk_id: str = ""  # under which the store keeps it; "": not kept yet
    about: tuple[str, ...] = ()  # the submissions in talk
    seated: tuple[object, ...] = ()  # the filings that the talk has at hand, and by whose view
    state: Mapping[str, Any] = field(default_factory=dict)  # what a talk that was kept is taken up from
    turns: list[Turn] = field(default_factory=list)
    asked: str = ""  # a suggestion that was clicked, until it is answered
    cited: tuple[str, str] = ("", "")  # clause and words that are marked in the notice beside the talk
    values: dict[Any, Any] = field(default_factory=dict)  # see `kept`


def session() -> Session:
    """The present one; a new one where there is none."""
    if Key.SESSION not in st.session_state:
        st.session_state[Key.SESSION] = Session()
    found: Session = st.session_state[Key.SESSION]
    return found


def token() -> str:
    """Of the login that the browser's cookie names."""
    return st.context.cookies.get(COOKIE, "")


def actor() -> Actor | None:
    """Who is at work: the user of the login, or of a machine without accounts; None where one must log in.

    Raises LoginFailed for somebody whom the identity provider vouches for and nobody here knows.
    """
    accounts = house().store.accounts
    if not accounts.exist():
        return accounts.local()
    found = accounts.resume(token())
    if found is not None or not getattr(st.user, "is_logged_in", False):
        return found
    told = cast("dict[str, Any]", st.user.to_dict())
    if time.time() - float(told.get("iat", 0)) > ABSOLUTE.total_seconds():
        return None  # Streamlit's own cookie lasts a month; a login here ends as all others do
    return accounts.by_oidc(
        str(told.get("iss", "")),
        str(told.get("sub", "")),
        email=str(told.get("email", "")),
        verified=told.get("email_verified") is True,
    )


def desk() -> Desk:
    """The store as this session's user sees it. Where the login has ended, the page is shown anew.

    Raises LoginNeeded in callbacks, where that is not possible.
    """
    try:
        found = actor()
    except LoginFailed:
        found = None
    present = session()
    if found is None or found.id != present.user:
        _begin_again()
        raise LoginNeeded("登录已结束，请刷新页面后重新登录。")  # in a callback no page is shown anew
    return house().store.as_(found)


def _begin_again() -> None:
    st.rerun()


def attempt(action: Callable[..., object], *arguments: object) -> None:
    """For callbacks: what the store refuses is told by the page (`ui.widgets.refusal`), not raised."""
    try:
        action(*arguments)
    except StoreError as error:
        session().refused = str(error)


def view_of(actor: Actor) -> View:
    """By whose eyes findings are told: an applicant's own; who reviews may choose."""
    chosen: View = st.session_state.get(Key.VIEW) or "applicant"
    return "applicant" if actor.role == "applicant" else chosen


def kept(key: Any, make: Callable[[], T]) -> T:
    """What `make` gives, made once for a key; the oldest are dropped."""
    values = session().values
    if key not in values:
        values[key] = make()
        while len(values) > _MOST:
            del values[next(iter(values))]
    return cast("T", values[key])

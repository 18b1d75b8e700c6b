"""What one browser session holds. Every key of Streamlit's session state is declared here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import streamlit as st

from assistant.desk import AnyReply, Desk
from ui.submissions import Outcome, Upload

__all__ = ["Key", "Session", "Turn", "session"]

_MOST = 20  # uploads kept: the bytes of each stay in memory


class Key:
    """Keys of widgets; a widget's value is Streamlit's, everything else is in `Session`."""

    SESSION: Final = "session"
    UPLOADER: Final = "uploader-{round}"
    TOGETHER: Final = "together"
    SAMPLE: Final = "sample-{name}"
    CHOSEN: Final = "chosen"
    REMOVE: Final = "remove"
    VIEW: Final = "view"
    TODAY: Final = "today"
    TABS: Final = "tabs"
    SECTION: Final = "narrow-section"
    STATES: Final = "narrow-states"
    DOWNLOAD: Final = "download-{suffix}"
    QUESTION: Final = "question"
    SUGGESTION: Final = "suggestion-{number}"
    FORGET: Final = "forget"
    TALK: Final = "in-talk"


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what was said to it: a reply, or one sentence that it can't be answered."""

    question: str
    reply: AnyReply | str


@dataclass(slots=True)
class Session:
    """The uploads with what became of them, and the talk."""

    pending: dict[str, Upload] = field(default_factory=dict)  # not read yet, also where a rerun cut in
    outcomes: dict[str, Outcome] = field(default_factory=dict)  # by the upload's key, oldest first
    turns: list[Turn] = field(default_factory=list)
    desk: Desk | None = None  # where the talk stands; None: none yet
    round: int = 0  # of the upload area: a new one is empty

    def put_in(self, *uploads: Upload) -> None:
        self.pending.update({each.key: each for each in uploads})

    def keep(self, outcome: Outcome) -> None:
        """What came of an upload, in place of what did before; the oldest over the limit are dropped."""
        self.pending.pop(outcome.upload.key, None)
        self.outcomes[outcome.upload.key] = outcome
        while len(self.outcomes) > _MOST:
            del self.outcomes[next(iter(self.outcomes))]

    def drop(self, key: str) -> None:
        self.outcomes.pop(key, None)


def session() -> Session:
    """The present one; a new one where there is none."""
    if Key.SESSION not in st.session_state:
        st.session_state[Key.SESSION] = Session()
    found: Session = st.session_state[Key.SESSION]
    return found

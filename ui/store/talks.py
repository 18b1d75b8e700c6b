"""Conversations: each user's own, and nobody else's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlmodel import col, func, select

from ui.store.core import EVERYONE, At, Topic, reads, row_of, submission, writes
from ui.store.errors import NotThere
from ui.store.packed import pack, unpack
from ui.store.tables import TalkRow, TurnRow, now
from ui.store.values import Talk, TalkTurn

__all__ = ["Talks"]

_MOST_LISTED: Final = 100
_LONGEST_TITLE: Final = 60


class Talks(Topic):
    """One user's conversations. What is about a submission goes when the submission goes."""

    @writes(EVERYONE)
    def begin(self, at: At, *, title: str = "", submission_id: str | None = None) -> str:
        """A new conversation, about a submission or about the notice alone; gives its id."""
        about = submission(at, submission_id).id if submission_id is not None else None
        row = TalkRow(user_id=at.me.id, submission_id=about, title=title[:_LONGEST_TITLE])
        at.session.add(row)
        return row.id

    @writes(EVERYONE)
    def add(
        self,
        at: At,
        talk_id: str,
        question: str,
        reply: Mapping[str, Any],
        *,
        state: Mapping[str, Any] | None = None,
    ) -> None:
        """A question with its reply, and where the talk stands now; both plain JSON."""
        row = _own(at, talk_id)
        count = at.session.exec(select(func.count()).where(TurnRow.talk_id == row.id)).one()
        at.session.add(TurnRow(talk_id=row.id, number=count + 1, question=question, reply=pack(reply)))
        row.title = row.title or question[:_LONGEST_TITLE]
        row.changed = now()
        if state is not None:
            row.state = dict(state)
        at.session.add(row)

    @reads(EVERYONE)
    def list(self, at: At) -> tuple[Talk, ...]:
        """The latest hundred, newest first, without their turns."""
        rows = at.session.exec(
            select(TalkRow)
            .where(TalkRow.user_id == at.me.id)
            .order_by(col(TalkRow.changed).desc())
            .limit(_MOST_LISTED)
        )
        return tuple(_talk(each) for each in rows)

    @reads(EVERYONE)
    def get(self, at: At, talk_id: str) -> Talk:
        """One conversation with all its turns. Raises NotThere."""
        row = _own(at, talk_id)
        turns = at.session.exec(
            select(TurnRow).where(TurnRow.talk_id == row.id).order_by(col(TurnRow.number))
        )
        return _talk(row, tuple(TalkTurn(each.question, unpack(each.reply), each.at) for each in turns))

    @writes(EVERYONE)
    def delete(self, at: At, talk_id: str) -> None:
        at.session.delete(_own(at, talk_id))


def _own(at: At, talk_id: str) -> TalkRow:
    row = row_of(at, TalkRow, talk_id)
    if row is None or row.user_id != at.me.id:
        raise NotThere("没有这段对话。")
    return row


def _talk(row: TalkRow, turns: tuple[TalkTurn, ...] = ()) -> Talk:
    return Talk(
        id=row.id,
        title=row.title,
        submission=row.submission_id,
        state=row.state,
        created=row.created,
        changed=row.changed,
        turns=turns,
    )

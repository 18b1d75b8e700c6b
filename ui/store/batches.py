"""Batch jobs: what was to be read, how far it is, what failed and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, cast

from sqlmodel import Session, col, func, select

from ui.store.core import REVIEWERS, At, Topic, noted, reads, row_of, submission, writes
from ui.store.errors import NotThere
from ui.store.tables import BatchItemRow, BatchRow, now
from ui.store.values import Batch, BatchItem, ItemState

__all__ = ["Batches"]

_MOST_LISTED: Final = 100
_MOST_ITEMS: Final = 10**6


class Batches(Topic):
    """One operator's batches. The submissions that come of them are listed like any others."""

    @writes(REVIEWERS)
    def begin(
        self, at: At, name: str, entries: Iterable[str], *, options: Mapping[str, Any] | None = None
    ) -> str:
        """A new batch over entries called so, all waiting, numbered from 1; gives its id."""
        row = BatchRow(owner_id=at.me.id, name=name, options=dict(options or {}))
        at.session.add(row)
        at.session.flush()
        for number, entry in enumerate(entries, start=1):
            at.session.add(BatchItemRow(batch_id=row.id, number=number, name=entry, state="waiting"))
        noted(at, "added", "batch", row.id, name)
        return row.id

    @writes(REVIEWERS)
    def set_item(
        self,
        at: At,
        batch_id: str,
        number: int,
        state: ItemState,
        *,
        sentence: str = "",
        submission_id: str | None = None,
    ) -> None:
        """What became of one entry: its sentence where it failed, its submission where it is done."""
        row = _own(at, batch_id)
        item = at.session.get(BatchItemRow, (row.id, number)) if 0 < number < _MOST_ITEMS else None
        if item is None:
            raise NotThere(f"这一批里没有第 {number} 项。")
        item.state, item.sentence = state, sentence
        item.submission_id = submission(at, submission_id).id if submission_id is not None else None
        row.changed = now()
        at.session.add(item)
        at.session.add(row)

    @writes(REVIEWERS)
    def retry(self, at: At, batch_id: str) -> tuple[int, ...]:
        """Let what failed, or was cut off while it ran, wait again; gives the numbers."""
        row = _own(at, batch_id)
        items = at.session.exec(
            select(BatchItemRow).where(
                BatchItemRow.batch_id == row.id, col(BatchItemRow.state).in_(("failed", "running"))
            )
        ).all()
        for each in items:
            each.state, each.sentence = "waiting", ""
            at.session.add(each)
        return tuple(each.number for each in items)

    @reads(REVIEWERS)
    def list(self, at: At) -> tuple[Batch, ...]:
        """The latest hundred, newest first, without their items."""
        rows = at.session.exec(
            select(BatchRow)
            .where(BatchRow.owner_id == at.me.id)
            .order_by(col(BatchRow.created).desc())
            .limit(_MOST_LISTED)
        ).all()
        return tuple(_batch(at.session, each) for each in rows)

    @reads(REVIEWERS)
    def get(self, at: At, batch_id: str) -> Batch:
        """One batch with its items. Raises NotThere."""
        row = _own(at, batch_id)
        items = at.session.exec(
            select(BatchItemRow).where(BatchItemRow.batch_id == row.id).order_by(col(BatchItemRow.number))
        )
        return _batch(at.session, row, tuple(_item(each) for each in items))

    @writes(REVIEWERS)
    def delete(self, at: At, batch_id: str) -> None:
        """Forget the batch; the submissions stay."""
        row = _own(at, batch_id)
        noted(at, "deleted", "batch", row.id, row.name)
        at.session.delete(row)


def _own(at: At, batch_id: str) -> BatchRow:
    row = row_of(at, BatchRow, batch_id)
    if row is None or row.owner_id != at.me.id:
        raise NotThere("没有这一批。")
    return row


def _item(row: BatchItemRow) -> BatchItem:
    return BatchItem(
        number=row.number,
        name=row.name,
        state=cast("ItemState", row.state),
        sentence=row.sentence,
        submission=row.submission_id,
    )


def _batch(session: Session, row: BatchRow, items: tuple[BatchItem, ...] = ()) -> Batch:
    counted = session.exec(
        select(BatchItemRow.state, func.count())
        .where(BatchItemRow.batch_id == row.id)
        .group_by(col(BatchItemRow.state))
    )
    counts: dict[ItemState, int] = dict.fromkeys(("waiting", "running", "done", "failed"), 0)
    counts |= {cast("ItemState", state): count for state, count in counted}
    return Batch(
        id=row.id,
        name=row.name,
        options=row.options,
        counts=counts,
        created=row.created,
        changed=row.changed,
        items=items,
    )

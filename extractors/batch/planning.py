"""Which submissions of a set are to be read, judged anew, or left as they are; the costliest first."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from extractors.batch.entries import Entry
from extractors.batch.orders import Brief, Done, Order
from extractors.batch.store import FORM, PARTS, Damaged, Head, Store
from extractors.batch.versions import Versions

__all__ = ["Keys", "Step", "record", "steps"]


class Keys(NamedTuple):
    """What a record was made with, as digests."""

    reader: str
    judge: str

    @classmethod
    def of(cls, brief: Brief, versions: Versions) -> Keys:
        context = brief.context
        view = [context.view, context.today.isoformat(), sorted(context.adjusted.items())]
        return cls(
            _hashed(brief.notice, versions.readers, brief.fast),
            _hashed(brief.notice, versions.rules, view, sorted(brief.kept)),
        )

    def reading(self, name: str, digest: str) -> str:
        return _hashed(name, digest, self.reader)

    def judging(self, name: str, digest: str) -> str:
        return _hashed(name, digest, self.reader, self.judge)


class Step(NamedTuple):
    """What is to be done about an entry."""

    entry: Entry
    head: Head | None  # its record
    form: bool  # the record has the form as it would be read now
    judged: bool  # ... and what would come of it

    def order(self, number: int, store: Store, scratch: Path) -> Order:
        """Made when it is handed out, so that few forms are held at once."""
        order = Order(
            number,
            self.entry.name,
            self.entry.where,
            look=_remote(self.entry),
            scratch=str(scratch / f"{number}"),
        )
        head = self.head
        if head is None:
            return order
        order = order._replace(tried=not head.lasting)
        if not (self.form or self.judged):
            return order
        try:
            form = store.read(head.name, FORM)[0] if self.form else b""
        except Damaged:
            return order
        sure = bool(head.look) and head.look == self.entry.look.mark
        return order._replace(digest=head.digest, sure=sure, form=form, judged=self.judged)


def steps(
    entries: Sequence[Entry], store: Store, keys: Keys, *, again: bool
) -> Iterator[Step | tuple[Entry, Head]]:
    """A step for each entry that something is to be done about, or the record that stands for it.

    `again`: what could not be read is read once more.
    """
    for entry in entries:
        head = store.head(entry.name)
        if head is None:
            yield Step(entry, None, form=False, judged=False)
            continue
        read = head.lasting and head.reading == keys.reading(head.name, head.digest)
        form = read and FORM in head.parts
        judged = read and (not again if head.code else head.judging == keys.judging(head.name, head.digest))
        if judged and head.look and head.look == entry.look.mark:
            yield entry, head
        else:
            yield Step(entry, head, form=form, judged=judged)


def record(step: Step, done: Done, order: Order, keys: Keys, store: Store) -> tuple[Head, dict[str, bytes]]:
    """What came of a step as a record. Raises Damaged where that which was to stand can't be read."""
    if not done.code and done.parts is None:  # the content is what it was: only its look is new
        assert step.head is not None
        head = step.head._replace(look=done.look)
        return head, {} if head.code else dict(zip(PARTS, store.read(head.name, *PARTS), strict=True))
    head = Head(
        name=order.name,
        # Who read it did not live to tell how it looked.
        look=done.look if done.digest else step.entry.look.trusted,
        digest=done.digest,
        reading=keys.reading(order.name, done.digest),
        judging=keys.judging(order.name, done.digest),
        code=done.code,
        message=done.message,
        lasting=done.lasting,
    )
    if done.parts is None:
        return head, {}
    return head, dict(zip(PARTS, (done.form or order.form, *done.parts), strict=True))


def _remote(entry: Entry) -> str:
    return entry.look.mark if "://" in entry.where else ""


def _hashed(*values: object) -> str:
    return hashlib.sha256(json.dumps(values).encode("ascii")).hexdigest()

"""The originals of a few submissions kept open, and the pictures that were last made of them.

To open one takes a second, to have LibreOffice print a Word file two: whoever goes through the findings of a
filing waits for that once, and mostly not at all, since it begins as soon as the filing is looked at.
"""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from extractors.form import Evidence
from extractors.workers import Crew
from ui.pictures import Context, Originals, Shown
from ui.pictures.originals import Picture
from ui.store import Desk, NotThere, Version

__all__ = ["Shelf"]

_LOG: Final = logging.getLogger(__name__)
_OPEN: Final = 6  # submissions
_BYTES: Final = 64 * 2**20  # of pictures
_AHEAD: Final = 40  # pictures that are made before anybody asks

_Key: TypeAlias = tuple[str, Evidence, bool]  # version, place, whether the whole page is there too


@dataclass(slots=True)
class _Opened:
    """One version's files. One thread at a time looks at them."""

    undo: ExitStack
    originals: Originals
    lock: threading.Lock = field(default_factory=threading.Lock)
    closed: bool = False


class Shelf:
    """For all users and threads of this process. Who asks has been let in by the store before."""

    def __init__(self, crew: Crew) -> None:
        """`crew` opens the files; whoever made it closes it."""
        self._crew = crew
        self._lock = threading.Lock()
        self._opened: OrderedDict[str, _Opened] = OrderedDict()
        self._made: OrderedDict[_Key, Shown] = OrderedDict()
        self._bytes = 0
        self._ahead = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pictures")
        self._asked: set[str] = set()

    def pictures(
        self,
        desk: Desk,
        submission: str,
        version: Version,
        evidence: Sequence[Evidence],
        *,
        whole: bool = False,
    ) -> list[Shown]:
        """The spot of each evidence in the version's own files, or why it is not shown."""
        missing = [each for each in evidence if not self._has((version.id, each, whole))]
        if missing:
            with self._use(desk, submission, version) as originals:
                made = originals.pictures(missing, whole=whole)
            for each, shown in zip(missing, made, strict=True):
                self._keep((version.id, each, whole), shown)
        with self._lock:
            found = [self._made.get((version.id, each, whole)) for each in evidence]
        # Somebody else's pictures may have pushed one out in between.
        return [
            shown if shown is not None else self.pictures(desk, submission, version, [each], whole=whole)[0]
            for each, shown in zip(evidence, found, strict=True)
        ]

    def context(self, desk: Desk, submission: str, version: Version, evidence: Evidence) -> Context | None:
        """The lines around a place of a file without pages."""
        with self._use(desk, submission, version) as originals:
            return originals.contexts([evidence])[0]

    def prepare(self, desk: Desk, submission: str, version: Version, evidence: Sequence[Evidence]) -> None:
        """Make the pictures that are likely to be asked for, in the background, once."""
        with self._lock:
            if version.id in self._asked:
                return
            self._asked.add(version.id)
        wanted = list(dict.fromkeys(evidence))[:_AHEAD]
        self._ahead.submit(self.pictures, desk, submission, version, wanted).add_done_callback(_told)

    def forget(self, versions: Sequence[Version]) -> None:
        """Keep nothing of these any more: they are deleted."""
        gone = {each.id for each in versions}
        with self._lock:
            for key in [each for each in self._made if each[0] in gone]:
                self._bytes -= _size(self._made.pop(key))
            opened = [self._opened.pop(each) for each in gone if each in self._opened]
            self._asked -= gone
        for each in opened:
            _close(each)

    def close(self) -> None:
        self._ahead.shutdown(wait=True, cancel_futures=True)
        with self._lock:
            opened, self._opened = list(self._opened.values()), OrderedDict()
        for each in opened:
            _close(each)

    # --- inside -----------------------------------------------------------------------------------------

    @contextmanager
    def _use(self, desk: Desk, submission: str, version: Version) -> Iterator[Originals]:
        opened = self._take(desk, submission, version)
        try:
            yield opened.originals
        finally:
            opened.lock.release()

    def _take(self, desk: Desk, submission: str, version: Version) -> _Opened:
        """The opened files, locked."""
        while True:
            with self._lock:
                found = self._opened.get(version.id)
                if found is not None:
                    self._opened.move_to_end(version.id)
            if found is None:
                found = self._put_up(desk, submission, version)
            found.lock.acquire()
            if not found.closed:
                return found
            found.lock.release()

    def _put_up(self, desk: Desk, submission: str, version: Version) -> _Opened:
        with ExitStack() as undo:
            folder = undo.enter_context(desk.contents.folder(submission, version.number))
            path = folder / version.files[0].name if len(version.files) == 1 else folder
            originals = undo.enter_context(Originals(path, crew=self._crew))
            made = _Opened(undo.pop_all(), originals)
        with self._lock:
            known = self._opened.setdefault(version.id, made)
            over = [self._opened.popitem(last=False)[1] for _ in range(len(self._opened) - _OPEN)]
        for each in (*over, *([made] if known is not made else [])):
            _close(each)
        return known

    def _has(self, key: _Key) -> bool:
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return True
            return False

    def _keep(self, key: _Key, shown: Shown) -> None:
        with self._lock:
            if key not in self._made:
                self._bytes += _size(shown)
            self._made[key] = shown
            while self._bytes > _BYTES and len(self._made) > 1:
                self._bytes -= _size(self._made.popitem(last=False)[1])


def _close(opened: _Opened) -> None:
    with opened.lock:
        opened.closed = True
        opened.undo.close()


def _size(shown: Shown) -> int:
    return len(shown.crop) + len(shown.page) if isinstance(shown, Picture) else 0


def _told(made: Future[list[Shown]]) -> None:
    error = None if made.cancelled() else made.exception()
    if error is not None and not isinstance(error, NotThere):  # deleted meanwhile
        _LOG.error("pictures", exc_info=error)

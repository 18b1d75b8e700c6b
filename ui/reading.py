"""Reading a file that nobody vouches for in the command line's own process."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager

from extractors.errors import ReadError
from extractors.isolate import limited
from ui.faults import debugging, tell
from ui.worker import NOTICE, Demands, demands

__all__ = ["NOTICE", "reading"]

_OBJECTS_PER_COLLECTION = 200_000


@contextmanager
def reading(*, as_json: bool) -> Iterator[Demands]:
    """What the notice demands, for a block that is held to the limits of `limited`; raises its ReadErrors."""

    def last_words(fault: ReadError) -> None:
        tell(fault, as_json=as_json)

    if not debugging():
        # A rule that breaks is told of among those not run; its traceback is for us.
        logging.getLogger().addHandler(logging.NullHandler())
    # pydantic would look through all installed packages for plugins (5 ms); none is wanted.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    with _seldom_collected():
        wanted = demands(NOTICE)
        with limited(on_hang=last_words):
            yield wanted


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """A short process makes few cycles; looking for them every 700 objects took a fifth of its time."""
    usual = gc.get_threshold()
    gc.set_threshold(_OBJECTS_PER_COLLECTION, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)

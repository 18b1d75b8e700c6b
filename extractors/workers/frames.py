"""What parent and worker say to each other: pickles one after the other, over two streams of bytes."""

from __future__ import annotations

import pickle
from typing import IO, Any, NamedTuple

__all__ = ["Broke", "Ended", "Fault", "OutOfMemory", "Progress", "Started", "Value", "receive", "send"]


class Started(NamedTuple):
    """The request has arrived: the clock runs."""


class Progress(NamedTuple):
    """The task is alive, and so far on."""

    done: int
    total: int


class Value(NamedTuple):
    """What the function gave."""

    value: Any


class Fault(NamedTuple):
    """The ReadError that it raised."""

    error: Any


class OutOfMemory(NamedTuple):
    """It wanted more than it may have."""


class Broke(NamedTuple):
    """It raised what it must not."""

    traceback: str


Ended = Value | Fault | OutOfMemory | Broke


def send(stream: IO[bytes], message: object) -> None:
    pickle.dump(message, stream, protocol=pickle.HIGHEST_PROTOCOL)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """The next message of a worker. Raises EOFError at the end, UnpicklingError for what is no message."""
    return _Unpickler(stream).load()


class _Unpickler(pickle.Unpickler):
    """Takes values of this package alone: a file that took its worker over must get no further."""

    def find_class(self, module: str, name: str) -> Any:
        if module.partition(".")[0] in _TRUSTED:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__.partition(".")[0] in _TRUSTED:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value that a worker gives")


_TRUSTED = frozenset({"extractors"})

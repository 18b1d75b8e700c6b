"""The worker's side: one request after the other, until nobody asks any more."""

from __future__ import annotations

import os
import pickle
import sys
import threading
import traceback
from collections.abc import Callable
from typing import IO

from extractors.errors import Corrupt, ReadError
from extractors.workers.confine import Bounds, confine
from extractors.workers.frames import Broke, Ended, Fault, OutOfMemory, Progress, Started, Value, send

__all__ = ["last_words", "main", "report", "serve", "serve_trusted"]

_LOOK = 0.2  # seconds between two looks at the memory, where the kernel does not


class _Voice:
    """The stream to the parent; a second thread may have last words."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream
        self.lock = threading.Lock()

    def say(self, message: object) -> None:
        with self.lock:
            send(self.stream, message)


_voices: list[_Voice] = []  # of this process, once it serves


def report(done: int, total: int) -> None:
    """Tell the parent that a task is `done` of `total` parts on, which gives it time for the next.

    Outside of a worker it does nothing.
    """
    for voice in _voices:
        voice.say(Progress(done, total))


def last_words(fault: ReadError) -> None:
    """Tell the parent how the task ends, from a thread that is about to end this process."""
    for voice in _voices:
        voice.say(Fault(fault))


def serve(requests: IO[bytes], replies: IO[bytes], bounds: Bounds) -> None:
    """Answer `requests`, each a pickled (function, arguments), with frames on `replies`, within `bounds`."""
    voice = _Voice(replies)
    if sys.platform == "darwin":
        threading.Thread(target=_watch_memory, args=(voice, bounds.memory), daemon=True).start()
    confine(bounds)
    _answer(requests, voice)


def serve_trusted(requests: IO[bytes], replies: IO[bytes], _: Bounds) -> None:
    """The same for a worker that opens no file itself without limits of its own, and may start others."""
    _answer(requests, _Voice(replies))


def _answer(requests: IO[bytes], voice: _Voice) -> None:
    _voices.append(voice)
    while True:
        try:
            function, arguments = pickle.load(requests)  # noqa: S301 - written by the parent
        except EOFError:
            return
        except Exception:  # noqa: BLE001 - a function that can't be imported here is told of
            voice.say(Broke(traceback.format_exc()))
            continue
        voice.say(Started())
        voice.say(_outcome(function, arguments))


def _outcome(function: object, arguments: tuple[object, ...]) -> Ended:
    assert callable(function)
    try:
        return Value(function(*arguments))
    except ReadError as error:
        return Fault(error)
    except MemoryError:
        return OutOfMemory()
    except RecursionError:
        return Fault(Corrupt("文件的结构嵌套过深，可能已损坏，请用原来的软件打开后另存为新文件再提交。"))
    except Exception as error:  # noqa: BLE001 - told to the parent, which tells the user
        caused_by_memory = isinstance(error.__context__, MemoryError)
        return OutOfMemory() if caused_by_memory else Broke(traceback.format_exc())


def _watch_memory(voice: _Voice, most: int) -> None:
    if sys.platform != "win32":
        import resource
        import time

        while resource.getrusage(resource.RUSAGE_SELF).ru_maxrss <= most:
            time.sleep(_LOOK)
        voice.say(OutOfMemory())
        os._exit(3)


def main(bounds: Bounds, serving: Callable[[IO[bytes], IO[bytes], Bounds], None] = serve) -> None:
    """For a worker that was started, not forked: requests on standard input, replies on standard output."""
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(2, 1)  # what a library prints must not mix with the replies
    serving(requests, replies, bounds)

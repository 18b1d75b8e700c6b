"""The process that workers are forked from (Linux, macOS): one thread, light imports, no file ever opened.

It is told over a socket: `s` with a descriptor starts a worker that serves it, `k` with a process id ends
a worker's group, `p` ends it and asks for its peak memory. When the socket closes, because the parent closed
it or died, all workers are ended.
"""

from __future__ import annotations

import gc
import os
import select
import signal
import socket
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import IO, TypeAlias

from extractors.workers.confine import Bounds

__all__ = ["MESSAGE", "REPLY", "Serving", "main"]

Serving: TypeAlias = Callable[[IO[bytes], IO[bytes], Bounds], None]

MESSAGE = struct.Struct("<cI")  # what, and the process id that it is about (0 to start one)
REPLY = struct.Struct("<I")  # the process id of a worker that was started; a peak in MiB
_REMEMBERED = 64  # ended workers whose peaks are still known
# Cheap to have and used by nearly every task; nothing that starts threads (numpy, OpenCV, onnxruntime).
_LIGHT = (
    "extractors.guard",
    "extractors.layout",
    "extractors.page",
    "extractors.readers",
    "extractors.readers.docx",
    "extractors.workers.work",
    "traceback",
)


def main(
    descriptor: int,
    bounds: Bounds,
    *,
    serving: Serving | None = None,
    prepare: Callable[[], None] | None = None,
) -> None:
    """Serve the socket that has this descriptor, until it closes.

    `serving` is what a worker does (default: `work.serve`); `prepare` is called once, before the first
    (default: the light imports).
    """
    control = socket.socket(fileno=descriptor)
    (prepare or _import_light)()
    become = partial(_become_worker, bounds=bounds, serving=serving)
    gc.collect()
    gc.freeze()  # a collection in a worker need not touch, and so copy, these pages
    children: set[int] = set()
    peaks: dict[int, int] = {}
    woken, waker = socket.socketpair()
    for end in (woken, waker):
        end.setblocking(False)  # noqa: FBT003 - its own signature
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(waker.fileno(), warn_on_full_buffer=False)
    try:
        while True:
            ready, _, _ = select.select([control, woken], [], [])
            if woken in ready:
                woken.recv(4096)
                _reap(children, peaks)
            if control in ready and not _obey(control, children, peaks, become, (woken, waker)):
                return
    finally:
        for child in children:
            _kill(child)


def _obey(
    control: socket.socket,
    children: set[int],
    peaks: dict[int, int],
    become: Callable[[int], None],
    close: tuple[socket.socket, ...],
) -> bool:
    """Do what is asked next; False when there will be nothing more."""
    message, descriptors, _, _ = socket.recv_fds(control, MESSAGE.size, 1)
    if len(message) < MESSAGE.size:
        return False
    what, process = MESSAGE.unpack(message)
    if what == b"s":
        child = os.fork()
        if child == 0:
            for end in (control, *close):
                end.close()
            become(descriptors[0])
        os.close(descriptors[0])
        with suppress(OSError):  # the child does the same; whoever comes first
            os.setpgid(child, child)
        children.add(child)
        control.sendall(REPLY.pack(child))
    elif process in children:
        _kill(process)
    if what == b"p":
        _reap(children & {process}, peaks, options=0)
        children.discard(process)
        control.sendall(REPLY.pack(peaks.get(process, 0)))
    return True


def _import_light() -> None:
    for module in _LIGHT:
        import_module(module)


def _become_worker(descriptor: int, *, bounds: Bounds, serving: Serving | None) -> None:
    """Never comes back."""
    from extractors.workers.work import serve

    status = 1
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setpgid(0, 0)
        with os.fdopen(os.dup(descriptor), "rb") as requests, os.fdopen(descriptor, "wb") as replies:
            (serving or serve)(requests, replies, bounds)
        status = 0
    except OSError:  # the parent has gone: nobody is left to tell
        status = 0
    finally:
        os._exit(status)


def _reap(children: set[int], peaks: dict[int, int], *, options: int = os.WNOHANG) -> None:
    """Take note of workers that ended and of their peaks, in MiB, and end what they left behind."""
    for child in tuple(children):
        ended, _, used = os.wait4(child, options)
        if ended:
            children.discard(child)
            peaks[child] = used.ru_maxrss >> (20 if sys.platform == "darwin" else 10)
            _kill(child)
    for child in tuple(peaks)[:-_REMEMBERED]:
        del peaks[child]


def _kill(group: int) -> None:
    """SIGKILL, since LibreOffice's own child outlives anything milder; a group that has gone is no matter."""
    try:
        os.killpg(group, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):  # macOS says the latter of a group of the dead
        return

"""What a worker may not do: go over its memory, fill a disk, reach a network, start other programs."""

from __future__ import annotations

import os
import sys
from typing import NamedTuple

__all__ = ["Bounds", "confine"]

_NETWORK = frozenset(
    {
        "socket.__new__",
        "socket.bind",
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyaddr",
        "socket.gethostbyname",
        "socket.sendto",
        "urllib.Request",
    }
)
_PROGRAMS = {"subprocess.Popen": 0, "os.exec": 0, "os.posix_spawn": 0, "os.system": 0, "os.startfile": 0}
_ALLOWED = frozenset({"soffice", "soffice.bin", "soffice.exe", "soffice.com", "libreoffice"})
_NEW_USERS, _NEW_NETWORK = 0x10000000, 0x40000000  # CLONE_NEWUSER, CLONE_NEWNET: see unshare(2)


class Bounds(NamedTuple):
    """What a worker may have, in bytes."""

    memory: int
    written: int  # of one file that it writes


def confine(bounds: Bounds) -> None:
    """Hold this process and its children to `bounds`, without a network. There is no way back."""
    if sys.platform != "win32":
        _limit(bounds)
    if sys.platform == "linux":
        _leave_network()
    sys.addaudithook(_refuse)


def _limit(bounds: Bounds) -> None:
    """By the kernel. Its data limit counts all private memory on Linux; on macOS `work` looks itself."""
    import resource

    kinds = {resource.RLIMIT_FSIZE: bounds.written, resource.RLIMIT_CORE: 0}
    if sys.platform == "linux":
        kinds[resource.RLIMIT_DATA] = bounds.memory
    for kind, limit in kinds.items():
        _, hard = resource.getrlimit(kind)
        lowest = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(kind, (lowest, lowest))


def _leave_network() -> None:
    """Move into a network namespace without any device, where the kernel lets this user; children follow."""
    import ctypes

    user, group = os.geteuid(), os.getegid()
    unshare = ctypes.CDLL(None, use_errno=True).unshare
    if unshare(_NEW_NETWORK) == 0 or unshare(_NEW_USERS | _NEW_NETWORK) != 0:
        return  # done, or the machine's owner forbids it: the audit hook is what is left
    for name, line in (
        ("setgroups", "deny"),
        ("uid_map", f"{user} {user} 1"),
        ("gid_map", f"{group} {group} 1"),
    ):
        try:
            with open(f"/proc/self/{name}", "w", encoding="ascii") as file:  # noqa: PTH123 - no pathlib here yet
                file.write(line)
        except OSError:
            return  # an unmapped user still owns its files


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in _NETWORK:
        raise PermissionError(f"{event}: a worker has no network")
    if event in _PROGRAMS:
        program = os.fsdecode(str(arguments[0])).replace("\\", "/").rpartition("/")[2].lower()
        if program not in _ALLOWED:
            raise PermissionError(f"{event}: a worker starts LibreOffice and nothing else")

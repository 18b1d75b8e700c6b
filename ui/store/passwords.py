"""Passwords: argon2id, and what makes one too weak."""

from __future__ import annotations

from functools import cache
from threading import Semaphore
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from ui.store.errors import BadValue

if TYPE_CHECKING:
    from argon2 import PasswordHasher

__all__ = ["hashed", "matches", "outdated", "strong"]

_AT_ONCE: Final = Semaphore(4)  # each takes 64 MiB
_SHORTEST, _LONGEST = 10, 256
_FEWEST: Final = 5  # different characters
_COMMON: Final = frozenset(
    {"1234567890", "0123456789", "password123", "password1234", "qwertyuiop", "qwer123456", "abc1234567"}
)


def strong(password: str, *, login: str) -> str:
    """The password, if it will do. Raises BadValue with what is wrong."""
    if len(password) < _SHORTEST:
        raise BadValue(f"密码至少要有 {_SHORTEST} 个字符。")
    if len(password) > _LONGEST:
        raise BadValue(f"密码不能超过 {_LONGEST} 个字符。")
    folded = password.casefold()
    if len(set(folded)) < _FEWEST or folded in _COMMON or (len(login) > 2 and login.casefold() in folded):
        raise BadValue("这个密码太容易猜到，请换一个，不要包含登录名。")
    return password


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher()  # argon2id with the parameters of RFC 9106 for servers of little memory


def hashed(password: str) -> str:
    return _hasher().hash(_typed(password))


def _typed(password: str) -> bytes:
    """The same however an input method puts its letters together."""
    return normalize("NFKC", password).encode("utf-8", "surrogatepass")


@cache
def _nobodys() -> str:
    return hashed("an account that is not there takes as long as one that is")


def matches(kept: str, password: str) -> bool:
    """Tell whether it is the password; it takes as long where there is none (`kept` is "")."""
    from argon2.exceptions import VerificationError

    with _AT_ONCE:
        try:
            _hasher().verify(kept or _nobodys(), _typed(password))
        except VerificationError:
            return False
    return bool(kept)


def outdated(kept: str) -> bool:
    """Tell whether it was hashed with weaker parameters than today's."""
    return _hasher().check_needs_rehash(kept)

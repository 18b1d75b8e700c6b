"""What the store refuses. `str()` of each is one plain Chinese sentence for the user.

StoreError
  + NotAllowed       this role may not do that
  + NotThere         no such thing, or none that this user may see: the two are never told apart
  + BadValue         a value that can't be kept: it does not fit its field, the name is taken
  + LoginNeeded      accounts are set up, so nobody works here without one
  + LoginFailed      wrong name or password, an account that is disabled, an unknown e-mail
  + TooManyTries     logins are slowed down; wait
  + BadArchive       a backup that can't be restored
  + Unusable         the database or the files can't be reached, or are from a newer version
"""

from __future__ import annotations

__all__ = [
    "BadArchive",
    "BadValue",
    "LoginFailed",
    "LoginNeeded",
    "NotAllowed",
    "NotThere",
    "StoreError",
    "TooManyTries",
    "Unusable",
]


class StoreError(Exception):
    """Nothing was changed; the sentence says why and what to do."""


class NotAllowed(StoreError):
    """Nothing that this role may do."""


class NotThere(StoreError):
    """No such thing, or none that this user may see."""


class BadValue(StoreError):
    """A value that can't be kept."""


class LoginNeeded(StoreError):
    """Accounts are set up: nobody works without one."""


class LoginFailed(StoreError):
    """No login by these words."""


class TooManyTries(StoreError):
    """Too many logins failed in a short time."""


class BadArchive(StoreError):
    """A backup that can't be restored."""


class Unusable(StoreError):
    """The database or the files can't be used."""

"""What can go wrong with a user's file.

ReadError                 the input gave no form; `code` is the one of INTERFACE
  + NotFound              nothing at that path
  + Empty                 a file of no bytes, a folder of no files
  + Unsupported           a format that is not read
  + Encrypted             protected by a password
  + Corrupt               damaged, or not what its bytes claim
  + TooLarge              a limit was hit while it was read
  + TimedOut              reading took longer than the limit
  + NotAnApplication      readable, but no filled form of the notice

Each message is one plain Chinese sentence: what, where, what to do. Broken promises inside our own code
are `assert`s, not these.
"""

from __future__ import annotations

from typing import ClassVar

__all__ = [
    "Corrupt",
    "Empty",
    "Encrypted",
    "NotAnApplication",
    "NotFound",
    "ReadError",
    "TimedOut",
    "TooLarge",
    "Unsupported",
]


class ReadError(Exception):
    """The input can't be read as a submission; `str()` of it is the sentence for the user."""

    code: ClassVar[str] = "internal"


class NotFound(ReadError):
    """Nothing is there."""

    code = "not_found"


class Empty(ReadError):
    """There is something, and nothing in it."""

    code = "empty"


class Unsupported(ReadError):
    """A kind of file that no reader takes."""

    code = "unsupported"


class Encrypted(ReadError):
    """The file wants a password."""

    code = "encrypted"


class Corrupt(ReadError):
    """The file is damaged or contradicts itself."""

    code = "corrupt"


class TooLarge(ReadError):
    """The file, or what it unpacks to, is over a limit."""

    code = "too_large"


class TimedOut(ReadError):
    """Reading it took too long."""

    code = "timeout"


class NotAnApplication(ReadError):
    """A readable file that is no filled form."""

    code = "not_an_application"

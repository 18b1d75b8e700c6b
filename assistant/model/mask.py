"""Personal data kept on this machine: phones, names, codes and e-mails become marks before a text is sent.

One `Mask` serves one answer: the same value is the same mark in all that is sent, and what comes back is
turned into the values again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from assistant.filing.filing import Filing

__all__ = ["Mask", "names_in"]

_PATTERNS: Final = (
    ("邮箱", r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
    ("代码", r"(?<![A-Za-z0-9])[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}(?![A-Za-z0-9])"),
    ("证件号", r"(?<![A-Za-z0-9])[1-9][0-9]{16}[0-9Xx](?![A-Za-z0-9])"),
    ("代码", r"(?<![A-Za-z0-9])[0-9A-Z]{8}-[0-9X](?![A-Za-z0-9])"),
    ("电话", r"(?<![0-9])(?:\+?86[- ]?)?1[3-9][0-9](?:[- ]?[0-9]{4}){2}(?![0-9])"),
    ("电话", r"(?<![0-9])0[0-9]{2,3}[-—– ]?[0-9]{7,8}(?:-[0-9]{1,5})?(?![0-9])"),
)
_MARK: Final = re.compile(r"[\[【]\s*(电话|邮箱|代码|证件号|姓名)\s*(\d+)\s*[\]】]")
# Fields of the form that hold personal data, told by their kind or by the group of a contact.
_PERSONAL: Final = (
    "contact.name",
    "contact.phone",
    "contact.mobile",
    "contact.fax",
    "contact.email",
    "organization_code",
)
_SHORTEST: Final = 5  # characters of a value that is looked for as it is: a shorter one is part of others
_NAME: Final = re.compile(r"[一-鿿·]{2,6}")


class Mask:
    """Marks for values. `on=False` leaves everything as it is."""

    def __init__(self, names: Iterable[str] = (), *, values: Iterable[str] = (), on: bool = True) -> None:
        self._on = on
        self._values: dict[str, str] = {}  # mark -> value
        self._marks: dict[str, str] = {}  # value -> mark
        self._names = sorted({each for each in names if each}, key=len, reverse=True)
        self._known = sorted({each for each in values if len(each) >= _SHORTEST}, key=len, reverse=True)

    def hide(self, text: str) -> str:
        if not self._on:
            return text
        for value in self._known:
            text = text.replace(value, self._mark(_sort(value), value)) if value in text else text
        for sort, pattern in _PATTERNS:
            text = re.sub(pattern, lambda found, sort=sort: self._mark(sort, found.group()), text)  # type: ignore[misc]
        for name in self._names:
            text = text.replace(name, self._mark("姓名", name)) if name in text else text
        return text

    def show(self, text: str) -> str:
        """The text with values for marks; a mark that was never given stays, and `leftover` tells of it."""
        return _MARK.sub(
            lambda found: self._values.get(f"[{found.group(1)}{found.group(2)}]", found.group()), text
        )

    def leftover(self, text: str) -> bool:
        """Whether `text`, as shown, still has a mark in it: the model made one up."""
        return self._on and _MARK.search(text) is not None

    def _mark(self, sort: str, value: str) -> str:
        if value not in self._marks:
            number = sum(mark.startswith(f"[{sort}") for mark in self._values) + 1
            mark = f"[{sort}{number}]"
            self._marks[value], self._values[mark] = mark, value
        return self._marks[value]


def _sort(value: str) -> str:
    """What a value of a contact or a code is, by its look."""
    found = (sort for sort, pattern in _PATTERNS if re.search(pattern, value))
    return next(found, "电话" if re.fullmatch(r"[\d\s()+-]+", value) else "代码")


def names_in(filings: Iterable[Filing]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of people in filings, and what else of them is personal: values and as they are written."""
    found = list(_personal(filings))
    names = tuple(value for path, value in found if path.endswith("contact.name") and _NAME.fullmatch(value))
    others = tuple(value for path, value in found if not path.endswith("contact.name"))
    return names, others


def _personal(filings: Iterable[Filing]) -> Iterator[tuple[str, str]]:
    for filing in filings:
        for field, answer in filing.form:
            if field.path.endswith(_PERSONAL) and answer.state == "filled":
                yield field.path, str(answer.value)
                yield field.path, answer.raw.strip()

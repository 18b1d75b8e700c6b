"""What a question may go on from: the last thing that was asked about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from assistant.question import Language

__all__ = ["Conversation", "goes_on", "is_short"]

_GOES_ON = re.compile(
    r"^(?:那|它|其(?!他|它)|这(?!份|次|个通知|个文件|项工作)|还有|以及|另外|前者|后者|换成|如果是|要是|and "
    r"|what about|how about|or |then |also )|呢[?？。 ]*$|^(?:为什么|为啥|why|单位|几个|多少|哪里|什么时候)|"
    r"^(?:一共|总共|合计|加起来)(?:有|是|能报|能推|可以报)?(?:几|多少)[个项家份]?[?？]*$"
)


_SHORT = 6  # Chinese characters; a Latin word is as long as two


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """All strings, so that a session can be stored as JSON: `Conversation.of(json)` of `as_dict()`."""

    plain: str = ""  # the last question by itself: what it left out, put in
    words: str = ""  # of the last question, in the words that questions are matched by
    topic: str = ""  # the point, list or rule that was asked about
    category: str = ""  # the last platform category named
    field: str = ""  # path of the last field of the form
    attachment: str = ""  # number of the last supporting document
    aspect: str = ""  # what of the field was asked: "limit", "unit", "required" …
    language: Language = "zh"

    def as_dict(self) -> dict[str, str]:
        return asdict(self)

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Conversation:
        """From what `as_dict` gave; keys that are not known, as of a later version, are passed over."""
        known = {
            key: str(value) for key, value in stored.items() if key in cls.__slots__ and key != "language"
        }
        return cls(**known, language="en" if stored.get("language") == "en" else "zh")


def is_short(question: str) -> bool:
    """Whether so little is said that it hardly stands alone."""
    characters = len(re.findall(r"[\u3400-\u9fff]", question))
    return characters + 2 * len(re.findall("[A-Za-z0-9]+", question)) <= _SHORT


def goes_on(question: str) -> bool:
    """Whether a question, normalised, reads as one that goes on from another."""
    return bool(_GOES_ON.search(question))

"""Words quoted from a text: where they stand in it, and how Markdown is kept off them."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Split", "around", "plain"]

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


class Split(NamedTuple):
    """A text in three: what stands before the quoted words, they themselves, and what stands after."""

    before: str
    quoted: str
    after: str


def around(text: str, quote: str) -> Split | None:
    """Where `quote` stands first in `text`, white space aside; None where it doesn't."""
    characters = [re.escape(each) for each in quote if not each.isspace()]
    found = re.search(r"\s*".join(characters), text) if characters else None
    return Split(text[: found.start()], found.group(), text[found.end() :]) if found else None


def plain(text: str) -> str:
    """`text` as Markdown that shows just it, a line a line.

    For text of our own and of the notice. Streamlit makes links of addresses even where they are escaped, so
    what a document says is shown by `st.text` and never by this.
    """
    return _PUNCTUATION.sub(r"\\\1", text).replace("\n", "  \n")

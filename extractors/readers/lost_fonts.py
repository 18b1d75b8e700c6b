"""Boxes and ticks that lost their symbol font on the way: what a form means by them.

Programs that print substitute fonts they do not have and keep the characters: of Wingdings 2 that leaves
private-use characters, or plain £ and R, of Wingdings ¨ and þ.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["MAYBE", "OF_FORMS", "with_boxes"]

# Wingdings 2's ticks: in Wingdings these are an astrological sign or the sun, which no form prints.
OF_FORMS = {
    "\uf04f": "✗", "\uf050": "✓", "\uf051": "☒", "\uf052": "☑", "\uf053": "☒", "\uf054": "☒",
}  # fmt: skip
_WINGDINGS_2 = {"£": "□", "R": "☑", "S": "☒", "T": "☒", "P": "✓"}
_WINGDINGS = {"¨": "□", "o": "□", "q": "□", "þ": "☑", "ý": "☒", "x": "☒", "n": "■", "ü": "✓", "û": "✗"}
MAYBE = frozenset("£¨þýüû")  # which are hardly ever letters before a Chinese character
_HAN = "\u2e80"  # Chinese characters and marks are from here on


def with_boxes(characters: Sequence[str]) -> list[str]:
    """The characters in the order they are drawn, boxes as boxes.

    £ is an empty box where it stands before a Chinese character; on such a page R before one is a ticked box.
    Likewise ¨, þ and ý, and with them o.
    """
    texts = [OF_FORMS.get(each, each) for each in characters]
    following = [*texts, ""][1:]
    sure = {text for text, after in zip(texts, following, strict=True) if text in MAYBE and after > _HAN}
    letters = (_WINGDINGS_2 if "£" in sure else {}) | (_WINGDINGS if sure - {"£"} else {})
    if not letters:
        return texts
    before = ["", *texts][:-1]
    return [
        letters[text]
        if text in letters and not (last.isascii() and last.isalnum()) and (after > _HAN or after.isdigit())
        else text
        for last, text, after in zip(before, texts, following, strict=True)
    ]

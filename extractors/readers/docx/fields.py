r"""Fields: what Word computes and shows. The code is not text, the result is; some have only a code.

EQ        `EQ \o\ac(□,√)` lays characters over one another (带圈字符): how many offices tick a box
SYMBOL    `SYMBOL 254 \f "Wingdings"` is one character of a symbol font
MACROBUTTON  `MACROBUTTON Tick □` shows what stands behind the macro's name
FORM…     the old form fields keep their state beside the code, in `w:ffData`
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from lxml import etree

from extractors.document import BLANK_GLYPH, TICKED_GLYPH, UNREADABLE_GLYPH
from extractors.readers.docx.names import VAL, W, is_on
from extractors.readers.docx.symbols import glyph

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Field", "Phase", "form_field", "overlaid", "shown_by_code"]

_BOXES = frozenset("□☐▢◻◽⬜❏❐❑❒○◯〇")
_TICKS = frozenset("√✓✔☑🗸\u2228\u03bd")  # and what passes for one: a logical or, a nu
_CROSSES = frozenset("×✕✖✗✘☒xXＸ\u2573")
_FIELD_WITH_DISPLAY = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s?(.*)", re.IGNORECASE | re.DOTALL)
_SYMBOL = re.compile(r"\s*SYMBOL\s+(0[xX][0-9A-Fa-f]+|\d+|\S)(.*)", re.IGNORECASE | re.DOTALL)
_SYMBOL_FONT = re.compile(r"""\\f\s*(?:["“”]([^"“”]*)["“”]|(\S+))""", re.IGNORECASE)
_EQ_TOKEN = re.compile(r"\\([\\(),;])|\\\s*([A-Za-z]+)(\d*)|([(),;，；])|([^\\(),;，；]+)|(\\)")


class Phase(Enum):
    """Where in a field the walk is."""

    CODE = "code"
    RESULT = "result"
    UNSEEN = "unseen"  # a result that the code's own value stands for


class Field:
    """One open field."""

    __slots__ = ("answered", "code", "phase", "toc")

    def __init__(self, *, answered: bool) -> None:
        self.phase = Phase.CODE
        self.code: list[str] = []
        self.answered = answered  # its value is in the text already
        self.toc = False

    @property
    def kind(self) -> str:
        """The first word of the code in capitals, "" where there is none."""
        words = "".join(self.code).split(None, 1)
        return words[0].upper().partition("\\")[0] if words else ""

    def separate(self) -> None:
        """Leave the code for the result."""
        kind = self.kind
        self.toc = kind == "TOC"
        self.phase = Phase.UNSEEN if self.answered or kind in _SHOWN else Phase.RESULT


def shown_by_code(code: str) -> str | None:
    """What a field shows by its code alone; None for a field whose result says it."""
    code = code.strip()  # blanks around a code are nothing to see
    words = code.split(None, 1)
    show = _SHOWN.get(words[0].upper().partition("\\")[0]) if words else None
    return None if show is None else show(code)


def form_field(data: etree._Element) -> str | None:
    """What a form field (its `w:ffData`) shows; None for a text field, whose result says it."""
    box = data.find(W + "checkBox")
    if box is not None:
        state = box.find(W + "checked")
        state = box.find(W + "default") if state is None else state
        return TICKED_GLYPH if state is not None and is_on(state.get(VAL)) else BLANK_GLYPH
    choices = data.find(W + "ddList")
    if choices is None:
        return None
    chosen = choices.find(W + "result")
    chosen = choices.find(W + "default") if chosen is None else chosen
    index = (chosen.get(VAL) or "0") if chosen is not None else "0"
    entries = [entry.get(VAL) or "" for entry in choices.iterchildren(W + "listEntry")]
    return entries[int(index)] if index.isdecimal() and int(index) < len(entries) else ""


def overlaid(parts: list[str]) -> str:
    """Characters laid over one another, as the one glyph they make, or one after the other."""
    marks = [part.strip() for part in parts if part.strip()]
    boxes = [mark for mark in marks if mark in _BOXES]
    others = [mark for mark in marks if mark not in _BOXES]
    if not boxes:
        return "".join(marks)
    if not others:
        return boxes[0]
    if all(mark in _TICKS for mark in others):
        return TICKED_GLYPH
    if all(mark in _CROSSES for mark in others):
        return "☒"
    if any(UNREADABLE_GLYPH in mark or "\ufffc" in mark for mark in others):
        return UNREADABLE_GLYPH
    return "".join(marks)


def _equation(code: str) -> str:
    """The text of an EQ field; a box with a tick over it is a ticked box ([ECMA-376] 17.16.5.18 names
    none of the switches: they are those of Word's own reference).
    """
    tokens = list(_EQ_TOKEN.finditer(code[2:].lstrip()))
    text, _ = _sequence(tokens, 0)
    return text


def _sequence(tokens: list[re.Match[str]], at: int) -> tuple[str, int]:
    """The text from `at` up to the end of this argument, and where that is."""
    out: list[str] = []
    switches: list[str] = []
    while at < len(tokens):
        escaped, switch, _, mark, text, _ = tokens[at].groups()
        if mark is not None and (mark == ")" or mark in ",;，；"):
            break
        at += 1
        if switch is not None:
            switches.append(switch.lower())
        elif mark == "(":
            arguments, at = _arguments(tokens, at)
            out.append(_applied(switches, arguments))
            switches = []
        else:
            out.append(escaped or text or "")
    return "".join(out), at


def _arguments(tokens: list[re.Match[str]], at: int) -> tuple[list[str], int]:
    arguments: list[str] = []
    while at < len(tokens):
        text, at = _sequence(tokens, at)
        arguments.append(text)
        at += 1
        if at > len(tokens) or tokens[at - 1].group(4) == ")":
            break
    return arguments, at


def _applied(switches: list[str], arguments: list[str]) -> str:
    if not switches:
        return f"({','.join(arguments)})"
    if switches[0] == "o":
        return overlaid(arguments)
    if switches[0] == "x":  # a frame around its argument
        framed = "".join(arguments)
        return overlaid([BLANK_GLYPH, framed]) if len(framed.strip()) <= 1 else framed
    return ("/" if switches[0] == "f" else "").join(arguments)


def _symbol(code: str) -> str:
    found = _SYMBOL.match(code)
    if found is None:
        return UNREADABLE_GLYPH
    number, rest = found.groups()
    font = _SYMBOL_FONT.search(rest)
    value = int(number, 0) if number[0].isdecimal() else ord(number)
    return glyph((font[1] or font[2]) if font else "Symbol", value)


def _button(code: str) -> str:
    found = _FIELD_WITH_DISPLAY.match(code)
    return found[1] if found else ""


_SHOWN: dict[str, Callable[[str], str]] = {
    "EQ": _equation,
    "SYMBOL": _symbol,
    "MACROBUTTON": _button,
    "GOTOBUTTON": _button,
    "FORMCHECKBOX": lambda _: UNREADABLE_GLYPH,  # without its data: a box whose state is lost
    "FORMDROPDOWN": lambda _: "",
}

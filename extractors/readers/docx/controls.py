"""Content controls (`w:sdt`): tick boxes with a state, and prompts that nobody has replaced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree

from extractors.document import TICKED_GLYPH, UNREADABLE_GLYPH, Block, Paragraph
from extractors.readers.docx import names as n
from extractors.readers.docx.names import W14, W, is_on

__all__ = ["CheckBox", "Control", "control_of", "ticked"]

_UNTICKED = "☐"
_EMPTY = frozenset("□☐▢◻◽⬜❏❐❑❒○◯〇")
_MARKED = frozenset("☑☒✓✔√✗✘■▣⊠⊗●◉")

_TYPED = frozenset("√✓✔")  # no control shows these of itself


class CheckBox(NamedTuple):
    """The state that a tick box control keeps; None where it can't be told."""

    ticked: bool | None
    own: str = ""  # what the control itself shows when it is ticked

    def shown_in(self, text: str) -> str:
        """`text`, the control's content, with its box as the state says.

        A mark that is not the control's own was typed into it by hand, and counts. A box that else
        plainly shows the other state is unreadable: state and paper disagree.
        """
        stripped = text.strip()
        shown = stripped[:1] if stripped[:1] in _EMPTY | _MARKED else ""
        rest = text.replace(shown, "", 1) if shown else ("" if len(stripped) <= 1 else text)
        return self._glyph(shown) + rest

    def _glyph(self, shown: str) -> str:
        typed = shown in _TYPED or (self.own and shown in _MARKED)
        if self.ticked is False and typed and shown != self.own:
            return _glyph_of(ticked=True)
        if self.ticked is None or (shown in _EMPTY if self.ticked else shown in _MARKED):
            return UNREADABLE_GLYPH if shown or self.ticked is None else _glyph_of(ticked=self.ticked)
        return _glyph_of(ticked=self.ticked)


class Control(NamedTuple):
    """What a content control says of its content."""

    box: CheckBox | None = None
    placeholder: bool = False


_NOTHING = Control()


def _own_mark(box: etree._Element) -> str:
    """The character that a tick box control shows when ticked; "" where it doesn't say."""
    state = box.find(W14 + "checkedState")
    code = state.get(W14 + "val") if state is not None else None
    try:
        return chr(int(code, 16)) if code else ""
    except (ValueError, OverflowError):
        return ""


def control_of(element: etree._Element) -> Control:
    """The properties of a `w:sdt` that matter to what is read."""
    properties = element.find(n.SDTPR)
    if properties is None:
        return _NOTHING
    box = properties.find(W14 + "checkbox")
    if box is not None:
        checked = box.find(W14 + "checked")
        return Control(CheckBox(checked is not None and is_on(checked.get(W14 + "val")), _own_mark(box)))
    prompt = properties.find(W + "showingPlcHdr")
    return Control(placeholder=prompt is not None and is_on(prompt.get(n.VAL)))


def ticked(blocks: Iterable[Block], box: CheckBox) -> Iterator[Block]:
    """`blocks` with the first paragraph showing the state of the tick box around them."""
    waiting = True
    for block in blocks:
        if waiting and isinstance(block, Paragraph):
            waiting = False
            yield block._replace(text=box.shown_in(block.text))
        else:
            yield block


def _glyph_of(*, ticked: bool) -> str:
    return TICKED_GLYPH if ticked else _UNTICKED

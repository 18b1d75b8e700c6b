"""What stands inside a paragraph: runs, their characters, and all that can be wrapped around them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from lxml.etree import _Element

from extractors.document import PICTURE_GLYPH, UNREADABLE_GLYPH
from extractors.readers.docx import names as n
from extractors.readers.docx.controls import control_of
from extractors.readers.docx.drawings import branch, look_into
from extractors.readers.docx.fields import Field, Phase, form_field, shown_by_code
from extractors.readers.docx.names import VAL, WPS, W
from extractors.readers.docx.styles import Look, look_of
from extractors.readers.docx.symbols import glyph, shown, translation
from extractors.readers.docx.walk import PLACEHOLDER, Line, Walk

__all__ = ["Setting", "inline"]

_CHECKING_CONTROLS = ("CheckBox", "OptionButton", "ToggleButton")


class Setting(NamedTuple):
    """What holds for the text at hand: why it is not seen (None: it is), and its symbol font."""

    gone: str | None = None
    font: tuple[str, str] = ("", "")


SEEN = Setting()
Handler: TypeAlias = Callable[[Walk, _Element, Line, Setting], None]


def inline(walk: Walk, parent: _Element, line: Line, setting: Setting = SEEN) -> None:
    """Read the children of a paragraph, of a run or of something around runs into `line`."""
    for child in parent:
        handler = _HANDLERS.get(child.tag, _through)
        if handler is not None:
            handler(walk, child, line, setting)


def _through(walk: Walk, element: _Element, line: Line, setting: Setting) -> None:
    if len(element):
        with walk.deeper():
            inline(walk, element, line, setting)


def _run(walk: Walk, element: _Element, line: Line, setting: Setting) -> None:
    if walk.marks.looks:
        look = _look(walk, element)
        gone = setting.gone or _unseen(walk, look)
        setting = Setting(gone, look.font or ("", ""))
    inline(walk, element, line, setting)


def _look(walk: Walk, element: _Element) -> Look:
    properties = element.find(n.RPR)
    if properties is None:
        return walk.style.look
    look = look_of(properties)
    style = properties.find(n.R_STYLE)
    if style is not None:
        look = look.over(walk.styles.run(style.get(VAL)))
    return look.over(walk.style.look)


def _unseen(walk: Walk, look: Look) -> str | None:
    if look.vanish:
        return "hidden-text"
    if look.tiny or (look.white and not look.filled and not walk.grounds):
        return "invisible-text"
    return "struck-text" if look.strike else None


def _text(walk: Walk, element: _Element, line: Line, setting: Setting) -> None:
    text = element.text
    if text:
        text = text.translate(translation(*setting.font)) if setting.font[0] else text
        walk.write(line, shown(text), setting.gone)


def _deleted_text(walk: Walk, element: _Element, line: Line, setting: Setting) -> None:
    walk.write(line, element.text or "", setting.gone or "deleted-text")


def _math_text(walk: Walk, element: _Element, line: Line, setting: Setting) -> None:
    walk.write(line, element.text or "", setting.gone)


def _symbol(walk: Walk, element: _Element, line: Line, setting: Setting) -> None:
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        walk.write(line, UNREADABLE_GLYPH, setting.gone)
        return
    walk.write(line, glyph(element.get(W + "font"), code), setting.gone)


def _break(walk: Walk, element: _Element, line: Line, setting: Setting) -> None:
    if element.get(W + "type") not in {"page", "column"} or line.text:
        walk.write(line, "\n", setting.gone)


def _writes(text: str) -> Handler:
    def write(walk: Walk, _: _Element, line: Line, setting: Setting) -> None:
        walk.write(line, text, setting.gone)

    return write


def _gone(reason: str) -> Handler:
    def lose(walk: Walk, element: _Element, line: Line, setting: Setting) -> None:
        with walk.deeper():
            inline(walk, element, line, setting._replace(gone=setting.gone or reason))

    return lose


def _ruby(walk: Walk, element: _Element, line: Line, setting: Setting) -> None:
    base = element.find(W + "rubyBase")
    if base is not None:
        _through(walk, base, line, setting)


def _alternate(walk: Walk, element: _Element, line: Line, setting: Setting) -> None:
    chosen = branch(element)
    if chosen is not None:
        _through(walk, chosen, line, setting)


def _drawing(walk: Walk, element: _Element, line: Line, setting: Setting) -> None:
    control = element.find(n.CONTROL)
    if control is not None and (control.get(W + "name") or "").startswith(_CHECKING_CONTROLS):
        walk.write(line, UNREADABLE_GLYPH, setting.gone)  # its state is in a binary part
        return
    drawing = look_into(element)
    if setting.gone is None:
        line.boxes.extend(drawing.boxes)
    if drawing.picture:
        walk.write(line, PICTURE_GLYPH, setting.gone)


def _control(walk: Walk, element: _Element, line: Line, setting: Setting) -> None:
    content = element.find(n.SDT_CONTENT)
    control = control_of(element)
    if control.box is None:
        if content is not None:
            gone = setting.gone or (PLACEHOLDER if control.placeholder else None)
            _through(walk, content, line, setting._replace(gone=gone))
        return
    inner = Line()
    if content is not None:
        with walk.deeper():
            inline(walk, content, inner, setting._replace(gone=None))
    walk.write(line, control.box.shown_in("".join(inner.text)), setting.gone)
    line.boxes.extend(inner.boxes)
    line.lost.extend(inner.lost)


def _simple_field(walk: Walk, element: _Element, line: Line, setting: Setting) -> None:
    by_code = shown_by_code(element.get(W + "instr") or "")
    data = element.find(W + "ffData")
    state = None if data is None else form_field(data)
    if state is not None or by_code is not None:
        walk.write(line, (state if state is not None else by_code) or "", setting.gone)
    else:
        _through(walk, element, line, setting)


def _field_code(walk: Walk, element: _Element, _: Line, __: Setting) -> None:
    if walk.fields and walk.fields[-1].phase is Phase.CODE:
        walk.fields[-1].code.append(element.text or "")


def _field_character(walk: Walk, element: _Element, line: Line, setting: Setting) -> None:
    kind = element.get(W + "fldCharType")
    if kind == "begin" and element not in walk.marks.unclosed:
        data = element.find(W + "ffData")
        state = None if data is None else form_field(data)
        if state is not None:
            walk.write(line, state, setting.gone)
        walk.fields.append(Field(answered=state is not None))
    elif kind == "separate" and walk.fields:
        walk.fields[-1].separate()
    elif kind == "end" and walk.fields:
        ended = walk.fields.pop()
        by_code = None if ended.answered else shown_by_code("".join(ended.code))
        if by_code is not None:
            walk.write(line, shown(by_code), setting.gone)
        line.toc = line.toc or (ended.toc and any(text.strip() for text in line.text))


_HANDLERS: dict[str, Handler | None] = {
    n.R: _run,
    n.T: _text,
    W + "delText": _deleted_text,
    n.MATH_TEXT: _math_text,
    W + "sym": _symbol,
    W + "tab": _writes("\t"),
    W + "ptab": _writes("\t"),
    W + "br": _break,
    W + "cr": _writes("\n"),
    W + "noBreakHyphen": _writes("-"),
    W + "instrText": _field_code,
    W + "delInstrText": _field_code,
    n.FLD_CHAR: _field_character,
    n.FLD_SIMPLE: _simple_field,
    n.SDT: _control,
    n.DEL: _gone("deleted-text"),
    n.MOVE_FROM: _gone("moved-text"),
    W + "ruby": _ruby,
    n.ALTERNATE: _alternate,
    W + "drawing": _drawing,
    W + "pict": _drawing,
    W + "object": _drawing,
    W + "contentPart": _writes(PICTURE_GLYPH),
    WPS + "txbx": None,  # text boxes are read by their drawing
    n.PPR: None,
    n.RPR: None,
    n.TXBX_CONTENT: None,
    W + "softHyphen": None,
    W + "subDoc": None,
}

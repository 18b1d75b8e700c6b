"""The walk over containers: body, cells and text boxes hold paragraphs, tables and wrappers of both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from lxml.etree import _Element

from extractors.document import Block, Paragraph, Table, TextBox
from extractors.readers.docx import names as n
from extractors.readers.docx.chunks import chunk_blocks
from extractors.readers.docx.controls import control_of, ticked
from extractors.readers.docx.drawings import branch
from extractors.readers.docx.inline import Setting, inline
from extractors.readers.docx.names import VAL, is_on
from extractors.readers.docx.styles import Style, has_fill, numbered, outline_level
from extractors.readers.docx.tables import table
from extractors.readers.docx.walk import PLACEHOLDER, UNSAID, Flow, Line, Walk, new_paragraph

__all__ = ["blocks_of", "flat"]

Handler: TypeAlias = Callable[[Walk, _Element, Flow, str | None], None]


def blocks_of(walk: Walk, container: _Element, gone: str | None = None) -> tuple[Block, ...]:
    """The blocks of a container; `gone` is why all of it is not seen."""
    flow = Flow()
    opened = len(walk.fields)
    with walk.deeper():
        fill(walk, container, flow, gone)
    _end_line(walk, flow)
    del walk.fields[opened:]  # a field that its container does not close ends with it
    return tuple(flow.blocks)


def fill(walk: Walk, parent: _Element, flow: Flow, gone: str | None) -> None:
    """Read the children of a container, or of a wrapper in it, into `flow`."""
    texts = walk.marks.texts
    for child in parent:
        if child.tag == n.P:
            text = texts.get(child)
            if text is None or gone is not None or walk.fields or flow.line is not None:
                _paragraph(walk, child, flow, gone)
            else:
                flow.paragraphs += 1
                flow.blocks.append(new_paragraph((flow.paragraphs, text, *UNSAID)))
            continue
        handler = _HANDLERS.get(child.tag)
        if handler is not None:
            handler(walk, child, flow, gone)


def _paragraph(walk: Walk, element: _Element, flow: Flow, gone: str | None) -> None:
    flow.paragraphs += 1
    properties = element.find(n.PPR)
    style_id, style = _style(walk, properties)
    walk.style = style
    line = flow.line or Line()
    flow.line = None
    grounds = walk.grounds
    walk.grounds += style.filled or (properties is not None and has_fill(properties.find(n.SHD)))
    inline(walk, element, line, Setting(gone))
    walk.grounds = grounds
    if properties is not None and _mark_is_gone(properties):
        flow.line = line
        return
    asked = style.numbered if properties is None else numbered(properties).over(style.numbered)
    number = "" if gone else walk.numbering.label(asked, style=style_id)
    level = None if properties is None else outline_level(properties)
    toc = bool(style.toc) or line.toc or walk.in_contents
    _finish(walk, flow, line, (number, style.level if level is None else level, toc))


def _finish(walk: Walk, flow: Flow, line: Line, heading: tuple[str, int, bool]) -> None:
    ordinal = flow.paragraphs
    flow.blocks.append(Paragraph(ordinal, "".join(line.text), *heading))
    reasons = dict.fromkeys(reason for reason, _ in line.lost)
    for reason in reasons:
        lost = "".join(text for why, text in line.lost if why == reason)
        walk.tally.lose(reason, lost, ordinal=ordinal, place=walk.place(ordinal))
    for box in line.boxes:
        opened, walk.fields = walk.fields, []
        blocks = blocks_of(walk, box)
        walk.fields = opened
        if any(paragraph.text.strip() for paragraph in flat(blocks)):
            walk.tally.boxes += 1
            flow.blocks.append(TextBox(walk.tally.boxes, blocks))


def _end_line(walk: Walk, flow: Flow) -> None:
    """Close a paragraph whose mark is gone and that nothing follows."""
    if flow.line is not None:
        line, flow.line = flow.line, None
        _finish(walk, flow, line, ("", 0, False))


def _style(walk: Walk, properties: _Element | None) -> tuple[str | None, Style]:
    named = None if properties is None else properties.find(n.P_STYLE)
    identity = None if named is None else named.get(VAL)
    return identity, walk.styles.paragraph(identity)


def _mark_is_gone(properties: _Element) -> bool:
    """Whether the paragraph runs into the next: its mark is deleted, moved away or hidden."""
    mark = properties.find(n.RPR)
    if mark is None:
        return False
    if mark.find(n.DEL) is not None or mark.find(n.MOVE_FROM) is not None:
        return True
    hidden = mark.find(n.VANISH)
    return hidden is not None and is_on(hidden.get(VAL))


def _table(walk: Walk, element: _Element, flow: Flow, gone: str | None) -> None:
    _end_line(walk, flow)
    flow.tables += 1
    flow.blocks.append(table(walk, element, flow.tables, gone, blocks_of))


def _control(walk: Walk, element: _Element, flow: Flow, gone: str | None) -> None:
    content = element.find(n.SDT_CONTENT)
    if content is None:
        return
    control = control_of(element)
    before = len(flow.blocks)
    with walk.deeper():
        fill(walk, content, flow, gone or (PLACEHOLDER if control.placeholder else None))
    if control.box is not None:
        flow.blocks[before:] = ticked(flow.blocks[before:], control.box)


def _through(walk: Walk, element: _Element, flow: Flow, gone: str | None) -> None:
    with walk.deeper():
        fill(walk, element, flow, gone)


def _gone(reason: str) -> Handler:
    return lambda walk, element, flow, gone: _through(walk, element, flow, gone or reason)


def _alternate(walk: Walk, element: _Element, flow: Flow, gone: str | None) -> None:
    chosen = branch(element)
    if chosen is not None:
        _through(walk, chosen, flow, gone)


def _chunk(walk: Walk, element: _Element, flow: Flow, gone: str | None) -> None:
    _end_line(walk, flow)
    for block in () if gone else chunk_blocks(walk, element):
        if isinstance(block, Paragraph):
            flow.paragraphs += 1
            flow.blocks.append(block._replace(ordinal=flow.paragraphs))
        elif isinstance(block, Table):
            flow.tables += 1
            flow.blocks.append(block._replace(ordinal=flow.tables))
        else:
            walk.tally.boxes += 1
            flow.blocks.append(block._replace(ordinal=walk.tally.boxes))


def flat(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """All paragraphs in `blocks`, those of cells and text boxes too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, TextBox):
            yield from flat(block.blocks)
        else:
            for cell in block.cells:
                yield from flat(cell.blocks)


_HANDLERS: dict[str, Handler] = {
    n.TBL: _table,
    n.SDT: _control,
    n.CUSTOM_XML: _through,
    n.INS: _through,
    n.MOVE_TO: _through,
    n.DEL: _gone("deleted-text"),
    n.MOVE_FROM: _gone("moved-text"),
    n.ALTERNATE: _alternate,
    n.ALT_CHUNK: _chunk,
}

"""Which attachments stand in the same file as the application: the thing itself, not its title in a list."""

from __future__ import annotations

import re

from extractors.document import PICTURE_GLYPH
from extractors.fill.flow import Flow, Line
from extractors.fill.pieces import Piece, join
from extractors.fill.zones import Zones
from extractors.form import ABSENT, Answer, Evidence, Field
from extractors.text import fold, is_blank, narrow, squeeze

__all__ = ["annex_titles", "read_attachments"]

_ANNEX = re.compile(r"\s*附\s*件\s*([0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*[:：.、]?\s*(.*)")
_NUMERALS = {word: at for at, word in enumerate("一二三四五六七八九十", 1)} | {"十一": 11, "十二": 12}
_SHOWN = 200  # characters of an attachment's beginning that are quoted


def annex_titles(field: Field) -> dict[int, str]:
    """The attachments that a form asks for, by number."""
    return {int(option.value): option.label for option in field.options}


def read_attachments(flow: Flow, zones: Zones, field: Field, file: str, *, after: int) -> Answer:
    """One entry for each attachment asked for; found where a heading 附件N is followed by something.

    `after` is the last line of the application itself: the form is an 附件1, too, of its notice.
    """
    asked = annex_titles(field)
    heads = [
        (line, number)
        for line in flow.lines[after + 1 :]
        if (number := _number(line)) is not None and number in asked
    ]
    listed = "materials" in zones.headings or len(heads) >= len(asked) // 2
    found: dict[int, Evidence] = {}
    for at, (line, number) in enumerate(heads):
        end = heads[at + 1][0].n if at + 1 < len(heads) else len(flow.lines)
        body = flow.lines[line.n + 1 : end]
        if number not in found and _is_thing(line, body):
            found[number] = _evidence(line, body, file)
    value = [
        {
            "number": number,
            "title": fold(title),
            "found": number in found,
            "files": [file] if number in found else [],
        }
        for number, title in asked.items()
    ]
    if found:
        return Answer("filled", value, "", tuple(found.values()))
    return Answer("blank", value) if listed else Answer(ABSENT.state, value)


def _number(line: Line) -> int | None:
    if not line.text or line.toc or len(line.text) > 80:
        return None
    match = _ANNEX.match(narrow(line.text))
    if match is None:
        return None
    return int(match.group(1)) if match.group(1).isdigit() else _NUMERALS.get(match.group(1))


def _is_thing(head: Line, body: list[Line]) -> bool:
    """Something besides titles: a table, a picture, text. The last of a list of titles is followed by the form's words."""
    if head.cell is not None:
        body = [line for line in body if line.cell is head.cell]
    written = [line for line in body if line.table is not None or not is_blank(line.text)]
    if not written or (written[0].level > 0 and len(written) == 1):
        return False
    if head.cell is not None:
        return any(PICTURE_GLYPH in line.text for line in written)
    if any(line.cell is not None or line.table is not None or PICTURE_GLYPH in line.text for line in written):
        return True
    return not squeeze(written[0].text).startswith("其他") and sum(len(line.text) for line in written) >= 10


def _evidence(head: Line, body: list[Line], file: str) -> Evidence:
    pieces = [Piece(head, 0, len(head.text))]
    for line in body:
        if sum(len(piece.text) for piece in pieces) > _SHOWN or line.table is not None:
            break
        pieces.append(Piece(line, 0, len(line.text)))
    return Evidence(file=file, location=head.location, quote=fold_quote(join(pieces)))


def fold_quote(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if fold(line))

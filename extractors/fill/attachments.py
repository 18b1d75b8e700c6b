"""Which attachments stand in the same file as the application: the thing itself, not its title in a list."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.document import PICTURE_GLYPH, Document
from extractors.fill.evidence import location
from extractors.fill.flow import Flow, Line, flow
from extractors.fill.pieces import Piece, join
from extractors.fill.zones import Zones
from extractors.form import ABSENT, Answer, Evidence, Field
from extractors.text import fold, is_blank, narrow, squeeze

__all__ = ["attachment_of_file", "read_attachments", "with_files"]

_ANNEX = re.compile(r"\s*附\s*件\s*([0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*[:：.、]?\s*(.*)")
_NUMERALS = {word: at for at, word in enumerate("一二三四五六七八九十", 1)} | {"十一": 11, "十二": 12}
_FIRST_LINES = 6  # of a file, among which its heading stands
_LONGEST_LIST, _IS_A_LIST = 60, 3  # lines looked at for titles, and how many of them make a list
_SHOWN = 200  # characters of an attachment's beginning that are quoted


def _titles(field: Field) -> dict[int, str]:
    """The attachments that a form asks for, by number."""
    return {int(option.value): option.label for option in field.options}


def read_attachments(lines_of: Flow, zones: Zones, field: Field, file: str, *, after: int) -> Answer:
    """One entry for each attachment asked for; found where a heading 附件N is followed by something.

    `after` is the last line of the application itself: the form is an 附件1, too, of its notice.
    """
    asked = _titles(field)
    heads = [
        (line, number)
        for line in lines_of.lines[after + 1 :]
        if (number := _number(line)) is not None and number in asked
    ]
    listed = field.section in zones.headings or len(heads) >= len(asked) // 2
    found: dict[int, Evidence] = {}
    for at, (line, number) in enumerate(heads):
        end = heads[at + 1][0].n if at + 1 < len(heads) else len(lines_of.lines)
        body = lines_of.lines[line.n + 1 : end]
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
    return Evidence(file=file, location=location(pieces), quote=fold_quote(join(pieces)))


def fold_quote(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if fold(line))


# Files of their own beside the application


def attachment_of_file(name: str, document: Document | None, field: Field) -> tuple[int, Evidence] | None:
    """Which attachment a file is, by its first lines where it can be read, else by its name."""
    titles = {number: _bare(title) for number, title in _titles(field).items()}
    lines = flow(document).lines if document is not None else []
    if len({number for line in lines[:_LONGEST_LIST] if (number := _number(line)) in titles}) >= _IS_A_LIST:
        return None  # a list of what is attached, not the thing itself
    for line in lines[:_FIRST_LINES]:
        number = _number(line) or next(
            (each for each, title in titles.items() if _bare(line.text) == title), None
        )
        if number in titles:
            return number, Evidence(file=name, location=line.location, quote=line.text.strip())
    stem = _bare(name.rpartition("/")[2].rpartition(".")[0] or name)
    match = _ANNEX.match(narrow(name.rpartition("/")[2]))
    number = int(match.group(1)) if match and match.group(1).isdigit() else None
    if number is None:
        number = next((each for each, title in titles.items() if title and title in stem), None)
    return (
        (number, Evidence(file=name, location="文件名", quote=name.rpartition("/")[2]))
        if number in titles
        else None
    )


def _bare(title: str) -> str:
    """A title as it is compared: without brackets and what stands behind a mark."""
    return squeeze(re.split(r"[(（、，。]", title.strip())[0])


def with_files(answer: Answer, found: Iterable[tuple[int, Evidence]]) -> Answer:
    """The answer about attachments, with those that are files of their own."""
    files: dict[int, list[Evidence]] = {}
    for number, evidence in found:
        files.setdefault(number, []).append(evidence)
    if not files:
        return answer
    value = [
        {
            **each,
            "found": each["found"] or each["number"] in files,
            "files": [*each["files"], *(evidence.file for evidence in files.get(each["number"], ()))],
        }
        for each in answer.value
    ]
    told = tuple(evidence for own in files.values() for evidence in own)
    return Answer("filled", value, answer.raw, (*answer.evidence, *told))

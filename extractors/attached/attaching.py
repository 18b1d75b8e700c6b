"""attach: the attachments of a filled form, from all documents of its submission."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from extractors.attached.files import number_of_file
from extractors.attached.headings import Titles
from extractors.attached.items import Item, items_of
from extractors.attached.lists import rows_of_tables
from extractors.attached.numbered import rows_of_lines
from extractors.attached.papers import certificates, facts, has_report, years
from extractors.attached.split import Stretch, split
from extractors.document import Document
from extractors.form import Answer, Attached, AttachmentSpec, Evidence, Field, Form, FormSpec, Part, Row
from extractors.text import fold, is_blank

__all__ = ["attach"]

_SHOWN = 200  # characters of an attachment's beginning that are quoted
_BY_NAME = "文件名"  # where evidence stands that is a file's name: nothing in the file can be quoted


class _Found(NamedTuple):
    """A stretch of a document, or all of it, that belongs to an attachment."""

    file: str
    stretch: Stretch
    items: list[Item]

    @property
    def readable(self) -> bool:
        return any(
            each.grid is not None or not is_blank(each.text.replace("\ufffc", "")) for each in self.items
        )


def attach(
    form: Form, documents: Iterable[Document], spec: FormSpec, *, partly: Collection[str] = ()
) -> Form:
    """The form with its attachments: which files and pages they are, and what stands in them.

    `documents` are all that were read of the submission, the application among them. A file of `form.files`
    without a document could not be read: its name alone tells which attachment it is. `partly`: the names of
    those of which some pages were not read; there may be attachments on them.
    """
    titles = Titles(spec)
    documents = tuple(documents)
    applications = [each.attached for each in (form, *form.copies) if each.attached is not None]
    ends = {each.file: each.begins for each in applications}
    found = [part for each in documents for part in _in_document(each, spec, titles, ends.get(each.name))]
    read = {each.name for each in documents}
    unread = {name: number_of_file(name, (), titles) for name in _names(form) if name not in read}
    placed = {each.file for each in found} | ends.keys()
    unread |= {each.name: None for each in documents if each.name not in placed and _is_mute(each, spec)}
    parts = [_part(each, titles.specs[each.stretch.number]) for each in found]
    parts += [_by_name(number, name, titles) for name, number in unread.items() if number is not None]
    by_number = {number: [each for each in found if each.stretch.number == number] for number in titles.specs}
    attached = replace(
        form.attached or Attached(),
        parts=tuple(sorted(parts, key=lambda part: (part.number, part.file, part.pages or (0, 0)))),
        rows={
            number: tuple(rows)
            for number, each in titles.specs.items()
            if (rows := _rows(by_number[number], each)) is not None
        },
        facts={
            path: answer
            for number, each in titles.specs.items()
            for part in reversed(by_number[number])
            for path, answer in facts(part.items, each, spec, part.file).items()
        },
        unknown=_unknown(unread, partly, parts),
    )
    answers = {
        each.path: _answer(each, answer, attached) if each.kind == "attachments" else answer
        for each, answer in form
    }
    return replace(form, attached=attached, answers=answers)


def _is_mute(document: Document, spec: FormSpec) -> bool:
    """Whether nothing could be read in a document: a photograph of something, a poor scan."""
    return not any(fold(each.text.replace("\ufffc", "")) or each.grid for each in items_of(document, spec))


def _unknown(
    unread: Mapping[str, int | None], partly: Collection[str], parts: Iterable[Part]
) -> tuple[str, ...]:
    """Files that may hold attachments that nobody has seen."""
    whole = {part.file for part in parts if part.pages is None}
    mute = [name for name, number in unread.items() if number is None]
    return tuple(dict.fromkeys([*mute, *(name for name in partly if name not in whole)]))


def _names(form: Form) -> list[str]:
    return [str(each["path"]) for each in form.files if each["kind"] == "attachment"]


def _in_document(
    document: Document, spec: FormSpec, titles: Titles, last_line: int | None
) -> Iterator[_Found]:
    """What of a document belongs to attachments; of the application, what stands behind its last line."""
    items = items_of(document, spec, after=-1 if last_line is None else last_line)
    stretches = split(items, titles, pages=document.pages, papers=True)
    if last_line is not None or len({each.number for each in stretches if each.titled}) > 1:
        yield from (_Found(document.name, each, each.all_items) for each in stretches)
        return
    number = number_of_file(document.name, items, titles)
    if number is not None:
        yield _Found(document.name, Stretch(number, None, items), items)


def _part(found: _Found, spec: AttachmentSpec) -> Part:
    stretch = found.stretch
    return Part(
        number=stretch.number,
        file=found.file,
        evidence=_evidence(found),
        pages=stretch.pages,
        readable=found.readable,
        years=years("" if stretch.head is not None else found.file, found.items, spec),
        report=has_report("" if stretch.head is not None else found.file, found.items, spec),
    )


def _by_name(number: int, name: str, titles: Titles) -> Part:
    spec = titles.specs[number]
    evidence = Evidence(file=name, location=_BY_NAME, quote=name.rpartition("/")[2])
    return Part(
        number,
        name,
        evidence,
        None,
        readable=False,
        years=years(name, (), spec),
        report=has_report(name, (), spec),
    )


def _evidence(found: _Found) -> Evidence:
    """The first lines; of a table its first row; of what nobody can read, the file's name."""
    written = [each for each in found.items if each.grid is not None or fold(each.text.replace("\ufffc", ""))]
    if not written:
        line = found.items[0].line if found.items else None
        return Evidence(
            file=found.file,
            location=_BY_NAME,
            quote=found.file.rpartition("/")[2],
            page=line.page if line is not None else None,
        )
    first = written[0]
    if first.grid is not None:
        row = next(row for row in first.grid.rows if any(each.text for each in row))
        quote = "\t".join(each.text for each in row if each.own and each.text)
        return _placed(found, first, first.grid.place(0), quote)
    quoted: list[str] = []
    for each in written:
        if each.grid is not None or sum(len(line) for line in quoted) > _SHOWN or each.page != first.page:
            break
        quoted.append(each.text)
    return _placed(found, first, first.line.location, "\n".join(quoted).strip())


def _placed(found: _Found, item: Item, location: str, quote: str) -> Evidence:
    line = item.line
    return Evidence(
        file=found.file,
        location=location,
        quote=quote,
        page=item.page,
        bbox=line.bbox or (line.cell.bbox if line.cell is not None else None),
        confidence=1.0 if line.ocr is None else line.ocr,
        method="form" if line.ocr is None else "ocr",
    )


def _rows(found: Sequence[_Found], spec: AttachmentSpec) -> list[Row] | None:
    """The rows of an attachment's lists, wherever they stand; None where there is no list that can be read.

    A kind of which there are more certificates than rows is counted by its certificates.
    """
    if not spec.columns or not found:
        return None
    tables = [rows_of_tables(each.items, spec, each.file) for each in found]
    rows = [row for each in tables if each is not None for row in each]
    papers = [row for each in found for row in certificates(each.file, each.items, spec, each.file)]
    for tally in spec.tallies:
        counted = [row for row in papers if row.field == tally.field]
        if len(counted) > sum(row.amount or 0 for row in rows if row.field == tally.field):
            rows = [*(row for row in rows if row.field != tally.field), *counted]
    if rows or any(each is not None for each in tables):
        return rows
    lines = [rows_of_lines(each.items, spec, each.file) for each in found]
    told = [row for each in lines if each is not None for row in each]
    return told or None


def _answer(field: Field, before: Answer, attached: Attached) -> Answer:
    """The value of the field: one entry for each attachment that the form asks for."""
    found = {int(option.value): attached.of(int(option.value)) for option in field.options}
    value: list[dict[str, Any]] = [
        {
            "number": number,
            "title": fold(next(each.label for each in field.options if each.value == str(number))),
            "found": bool(parts),
            "files": list(dict.fromkeys(part.name for part in parts)),
        }
        for number, parts in found.items()
    ]
    evidence = tuple(dict.fromkeys(part.evidence for parts in found.values() for part in parts))
    return Answer("filled", value, "", evidence) if evidence else replace(before, value=value)

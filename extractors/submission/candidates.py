"""Which files of a submission are the application, and which of several gives the values."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from extractors.document import Block, Document, Paragraph, Table
from extractors.fill import fill, recognised
from extractors.form import Answer, Evidence, Form, FormSpec
from extractors.isolate import renewed
from extractors.page import Page, Pages
from extractors.readers import PAGED, compose
from extractors.submission.gathering import File
from extractors.submission.sources import natural

__all__ = ["OWN_REPORTS", "OWN_SHEETS", "Candidate", "candidates", "chosen_of", "is_own_report"]

# Titles of what this program writes about an application: it has all the labels of one.
OWN_REPORTS = ("申报书自查报告", "申报材料审核意见")
OWN_SHEETS = frozenset({"总览", "问题", "未判断的规则", "未能读取"})
_TITLES = 20  # paragraphs that a list's title stands among: notes may come before it

_SCANNED, _DRAWN, _WRITTEN = range(3)  # how near a file is to what its author typed
_ENOUGH = 0.5  # share of the most filled candidate's fields that another has to have to be a filing at all
_PICTURES = frozenset({"jpeg", "png", "tiff"})
_MOST = 300  # pictures that are looked at as the pages of one document


class Candidate(NamedTuple):
    """One copy of the application."""

    document: Document
    form: Form
    names: tuple[str, ...]  # of the files that it is made of: several where each page is a picture

    @property
    def name(self) -> str:
        return self.document.name

    @property
    def written(self) -> int:
        """How many fields are filled in: the blank form beside a filing has all the labels too."""
        return sum(answer.state == "filled" for _, answer in self.form)

    @property
    def rank(self) -> int:
        if self.document.kind not in PAGED:
            return _WRITTEN
        return _SCANNED if _is_scanned(self.document.blocks) else _DRAWN


def chosen_of(found: Sequence[Candidate]) -> tuple[Candidate, tuple[Candidate, ...]]:
    """The candidate that gives the values, and the copies of it on paper.

    A typed file goes before a printed or scanned one, where it is filled in as well.
    """
    most = max(each.written for each in found)
    filings = [each for each in found if each.written >= _ENOUGH * most]
    chosen = max(filings, key=lambda each: (each.rank, each.written))
    return chosen, tuple(each for each in filings if each.rank < chosen.rank)


def candidates(files: Sequence[File], spec: FormSpec) -> list[Candidate]:
    """Every copy of the application, in the order of the files."""
    made = []
    joined = list(_of_pictures(files, spec))
    taken = {name for each in joined for name in each.names}
    for file in files:
        if file.document is None or file.name in taken:
            continue
        renewed()
        if is_own_report(file.document, spec):
            continue
        form = fill(file.document, spec)
        if recognised(form):
            made.append(Candidate(file.document, form, (file.name,)))
    return sorted([*made, *joined], key=lambda each: each.name)


def is_own_report(document: Document, spec: FormSpec) -> bool:
    """Whether this is about filings and none itself, though it has the labels of one.

    A report of ours is known by its title, a workbook by its sheets; the form's own summary table, filled in
    by a batch or by hand, by its title and by not being an application as well.
    """
    told = [each.text.strip() for each in _paragraphs(document.blocks) if each.text.strip()]
    if document.kind == "xlsx":
        return set(told) >= OWN_SHEETS
    if any(each in spec.lists for each in told[:_TITLES]):
        headings = {each.heading for each in spec.sections if each.heading}
        return not any(heading in each for heading in headings for each in told)
    return bool(told) and told[0] in OWN_REPORTS


def _of_pictures(files: Iterable[File], spec: FormSpec) -> Iterator[Candidate]:
    """Applications each page of which is a picture of its own; they lie in one folder, in order."""
    folders: dict[str, list[File]] = defaultdict(list)
    for file in files:
        if file.partly is not None and file.partly.kind in _PICTURES and file.pages:
            folders[file.name.rpartition("/")[0]].append(file)
    for inside in folders.values():
        if 1 < len(inside) <= _MOST:
            pages = [
                (file.name, page)
                for file in sorted(inside, key=lambda file: natural(file.name))
                for page in file.pages
            ]
            found = _joined(pages, spec)
            if found is not None:
                yield found


def _joined(pages: Sequence[tuple[str, Page]], spec: FormSpec) -> Candidate | None:
    """The pictures from the first to the last that the form stands on, as one document."""
    form = fill(_document(pages), spec)
    own = [answer for field, answer in form if field.kind != "attachments"]
    at = [each.page for answer in own for each in answer.evidence if each.page is not None]
    if not recognised(form) or not at:
        return None
    pages = pages[min(at) - 1 : max(at)]
    document = _document(pages)
    names = tuple(name for name, _ in pages)
    whole = fill(document, spec)
    answers = {path: _of_files(answer, pages) for path, answer in whole.answers.items()}
    return Candidate(document, replace(whole, answers=answers), tuple(dict.fromkeys(names)))


def _document(pages: Sequence[tuple[str, Page]]) -> Document:
    numbered = [
        replace(
            page,
            number=at,
            seals=tuple(seal._replace(page=at) for seal in page.seals),
            notices=tuple(each._replace(location=f"第 {at} 页") for each in page.notices),
        )
        for at, (_, page) in enumerate(pages, start=1)
    ]
    names = "\n".join(name for name, _ in pages)
    return compose(
        Pages(len(pages), ()),
        numbered,
        name=pages[0][0],
        kind="jpeg",
        sha256=hashlib.sha256(names.encode("utf-8", "surrogateescape")).hexdigest(),
    )


def _of_files(answer: Answer, pages: Sequence[tuple[str, Page]]) -> Answer:
    """Each evidence with the picture that it is on, and the page in it."""

    def told(each: Evidence) -> Evidence:
        if each.page is None:
            return each
        name, page = pages[each.page - 1]
        return each._replace(file=name, page=page.number)

    return replace(answer, evidence=tuple(told(each) for each in answer.evidence))


def _is_scanned(blocks: Iterable[Block]) -> bool:
    told = [each.ocr is not None for each in _paragraphs(blocks) if each.text.strip()]
    return 2 * sum(told) > len(told)


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            for cell in block.cells:
                yield from _paragraphs(cell.blocks)
        else:
            yield from _paragraphs(block.blocks)

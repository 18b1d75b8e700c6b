"""A finding as a card: what is wrong, how to mend it, where it stands, and the clause with its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from extractors.form import Evidence, Form, FormSpec
from extractors.rules import Finding
from ui.grouping import WHOLE, by_section, sections_with_fields
from ui.reports.blocks import Card, Heading, Image, Row, Span, span
from ui.reports.draft import Draft
from ui.wording import finding_label, section_title

__all__ = ["card", "grouped", "in_printed_order", "place", "places", "spots"]

_MOST_PLACES: Final = 4
_BY_LIST: Final = "找到了哪些附件，见“附件核对表”"
_MOST_PICTURES: Final = 2  # of a finding: two places that differ are shown both
_A_LINE: Final = 36  # characters of what stands around a quote
_QUOTED: Final = 160  # characters of a quote: enough to find it
_CLAUSE: Final = 400  # characters of a clause; the longest is a hint of the form


def in_printed_order(spec: FormSpec, findings: Iterable[Finding]) -> Mapping[str, list[Finding]]:
    """Section title -> findings, as a reader turns the pages; what is of the whole material comes last."""
    grouped = by_section(spec, findings)
    titles = [*map(section_title, sections_with_fields(spec)), WHOLE]
    return {title: grouped[title] for title in titles if title in grouped}


def card(draft: Draft, finding: Finding, *, number: int, note: str = "", seen: set[Evidence]) -> Card:
    """`note`: what is to be said of it since the last time; `seen`: places whose picture has been shown."""
    label = finding_label(finding)
    head = (
        span(f"{number}. ", "strong"),
        span(f"【{label.word}】", "strong", label.colour),
        span(finding.message, "strong"),
        span(f"　{finding.rule}{f'　{note}' if note else ''}", "faint"),
    )
    stands = spots(draft.form, finding)
    rows = (
        Row("改法", (span(finding.fix),)),
        *_where(draft, stands),
        *([Row("位置", (span(_BY_LIST),))] if finding.evidence and not stands else []),
        Row("依据", tuple(_clause(finding))),
    )
    return Card(head, rows, tuple(_images(draft, stands, seen)))


def spots(form: Form, finding: Finding) -> tuple[Evidence, ...]:
    """Where what it objects to stands: what is missing among the attachments is not where others are."""
    listed = [path for path in finding.fields if form.spec.by_path[path].kind == "attachments"]
    found = {each for path in listed if len(form[path].evidence) > 1 for each in form[path].evidence}
    return tuple(each for each in finding.evidence if each not in found)


def _clause(finding: Finding) -> Iterator[Span]:
    yield span(f"{finding.clause}：")
    yield span(f"“{_clipped(finding.clause_quote, _CLAUSE)}”", "quoted")


def _where(draft: Draft, evidence: tuple[Evidence, ...]) -> Iterator[Row]:
    if not evidence:
        return
    told: list[Span] = []
    for each in evidence[:_MOST_PLACES]:
        told.append(span(("\n" if told else "") + f"{place(draft.form, each)}　"))
        told += _quoted(draft, each) if len(evidence) == 1 else [span(f"“{_clipped(each.quote)}”", "quoted")]
    if len(evidence) > _MOST_PLACES:
        told.append(span(f"\n等 {len(evidence)} 处", "faint"))
    yield Row("位置", tuple(told))


def _quoted(draft: Draft, evidence: Evidence) -> Iterator[Span]:
    """The words with the lines around them, where these are known and no picture shows them."""
    around = None if evidence in draft.pictures else draft.around.get(evidence)
    before, after = (around.before, around.after) if around is not None else ((), ())
    is_row = sum(map(len, (*before, *after))) <= _A_LINE  # cells go on one line, paragraphs on their own
    quote = span(f"“{_clipped(evidence.quote)}”", "quoted")
    if is_row:
        yield span("".join(f"{each} ｜ " for each in before), "faint")
        yield quote
        yield span("".join(f" ｜ {each}" for each in after), "faint")
    else:
        yield span("".join(f"\n{each}" for each in (*before, "")), "faint")
        yield quote
        yield span("".join(f"\n{each}" for each in after), "faint")


def _images(draft: Draft, evidence: Iterable[Evidence], seen: set[Evidence]) -> Iterator[Image]:
    shown = 0
    for each in evidence:
        picture = draft.pictures.get(each)
        if picture is None or each in seen or shown == _MOST_PICTURES:
            continue
        seen.add(each)
        shown += 1
        printed = "（由 LibreOffice 排版，页码可能与 Word、WPS 中不同）" if picture.printed else ""
        file = f"{each.file} " if _several(draft.form) else ""
        yield Image(picture.crop, span(f"{file}第 {picture.number} 页{printed}").text)


def places(form: Form, evidence: Iterable[Evidence], *, most: int = _MOST_PLACES) -> str:
    """All places without their words: `第 3 页 表 1 行 2；…`."""
    told = list(dict.fromkeys(place(form, each) for each in evidence))
    more = f" 等 {len(told)} 处" if len(told) > most else ""
    return "；".join(told[:most]) + more


def place(form: Form, evidence: Evidence) -> str:
    """`申报书.pdf 第 3 页 表 1 行 2`; the file only where there are several."""
    page = f"第 {evidence.page} 页" if evidence.page is not None else ""
    file = evidence.file if _several(form) else ""
    return " ".join(filter(None, [file, page, evidence.location]))


def _several(form: Form) -> bool:
    return len(form.files) > 1


def _clipped(text: str, most: int = _QUOTED) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most]}……"


def grouped(
    draft: Draft, findings: Iterable[Finding], *, numbers: Mapping[int, int], notes: Mapping[int, str]
) -> Iterator[Heading | Card]:
    """Cards under the section that they are of; numbers and notes are by `id` of the finding."""
    seen: set[Evidence] = set()
    for title, inside in in_printed_order(draft.form.spec, findings).items():
        yield Heading(span(f"{title}（{len(inside)}）").text, 2)
        for each in inside:
            note = notes.get(id(each), "")
            yield card(draft, each, number=numbers[id(each)], note=note, seen=seen)

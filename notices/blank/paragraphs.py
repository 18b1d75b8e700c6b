"""Lines, headings and the table of contents as WordprocessingML paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from notices.blank.elements import Blank, Box, Contents, Heading, Inline, Line, Room, Words
from notices.blank.markup import clean, w, w14
from notices.blank.styles import CONTENTS, CONTENTS_TITLE, HEADINGS, MATERIAL, STYLES

__all__ = ["bookmark", "contents", "field", "number_controls", "paragraph", "run"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACES_A_CHARACTER = 2  # a space of 宋体 is half a 字 wide
_TICKED, _UNTICKED = ("2611", "Segoe UI Symbol"), ("25A1", "宋体")  # ☑ and □; 宋体 has no ☑


def paragraph(block: Line | Heading | Room, *, width: int) -> list[etree._Element]:
    """The paragraphs of a block in a column of `width` twips."""
    match block:
        case Line():
            return [_line(block, width)]
        case Heading():
            style = MATERIAL if block.material else HEADINGS[block.level - 1]
            return [w("p", _properties(style.id, new_page=block.new_page), run(block.text))]
        case Room():
            return [w("p", _properties(STYLES[block.style].id)) for _ in range(block.lines)]


def run(text: str, *properties: etree._Element) -> etree._Element:
    """A run; its tabs and line breaks become elements."""
    element = w("r", *([w("rPr", *properties)] if properties else []))
    for number, line in enumerate(clean(text).split("\n")):
        if number:
            element.append(w("br"))
        for place, words in enumerate(line.split("\t")):
            if place:
                element.append(w("tab"))
            if words:
                element.append(_text("t", words))
    return element


def field(instruction: str, *shown: etree._Element) -> list[etree._Element]:
    """The runs of a field that Word reckons, with what it shows until then."""
    return [*_opening(instruction), *shown, _edge("end")]


def _text(tag: str, words: str) -> etree._Element:
    element = w(tag)
    element.text = words
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def _edge(kind: str) -> etree._Element:
    return w("r", w("fldChar", fldCharType=kind))


def _opening(instruction: str) -> list[etree._Element]:
    return [_edge("begin"), w("r", _text("instrText", f" {instruction} ")), _edge("separate")]


def _properties(style: str, *, stops: Iterable[int] = (), new_page: bool = False) -> etree._Element:
    tabs = [w("tab", val="left", pos=stop) for stop in stops]
    return w(
        "pPr",
        w("pStyle", val=style),
        *([w("pageBreakBefore")] if new_page else []),
        *([w("tabs", *tabs)] if tabs else []),
    )


def _line(line: Line, width: int) -> etree._Element:
    ends = [width] if Blank() in line.inlines else []
    stops = [round(width * part / line.stops) for part in range(1, line.stops)] + ends
    properties = _properties(STYLES[line.style].id, stops=stops, new_page=line.new_page)
    return w("p", properties, *(_inline(each) for each in line.inlines))


def _inline(inline: Inline) -> etree._Element:
    match inline:
        case Words():
            return run(inline.text)
        case Box():
            return _box(inline)
        case Blank(width=None):
            # One space first: what is typed behind it is underlined too, and the tab gives way.
            return run(" \t", w("u", val="single"))
        case Blank():
            return run(" " * (inline.width or 0) * _SPACES_A_CHARACTER, w("u", val="single"))


def _box(box: Box) -> etree._Element:
    """A box that one clicks; unticked it is the form's own □, also for a program that knows no such control."""
    states = [
        w14(f"{state}State", val=character, font=font)
        for state, (character, font) in (("checked", _TICKED), ("unchecked", _UNTICKED))
    ]
    control = w14("checkbox", w14("checked", val=0), *states)
    font = _UNTICKED[1]
    fonts = w("rFonts", hint="eastAsia", ascii=font, hAnsi=font, eastAsia=font)
    content = run(chr(int(_UNTICKED[0], 16)), fonts)
    return w("sdt", w("sdtPr", w("alias", val=clean(box.option)), control), w("sdtContent", content))


def number_controls(document: etree._Element) -> None:
    """Give each content control the id that Word wants, from 1."""
    for number, properties in enumerate(document.iter(f"{_W}sdtPr"), start=1):
        alias = properties.find(f"{_W}alias")
        properties.insert(0 if alias is None else 1, w("id", val=number))


def bookmark(document: etree._Element) -> None:
    """Mark each heading, so that the table of contents leads to it."""
    styles = {each.id for each in (*HEADINGS, MATERIAL)}
    found = (each for each in document.iter(f"{_W}pStyle") if each.get(f"{_W}val") in styles)
    for number, style in enumerate(found):
        properties = style.getparent()
        assert properties is not None
        heading = properties.getparent()
        assert heading is not None
        heading.insert(1, w("bookmarkStart", id=number, name=_bookmark(number)))
        heading.append(w("bookmarkEnd", id=number))


def _bookmark(number: int) -> str:
    return f"_Toc{number + 1:09d}"


def contents(block: Contents, listed: Sequence[Heading]) -> etree._Element:
    """The table of contents as Word makes it, with the headings it lists; Word puts the page numbers in."""
    title = w("p", _properties(CONTENTS_TITLE.id, new_page=True), run(block.title))
    entries = list(_entries(listed))
    for number, part in enumerate(_opening('TOC \\o "1-3" \\h \\z \\u')):
        entries[0].insert(1 + number, part)
    entries.append(w("p", _properties(CONTENTS[0].id), _edge("end")))
    part = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    return w("sdt", w("sdtPr", part), w("sdtContent", title, *entries))


def _entries(listed: Sequence[Heading]) -> Iterator[etree._Element]:
    for number, heading in enumerate(listed):
        page = field(f"PAGEREF {_bookmark(number)} \\h")
        link = w("hyperlink", run(f"{heading.text}\t"), *page, anchor=_bookmark(number), history=1)
        yield w("p", _properties(CONTENTS[heading.level - 1].id), link)

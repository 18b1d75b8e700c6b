"""OFD files as converters and printing drivers write them, made of a PDF's characters and lines.

    ofd_of(pdf, style="runs", seed=1)

Styles differ where makers of OFD differ: one text object a run with steps ("runs"), one a character
("characters"), everything in points under a matrix with the running heads in a template ("scaled"), tick
boxes as drawings ("drawn"); lines are strokes or thin filled rectangles. Fields of a PDF form are not in its
characters, and so are left out.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from random import Random
from typing import Any, Final, NamedTuple
from xml.sax.saxutils import escape

__all__ = ["STYLES", "ofd_of", "ofd_of_pictures"]

_MM: Final = 25.4 / 72
_NAMESPACE: Final = "http://www.ofdspec.org/2016"


class Style(NamedTuple):
    alone: bool = False  # each character is a text object
    scaled: bool = False  # measures in points, a matrix makes millimetres of them
    filled: bool = False  # lines are filled rectangles
    template: bool = False  # what all pages have stands in a template
    drawn: bool = False  # tick boxes are drawings


STYLES: Final[Mapping[str, Style]] = {
    "runs": Style(),
    "characters": Style(alone=True, filled=True),
    "scaled": Style(scaled=True, template=True),
    "drawn": Style(filled=True, drawn=True),
}


class Glyph(NamedTuple):
    """A character: places in points from the page's top left; `base` is its baseline."""

    text: str
    font: str
    size: float
    x0: float
    x1: float
    base: float
    white: bool


@dataclass
class _Writer:
    style: Style
    rng: Random
    fonts: dict[str, int] = field(default_factory=dict)
    _last: int = 100

    def number(self) -> int:
        self._last += 1
        return self._last

    def font(self, name: str) -> int:
        return self.fonts.setdefault(name, 10 + len(self.fonts))


def ofd_of(pdf: bytes, *, style: str, seed: int = 0) -> bytes:
    """The PDF's text and lines as an OFD file; pictures are left out."""
    import pdfplumber

    writer = _Writer(STYLES[style], Random(seed))
    sheets: list[tuple[float, float, list[Glyph], list[tuple[float, float, float, float]]]] = []
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            chars = _read_again(page.chars, pdf, page.page_number)
            glyphs = [_glyph(char, float(page.height)) for char in chars]
            sheets.append((float(page.width), float(page.height), glyphs, list(_lines(page))))
            page.close()
    common = _common([glyphs for _, _, glyphs, _ in sheets]) if writer.style.template else frozenset()
    bodies = []
    for width, height, glyphs, lines in sheets:
        own = [each for each in glyphs if each not in common]
        objects = [*_paths(writer, lines), *_texts(writer, own)]
        if writer.rng.random() < 0.5:
            objects = [*_texts(writer, own), *_paths(writer, lines)]
        bodies.append((width, height, "".join(objects)))
    on_all = sorted(common, key=lambda each: (each.base, each.x0))
    return _packed(writer, bodies, "".join(_texts(writer, on_all)))


def ofd_of_pictures(pictures: Sequence[bytes], *, width: float = 595.3, height: float = 841.9) -> bytes:
    """A scan: each picture (a JPEG) fills one page of that many points."""
    writer = _Writer(Style(), Random(0))
    files = {f"Doc_0/Res/image_{index}.jpg": data for index, data in enumerate(pictures)}
    media = "".join(
        f'<ofd:MultiMedia ID="{50 + index}" Type="Image" Format="JPEG">'
        f"<ofd:MediaFile>image_{index}.jpg</ofd:MediaFile></ofd:MultiMedia>"
        for index in range(len(pictures))
    )
    across, down = _written(width * _MM), _written(height * _MM)
    place = f'Boundary="0 0 {across} {down}" CTM="{across} 0 0 {down} 0 0"'
    images = [
        f'<ofd:ImageObject ID="{writer.number()}" ResourceID="{50 + index}" {place}/>'
        for index in range(len(pictures))
    ]
    return _packed(writer, [(width, height, image) for image in images], "", media=media, files=files)


def _glyph(char: Mapping[str, Any], height: float) -> Glyph:
    matrix = char["matrix"]
    colour = char["non_stroking_color"] or ()
    white = len(colour) in (1, 3) and all(float(each) > 0.98 for each in colour)
    font = char["fontname"]
    return Glyph(char["text"], font, float(char["size"]), char["x0"], char["x1"], height - matrix[5], white)


def _read_again(chars: Sequence[Mapping[str, Any]], pdf: bytes, number: int) -> list[Mapping[str, Any]]:
    """The characters, those that pdfplumber has no letter for as PDFium says (it knows of `ActualText`)."""
    import pypdfium2

    chars = [letter for char in chars for letter in _letters_of(char)]
    if not any(_is_doubtful(char["text"]) for char in chars):
        return list(chars)
    document = pypdfium2.PdfDocument(pdf)
    page = document[number - 1]
    words = page.get_textpage()
    found: list[Mapping[str, Any]] = []
    for char in chars:
        middle = (char["x0"] + char["x1"]) / 2, char["matrix"][5] + 0.3 * char["size"]
        index = words.get_index(*middle, 3, 3) if _is_doubtful(char["text"]) else None
        text = words.get_text_range(index, 1) if index is not None else ""
        found.append({**char, "text": text} if len(text) == 1 else char)
    for each in (words, page, document):
        each.close()
    return [char for char in found if len(char["text"]) == 1]


def _letters_of(char: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """A ligature's letters, side by side."""
    text, left = char["text"], char["x0"]
    if len(text) < 2 or not text.isalpha():
        yield char
        return
    width = (char["x1"] - left) / len(text)
    for at, letter in enumerate(text):
        yield {**char, "text": letter, "x0": left + at * width, "x1": left + (at + 1) * width}


def _is_doubtful(text: str) -> bool:
    return len(text) != 1 or not text.isprintable()


def _lines(page: Any) -> Iterator[tuple[float, float, float, float]]:
    for line in (*page.lines, *(each for each in page.rects if min(each["width"], each["height"]) < 3)):
        yield line["x0"], line["top"], line["x1"], line["bottom"]


def _common(pages: Sequence[Sequence[Glyph]]) -> frozenset[Glyph]:
    counts = Counter(glyph for glyphs in pages for glyph in set(glyphs))
    return frozenset(glyph for glyph, count in counts.items() if count == len(pages) > 1)


def _runs(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    for _, group in groupby(glyphs, key=lambda each: (each.font, each.size, each.base, each.white)):
        run: list[Glyph] = []
        for glyph in group:
            if run and not -0.5 < (glyph.x0 - run[-1].x1) / max(glyph.size, 1) < 1.0:
                yield run
                run = []
            run.append(glyph)
        yield run


def _texts(writer: _Writer, glyphs: Iterable[Glyph]) -> Iterator[str]:
    for run in _runs(glyphs):
        for part in _without_boxes(run) if writer.style.drawn else [run]:
            if len(part) == 1 and writer.style.drawn and part[0].text in "□☐☑☒":
                yield _box(writer, part[0])
            elif writer.style.alone:
                yield from (_text(writer, [glyph]) for glyph in part)
            else:
                yield _text(writer, part)


def _without_boxes(run: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    for is_box, group in groupby(run, key=lambda each: each.text in "□☐☑☒"):
        glyphs = list(group)
        yield from [[each] for each in glyphs] if is_box else [glyphs]


def _text(writer: _Writer, run: Sequence[Glyph]) -> str:
    first, last = run[0], run[-1]
    unit = 1.0 if writer.style.scaled else _MM  # of the object's own space
    top = first.base - 0.9 * first.size
    boundary = " ".join(
        _written(each * _MM) for each in (first.x0, top, max(last.x1 - first.x0, 0.1), 1.15 * first.size)
    )
    steps = [(after.x0 - before.x0) * unit for before, after in pairwise(run)]
    delta = f' DeltaX="{_repeated(steps, writer.rng)}"' if steps else ""
    matrix = f' CTM="{_written(_MM, 6)} 0 0 {_written(_MM, 6)} 0 0"' if writer.style.scaled else ""
    words = escape("".join(each.text for each in run))
    colour = '<ofd:FillColor Value="255 255 255"/>' if first.white else ""
    return (
        f'<ofd:TextObject ID="{writer.number()}" Boundary="{boundary}" Font="{writer.font(first.font)}" '
        f'Size="{_written(first.size * unit)}"{matrix}>{colour}'
        f'<ofd:TextCode X="0" Y="{_written((first.base - top) * unit)}"{delta}>{words}</ofd:TextCode>'
        "</ofd:TextObject>"
    )


def _repeated(steps: Sequence[float], rng: Random) -> str:
    """Steps that come often are written once with their number; makers differ in from how many on."""
    least = rng.choice((2, 3, 5))
    words: list[str] = []
    for step, group in groupby(_written(each) for each in steps):
        count = len(list(group))
        words += ["g", str(count), step] if count >= least else [step] * count
    return " ".join(words)


def _box(writer: _Writer, glyph: Glyph) -> str:
    """A square of strokes, and the mark in it."""
    side = 0.8 * glyph.size * _MM
    x, y = glyph.x0 * _MM + 0.1 * side, glyph.base * _MM - 0.95 * side
    marks = {
        "☑": f"M {_part(0.2, side)} {_part(0.5, side)} L {_part(0.45, side)} {_part(0.8, side)} "
        f"L {_part(0.85, side)} {_part(0.15, side)}",
        "☒": f"M {_part(0.15, side)} {_part(0.15, side)} L {_part(0.85, side)} {_part(0.85, side)} "
        f"M {_part(0.15, side)} {_part(0.85, side)} L {_part(0.85, side)} {_part(0.15, side)}",
    }
    end = _written(side)
    frame = f"M 0 0 L {end} 0 L {end} {end} L 0 {end} C"
    boundary = f"{_written(x)} {_written(y)} {end} {end}"
    drawings = [frame, *([marks[glyph.text]] if glyph.text in marks else [])]
    return "".join(
        f'<ofd:PathObject ID="{writer.number()}" Boundary="{boundary}" LineWidth="0.2">'
        f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
        for data in drawings
    )


def _part(share: float, side: float) -> str:
    return _written(share * side)


def _paths(writer: _Writer, lines: Iterable[tuple[float, float, float, float]]) -> Iterator[str]:
    for x0, top, x1, bottom in lines:
        thick = max(min(x1 - x0, bottom - top), 0.5)
        across, down = max(x1 - x0, thick) * _MM, max(bottom - top, thick) * _MM
        boundary = " ".join(_written(each) for each in (x0 * _MM, top * _MM, across, down))
        wide, high = _written(across), _written(down)
        if writer.style.filled:
            data = f"M 0 0 L {wide} 0 L {wide} {high} L 0 {high} C"
            painted = 'Stroke="false" Fill="true"><ofd:FillColor Value="0 0 0"/>'
        elif x1 - x0 >= bottom - top:
            middle = _written(down / 2)
            data, painted = f"M 0 {middle} L {wide} {middle}", f'LineWidth="{high}">'
        else:
            middle = _written(across / 2)
            data, painted = f"M {middle} 0 L {middle} {high}", f'LineWidth="{wide}">'
        yield (
            f'<ofd:PathObject ID="{writer.number()}" Boundary="{boundary}" {painted}'
            f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
        )


def _written(value: float, digits: int = 4) -> str:
    return f"{value:.{digits}f}".rstrip("0").rstrip(".") or "0"


def _packed(
    writer: _Writer,
    bodies: Sequence[tuple[float, float, str]],
    template: str,
    *,
    media: str = "",
    files: Mapping[str, bytes] | None = None,
) -> bytes:
    folder = "Doc_0"
    parts: dict[str, str | bytes] = {
        "OFD.xml": _xml(
            "OFD",
            f"<ofd:DocBody><ofd:DocInfo><ofd:DocID>{writer.rng.getrandbits(128):032x}</ofd:DocID>"
            f"</ofd:DocInfo><ofd:DocRoot>{folder}/Document.xml</ofd:DocRoot></ofd:DocBody>",
            ' Version="1.0" DocType="OFD"',
        ),
        f"{folder}/PublicRes.xml": _xml("Res", _fonts(writer), ' BaseLoc="Res"'),
        f"{folder}/DocumentRes.xml": _xml(
            "Res", f"<ofd:MultiMedias>{media}</ofd:MultiMedias>", ' BaseLoc="Res"'
        ),
        **(files or {}),
    }
    used = '<ofd:Template TemplateID="2" ZOrder="Background"/>' if template else ""
    listed = '<ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/>' if template else ""
    if template:
        parts[f"{folder}/Tpls/Tpl_0/Content.xml"] = _xml("Page", _layer(writer, template))
    pages = []
    for index, (width, height, objects) in enumerate(bodies):
        box = f"0 0 {_written(width * _MM)} {_written(height * _MM)}"
        area = f"<ofd:Area><ofd:PhysicalBox>{box}</ofd:PhysicalBox></ofd:Area>"
        parts[f"{folder}/Pages/Page_{index}/Content.xml"] = _xml(
            "Page", area + used + _layer(writer, objects)
        )
        pages.append(f'<ofd:Page ID="{1000 + index}" BaseLoc="Pages/Page_{index}/Content.xml"/>')
    parts[f"{folder}/Document.xml"] = _xml(
        "Document",
        "<ofd:CommonData><ofd:MaxUnitID>99999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
        f"</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
        f"<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>{listed}</ofd:CommonData>"
        f"<ofd:Pages>{''.join(pages)}</ofd:Pages>",
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _fonts(writer: _Writer) -> str:
    fonts = "".join(
        f'<ofd:Font ID="{number}" FontName="{escape(name, {chr(34): "&quot;"})}"/>'
        for name, number in writer.fonts.items()
    )
    return f"<ofd:Fonts>{fonts}</ofd:Fonts>"


def _layer(writer: _Writer, objects: str) -> str:
    return f'<ofd:Content><ofd:Layer ID="{writer.number()}" Type="Body">{objects}</ofd:Layer></ofd:Content>'


def _xml(name: str, content: str, attributes: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<ofd:{name} xmlns:ofd="{_NAMESPACE}"{attributes}>'
        f"{content}</ofd:{name}>"
    )

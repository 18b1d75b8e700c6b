"""A small writer of .docx files: no library between the clerk's oddity and the XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

__all__ = ["Cell", "Row", "box", "control", "docx", "p", "picture", "ps", "run", "table"]

_MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES: Final = {
    "w": _MAIN,
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
_XMLNS: Final = " ".join(f'xmlns:{short}="{name}"' for short, name in _NAMES.items())
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LINK: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PNG: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


def run(text: str, **look: str) -> str:
    """Runs of one look, tabs and line breaks as Word has them. `look` gives w: elements, e.g. u="single"."""
    marks = "".join(_mark(name, value) for name, value in look.items())
    inner = "".join(
        {"\t": "<w:tab/>", "\n": "<w:br/>"}.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>'
        for part in _split(text)
    )
    return f"<w:r>{f'<w:rPr>{marks}</w:rPr>' if marks else ''}{inner}</w:r>"


def _mark(name: str, value: str) -> str:
    return f'<w:{name} w:val="{value}"/>' if value else f"<w:{name}/>"


def _split(text: str) -> list[str]:
    return [part for part in text.replace("\t", "\0\t\0").replace("\n", "\0\n\0").split("\0") if part]


def p(*parts: str, style: str = "", look: Mapping[str, str] | None = None) -> str:
    """A paragraph; a part that begins with `<` is XML already."""
    inner = "".join(part if part.startswith("<") else run(part, **(look or {})) for part in parts if part)
    named = f"<w:pPr>{_mark('pStyle', style)}</w:pPr>" if style else ""
    return f"<w:p>{named}{inner}</w:p>"


def ps(text: str) -> str:
    """A paragraph a line."""
    return "".join(p(line) for line in text.split("\n"))


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds (text, or XML of blocks), over how many columns; `down` is restart or continue."""

    holds: str = ""
    span: int = 1
    down: str = ""
    fill: str = ""


Row = Sequence["str | Cell"]


def table(*rows: Row) -> str:
    width = max(sum(_cell(each).span for each in row) for row in rows)
    column = '<w:gridCol w:w="1500"/>'
    grid = f"<w:tblGrid>{column * width}</w:tblGrid>"
    look = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{look}{grid}{''.join(_row(each) for each in rows)}</w:tbl>{p()}"


def _row(row: Row) -> str:
    return f"<w:tr>{''.join(_drawn(_cell(each)) for each in row)}</w:tr>"


def _cell(each: str | Cell) -> Cell:
    return each if isinstance(each, Cell) else Cell(each)


def _drawn(cell: Cell) -> str:
    marks = [f'<w:gridSpan w:val="{cell.span}"/>'] if cell.span > 1 else []
    if cell.down:
        marks.append('<w:vMerge w:val="restart"/>' if cell.down == "restart" else "<w:vMerge/>")
    if cell.fill:
        marks.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>')
    holds = cell.holds if cell.holds.startswith("<w:") else ps(cell.holds)
    if holds.endswith("</w:tbl>"):
        holds += p()
    return f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>{"".join(marks)}</w:tcPr>{holds}</w:tc>'


def control(text: str, *, listed: Sequence[str] = (), hint: bool = False) -> str:
    """An inline content control; with `listed` a dropdown; with `hint` it still shows its placeholder."""
    kind = "".join(f'<w:listItem w:displayText="{each}" w:value="{each}"/>' for each in listed)
    kind = f"<w:dropDownList>{kind}</w:dropDownList>" if listed else "<w:text/>"
    shown = "<w:showingPlcHdr/>" if hint else ""
    return f"<w:sdt><w:sdtPr>{shown}{kind}</w:sdtPr><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"


def box(*, ticked: bool) -> str:
    """A check box as Word 2010 and later draws it."""
    glyph = "☒" if ticked else "☐"
    state = f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/></w14:checkbox>'
    return f"<w:sdt><w:sdtPr>{state}</w:sdtPr><w:sdtContent>{run(glyph)}</w:sdtContent></w:sdt>"


def picture(name: str = "图片") -> str:
    """A run that shows the one picture of the package (rId9)."""
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/>'
        f'<wp:docPr id="1" name="{name}"/><a:graphic><a:graphicData uri="{_NAMES["pic"]}"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="1" name="p.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        '<a:blip r:embed="rId9"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def docx(
    *blocks: str,
    header: str = "",
    footer: str = "",
    footnotes: Sequence[str] = (),
    comments: Sequence[str] = (),
    bare: bool = False,
) -> bytes:
    """The package; a footnote's reference is `<w:r><w:footnoteReference w:id="1"/></w:r>`, from 1 on."""
    notes = "".join(f'<w:footnote w:id="{i}">{p(t)}</w:footnote>' for i, t in enumerate(footnotes, start=1))
    said = "".join(
        f'<w:comment w:id="{i}" w:author="审核">{p(t)}</w:comment>' for i, t in enumerate(comments, 1)
    )
    parts = {
        "header": ("hdr", p(header) if header else ""),
        "footer": ("ftr", p(footer) if footer else ""),
        "footnotes": ("footnotes", notes),
        "comments": ("comments", said),
        "styles": ("styles", "" if bare else _styles()),
    }
    parts = {name: part for name, part in parts.items() if part[1]}
    refs = "".join(
        f'<w:{name}Reference w:type="default" r:id="rId_{name}"/>'
        for name in ("header", "footer")
        if name in parts
    )
    page = "" if bare else f'<w:sectPr>{refs}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    files = {f"word/{name}.xml": _part(tag, inner) for name, (tag, inner) in parts.items()}
    files["word/document.xml"] = _part("document", f"<w:body>{''.join(blocks)}{page}</w:body>")
    links = "".join(f'<Relationship Id="rId_{n}" Type="{_LINK}/{n}" Target="{n}.xml"/>' for n in parts)
    links += f'<Relationship Id="rId9" Type="{_LINK}/image" Target="media/p.png"/>'
    files["word/_rels/document.xml.rels"] = _relationships(links)
    office = f'<Relationship Id="rId1" Type="{_LINK}/officeDocument" Target="word/document.xml"/>'
    files["_rels/.rels"] = _relationships(office)
    return _zipped({"[Content_Types].xml": _types(parts), **files})


def _part(tag: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{tag} {_XMLNS}>{inner}</w:{tag}>'


def _relationships(inner: str) -> str:
    name = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{name}">{inner}</Relationships>'


def _types(parts: Mapping[str, tuple[str, str]]) -> str:
    own = "".join(f'<Override PartName="/word/{n}.xml" ContentType="{_TYPE}.{n}+xml"/>' for n in parts)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>{own}</Types>'
    )


def _styles() -> str:
    fonts = '<w:rFonts w:ascii="宋体" w:eastAsia="宋体" w:hAnsi="宋体"/><w:sz w:val="28"/>'
    line = '<w:pPrDefault><w:pPr><w:spacing w:line="580" w:lineRule="exact"/></w:pPr></w:pPrDefault>'
    heads = "".join(
        f'<w:style w:type="paragraph" w:styleId="{level}"><w:name w:val="heading {level}"/>'
        f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:rFonts w:eastAsia="{font}"/>'
        '<w:sz w:val="32"/></w:rPr></w:style>'
        for level, font in ((1, "黑体"), (2, "楷体"), (3, "宋体"))
    )
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    return f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}</w:rPr></w:rPrDefault>{line}</w:docDefaults>{normal}{heads}"


def _zipped(files: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2022, 11, 1, 0, 0, 0)), text)
        archive.writestr(zipfile.ZipInfo("word/media/p.png", (2022, 11, 1, 0, 0, 0)), _PNG)
    return out.getvalue()

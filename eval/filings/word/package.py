"""A .docx from its parts. The bytes depend on the content alone: no clock, no machine."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from typing import Final

from eval.filings.word.ink import XMLNS

HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
A4: Final = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1440" w:right="1417" w:bottom="1440" w:left="1417" w:header="851" w:footer="992" w:gutter="0"/>'
)


@dataclass(frozen=True)
class Parts:
    """What goes into the package. Each string is the inner XML of its part; an empty one leaves the part out."""

    body: str
    styles: str = ""
    numbering: str = ""
    footnotes: str = ""
    comments: str = ""
    header: str = ""
    footer: str = ""
    columns: int = 1
    extra: dict[str, bytes] = field(default_factory=dict)


def default_styles(*, headings: bool = True) -> str:
    """Body in 14 pt 宋体 with exact 29 pt lines; headings in 黑体 and 楷体 16 pt, as 填报说明 五 asks."""
    body = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
        '</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a">'
        '<w:name w:val="Normal"/><w:pPr><w:spacing w:line="580" w:lineRule="exact"/></w:pPr></w:style>'
    )
    faces = (("黑体", 0), ("楷体", 1), ("楷体", 2))
    levels = "".join(
        f'<w:style w:type="paragraph" w:styleId="{level + 1}"><w:name w:val="heading {level + 1}"/>'
        f'<w:basedOn w:val="a"/><w:pPr><w:keepNext/><w:outlineLvl w:val="{level}"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}"/><w:sz w:val="32"/></w:rPr></w:style>'
        for face, level in faces
    )
    contents = "".join(
        f'<w:style w:type="paragraph" w:styleId="TOC{level}"><w:name w:val="toc {level}"/><w:basedOn w:val="a"/></w:style>'
        for level in (1, 2, 3)
    )
    return body + (levels + contents if headings else "")


def pack(parts: Parts) -> bytes:
    """The zip of these parts, each stamped 1980-01-01."""
    names = {
        "styles": parts.styles or default_styles(),
        "numbering": parts.numbering,
        "footnotes": parts.footnotes,
        "comments": parts.comments,
        "header": parts.header,
        "footer": parts.footer,
    }
    roots = {"header": "hdr", "footer": "ftr"}
    kept = {name: inner for name, inner in names.items() if inner}
    references = "".join(
        f'<w:{name}Reference w:type="default" r:id="rId{name}"/>'
        for name in ("header", "footer")
        if name in kept
    )
    columns = f'<w:cols w:num="{parts.columns}" w:space="425"/>' if parts.columns > 1 else ""
    document = (
        f'{HEAD}<w:document {XMLNS} mc:Ignorable="w14"><w:body>{parts.body}'
        f"<w:sectPr>{references}{A4}{columns}</w:sectPr></w:body></w:document>"
    )
    members = {
        "[Content_Types].xml": _content_types(kept),
        "_rels/.rels": _relationships({"document": ("officeDocument", "word/document.xml")}),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relationships({name: (name, f"{name}.xml") for name in kept}),
        **{
            f"word/{name}.xml": f"{HEAD}<w:{roots.get(name, name)} {XMLNS}>{inner}</w:{roots.get(name, name)}>"
            for name, inner in kept.items()
        },
    }
    return stamp({**{name: text.encode() for name, text in members.items()}, **parts.extra})


def stamp(members: dict[str, bytes]) -> bytes:
    """These members as a zip whose bytes are a function of them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # otherwise the platform that wrote it shows in the bytes
            archive.writestr(info, content)
    return out.getvalue()


def restamp(docx: bytes) -> bytes:
    """The same package with every member's time set back."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return stamp({name: archive.read(name) for name in archive.namelist()})


def _content_types(kept: dict[str, str]) -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{name}+xml"/>' for name in kept
    )
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>{overrides}</Types>'
    )


def _relationships(targets: dict[str, tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="rId{key}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{space}">{links}</Relationships>'

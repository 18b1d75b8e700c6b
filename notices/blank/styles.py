"""The styles of a blank form: built-in ones where Word has one, so that Word and WPS show them in their own language.

The format is that of 填报说明 五: body 4号 宋体 in lines of 29 磅, first headings 3号 黑体, second 3号 楷体. What
has no demand (tables of short answers, the cover) is a size smaller or larger, as usual on such forms.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lxml import etree

from notices.blank.elements import StyleName
from notices.blank.markup import w

__all__ = [
    "CONTENTS",
    "CONTENTS_TITLE",
    "FOOTER",
    "HEADINGS",
    "MATERIAL",
    "STYLES",
    "TEXT_WIDTH",
    "Style",
    "styles_part",
]

_SONG, _HEI, _KAI = "宋体", "黑体", "楷体"
_SIZE_1, _SIZE_2, _SIZE_3, _SIZE_4, _SIZE_SMALL_4 = 26.0, 22.0, 16.0, 14.0, 12.0  # 一号 to 小四
_BODY_LINE = 29.0
TEXT_WIDTH = 8840  # twips, of an upright A4 page between its margins

Align = Literal["left", "center", "right", "both", "distribute"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A paragraph style. Sizes and distances in points; `indent` of the first line in 字."""

    id: str
    name: str  # Word's own name of a built-in style is English in every file
    font: str = _SONG
    size: float = _SIZE_4
    line: float | None = _BODY_LINE  # exact; None: as the font wants it
    before: float = 0
    after: float = 0
    align: Align = "both"
    indent: int = 0
    left: float = 0  # indent of the whole paragraph
    bold: bool = False
    level: int = 0  # of a heading, from 1
    then: str = ""  # id of the style of the next paragraph


STYLES: dict[StyleName, Style] = {
    "body": Style(id="NormalIndent", name="Normal Indent", indent=2),
    "plain": Style(id="Normal", name="Normal"),
    "item": Style(id="FormItem", name="申报书条目", bold=True, then="NormalIndent"),
    "label": Style(id="FormLabel", name="申报书表头", size=_SIZE_SMALL_4, line=20, align="center"),
    "entry": Style(id="FormEntry", name="申报书填写项", size=_SIZE_SMALL_4, line=20, align="center"),
    "list": Style(id="FormList", name="申报书指标项", size=_SIZE_SMALL_4, line=24, align="left"),
    "signature": Style(id="FormSignature", name="申报书签章", align="left", left=170),
    "annex": Style(id="FormAnnex", name="申报书附件号", font=_HEI, size=_SIZE_3, align="left"),
    "title": Style(id="Title", name="Title", size=_SIZE_1, line=None, before=96, after=150, align="center", bold=True),
    "subtitle": Style(id="Subtitle", name="Subtitle", font=_HEI, size=_SIZE_2, line=None, before=12, after=12, align="center"),
    "cover_label": Style(id="CoverLabel", name="申报书封面标签", size=_SIZE_3, line=None, before=12, align="distribute"),
    "cover_entry": Style(id="CoverEntry", name="申报书封面填写项", size=_SIZE_3, line=None, before=12, align="center"),
    "imprint": Style(id="CoverImprint", name="申报书编制单位", font=_KAI, size=_SIZE_3, line=None, before=130, align="center"),
    "note": Style(id="FormNote", name="申报书附注", size=_SIZE_SMALL_4, line=24, before=6, align="left"),
}  # fmt: skip

HEADINGS: tuple[Style, ...] = (
    Style(id="Heading1", name="heading 1", font=_HEI, size=_SIZE_3, before=6, after=6, align="center", level=1, then="Normal"),
    Style(id="Heading2", name="heading 2", font=_KAI, size=_SIZE_3, before=6, after=6, align="left", level=2, then="Normal"),
    Style(id="Heading3", name="heading 3", bold=True, align="left", level=3, then="NormalIndent"),
)  # fmt: skip
MATERIAL = Style(id="FormMaterial", name="申报书材料", align="left", level=3)
CONTENTS: tuple[Style, ...] = (
    Style(id="TOC1", name="toc 1", align="left"),
    Style(id="TOC2", name="toc 2", align="left", left=14),
    Style(id="TOC3", name="toc 3", align="left", left=28),
)
CONTENTS_TITLE = Style(
    id="TOCHeading", name="TOC Heading", font=_HEI, size=_SIZE_2, line=None, after=12, align="center"
)
FOOTER = Style(id="Footer", name="footer", line=None, align="center")


def styles_part() -> etree._Element:
    """The styles of every blank form."""
    own = (*HEADINGS, MATERIAL, *STYLES.values(), CONTENTS_TITLE, *CONTENTS, FOOTER)
    normal = STYLES["plain"]
    return w(
        "styles",
        _defaults(),
        _normal(normal),
        _character(),
        _table(),
        *(_paragraph(each) for each in own if each != normal),
    )


def _fonts(font: str) -> etree._Element:
    # Latin letters too: 填报说明 五 names one font, and quotation marks are full-width only in a Chinese one.
    return w("rFonts", ascii=font, hAnsi=font, eastAsia=font, cs="Times New Roman")


def _half_points(size: float) -> tuple[etree._Element, etree._Element]:
    return w("sz", val=round(size * 2)), w("szCs", val=round(size * 2))


def _defaults() -> etree._Element:
    language = w("lang", val="zh-CN", eastAsia="zh-CN", bidi="ar-SA")
    run = w("rPr", _fonts(_SONG), w("kern", val=2), *_half_points(_SIZE_4), language)
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault"))


def _spacing(style: Style) -> etree._Element:
    # Said in either case, since every style is based on one with exact lines; 240 is the font's own line.
    line, rule = (round(style.line * 20), "exact") if style.line else (240, "auto")
    return w(
        "spacing", before=round(style.before * 20), after=round(style.after * 20), line=line, lineRule=rule
    )


def _normal(normal: Style) -> etree._Element:
    return w(
        "style", w("name", val=normal.name), w("qFormat"), w("pPr", _spacing(normal), w("jc", val=normal.align)),
        w("rPr", _fonts(normal.font), *_half_points(normal.size)),
        type="paragraph", default=1, styleId=normal.id,
    )  # fmt: skip


def _character() -> etree._Element:
    return w(
        "style",
        w("name", val="Default Paragraph Font"),
        w("semiHidden"),
        type="character",
        default=1,
        styleId="Default",
    )


def _table() -> etree._Element:
    margins = w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in _CELL_MARGINS.items()))
    indent = w("tblInd", w=0, type="dxa")
    return w(
        "style", w("name", val="Normal Table"), w("semiHidden"), w("tblPr", indent, margins),
        type="table", default=1, styleId="TableNormal",
    )  # fmt: skip


_CELL_MARGINS = {"top": 0, "left": 108, "bottom": 57, "right": 108}


def _paragraph(style: Style) -> etree._Element:
    indent = []
    if style.indent:
        first = round(style.indent * style.size * 20)
        indent = [w("ind", firstLineChars=style.indent * 100, firstLine=first)]
    elif style.left:
        indent = [w("ind", left=round(style.left * 20))]
    # Only over what follows on the page: in a table it would keep whole rows together.
    heading = [w("keepNext"), w("keepLines")] if style.level in (1, 2) else []
    outline = [w("outlineLvl", val=style.level - 1)] if style.level else []
    stops = [w("tabs", w("tab", val="right", leader="dot", pos=TEXT_WIDTH))] if style in CONTENTS else []
    bold = [w("b"), w("bCs")] if style.bold else []
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val="Normal"),
        *([w("next", val=style.then)] if style.then else []),
        *([w("uiPriority", val=39)] if style in CONTENTS else []),
        w("qFormat"),
        w("pPr", *heading, *stops, _spacing(style), *indent, w("jc", val=style.align), *outline),
        w("rPr", _fonts(style.font), *bold, *_half_points(style.size)),
        type="paragraph",
        styleId=style.id,
        **({} if style.name.isascii() else {"customStyle": 1}),
    )

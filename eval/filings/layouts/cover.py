"""The cover, and the pages between it and the form."""

from __future__ import annotations

from random import Random
from xml.sax.saxutils import escape

from eval.filings import wording
from eval.filings.script import Script
from eval.filings.word.ink import Ink
from eval.filings.word.nodes import Block, Par, RawBlock, Text, cell, label, line, row, tab

TITLE = "河北省省级工业互联网平台申报书"
PATHS = ("platform_name", "platform_category", "applicant", "recommender", "filed_on")
_SPREAD = {
    "cover.platform_name": "平   台   名    称",
    "cover.platform_category": "平   台   类    型",
    "cover.applicant": "申 报 单 位（盖章）",
    "cover.recommender": "推 荐 单 位（盖章）",
    "cover.filed_on": "填   报   日    期",
}
PAGE_BREAK = RawBlock('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')


def value(script: Script, path: str) -> Text:
    """What stands on the cover; the category is written there by hand, in anyone's words."""
    if path == "cover.platform_category" and path not in script.truth.written and script.values[path]:
        words = wording.CATEGORY_BY_HAND[str(script.values[path])]
        return Text(script.dice(path).choice(words), "value", path)
    return script.text(path)


def title() -> list[Block]:
    return [
        line("附件1"),
        Par((Text(TITLE, "label", bold=True),), align="center"),
        Par(()),
    ]


def printed(script: Script) -> list[Block]:
    """Spread labels and a blank line behind each, as in the notice's annex."""
    out = title()
    for name in PATHS:
        path = f"cover.{name}"
        out.append(
            line(_SPREAD[path], script.gap(), value(script, path), Text(" " * script.rng.randint(2, 12)))
        )
    return [*out, line("河北省工业和信息化厅编制"), PAGE_BREAK]


def colons(script: Script) -> list[Block]:
    mark = script.rng.choice(("：", ": ", "："))
    rows = [line(script.label(f"cover.{name}") + mark, value(script, f"cover.{name}")) for name in PATHS]
    return [*title(), *rows, PAGE_BREAK]


def table(script: Script, *, borders: bool = False) -> list[Block]:
    rows = [row(cell(script.label(f"cover.{name}")), cell(value(script, f"cover.{name}"))) for name in PATHS]
    return [*title(), tab(rows, borders=borders, widths=(3000, 6070)), PAGE_BREAK]


def text_box(script: Script, ink: Ink) -> list[Block]:
    """The lines in a text box: Word keeps them twice, as a drawing and as VML for old readers."""
    inner = ink.body(
        [line(f"{script.label(f'cover.{name}')}：", value(script, f"cover.{name}")) for name in PATHS]
    )
    size = '<wp:extent cx="5000000" cy="2400000"/><wp:docPr id="7" name="文本框 7"/>'
    shape = (
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
    )
    box = (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"{size}{shape}</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f'<v:shape id="box7" style="width:390pt;height:190pt"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape>'
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    return [*title(), RawBlock(box), PAGE_BREAK]


def none(script: Script) -> list[Block]:
    """No cover at all: the form starts with its title."""
    script.drop(*(f"cover.{name}" for name in PATHS))
    return title()[1:]


def instructions() -> list[Block]:
    return [
        Par((label("填报说明"),), align="center"),
        *(line(each) for each in wording.INSTRUCTIONS),
        PAGE_BREAK,
    ]


def contents(rng: Random, headings: list[tuple[int, str]], *, field: bool = True) -> list[Block]:
    """A table of contents as Word generates it: every heading once more, with leader and page."""
    page = 3
    entries = ""
    for number, (level, text) in enumerate(headings):
        page += rng.randint(0, 2)
        anchor = f"_Toc{99000 + number}"
        start = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h \\z \\u </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            if field and number == 0
            else ""
        )
        stop = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if field and number == len(headings) - 1 else ""
        entries += (
            f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9060"/></w:tabs></w:pPr>{start}'
            f'<w:hyperlink w:anchor="{anchor}"><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r><w:r><w:tab/></w:r>'
            f"<w:r><w:t>{page}</w:t></w:r></w:hyperlink>{stop}</w:p>"
        )
    return [Par((label("目  录"),), align="center"), RawBlock(entries), PAGE_BREAK]

"""Filings set otherwise than 填报说明 五 and 六 ask, in the many ways in which Word comes to it; and near misses."""

from __future__ import annotations

from typing import Final

from eval.filings.mutant import Expected, Mutant, NearMiss
from eval.filings.mutations import CROSS, INDUSTRY, REGIONAL
from eval.filings.word import contents as toc
from eval.filings.word import reworks as do
from eval.filings.word.reworks import Rework, both, direct, font, size, spacing

__all__ = ["LOOKS", "LOOK_NEAR_MISSES"]

_CATEGORIES: Final = (CROSS, REGIONAL, INDUSTRY)
_HEADED: Final = ("headings",)  # the style whose headings have heading styles
_PRINTED: Final = ("printed_any_tick", "lived_in")  # whose headings are plain paragraphs
_STYLES: Final = (("headings",), ("lived_in",))
_SONG: Final = font("宋体") + size(14)
_EXACT: Final = spacing(580)
_THEMED: Final = font("minorEastAsia", slot="eastAsiaTheme") + size(14)
_BODY_TEXT: Final = '<w:style w:type="paragraph" w:customStyle="1" w:styleId="zw"><w:name w:val="申报书正文"/><w:basedOn w:val="a"/>'
_TABLE: Final = '<w:style w:type="table" w:styleId="wg"><w:name w:val="Table Grid"/>'


def _looks(rule: str, cases: dict[str, Rework | tuple[Rework, tuple[str, ...]]]) -> list[Mutant]:
    expected = (Expected(rule, "", "warning"),)
    return [
        Mutant(name, _CATEGORIES[at % 3], lambda truth: truth, expected, *_parted(each, at))
        for at, (name, each) in enumerate(cases.items())
    ]


def _near(rule: str, cases: dict[str, Rework | tuple[Rework, tuple[str, ...]]]) -> list[NearMiss]:
    return [
        NearMiss(name, rule, _CATEGORIES[at % 3], lambda truth: truth, *_parted(each, at))
        for at, (name, each) in enumerate(cases.items())
    ]


def _parted(case: Rework | tuple[Rework, tuple[str, ...]], at: int) -> tuple[Rework, tuple[str, ...]]:
    return case if isinstance(case, tuple) else (case, _STYLES[at % 2])


def _in_style(runs: str = "", paragraphs: str = "") -> Rework:
    """A style for the text, of its own, that all prose is given."""
    inside = f"<w:pPr>{paragraphs}</w:pPr><w:rPr>{runs}</w:rPr></w:style>"
    return both(do.added_style(_BODY_TEXT + inside), direct(paragraphs='<w:pStyle w:val="zw"/>'))


def _by_character(runs: str) -> Rework:
    style = f'<w:style w:type="character" w:customStyle="1" w:styleId="zf"><w:name w:val="强调字"/><w:rPr>{runs}</w:rPr></w:style>'
    return both(do.added_style(style), direct('<w:rStyle w:val="zf"/>'))


LOOKS: Final[dict[str, list[Mutant]]] = {
    "FMT001": _looks("FMT001", {
        "all of it A3": do.paper(16838, 23811),
        "Letter": do.paper(12240, 15840),
        "16开": do.paper(10433, 14742),
        "B5": do.paper(10319, 14572),
        "one lying A3 section for a large table": do.section(23811, 16838, orient="landscape"),
        "a narrow appendix": do.section(11906, 14000),
    }),
    "FMT002": _looks("FMT002", {
        "defaults of another font": do.defaults(font("仿宋_GB2312") + size(14)),
        "小四 in the Normal style": do.normal(size(12)),
        "三号仿宋 in the Normal style": do.normal(font("仿宋") + size(16)),
        "等线 by the theme's script": both(do.defaults(_THEMED), do.themed(minor="等线", script=True)),
        "微软雅黑 by the theme": both(do.defaults(_THEMED), do.themed(minor="Microsoft YaHei")),
        "楷体 typed over by hand": direct(font("KaiTi", latin="Times New Roman")),
        "五号 by hand": direct(size(10.5)),
        "a body style of its own in 华文中宋": _in_style(font("华文中宋")),
        "a body style of its own in 小四": _in_style(size(12)),
        "a character style in 华文仿宋": _by_character(font("STFangsong")),
        "方正小标宋 by hand": direct(font("方正小标宋简体")),
        "a third of it in 小四": direct(size(12), share=0.33),
        "a quarter of it in 等线": direct(font("等线"), share=0.25),
        "13 points": do.normal(size(13)),
        "a table style in 五号": (do.tables(f"{_TABLE}<w:rPr>{size(10.5)}</w:rPr></w:style>", "wg"), _PRINTED),
    }),
    "FMT003": _looks("FMT003", {
        "28 points": do.normal(paragraphs=spacing(560)),
        "30 points by hand": direct(paragraphs=spacing(600)),
        "one and a half lines": do.normal(paragraphs=spacing(360, "auto")),
        "nothing said": do.normal(paragraphs=""),
        "at least 29 points": do.normal(paragraphs=spacing(580, "atLeast")),
        "defaults of 1.15": both(do.defaults(_SONG, '<w:spacing w:after="200" w:line="276" w:lineRule="auto"/>'), do.normal(paragraphs="")),
        "28 by a style of its own": _in_style(paragraphs='<w:spacing w:line="560"/>'),
        "a third of it in single lines": direct(paragraphs=spacing(240, "auto"), share=0.33),
    }),
    "FMT004": [
        *_looks("FMT004", {
            "first headings in 宋体": (do.heading_style(1, font("宋体") + size(16)), _HEADED),
            "first headings in 二号": (do.heading_style(1, font("黑体") + size(22)), _HEADED),
            "second headings in 黑体": (do.heading_style(2, font("黑体") + size(16)), _HEADED),
            "second headings in 小三": (do.heading_style(2, font("楷体") + size(15)), _HEADED),
            "second headings in 仿宋": (do.heading_style(2, font("仿宋_GB2312") + size(16)), _HEADED),
            "first headings by the theme in 等线": (
                both(do.heading_style(1, font("majorEastAsia", slot="eastAsiaTheme") + size(16)), do.themed(major="等线 Light")), _HEADED),
            "one second heading by hand": (do.headings(2, font("宋体"), most=1), _HEADED),
            "first headings by hand in 14 points": (do.headings(1, size(14)), _HEADED),
        }),
    ],
    "FMT005": _looks("FMT005", {
        "none": lambda package: None,
        "two levels": toc.typed(toc.TWO_LEVELS),
        "no materials": toc.typed(toc.NO_MATERIALS),
        "the materials as one line": toc.typed(toc.MATERIALS_AS_ONE),
        "generated, two levels": toc.generated(toc.GENERATED_TWO),
        "never updated": toc.generated(()),
        "chapters alone": toc.typed(toc.CHAPTERS, leader=" "),
    }),
}  # fmt: skip

LOOK_NEAR_MISSES: Final[tuple[NearMiss, ...]] = (
    *_near("FMT001", {
        "A4 lying": do.paper(16838, 11906, orient="landscape"),
        "A4 rounded by WPS": do.paper(11900, 16840),
        "A4 rounded to centimetres": do.paper(11909, 16834),
        "a lying A4 section": do.section(16838, 11906, orient="landscape"),
    }),
    *_near("FMT002", {
        "NSimSun": do.normal(font("新宋体")),
        "华文宋体": do.normal(font("华文宋体")),
        "Songti SC of macOS": do.normal(font("Songti SC")),
        "方正书宋": do.normal(font("方正书宋_GBK")),
        "思源宋体": do.normal(font("思源宋体 CN")),
        "宋体 by the theme's script": both(do.defaults(_THEMED), do.themed(minor="宋体", script=True)),
        "SimSun by the theme": both(do.defaults(_THEMED), do.themed(minor="SimSun")),
        "wrong defaults, the Normal style right": both(do.defaults(font("等线") + size(10.5)), do.normal(_SONG)),
        "wrong styles, all of it right by hand": (both(do.defaults(font("等线") + size(10.5)), direct(_SONG)), _PRINTED),
        "wrong styles, right by a style of its own": (both(do.defaults(font("仿宋") + size(16)), _in_style(_SONG)), _PRINTED),
        "a word in a hundred in bold 黑体": direct(font("黑体") + "<w:b/>", share=0.03),
        "another font for Latin letters": direct('<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'),
        "all bold": direct("<w:b/>"),
    }),
    *_near("FMT003", {
        "29 by hand over single lines": both(do.normal(paragraphs=spacing(240, "auto")), direct(paragraphs=_EXACT)),
        "29pt with its unit": do.normal(paragraphs=spacing("29pt")),
        "29 by the defaults": both(do.defaults(_SONG, _EXACT), do.normal(paragraphs="")),
        "29 by a style of its own": both(do.normal(paragraphs=spacing(360, "auto")), _in_style(paragraphs=_EXACT)),
        "distance before paragraphs": direct(paragraphs='<w:spacing w:before="120" w:line="580" w:lineRule="exact"/>'),
    }),
    *_near("FMT004", {
        "SimHei and KaiTi_GB2312": (both(do.heading_style(1, font("SimHei") + size(16)), do.heading_style(2, font("楷体_GB2312") + size(16))), _HEADED),
        "华文黑体 and 华文楷体, bold": (both(do.heading_style(1, font("STHeiti") + size(16) + "<w:b/>"), do.heading_style(2, font("华文楷体") + size(16) + "<w:b/>")), _HEADED),
        "黑体 by the theme": (both(do.heading_style(1, font("majorEastAsia", slot="eastAsiaTheme") + size(16)), do.themed(major="黑体", script=True)), _HEADED),
        "third headings like the text": (do.heading_style(3, _SONG + "<w:b/>"), _HEADED),
        "wrong styles, right by hand": (both(do.heading_style(1, size(22)), do.headings(1, font("黑体") + size(16))), _HEADED),
    }),
    *_near("FMT005", {
        "typed with dots": toc.typed(toc.WHOLE),
        "typed with tabs": toc.typed(toc.WHOLE, leader="\t"),
        "typed, numbers all through": toc.typed(toc.DECIMAL),
        "generated": toc.generated(toc.GENERATED_WHOLE),
        "generated in a content control": toc.generated(toc.GENERATED_WHOLE, control=True),
        "typed in a table without rules": toc.tabled(toc.WHOLE),
    }),
)  # fmt: skip

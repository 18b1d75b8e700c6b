"""Fonts, sizes, distances, headings and contents: on the form that we write, and at the edges (FMT)."""

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from extractors.check import check
from extractors.fill import fill
from extractors.form import Form
from extractors.readers import docx
from extractors.rules import Context, Finding, Report
from notices.hebei_2022_719.form import SPEC
from notices.hebei_2022_719.layout import write_form
from notices.hebei_2022_719.rules import RULES
from notices.hebei_2022_719.rules.typesetting import is_of
from tests.notices.filings import HEADINGS, TODAY, filing, report

FORMATS = {code: each for code, each in RULES.items() if code.startswith("FMT")}
ROOM = '<w:p><w:pPr><w:pStyle w:val="NormalIndent"/></w:pPr></w:p>'
PROSE = (
    "平台按照统一规划分步实施，面向省内中小企业提供设备接入、数据分析和应用开发服务，第{}项已稳定运行多年。"
)


def judged(form: Form) -> Report:
    return check(form, rules=FORMATS, context=Context(today=TODAY))


def told(overlay: dict[str, Any]) -> list[Finding]:
    return [each for each in report(overlay).findings if each.rule in FORMATS]


def codes(overlay: dict[str, Any]) -> list[str]:
    return [each.rule for each in told(overlay)]


@cache
def blank() -> dict[str, bytes]:
    written = io.BytesIO()
    write_form(written)
    with zipfile.ZipFile(written) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def read(parts: dict[str, bytes]) -> Form:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return fill(docx.read(packed.getvalue(), name="申报书.docx"), SPEC)


def filled(properties: str = "", *, styles: Callable[[str], str] = str, every: int = 1) -> Form:
    """The form that we write with prose in its rooms, every so many of them with `properties` of its own."""
    count = 0

    def with_prose(_: re.Match[str]) -> str:
        nonlocal count
        count += 1
        own = properties if count % every == 0 else ""
        text = f"<w:r><w:rPr>{own}</w:rPr><w:t>{PROSE.format(count)}</w:t></w:r>"
        return ROOM.replace("</w:p>", f"{text}</w:p>")

    parts = dict(blank())
    main = re.sub(re.escape(ROOM), with_prose, parts["word/document.xml"].decode())
    assert count > 20
    parts["word/document.xml"] = main.encode()
    parts["word/styles.xml"] = styles(parts["word/styles.xml"].decode()).encode()
    return read(parts)


def test_the_form_that_we_write_is_set_as_the_notice_asks() -> None:
    found = judged(read(blank()))

    assert found.findings == ()
    assert set(found.rules_run) == {"FMT001", "FMT004", "FMT005"}
    assert all("没有找到足够的正文" in each for each in found.rules_not_run.values())


def test_what_is_written_in_it_is_set_so_too() -> None:
    found = judged(filled())

    assert found.findings == ()
    assert set(found.rules_run) == set(FORMATS)


@pytest.mark.parametrize(
    ("properties", "every", "expected"),
    [
        ('<w:rFonts w:eastAsia="仿宋_GB2312"/>', 1, ["FMT002"]),
        ('<w:rFonts w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312"/>', 1, []),
        ('<w:sz w:val="24"/>', 1, ["FMT002"]),
        ('<w:sz w:val="24"/>', 5, ["FMT002"]),
        ('<w:sz w:val="24"/>', 14, []),
        ('<w:rFonts w:eastAsia="新宋体"/>', 1, []),
        ("<w:b/>", 1, []),
    ],
)
def test_direct_formatting_counts_from_a_tenth_of_the_characters_on(
    properties: str, every: int, expected: list[str]
) -> None:
    assert [each.rule for each in judged(filled(properties, every=every)).findings] == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('w:line="580" w:lineRule="exact"', 'w:line="560" w:lineRule="exact"', ["FMT003"]),
        ('w:line="580" w:lineRule="exact"', 'w:line="580" w:lineRule="atLeast"', ["FMT003"]),
        ('w:line="580" w:lineRule="exact"', 'w:line="360" w:lineRule="auto"', ["FMT003"]),
        ('w:eastAsia="黑体"', 'w:eastAsia="微软雅黑"', ["FMT004"]),
        ('w:eastAsia="楷体"', 'w:eastAsia="楷体_GB2312"', []),
        ('w:eastAsia="楷体"', 'w:eastAsia="宋体"', ["FMT004"]),
        ('w:sz w:val="32"', 'w:sz w:val="36"', ["FMT004", "FMT004"]),
    ],
)
def test_what_the_styles_say_counts(old: str, new: str, expected: list[str]) -> None:
    def changed(styles: str) -> str:
        assert old in styles
        return styles.replace(old, new)

    assert [each.rule for each in judged(filled(styles=changed)).findings] == expected


@pytest.mark.parametrize(
    ("family", "font", "is_one"),
    [
        ("宋体", "宋体", True),
        ("宋体", "SimSun", True),
        ("宋体", "NSimSun", True),
        ("宋体", "宋体-18030", True),
        ("宋体", "华文宋体", True),
        ("宋体", "思源宋体 CN", True),
        ("宋体", "方正书宋_GBK", True),
        ("宋体", "SimSun,Bold", True),
        ("宋体", "@宋体", True),
        ("宋体", "仿宋", False),
        ("宋体", "仿宋_GB2312", False),
        ("宋体", "仿宋体", False),
        ("宋体", "方正小标宋简体", False),
        ("宋体", "华文中宋", False),
        ("宋体", "等线", False),
        ("宋体", "Times New Roman", False),
        ("黑体", "黑体", True),
        ("黑体", "SimHei", True),
        ("黑体", "微软雅黑", False),
        ("黑体", "等线", False),
        ("楷体", "楷体_GB2312", True),
        ("楷体", "KaiTi", True),
        ("楷体", "KaiTi_GB2312", True),
        ("楷体", "华文楷体", True),
        ("楷体", "宋体", False),
    ],
)
def test_a_typeface_is_known_by_the_names_that_programs_give_it(family: Any, font: str, is_one: bool) -> None:
    assert is_of(family, font) is is_one


@pytest.mark.parametrize(
    ("papers", "expected"),
    [
        ([[595.3, 841.9]], []),
        ([[841.9, 595.3]], []),
        ([[595.0, 842.0]], []),
        ([[612, 792]], ["FMT001"]),
        ([[841.9, 1190.6]], ["FMT001"]),
        ([[595.3, 841.9], [515.9, 728.5]], ["FMT001"]),
    ],
)
def test_all_paper_is_a4(papers: list[list[float]], expected: list[str]) -> None:
    assert codes({"appearance": {"papers": papers}}) == expected


@pytest.mark.parametrize(
    ("pitch", "expected"),
    [
        (["exact", 29], []),
        (["exact", 28.95], []),
        (["measured", 29.4], []),
        (["exact", 28], ["FMT003"]),
        (["measured", 27.2], ["FMT003"]),
        (["least", 29], ["FMT003"]),
        (["multiple", 1.5], ["FMT003"]),
    ],
)
def test_lines_are_29_points_apart(pitch: list[Any], expected: list[str]) -> None:
    assert codes({"appearance": {"pitch": pitch}}) == expected


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (HEADINGS, 0),
        ([["申报平台信息", 0, "黑体", 16]], 0),
        ([["申报平台信息", 0, "宋体", 14]], 1),
        ([["（一）平台基础信息", 0, "楷体", 16]], 0),
        ([["（一）平台基础信息", 0, "黑体", 16]], 1),
        ([["一、总体情况", 0, "黑体", 16]], 0),
        ([["一、总体情况", 0, "黑体", 14]], 1),
        ([["（一）技术创新", 0, "黑体", 14]], 1),
        ([*HEADINGS, ["一、总体情况", 0, "宋体", 14]], 0),
        ([*HEADINGS, ["一、开展关键技术攻关，形成一批成果。", 0, "黑体", 14]], 0),
        ([["（一）平台基础信息", 1, "楷体", 16]], 0),
        ([["（一）平台基础信息", 1, "黑体", 16]], 0),
        ([["（一）平台基础信息", 1, "宋体", 16]], 1),
        ([["1.平台整体技术架构", 3, "宋体", 14], *HEADINGS], 0),
        ([["填报说明", 1, "黑体", 22], ["目录", 1, "黑体", 22], *HEADINGS], 0),
        ([*HEADINGS, ["申报单位基本信息", 0, "宋体", 14]], 0),
        ([["申报单位基本信息", 0, "宋体", 14], ["申报单位基本信息", 0, "楷体", 16]], 1),
        ([["申报单位基本信息", 1, "宋体", 14], ["（一）平台基础信息", 2, "宋体", 14]], 2),
    ],
)
def test_headings_by_style_by_section_and_by_number(headings: Any, expected: int) -> None:
    assert codes({"appearance": {"headings": headings}}) == ["FMT004"] * expected


def test_where_nothing_is_known_of_the_looks_the_rules_are_not_run() -> None:
    found = judged(filing({"appearance": None}))

    assert found.findings == ()
    assert found.rules_run == ("FMT005",)
    assert all("扫描件" in each for each in found.rules_not_run.values())


def test_a_file_that_names_no_font_is_not_judged_by_it() -> None:
    found = judged(filing({"appearance": {"font": ""}}))

    assert found.findings == ()
    assert found.rules_not_run == {"FMT002": "文件没有写明正文的字体，无法判断。"}


@pytest.mark.parametrize(
    ("appearance", "expected"),
    [
        ({"font": "", "size": 12}, ["FMT002"]),
        (
            {"font": "", "headings": [["申报平台信息", 0, "", 16], ["（一）平台基础信息", 0, "", 15]]},
            ["FMT004"],
        ),
        ({"font": "", "headings": [["申报平台信息", 0, "", 14], ["（一）平台基础信息", 0, "", 16]]}, []),
    ],
)
def test_of_a_font_without_a_name_the_size_alone_tells(
    appearance: dict[str, Any], expected: list[str]
) -> None:
    assert codes({"appearance": appearance}) == expected


def test_a_finding_says_how_much_what_and_where() -> None:
    (found,) = told({"appearance": {"font": "仿宋", "size": 12}})

    assert "100%" in found.message
    assert "小四仿宋" in found.message
    assert len(found.evidence) == 3


def test_a_table_of_contents_that_is_empty_is_told_as_such() -> None:
    styled = dict(blank())
    main = styled["word/document.xml"].decode()
    begin, end = main.index("<w:hyperlink"), main.rindex("</w:hyperlink>") + len("</w:hyperlink>")
    inner = re.sub(r"<w:hyperlink.*?</w:hyperlink>", "", main[begin:end], flags=re.DOTALL)
    styled["word/document.xml"] = (main[:begin] + inner + main[end:]).encode()

    assert [each.message for each in judged(read(styled)).findings] == ["目录是空的，没有更新。"]

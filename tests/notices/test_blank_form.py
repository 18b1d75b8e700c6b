"""The blank 附件1: complete, in the notice's words, in the format that it asks for, and read as blank."""

import io
import subprocess
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from extractors.form import Form
from extractors.text import squeeze
from notices.hebei_2022_719.form import SPEC
from notices.hebei_2022_719.layout import SummaryRow, write_form, write_summary
from notices.hebei_2022_719.text import notice_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
PATHS = [each.path for each in SPEC.fields]


def made(*, summary: list[SummaryRow] | None = None) -> bytes:
    out = io.BytesIO()
    if summary is None:
        write_form(out)
    else:
        write_summary(out, summary)
    return out.getvalue()


def part(content: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def words(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def value(element: etree._Element | None) -> str:
    assert element is not None
    return element.get(f"{W}val") or ""


@pytest.fixture(scope="module")
def content() -> bytes:
    return made()


@pytest.fixture(scope="module")
def body(content: bytes) -> etree._Element:
    return part(content, "word/document.xml")


@pytest.fixture(scope="module")
def styles(content: bytes) -> dict[str, etree._Element]:
    found = part(content, "word/styles.xml").findall(f"{W}style")
    return {each.get(f"{W}styleId") or "": each for each in found}


def style_of(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "Normal" if style is None else value(style)


# --- nothing is missing -----------------------------------------------------------------------


@pytest.mark.parametrize("path", PATHS)
def test_every_field_is_asked_for(path: str, body: etree._Element) -> None:
    assert squeeze(SPEC.by_path[path].label) in squeeze(words(body))


@pytest.mark.parametrize("line", SPEC.printed)
def test_every_printed_line_is_on_the_form(line: str, body: etree._Element) -> None:
    without_drawn_blanks = squeeze(line).replace("_", "")
    assert without_drawn_blanks in squeeze(words(body))


def test_nothing_is_on_the_form_that_is_not_in_the_notice(body: etree._Element) -> None:
    heading_of_the_contents = next(each.heading for each in SPEC.sections if each.key == "contents")
    annex = squeeze(notice_text().full_text("附件1")).replace("_", "")
    lines = {squeeze(words(each)) for each in body.iter(f"{W}p")} - {"", heading_of_the_contents}
    assert {line for line in lines if line not in annex} == set()


def test_each_option_of_each_choice_has_a_box(body: etree._Element) -> None:
    on_paper = [
        each for each in SPEC.fields if each.kind in ("bool", "enum", "enums") and each.section != "cover"
    ]
    expected = Counter(option.label.partition("（")[0] for each in on_paper for option in each.options)
    boxes = [each for each in body.iter(f"{W}sdt") if each.find(f"{W}sdtPr/{W14}checkbox") is not None]
    assert Counter(value(each.find(f"{W}sdtPr/{W}alias")) for each in boxes) == expected
    assert {words(each) for each in boxes} == {"□"}
    assert words(body).count("□") == len(boxes)


def test_each_number_has_a_blank_before_its_unit(body: etree._Element) -> None:
    figures = [each for each in SPEC.fields if each.section == "indicators" and each.unit]
    for figure in figures:
        line = next(each for each in body.iter(f"{W}p") if f"{figure.number}{figure.label}" in words(each))
        blanks = [each for each in line.iter(f"{W}r") if each.find(f"{W}rPr/{W}u") is not None]
        assert len(blanks) == (2 if figure.suffix else 1), words(line)


def test_the_cells_of_the_contact_are_merged_over_three_rows(body: etree._Element) -> None:
    firsts = [row.findall(f"{W}tc")[0] for row in body.iter(f"{W}tr")]
    merges = [None if each.find(f"{W}tcPr/{W}vMerge") is None else words(each) for each in firsts]
    at = merges.index("联系人")
    assert merges[at : at + 4] == ["联系人", "", "", None]


# --- the format of 填报说明 五 and 六 ---------------------------------------------------------------


def fonts(style: etree._Element) -> set[str]:
    found = style.find(f"{W}rPr/{W}rFonts")
    assert found is not None
    return {found.get(f"{W}{script}") or "" for script in ("ascii", "hAnsi", "eastAsia")}


@pytest.mark.parametrize(
    ("style", "name", "font", "points"),
    [
        ("Normal", "Normal", "宋体", 14),
        ("NormalIndent", "Normal Indent", "宋体", 14),
        ("Heading1", "heading 1", "黑体", 16),
        ("Heading2", "heading 2", "楷体", 16),
        ("Heading3", "heading 3", "宋体", 14),
        ("FormItem", "申报书条目", "宋体", 14),
        ("FormMaterial", "申报书材料", "宋体", 14),
    ],
)
def test_what_is_typed_gets_the_format_that_is_asked_for(
    style: str, name: str, font: str, points: int, styles: dict[str, etree._Element]
) -> None:
    found = styles[style]
    spacing = found.find(f"{W}pPr/{W}spacing")
    assert spacing is not None
    assert value(found.find(f"{W}name")) == name
    assert fonts(found) == {font}
    assert value(found.find(f"{W}rPr/{W}sz")) == str(points * 2)
    assert (spacing.get(f"{W}line"), spacing.get(f"{W}lineRule")) == ("580", "exact")


def test_no_run_leaves_the_format_of_its_style(body: etree._Element) -> None:
    direct = {each.tag.removeprefix(W) for run in body.iter(f"{W}r") for each in run.iterfind(f"{W}rPr/*")}
    boxes = {each.get(f"{W}eastAsia") for each in body.iter(f"{W}rFonts")}
    assert direct == {"u", "rFonts"}
    assert boxes == {"宋体"}


def test_a_narrative_has_room_in_the_body_format(body: etree._Element) -> None:
    narratives = [each for each in SPEC.fields if each.kind == "longtext" and each.hints]
    cells = [(squeeze(words(cell)), cell) for cell in body.iter(f"{W}tc")]
    for narrative in narratives:
        cell = next(cell for text, cell in cells if squeeze(narrative.hints[-1]) in text)
        empty = [style_of(each) for each in cell.iter(f"{W}p") if not words(each)]
        assert empty
        assert set(empty) == {"NormalIndent"}, narrative.path


def test_the_pages_are_a4(body: etree._Element) -> None:
    sizes = {(each.get(f"{W}w"), each.get(f"{W}h")) for each in body.iter(f"{W}pgSz")}
    assert sizes == {("11906", "16838")}


def headings(body: etree._Element, styles: dict[str, etree._Element]) -> list[tuple[int, str]]:
    levels = {name: each.find(f"{W}pPr/{W}outlineLvl") for name, each in styles.items()}
    named = [(levels[style_of(each)], words(each)) for each in body.iter(f"{W}p")]
    return [(int(value(level)) + 1, text) for level, text in named if level is not None]


def test_headings_are_headings(body: etree._Element, styles: dict[str, etree._Element]) -> None:
    found = headings(body, styles)
    by_key = {each.key: each.number + each.heading for each in SPEC.sections}
    parts = [by_key[each.key] for each in SPEC.sections if each.parent == "platform"]
    assert [text for level, text in found if level == 1] == [by_key["applicant"], by_key["platform"]]
    assert [text for level, text in found if level == 2] == parts
    assert len(parts) == 8
    assert [text for level, text in found if text.startswith("附件")] == [
        each for each in notice_text().clause("附件1/申报平台信息/（八）").lines if each.startswith("附件")
    ]


def test_the_contents_list_the_headings_three_levels_deep(
    body: etree._Element, styles: dict[str, etree._Element]
) -> None:
    instructions = [(each.text or "").strip() for each in body.iter(f"{W}instrText")]
    listed = [
        (style_of(each), words(each)) for each in body.iter(f"{W}p") if style_of(each).startswith("TOC")
    ]
    expected = [(f"TOC{level}", text) for level, text in headings(body, styles)]
    assert instructions[0] == 'TOC \\o "1-3" \\h \\z \\u'
    assert [each for each in listed if each[1]] == [("TOCHeading", "目录"), *expected]


def test_each_line_of_the_contents_leads_to_its_heading(body: etree._Element) -> None:
    marked = {}
    for each in body.iter(f"{W}bookmarkStart"):
        paragraph = each.getparent()
        assert paragraph is not None
        marked[each.get(f"{W}name")] = words(paragraph)
    links = {each.get(f"{W}anchor"): words(each) for each in body.iter(f"{W}hyperlink")}
    assert links == marked


def test_word_is_told_to_reckon_the_page_numbers(content: bytes) -> None:
    assert value(part(content, "word/settings.xml").find(f"{W}updateFields")) == "true"
    (instruction,) = part(content, "word/footer.xml").iter(f"{W}instrText")
    assert (instruction.text or "").strip() == "PAGE"


def test_the_language_is_chinese(content: bytes) -> None:
    language = next(part(content, "word/styles.xml").iter(f"{W}lang"))
    assert (language.get(f"{W}val"), language.get(f"{W}eastAsia")) == ("zh-CN", "zh-CN")


# --- the file ---------------------------------------------------------------------------------

# ECMA-376 part 1, annex A: Word calls a file corrupt whose elements stand in another order.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore tabs spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rFonts b bCs kern sz szCs u lang",
    "sdtPr": "alias id docPartObj checkbox",
    "tblPr": "tblW jc tblInd tblBorders tblLayout tblCellMar",
    "trPr": "cantSplit trHeight",
    "tcPr": "tcW gridSpan vMerge tcBorders vAlign",
    "sectPr": "footerReference type pgSz pgMar pgNumType",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr",
    "settings": "zoom defaultTabStop characterSpacingControl updateFields compat themeFontLang",
}


@pytest.mark.parametrize("name", ["document", "styles", "settings", "footer"])
@pytest.mark.parametrize("summary", [None, []])
def test_elements_stand_in_the_order_of_the_schema(name: str, summary: list[SummaryRow] | None) -> None:
    for element in part(made(summary=summary), f"word/{name}.xml").iter():
        tag = etree.QName(element).localname
        if tag in ORDER:
            order = ORDER[tag].split()
            places = [order.index(etree.QName(each).localname) for each in element]
            assert places == sorted(set(places)), etree.tostring(element)


@pytest.mark.parametrize("summary", [None, [], [SummaryRow("甲平台", "乙公司")]])
def test_equal_content_is_equal_bytes(summary: list[SummaryRow] | None) -> None:
    assert made(summary=summary) == made(summary=summary)


def test_the_file_has_no_time_and_no_author_of_its_own(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = {etree.QName(each).localname for each in part(content, "docProps/core.xml")}
    assert properties == {"title", "language"}


@pytest.mark.parametrize("as_text", [True, False])
def test_a_path_gets_what_a_stream_gets(as_text: bool, tmp_path: Path, content: bytes) -> None:
    target = tmp_path / "申报书.docx"
    write_form(str(target) if as_text else target)
    assert target.read_bytes() == content


def test_python_docx_opens_it(content: bytes) -> None:
    docx = pytest.importorskip("docx", reason="NOT TESTED: python-docx is not installed")
    document = docx.Document(io.BytesIO(content))
    named = [each.text for each in document.paragraphs if each.style.name == "Heading 2"]
    assert len(named) == 8
    assert [len(each.columns) for each in document.tables] == [2, 5, 2, 1, 1, 1, 1, 1, 1, 1]


@pytest.mark.needs_libreoffice
def test_libreoffice_shows_every_printed_line(content: bytes, tmp_path: Path, libreoffice: Path) -> None:
    (tmp_path / "form.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        str(libreoffice),
        profile,
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "form.docx",
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    shown = squeeze((tmp_path / "form.txt").read_text(encoding="utf-8-sig"))
    missing = [line for line in SPEC.printed if squeeze(line).replace("_", "") not in shown]
    assert missing == []


# --- round trip -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def form(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> Form:
    from extractors.fill import fill
    from extractors.readers import read

    target = tmp_path_factory.mktemp("blank") / "申报书.docx"
    target.write_bytes(content)
    return fill(read(target), SPEC)


@pytest.mark.parametrize("path", PATHS)
def test_a_blank_form_is_read_as_blank(path: str, form: Form) -> None:
    assert form[path].state == "blank", form[path]


@pytest.mark.parametrize("path", [each for each in PATHS if each != "attachments"])
def test_a_blank_form_gives_no_value(path: str, form: Form) -> None:
    assert form.value(path) in (None, [])


def test_a_list_of_titles_is_no_attachment(form: Form) -> None:
    assert [each["found"] for each in form.value("attachments")] == [False] * 12

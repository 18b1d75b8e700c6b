"""Tables of contents: generated or typed, how deep they go, and what is none."""

import pytest

from extractors.contents import contents
from extractors.document import Block, Cell, Document, Paragraph, Table, TextBox
from tests.extractors.readers.word import document as word_document
from tests.extractors.readers.word import field, p, r


def document(*lines: str | Block) -> Document:
    blocks = tuple(Paragraph(n, each) if isinstance(each, str) else each for n, each in enumerate(lines, 1))
    return Document(name="申报书.docx", kind="pdf", sha256="", blocks=blocks)


def table(*rows: tuple[str, ...]) -> Table:
    cells = (
        Cell(n, m, 1, 1, (Paragraph(1, text),)) for n, row in enumerate(rows) for m, text in enumerate(row)
    )
    return Table(1, len(rows), len(rows[0]), tuple(cells))


TEXT = "平台采用云边端协同的架构，由四层组成，安全和运维贯穿各层。"


@pytest.mark.parametrize(
    ("lines", "depth"),
    [
        (("一、申报单位基本信息……1", "二、申报平台信息……5"), 1),
        (("一、申报平台信息\t5", "（一）平台基础信息\t6", "（二）平台基础能力介绍\t9"), 2),
        (("一、申报平台信息 .... 5", "（一）平台基础信息 .... 6", "1.平台名称 ..... 7"), 3),
        (("1 申报平台信息  5", "1.1 平台基础信息  6", "1.1.1 平台名称  7"), 3),
        (("申报平台信息  5", "  平台基础信息  6", "    平台名称  7"), 3),
        (("第一章 申报平台信息  5", "第一节 平台基础信息  6", "一、平台名称  7"), 3),
        (("申报平台信息", "（一）平台基础信息", "1.平台名称"), 3),
    ],
)
def test_a_typed_table_of_contents(lines: tuple[str, ...], depth: int) -> None:
    found = contents(document("申报书", "目  录", *lines, lines[0].rstrip(" .…\t0123456789"), TEXT, TEXT))

    assert found is not None
    assert len(found.entries) == len(lines)
    assert not any(each.text[-1].isdigit() for each in found.entries)
    assert (found.depth(), found.generated, found.location) == (depth, False, "段落 2")


def test_lines_that_a_paged_format_ran_together() -> None:
    dots = "." * 30
    lines = (f"申报平台信息{dots}5", f"2.边缘层能力{dots}12", f"一个很长的标题要分成两行才写得下{dots}13")
    text = "".join(lines)
    wraps = (len(lines[0]), len(lines[0]) + len(lines[1]), len(lines[0]) + len(lines[1]) + 6)
    for each in (Paragraph(2, text, wraps=wraps), Paragraph(2, " ".join(lines))):
        found = contents(document("目录", each, TEXT))

        assert found is not None
        assert [entry.text.strip() for entry in found.entries] == [
            "申报平台信息",
            "2.边缘层能力",
            "一个很长的标题要分成两行才写得下",
        ]


def test_a_table_of_contents_in_a_table() -> None:
    found = contents(
        document("目录", table(("一、申报单位基本信息", "1"), ("（一）平台基础信息", "3")), TEXT)
    )

    assert found is not None
    assert [each.text for each in found.entries] == ["一、申报单位基本信息", "（一）平台基础信息"]


def test_a_table_of_contents_in_a_text_box() -> None:
    box = TextBox(1, (Paragraph(1, "目录"), Paragraph(2, "一、申报单位基本信息……1")))

    assert contents(document("申报书", box, TEXT)) is not None


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("申报书", TEXT),
        ("目录", TEXT, TEXT),
        ("目录", table(("平台名称", "砺云平台", "平台类别", "区域", "建设主体"))),
        ("证明材料目录如下：", "附件1：企业法人营业执照"),
        ("一、申报单位基本信息……1", "二、申报平台信息……5"),
    ],
)
def test_what_is_no_table_of_contents(lines: tuple[str | Block, ...]) -> None:
    assert contents(document(*lines)) is None


STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="T{n}"><w:name w:val="toc {n}"/></w:style>' for n in (1, 2, 3)
)


def test_a_generated_table_of_contents_says_its_levels() -> None:
    lines = [("申报平台信息", 1), ("平台基础信息", 2), ("平台名称", 3), ("附件1：营业执照", 3)]
    body = "".join(
        p(r(text), "<w:r><w:tab/></w:r>", r("7"), properties=f'<w:pStyle w:val="T{level}"/>')
        for text, level in lines
    )
    found = contents(word_document(p("目录") + body + p(TEXT), styles=STYLES))

    assert found is not None
    assert [(each.text, each.level) for each in found.entries] == lines
    assert (found.depth(), found.generated) == (3, True)


def test_a_field_that_was_never_updated_has_no_entries() -> None:
    body = p("目录") + p(field('TOC \\o "1-3"', r("目录"))) + p(TEXT)
    found = contents(word_document(body))

    assert found is not None
    assert (found.entries, found.generated) == ((), True)

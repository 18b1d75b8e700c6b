"""What of a Word file is text, what is kept apart, and what is passed over."""

import pytest

from extractors.document import Paragraph, TextBox
from extractors.readers import docx
from tests.extractors.readers.word import (
    PICTURE,
    box,
    document,
    field,
    p,
    pack,
    part,
    parts_of,
    r,
    sdt,
    tbl,
    tc,
    text,
    tr,
)

CHOICE = "<w:t>甲</w:t></mc:Choice><mc:Fallback><w:t>乙</w:t></mc:Fallback>"


@pytest.mark.parametrize(
    ("inline", "shown"),
    [
        ("<w:r><w:t>单位</w:t><w:tab/><w:t>名称</w:t></w:r>", "单位\t名称"),
        ("<w:r><w:t>单位</w:t><w:br/><w:t>名称</w:t><w:cr/></w:r>", "单位\n名称\n"),
        ('<w:r><w:br w:type="page"/><w:t>名称</w:t></w:r>', "名称"),
        ("<w:r><w:t>0311</w:t><w:noBreakHyphen/><w:t>86</w:t><w:softHyphen/></w:r>", "0311-86"),
        ('<w:r><w:ptab w:alignment="right"/><w:t>页</w:t></w:r>', "\t页"),
        ("<w:r><w:t>单位\n名称</w:t></w:r>", "单位 名称"),
        (f'<w:hyperlink r:id="x">{r("邮箱")}</w:hyperlink>', "邮箱"),
        (f"<w:smartTag><w:smartTagPr/>{r('北京')}</w:smartTag>", "北京"),
        (f"<w:customXml>{r('北京')}</w:customXml>", "北京"),
        (f"<w:bdo>{r('北京')}</w:bdo><w:dir>{r('市')}</w:dir>", "北京市"),
        (f"<w:r><w:ruby><w:rt>{r('pin')}</w:rt><w:rubyBase>{r('拼')}</w:rubyBase></w:ruby></w:r>", "拼"),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
        (r("￥<!-- 注 -->5"), "￥5"),
        ("<w:r><w:t>a<![CDATA[<w:pPr>]]></w:t></w:r>", "a<w:pPr>"),
        (
            f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{CHOICE}</mc:AlternateContent></w:r>',
            "甲",
        ),
        (
            f'<w:r><mc:AlternateContent><mc:Choice Requires="v">{CHOICE}</mc:AlternateContent></w:r>',
            "乙",
        ),
        (sdt(r("深圳"), '<w:dropDownList><w:listItem w:value="1"/></w:dropDownList>'), "深圳"),
        (sdt(r("2021年3月"), "<w:date/>"), "2021年3月"),
        (sdt(r("单击此处输入"), "<w:showingPlcHdr/>"), ""),
        (sdt(r("写了"), '<w:showingPlcHdr w:val="0"/>'), "写了"),
        (sdt(sdt(r("内"), ""), "<w:showingPlcHdr/>"), ""),
        (field("FORMTEXT", r("\u2002" * 5)), "\u2002" * 5),
        (field("FORMTEXT", r("某公司")), "某公司"),
        (field("REF a", r("见") + field("PAGE", r("3")) + r("页")), "见3页"),
        (field("IF " + "x", r("是")), "是"),
        (
            field(
                "FORMDROPDOWN",
                data='<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="国有"/>'
                '<w:listEntry w:val="民营"/></w:ddList></w:ffData>',
            ),
            "民营",
        ),
        ("<w:fldSimple w:instr='DATE'>" + r("今天") + "</w:fldSimple>", "今天"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("没有结束的域"), "没有结束的域"),
    ],
)
def test_inside_a_paragraph_what_a_person_sees_is_text(inline: str, shown: str) -> None:
    assert text(document(p(inline))) == shown
    assert text(document(tbl(tr(tc(p(inline)))))) == shown


@pytest.mark.parametrize(
    ("run", "code"),
    [
        (r("旧", "<w:vanish/>"), "hidden-text"),
        (r("旧", '<w:rStyle w:val="Hidden"/>'), "hidden-text"),
        (r("旧", '<w:color w:val="FFFFFF"/>'), "invisible-text"),
        (r("旧", '<w:color w:val="ffffff" w:themeColor="background1"/>'), "invisible-text"),
        (r("旧", '<w:sz w:val="2"/>'), "invisible-text"),
        (r("旧", "<w:strike/>"), "struck-text"),
        (r("旧", "<w:dstrike/>"), "struck-text"),
        (f"<w:del>{r('旧')}</w:del>", "deleted-text"),
        ("<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", "deleted-text"),
        (f"<w:moveFrom>{r('旧')}</w:moveFrom>", "moved-text"),
    ],
)
def test_text_that_nobody_sees_is_kept_apart_with_a_notice(run: str, code: str) -> None:
    read = document(p("甲", run, "乙"), styles=HIDDEN_STYLES)
    assert text(read) == "甲乙"
    assert [paragraph.text for paragraph in read.hidden] == ["旧"]
    assert [(notice.code, notice.location) for notice in read.notices] == [(code, "第 1 段")]
    in_table = document(tbl(tr("甲"), tr(tc(p("甲", run, "乙")))), styles=HIDDEN_STYLES)
    assert text(in_table) == "甲\n甲乙"
    assert [notice.location for notice in in_table.notices] == ["表 1 行 2"]


HIDDEN_STYLES = (
    '<w:style w:type="character" w:styleId="Hidden"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Gone"><w:name w:val="g"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="Dark"><w:name w:val="d"/><w:tblStylePr w:type="firstRow"><w:tcPr>'
    '<w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr></w:style>'
)
WHITE = '<w:color w:val="FFFFFF"/>'


@pytest.mark.parametrize(
    "body",
    [
        p(r("看得见", '<w:vanish w:val="0"/>')),
        p(r("看得见", '<w:vanish w:val="false"/><w:strike w:val="0"/>')),
        p(r("看得见", '<w:vanish w:val="0"/>'), properties='<w:pStyle w:val="Gone"/>'),
        p(r("看得见", "<w:webHidden/>")),
        p(r("看得见", WHITE + '<w:shd w:val="clear" w:fill="000000"/>')),
        p(r("看得见", WHITE + '<w:highlight w:val="black"/>')),
        p(r("看得见", WHITE), properties='<w:shd w:val="clear" w:fill="1F3864"/>'),
        tbl(tr(tc(p(r("看得见", WHITE)), properties='<w:shd w:val="clear" w:fill="1F3864"/>'))),
        tbl(tr(tc(p(r("看得见", WHITE)))), properties='<w:tblStyle w:val="Dark"/>'),
        p(f"<w:ins>{r('看得见')}</w:ins>"),
        p(f"<w:moveTo>{r('看得见')}</w:moveTo>"),
        f"<w:ins>{p('看得见')}</w:ins>",
    ],
)
def test_text_that_is_seen_is_read(body: str) -> None:
    read = document(body, styles=HIDDEN_STYLES)
    assert text(read) == "看得见"
    assert not read.hidden
    assert not read.notices


def test_a_hidden_style_hides_its_paragraphs() -> None:
    read = document(p("旧", properties='<w:pStyle w:val="Gone"/>') + p("新"), styles=HIDDEN_STYLES)
    assert [block.text for block in read.blocks if isinstance(block, Paragraph)] == ["", "新"]
    assert [paragraph.text for paragraph in read.hidden] == ["旧"]


def test_a_paragraph_whose_mark_was_deleted_runs_into_the_next() -> None:
    deleted = "<w:del/>"
    read = document(p("平台", mark=deleted) + p("名称") + p("尾"))
    assert read.blocks == (Paragraph(2, "平台名称"), Paragraph(3, "尾"))
    gone = document(p("<w:del>" + r("旧") + "</w:del>", mark=deleted) + p("新"))
    assert gone.blocks == (Paragraph(2, "新"),)
    before_table = document(p("标题", mark=deleted) + tbl(tr("甲")))
    assert text(before_table) == "标题\n甲"


def test_deleted_rows_and_cells_are_not_there() -> None:
    read = document(
        tbl(
            tr("甲", "乙"),
            tr("旧一", properties="<w:del/>"),
            tr("藏", properties="<w:hidden/>"),
            tr(tc("旧二", properties="<w:cellDel/>"), "丙", "丁"),
            tr("戊", "己", properties="<w:ins/>"),
        )
    )
    assert text(read) == "甲\t乙\n丙\t丁\n戊\t己"
    assert [paragraph.text for paragraph in read.hidden] == ["旧一", "藏", "旧二"]
    assert {notice.code for notice in read.notices} == {"deleted-text", "hidden-text"}


def test_every_paragraph_of_the_body_is_counted_wherever_it_stands() -> None:
    read = document(
        p("一")
        + p()
        + sdt(p("三") + sdt(p("四")))
        + f"<w:customXml>{p('五')}</w:customXml>"
        + tbl(tr("表"))
        + sdt(p("提示"), "<w:showingPlcHdr/>")
        + p("七")
    )
    counted = [(block.ordinal, block.text) for block in read.blocks if isinstance(block, Paragraph)]
    assert counted == [(1, "一"), (2, ""), (3, "三"), (4, "四"), (5, "五"), (6, ""), (7, "七")]


def test_a_text_box_follows_the_paragraph_that_it_is_anchored_in_once() -> None:
    read = document(p("甲", box(p("框一"), tbl(tr("格"))), "乙") + p(box(p("框二"))) + p(box(p())))
    first, framed, second, other, third = read.blocks
    assert (first, second, third) == (Paragraph(1, "甲乙"), Paragraph(2, ""), Paragraph(3, ""))
    assert isinstance(framed, TextBox)
    assert isinstance(other, TextBox)
    assert (framed.ordinal, text(framed), other.ordinal, text(other)) == (1, "框一\n格", 2, "框二")


def test_text_after_a_text_box_is_not_taken_for_its_own() -> None:
    read = document(tbl(tr(tc(p(box(p("框")), "后")), "邻")) + p("末"))
    assert text(read) == "后\n框\t邻\n末"


def test_headers_and_notes_stand_apart() -> None:
    read = document(
        p("正文", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        header=p("页眉") + p(),
        footer=tbl(tr("页", "脚")),
        footnotes=f'<w:footnote w:type="separator">{p("线")}</w:footnote>'
        f'<w:footnote w:id="2">{p("脚注")}</w:footnote>',
        endnotes=f'<w:endnote w:id="1">{p("尾注")}</w:endnote>',
        comments=f'<w:comment w:id="0">{p("批注")}</w:comment>',
    )
    assert text(read) == "正文"
    assert read.furniture == (Paragraph(1, "页眉"), Paragraph(2, "页"), Paragraph(3, "脚"))
    assert read.notes == (Paragraph(1, "脚注"), Paragraph(2, "尾注"), Paragraph(3, "批注"))


TOC_STYLES = (
    '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/>'
    '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="1a"><w:name w:val="一级"/>'
    '<w:basedOn w:val="1"/></w:style><w:style w:type="paragraph" w:styleId="b3">'
    '<w:name w:val="标题 3"/></w:style>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
)


def test_lines_of_a_table_of_contents_are_marked() -> None:
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    code = '<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
    page = field("PAGEREF _Toc1 \\h", r("4"))
    read = document(
        p(begin, code, middle, "一、平台", "<w:r><w:tab/></w:r>", page)
        + p("二、应用\t5")
        + p(end)
        + p("正文")
        + p("三、目录\t6", properties='<w:pStyle w:val="11"/>'),
        styles=TOC_STYLES,
    )
    lines = [(block.text, block.toc) for block in read.blocks if isinstance(block, Paragraph)]
    assert lines == [
        ("一、平台\t4", True),
        ("二、应用\t5", True),
        ("", False),
        ("正文", False),
        ("三、目录\t6", True),
    ]


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ('<w:pStyle w:val="1"/>', 1),
        ('<w:pStyle w:val="1a"/>', 1),
        ('<w:pStyle w:val="b3"/>', 3),
        ('<w:outlineLvl w:val="1"/>', 2),
        ('<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>', 0),
        ('<w:pStyle w:val="unknown"/>', 0),
        ("", 0),
    ],
)
def test_a_heading_knows_its_level(properties: str, level: int) -> None:
    (heading,) = document(p("平台", properties=properties), styles=TOC_STYLES).blocks
    assert isinstance(heading, Paragraph)
    assert heading.level == level


def test_a_document_reads_alike_whether_its_formatting_could_be_dropped_or_not() -> None:
    plain = '<w:rFonts w:ascii="宋体"/><w:color w:val="000000"/><w:sz w:val="24"/>'
    body = "".join(
        p(
            r("甲", plain),
            r("þ", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/><w:sz w:val="24"/>'),
            r("乙", plain + "<w:vanish/>"),
            r("丙", plain + WHITE.replace("color w", "color  w")),
            PICTURE,
            properties='<w:pStyle w:val="1a"/><w:spacing w:line="580"/><w:jc w:val="both"/>',
            mark=plain,
        )
        + tbl(tr(tc(p(r("丁", plain)), properties='<w:tcW w:w="9"/><w:gridSpan w:val="2"/>'), "戊"))
        for _ in range(3)
    )
    parts = parts_of(body, {"styles": TOC_STYLES})
    commented = part("document", f"<!-- 注 --><w:body>{body}</w:body>")
    wide = commented.decode().replace("UTF-8", "UTF-16").encode("utf-16")
    renamed = (
        part("document", f"<w:body>{body}</w:body>")
        .decode()
        .replace("w:", "q:")
        .replace("xmlns:w=", "xmlns:q=")
    )
    expected = docx.read(pack(parts), name="x").blocks
    for other in (commented, wide, renamed.encode()):
        assert docx.read(pack({**parts, "word/document.xml": other}), name="x").blocks == expected

"""What Word can do to a filing: fields, controls, text boxes, tracked changes, notes, a bare writer."""

from __future__ import annotations

import re
from typing import Final

from eval.filings.odd import plain
from eval.filings.odd.filing import Maker, Odd
from eval.filings.odd.firm import firm
from eval.filings.odd.paper import Cell, control, docx, p, ps, run, table
from eval.filings.odd.plain import usual

__all__ = ["FILINGS"]

_BEGIN: Final = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
_END: Final = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def field(code: str, result: str) -> str:
    return _BEGIN.format(code) + run(result) + _END


def text_box(*blocks: str) -> str:
    """A paragraph with a drawing that holds blocks, and the same for old readers, as Word writes it."""
    inner = "".join(blocks)
    new = f'<mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="4000000" cy="900000"/><wp:docPr id="2" name="文本框"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>'
    old = f"<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
    return f"<w:p><w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r></w:p>"


def boxed_cover() -> Odd:
    """Set the cover in text boxes, and the company's name in header and footer."""
    f = firm(70)
    front = text_box(p("河北省省级工业互联网平台申报书")) + text_box(
        p(f"平台名称：{f['cover.platform_name']}"),
        p(f"平台类型：{plain.CATEGORY[f['cover.platform_category']]}"),
        p(f"申报单位（盖章）：{f['cover.applicant']}"),
        p(f"推荐单位（盖章）：{f['cover.recommender']}"),
        p(f"填报日期：{plain.chinese_day(f['cover.filed_on'])}"),
    )
    return Odd(
        docx(
            plain.whole(f, cover=front),
            header="河北别家网络有限公司 申报书",
            footer="联系人：别家张三 电话：010-00000000",
        ),
        usual(f),
        faultless=True,
    )


def underlined_cover() -> Odd:
    """Underlined the cover's answers in runs cut anywhere, blanks underlined too; the date in a DATE field."""
    f = firm(71)

    def line(label: str, value: str) -> str:
        cut = len(value) // 2
        return p(
            run(label),
            run("   ", u="single"),
            run(value[:cut], u="single"),
            run(value[cut:] + "     ", u="single"),
        )

    front = (
        p("河北省省级")
        + p("工业互联网平台申报书")
        + line("平  台  名  称：", f["cover.platform_name"])
        + line("平  台  类  型：", "区域级")
        + line("申  报  单  位（盖章）：", f["cover.applicant"])
        + line("推  荐  单  位（盖章）：", f["cover.recommender"])
    )
    front += p(
        run("填  报  日  期："), field(r'DATE \@ "yyyy年M月d日"', plain.chinese_day(f["cover.filed_on"]))
    )
    return Odd(docx(plain.whole(f, cover=front)), usual(f), faultless=True)


def tabled_cover() -> Odd:
    """Made the cover a table; wrote the dates in Chinese numerals and the type as 区域类."""
    f = firm(72) | {"cover.filed_on": "2022-11-16", "applicant.founded_on": "2012-03-08"}
    front = p("河北省省级工业互联网平台申报书") + table(
        ("平 台 名 称", f["cover.platform_name"]),
        ("平 台 类 型", "区域类"),
        ("申 报 单 位\n（盖章）", f["cover.applicant"]),
        ("推 荐 单 位\n（盖章）", f["cover.recommender"]),
        ("填 报 日 期", "二〇二二年十一月十六日"),
    )
    one = plain.applicant(f).replace(">2012-03-08<", ">二○一二年三月八日<")
    return Odd(docx(plain.whole(f, cover=front, applicant=one)), usual(f), faultless=True)


def controlled() -> Odd:
    """Answered in content controls, dropdowns and form fields; one control still shows its placeholder."""
    f = firm(73)
    one, two = plain.applicant(f), plain.platform(f)
    for name in (
        "name",
        "organization_code",
        "address",
        "contact.name",
        "contact.title",
        "registered_capital",
    ):
        value = str(f[f"applicant.{name}"])
        one = one.replace(p(value), p(control(value)), 1)
    one = one.replace(
        p(f["applicant.contact.mobile"]), p(field("FORMTEXT", f["applicant.contact.mobile"])), 1
    ).replace(p(f["applicant.contact.email"]), p(field("MERGEFIELD 邮箱", f["applicant.contact.email"])), 1)
    one = one.replace(p(f["applicant.contact.fax"]), p(control("单击或点击此处输入文字。", hint=True)), 1)
    one = one.replace(
        p("□国有 ☑民营 □三资 □其他"), p(control("民营", listed=("国有", "民营", "三资", "其他"))), 1
    )
    two = two.replace(p("☑已建成 □在建 □拟建"), p(control("已建成", listed=("已建成", "在建", "拟建"))), 1)
    whole_row = f"<w:sdt><w:sdtPr/><w:sdtContent>{two}</w:sdtContent></w:sdt>"
    values = usual(f) | {"applicant.contact.fax": None}
    return Odd(
        docx(plain.whole(f, applicant=one, platform=whole_row)),
        values,
        states={"applicant.contact.fax": "blank"},
        faultless=True,
    )


def tracked() -> Odd:
    """Sent it with tracked changes, comments, footnotes and hidden text left in."""
    f = firm(74)

    def was(text: str) -> str:
        return f'<w:del w:id="1" w:author="a"><w:r><w:delText>{text}</w:delText></w:r></w:del>'

    def now(text: str) -> str:
        return f'<w:ins w:id="2" w:author="a">{run(text)}</w:ins>'

    ask = '<w:commentRangeStart w:id="1"/>{}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    one = plain.applicant(f)
    one = one.replace(
        p(str(f["applicant.registered_capital"])),
        p(was("1234"), now(str(f["applicant.registered_capital"]))),
        1,
    )
    one = one.replace(p(f["applicant.contact.name"]), p(was("旧人名"), now(f["applicant.contact.name"])), 1)
    one = one.replace(p(f["applicant.address"]), p(ask.format(run(f["applicant.address"]))), 1)
    one = one.replace(
        p("□国有 ☑民营 □三资 □其他"),
        p(was("☑"), now("□"), run("国有 "), was("□"), now("☑"), run("民营 □三资 □其他")),
        1,
    )
    two = plain.platform(f).replace(
        p(str(f["platform.investment"])),
        p(run(str(f["platform.investment"])), run("9999", vanish=""), note),
        1,
    )
    figure = f["platform.indicators.connected_devices"]
    two = two.replace(
        p(f"(4)接入设备数量：{figure}（台/套）"),
        p(run("(4)接入设备数量："), was("88"), now(str(figure)), run("（台/套）"), note),
        1,
    )
    moved = f'<w:moveFrom w:id="5" w:author="a">{run("这一句挪走了。")}</w:moveFrom>'
    case = p("（五）平台应用案例和效果") + p(moved) + ps(f["cases"])
    return Odd(
        docx(
            plain.whole(f, applicant=one, platform=two, cases=case),
            comments=("地址再核对一下，写成石家庄市？",),
            footnotes=("含税，见附件3。",),
        ),
        usual(f),
        faultless=True,
    )


def bare_writer() -> Odd:
    """Saved by a minimal writer: no styles, no page, soft line breaks instead of paragraphs, runs of one character."""
    f = firm(75)
    body = plain.whole(f)
    cut = re.sub(
        r'<w:r><w:t xml:space="preserve">([^<&]{2,60})</w:t></w:r>',
        lambda m: "".join(run(each) for each in m[1]),
        body,
    )
    return Odd(docx(cut, bare=True), usual(f), faultless=True)


def soft_breaks() -> Odd:
    """Pressed Shift+Enter everywhere: each cell is one paragraph with line breaks, and the indicators too."""
    f = firm(76)
    body = plain.whole(f)
    soft = re.sub(
        r"(?<=</w:tcPr>)(?:<w:p>(?:(?!</w:p>|<w:p>).)*</w:p>)+(?=</w:tc>)",
        lambda m: "<w:p>" + "<w:r><w:br/></w:r>".join(re.findall(r"<w:p>(.*?)</w:p>", m[0])) + "</w:p>",
        body,
    )
    return Odd(docx(soft), usual(f), faultless=True)


def boxed_in_a_table() -> Odd:
    """Laid the whole form out inside one big cell of a frame table, every table nested in it."""
    f = firm(77)
    return Odd(
        docx(
            plain.cover(f),
            table((Cell(plain.applicant(f)),)),
            table((Cell(plain.platform(f) + plain.capability(f)),)),
            plain.services(f),
            plain.sustainability(f),
            plain.cases(f),
            plain.contribution(f),
            plain.plan(f),
            plain.proofs(f),
        ),
        usual(f),
        faultless=True,
    )


def split_rows() -> Odd:
    """Broke tables across pages by hand: the indicator cell goes on in a next table, and so does the profile."""
    f = firm(78)
    numbers = plain.indicators(f).split("\n")
    two = (
        p("申报平台信息")
        + p("（一）平台基础信息")
        + table(*plain.basics(f), ("平台关键指标统计", "\n".join(numbers[:8])))
        + p("（续表）")
        + table(
            ("平台关键指标统计（续）", "\n".join(numbers[8:])),
            ("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])),
        )
    )
    return Odd(docx(plain.whole(f, platform=two)), usual(f), faultless=True)


FILINGS: Final[dict[str, Maker]] = {
    each.__name__: each
    for each in (
        boxed_cover,
        underlined_cover,
        tabled_cover,
        controlled,
        tracked,
        bare_writer,
        soft_breaks,
        boxed_in_a_table,
        split_rows,
    )
}

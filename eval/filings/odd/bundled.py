"""A form that is not alone in its file: an empty one before it, the notice, attachments behind, a second contact."""

from __future__ import annotations

from typing import Any, Final

from eval.filings.odd import plain
from eval.filings.odd.filing import Holds, Maker, Odd
from eval.filings.odd.firm import DOMAINS, INDICATORS, INDUSTRIES, NEW_TECHNOLOGIES, Facts, firm
from eval.filings.odd.paper import Cell, docx, p, picture, ps, table
from eval.filings.odd.plain import usual

__all__ = ["FILINGS", "blank"]


def blank() -> Facts:
    """The form with nothing written: every text empty."""
    f: Facts = dict.fromkeys(firm(0), "")
    f |= {
        "platform.industries": [],
        "platform.domains": [],
        "platform.indicators.new_technologies": [],
        "platform.typical_customers": [],
    }
    return f | {"applicant.honors": []}


def empty_form() -> str:
    """The form as the notice gives it, unanswered."""
    ask = "      "
    a = (
        p("河北省省级工业互联网平台申报书")
        + p("平   台   名    称                ")
        + p("平   台   类    型             ")
        + p("申 报 单 位（盖章）            ")
        + p("推 荐 单 位（盖章）            ")
        + p("填   报   日    期            ")
    )
    merged = Cell("", down="continue")
    a += p("申报单位基本信息") + table(
        ("单位名称", Cell(span=4)),
        ("组织机构代码", Cell(span=2), "成立时间", ""),
        (
            "企业性质",
            Cell("□国有 □民营 □三资 □其他\n（事业单位、科研院所等）", span=2),
            "注册资本（万元）",
            "",
        ),
        ("单位地址", Cell(span=4)),
        (Cell("联系人", down="restart"), "姓名", "", "电话", ""),
        (merged, "职务", "", "手机", ""),
        (merged, "传真", "", "E-mail", ""),
        ("上年销售（万元）", Cell(span=2), "上年利润（万元）", ""),
        (
            "企业简介",
            Cell(
                "（限1500字）\n（一）申报单位情况介绍\n发展历程、主营业务、市场销售、行业地位排名、市场占有率等方面基本情况。\n（二）申报单位核心竞争力介绍",
                span=4,
            ),
        ),
        ("企业荣誉", Cell("1.\n2.\n3.", span=4)),
        ("真实性承诺", Cell("法定代表人签章：\n单位公章：\n    年   月   日", span=4)),
        ("推荐单位", Cell("推荐单位公章：\n    年   月   日", span=4)),
    )
    numbers = "\n".join(f"({i}){label}：{ask}（{unit}）" for i, (_, label, unit) in enumerate(INDICATORS, 1))
    f = blank()
    rows = [
        ("平台名称", ""),
        ("平台类别\n（单选）", "\n".join(f"□{each}" for each in plain.CATEGORY.values())),
        ("面向行业", "覆盖行业数（个）：   \n" + plain.boxes(INDUSTRIES, [])),
        ("面向领域", "覆盖领域数（个）：   \n" + plain.boxes(DOMAINS, [])),
        ("建设主体", ""),
        ("建设时间", ""),
        ("建设状态", "□已建成 □在建 □拟建"),
        ("投资金额(万元)", ""),
        ("建设方式", "□自建\n□合作共建\n请注明合作企业名称        "),
        ("IaaS基础设施", "□自建\n□租用\n请注明服务商名称        "),
        (
            "平台关键指标统计",
            f"{numbers}\n(14)新技术应用情况：\n{plain.boxes(NEW_TECHNOLOGIES, [])}\n(15)服务区域数量：   个设区市或   个省级以上产业园区\n(16)平台完成服务合同额：   （万元）\n(17)二级节点标识注册量：   （万条）\n(18)二级节点标识解析量：   （万次）\n(19)二级节点接入企业数：   （家）",
        ),
        ("平台典型应用企业名称", "列举不少于三家典型应用企业名称，并提供证明材料"),
    ]
    a += p("申报平台信息") + p("（一）平台基础信息") + table(*rows) + plain.capability(f) + plain.services(f)
    a += (
        p("（四）平台可持续发展能力")
        + p("1.平台是否具有专门的发展规划：□是 □否")
        + p("2.平台是否为独立公司运营：□是 □否")
    )
    for number, (_, title, total, yearly) in enumerate(plain.MONEY, 3):
        a += (
            p(f"{number}.{title}：")
            + p(f"近三年平台相关的{total}：       元")
            + p(f"2019、2020、2021年平台相关的{yearly}：       元")
        )
    a += (
        p("6.投资回报率：       %")
        + p("7.企业已上市或已获得VC/PE投资：□是 □否")
        + p("8.平台组织管理结构、战略保障机制、生态运营能力及其它需要说明的内容，并附相关证明材料。")
    )
    return a + plain.cases(f) + plain.contribution(f) + plain.plan(f) + plain.proofs(f)


def untouched() -> Odd:
    """Handed in the form untouched."""
    paths = [path for path in firm(0) if not path.startswith("cover.platform_cat")]
    values: dict[str, object] = {path: ([] if isinstance(firm(0)[path], list) else None) for path in paths}
    sure = (
        "applicant.name",
        "applicant.ownership",
        "applicant.address",
        "platform.builder",
        "platform.category",
        "platform.indicators.core_patents",
        "sustainability.rnd_total",
        "cases",
        "next_plan",
        "cover.filed_on",
    )
    return Odd(docx(empty_form()), values, states=dict.fromkeys(sure, "blank"))


def empty_then_filled() -> Odd:
    """Left the empty form in front and filled a copy of it behind."""
    f = firm(60)
    return Odd(docx(empty_form(), p("以下为我公司填报内容"), plain.whole(f)), usual(f), faultless=True)


def filled_then_empty() -> Odd:
    """Filled the form and left the rest of the notice's file, a spare empty form too, behind it."""
    f = firm(61)
    summary = (
        p("附件2")
        + p("河北省省级工业互联网平台推荐汇总表")
        + p("推荐单位（盖章）：")
        + table(
            ("序号", "工业互联网平台名称", "申报单位", "平台类别", "联系人", "联系方式（手机与邮箱）"),
            ("1", "", "", "", "", ""),
        )
    )
    return Odd(docx(plain.whole(f), empty_form(), summary), usual(f), faultless=True)


def notice_in_front() -> Odd:
    """Typed into the notice's own file: letter, instructions and contents stand before the form."""
    f = firm(62)
    letter = (
        "冀工信软件函〔2022〕719号\n关于开展河北省省级工业互联网平台\n培育工作的通知\n各市（含定州、辛集市）工业和信息化局、雄安新区改革发展局：\n一、培育内容\n（一）行业工业互联网平台。支持优势行业龙头企业构建面向行业的工业互联网平台。\n（二）区域工业互联网平台。支持面向全市工业企业建设特色化平台。\n"
        "四、有关要求\n联系人：李志巧  15930816492\n邮  箱：ronghechu@126.com\n地  址：河北省石家庄市新华区和平西路402号\n河北省工业化和信息化厅\n2022年11月7日\n附件1"
    )
    guide = "填报说明\n一、申报单位应按照填写要求和实际情况，如实填报申报书相关内容。\n三、平台申报书中第一次出现外文名词时，要写清全称和缩写，再出现同一词时可以使用缩写。\n五、填报格式：请用A4幅面编辑，正文字体为4号宋体，行距29磅。一级标题3号黑体，二级标题3号楷体。"
    toc = "目  录\n申报单位基本信息……………………1\n申报平台信息\t4\n（一）平台基础信息\t4\n（二）平台基础能力介绍……6\n1.平台整体技术架构\t6\n2.边缘层能力\t7\n（三）平台应用服务能力\t12\n解决方案供给能力\t14\n（四）平台可持续发展能力\t16\n（五）平台应用案例和效果\t18\n（六）平台社会贡献度\t19\n（七）平台下一步发展计划\t20\n（八）相关证明材料\t21\n附件1：企业法人营业执照\t22"
    body = plain.whole(f, cover="")
    return Odd(docx(ps(letter), plain.cover(f), ps(guide), ps(toc), body), usual(f), faultless=True)


def machines() -> str:
    head = ("序号", "设备名称", "型号", "单位名称", "数量（台/套）", "接入时间")
    return p("附件5：工业设备清单") + table(
        head,
        *(
            (str(i), "数控车床", f"CK{6000 + i}", f"第{i % 40 + 1}用户", "8", "2021年")
            for i in range(1, 1501)
        ),
    )


def everything_behind() -> Odd:
    """Bound all twelve attachments behind the form: pictures, certificates, a list of 1 500 machines."""
    f = firm(63)
    plain_list = plain.proofs(f)
    shown = {
        1: p("统一社会信用代码：91130100MA00000000") + p("名称：某单位") + p(picture("营业执照")),
        2: p("企业信用报告（自主查询版）") + p(picture("征信报告")),
        3: p("2020年度审计报告") + p(picture()) + p("2021年度审计报告") + p(picture()),
        4: table(
            ("序号", "名称", "类型", "证书号"),
            *((str(i), f"专利{i}", "发明专利", f"ZL{i:05}") for i in range(1, 8)),
        ),
        6: table(("序号", "模型名称"), *((str(i), f"模型{i}") for i in range(1, 9))),
        7: table(("序号", "APP名称"), ("1", "排产助手"), ("2", "点检助手")),
        8: table(("序号", "解决方案名称"), ("1", "健康管理"), ("2", "能源管理")),
        9: table(("序号", "企业名称", "联系人", "联系电话"), ("1", "甲企业", "某某", "010-12345678")),
        10: p(picture("截图")),
        11: p(picture("证明")),
        12: p(picture("证书")),
    }
    behind = ""
    for number, title in enumerate(plain.PROOFS, 1):
        behind += machines() if number == 5 else p(f"附件{number}：{title}") + shown[number]
    files = [{"number": n, "found": True} for n in range(1, 13)]
    return Odd(docx(plain.whole(f, proofs=plain_list + behind)), usual(f, attachments=files), faultless=True)


def two_contacts() -> Odd:
    """Named a second contact, two e-mails, an extension, a zip code and a county's range of dates."""
    f: Facts = firm(64) | {"platform.built_period": "2019.3-2021.12"}

    def g(name: str) -> Any:
        return f[f"applicant.contact.{name}"]

    second = {
        "name": "傅一诺",
        "phone": "0311-66778899",
        "title": "技术经理",
        "mobile": "13800000001",
        "fax": "/",
        "email": "second@example.com",
    }

    def both(name: str) -> str:
        return f"{g(name)}、{second[name]}"

    merged = Cell("", down="continue")
    rows = [
        (Cell("联系人1", down="restart"), "姓名", g("name"), "电话", g("phone") + "转8012"),
        (merged, "职务", g("title"), "手机", g("mobile")),
        (merged, "传真", g("fax"), "E-mail", g("email")),
        (Cell("联系人2", down="restart"), "姓名", second["name"], "电话", second["phone"]),
        (merged, "职务", second["title"], "手机", second["mobile"]),
        (merged, "传真", "/", "E-mail", second["email"]),
    ]
    one = p("申报单位基本信息") + table(
        ("单位名称", Cell(f["applicant.name"], span=4)),
        (
            "组织机构代码",
            Cell(f["applicant.organization_code"], span=2),
            "成立时间",
            f["applicant.founded_on"],
        ),
        (
            "企业性质",
            Cell("□国有 ☑民营 □三资 □其他", span=2),
            "注册资本（万元）",
            str(f["applicant.registered_capital"]),
        ),
        ("单位地址", Cell(f"{f['applicant.address']}（邮编：056300）", span=4)),
        *rows,
        (
            "上年销售（万元）",
            Cell(str(f["applicant.last_year_sales"]), span=2),
            "上年利润（万元）",
            str(f["applicant.last_year_profit"]),
        ),
        ("企业简介", Cell(plain.profile(f), span=4)),
        ("企业荣誉", Cell(plain.honors(f), span=4)),
        ("真实性承诺", Cell(plain.pledge(f), span=4)),
        ("推荐单位", Cell(plain.recommended(f), span=4)),
    )
    del both
    address = Holds((f["applicant.address"],))
    phone = Holds((g("phone"),), ("66778899",))
    return Odd(
        docx(plain.whole(f, applicant=one)),
        usual(f, **{"applicant.address": address, "applicant.contact.phone": phone}),
        faultless=True,
    )


def half_filled() -> Odd:
    """Stopped half-way: wrote the applicant, the platform's first rows, and left the rest; 无 and / where nothing applies."""
    f = firm(65)
    one = (
        plain.applicant(f)
        .replace(f">{f['applicant.contact.fax']}<", ">/<")
        .replace(ps(plain.honors(f)), p("无"))
    )
    e = blank() | {
        path: f[path]
        for path in f
        if path.startswith(("cover", "applicant"))
        or path in ("platform.name", "platform.category", "platform.builder")
    }
    e |= {"platform.industry_count": "", "platform.domain_count": ""}
    empty = empty_form()
    rest = empty[empty.index(p("申报平台信息")) :].replace(table(("平台名称", ""))[-1:], ">", 1)
    rest = rest.replace(
        p("平台名称") + "</w:tc>" + '<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>' + p(),
        p("平台名称")
        + "</w:tc>"
        + '<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>'
        + p(f["platform.name"]),
        1,
    )
    values = {
        path: value
        for path, value in usual(f).items()
        if path.startswith(("cover", "applicant")) or path == "platform.name"
    }
    values |= {
        path: ([] if isinstance(f[path], list) else None)
        for path in f
        if not path.startswith(("cover", "applicant")) and path != "platform.name"
    }
    values |= {"applicant.contact.fax": None, "applicant.honors": []}
    states = {
        "applicant.contact.fax": "none",
        "applicant.honors": "none",
        "platform.builder": "blank",
        "platform.indicators.connected_devices": "blank",
        "cases": "blank",
        "platform.category": "blank",
        "sustainability.cost_2020": "blank",
    }
    return Odd(docx(plain.cover(f), one, rest), values, states=states)


FILINGS: Final[dict[str, Maker]] = {
    each.__name__: each
    for each in (
        untouched,
        empty_then_filled,
        filled_then_empty,
        notice_in_front,
        everything_behind,
        two_contacts,
        half_filled,
    )
}

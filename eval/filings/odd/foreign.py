"""Other scripts, widths and habits of writing dates, codes and figures."""

from __future__ import annotations

from typing import Final

from eval.filings.odd import plain
from eval.filings.odd.filing import Holds, Maker, Odd, OneOf
from eval.filings.odd.firm import DOMAINS, INDICATORS, INDUSTRIES, Facts, firm
from eval.filings.odd.paper import docx, p, ps, table
from eval.filings.odd.plain import usual

__all__ = ["FILINGS"]

_WIDE: Final = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_OLD: Final = str.maketrans(
    "单组织机构码时间质资国营联系电话职务传销售万简荣誉实诺荐",
    "單組織機構碼時間質資國營聯繫電話職務傳銷售萬簡榮譽實諾薦",
)


def wide() -> Odd:
    """Typed everything full-width: digits, letters, signs."""
    f = firm(90)
    one = plain.applicant(f)
    for name in (
        "organization_code",
        "founded_on",
        "registered_capital",
        "contact.phone",
        "contact.mobile",
        "contact.fax",
        "contact.email",
        "last_year_sales",
        "last_year_profit",
    ):
        value = str(f[f"applicant.{name}"])
        one = one.replace(p(value), p(value.translate(_WIDE)), 1)
    two = plain.platform(f).replace(ps(plain.indicators(f)), ps(plain.indicators(f).translate(_WIDE)))
    four = plain.sustainability(f, sums=ps(plain.lines(f).translate(_WIDE)))
    return Odd(
        docx(plain.whole(f, applicant=one, platform=two, sustainability=four)), usual(f), faultless=True
    )


def from_hong_kong() -> Odd:
    """A joint venture run from Hong Kong: the applicant's labels in traditional characters, 三資 ticked."""
    f = firm(91) | {"applicant.ownership": "三资"}
    one = plain.applicant(f)
    for label in (
        "单位名称",
        "组织机构代码",
        "成立时间",
        "企业性质",
        "注册资本（万元）",
        "单位地址",
        "联系人",
        "电话",
        "职务",
        "手机",
        "传真",
        "上年销售（万元）",
        "上年利润（万元）",
        "企业简介",
        "企业荣誉",
        "真实性承诺",
        "推荐单位",
    ):
        one = one.replace(p(label), p(label.translate(_OLD)), 1)
    one = one.replace("□国有 □民营 ☑三资 □其他", "□國有 □民營 ☑三資 □其他")
    got = usual(f) | {
        f"applicant.{name}": OneOf((f[f"applicant.{name}"], None))
        for name in (
            "name",
            "organization_code",
            "founded_on",
            "ownership",
            "registered_capital",
            "address",
            "contact.name",
            "contact.phone",
            "contact.title",
            "contact.mobile",
            "contact.fax",
            "contact.email",
            "last_year_sales",
            "last_year_profit",
            "pledge_date",
            "recommendation_date",
        )
    }
    got["applicant.honors"] = OneOf((f["applicant.honors"], []))
    got["applicant.profile"] = OneOf((Holds((f["applicant.profile_introduction"],)), None))
    return Odd(docx(plain.whole(f, applicant=one)), got)


def many_dates() -> Odd:
    """Wrote each date in another way: 2022.11.15, 2009年6月, 2022 年 11 月 12 日, 2022/11/21."""
    f: Facts = firm(92) | {
        "cover.filed_on": "2022-11-15",
        "applicant.founded_on": "2009-06",
        "applicant.pledge_date": "2022-11-12",
        "applicant.recommendation_date": "2022-11-21",
        "platform.built_period": "2018年03月—2021年底",
    }
    front = plain.cover(f | {"cover.filed_on": "2022-11-15"}).replace("2022年11月15日", "2022.11.15")
    one = (
        plain.applicant(f)
        .replace(">2009-06<", ">2009年6月<")
        .replace("2022年11月12日", "           2022 年  11 月  12 日")
        .replace("2022年11月21日", "2022/11/21")
    )
    return Odd(docx(plain.whole(f, cover=front, applicant=one)), usual(f), faultless=True)


def odd_codes() -> Odd:
    """Wrote the code with blanks and small letters, the phone with an area in brackets, the mobile in groups, the name with blanks."""
    f = firm(93)
    code, phone, mobile, name = (
        f[f"applicant.{each}"]
        for each in ("organization_code", "contact.phone", "contact.mobile", "contact.name")
    )
    area, local = phone.split("-")
    one = (
        plain.applicant(f)
        .replace(p(code), p(f"{code[:6].lower()} {code[6:10].lower()}-{code[10:].lower()}"), 1)
        .replace(p(phone), p(f"（{area}）{local}"), 1)
        .replace(p(mobile), p(f"{mobile[:3]} {mobile[3:7]} {mobile[7:]}"), 1)
        .replace(p(name), p("  ".join(name)), 1)
    )
    same_phone = OneOf((f"({area}){local}", phone))
    same_mobile = OneOf((mobile, f"{mobile[:3]} {mobile[3:7]} {mobile[7:]}"))
    return Odd(
        docx(plain.whole(f, applicant=one)),
        usual(f, **{"applicant.contact.phone": same_phone, "applicant.contact.mobile": same_mobile}),
        faultless=True,
    )


def nothing_words() -> Odd:
    """Answered what does not apply with 无, /, — and 0."""
    f = firm(94)
    i = "platform.indicators."
    one = (
        plain.applicant(f)
        .replace(p(f["applicant.contact.fax"]), p("—"), 1)
        .replace(ps(plain.honors(f)), p("无"))
    )
    numbers = plain.indicators(f)
    numbers = (
        numbers.replace(
            f"(17)二级节点标识注册量：{f[i + 'identifiers_registered']}", "(17)二级节点标识注册量：无"
        )
        .replace(f"(18)二级节点标识解析量：{f[i + 'identifiers_resolved']}", "(18)二级节点标识解析量：/")
        .replace(f"(19)二级节点接入企业数：{f[i + 'identifier_enterprises']}", "(19)二级节点接入企业数：——")
    )
    numbers = numbers.replace(f"注册总数：{f[i + 'third_party_developers']}", "注册总数：0")
    two = plain.platform(f).replace(ps(plain.indicators(f)), ps(numbers))
    three = plain.capability(f).replace(
        ps(f"7.标识解析融合应用能力\n{f['capability.identifier_resolution']}"),
        ps("7.标识解析融合应用能力\n无"),
    )
    gone: dict[str, object] = {
        "applicant.contact.fax": None,
        "applicant.honors": [],
        i + "identifiers_registered": None,
        i + "identifiers_resolved": None,
        i + "identifier_enterprises": None,
        "capability.identifier_resolution": None,
    }
    return Odd(
        docx(plain.whole(f, applicant=one, platform=two, capability=three)),
        usual(f, **gone, **{i + "third_party_developers": 0}),
        states=dict.fromkeys(gone, "none"),
        faultless=True,
    )


def unreadable_things() -> Odd:
    """Wrote what cannot be read as asked: ranges, 若干, a fraction of a device, 30th February, two dates, 待定."""
    f: Facts = firm(95) | {"platform.build_status": "在建"}
    i = "platform.indicators."
    numbers = plain.indicators(f)
    for label, name, wrong in (
        ("接入设备数量", "connected_devices", "800-1200"),
        ("工业APP数量", "industrial_apps", "若干"),
        ("微服务组件数量", "microservices", "12.5"),
        ("解决方案数量", "solutions", "10～15"),
        ("接入企业数量", "connected_enterprises", "-5"),
    ):
        numbers = numbers.replace(f"{label}：{f[i + name]}（", f"{label}：{wrong}（")
    one = (
        plain.applicant(f)
        .replace(p(f["applicant.founded_on"]), p("2011年2月30日"), 1)
        .replace(p(str(f["applicant.registered_capital"])), p("见营业执照"), 1)
    )
    two = (
        plain.platform(f)
        .replace(ps(plain.indicators(f)), ps(numbers))
        .replace("□已建成 ☑在建 □拟建", "☑已建成 ☑在建 □拟建")
    )
    bad = {
        i + "connected_devices": None,
        i + "industrial_apps": None,
        i + "microservices": None,
        i + "solutions": None,
        "applicant.founded_on": None,
        "applicant.registered_capital": None,
        "platform.build_status": None,
    }
    errors = (
        *(
            ("NUM001", path)
            for path in (
                i + "connected_devices",
                i + "industrial_apps",
                i + "microservices",
                i + "solutions",
                i + "connected_enterprises",
                "applicant.registered_capital",
            )
        ),
        ("DAT002", "applicant.founded_on"),
        ("SEL001", "platform.build_status"),
    )
    return Odd(
        docx(plain.whole(f, applicant=one, platform=two)),
        usual(f, **bad, **{i + "connected_enterprises": -5}),
        states=dict.fromkeys(bad, "unreadable"),
        errors=errors,
    )


def decorated() -> Odd:
    """Decorated names and headings: 《》, “ ”, V3.0, line breaks inside names, circled numbers for sections and options."""
    f: Facts = firm(96)
    name = "“汇澜·云脑”工业互联网平台（V3.0）"
    f |= {"cover.platform_name": name, "platform.name": name}
    rows = plain.basics(f)
    rows[3] = (
        rows[3][0],
        " ".join(
            f"{n}{'☑' if each in f['platform.industries'] else '□'}{each}"
            for n, each in zip("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮", INDUSTRIES, strict=True)
        ),
    )
    rows[5] = (
        rows[5][0],
        "\n".join(
            f"{n}.{each} {'☑' if each in f['platform.domains'] else '□'}" for n, each in enumerate(DOMAINS, 1)
        ),
    )
    two = (
        p("二、申报平台信息")
        + p("（一）平台基础信息")
        + table(
            *rows,
            ("平台关键指标统计", plain.indicators(f)),
            ("平台典型应用企业名称", "\n".join(f"《{each}》" for each in f["platform.typical_customers"])),
        )
    )
    customers = [OneOf((each, f"《{each}》")) for each in f["platform.typical_customers"]]
    return Odd(
        docx(plain.whole(f, platform=two)),
        usual(f, **{"platform.typical_customers": customers}),
        faultless=True,
    )


def unit_first() -> Odd:
    """Set units before figures and figures after notes: 接入设备数量（台/套）：1200, 共计（台/套）1200, 数量为1200."""
    f = firm(97)
    told = []
    for n, (name, label, unit) in enumerate(INDICATORS, 1):
        value = f[f"platform.indicators.{name}"]
        told.append(
            (
                f"({n}){label}（{unit}）：{value}",
                f"({n}){label}：（{unit}）{value}",
                f"({n}){label}为{value}{unit}",
                f"（{n}）{label}（{unit}）   {value}",
            )[n % 4]
        )
    rest = plain.indicators(f).split("\n")[14:]
    two = (
        p("申报平台信息")
        + p("（一）平台基础信息")
        + table(
            *plain.basics(f),
            ("平台关键指标统计", "\n".join(told + rest)),
            ("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])),
        )
    )
    return Odd(docx(plain.whole(f, platform=two)), usual(f), faultless=True)


FILINGS: Final[dict[str, Maker]] = {
    each.__name__: each
    for each in (
        wide,
        from_hong_kong,
        many_dates,
        odd_codes,
        nothing_words,
        unreadable_things,
        decorated,
        unit_first,
    )
}

"""Filings that went through another program: LibreOffice reads them and writes a .docx of its own."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path
from typing import Final

from eval.filings.odd import plain
from eval.filings.odd.chosen import every_machine
from eval.filings.odd.filing import Maker, Odd
from eval.filings.odd.firm import Facts, firm
from eval.filings.odd.machined import boxed_cover, tracked
from eval.filings.odd.measured import ledger, nested_ledger
from eval.filings.odd.plain import usual
from eval.filings.odd.retyped import copied, six_columns

__all__ = ["CONVERTED", "office"]


def office() -> str | None:
    """The converter's command, where there is one."""
    return shutil.which("soffice")


def through(content: bytes, *suffixes: str) -> bytes:
    """Convert from the first suffix to each next one; the last is docx."""
    command = office()
    assert command is not None
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        file = home / f"filing.{suffixes[0]}"
        file.write_bytes(content)
        for number, suffix in enumerate(suffixes[1:]):
            out = home / str(number)
            profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
            wanted = f"{suffix}:MS Word 2007 XML" if suffix == "docx" else suffix
            arguments = [
                command,
                profile,
                "--headless",
                "--convert-to",
                wanted,
                "--outdir",
                str(out),
                str(file),
            ]
            subprocess.run(arguments, check=True, capture_output=True, timeout=120)  # noqa: S603
            file = out / f"filing.{suffix}"
        return file.read_bytes()


def converted(make: Maker, *by: str) -> Odd:
    """What a maker made, taken through other formats."""
    odd = make()
    return replace(odd, docx=through(odd.docx, "docx", *by, "docx"))


def web_page() -> Odd:
    """Filled an HTML page and let the office program turn it into Word."""
    f: Facts = firm(120)

    def g(name: str) -> str:
        return escape(str(f[f"applicant.{name}"]))

    def cell(text: str) -> str:
        return "".join(f"<p>{escape(line)}</p>" for line in str(text).split("\n"))

    rows = [
        f"<tr><td>单位名称</td><td colspan=4>{g('name')}</td></tr>",
        f"<tr><td>组织机构代码</td><td colspan=2>{g('organization_code')}</td><td>成立时间</td><td>{g('founded_on')}</td></tr>",
        f"<tr><td>企业性质</td><td colspan=2>□国有 ☑民营 □三资 □其他</td><td>注册资本（万元）</td><td>{g('registered_capital')}</td></tr>",
        f"<tr><td>单位地址</td><td colspan=4>{g('address')}</td></tr>",
        f"<tr><td rowspan=3>联系人</td><td>姓名</td><td>{g('contact.name')}</td><td>电话</td><td>{g('contact.phone')}</td></tr>",
        f"<tr><td>职务</td><td>{g('contact.title')}</td><td>手机</td><td>{g('contact.mobile')}</td></tr>",
        f"<tr><td>传真</td><td>{g('contact.fax')}</td><td>E-mail</td><td>{g('contact.email')}</td></tr>",
        f"<tr><td>上年销售（万元）</td><td colspan=2>{g('last_year_sales')}</td><td>上年利润（万元）</td><td>{g('last_year_profit')}</td></tr>",
        *(
            f"<tr><td>{label}</td><td colspan=4>{cell(text)}</td></tr>"
            for label, text in (
                ("企业简介", plain.profile(f)),
                ("企业荣誉", plain.honors(f)),
                ("真实性承诺", plain.pledge(f)),
                ("推荐单位", plain.recommended(f)),
            )
        ),
    ]
    b = plain.basics(f)
    base = [
        f"<tr><td>{cell(label)}</td><td>{cell(text)}</td></tr>"
        for label, text in b
        if isinstance(label, str) and isinstance(text, str)
    ]

    def choice(row: int, span: str) -> str:
        return f"<tr><td rowspan=2>{span}</td><td>{cell(str(b[row][1]))}</td></tr><tr><td>{cell(str(b[row + 1][1]))}</td></tr>"

    base[2:2] = [choice(2, "面向行业"), choice(4, "面向领域")]
    base += [
        f"<tr><td>平台关键指标统计</td><td>{cell(plain.indicators(f))}</td></tr>",
        f"<tr><td>平台典型应用企业名称</td><td><ol>{''.join(f'<li>{each}</li>' for each in f['platform.typical_customers'])}</ol></td></tr>",
    ]
    front = [
        "河北省省级工业互联网平台申报书",
        f"平 台 名 称：<u>{f['cover.platform_name']}</u>",
        f"平 台 类 型：<u>{plain.CATEGORY[f['cover.platform_category']]}</u>",
        f"申报单位（盖章）：<u>{f['cover.applicant']}</u>",
        f"推荐单位（盖章）：<u>{f['cover.recommender']}</u>",
        f"填报日期：<u>{f['cover.filed_on']}</u>",
    ]
    told = ["<h2>（二）平台基础能力介绍</h2>"]
    for name, label in plain.CAPABILITIES:
        told += [
            f"<h3>{label}</h3>",
            cell(f[f"capability.{name}"]),
            "<p>平台建设基于：□公有云 □私有云 ☑混合云 □其他架构</p>" if name == "iaas" else "",
        ]
    told += [
        "<h2>（三）平台应用服务能力</h2><h3>平台服务能力</h3>",
        *(
            f"<h4>（{i}）{label}服务能力</h4>{cell(f[f'services.{name}'])}"
            for i, (name, label) in enumerate(
                (("industry", "行业"), ("domain", "领域"), ("regional", "区域")), 1
            )
        ),
        "<h3>解决方案供给能力</h3>",
        cell(f["services.solutions"]),
    ]
    told += [
        "<h2>（四）平台可持续发展能力</h2>",
        cell(
            f"1.平台是否具有专门的发展规划：☑是 □否\n2.平台是否为独立公司运营：□是 ☑否\n{plain.lines(f)}\n6.投资回报率：{f['sustainability.roi_percent']}%\n7.企业已上市或已获得VC/PE投资：□是 ☑否\n8.平台组织管理结构、战略保障机制、生态运营能力及其它需要说明的内容，并附相关证明材料。"
        ),
        cell(f["sustainability.organization"]),
    ]
    told += [
        "<h2>（五）平台应用案例和效果</h2>",
        cell(f["cases"]),
        "<h2>（六）平台社会贡献度</h2>",
        "<h3>1.稳增长支撑能力</h3>",
        cell(f["contribution.stable_growth"]),
        "<h3>2.“双链”及“双碳”支撑能力</h3>",
        cell(f["contribution.dual_chain_dual_carbon"]),
        "<h3>3.支撑经济或行业运行分析</h3>",
        cell(f["contribution.economic_analysis"]),
        "<h2>（七）平台下一步发展计划</h2>",
        cell(f["next_plan"]),
    ]
    page = f"<html><head><meta charset=utf-8></head><body>{''.join(f'<p>{each}</p>' for each in front)}<h1>申报单位基本信息</h1><table border=1>{''.join(rows)}</table><h1>申报平台信息</h1><h2>（一）平台基础信息</h2><table border=1>{''.join(base)}</table>{''.join(told)}</body></html>"
    return Odd(through(page.encode(), "html", "docx"), usual(f), faultless=True)


CONVERTED: Final[dict[str, Maker]] = {
    "web_page": web_page,
    "copied_by_doc": partial(converted, copied, "doc"),
    "six_columns_by_odt": partial(converted, six_columns, "odt"),
    "every_machine_by_doc": partial(converted, every_machine, "doc"),
    "every_machine_by_odt": partial(converted, every_machine, "odt"),
    "tracked_by_odt": partial(converted, tracked, "odt"),
    "boxed_cover_by_doc": partial(converted, boxed_cover, "doc"),
    "ledger_by_rtf": partial(converted, ledger, "rtf"),
    "nested_ledger_by_doc": partial(converted, nested_ledger, "doc"),
}

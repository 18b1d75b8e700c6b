"""（八）相关证明材料: the list of titles, and the attachments themselves where they follow in the same file."""

from __future__ import annotations

from eval.filings.company import customer
from eval.filings.script import APPLICATION, Script
from eval.filings.truth import ATTACHMENT_TITLES, attachments
from eval.filings.word.nodes import Block, Par, Text, cell, label, line, row, tab

HEADING = "（八）相关证明材料"


def _titles() -> list[Block]:
    return [
        line("材料清单（作为附件放后）："),
        *(line(f"附件{number}：{title}") for number, title in enumerate(ATTACHMENT_TITLES, 1)),
        line("其他：包括但不限于以上相关证明材料。"),
    ]


def boxed(script: Script) -> list[Block]:
    return [line(HEADING, style="2"), tab([row(cell(*_titles()))]), Par(())]


def listed(script: Script) -> list[Block]:
    return [line(HEADING, style="2"), *_titles()]


def left_out(script: Script) -> list[Block]:
    """The form ends with its plan; nobody kept the list."""
    script.states["attachments"] = "absent"
    script.also_states["attachments"] = ("blank",)
    script.also["attachments"] = ([],)
    return []


_LISTS = {
    4: ("专利或软件著作权名称", "证书号"),
    5: ("设备名称", "型号", "数量（台）"),
    6: ("模型名称", "应用场景"),
    7: ("工业APP名称", "版本"),
    8: ("解决方案名称", "适用行业"),
    9: ("企业名称", "服务内容"),
}
_GOODS = {
    4: ("一种边缘采集装置", "工业时序数据压缩方法", "设备健康评价软件", "能耗分析系统"),
    5: ("数控加工中心", "冷轧机组", "空压机", "智能电表", "工业机器人"),
    6: ("轴承寿命预测模型", "高炉热平衡模型", "能耗基准模型", "配煤优化模型"),
    7: ("点检通", "能效通", "质量通", "排产通"),
    8: ("设备健康管理解决方案", "能源管控解决方案", "质量追溯解决方案"),
    9: ("在线监测服务", "能耗管理服务", "云化应用订阅"),
}


def following(script: Script, *, numbers: tuple[int, ...]) -> list[Block]:
    """The attachments behind the form: a heading each, then a list or a text."""
    out: list[Block] = []
    for number in numbers:
        out.append(line(f"附件{number}：{ATTACHMENT_TITLES[number - 1]}", style="1"))
        out += _table(script, number) if number in _LISTS else _papers(script, number)
    script.values["attachments"] = attachments({number: [APPLICATION] for number in numbers})
    script.states["attachments"] = "filled"
    return out


def _table(script: Script, number: int) -> list[Block]:
    columns = _LISTS[number]
    rows = [row(cell("序号"), *(cell(each) for each in columns))]
    for count in range(1, script.rng.randint(4, 9)):
        first = customer(script.rng) if number == 9 else f"{script.rng.choice(_GOODS[number])}{count}型"
        rest = {
            "型号": f"M-{script.rng.randint(100, 999)}",
            "数量（台）": str(script.rng.randint(1, 60)),
            "服务内容": script.rng.choice(_GOODS[9]),
        }
        more = [
            rest.get(each, f"{script.rng.randint(2019, 2021)}-{script.rng.randint(10, 99)}")
            for each in columns[1:]
        ]
        rows.append(row(cell(str(count)), *(cell(Text(each)) for each in (first, *more))))
    return [tab(rows), Par(())]


def _papers(script: Script, number: int) -> list[Block]:
    other = customer(script.rng)
    return [
        line(label(f"名称：{script.truth.company.name}")),
        line(label(f"统一社会信用代码：{script.truth.company.credit_code}")),
        line(
            label(
                f"（{ATTACHMENT_TITLES[number - 1].split('（')[0]}扫描件由{other}提供核验，成立日期、注册资本等以原件为准。）"
            )
        ),
    ]

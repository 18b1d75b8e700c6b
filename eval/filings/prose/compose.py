"""Puts narratives together and hides traps in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Final

from eval.filings.company import CITIES, MAKERS, company, customer
from eval.filings.prose.stock import GENERIC, SOLUTIONS, TOPICS

Table = tuple[tuple[str, ...], ...]
Piece = str | Table  # a paragraph, or a table inside the narrative

_INNERMOST: Final = re.compile(r"\{([^{}]*)\}")
_WORD: Final = re.compile(r"[A-Za-z0-9]+(?:[.,@/&'_+-][A-Za-z0-9]+)*")


@dataclass(frozen=True)
class Setting:
    """What a narrative may name."""

    brand: str
    platform: str


def count_words(text: str) -> int:
    """字数 as Word counts: each Chinese character or mark is one, a run of Latin letters or digits is one."""
    bare = re.sub(r"\s+", " ", text)
    rest, runs = _WORD.subn(" ", bare)
    return runs + sum(1 for each in rest if not each.isspace())


def expand(rng: Random, template: str, setting: Setting) -> str:
    """Draws every brace, from the innermost out."""

    def draw(match: re.Match[str]) -> str:
        body = match[1]
        if body.startswith("#"):
            low, high = (int(each) for each in body[1:].split("-"))
            return str(rng.randint(low, high))
        named: dict[str, Callable[[], str]] = {
            "%": lambda: f"{rng.randint(4, 96)}%",
            "城市": lambda: rng.choice(list(CITIES)),
            "制造": lambda: rng.choice(MAKERS),
            "brand": lambda: setting.brand,
            "platform": lambda: setting.platform,
        }
        return named[body]() if body in named else rng.choice(body.split("|"))

    while "{" in template:
        template = _INNERMOST.sub(draw, template)
    return template


def narrative(
    rng: Random, path: str, setting: Setting, *, low: int, high: int, traps: bool = True
) -> tuple[Piece, ...]:
    """Paragraphs of `low` to `high` 字 in all."""
    goal = rng.randint(low, high)
    sentences: list[str] = [expand(rng, each, setting) for each in TOPICS[path]]
    generic = list(GENERIC)
    rng.shuffle(generic)
    at = 0
    while sum(map(count_words, sentences)) < goal - 120:
        sentences.insert(rng.randint(1, len(sentences)), expand(rng, generic[at % len(generic)], setting))
        at += 1
    pieces = _paragraphs(rng, sentences)
    if traps:
        for trap in rng.sample(TRAPS, 2):
            where = rng.randint(1, len(pieces))
            pieces[where:where] = trap(rng, setting)
    while sum(map(_size, pieces)) > high and len(pieces) > 2:
        pieces.pop(rng.randrange(1, len(pieces)))
    return tuple(pieces)


def _size(piece: Piece) -> int:
    return (
        count_words(piece)
        if isinstance(piece, str)
        else sum(count_words(cell) for line in piece for cell in line)
    )


def _paragraphs(rng: Random, sentences: list[str]) -> list[Piece]:
    """Sentences in paragraphs; some narratives number them or set bullets before them."""
    groups: list[str] = []
    at = 0
    while at < len(sentences):
        take = rng.randint(1, 3)
        groups.append("".join(sentences[at : at + take]))
        at += take
    marks = rng.choice(("plain", "plain", "plain", "(1)", "（1）", "①", "一是", "■", "√", "●"))
    if marks == "plain":
        return [*groups]
    numerals = "一二三四五六七八九十"
    circled = "①②③④⑤⑥⑦⑧⑨⑩"
    out: list[Piece] = []
    for number, each in enumerate(groups[:9]):
        prefix = {
            "(1)": f"({number + 1})",
            "（1）": f"（{number + 1}）",
            "①": circled[number],
            "一是": f"{numerals[number]}是",
        }.get(marks, marks)
        out.append(prefix + each)
    return [*out, *groups[9:]]


def _other_platform(rng: Random, setting: Setting) -> list[Piece]:
    other = company(rng).brand
    return [
        rng.choice(
            (
                f"对标的{other}平台接入设备数量：{rng.randint(2, 90) * 100}台，工业APP数量：{rng.randint(30, 900)}个，服务区域数量：{rng.randint(1, 9)}个设区市，投资金额：{rng.randint(900, 9000)}万元，可供参考。",
                f"外省同类的{other}工业互联网平台公布其接入企业数量：{rng.randint(100, 9000)}家、数据采集点数量：{rng.randint(3, 99)}万个。",
                f"（4）接入设备数量：{rng.randint(11, 99) * 50}台（系参观学习的{other}平台数据，与本平台无关）。",
            )
        )
    ]


def _customer_codes(rng: Random, setting: Setting) -> list[Piece]:
    other = company(rng, trades=MAKERS)
    return [
        f"用户单位名称：{other.name}，统一社会信用代码：{other.credit_code}，单位地址：{other.address}，联系人已授权公开，成立时间：{rng.randint(1996, 2016)}年{rng.randint(1, 12)}月。"
    ]


def _foreign_heading(rng: Random, setting: Setting) -> list[Piece]:
    head = rng.choice(
        (
            "边缘层能力",
            "PaaS层能力",
            "平台安全防护能力",
            "解决方案供给能力",
            "平台应用案例和效果",
            "企业荣誉",
            "区域服务能力",
        )
    )
    topic = rng.choice(("capability.edge", "capability.paas", "capability.security"))
    lead = rng.choice(("{}", "{}方面", "与{}的衔接", "（三）{}支撑"))
    return [lead.format(head), expand(rng, rng.choice(TOPICS[topic]), setting)]


def _list_of_three(rng: Random, setting: Setting) -> list[Piece]:
    kinds = rng.sample(
        ("数据标准不统一", "复合型人才缺乏", "中小企业不敢转", "老旧设备接口少", "其他共性问题"), 3
    )
    style = rng.choice(("({})", "（{}）", "{}.", "{}、"))
    return ["主要解决以下三类问题：", *(f"{style.format(n)}{kind}；" for n, kind in enumerate(kinds, 1))]


def _bullets(rng: Random, setting: Setting) -> list[Piece]:
    mark = rng.choice("■√●□☑")
    return [
        f"{mark}{each}"
        for each in rng.sample(
            ("已完成验收", "云端统一运维", "其他配套服务", "是否上市不影响服务", "大数据底座", "5G专网改造"),
            3,
        )
    ]


def _dates(rng: Random, setting: Setting) -> list[Piece]:
    return [
        f"{rng.randint(2015, 2018)}年{rng.randint(1, 12)}月启动论证，{rng.randint(2019, 2020)}.{rng.randint(1, 12):02d}.{rng.randint(1, 28):02d}首批用户上线，填报日期以前累计发布版本{rng.randint(9, 60)}个；建设时间较同类项目缩短{rng.randint(2, 9)}个月。"
    ]


def _small_table(rng: Random, setting: Setting) -> list[Piece]:
    lines = tuple(
        (customer(rng), str(rng.randint(20, 900)), f"{rng.randint(4, 40)}%") for _ in range(rng.randint(2, 4))
    )
    return ["应用情况见下表：", (("用户名称", "接入设备数量（台）", "效率提升"), *lines)]


def _questions(rng: Random, setting: Setting) -> list[Piece]:
    return [
        rng.choice(
            (
                f"其他需要说明的事项：无。其中2020年投入{rng.randint(100, 900)}万元，2021年投入{rng.randint(100, 900)}万元，均不含设备折旧。",
                f"注册资本{rng.randint(1, 9)}000万元的某龙头企业率先采用，企业性质：民营，上年销售{rng.randint(2, 9)}.{rng.randint(1, 9)}亿元。",
                "是否具备推广条件：是。项目属于自建，未租用第三方机房的服务仅作灾备使用。",
            )
        )
    ]


TRAPS: Final = (
    _other_platform,
    _customer_codes,
    _foreign_heading,
    _list_of_three,
    _bullets,
    _dates,
    _small_table,
    _questions,
)


def solutions(rng: Random, setting: Setting, *, count: int) -> tuple[Piece, ...]:
    """A list of solutions, and at least three of them described: the pain, the deployment, the effect."""
    chosen = rng.sample(SOLUTIONS, count)
    head: list[Piece] = []
    if rng.random() < 0.6:
        head = [
            "平台解决方案列表如下：",
            (
                ("序号", "解决方案名称", "应用企业数"),
                *((str(n), each[0], str(rng.randint(3, 90))) for n, each in enumerate(chosen, 1)),
            ),
        ]
    body: list[Piece] = []
    for number, (name, pain, deployment) in enumerate(chosen, 1):
        effect = expand(
            rng, "预期{三年内推广至{#20-200}家企业|带动用户降本{%}|新增服务收入{#100-900}万元}", setting
        )
        body.append(f"解决方案{number}：{name}" if number % 2 else f"（{number}）{name}")
        body.append(
            f"解决的痛点问题：{pain}。部署方案：{deployment}。预期推广效益：{effect}。{expand(rng, rng.choice(GENERIC), setting)}"
        )
    return (*head, *body)


def dual(rng: Random, setting: Setting) -> tuple[Piece, ...]:
    """One solution for the two chains, one for carbon peak and neutrality."""
    chain = rng.choice(("产业链供应链协同", "供应链集采协同", "产业链图谱与供需对接"))
    carbon = rng.choice(("碳排放核算与管理", "能源与碳一体化管控", "绿色低碳园区"))
    filler = [expand(rng, each, setting) for each in rng.sample(GENERIC, 6)]
    return (
        f"“双链”解决方案：{chain}解决方案。{filler[0]}{filler[1]}",
        f"取得的成效：{filler[2]}",
        f"“双碳”解决方案：{carbon}解决方案。{filler[3]}{filler[4]}",
        f"下一步推广计划：{filler[5]}",
    )

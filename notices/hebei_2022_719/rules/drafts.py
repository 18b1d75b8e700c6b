"""Leftovers of a draft (TXT002)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from extractors.form import Answer, Field, Form, FormSpec
from extractors.rules import Context, Violation, rule
from extractors.text import key, nfkc, squeeze

_LATER: Final = "待补充|待填写|待补填|待填报|待补齐|待补录|待填|待补"
_OPEN: Final = "待定|待确认|待核实|待核对|待完善|待更新|待统计|待提供|待测算|暂缺"

# What can be nothing but a leftover, wherever it stands. Texts are NFKC: their brackets are half-width.
_PATTERNS: Final = (
    # XX, ××. A letter, digit or hyphen beside it makes a part number (MAXX-200), a code (5XX) or a size (XXL).
    r"(?<![A-Za-z0-9_./×-])(?:[Xx]{2,}|×{2,})(?![A-Za-z0-9_-]|\.\d|×)",
    # ○○公司; between numerals it is a year (二〇〇八).
    r"(?<![一二三四五六七八九十〇○])(?:○{2,}|〇{2,})(?![一二三四五六七八九十〇○])",
    # **公司; behind a digit it is a masked telephone number.
    r"(?<![*0-9A-Za-z])\*{2,}(?=[一-鿿]|\s*$)",
    r"某某",
    # 有待补充完善 and 待补充的物料 are everyday words.
    rf"(?<![有尚亟仍还])(?:{_LATER})(?=[\s,，。;；、:)】\]]|$)",
    rf"[(【\[]\s*(?:{_OPEN}|请?填写)\s*[)】\]]",
    r"(?<![A-Za-z_])(?:TODO|TBD|FIXME)(?![A-Za-z_]|\s*(?:list|列表|清单))",
    r"(?i:lorem ipsum)",
    r"\?{3,}",
    r"在?此处请?(?:填写|填入|输入|插入|补充|添加)",
    r"(?:单击|点击)(?:或点击)?此处",
    r"[(【\[<《](?:请在?此?处?|此处|待)(?:填写|填入|填报|输入|插入|补充|替换)[^)】\]>》]{0,30}[)】\]>》]",
)
_ANYWHERE: Final = re.compile("|".join(_PATTERNS))
# One of these stands in all that the patterns match; looking for them first is ten times faster.
_SIGNS: Final = ("XX", "xx", "Xx", "xX", "××", "○○", "〇〇", "**", "某某", "待", "填", "此处", "TODO", "TBD", "FIXME", "???",
                 "orem", "OREM", "暂缺", "请插", "请输", "请补", "请替", "请在")  # fmt: skip
_A_LINE: Final = re.compile(rf"(?:{_OPEN}|略)[。.…]*|(?:{_LATER})[^。]{{0,2}}[。.…]*")
_AN_ANSWER: Final = re.compile("(?:请填写.{0,20}|请输入.{0,20}|选择一项|填写.{0,8}|示例.{0,6})[。.…]*")
_AROUND: Final = 8  # characters of context that a message shows on either side
_SHORTEST_HINT = 10  # characters; what is shorter may be an answer (钢铁, 自建)


class _Leftover(NamedTuple):
    text: str
    excerpt: str  # with the words around it


@rule(
    "TXT002",
    severity="error",
    title="留有草稿的痕迹",
    clause="附件1/填报说明/一",
    quote="申报单位应按照填写要求和实际情况，如实填报申报书相关内容。",
    claims=True,
    message="“{title}”中留有草稿的痕迹{at}：“{excerpt}”。",
    fix="请把“{leftover}”换成实际内容，没有的就删去。",
)
def leftovers_of_a_draft(form: Form, _: Context) -> Iterator[Violation]:
    """留有 XX、待补充、TODO 一类的占位文字，或者把表中的提示语当作内容。

    ## 为什么

    填报说明一：“申报单位应按照填写要求和实际情况，如实填报申报书相关内容。”占位文字说明这一处还没有写完。
    型号（MAXX-200）、尺码（XXL）、乘号（3×4）和“某钢铁企业”这样的说法不算。

    ## 反例

    ```yaml
    platform.builder: XX有限公司
    ```

    ```yaml
    sustainability.organization: 平台设立运营中心和技术中心，共有员工（待补充）人，建立了周调度制度。
    ```

    ```yaml
    platform.indicators.protocols: 待定
    ```

    ```yaml
    next_plan: |
      TODO 与市场部核对后补写。
    ```

    ```yaml
    contribution.economic_analysis: 介绍平台依托工业互联网平台数据支撑产业经济运行监测分析等情况
    ```

    ## 正例

    ```yaml
    capability.edge: 采用MAXX-200型网关，支持3×4矩阵按键，已在某钢铁企业部署；协议库尚待补充完善，状态为待确认的工单自动提醒。
    ```
    """
    hints = _hints(form.spec)
    found = {field.path: _leftovers(_written(field, answer), hints) for field, answer in form}
    for path, leftovers in found.items():
        if not leftovers:
            continue
        in_halves = sum(len(found[half]) for half in found if half.startswith(f"{path}_"))
        if len(leftovers) > in_halves:  # else its halves, which are fields of their own, say it all
            first = leftovers[0]
            yield Violation((path,), {"leftover": first.text, "excerpt": first.excerpt})


_SHORT = 80  # characters; no leftover that is a whole line or answer is longer
_LONGEST_HINT = 400


def _written(field: Field, answer: Answer) -> str:
    """What stands there; of a long text the value, which is NFKC already."""
    return answer.value if field.kind == "longtext" and answer.state == "filled" else answer.raw


def _leftovers(text: str, hints: tuple[str, ...]) -> list[_Leftover]:
    plain = text if text.isascii() else nfkc(text)
    found = []
    if any(sign in plain for sign in _SIGNS):
        found = [_Leftover(each.group(), _around(plain, each)) for each in _ANYWHERE.finditer(plain)]
    lines = [line.strip() for line in plain.split("\n") if line.strip()]
    found += [
        _Leftover(line, line) for line in lines if len(line) <= _SHORT and _A_LINE.fullmatch(squeeze(line))
    ]
    # A piece of a hint that stands over a real answer is not in its place.
    short = len(plain) <= _SHORT and _AN_ANSWER.fullmatch(squeeze(plain))
    if lines and (
        short or (len(plain) <= 2 * _LONGEST_HINT and all(_is_hint(line, hints) for line in lines))
    ):
        found.append(_Leftover(lines[0], lines[0]))
    return found


def _around(text: str, found: re.Match[str]) -> str:
    return " ".join(text[max(0, found.start() - _AROUND) : found.end() + _AROUND].split())


def _is_hint(line: str, hints: tuple[str, ...]) -> bool:
    if len(line) > _LONGEST_HINT:
        return False
    said = key(line).strip("()")
    return len(said) >= _SHORTEST_HINT and any(said in hint for hint in hints)


@cache
def _hints(spec: FormSpec) -> tuple[str, ...]:
    fields = (hint for field in spec.fields for hint in field.hints)
    return tuple(
        key(hint) for hint in (*fields, *(section.hint for section in spec.sections if section.hint))
    )

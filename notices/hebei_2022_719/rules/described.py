"""How many solutions does a text describe: a name and what it solves?

Applicants lay this out in every way there is, so the text is read in several ways and the one that finds most is
believed: a false error costs an applicant more than a missed one. What none of the ways can make sense of is not
`clear`, and is left to a person.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from extractors.text import squeeze

__all__ = ["Solutions", "solutions_in"]

_BRIEF = 300  # 字: nobody describes three solutions in less, so nothing can have been overlooked
_LONGEST_HEADING = 40
_SHORTEST = 20  # 字 of a description that says what is solved; the shortest real ones have about 30
_LONG_ENOUGH = 80  # 字 after which a description need not use one of the words below

_ENUMERATORS: Final[dict[str, re.Pattern[str]]] = {
    kind: re.compile(pattern)
    for kind, pattern in {
        "一、": r"[一二三四五六七八九十]{1,3}[、.．]\s*",
        "（一）": r"[（(][一二三四五六七八九十]{1,3}[）)][、.．]?\s*",
        "1.1": r"\d{1,2}(?:[.．]\d{1,2}){1,3}[、.．]?(?![\d%个万亿家台倍])\s*",
        "1.": r"\d{1,2}[、.．](?!\d)\s*",
        "（1）": r"[（(]\d{1,2}[）)][、.．]?\s*",
        "1）": r"\d{1,2}[）)]\s*",
        "①": r"[①-⑳❶-❿]\s*",
        "方案一": r"(?:典型|主要)?(?:解决方案|方案|案例|产品)[（(]?(?:[一二三四五六七八九十]{1,2}|\d{1,2})[）)]?(?![个种项类款家])"
        r"\s*[：:、.．—-]*\s*",
        "第一": r"(?:第[一二三四五六七八九十](?:[，,、：:是]|类|个)|其[一二三四五六七八九][，,、：:是])\s*",
        "一是": r"[一二三四五六七八九十]是",
        "■": r"[■●◆▲★◎※○•·√☑▪▶►➢\-–—]+\s*",
    }.items()
}
_INLINE: Final = re.compile(
    r"(?<=[。；;：:，,\s])(?=[（(]\d{1,2}[）)]|\d{1,2}[、.．](?!\d)|[①-⑳]|[一二三四五六七八九]是|其[一二三四五六])"
)

# Words that headings inside the description of one solution are made of; nothing else is left of 预期推广效益.
_FACETS: Final = re.compile(
    "解决方案|痛点|难点|问题|难题|需求|背景|现状|概述|概况|综述|简介|介绍|说明|详细|详情|情况|部署|实施|路径|步骤|落地|"
    "效益|效果|成效|成果|收益|价值|作用|意义|推广|前景|计划|复制|优势|特点|特色|创新|亮点|功能|架构|体系|"
    "技术|路线|内容|建设|场景|适用|范围|对象|应用|案例|客户|用户|目标|思路|原理|组成|结构|列表|清单|目录|汇总|名称|序号|"
    "总体|整体|主要|核心|关键|典型|重点|相关|具体|预期|预计|实际|经济|社会|面临|存在|解决|所|行业|企业|业务|生产|"
    "方案|系统|产品|平台|项目|服务|模式|方式|方面|分析|描述|小结|结语|其中|如下|下表|上表|所示|图|表|"
    "该|本|此|这|我|们|公司|单位|的|了|和|及|与|或|等|在|供给|能力"
)
_SOLVES: Final = re.compile(
    "解决|针对|痛点|难点|难题|问题|瓶颈|不足|缺乏|缺少|困难|滞后|低下|偏低|偏高|孤岛|依赖人工|靠人工|"
    "提升|提高|降低|减少|缩短|降本|增效|优化|实现|避免|杜绝|预警|改善|节约|节省|节能|消除|打通|增强|保障|化解|破解|缓解|下降"
)
_NAMELIKE: Final = re.compile(
    "方案|系统|平台|套件|应用|app|APP|服务|管理|管控|优化|监测|监控|维护|运维|诊断|协同|追溯|调度|质检|检测|排产|采购|"
    "物流|仓储|能源|能耗|碳|安全|云|大脑|孪生|智能|智慧|数字|数智|工厂|车间|改造|一体化|控制|预测|巡检|供应链"
)
_OPENING_NAME: Final = re.compile(
    r"[《“「【](?P<title>[^》”」】]{2,40})[》”」】]|(?P<name>[^，。；：:、,;]{2,36}?(?:解决方案|方案|系统|平台|套件|APP|应用))"
)
_NOT_IN_A_NAME: Final = re.compile(
    "采用|通过|实现|提供|部署|解决(?!方案)|利用|依托|围绕|形成|打造|能够|可以|支持|具有|包括|其中|以及"
)
_OPENING_PAIN: Final = re.compile(
    r"(?:针对|面向|围绕|为了?解决|聚焦)[^。]{4,120}?(?:方案|系统|平台|套件|APP|应用)"
)
_PAIN_LABEL: Final = re.compile(
    r"(?:^|[\n\t。；;（(【])[^\n\t。；;:：]{0,10}(?:痛点|解决的?[^\n\t。；;:：]{0,4}问题)[^\n\t。；;:：]{0,6}[:：\t\n][】]?\s*"
    r"(?P<said>[^\n\t]{8,})"
)
_DESCRIBING_COLUMN: Final = re.compile(
    "痛点|问题|解决|部署|效益|成效|效果|内容|简介|描述|功能|说明|介绍|作用|特点|价值"
)


class Solutions(NamedTuple):
    """What a text says of solutions."""

    described: tuple[str, ...]  # a name or the opening words of each
    clear: bool  # nothing in the text's layout is left to guess


class _Item(NamedTuple):
    name: str
    body: str


Reading = Callable[[list[str]], tuple[str, ...]]


def solutions_in(text: str) -> Solutions:
    """The solutions that `text` (lines are paragraphs or table rows, cells parted by tabs) describes."""
    lines = [line.strip(" 　") for line in text.split("\n") if line.strip()]
    readings = [read(lines) for read in _READINGS]
    described = max(readings, key=len)
    laid_out = max(len(_named(lines)), len(_rows_with_header(lines))) >= 2
    return Solutions(described, clear=laid_out or len(squeeze(text)) <= _BRIEF)


def _describes(item: _Item) -> bool:
    body = squeeze(item.body)
    return len(body) >= _LONG_ENOUGH or (len(body) >= _SHORTEST and _SOLVES.search(body) is not None)


def _is_facet(name: str) -> bool:
    return len(_FACETS.sub("", squeeze(name))) <= 1


def _by_heading(lines: list[str]) -> tuple[str, ...]:
    """Sections under numbered headings of one kind, or under headings of any kind that look like names."""
    readings = [_described(_sections(lines, kind)) for kind in _ENUMERATORS]
    return max((*readings, _described(_mixed(lines))), key=len)


def _described(items: Sequence[_Item]) -> tuple[str, ...]:
    """The items with a description. The last of a bare list doesn't own what comes after the list."""
    counted = []
    bare = 0
    for item in items:
        if _describes(item) and bare < 2:
            counted.append(item.name or item.body[:12])
        bare = 0 if item.body else bare + 1
    return tuple(dict.fromkeys(counted))


def _sections(lines: list[str], kind: str) -> list[_Item]:
    return _cut(lines, lambda line: _heading(line, _ENUMERATORS[kind]))


def _mixed(lines: list[str]) -> list[_Item]:
    return [each for each in _cut(lines, _any_heading) if _NAMELIKE.search(each.name)]


def _named(lines: list[str]) -> list[_Item]:
    return max((_sections(lines, kind) for kind in _ENUMERATORS), key=len)


def _cut(lines: list[str], heading_of: Callable[[str], _Item | None]) -> list[_Item]:
    """The text cut at its headings; what stands before the first is left out."""
    items: list[_Item] = []
    for line in lines:
        if found := heading_of(line):
            items.append(found)
        elif items:
            last = items[-1]
            items[-1] = last._replace(body=f"{last.body}\n{line}".strip())
    return items


def _heading(line: str, enumerator: re.Pattern[str]) -> _Item | None:
    """A numbered line as a name and what follows it; None where it isn't one, or heads a part of a solution."""
    if "\t" in line or not (number := enumerator.match(line)):
        return None
    name, rest = _part(line[number.end() :])
    return None if name and _is_facet(name) else _Item(name, rest)


def _any_heading(line: str) -> _Item | None:
    for enumerator in _ENUMERATORS.values():
        if enumerator.match(line):
            return _heading(line, enumerator)
    name, rest = _part(line)
    short = len(line) <= _LONGEST_HEADING and not re.search("[。；;，,？！\t]", line) and not rest
    return _Item(name, "") if short and name and not _is_facet(name) else None


def _part(text: str) -> tuple[str, str]:
    """`《高炉优化方案》：针对…` as its name and the rest."""
    found = re.match(r"[《“【「](?P<name>[^》”】」]{2,40})[》”】」]", text)
    end = found.end() if found else _end_of_name(text)
    return (found["name"] if found else text[:end]).strip(), text[end:].lstrip("：:。，, —-")


def _end_of_name(text: str) -> int:
    marks = re.search(r"[：:。，,；;（(—]", text)
    return marks.start() if marks else len(text)


def _inline(lines: list[str]) -> tuple[str, ...]:
    """`一是…方案，…；二是…` and `（1）…（2）…` inside a paragraph."""
    found: list[str] = []
    for line in lines:
        pieces = _INLINE.split(line)
        if len(pieces) >= 3:
            found += _opened_by_names(pieces)
    return tuple(dict.fromkeys(found))


def _by_paragraph(lines: list[str]) -> tuple[str, ...]:
    """Paragraphs that open with a solution's name, or with the pain that it is for."""
    return tuple(dict.fromkeys(_opened_by_names(lines)))


def _opened_by_names(pieces: Sequence[str]) -> Iterator[str]:
    for piece in pieces:
        text = _unnumbered(piece)
        if "\t" in text or not _describes(_Item("", text)):
            continue
        opening = _OPENING_NAME.match(text)
        name = (opening["title"] or opening["name"]) if opening else ""
        if opening and name and not _NOT_IN_A_NAME.search(name) and not _is_facet(name):
            if _describes(_Item(name, text[opening.end() :])):
                yield name
        elif pain := _OPENING_PAIN.match(text):
            yield pain.group()


def _unnumbered(text: str) -> str:
    for enumerator in _ENUMERATORS.values():
        if found := enumerator.match(text):
            return text[found.end() :]
    return text


def _by_pain(lines: list[str]) -> tuple[str, ...]:
    """`解决的痛点问题：…`, once a solution."""
    return tuple(dict.fromkeys(found["said"][:12] for found in _PAIN_LABEL.finditer("\n".join(lines))))


def _by_row(lines: list[str]) -> tuple[str, ...]:
    """Rows of a table that has a column for what is solved."""
    return tuple(
        dict.fromkeys(row[1 if row[0].isdigit() else 0] for row in _rows_with_header(lines) if _says(row))
    )


def _says(row: tuple[str, ...]) -> bool:
    return len(row[-1]) >= 8  # "解决能耗高的问题" is as short as it gets


def _rows_with_header(lines: list[str]) -> list[tuple[str, ...]]:
    """Each row under a header, with what stands in its describing columns joined as one more cell."""
    rows: list[tuple[str, ...]] = []
    for tabbed, group in groupby(lines, key=lambda line: "\t" in line):
        if not tabbed:
            continue
        table = [tuple(cell.strip() for cell in line.split("\t")) for line in group]
        describing = [
            n for n, cell in enumerate(table[0]) if _DESCRIBING_COLUMN.search(cell) and len(cell) <= 16
        ]
        names = [n for n, cell in enumerate(table[0]) if "名称" in cell]
        telling = [n for n in describing if n not in names]
        rows += [
            (*row, "".join(row[n] for n in telling if n < len(row))) for row in table[1:] if len(row) > 1
        ]
    return rows


_READINGS: Final[tuple[Reading, ...]] = (_by_row, _by_heading, _by_pain, _inline, _by_paragraph)

"""A question that goes on from another by naming something else of its kind: 那区域的呢, (19)呢."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from assistant.matching import DATE
from assistant.naming import Named, Names

__all__ = ["put_in_place", "says_nothing_else"]

_KINDS: Final = (  # what stands for one another, by words alone
    re.compile(r"[一二三四]级(?:标题)?|(?<!电)正文(?:内容)?|大标题|小标题|目录|封面|表格|行距"),
    re.compile(r"(?:附件|材料)\s*\d{1,2}"),
    re.compile(r"\(\d{1,2}\)"),
    re.compile(r"第[一二三四五六七八\d]{1,2}(?:部分|项|条|个指标)"),
    re.compile(
        r"高校|大学|学院|科研院所|研究院|研究所|分公司|子公司|个体户|个人|实验室|事业单位|运营商|软件公司|互联网公司|工厂|外省企业"
    ),
    re.compile(r"审计报告|营业执照|征信报告|专利证书|设备清单|模型清单|app清单|方案清单|运行日志|平台截图"),
    re.compile(r"申报书|汇总表"),
    re.compile(DATE),
    re.compile(r"\d+(?:\.\d+)?\s*(?:个|家|份|字|磅|万元|级|项|号)"),
)
_DATE: Final = re.compile(DATE)
_EVERY: Final = re.compile("一共|总共|合计|加起来|三类")
_AROUND: Final = re.compile(
    r"那么|那一?|层|块|换成|换|改成|如果是|要是|如果|对于|至于|关于|还有|以及|另外|这边|那边|一层|那层|这块|那块|一项|这个|那个|部分|又|也|是|就|"
    r"平台|类型|类|级|型|的话|的|呢|吗|么|啊|吧|嘛|怎么样|怎样|咋样|如何|怎么说|怎么办|什么样|多少|几个|什么|哪些|行不行|行不|行|可以|能|"
    r"and|what about|how about|or|then|also|the|for|a|an|\W"
)


def put_in_place(now: str, before: str, names: Names) -> str | None:
    """The question before with what this one names in the place of its like.

    None where it names nothing alike, or says more than that.
    """
    for old, new, rest in _alike(now, before, names):
        if not _AROUND.sub("", rest) and old != new:
            return before.replace(old, new)
    day = _DATE.search(now)
    if day and not _DATE.search(before) and not _AROUND.sub("", now[: day.start()] + now[day.end() :]):
        return f"{before} {day.group()}"
    return None


def says_nothing_else(words: str, said: re.Pattern[str]) -> bool:
    """Whether nothing is left of the words, `said` aside, but what is said around a question."""
    return not _AROUND.sub("", re.sub("最多|有没有|没有|有|要", "", said.sub(" ", words)))


def _alike(now: str, before: str, names: Names) -> Iterator[tuple[str, str, str]]:
    """What stood there, what is to stand there, and what else the question says."""
    here, there = names.in_words(now), names.in_words(before)
    if here and there:
        (start, end), (first, last) = _stretch(here), _stretch(there)
        yield before[first:last], now[start:end], now[:start] + now[end:]
    category = names.category_scanner.search(now), names.category_scanner.search(before)
    bare: re.Match[str] | None = re.search("双跨|区域|行业|跨行业跨领域", now)
    if category[1] and (category[0] or bare):
        found = category[0] or bare
        assert found is not None
        new = names.categories.get(found.group(), found.group())
        yield category[1].group(), f"{new}平台", now[: found.start()] + now[found.end() :]
    elif category[1] and (every := _EVERY.search(now)):
        yield category[1].group(), "三类平台一共", now[: every.start()] + now[every.end() :]
    for kind in _KINDS:
        new_one, old_one = kind.search(now), kind.search(before)
        if new_one and old_one:
            yield old_one.group(), _whole(new_one.group()), now[: new_one.start()] + now[new_one.end() :]


def _stretch(named: Sequence[Named]) -> tuple[int, int]:
    """Where the longest name stands, with those that touch it: (17)标识注册量."""
    start, end = max((each.span for each in named), key=lambda span: span[1] - span[0])
    for each in sorted(named, key=lambda one: one.span):
        if each.span[0] <= end and each.span[1] >= start:
            start, end = min(start, each.span[0]), max(end, each.span[1])
    return start, end


def _whole(words: str) -> str:
    return f"{words}标题" if re.fullmatch("[一二三四]级", words) else words

"""What of a field is asked: its limit, its unit, whether it has to be filled in."""

from __future__ import annotations

import re
from typing import Final, Literal

__all__ = ["ASPECTS", "Aspect", "aspect_in"]

Aspect = Literal[
    "limit", "required", "unit", "multiple", "options", "years", "where", "meaning", "proof", "content",
    "least", "other",
]  # fmt: skip

# In the order in which they are looked for: 单位是什么 asks for the unit, not for a meaning.
_WORDS: Final[dict[Aspect, str]] = {
    "limit": "字数|多少字|几个字|几百字|多少个字|多长|[一二两三四五六七八九十百千万\\d]+字|字以内|"
    "限.{0,2}字|篇幅|长度|最多写|写多少|上限|字.{0,2}限|限制",
    "unit": "计量单位|什么单位|单位是|单位(?=是|呢|吗|为|填|$|[?？])|的单位|按元|按万元|以元|以万元|"
    "万元还是|元还是|填万元|填元|台还是|还是套|按什么|单位写|个还是套|几位小数|什么计量|万台|"
    "[是为按]万?[元台个条次家项]",
    "multiple": "单选|多选|选几个|勾几个|能选两|选两个|勾两个|多勾|同时选|同时勾|只能选|可以选多|选多个|"
    "勾1个|勾俩|选俩|选1个|勾一个|选一个|(?:[勾选]\\d个)",
    "required": "谁要写|谁要填|谁填|谁必|谁需要|谁写|哪类平台|哪种平台|必填|必须|必选|要填|要不要|可不填|"
    "可以不填|选填|不填|不写|空着|留空|空白|能空|可空|需要填|必报|一定要|非填|用不用|需不需要|省略|"
    "填不填|写不写|要写吗|要填吗|漏填|没有的话|没有怎么|没有可以|如果没有|没有咋|需要吗|要吗|要附吗",
    "years": "哪几年|哪年|年份|年度|几年|哪三年",
    "options": "选项|哪些可选|可以选|勾哪|勾什么|有哪些|有几种|哪几种|可以勾|能勾|选哪|勾选|哪几类|几种|"
    "怎么勾|怎么选|应该勾|勾选|能选|哪些可以|哪一项|哪几个|几个选项|可选|填拟建|有什么",
    "where": "在哪|哪里填|第几部分|哪一部分|哪部分|属于哪|哪个部分|填在|写在|放在|放哪|哪一栏|哪个地方|"
    "什么位置|第几项|哪个指标|第几",
    "proof": "证明|佐证|支撑材料",
    "meaning": "指什么|什么意思|含义|定义|怎么理解|口径|是指|指的|怎么算|统计口径|怎么界定|界定",
    "content": "写什么|怎么写|填什么|怎么填|包括|内容|哪些方面|哪几方面|从哪几|介绍|写哪些|如何写|如何填|"
    "写啥|咋写|咋填|要写|填啥|写些|哪些|包含|怎么弄|写清|要素|统计|是什么|什么",
}
ASPECTS: Final[dict[Aspect, re.Pattern[str]]] = {name: re.compile(words) for name, words in _WORDS.items()}


def aspect_in(words: str) -> tuple[Aspect, str] | None:
    """The first aspect that the words ask for, and the words that do."""
    found = ((name, match) for name, each in ASPECTS.items() if (match := each.search(words)))
    return next(((name, match.group()) for name, match in found), None)

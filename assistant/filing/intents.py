"""What a question about filings wants: told by its words, the first row that matches counts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

__all__ = ["INTENTS", "Intent", "SetWish", "about_filings", "intent", "set_wish", "top"]

Intent = Literal[
    "summary", "missing", "required", "adds_up", "length", "compare", "problems", "said", "value"
]
SetWish = Literal["average", "total", "most", "least", "count", "sorted", "grouped", "listed"]

_INTENT_WORDS: Final[Mapping[Intent, str]] = {
    "length": (
        r"多少[个]?字|字数|超.{0,6}字|超长|几个字"
        r"|word count|how (?:many words|long is)|over the (?:word )?limit"
    ),
    "compare": (
        r"对比|比较一?下|相比|差别|差异|有什么不同|有何不同|区别"
        r"|\bcompar|\bversus\b|\bvs\b|difference between"
    ),
    "required": (
        r"为(?:什么|何|啥)[^。]*?(?:填|要求|必须|需要|要)|凭什么.*填|(?:是|算)?必填|要填吗|需要填|非填"
        r"|一定要填|必须填|不填|可以空|能空|选填"
        r"|\bwhy\b.*\b(?:required?|requires?|need(?:ed)?|must|have to|mandatory|fill)"
        r"|\bis\b.*\b(?:required|mandatory|optional)"
        r"|do we (?:have|need) to (?:fill|provide|give)|can we leave"
    ),
    "missing": (
        r"缺|漏(?!洞|斗|电|水|油|气)|(?<!有)没有?[填写](?!到|过|错)|未[填写]|空着|空白|遗漏|不全|还差"
        r"|还需要?补|要补|补(?:充|填)?(?:哪些|什么)|齐(?:全|了|不齐|吗)|完整|填完|还要填|还没"
        r"|\bmissing\b|left (?:blank|empty|out)|\bblank\b|\bempty\b|incomplete|\bcomplete\b|not filled"
        r"|unfilled|still (?:need|to|lack)|\black(?:s|ing)?\b|forg[eo]t|left out"
    ),
    "adds_up": (
        r"对得上|对不上|对不对|对吗|算得对|算对|正确|准确|一致|吻合|相符|矛盾|冲突|勾稽|加起来|相加|合得上"
        r"|核算|核对|算错|有没有错|写错|填错|合理吗"
        r"|adds? up|consistent|correct|accurate|\bmatch|agree|contradict|right\?|sum up|check out|tally"
    ),
    "summary": (
        r"总结|概括|摘要|概述|综述|归纳|五句话|几句话|summar|overview|in short|in a nutshell|\bgist\b"
    ),
    "problems": (
        r"问题|错误|毛病|不符合|不合格|不合规|通过|合格|过关|要改|怎么改|修改|整改|检查结果|结论|能不能报"
        r"|能报|扣分|风险|查出"
        r"|\bwrong\b|\berrors?\b|\bproblems?\b|\bissues?\b|\bpass(?:es)?\b|\bfix\b|\bfindings?\b"
        r"|\bmistakes?\b|verdict|ready to (?:submit|send|file)|to be (?:mended|fixed|changed)"
    ),
    "said": (
        r"写(?:了|到|过|的)?(?:什么|哪些|啥|些什么)|怎么写|如何(?:写|描述|介绍|说)|写[到过了]|提[到及]|说[到了]"
        r"|讲[了到]|描述|介绍(?:了|到)?(?:什么|哪些)?|关于|(?:有没有|是否|在哪里?)(?:写|提|说|讲)"
        r"|write|wrote|written|says?\b|said|mention|describe|\bstates?d?\b|\babout\b"
    ),
}
_SET_WORDS: Final[Mapping[SetWish, str]] = {
    "average": r"平均|均值|\baverage\b|\bmean\b",
    "total": r"合计|总和|总计|加总|总共|一共(?!有?[几多])|累加|\btotal\b|\bsum\b|altogether",
    "grouped": (
        r"分别(?:有)?(?:多少|几)|各(?:有)?(?:多少|几)|各(?:类|市|个?类别)|按(?!.*(?:排|从)).{1,8}(?:分|统计|汇总)"
        r"|分布|每(?:类|种|个类别)"
        r"|\bby (?:category|type|city|ownership)|per (?:category|type)|breakdown|distribution"
    ),
    "sorted": r"排序|排名|排列|排行|排个|从[高大多低小少]到|名次|\bsort|\brank|order(?:ed)? by|in order",
    "most": (
        r"最(?:多|高|大|长|早建|强|好)|第一|前[\d一二两三四五六七八九十]+"
        r"|\bmost\b|\bhighest\b|\blargest\b|\bbiggest\b|\bmaximum\b|\bgreatest\b|\btop\b"
    ),
    "least": (
        r"最(?:少|低|小|短)|后[\d一二两三四五六七八九十]+[名个家]"
        r"|\bleast\b|\blowest\b|\bsmallest\b|\bfewest\b|\bminimum\b|\bbottom\b"
    ),
    "count": (
        r"(?:有)?[几多]少?(?:家|个平台|份|个申报|个单位|个企业)|有几[家个份]|\bcount\b"
        r"|\bhow many (?:of|platforms?|applicants?|filings?|companies|submissions?|applications?)"
        r"|number of (?:platforms|filings|applicants)"
    ),
    "listed": (
        r"哪[些几]?(?:家|个|份|平台|企业|单位|些)|列出|列一?下|列表|清单|都有谁|所有|全部"
        r"|\bwhich\b|\blist\b|\bshow\b|\bwho\b|\ball\b"
    ),
}
INTENTS: Final[Mapping[Intent, re.Pattern[str]]] = {
    each: re.compile(words) for each, words in _INTENT_WORDS.items()
}
_SET_WISHES: Final = {each: re.compile(words) for each, words in _SET_WORDS.items()}
_OURS: Final = re.compile(
    r"我们|我司|我公司|咱们?|本(?:单位|企业|公司|平台|申报)|贵(?:单位|公司)"
    r"|这(?:份|家|个平台|个申报|几[家个份]|些平台|两[家个份]|篇)|该(?:平台|企业|单位|申报)"
    r"|(?:申报书|材料|文件)[里中]|[填选写勾](?:的|了|报的|写的)|他们|这里"
    r"|\bour\b|\bus\b|\bwe\b|\bthis (?:filing|application|platform|company|submission|form)|\bthese\b"
    r"|\bthe (?:filing|application|platform|applicant|company)(?:'s)?\b|\bthey\b|\btheir\b"
)
# What makes a question one about the rules of the game, whatever field it names.
_OF_THE_NOTICE: Final = re.compile(
    r"(?:最多|至多|上限|限制?|不超过).{0,6}字|字数(?:限制|要求|上限)|通知|文件(?:规定|要求)|规定"
    r"|(?:哪些|什么)(?:指标|内容|栏目|材料).{0,6}(?:必填|必须|要填|需要)"
    r"|(?:必须|需要|要)(?:填写?|提供|提交|准备)(?:哪些|什么)|(?:怎么|如何)(?:填|算|计算)|公式"
    r"|指的?是什么|什么意思|截止|期限|什么时候(?:交|报|截止|之前)"
    r"|(?:双跨|跨行业|区域|行业)(?:类|级|型)?平台(?:必须|要|需要|应)"
    r"|\bnotice\b|\bdeadline\b|word limit|how is .* calculated"
    r"|must (?:a|an|the)? ?(?:regional|industry|cross|applicant|platform)"
)
_TOP: Final = re.compile(r"(?:前|后|\btop|\bbottom)\s*(\d+|[一二两三四五六七八九十])")
_DIGITS: Final = "零一二三四五六七八九十"


def intent(text: str) -> Intent | None:
    """What is wanted of one filing; None where only fields can tell."""
    return next((each for each, words in INTENTS.items() if words.search(text)), None)


def set_wish(text: str) -> SetWish | None:
    """What is wanted of several filings."""
    return next((each for each, words in _SET_WISHES.items() if words.search(text)), None)


def about_filings(text: str) -> bool | None:
    """Whether the words themselves tell that a filing is meant (True), or the notice (False)."""
    if _OURS.search(text):
        return True
    return False if _OF_THE_NOTICE.search(text) else None


def top(text: str) -> int | None:
    """How many are asked for in `前三名`, `top 5`."""
    found = _TOP.search(text)
    if found is None:
        return None
    number = found.group(1)
    return int(number) if number.isdigit() else _DIGITS.index("二" if number == "两" else number)

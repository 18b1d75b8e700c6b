"""Words of questions that say how something is asked and not what about."""

from __future__ import annotations

import re

__all__ = [
    "AMOUNT",
    "AMOUNT_SET",
    "ASKS",
    "CHANGED",
    "ENGLISH",
    "NEXT_ROUND",
    "OTHER_CALL",
    "WORDS",
    "YEAR",
]

# Words that ask, link or point, and say nothing of what is asked about. A lookahead keeps words apart that
# begin with the same character.
WORDS = (
    "请问|想问|问一下|请教|告诉我|我想知道|想知道|知道|麻烦|您好|你好|谢谢|一下|帮忙|"
    "什么样|什么|怎么样|怎么办|怎么|怎样|咋|如何|为什么|哪些|哪个|哪家|哪里|哪儿|哪|多少|多大|多长|几|谁|"
    "是否|是不是|行不行|行吗|好不好|不(?=$|[？?。])|包含|包括|准备|属于|自己|提供|进行|有没有|能不能|"
    "可不可以|要不要|需不需要|用不用|必须|需要|应该|应当|可以|能否|可否|"
    "是指|指的是|具体|分别|各是|最多|至少|最少|最低|最高|不低于|不少于|不超过|不得超过|门槛|"
    "通知|文件|规定|要求|方面|关于|情况|内容|部分|一项|这项|这个|那个|这些|一个|每个|"
    "我们|我司|咱们|你们|本单位|大家|如果|因为|但是|所以|还是|或者|以及|并且|时候|"
    "的话|吗|呢|吧|啊|呀|么|嘛|的|了|是|我|你|他|它|请|得|着|(?<!通)过(?!程)|就|都|也|还|又|很|"
    "该|把|被|给|让|和(?!平)|与|及(?!时)|或|跟|对(?!接|于)|为|从(?!业)|到|由|于|里|中|个(?!性|人)|"
    "没有|没|有(?!效|关)|要(?!求)|能(?!力|够|耗)|会(?!员)|在(?!建)|才|算|做|填写|填(?!报)|(?<!缩)写|"
    "用(?=什么|哪|多|几)|说(?!明)|第|界定|定义|意思|含义|影响|勾选|勾|咋样|出过|问题|大概|大约"
)
ASKS = re.compile(
    "什么|几(?!乎)|多少|哪|谁|吗|怎么|如何|怎样|咋|啥|能不能|是否|是不是|要不要|可不可以|行不|对不对|对吗|"
    "呢|吧|多长|多大|有没有|"
    "\\b(?:how|what|when|where|who|whom|whose|which|should|is|are|do|does|can|may|must|why)\\b"
)
AMOUNT = re.compile(
    "多少|多大|多长|(?<!哪)几(?![乎年月号天日])|(?<!哪)几年|最多|至少|最少|最低|最高|不低于|不少于|不超过|上限|"
    "下限|限制|门槛|"
    r"how (?:many|much|long|large)|maximum|minimum|at least|at most|limit"
)
# A number with what it counts; bare ones number items, or are names like “1+21”.
AMOUNT_SET = re.compile(
    r"(?:\d|[一二两三四五六七八九十])\s*(?:[个家份级项名条次种类倍人字磅号万亿元度%年列类天]|式)|"
    r"(?<![\d年])\d{3,}(?!\d*年)|\(\d\d\)、"
)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
NEXT_ROUND = re.compile(r"明年|后年|下一?[年次批轮]|next (?:year|round|call)")
CHANGED = re.compile(  # a claim about this round
    "改成|改为|改到|改在|延期到|延到|推迟到|(?:这个|这份|本|该|此)(?:通知|文件)|extended to|moved to|this "
    "notice"
)
OTHER_CALL = re.compile(
    r"(?<!\d)(?P<year>20\d\d)(?!\d).{0,6}(?:评上|入选|认定的|获批|通过的|名额|截止)|(?:评上|入选|认定|获批|"
    r"名额|截止)\S* (?:in )?(?P<then>20\d\d)|"
    r"(?<!\d)(?P<of>20\d\d)年?度?的?(?:那|这)?(?:省级|工业互联网|平台|培育|认定|的)*(?:申报)?(?:通知|文件|"
    r"文号|批次|那批|名单|政策|call|notice)"
)
ENGLISH = re.compile(  # the same in English
    "a|about|allowed|an|and|any|are|as|at|be|been|by|can|could|did|do|does|doesn't|"
    "for|from|get|give|given|has|have|how|i|if|in|into|is|it|its|long|many|may|me|"
    "much|must|my|need|needed|needs|notice|number|of|on|one|or|our|per|please|"
    "possible|question|required|requirement|requirements|say|says|shall|should|so|some|"
    "state|tell|than|that|the|their|them|there|these|they|this|those|to|up|us|use|"
    "used|using|was|we|were|what|where|which|who|whom|whose|why|will|with|would|you|"
    "your"
)

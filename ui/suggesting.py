"""What can be asked next: by the filings in talk, by what is wrong with them, and by the question before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from assistant.desk import Desk as Talk

if TYPE_CHECKING:
    from assistant.filing.filing import Filing
    from ui.session import Turn

__all__ = ["OF_NOTICE", "OF_ONE", "OF_SEVERAL", "suggestions"]

OF_NOTICE: Final = (
    "什么时候截止？",
    "每个市可以推荐几个平台？",
    "企业简介最多多少字？",
    "区域平台必须填写哪些指标？",
    "申报书的字体和行距有什么要求？",
    "材料怎么装订？",
)
OF_ONE: Final = ("还缺什么？", "总结一下这份申报书", "投资回报率对得上吗？", "接入设备数量是多少？")
OF_SEVERAL: Final = ("比较一下这几份申报书", "按投资金额排序", "哪家的接入设备数量最多？")
_CATEGORIES: Final = ("区域", "行业", "专业", "领域")
_MOST: Final = 6
_OF_FINDINGS: Final = 2


def suggestions(talk: Talk, turns: Sequence[Turn]) -> list[str]:
    """The nearest first: what goes on from the last question, what is about the filings, the notice."""
    filings = talk.talk.filings if talk.talk is not None else ()
    offered = [*_going_on(turns), *_about(filings), *OF_NOTICE]
    return list(islice(dict.fromkeys(offered), _MOST))


def _going_on(turns: Sequence[Turn]) -> Iterator[str]:
    """What was asked of one category can be asked of another."""
    if not turns or isinstance(turns[-1].reply, str) or not turns[-1].reply.answered:
        return
    question = turns[-1].question
    named = [each for each in _CATEGORIES if each in question]
    if len(named) == 1:
        yield from (f"那{each}的呢？" for each in _CATEGORIES[:2] if each not in named)


def _about(filings: Sequence[Filing]) -> Iterator[str]:
    if len(filings) > 1:
        yield from OF_SEVERAL
    elif filings:
        yield OF_ONE[0]
        yield from _of_findings(filings[0])
        yield from OF_ONE[1:]


def _of_findings(filing: Filing) -> Iterator[str]:
    """What the notice asks at the places that are objected to."""
    spec = filing.form.spec
    fields = (spec.by_path[path] for each in filing.report.findings for path in each.fields[:1])
    labels = dict.fromkeys(each.label for each in fields if each.kind not in ("attachments", "bool"))
    yield from (f"{each}有什么要求？" for each in islice(labels, _OF_FINDINGS))

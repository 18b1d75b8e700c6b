"""The supporting documents: what stands under a number, and under which number something goes."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from assistant.matching import Asked
from assistant.naming import Names, attachment_numbers, attachment_spans
from assistant.question import Language
from assistant.said import Said
from extractors.form import Option
from notices.notice import Notice, Passage

__all__ = ["Attached", "about_attachment", "attachment_said", "may_mean"]

_WHICH = re.compile(
    r"附件|证明材料|几号|第几|哪个|材料|放|清单|附|提交|交|需要|要不要|证书|执照|报告|日志|截图"
)
_NUMBERED = re.compile("附件|清单|证书|几号|第几|哪个|放|哪里|在哪|要不要|要交|提交|需要|附")
_LEAST: Final = 1.5
_LISTED = re.compile("清单|证书|附件|证明材料")
_LISTED_LEAST: Final = 1.1
_PLAIN: Final = 2.0  # what a number and a title have to share to be taken for a premise
_ALONE: Final = 4.0  # shared characters' worth that names a document without the word 附件
_SAID_OFTEN: Final = frozenset(
    "企业平台材料情况相关证明项目工业附件报告清单证书申报中需要提供的其他有助于说明能力等服务"
)
_SYNONYMS: Final = {
    "信用报告": "征信情况报告",
    "资质": "资质证书",
    "奖状": "奖励证书",
    "软著": "知识产权证书",
    "著作权": "知识产权证书",
}


class Attached(NamedTuple):
    score: float
    said: Said
    spans: tuple[tuple[int, int], ...]


def about_attachment(asked: Asked, *, names: Names, notice: Notice, language: Language) -> Attached | None:
    """By number where one is named, else by what its title shares with the question."""
    field = names.attachments
    if field is None:
        return None
    by_number = {each.value: each for each in field.options}
    numbers = attachment_numbers(asked.now)
    if numbers:
        found = [by_number[each] for each in numbers if each in by_number]
        spans = attachment_spans(asked.now)
        if not found:
            return Attached(5.0, _none_such(numbers, len(by_number), language), spans)
        meant = [
            each
            for each in field.options
            if _shared(asked.now, each.label)[0] >= _PLAIN and each not in found
        ]
        return Attached(3.0 + len(found), _told([*found, *meant[:1]], names, notice, language), spans)
    earlier = [by_number[each] for each in attachment_numbers(asked.before) if each in by_number]
    if earlier:
        return Attached(1.5, _told(earlier[:1], names, notice, language), ())
    if not _WHICH.search(asked.now) and not _WHICH.search(asked.before):
        return None
    shares = [(*_shared(asked.now, each.label), each) for each in field.options]
    most = max(share for share, _, _ in shares)
    least = _LISTED_LEAST if _LISTED.search(asked.now) else _LEAST
    if most < least or (most < _ALONE and not _NUMBERED.search(asked.now)):
        return None
    best = [(words, each) for share, words, each in shares if share >= most - 0.1][:2]
    at = asked.now.find(best[0][0])
    spans = ((at, at + len(best[0][0])),) if at >= 0 else ()
    spans = (*spans, *(each.span() for each in _WHICH.finditer(asked.now)))
    return Attached(
        most + (1.5 if _LISTED.search(asked.now) else 0.0),
        _told([each for _, each in best], names, notice, language),
        spans,
    )


def attachment_said(number: str, *, names: Names, notice: Notice, language: Language) -> Said:
    """What the list of materials says under `number`."""
    assert names.attachments is not None
    option = next(each for each in names.attachments.options if each.value == number)
    return _told([option], names, notice, language)


def may_mean(number: str, words: str, *, names: Names) -> bool:
    """Whether no other supporting document's title shares more with the words than that of `number`."""
    assert names.attachments is not None
    shares = {each.value: _shared(words, each.label)[0] for each in names.attachments.options}
    return shares[number] >= max(shares.values()) - 0.1


def _shared(words: str, title: str) -> tuple[float, str]:
    """The longest stretch of the title that the question holds, its common characters weighed lightly."""
    for said, written in _SYNONYMS.items():
        words = words.replace(said, written)
    title = title.casefold()
    best, stretch = 0.0, ""
    for start in range(len(title)):
        for end in range(start + 2, len(title) + 1):
            if title[start:end] not in words:
                break
            share = sum(0.3 if each in _SAID_OFTEN or each.isdigit() else 1.0 for each in title[start:end])
            if share > best:
                best, stretch = share, title[start:end]
    return best, stretch


def _told(options: list[Option], names: Names, notice: Notice, language: Language) -> Said:
    field = names.attachments
    assert field is not None
    told, passages = [], []
    for option in options:
        line = next(
            line
            for clause in notice.text.walk(field.clause)
            for line in clause.lines
            if re.match(rf"附件{option.value}[：:]", line)
        )
        passages.append(Passage(field.clause, line))
        told.append(
            f"材料清单（第{field.number}部分）的附件{option.value}是：{option.label.rstrip('。')}。"
            if language == "zh"
            else f"Attachment {option.value} in the list of supporting documents (part {field.number}) "
            f"is printed as: {option.label}"
        )
        told += _annex(option.value, notice, passages, language)
    return Said("\n".join(told), tuple(passages), topic="attachment", attachment=options[-1].value)


def _annex(number: str, notice: Notice, passages: list[Passage], language: Language) -> list[str]:
    """The notice's own annexes count from 1 as well: who asks for 附件1 may mean either."""
    clause = next((each for each in notice.text.clauses if each.key == f"附件{number}"), None)
    if clause is None or not clause.title:
        return []
    passages.append(Passage(clause.key, clause.title))
    if language == "zh":
        return [f"通知本身的附件{number}是：{clause.title}。"]
    return [f"The notice's own Annex {number} is: {clause.title}."]


def _none_such(numbers: tuple[str, ...], last: int, language: Language) -> Said:
    named = "、".join(f"附件{each}" for each in numbers)
    if language == "zh":
        return Said(f"通知里没有{named}，材料清单只编到附件{last}。", answered=False)
    return Said(f"There is no {named}; the list of materials ends with 附件{last}.", answered=False)

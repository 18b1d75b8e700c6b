"""What a submission's attachments say: 审计报告里的营业收入是多少, 专利清单里有几件发明专利."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from assistant.filing.filing import Filing, number_text
from assistant.filing.papers import Paper
from assistant.filing.reply import Place
from assistant.filing.wording import say
from assistant.index.lexical import Lexical
from assistant.question import Question, normalise, understand
from extractors.form import FormSpec
from extractors.text import squeeze
from notices.notice import Notice

__all__ = ["Wanted", "of_attachments", "wanted_attachment"]

_ENOUGH: Final = 0.5  # of what is asked for has to stand in a line
_ENOUGH_IN_ENGLISH: Final = 0.3  # its glossary has the notice's words, not a filing's
_NEAR: Final = 0.7  # of the best score
_MOST: Final = 4  # lines that are told
_SOME: Final = 8  # where all that is listed is asked for
_SHOWN: Final = 300  # characters of one
_INSIDE: Final = r"(?:里面?|中|内|上面?|当中)"
_ASKS_INSIDE = re.compile(
    rf"{_INSIDE}|写|显示|列了|列出|记载|说(?!明)|有几|有多少|共有|一共|多少[件项台个家条]|几[件项台个家条]|"
    r"\bsays?\b|\bstates?\b|\bshow|\blist(?:s|ed)?\b|\bin the\b|how many|according to"
)
_OF_THE_NOTICE = re.compile(
    r"要不要|需不需要|需要|必须|哪个附件|第几|附件几|放在?哪|放到|几号附件|近几年|几年的|要几|要多少|应|怎么准备|"
    r"which attachment|do we need|must|required|should"
)
_COUNTS = re.compile(r"几[件项台套个家条种份]|多少[件项台套个家条种份]?|数量|总数|how many|number of")
_NUMBERED = re.compile(r"(?:附件|attachment|annex)\s*(?P<n>\d{1,2})")
_ENGLISH: Final[Mapping[str, str]] = {
    "audit": "审计报告",
    "business licence": "营业执照",
    "business license": "营业执照",
    "credit report": "征信",
    "patent": "专利",
    "equipment list": "设备清单",
    "list of equipment": "设备清单",
    "contract": "合同",
    "invoice": "发票",
}
_ENGLISH_PAPER = re.compile(r"\b(?:reports?|lists?|attachments?|annex|documents?|says?|about)\b")
_SAYING = re.compile(
    r"附件|清单|报告|证书|列表|明细|我们|我司|申报材料|材料|有没有|是否|显示|记载|写[了的着]?|列[了出]?|"
    r"[里中内上]面?|当中|一共|共有|总共|(?:多少|几)[件项台套个家条种份]?|什么|哪些|哪[个家项件]|的|是|有|了|吗|呢|说"
)
_OF_PAPER = re.compile(
    "(?:清单表?|报告|证书|证明|合同|发票|日志|截图|执照|副本|明细表?|列表|一览表?|台账|名录|名单|统计表|登记证|代码证)$"
)


class Wanted(NamedTuple):
    """An attachment that is asked about, and the words that name it."""

    number: int
    named: str


def wanted_attachment(plain: str, spec: FormSpec) -> Wanted | None:
    """The attachment whose contents the question (normalised) asks for; None where it asks for none."""
    if not _ASKS_INSIDE.search(plain) or _OF_THE_NOTICE.search(plain):
        return None
    numbered = _NUMBERED.search(plain)
    if numbered and any(each.number == int(numbered["n"]) for each in spec.attachments):
        return Wanted(int(numbered["n"]), numbered.group())
    names = _names(spec)
    told = [
        (name, number) for name, number in names.items() if re.search(f"{re.escape(name)}(?!额|数|量)", plain)
    ]
    told += [
        (english, names[chinese])
        for english, chinese in _ENGLISH.items()
        if english in plain and chinese in names
    ]
    longest = max(told, key=lambda each: len(each[0]), default=None)
    return Wanted(longest[1], longest[0]) if longest is not None else None


@lru_cache(maxsize=4)
def _names(spec: FormSpec) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for each in spec.attachments:
        for name in (*each.names, *each.papers, *each.reports):
            key = squeeze(normalise(name))
            if _OF_PAPER.search(key):
                found.setdefault(key, each.number)
                if key.endswith("证书"):
                    found.setdefault(f"{key.removesuffix('证书')}清单", each.number)
    return found


def of_attachments(
    wanted: Wanted, filing: Filing, question: Question, notice: Notice
) -> tuple[str, tuple[Place, ...]] | None:
    """What the attachment says, and where; None where nothing of it was read."""
    papers = [each for each in filing.papers if each.number == wanted.number]
    if not papers:
        return None
    title = next(each.title for each in filing.form.spec.attachments if each.number == wanted.number)
    terms = _terms(question, wanted, notice)
    counting = bool(_COUNTS.search(normalise(question.text)))
    if counting and (counted := _counted(papers, terms, filing, wanted)) is not None:
        number, some = counted
        lead = say(
            question.language,
            "paper_count",
            number=wanted.number,
            words="、".join(terms) or title,
            count=number_text(number),
        )
        return _told(lead, some, filing, question)
    best = _best(papers, terms, enough=_ENOUGH if question.language == "zh" else _ENOUGH_IN_ENGLISH)
    if not best and not terms:
        best = (_body(papers) or papers)[:_SOME]
    return _told("", best, filing, question) if best else None


def _terms(question: Question, wanted: Wanted, notice: Notice) -> list[str]:
    """What is looked for: the question without the attachment's name and the words that ask."""
    left = normalise(question.text).replace(wanted.named, " ")
    if question.language == "en":
        found = understand(_ENGLISH_PAPER.sub(" ", left), vocabulary=notice.vocabulary).terms
        return [each for term in found for each in term.phrases if not each.isascii()]
    words = _SAYING.sub(" ", re.sub(r"\W", " ", left)).split()
    return [each for each in words if len(each) > 1 and each not in wanted.named]


def _counted(
    papers: Sequence[Paper], terms: Sequence[str], filing: Filing, wanted: Wanted
) -> tuple[float, list[Paper]] | None:
    """How many rows have all of the terms; where none has, or none is named, what was listed."""
    body = _body(papers)
    holding = [each for each in body if all(term in squeeze(each.text) for term in terms)]
    if terms and holding:
        return float(len(holding)), holding[:_MOST]
    listed = filing.form.attached.rows.get(wanted.number, ()) if filing.form.attached is not None else ()
    chosen = [each for each in listed if all(term in squeeze(each.text) for term in terms)]
    if not chosen:
        return None
    total = sum(each.amount if each.amount is not None else 1 for each in chosen)
    places = {(each.file, each.location) for each in chosen}
    shown = [each for each in body if (each.evidence.file, each.evidence.location) in places]
    return float(total), (shown or body)[:_MOST]


def _body(papers: Sequence[Paper]) -> list[Paper]:
    """The rows of tables below their heads: where rows are numbered, those that are."""
    rows = [each for each in papers if each.row]
    return [each for each in rows if re.match(r"\s*\d+\s*\t", each.text)] or rows[1:]


def _best(papers: Sequence[Paper], terms: Sequence[str], *, enough: float) -> list[Paper]:
    if not terms:
        return []
    hits = [
        each for each in Lexical([paper.text for paper in papers]).search(terms) if each.coverage >= _ENOUGH
    ]
    if not hits:
        return []
    good = [each for each in hits if each.score >= _NEAR * hits[0].score][:_MOST]
    return [papers[each.number] for each in sorted(good, key=lambda each: each.number)]


def _told(
    lead: str, papers: Sequence[Paper], filing: Filing, question: Question
) -> tuple[str, tuple[Place, ...]]:
    return "\n".join(filter(None, [lead, *_lines(papers, filing, question)])), tuple(
        filing.place("attachments", each.evidence, each.text[:_SHOWN]) for each in papers
    )


def _lines(papers: Sequence[Paper], filing: Filing, question: Question) -> Iterator[str]:
    from assistant.filing.narrative import told_place

    for each in papers:
        file = filing.place("attachments", each.evidence).file
        yield say(
            question.language,
            "paper",
            number=each.number,
            file=file,
            place=told_place(question.language, each.evidence),
            quote=each.text[:_SHOWN].replace("\t", " "),
        )

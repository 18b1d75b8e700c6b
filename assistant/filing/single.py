"""What is said about one filing: gaps, demands, sums, lengths, problems, values, and what its texts say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from assistant.filing.adding import adds_up
from assistant.filing.demands import demanded
from assistant.filing.filing import Filing, value_text
from assistant.filing.intents import Intent
from assistant.filing.narrative import told_place, topic, what_it_says
from assistant.filing.reply import Citation
from assistant.filing.sentences import sentences
from assistant.filing.summary import key_sentences
from assistant.filing.wording import say
from assistant.index.embedding import Embedding
from assistant.question import Question, normalise
from extractors.form import Field
from extractors.rules import Finding, Rule
from extractors.text import count_characters
from notices.notice import Notice, Passage

__all__ = ["Asked", "Said", "of_findings", "said_of_one"]

_GAPS: Final = frozenset({"blank", "none", "absent"})
_SHOWN: Final = 12  # findings told; the rest are counted
_SHORTEST: Final = 2  # characters of a word that is looked for in short answers
_VALUE: Final = 400  # characters of a long text shown as a value


@dataclass(frozen=True, slots=True)
class Said:
    """An answer; `known` is False where the filing doesn't say."""

    text: str
    citations: tuple[Citation, ...] = ()
    known: bool = True


@dataclass(frozen=True, slots=True)
class Asked:
    """A question taken apart, with what answers stand on."""

    question: Question
    fields: tuple[Field, ...]
    notice: Notice
    rules: Mapping[str, Rule]
    embedding: Embedding | None = None  # for the long texts; None: their words alone

    def say(self, what: str, **values: object) -> str:
        return say(self.question.language, what, **values)


def said_of_one(wanted: Intent | None, filing: Filing, asked: Asked) -> Said:
    """The answer to what is wanted; where that is not clear, the fields' values or what the texts say."""
    return _ANSWERS[wanted or "value"](filing, asked)


def of_findings(findings: Sequence[Finding], filing: Filing, asked: Asked, *, lead: str) -> Said:
    """The findings as a list under `lead`, each with its clause and its place."""
    lines = [lead]
    for number, each in enumerate(findings[:_SHOWN], 1):
        said = asked.say(
            "finding", number=number, message=each.message, fix=each.fix, rule=each.rule, clause=each.clause
        )
        lines.append(said)
    if len(findings) > _SHOWN:
        lines.append(f"…（+{len(findings) - _SHOWN}）")
    return Said("\n".join(lines), tuple(dict.fromkeys(_cited(findings[:_SHOWN], filing, asked.notice))))


def _cited(findings: Iterable[Finding], filing: Filing, notice: Notice) -> Iterator[Citation]:
    for each in findings:
        if each.clause_quote and notice.text.contains(each.clause_quote):
            yield Passage(each.clause, each.clause_quote)
        places = list(filing.places(*each.fields))
        yield from places
        if not places:
            yield from (filing.place(path, found) for path in each.fields[:1] for found in each.evidence[:1])


def _missing(filing: Filing, asked: Asked) -> Said:
    form = filing.form
    narrowed = {each.path for each in asked.fields}
    gaps = [
        each
        for each in filing.report.findings
        if any(form[path].state in _GAPS for path in each.fields)
        and (not narrowed or narrowed.intersection(each.fields))
    ]
    if narrowed and not gaps:
        return _values(filing, asked)
    optional = [
        field.title for field, answer in form if field.required.by == "optional" and answer.state == "blank"
    ]
    if gaps:
        said = of_findings(gaps, filing, asked, lead=asked.say("missing", count=len(gaps)))
    else:
        demands = [rule for code, rule in asked.rules.items() if code.startswith("REQ") and rule.quote][:2]
        cited = tuple(Passage(each.clause, each.quote) for each in demands)
        said = Said(asked.say("not_missing"), cited)
    more = [said.text]
    if optional:
        more.append(asked.say("left_blank", titles="、".join(optional)))
    if filing.report.rules_not_run:
        more.append(asked.say("unjudged", count=len(filing.report.rules_not_run)))
    return replace(said, text="\n".join(more))


def _required(filing: Filing, asked: Asked) -> Said:
    if not asked.fields:
        return Said(asked.say("no_field"), known=False)
    told = [demanded(field, filing, asked) for field in asked.fields[:3]]
    cited = dict.fromkeys(each for _, some in told for each in some)
    return Said("\n".join(text for text, _ in told), tuple(cited))


def _adds_up(filing: Filing, asked: Asked) -> Said:
    text, cited, wrong = adds_up(filing, asked)
    if wrong:
        listed = of_findings(wrong, filing, asked, lead=asked.say("found_wrong"))
        return Said(
            "\n".join(filter(None, [listed.text, text])), tuple(dict.fromkeys([*listed.citations, *cited]))
        )
    return Said("\n".join(filter(None, [asked.say("found_right"), text])), cited)


def _length(filing: Filing, asked: Asked) -> Said:
    long = [each for each in asked.fields if each.kind == "longtext"]
    if not long:
        return _values(filing, asked)
    lines = []
    for field in long:
        answer = filing.form[field.path]
        count = count_characters(answer.raw) if answer.state == "filled" else 0
        kept = field.limit is not None and count <= field.limit
        limit = asked.say("limit_kept" if kept else "limit_broken", limit=field.limit) if field.limit else ""
        lines.append(asked.say("words", title=field.title, count=count, limit=limit))
    broken = [each for each in filing.report.findings if {f.path for f in long}.intersection(each.fields)]
    cited = of_findings(broken, filing, asked, lead="").citations if broken else ()
    return Said("\n".join(lines), tuple(dict.fromkeys([*cited, *_heads(filing, long)])))


def _heads(filing: Filing, fields: Iterable[Field]) -> Iterator[Citation]:
    """The places of long texts, each by its first sentence."""
    wanted = {each.path for each in fields}
    seen: set[str] = set()
    for each in sentences(filing):
        whole = each.field.path if each.field.path in wanted else each.field.path.rpartition("_")[0]
        if whole in wanted - seen:
            seen.add(whole)
            yield filing.place(each.field.path, each.evidence, each.text)


def _problems(filing: Filing, asked: Asked) -> Said:
    narrowed = {each.path for each in asked.fields}
    found = [each for each in filing.report.findings if not narrowed or narrowed.intersection(each.fields)]
    if not found:
        cited = filing.places(*list(narrowed)[:3]) or filing.places("platform.name", "applicant.name")
        return Said(asked.say("no_problems", count=len(filing.report.rules_run)), cited)
    sorts = [each.severity if each.status == "fail" else "review" for each in found]
    lead = asked.say(
        "problems",
        errors=sorts.count("error"),
        reviews=sorts.count("review"),
        warnings=sorts.count("warning") + sorts.count("info"),
    )
    return of_findings(found, filing, asked, lead=lead)


def _summary(filing: Filing, asked: Asked) -> Said:
    long = {each.path for each in asked.fields if each.kind == "longtext"}
    some = [
        each
        for each in sentences(filing)
        if not long or each.field.path in long or each.field.path.rpartition("_")[0] in long
    ]
    chosen = key_sentences(some)
    if not chosen:
        return Said(asked.say("unsaid"), known=False)
    lines = [asked.say("summary", title=filing.title)]
    for number, each in enumerate(chosen, 1):
        place = told_place(asked.question.language, each.evidence)
        lines.append(f"{number}. {each.text}（{each.field.title}{place}）")
    return Said(
        "\n".join(lines), tuple(filing.place(each.field.path, each.evidence, each.text) for each in chosen)
    )


def _said(filing: Filing, asked: Asked) -> Said:
    about = topic(asked.question.text, notice=asked.notice)
    text, places = what_it_says(
        filing,
        about,
        asked.fields,
        question=asked.question,
        notice=asked.notice,
        embedding=asked.embedding,
    )
    if places:
        return Said(text, places)
    short = [each for each in asked.fields if each.kind != "longtext"] or _with_words(filing, about)
    if short:
        return _values(filing, replace(asked, fields=tuple(short)))
    return Said(asked.say("unsaid"), known=False)


def _with_words(filing: Filing, about: Question) -> list[Field]:
    """The short answers in which the words asked for stand, such as an option that is ticked."""
    wanted = [phrase for term in about.terms for phrase in term.phrases[:1] if len(phrase) >= _SHORTEST]
    values = (
        (field, normalise(value_text(field, answer)))
        for field, answer in filing.form
        if answer.state == "filled"
    )
    return [
        field for field, text in values if field.kind != "longtext" and any(each in text for each in wanted)
    ][:3]


def _values(filing: Filing, asked: Asked) -> Said:
    """What stands in the fields, and where; of namesakes, such as cover and table, those that are filled."""
    if not asked.fields:
        return _said(filing, asked)
    lines = []
    filled = [each for each in asked.fields if filing.form.filled(each.path)]
    shown = [each for each in filled if each.kind != "longtext"] or filled or list(asked.fields[:4])
    for field in shown:
        answer = filing.form[field.path]
        text = value_text(field, answer)
        if answer.state in ("none", "unreadable") and answer.raw.strip():
            text = f"{text}（“{answer.raw.strip()[:_VALUE]}”）"
        place = told_place(asked.question.language, answer.evidence[0]) if answer.evidence else ""
        lines.append(asked.say("value", title=field.title, value=text[:_VALUE], place=place))
    long = [each for each in shown if each.kind == "longtext"]
    places = (*filing.places(*(each.path for each in shown if each not in long)), *_heads(filing, long))
    unanswered = all(filing.form[each.path].state == "absent" for each in shown)
    return Said("\n".join(lines), places, known=not unanswered)


_ANSWERS: Final[Mapping[Intent, Callable[[Filing, Asked], Said]]] = {
    "summary": _summary,
    "missing": _missing,
    "required": _required,
    "adds_up": _adds_up,
    "length": _length,
    "compare": _values,  # with what? its values are what can be said
    "problems": _problems,
    "said": _said,
    "value": _values,
}

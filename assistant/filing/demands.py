"""Why a field has to be filled in by this applicant, or needn't be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assistant.filing.filing import STATES, Filing
from assistant.filing.reply import Citation
from extractors.form import Field
from extractors.rules import Finding
from notices.notice import Passage

if TYPE_CHECKING:
    from assistant.filing.single import Asked

__all__ = ["demanded"]

_CATEGORY: Final = "platform.category"
# Which rule speaks for a requirement where the field's own hint doesn't.
_RULE_OF: Final = {
    "all": "REQ001",
    "category": "REQ002",
    "together": "REQ003",
    "recommended": "REQ004",
    "option": "SEL006",
}


def demanded(field: Field, filing: Filing, asked: Asked) -> tuple[str, tuple[Citation, ...]]:
    """Who must fill the field, what that means here, how it stands, and the words that say so."""
    told = _why(field, filing, asked)
    state = (
        STATES[filing.form[field.path].state]
        if asked.question.language == "zh"
        else filing.form[field.path].state
    )
    stop = "。" if asked.question.language == "zh" else ". "
    finding = next((each for each in filing.report.findings if field.path in each.fields), None)
    mend = f"\n{finding.message}{finding.fix}" if finding is not None else ""
    cited = [*_clause(field, asked, finding), *filing.places(*_grounds(field), field.path)]
    return f"{told}{stop}{asked.say('now', state=state)}{mend}", tuple(dict.fromkeys(cited))


def _why(field: Field, filing: Filing, asked: Asked) -> str:
    need, form = field.required, filing.form
    match need.by:
        case "all" | "optional" | "recommended":
            return asked.say(need.by, title=field.title)
        case "option":
            assert need.option is not None, f"{field.path} says which option asks for it"
            path, option = need.option
            value = form.value(path)
            chosen = option == value or (isinstance(value, list) and option in value)
            title_of = form.spec.by_path[path].title
            verdict = asked.say("chosen" if chosen else "unchosen")
            return asked.say("option", title_of=title_of, option=option, title=field.title, chosen=verdict)
        case "together":
            group = [each for each in form.spec.fields if each.required.group == need.group]
            others = "、".join(each.title for each in group if each is not field)
            verdict = asked.say(
                "any_filled" if any(form.filled(each.path) for each in group) else "none_filled"
            )
            return asked.say("together", title=field.title, others=others, chosen=verdict)
        case "category":
            return _of_category(field, filing, asked)


def _of_category(field: Field, filing: Filing, asked: Asked) -> str:
    categories = "、".join(field.required.categories)
    if not filing.form.filled(_CATEGORY):
        return asked.say("category_open", title=field.title, categories=categories)
    category = filing.form.value(_CATEGORY)
    needed = asked.say("needed" if category in field.required.categories else "free")
    told = asked.say("category", title=field.title, categories=categories, category=category, needed=needed)
    return told + (asked.say("group") if field.required.group else "")


def _grounds(field: Field) -> tuple[str, ...]:
    """The fields of the filing that the demand depends on."""
    match field.required.by:
        case "category":
            return (_CATEGORY,)
        case "option":
            return (field.required.option[0],) if field.required.option else ()
        case "all" | "optional" | "recommended" | "together":
            return ()


def _clause(field: Field, asked: Asked, finding: Finding | None) -> list[Citation]:
    """The notice's words: the form's hint at the field, else the rule's quote, each under its clause."""
    text = asked.notice.text
    hints = [each for each in field.hints if ("填" in each) and text.contains(each)]
    rule = asked.rules.get(_RULE_OF.get(field.required.by, ""))
    pairs = [(field.clause, each) for each in hints]
    if not hints and rule is not None:
        quoted = rule.quote if text.locate(rule.quote, within=rule.clause) else ""
        pairs.append((rule.clause, quoted))
    if finding is not None:
        pairs.append((finding.clause, finding.clause_quote))
    return [
        Passage(clause, quote) for clause, quote in dict.fromkeys(pairs) if quote and text.contains(quote)
    ]

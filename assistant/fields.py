"""What the form asks at one of its fields, as an answer with the words that are printed there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from assistant.aspects import Aspect
from assistant.printed import hint, in_source, label
from assistant.question import Language
from assistant.said import Said
from extractors.form import Field, FormSpec
from notices.notice import Notice, Passage

__all__ = ["about_field"]

_AT_LEAST = re.compile("不少于|以上|至少")
_DATED = re.compile(r"(?:20\d\d、)+20\d\d年")


def about_field(
    field: Field, aspect: Aspect | None, *, notice: Notice, spec: FormSpec, language: Language
) -> Said:
    """The answer on one aspect; without one, all that the form says of the field."""
    return _TOLD[aspect or "content"](field, notice, spec, language)


def name_of(field: Field, notice: Notice, language: Language) -> str:
    """As people are shown it, in English with the label in brackets."""
    if language == "zh":
        return f"“{field.title}”"
    english = notice.vocabulary.fields.get(field.path, ())
    return f"{english[0]} (“{field.title}”)" if english else f"“{field.title}”"


def _say(language: Language, chinese: str, english: str, *passages: Passage, answered: bool = True) -> Said:
    words = chinese if language == "zh" else english[:1].upper() + english[1:]
    return Said(words, tuple(dict.fromkeys(passages)) if answered else (), answered=answered)


def _limit(field: Field, notice: Notice, spec: FormSpec, language: Language) -> Said:
    name, whole = name_of(field, notice, language), spec.holders.get(field.path)
    if field.limit is None and whole is not None and whole.limit is not None:
        return _say(
            language,
            f"“{field.label}”没有单独的字数限制；它所在的“{whole.title}”限{whole.limit}字。",
            f"{name} has no limit of its own; the part that it stands in, “{whole.title}”, is limited to "
            f"{whole.limit} characters (字).",
            *_limiting(whole, notice),
        )
    if field.limit is None:
        return _say(
            language,
            f"通知没有给{name}规定字数。",
            f"The notice sets no length for {name}.",
            answered=False,
        )
    return _say(
        language,
        f"{name}限{field.limit}字（最多{field.limit}字）。",
        f"{name} is limited to {field.limit} characters (字).",
        *_limiting(field, notice),
    )


def _limiting(field: Field, notice: Notice) -> list[Passage]:
    words = f"（限{field.limit}字）"
    holding = [each for each in notice.text.walk(field.clause) if words in each.text]
    titled = [each for each in holding if field.label in each.title]
    return [Passage((titled or holding)[0].key, words)] if holding else [label(field, notice.text)]


def _unit(field: Field, notice: Notice, spec: FormSpec, language: Language) -> Said:
    name = name_of(field, notice, language)
    if not field.unit:
        return _say(
            language, f"通知没有给{name}规定单位。", f"The notice sets no unit for {name}.", answered=False
        )
    return _say(
        language,
        f"{name}的单位是{field.unit}。",
        f"{name} is given in {field.unit}{_IN_ENGLISH.get(field.unit, '')}.",
        _unit_line(field, notice),
    )


_IN_ENGLISH: Final[Mapping[str, str]] = {
    "元": " (yuan)",
    "万元": " (10,000 yuan)",
    "个": " (pieces)",
    "项": " (items)",
    "台/套": " (machines or sets)",
    "万条": " (10,000 entries)",
    "万次": " (10,000 times)",
    "家": " (enterprises)",
    "%": "",
}


def _unit_line(field: Field, notice: Notice) -> Passage:
    """The printed line that shows the unit: of the field itself, or of its series of years."""
    for clause in notice.text.walk(field.clause):
        for line in clause.lines:
            if field.label in line and field.unit in line and line in notice.text.source:
                return Passage(clause.key, line)
    return label(field, notice.text)


def _required(field: Field, notice: Notice, spec: FormSpec, language: Language) -> Said:
    name, required = name_of(field, notice, language), field.required
    printed = (*hint(field, notice.text),) or (label(field, notice.text),)
    if required.by == "category":
        return _by_category(field, notice, spec, language)
    if required.by == "together":
        node = next((each for each in notice.text.walk(field.clause)), None)
        assert node is not None
        line = next(each for each in node.lines if "可不填" in each or "填" in each)
        return _say(
            language,
            f"{name}属于有则必填的一组：{line}",
            f"{name} belongs to a group that is filled in only where it applies; otherwise it may stay "
            "blank (optional).",
            Passage(node.key, line),
        )
    if required.by == "option":
        assert required.option is not None
        path, option = required.option
        return _say(
            language,
            f"{name}在“{spec.by_path[path].label}”勾选“{option}”时要填写，否则不用填。",
            f"{name} is filled in where “{option}” is ticked at “{spec.by_path[path].label}”, and not "
            "otherwise.",
            label(field, notice.text),
        )
    if required.by == "recommended":
        return _say(
            language,
            f"{name}由推荐单位（市工信局、雄安新区改发局）填写、盖章，申报单位不用填。",
            f"{name} is filled in by the recommending bureau, not by the applicant.",
            label(field, notice.text),
        )
    if required.by == "optional":
        return _say(
            language,
            f"{name}不是必填：没有的可以不填或写“无”。{_shown(field, notice)}",
            f"{name} is not mandatory: it is optional where there is nothing to put in.",
            *printed,
        )
    return _say(
        language,
        f"{name}要填写：表中列有这一栏，没有写可以不填。"
        f"{_depending(field, spec, language)}{_shown(field, notice)}",
        f"{name} has to be filled in: the form has a place for it and does not call it optional.",
        *printed,
    )


def _shown(field: Field, notice: Notice) -> str:
    words = "".join(each.quote for each in hint(field, notice.text))
    return f"表中写的是：{words}" if words else ""


def _by_category(field: Field, notice: Notice, spec: FormSpec, language: Language) -> Said:
    must = field.required.categories
    category = spec.by_path[notice.category]
    others = [each.value for each in category.options if each.value not in must]
    among = "、".join(f"{each}平台" for each in must)
    rest = (
        f"；{'、'.join(f'{each}平台' for each in others)}选填（可以不填）" if others else "，三类平台都要填"
    )
    name = name_of(field, notice, language)
    clause = notice.text.clause(field.clause)
    printed = hint(field, notice.text) or tuple(
        Passage(clause.key, line) for line in clause.lines if "必须填写" in line
    )
    return _say(
        language,
        f"{name}：申报{among}必填{rest}。",
        f"{name} is required of {', '.join(must)} platforms"
        + (
            f", and optional for {', '.join(others)} platforms."
            if others
            else ", that is, of all categories."
        ),
        *(printed or (label(field, notice.text),)),
    )


def _options(field: Field, notice: Notice, spec: FormSpec, language: Language) -> Said:
    if not field.options or field.kind == "attachments":
        return _content(field, notice, spec, language)
    words = "、".join(each.label for each in field.options)
    several = field.kind == "enums"
    return _say(
        language,
        f"{name_of(field, notice, language)}有{len(field.options)}个选项"
        f"（{'可多选' if several else '单选'}）：{words}。{_depending(field, spec, language)}",
        f"{name_of(field, notice, language)} has {len(field.options)} options "
        f"({'several may be ticked' if several else 'one is ticked'}): {words}. "
        f"{_depending(field, spec, language)}",
        *_options_printed(field, notice),
    )


def _depending(field: Field, spec: FormSpec, language: Language) -> str:
    """What else is filled in where one of the options is ticked."""
    told = []
    for each in spec.fields:
        if each.required.option is None or each.required.option[0] != field.path:
            continue
        option = each.required.option[1]
        named = each.label if each.label != option else ("是什么" if language == "zh" else "what it is")
        told.append(
            f"勾选“{option}”的，还要填写{named}。"
            if language == "zh"
            else f"Where “{option}” is ticked, {named} is filled in as well. "
        )
    return "".join(told)


def _options_printed(field: Field, notice: Notice) -> Sequence[Passage]:
    """The row's label, and its lines with boxes or with what to explain, as the source has them."""
    found = [
        Passage(clause.key, piece)
        for clause in notice.text.walk(field.clause)
        for line in clause.lines
        if any(each.label in line for each in field.options) or "请注明" in line
        if (piece := in_source(line, notice.text)) and ("□" in piece or "请注明" in piece)
    ]
    mine = [each.clause for each in found if field.label in notice.text.clause(each.clause).title]
    first = mine[:1] or [each.clause for each in found[:1]]
    return (label(field, notice.text), *(each for each in found if each.clause in first))


def _multiple(field: Field, notice: Notice, spec: FormSpec, language: Language) -> Said:
    if field.kind not in ("enum", "enums"):
        return _content(field, notice, spec, language)
    return _options(field, notice, spec, language)


def _years(field: Field, notice: Notice, spec: FormSpec, language: Language) -> Said:
    same = [each for each in spec.fields if each.group == field.group and each.year and field.group]
    if not same:
        return _say(
            language,
            f"通知没有给{name_of(field, notice, language)}规定年份。",
            f"The notice sets no years for {name_of(field, notice, language)}.",
            answered=False,
        )
    years = [str(each.year) for each in same]
    lines = (
        each
        for clause in notice.text.walk(field.clause)
        for each in ((clause, line) for line in clause.lines)
    )
    printed = next(
        (Passage(c.key, line) for c, line in lines if _DATED.search(line) and same[0].label in line), None
    )
    return _say(
        language,
        f"“{field.group}”填{'、'.join(years)}年，并填近三年累计数。",
        f"“{field.group}” is given for {', '.join(years)}, and as the total of the three years.",
        printed or label(field, notice.text),
    )


def _where(field: Field, notice: Notice, spec: FormSpec, language: Language) -> Said:
    sections = [each for each in spec.sections if each.key == field.section]
    above = [each for each in spec.sections if sections and each.key == sections[0].parent]
    place = " / ".join(f"{each.number}{each.heading}" for each in (*above, *sections))
    return _say(
        language,
        f"{name_of(field, notice, language)}填在附件1申报书的“{place}”。",
        f"{name_of(field, notice, language)} stands in “{place}” of the form (Annex 1).",
        label(field, notice.text),
    )


def _meaning(field: Field, notice: Notice, spec: FormSpec, language: Language) -> Said:
    printed = hint(field, notice.text)
    if printed:
        return _content(field, notice, spec, language)
    formula = _formula(field, notice)
    if formula is not None:
        words = formula.quote.strip("（）")
        name = name_of(field, notice, language)
        return _say(language, f"{name}按公式算：{words}。", f"{name} is worked out by: {words}.", formula)
    return _say(
        language,
        f"通知没有解释{name_of(field, notice, language)}的含义或统计口径。",
        f"The notice does not explain what {name_of(field, notice, language)} means or how it is counted.",
        answered=False,
    )


def _formula(field: Field, notice: Notice) -> Passage | None:
    """The line that says how the field is worked out: （投资回报率=…）."""
    for clause in notice.text.walk(field.clause):
        for line in clause.lines:
            if f"{field.label}=" in line and line in notice.text.source:
                return Passage(clause.key, line)
    return None


def _proof(field: Field, notice: Notice, spec: FormSpec, language: Language) -> Said:
    lines = [
        Passage(clause.key, line)
        for clause in notice.text.walk(field.clause)
        for line in clause.lines
        if "证明材料" in line and line in notice.text.source and field.label[:6] in line
    ]
    hints = [each for each in hint(field, notice.text) if "证明材料" in each.quote]
    if not (lines or hints):
        return _say(
            language,
            f"通知没有在{name_of(field, notice, language)}一栏要求证明材料。",
            f"The notice asks for no supporting document at {name_of(field, notice, language)}.",
            answered=False,
        )
    return _say(
        language,
        f"{name_of(field, notice, language)}要附相关证明材料。",
        f"{name_of(field, notice, language)} needs supporting documents.",
        *(hints or lines),
    )


def _content(field: Field, notice: Notice, spec: FormSpec, language: Language) -> Said:
    name = name_of(field, notice, language)
    parts = spec.parts[field.path]
    printed = [each for one in (field, *parts) for each in hint(one, notice.text)]
    hints = "".join(each.quote for each in printed)
    told, in_english = [], []
    if hints:
        told.append(f"：{hints}")
        in_english.append(f": the form asks the applicant for the following, as it is printed: “{hints}”")
    else:
        told.append(f"一栏填在“{next(each.heading for each in spec.sections if each.key == field.section)}”")
        in_english.append(
            f" is a row of “{next(each.heading for each in spec.sections if each.key == field.section)}”"
        )
    if field.unit:
        told.append(f"，单位是{field.unit}")
        in_english.append(f", in {field.unit}")
    if field.options and field.kind in ("enum", "enums", "bool"):
        words = "、".join(each.label for each in field.options)
        told.append(f"，选项是{words}。{_depending(field, spec, language)}")
        in_english.append(f", options: {words}")
    return _say(
        language,
        f"{name}{''.join(told)}。".replace("。。", "。").replace("）。", "）"),
        f"{name}{''.join(in_english)}.",
        *(printed or [label(field, notice.text)]),
    )


def _least(field: Field, notice: Notice, spec: FormSpec, language: Language) -> Said:
    """Where the form's hint sets a least number, that hint; what else is demanded stands in points."""
    hints = [each for each in hint(field, notice.text) if _AT_LEAST.search(each.quote)]
    if hints:
        return _content(field, notice, spec, language)
    name = name_of(field, notice, language)
    return _say(
        language, f"通知没有给{name}规定最低数。", f"The notice sets no minimum for {name}.", answered=False
    )


def _other(field: Field, notice: Notice, spec: FormSpec, language: Language) -> Said:
    name = name_of(field, notice, language)
    return _say(
        language,
        f"通知没有对{name}作这方面的规定。",
        f"The notice sets nothing of this kind on {name}.",
        answered=False,
    )


_TOLD: Final[Mapping[Aspect, Callable[[Field, Notice, FormSpec, Language], Said]]] = {
    "limit": _limit,
    "unit": _unit,
    "required": _required,
    "options": _options,
    "multiple": _multiple,
    "years": _years,
    "where": _where,
    "meaning": _meaning,
    "proof": _proof,
    "content": _content,
    "least": _least,
    "other": _other,
}

"""Lists over the whole form: what a category must fill in, what is optional, limited, what the parts are."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from assistant.matching import Asked, Match, Pattern, pattern
from assistant.naming import Names
from assistant.printed import hint, label
from assistant.question import Language
from assistant.said import Said
from extractors.form import Field, Section
from notices.notice import Notice, Passage

__all__ = ["listed", "overview"]

Builder = Callable[[Asked, Names, Notice, Language], Said | None]


def overview(asked: Asked, *, names: Names, notice: Notice, language: Language) -> tuple[Match, Said] | None:
    """The list that is asked for, or None."""
    found = [
        (match, builder)
        for key, builder in _LISTS.items()
        for each in _patterns(names)[key]
        if (match := each.match(asked)) is not None
    ]
    for match, builder in sorted(found, key=lambda each: -each[0].score):
        said = builder(asked, names, notice, language)
        if said is not None:
            return match, said
    return None


def listed(key: str, asked: Asked, *, names: Names, notice: Notice, language: Language) -> Said | None:
    """The list that goes by `key`, such as `attachments`; None where the question does not say of what."""
    return _LISTS[key](asked, names, notice, language)


def _required(asked: Asked, names: Names, notice: Notice, language: Language) -> Said | None:
    """What one category must fill in, those fields first that not every category must."""
    categories = names.category(asked.now) or names.category(asked.before)
    if len(categories) != 1:
        return None
    category = categories[0]
    fields = names.spec.fields
    own = [each for each in fields if each.required.by == "category" and category in each.required.categories]
    free = [
        each for each in fields if each.required.by == "category" and category not in each.required.categories
    ]
    optional = _optional_fields(names)
    always = [each for each in fields if each.required.by == "all"]
    sections = dict.fromkeys(_part(each, names) for each in always)
    if language == "zh":
        words = (
            f"申报{category}平台，按类别必填：{_listed(own)}；"
            f"其余各类都要填的有{'、'.join(f'“{each}”' for each in sections)}等部分（共{len(always)}项，"
            "含共性指标）。"
            f"可以不填：{_listed([*free, *optional])}。"
        )
    else:
        words = (
            f"A {category} platform must fill in, by its category: {_in_english(own, notice)}; and, as all "
            f"categories, {len(always)} fields in {', '.join(f'“{each}”' for each in sections)}. "
            f"Optional: {_in_english([*free, *optional], notice)}."
        )
    passages = [each for field in (*own, *free) for each in _demand(field, notice)]
    common = [
        Passage(c.key, c.lines[0]) for c in notice.text.walk() if c.lines and "所有平台均需填写" in c.lines[0]
    ]
    return Said(words, tuple(dict.fromkeys((*passages, *common))), topic="required", aspect="required")


def _optional(asked: Asked, names: Names, notice: Notice, language: Language) -> Said:
    fields = names.spec.fields
    by_category = [
        each
        for each in fields
        if each.required.by == "category"
        and len(each.required.categories) < len(names.spec.by_path[notice.category].options)
    ]
    optional = _optional_fields(names)
    shown = "；".join(
        f"{each.title}（{'、'.join(each.required.categories)}平台必填）" for each in by_category
    )
    if language == "zh":
        words = f"可以不填或选填的：{_listed(optional)}；按申报类别选填的：{shown}。"
    else:
        words = f"Optional: {_listed(optional)}. Optional except for some categories: {shown}."
    passages = [each for field in (*optional, *by_category) for each in _demand(field, notice)]
    return Said(words, tuple(dict.fromkeys(passages)), topic="optional", aspect="required")


def _limits(asked: Asked, names: Names, notice: Notice, language: Language) -> Said:
    limited = [each for each in names.spec.fields if each.limit is not None]
    passages = []
    for each in limited:
        words = f"（限{each.limit}字）"
        holding = [c for c in notice.text.walk(each.clause) if words in c.text]
        passages += [Passage(c.key, words) for c in holding if each.label in c.title or len(holding) == 1][:1]
    if language == "zh":
        words = "有字数限制的：" + "、".join(f"“{each.title}”限{each.limit}字" for each in limited) + "。"
    else:
        words = (
            "Limited in length: "
            + ", ".join(f"“{each.title}” to {each.limit} characters (字)" for each in limited)
            + "."
        )
    return Said(words, tuple(passages), topic="limits", aspect="limit")


def _units(asked: Asked, names: Names, notice: Notice, language: Language) -> Said | None:
    found = re.search("万元|万条|万次|(?<!万)元|%|台/套", asked.now)
    if found is None:
        return None
    fields = [each for each in names.spec.fields if each.unit == found.group()]
    groups = dict.fromkeys(each.group or each.label for each in fields)
    named = "、".join(f"“{each}”" for each in groups)
    words = (
        f"按{found.group()}填写的有：{named}。" if language == "zh" else f"Given in {found.group()}: {named}."
    )
    first = [next(each for each in fields if (each.group or each.label) == group) for group in groups]
    return Said(words, tuple(_with_unit(each, notice) for each in first), topic="units", aspect="unit")


def _with_unit(field: Field, notice: Notice) -> Passage:
    for clause in notice.text.walk(field.clause):
        for line in clause.lines:
            if field.label in line and field.unit in line and line in notice.text.source:
                return Passage(clause.key, line)
    return label(field, notice.text)


def _parts(asked: Asked, names: Names, notice: Notice, language: Language) -> Said | None:
    """The parts of the form, or those of the part that is named."""
    sections = [each for each in names.spec.sections if each.clause]
    named = [each for each in names.sections(asked.now) if any(one.parent == each.key for one in sections)]
    inner = [each for each in sections if named and each.parent == named[0].key]
    chosen = inner or [each for each in sections if not each.parent]
    listed = "、".join(f"{each.number}{each.heading}" for each in chosen)
    whole = f"“{named[0].heading}”" if inner else "申报书（附件1）"
    children = [
        each for each in sections if not inner and each.parent and any(c.key == each.parent for c in chosen)
    ]
    more = ""
    if children:
        above = next(each.heading for each in chosen if each.key == children[0].parent)
        more = f"；{above}下分{'、'.join(f'{each.number}{each.heading}' for each in children if each.number)}"
    words = f"{whole}包括：{listed}{more}。"
    if language == "en":
        words = f"{whole} consists of: {listed}{more}."
    return Said(
        words, tuple(each for one in (*chosen, *children) for each in _heading(one, notice)), topic="parts"
    )


def _section(asked: Asked, names: Names, notice: Notice, language: Language) -> Said | None:
    """What is asked in the part that is named."""
    named = names.sections(asked.now)
    if not named:
        return None
    section = named[-1]
    inside = {section.key, *(each.key for each in names.spec.sections if each.parent == section.key)}
    fields = [each for each in names.spec.fields if each.section in inside]
    if not fields:
        return None
    titles = "、".join(
        dict.fromkeys(each.group or each.label for each in fields if each.kind != "attachments")
    )
    hints = [each for field in fields for each in hint(field, notice.text)] if len(fields) < 3 else []
    shown = "".join(each.quote for each in hints)
    title = f"{section.number}{section.heading}"
    words = (
        f"“{title}”要填：{titles or section.heading}。"
        if language == "zh"
        else f"“{title}” asks for: {titles or section.heading}."
    )
    passages = [*_heading(section, notice), *hints]
    first = (
        [Passage(notice.text.clause(section.clause).key, section.hint)]
        if section.hint in notice.text.source and section.hint
        else []
    )
    return Said(
        words + shown + (section.hint if first else ""),
        tuple(dict.fromkeys([*passages, *first])),
        topic="section",
    )


def _attachments(asked: Asked, names: Names, notice: Notice, language: Language) -> Said | None:
    field = names.attachments
    if field is None:
        return None
    lines = [
        Passage(clause.key, line)
        for clause in notice.text.walk(field.clause)
        for line in clause.lines
        if re.match(r"附件\d", line) and line in notice.text.source
    ]
    listed = "；".join(each.quote for each in lines)
    claimed = re.search(r"(\d+)\s*(?:个|项|份|种|类)", asked.now)
    wrong = claimed is not None and int(claimed[1]) != len(field.options)
    lead = ("" if not wrong or claimed is None else f"不是{claimed[1]}项。") if language == "zh" else ""
    words = (
        f"{lead}证明材料共{len(field.options)}项（附件1至附件{len(field.options)}）：{listed}"
        if language == "zh"
        else f"{len(field.options)} kinds of supporting documents are asked for: {listed}"
    )
    return Said(words, tuple(lines), topic="attachments")


def _differences(asked: Asked, names: Names, notice: Notice, language: Language) -> Said | None:
    every = [each.value for each in names.spec.by_path[notice.category].options]
    named = names.category(asked.now) or names.category(asked.before)
    chosen = named if len(named) > 1 else every
    rows, passages = [], []
    about = [each for each in notice.differences if any(word in asked.now for word in _words_of(each.topic))]
    for each in about or notice.differences:
        told = each.says if language == "zh" else each.says_in_english
        topic = each.topic if language == "zh" else each.topic_in_english
        rows.append(f"{topic}：" + "；".join(f"{one}平台{told[one]}" for one in chosen) + "。")
        passages += [each.passages[one] for one in chosen if one in each.passages]
    lead = (
        "区别如下。"
        if language == "zh"
        else "They differ as follows (行业 = industry, 区域 = regional, 跨行业跨领域 = cross-industry)."
    )
    return Said("\n".join([lead, *rows]), tuple(dict.fromkeys(passages)), topic="differences")


def _words_of(topic: str) -> Sequence[str]:
    """The words by which a question names the topic of a difference."""
    return [word for word, named in _DIFFER.items() if named in topic]


_DIFFER: Final[Mapping[str, str]] = {
    "名额": "推荐数量",
    "推荐数量": "推荐数量",
    "覆盖": "覆盖",
    "行业数": "覆盖",
    "领域数": "覆盖",
    "指标": "指标",
    "服务能力": "服务能力",
    "定位": "定位",
}


def _optional_fields(names: Names) -> list[Field]:
    return [each for each in names.spec.fields if each.required.by in ("optional", "together")]


def _demand(field: Field, notice: Notice) -> Sequence[Passage]:
    """The words that say who must fill it in; of a group of indicators the line above them."""
    hints = hint(field, notice.text)
    if hints:
        return hints
    lines = [
        Passage(clause.key, line)
        for clause in notice.text.walk(field.clause)
        for line in clause.lines[:1]
        if "填写" in line and line in notice.text.source
    ]
    return lines or (label(field, notice.text),)


def _listed(fields: Sequence[Field]) -> str:
    return "、".join(
        dict.fromkeys(
            f"{each.number}{each.label}" if each.number.startswith("(") else each.label for each in fields
        )
    )


def _in_english(fields: Sequence[Field], notice: Notice) -> str:
    names = notice.vocabulary.fields
    told = ((names.get(each.path, ("",))[0], _listed([each])) for each in fields)
    return ", ".join(dict.fromkeys(f"{english} ({shown})".lstrip() for english, shown in told))


def _part(field: Field, names: Names) -> str:
    return next(each.heading for each in names.spec.sections if each.key == field.section)


def _heading(section: Section, notice: Notice) -> list[Passage]:
    clause = notice.text.clause(section.clause)
    lines = [line for line in clause.lines if section.heading in line]
    words = lines[0] if lines and lines[0] in notice.text.source else section.heading
    return [Passage(clause.key, words)] if words in clause.text and words in notice.text.source else []


_LISTS: Final[Mapping[str, Builder]] = {
    "required": _required,
    "optional": _optional,
    "limits": _limits,
    "units": _units,
    "parts": _parts,
    "section": _section,
    "attachments": _attachments,
    "differences": _differences,
}


@lru_cache(maxsize=4)
def _patterns(names: Names) -> Mapping[str, tuple[Pattern, ...]]:
    """What asks for each list: as for a notice's points, with the form's own categories and parts."""
    written = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    sections = [
        name for each in names.spec.sections for name in (each.heading, *each.aliases) if len(name) > 3
    ]
    own = {"<category>": names.category_scanner.pattern, "<section>": "|".join(map(re.escape, sections))}
    return {
        key: tuple(pattern(_with(own, each)) for each in table["asked"]) for key, table in written.items()
    }


def _with(own: Mapping[str, str], words: str) -> str:
    for mark, alternatives in own.items():
        words = words.replace(mark, alternatives.replace(" ", ""))
    return words

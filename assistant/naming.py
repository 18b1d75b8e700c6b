"""What of the form a question names: fields, options, sections, attachments, categories."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.matching import weight
from extractors.form import Field, FormSpec, Option, Section
from extractors.text import fold, squeeze
from notices.notice import Notice

__all__ = ["Named", "Names", "attachment_numbers", "attachment_spans", "names_of"]

_DIGITS: Final = {each: str(at) for at, each in enumerate("一二三四五六七八九十", 1)} | {
    "十一": "11",
    "十二": "12",
}
_ATTACHMENT = re.compile(
    r"(?:附件|附录|材料|annex|attachment)\s*(?:第)?(?P<n>\d{1,2}|十[一二]?|[一二三四五六七八九])(?!\d|份|"
    r"个|家|套|条|共|般|样|起|式|项)"
)
_FIGURE = re.compile(
    r"(?<![a-z])\((?P<n>\d{1,2})\)|第(?P<m>\d{1,2}|十?[一二三四五六七八九十])(?:项|个)?指标|"
    r"指标(?P<k>\d{1,2})"
)
_SECTION = re.compile(
    r"第?\(?(?P<n>[一二三四五六七八1-8])\)?(?:部分|大项|章|大块|块内容)|\((?P<m>[一二三四五六七八])\)"
)
_LONG: Final = 11  # characters of a label that nobody says
_COMMON: Final = frozenset(
    {
        "其他",
        "日期",
        "地址",
        "电话",
        "收入",
        "成本",
        "名称",
        "是",
        "否",
        "有",
        "承诺",
        "区域",
        "行业",
        "自建",
        "自有",
        "申报单位",
        "企业名称",
        "单位名称",
        "联系人",
        "联系电话",
        "申报企业",
        "企业类型",
        "申报时间",
        "申报日期",
        "标准",
        "模型",
        "平台名称",
        "申报平台",
        "推荐意见",
        "主管部门",
        "推荐部门",
        "申请单位",
        "邮箱",
        "手机",
        "姓名",
        "数量",
    }
)


@dataclass(frozen=True, slots=True)
class Named:
    """A field that a question names, and by which words."""

    field: Field
    words: str
    span: tuple[int, int]
    weight: float
    option: Option | None = None

    @property
    def common(self) -> bool:
        """Whether other things than this field go by the name."""
        return self.words in _COMMON


@dataclass(frozen=True, eq=False)
class Names:
    """Everything that the form and its vocabulary call something by. Equal only to itself."""

    spec: FormSpec
    fields: Mapping[str, tuple[tuple[Field, Option | None], ...]]  # by name, folded
    scanner: re.Pattern[str]
    categories: Mapping[str, str]  # what a category is called -> the category
    category_scanner: re.Pattern[str]
    attachments: Field | None
    called: Mapping[str, str]  # one short name of each field, by its path

    def in_words(self, words: str) -> list[Named]:
        """The fields named, the longest name where two overlap; a name of several fields gives each."""
        found = [
            Named(field, match.group(), match.span(), self._weight(match.group(), option), option)
            for match in self.scanner.finditer(words)
            for field, option in self.fields[match.group()]
        ]
        return found + list(self._numbered(words))

    def category(self, words: str) -> tuple[str, ...]:
        """The platform categories named, in the order of the question."""
        hits = (self.categories[each.group()] for each in self.category_scanner.finditer(words))
        return tuple(dict.fromkeys(hits))

    def sections(self, words: str) -> list[Section]:
        numbers = {(each["n"] or each["m"]) for each in _SECTION.finditer(words)}
        hanzi = {next((h for h, d in _DIGITS.items() if d == each), each) for each in numbers}
        found = []
        for each in self.spec.sections:
            titled = max(
                (name for name in (each.heading, *each.aliases) if len(name) > 2 and name in words),
                default="",
            )
            if titled or (each.number and each.number.strip("（）") in hanzi):
                found.append(each)
        return found

    def whole_sections(self, words: str) -> Iterator[tuple[Field, tuple[int, int]]]:
        """The fields that are a part of the form by themselves, named by its number: 第五部分."""
        for match in _SECTION.finditer(words):
            number = match["n"] or match["m"]
            hanzi = next((h for h, d in _DIGITS.items() if d == number), number)
            for section in self.spec.sections:
                inside = [each for each in self.spec.fields if each.section == section.key]
                if section.number.strip("（）") == hanzi and len(inside) == 1:
                    yield inside[0], match.span()

    def _numbered(self, words: str) -> Iterator[Named]:
        for match in _FIGURE.finditer(words):
            number = match["n"] or match["m"] or match["k"]
            number = _DIGITS.get(number, number)
            for field in self.spec.fields:
                if field.number == f"({number})":
                    yield Named(field, match.group(), match.span(), 2.0)
                    break

    def _weight(self, name: str, option: Option | None) -> float:
        told = weight(name)
        if option is not None:
            return 0.8 * told
        return 0.6 * told if name in _COMMON else told


@lru_cache(maxsize=4)
def names_of(notice: Notice) -> Names:
    """The names of the notice's form; built once, which loads the form."""
    assert notice.form is not None, f"{notice.id} has no form"
    spec = notice.form()
    fields: dict[str, list[tuple[Field, Option | None]]] = defaultdict(list)
    for field in spec.fields:
        nicknames = notice.vocabulary.nicknames.get(field.path, ())
        for name in (*field.labels, field.group if field.kind != "longtext" else "", *nicknames):
            _add(fields, name, field, None)
    kinds = {each.value for each in spec.by_path[notice.category].options}
    for field in spec.fields:
        if {each.value for each in field.options} == kinds:
            continue  # a category says whose filing it is, seldom which box is meant
        for option in field.options if field.kind in ("enum", "enums") else ():
            for name in (option.value, option.label, *option.aliases):
                if len(name) > 1 and name not in _COMMON and folded(name) not in fields:
                    _add(fields, name, field, option)
    for path, nicknames in notice.vocabulary.nicknames.items():
        for name in nicknames:  # what people call it by goes before what the form calls another by
            key = folded(name)
            fields[key].sort(key=lambda each: each[0].path != path)
    longest = sorted((name for name in fields if name), key=len, reverse=True)
    categories = _categories(spec.by_path[notice.category])
    return Names(
        spec=spec,
        fields={name: tuple(found) for name, found in fields.items()},
        scanner=re.compile("|".join(map(re.escape, longest))),
        categories=categories,
        category_scanner=re.compile(
            "|".join(re.escape(each) for each in sorted(categories, key=len, reverse=True))
        ),
        attachments=next((each for each in spec.fields if each.kind == "attachments"), None),
        called={each.path: _called(each, notice) for each in spec.fields},
    )


def folded(name: str) -> str:
    return squeeze(fold(name)).casefold()


def attachment_numbers(words: str) -> tuple[str, ...]:
    """The attachments named by number, in the order of the question."""
    found = (each["n"] for each in _ATTACHMENT.finditer(words))
    return tuple(dict.fromkeys(_DIGITS.get(each, each) for each in found))


def attachment_spans(words: str) -> tuple[tuple[int, int], ...]:
    return tuple(each.span() for each in _ATTACHMENT.finditer(words))


def _add(
    fields: dict[str, list[tuple[Field, Option | None]]], name: str, field: Field, option: Option | None
) -> None:
    key = folded(name)
    if len(key) > 1 and key != "其他" and all(each[0] is not field for each in fields[key]):
        fields[key].append((field, option))


def _called(field: Field, notice: Notice) -> str:
    """The label, but of a long one, or one of a series, what people say."""
    nicknames = notice.vocabulary.nicknames.get(field.path, ())
    return folded(nicknames[0] if nicknames and len(field.label) > _LONG else field.label)


def _categories(field: Field) -> dict[str, str]:
    """A value that is part of another (行业 in 跨行业跨领域) is a common word; only 行业的 names it."""
    found = {}
    for option in field.options:
        common = any(option.value in other.value for other in field.options if other is not option)
        bare = (f"{option.value}的", f"{option.value}呢") if common else (option.value,)
        for name in (option.label, *option.aliases, *bare):
            found[folded(name)] = option.value
    return found

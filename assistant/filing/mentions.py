"""Which fields of the form a question speaks of, by label, number, group, or the English of their paths."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import Final

from assistant.question import normalise
from extractors.form import Field, FormSpec
from extractors.text import key
from notices.notice import Vocabulary

__all__ = ["by_name", "mentioned", "unmentioned"]

_SHORTEST: Final = 2  # characters of a label that can be recognised in running text
_LIKE: Final = 0.4  # of a label has to be named where it isn't named whole
_ENGLISH_LIKE: Final = 0.5
_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
_NUMBERED: Final = re.compile(r"\((\d{1,2})\)|第\s?(\d{1,2})\s?(?:项|条|个)|(?:item|indicator)\s*(\d{1,2})")
_NUMBERED_ATTACHMENT: Final = re.compile(r"(?<=材料)\s*\d+")  # its number is no field's
# Words that many labels share, or that a question has for other reasons than to name a field.
_COMMON: Final = frozenset(
    (
        *(
            "平台",
            "企业",
            "单位",
            "数量",
            "情况",
            "能力",
            "申报",
            "介绍",
            "建设",
            "名称",
            "总数",
            "申报平台",
            "服务",
        ),
        *(
            "行业",
            "领域",
            "区域",
            "地址",
            "其他",
            "其它",
            "承诺",
            "方案",
            "案例",
            "信息",
            "技术",
            "内容",
            "项目",
        ),
        *("年度", "数据", "系统", "累计", "合计", "注册", "时间", "日期", "材料", "申报书"),
    )
)
# How people put what a label says in other words.
_PUT_SO: Final = {
    "平台名称": (
        r"平台(?:是)?叫(?:什么|啥)?(?:名字)?|平台的?名字"
        r"|platform (?:is )?called|name of the platform|platform'?s? name"
    ),
    "单位名称": (
        r"(?:公司|企业|单位)(?:是)?叫(?:什么|啥)?(?:名字)?|company name|name of the (?:company|applicant)"
    ),
    "平台类别": (r"哪一?类(?:平台|别|型)?|(?:什么|哪种)类[型别]|(?:what|which) (?:kind|type|category)"),
    "相关证明材料": r"(?:所有|全部|哪些|什么)?附件|证明材料|\battachments?\b|supporting documents?",
    "面向行业": r"(?:勾?选|覆盖|面向|涉及)了?(?:哪些|什么|几个)行业",
    "面向领域": r"(?:勾?选|覆盖|面向|涉及)了?(?:哪些|什么|几个)领域",
    "单位地址": r"\blocated\b|\blocation\b",
    "企业荣誉": r"\bawards?\b",
    "联系人手机": r"\bcell(?: ?phone)?\b",
    "联系人电话": r"\btelephone\b",
}
_PUT: Final = tuple((re.compile(words), label) for label, words in _PUT_SO.items())
_ASKING: Final = re.compile("哪些|哪个|哪家|什么|多少|几[个家项]|都有|有|了|的")
_ENGLISH_COMMON: Final = frozenset(
    (
        *("the", "of", "and", "is", "in", "to", "on", "total", "other", "name", "count", "type", "mode"),
        *("service", "services", "platform", "platforms", "company"),
    )
)


def mentioned(question: str, spec: FormSpec, vocabulary: Vocabulary) -> tuple[Field, ...]:
    """The fields named, in the form's order; a name that several share gives them all.

    Of a series of years a year in the question picks its own; without one the total goes with them.
    """
    text = _put(normalise(question))
    bare = _ASKING.sub("", text)
    names = _names_of(spec)
    paths = _numbered(text, spec) | (names.in_text(text) or names.in_text(bare))
    if not paths:
        paths = names.in_english(text) or names.through(text, vocabulary) or names.partly(bare)
    found = tuple(field for field in spec.fields if field.path in paths)
    return _of_year(found, [int(each) for each in _YEAR.findall(text)], spec)


def by_name(question: str, spec: FormSpec) -> bool:
    """Whether a field is named by its label, its number, or the English of its path."""
    text = _put(normalise(question))
    return bool(_numbered(text, spec) or _names_of(spec).in_text(text) or _names_of(spec).in_english(text))


def _put(text: str) -> str:
    for words, label in _PUT:
        text = words.sub(f" {label} ", text)
    return _NUMBERED_ATTACHMENT.sub(" ", text)


def unmentioned(question: str, fields: Iterable[Field]) -> str:
    """The question (normalised) without the names of `fields`."""
    text = normalise(question)
    for label in sorted(
        (normalise(each) for field in fields for each in field.labels), key=len, reverse=True
    ):
        text = text.replace(label, " ")
    return text


def _numbered(text: str, spec: FormSpec) -> set[str]:
    """`(16)`, `第16项`: the form numbers one series in brackets."""
    wanted = {f"({next(filter(None, each))})" for each in _NUMBERED.findall(text)}
    return {field.path for field in spec.fields if field.number in wanted}


class _Names:
    """What the fields of one form are called."""

    def __init__(self, spec: FormSpec) -> None:
        self.spec = spec

    @cached_property
    def by_name(self) -> Mapping[str, frozenset[str]]:
        """Paths by what they are called: labels, aliases, titles, and the group over several."""
        names: dict[str, set[str]] = {}
        for field in self.spec.fields:
            called = {*field.labels, field.title, field.group, key(field.title), key(field.label)}
            for each in map(normalise, called):
                if len(each) >= _SHORTEST and each not in _COMMON:
                    names.setdefault(each, set()).add(field.path)
        return {name: frozenset(paths) for name, paths in names.items()}

    @cached_property
    def _scanner(self) -> re.Pattern[str]:
        """The longest name first, so that 接入企业数量 is not read as 企业."""
        latin = [f"(?<![a-z0-9]){re.escape(each)}(?![a-z0-9])" for each in self.by_name if each.isascii()]
        rest = [re.escape(each) for each in self.by_name if not each.isascii()]
        return re.compile("|".join(sorted([*rest, *latin], key=len, reverse=True)))

    @cached_property
    def _english(self) -> Mapping[str, frozenset[str]]:
        return {field.path: _english_words(field.path) for field in self.spec.fields}

    @cached_property
    def _spread(self) -> Mapping[str, int]:
        return Counter(word for words in self._english.values() for word in words)

    def in_text(self, text: str) -> set[str]:
        found = (self.by_name[match.group()] for match in self._scanner.finditer(text))
        return {path for paths in found for path in paths}

    def through(self, text: str, vocabulary: Vocabulary) -> set[str]:
        """By what the notice says for the question's words."""
        words = {**vocabulary.glossary, **vocabulary.synonyms}
        phrases = [normalise(said) for word, said_as in words.items() if _has(text, word) for said in said_as]
        return {path for each in phrases for path in self.by_name.get(each, ())}

    def partly(self, text: str) -> set[str]:
        """The fields of whose name the question has the most: 专利 for 专利数量."""
        scored: dict[str, float] = {}
        pairs = {text[at : at + 2] for at in range(len(text) - 1)}
        for name, paths in self.by_name.items():
            share = _longest_common(name, text, pairs)
            for path in paths:
                scored[path] = max(scored.get(path, 0.0), share)
        best = max(scored.values(), default=0.0)
        return {path for path, share in scored.items() if share == best >= _LIKE}

    def in_english(self, text: str) -> set[str]:
        """By the words of a path's last part; a word that few paths have weighs more."""
        asked = {_stem(each) for each in re.findall(r"[a-z]+", text)}
        scored = {
            path: self._weight(words & asked) / self._weight(words)
            for path, words in self._english.items()
            if words
        }
        best = max(scored.values(), default=0.0)
        return {path for path, share in scored.items() if share == best >= _ENGLISH_LIKE}

    def _weight(self, words: Iterable[str]) -> float:
        return sum(1 / self._spread[word] for word in words)


_KNOWN: Final[dict[str, _Names]] = {}  # by notice; a spec is compared by identity, and can't be hashed


def _names_of(spec: FormSpec) -> _Names:
    found = _KNOWN.get(spec.notice)
    if found is None or found.spec is not spec:
        found = _KNOWN[spec.notice] = _Names(spec)
    return found


def _has(text: str, word: str) -> bool:
    if word.isascii():
        return re.search(rf"(?<![a-z0-9]){re.escape(word)}(?:e?s)?(?![a-z0-9])", text) is not None
    return word in text


def _longest_common(name: str, text: str, pairs: set[str]) -> float:
    """The share of `name` that stands in `text` as one piece that says something."""
    if not any(name[at : at + 2] in pairs for at in range(len(name) - 1)):
        return 0.0
    for length in range(len(name), _SHORTEST - 1, -1):
        for at in range(len(name) - length + 1):
            piece = name[at : at + length]
            if piece not in _COMMON and not piece.isascii() and piece in text:
                return length / len(name)
    return 0.0


@lru_cache(maxsize=512)
def _english_words(path: str) -> frozenset[str]:
    words = path.rpartition(".")[2].split("_")
    return frozenset(_stem(each) for each in words if each not in _ENGLISH_COMMON and not each.isdigit())


def _stem(word: str) -> str:
    return re.sub(r"(?:ies|ing|ed|es|s|y|ions?|ors?)$", "", word) if len(word) > 4 else word


def _of_year(found: tuple[Field, ...], years: list[int], spec: FormSpec) -> tuple[Field, ...]:
    series = [each for each in found if each.year is not None]
    if not series:
        return found
    if years:
        return tuple(each for each in found if each.year is None or each.year in years)
    groups = {(each.section, each.group) for each in series}
    whole = [
        each for each in spec.fields if each.group and (each.section, each.group) in groups and each.unit
    ]
    return tuple(dict.fromkeys([*(each for each in whole if each.year is None), *found]))

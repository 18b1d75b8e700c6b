"""Foreign terms and abbreviations where they first stand (TXT001); the words themselves are in `terms`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from extractors.form import Field, Form
from extractors.rules import Context, Violation, rule
from extractors.text import nfkc
from notices.hebei_2022_719.rules.phrases import listed
from notices.hebei_2022_719.rules.terms import EVERYDAY, NAMES, TERMS

_LATIN: Final = re.compile("[A-Za-z]")
# No part of a longer word, of a model number (PLC-200, S7-PLC), of a version (MES2.0), an address or a path.
_BEFORE, _BEHIND = (
    r"(?<![A-Za-z0-9_@.\\])(?<![a-z0-9_.:/\\-]/)(?<![A-Za-z0-9]-)",
    r"(?![A-Za-z0-9_@\\]|-[A-Za-z0-9]|\.[A-Za-z0-9])",
)
_UNKNOWN: Final = re.compile(
    rf"{_BEFORE}[A-Z]{{3,6}}{_BEHIND}"
    r"(?=\s?(?:协议|算法|技术|标准|接口|总线|网络|认证|方法|模式|机制|框架|架构|格式|理念|体系|规范))"
)
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_TITLE: Final = re.compile(r"《[^》]{0,60}$")  # the name of a product, a standard or a book
_AT_MOST = 80  # characters of an explanation in brackets
_NEAR = 24  # characters on either side in which the full name stands
_NO_EXPLANATION: Final = re.compile(
    r"\s*(?:见|详见|参见|附|图|表|如|例如|含|包括|包含|以及|等|共|由|已|占|不|仅|已经|用于|支持|自研|\d)"
)
_ASIDE: Final = re.compile("以下|下文|下称|简称|缩写|英文|全称|全名|又称|也称|称为|称|即|为|是|名")
_CALLED: Final = re.compile(r"(?:简称|缩写|缩写为|简称为|英文为|英文简称|英文缩写)\s*[:：]?\s*[\"'“‘「]?\s*$")
_MEANS: Final = re.compile(
    r"\s*[\"'”’」]?\s*[,:—–-]*\s*(?:即|是指|指的是|全称|英文全称|的全称|是[^,。]{2,16}的(?:简称|缩写))"
)
_EXCERPT = 8  # characters around a term
_LONGEST_ABBREVIATION = 8  # letters; what is longer is a word or words


class _Found(NamedTuple):
    term: str
    start: int
    end: int


@rule(
    "TXT001",
    severity="warning",
    title="外文名词第一次出现时没有写清全称和缩写",
    clause="附件1/填报说明/三",
    quote="平台申报书中第一次出现外文名词时，要写清全称和缩写，再出现同一词时可以使用缩写。",
    message="“{title}”中第一次出现的外文名词{terms}没有写明全称{at}：“{excerpt}”。",
    fix="请在第一次出现处写清全称和缩写，例如“{example}”，之后可以只用缩写。",
)
def foreign_terms_without_full_names(form: Form, _: Context) -> Iterator[Violation]:
    """外文名词（多为英文缩写）在申报书中第一次出现时，没有写清全称和缩写。

    ## 为什么

    填报说明三：“平台申报书中第一次出现外文名词时，要写清全称和缩写，再出现同一词时可以使用缩写。”
    中文全称、英文全称写一个就行，在括号里、括号前或紧挨着都可以：“制造执行系统（MES）”“MES（Manufacturing Execution System）”
    “制造执行系统MES”。申报书自己用的词（IaaS、PaaS、SaaS、APP、5G、AR/VR、VC/PE、E-mail），人人都这样写的词（IP、GPS、HTTP 等）、
    计量单位、标准号、企业和产品名称、型号不算。词表之外的缩写，只有后面跟着“协议”“算法”一类的词时才提醒。一个栏目提醒一次。

    ## 反例

    ```yaml
    capability.saas: 面向生产环节提供MES云化服务，月活跃用户860人。
    ```

    ```yaml
    capability.edge: 边缘网关支持MQTT、OPC UA协议，采集PLC（见附件5）数据。
    ```

    ## 正例

    ```yaml
    capability.edge: 边缘网关支持消息队列遥测传输（MQTT）协议，采集可编程逻辑控制器（Programmable Logic Controller，简称PLC）数据。
    capability.saas: 提供MES（制造执行系统）和企业资源计划ERP，MES已有86家企业使用，支持5G、Wi-Fi接入，运行在MySQL上，配MES-200型终端。
    ```
    """
    seen: set[str] = set()
    brands = frozenset(_brands(form))
    for field in _in_order(form):
        text = form[field.path].value
        if not _LATIN.search(text):
            continue
        first = [each for each in _terms(text) if each.term not in seen and each.term not in brands]
        bare: dict[str, _Found] = {}
        for each in first:
            if each.term in seen or _is_named(text, each, brands):
                continue
            seen.add(each.term)
            if not _is_explained(text, each):
                bare[each.term] = each
        if bare:
            told = next(iter(bare.values()))
            excerpt = text[max(0, told.start - _EXCERPT) : told.end + _EXCERPT]
            yield Violation(
                (field.path,),
                {"terms": listed(bare), "excerpt": " ".join(excerpt.split()), "example": _example(bare)},
            )


def _in_order(form: Form) -> Iterator[Field]:
    """The narratives that are filled, the parts of one before the whole: what stands in both is told of the part."""
    for field in form.spec.fields:
        if field.kind == "longtext" and field.path not in form.spec.holders:
            parts = form.spec.parts[field.path]
            yield from (
                each for each in (*parts, field) if each.kind == "longtext" and form.filled(each.path)
            )


def _brands(form: Form) -> Iterator[str]:
    """Latin words in the names of the platform, the applicant and its customers."""
    names = (
        answer.raw for field, answer in form if field.kind in ("text", "names") and answer.state == "filled"
    )
    for name in names:
        yield from _WORD.findall(nfkc(name))


@cache
def _known() -> re.Pattern[str]:
    words = sorted(TERMS, key=len, reverse=True)
    joined = "|".join(_written(each) for each in words)
    return re.compile(f"{_BEFORE}(?:{joined}){_BEHIND}")


def _written(term: str) -> str:
    """Words of a language are written in capitals or not; an abbreviation is as it is."""
    pattern = re.escape(term).replace(r"\ ", r"[\s-]?")
    return f"(?i:{pattern})" if _is_of_words(term) else pattern


def _is_of_words(term: str) -> bool:
    return " " in term or (term.isalpha() and term.istitle() and len(term) > _LONGEST_ABBREVIATION)


@cache
def _by_key() -> dict[str, str]:
    return {_bare(each): each for each in TERMS}


def _bare(term: str) -> str:
    """As terms are told apart: `OPC UA` and `OPC-UA` are one, and so are `Digital Twin` and `digital twin`."""
    joined = re.sub(r"[\s-]", "", term)
    return joined.casefold() if len(joined) > _LONGEST_ABBREVIATION else joined


def _terms(text: str) -> list[_Found]:
    """Terms in the order of their places: known ones, and what looks like one."""
    known = [_Found(_by_key()[_bare(each.group())], *each.span()) for each in _known().finditer(text)]
    unknown = (
        _Found(each.group(), *each.span())
        for each in _UNKNOWN.finditer(text)
        if each.group() not in TERMS and each.group() not in EVERYDAY and each.group() not in NAMES
    )
    return sorted((*known, *unknown), key=lambda each: each.start)


def _is_named(text: str, found: _Found, brands: frozenset[str]) -> bool:
    """Whether the term is part of the name of a product: SAP ERP, 《…MES软件》, MES V3.0."""
    before = text[max(0, found.start - _AT_MOST) : found.start]
    words = _WORD.findall(before[-20:])
    maker = words and before.rstrip().endswith(words[-1]) and (words[-1] in NAMES or words[-1] in brands)
    version = re.match(r"\s?(?:系统|软件|平台)?\s?[Vv]\s?\d", text[found.end :])
    return bool(maker or version or _TITLE.search(before))


def _is_explained(text: str, found: _Found) -> bool:
    before, after = text[max(0, found.start - _AT_MOST) : found.start], text[found.end : found.end + _AT_MOST]
    if _full_name_near(found.term, before, after) or _CALLED.search(before) or _MEANS.match(after):
        return True
    return _in_brackets(found.term, before, after) or _brackets_behind(after)


def _full_name_near(term: str, before: str, after: str) -> bool:
    chinese, _, english = TERMS.get(term, "").partition("|")
    names = [each for each in chinese.replace("_", " ").split(" ") if each]
    around = (before[-_NEAR:], after[:_NEAR])
    if any(name in part for name in names for part in around):
        return True
    wanted = _bare(english).casefold()
    return len(english.split()) > 1 and any(wanted in _bare(part).casefold() for part in (before, after))


def _in_brackets(term: str, before: str, after: str) -> bool:
    """`制造执行系统（Manufacturing Execution System，MES）`: nothing but the one term and its full name inside."""
    opened, closed = before.rfind("("), before.rfind(")")
    end = after.find(")")
    if opened <= closed or end < 0 or not re.search(r"[一-鿿”\"》]\s*$", before[:opened]):
        return False
    inside = before[opened + 1 :] + " " + after[:end]
    others = [each.term for each in _terms(inside) if each.term != term]
    return not others and not re.search("[一-鿿]", _ASIDE.sub("", inside)) and not re.search("[、/]", inside)


def _brackets_behind(after: str) -> bool:
    """`MES（制造执行系统）`, `MES（Manufacturing Execution System）`; `MES（见附件7）` explains nothing."""
    found = re.match(r"\s*[\"'”’]?\s*(?:系统|协议|技术|平台|接口|算法)?\s*\(([^()]{2,80})\)", after)
    if found is None or _NO_EXPLANATION.match(found[1]):
        return False
    return len(re.findall("[一-鿿]", found[1])) >= 3 or len(_WORD.findall(found[1])) >= 2


def _example(bare: dict[str, _Found]) -> str:
    term = next((each for each in bare if each in TERMS), "MES")
    chinese, _, english = TERMS[term].partition("|")
    name = chinese.split(" ")[0]
    return f"{name}（{term}）" if term == english else f"{name}（{english}，{term}）"

"""What is written in a field's place, read as that field: one parser for each kind of field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from extractors.codes import normalise_code
from extractors.dates import find_dates, parse_date
from extractors.fill.lists import read_honors, read_names
from extractors.form import Answer, Evidence, Field, Kind
from extractors.quantities import parse_quantity
from extractors.text import fold, is_blank, is_nothing, narrow, squeeze
from extractors.ticks import read_choice

__all__ = ["clean", "read_answer"]

_LOW_LINES = re.compile(r"[_＿\u02cd]{2,}|(?<![^\W_])_(?![^\W_])|\ufffc")
_CODE = re.compile(
    r"(?<![0-9A-Za-z])[0-9A-Za-z]{18}(?![0-9A-Za-z])|(?<![0-9A-Za-z])[0-9A-Za-z]{8}-?[0-9A-Za-z](?![0-9A-Za-z])"
)
_NO_DATE = re.compile(r"[\s年月日号期:：_/.\-]*")
# What Word shows in an empty content control; some programs save it as text.
_PLACEHOLDER = re.compile(
    "(?:(?:单击或点击此处|单击此处|点击此处|单击或点击|单击)(?:以|可)?(?:输入|选择)(?:文字|日期|文本)[。.]?|选择一项[。.])+"
)
_ANSWERED = re.compile(r"^\s*(?:答|回答|填写)\s*[:：]\s*")
_SEAL = re.compile(r"\s*\((?:加?盖章|公章|单位公章|签章|加盖公章)处?\)$")
_LINES = ("_", "＿")
_CELL_ENDS = re.compile(r"[ _＿]*\t[ _＿]*")
_HAS_NUMBER = re.compile("[\\d零〇一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟两]")
_REMARK = re.compile(
    r"\((?=[^()]{4,}\))[^()]*(?:见|附|其中|含|同比|占|第|说明|新增|截至|来自|按|为|不|均)[^()]*\)"
)
_ASIDE = re.compile(r"[【\[〔][^】\]〕]*[】\]〕]|(?:—{1,2}|--)\s*(?:详见|见|参见|附).*$")
_ABOUT = re.compile(
    "(?<![〇零一二三四五六七八九])(?:一两|一二|两三|二三|三四|三五|四五|五六|六七|七八|八九)(?=[十百千万亿]?[个项台家套条次])"
)
_IN_ALL = re.compile(
    r"[,;、。](?:总共|一共|共计|合计|总计|共)(?:有|为)?\s*(\d[\d,]*\D{0,3})$"
)  # 发明3项，实用新型4项，共7项
_CLAUSE = re.compile(
    r"[,;。；](?=\s*(?:其中|覆盖|包括|涉及|分布|含|同比|较|占|主要|来自|均|已|详见|见|截至|累计|服务|涵盖|应用))"
)
_ELSEWHERE = re.compile("见附|附件|附表|详见|见第|参见|另附|同上")  # 见附件7 is no seven
_SEPARATORS = re.compile(r"[\s;；,，、]+$|^[\s;；,，、]+")
_YEAR_ALONE = re.compile(r"\s*(?:20[\d ]{0,4})?\s*年\s+月(?:\s*日)?\s*")  # printed in advance: 2022年  月  日
_UNIT_IN_BRACKETS = re.compile(r"(?:人民币|单位[:：]?)?\s*(亿元|千万元|百万元|万元|千元|元|%|万|亿)")
_LONG_HINT = 14
_NUMBER_ALONE = re.compile(r"\d{1,2}[.、]?|\(\d\)|[年月日]+")
_HEAD = 12  # characters of a line in which its first two letters stand
_LONG_OPTION = 6  # letters of an option that hardly ends another phrase by chance
_LEAST_HINT = 6  # letters; a shorter printed line is no hint to take off the front of an answer


def clean(written: str, printed: frozenset[str]) -> str:
    """The text without the form's own lines, hints and blanks; lines and tabs stay, lines with nothing go."""
    kept = [line for each in written.split("\n") if (line := _own_words(each, printed)) is not None]
    while kept and is_blank(kept[-1]):
        kept.pop()
    while kept and is_blank(kept[0]):
        kept.pop(0)
    return "\n".join(kept)


def _own_words(line: str, printed: frozenset[str]) -> str | None:
    """What an applicant wrote on a line; None where that is nothing."""
    if line.isspace() or not line:
        return None
    text = line
    if narrow("".join(line[:_HEAD].split())[:2]) in _beginnings(printed):
        words = squeeze(narrow(line))
        if words in printed and _is_hint(words):
            return None
        text = _without_hint(line, words, printed)
    if _PLACEHOLDER.fullmatch(text.strip()):
        return None
    if text.strip().startswith(_LINES) or text.strip().endswith(_LINES):
        text = text.strip("_＿ \u3000")
    if "_" in text or "＿" in text or "\ufffc" in text:
        text = _LOW_LINES.sub(" ", text)
    return text if not is_blank(text) or "\t" in text.strip("\n") else None


def _is_remark(line: str, printed: frozenset[str]) -> bool:
    """The form's own line in brackets under its boxes, such as （事业单位、科研院所等）."""
    words = squeeze(narrow(line))
    return words.startswith("(") and words in printed


def _is_hint(words: str) -> bool:
    """A printed line that no applicant writes: a label alone may well be a heading inside an answer."""
    return words[0] == "(" or len(words) >= _LONG_HINT or _NUMBER_ALONE.fullmatch(words) is not None


def _without_hint(line: str, words: str, printed: frozenset[str]) -> str:
    """An answer that goes on behind the form's hint on the hint's own line."""
    if not words.startswith("("):
        return line
    if words.startswith(_in_brackets(printed)):
        for hint in _in_brackets(printed):
            if not words.startswith(hint):
                continue
            left, at = len(hint), 0
            plain = narrow(line)
            while left and at < len(plain):
                left -= not plain[at].isspace()
                at += 1
            return line[at:]
    return line


@cache
def _beginnings(printed: frozenset[str]) -> frozenset[str]:
    """How printed lines begin: nearly all of an applicant's lines begin otherwise, and are told by that."""
    return frozenset(line[:2] for line in printed)


@cache
def _in_brackets(printed: frozenset[str]) -> tuple[str, ...]:
    hints = (hint for hint in printed if len(hint) >= _LEAST_HINT and hint[0] == "(")
    return tuple(sorted(hints, key=len, reverse=True))


def read_answer(
    field: Field,
    written: str,
    *,
    evidence: tuple[Evidence, ...] = (),
    brackets: str = "",
    printed: frozenset[str] = frozenset(),
) -> Answer:
    """The answer that `written` is to `field`.

    `written` is what stands in the field's place, label left out; `brackets` what the label's brackets say, where
    people put another unit than the form's; `printed` the form's own lines, squeezed and narrowed.
    """
    if field.options and field.kind in ("bool", "enum", "enums"):
        lines = [line for line in written.split("\n") if not _is_remark(line, printed)]
        return replace(_choice(field, "\n".join(lines)), evidence=evidence)
    raw = clean(written, printed)
    if is_blank(raw):
        return Answer("blank", _nothing_of(field), "", evidence)
    if is_nothing(raw):
        return Answer("none", _nothing_of(field), raw, evidence)
    return replace(_READERS[field.kind](field, raw, brackets), evidence=evidence)


def _nothing_of(field: Field) -> list[object] | None:
    return [] if field.kind in ("enums", "honors", "names", "attachments") else None


def _text(field: Field, raw: str, brackets: str) -> Answer:
    raw = _ANSWERED.sub("", raw)
    value = fold(_SEPARATORS.sub("", fold(" ".join(raw.split("\n"))).strip("_")))
    value = _SEAL.sub("", value)
    return Answer("filled", value, raw) if value else Answer("blank", None, "")


def _longtext(field: Field, raw: str, brackets: str) -> Answer:
    return Answer("filled", _CELL_ENDS.sub("\t", fold(raw)), raw)


def _code(field: Field, raw: str, brackets: str) -> Answer:
    text = narrow(fold(raw))
    found = _CODE.findall(text)
    longest = max(found, key=len) if found else text
    return Answer("filled", normalise_code(longest), raw)


def _date(field: Field, raw: str, brackets: str) -> Answer:
    text = " ".join(raw.split("\n"))
    if field.passage:
        return _date_of_passage(raw)
    if _NO_DATE.fullmatch(text) or _YEAR_ALONE.fullmatch(text):
        return Answer("blank", None, "")
    iso, problem = parse_date(text)
    if iso is not None:
        return Answer("filled", iso, raw)
    return Answer("unreadable", None, raw, problem=problem or "not-a-date")


def _date_of_passage(raw: str) -> Answer:
    """The last date of a passage: a pledge is signed at its end."""
    lines = [line for line in raw.split("\n") if not _YEAR_ALONE.search(narrow(line))]
    found = find_dates("\n".join(lines))
    if not found:
        return Answer("blank", None, "")
    last = found[-1]
    if last.iso is None:
        return Answer("unreadable", None, last.text, problem=last.problem)
    return Answer("filled", last.iso, last.text)


def _number(field: Field, raw: str, brackets: str) -> Answer:
    text = _SEPARATORS.sub("", " ".join(raw.split("\n")))
    bare = _without_unit(text, field)
    if is_blank(bare):
        return Answer("blank", None, "")
    if is_nothing(bare):
        return Answer("none", None, raw)
    raw = (
        raw.rstrip().removesuffix(f"（{field.unit}）").removesuffix(f"({field.unit})") if field.unit else raw
    )
    text = _answer_in(text)
    if _ABOUT.search(text):
        return Answer("unreadable", None, raw, problem="range")
    if _ELSEWHERE.search(text):
        return Answer("unreadable", None, raw, problem="not-a-number")
    unit = _unit_of_label(brackets, field)
    found = parse_quantity(text, unit=unit or field.unit, whole=field.kind == "int", signed=field.signed)
    if unit and found.value is not None:
        found = parse_quantity(
            f"{found.value}{unit}", unit=field.unit, whole=field.kind == "int", signed=field.signed
        )
    if found.value is None:
        return Answer("unreadable", None, raw, problem=found.problem or "not-a-number")
    return Answer("filled", found.value, raw, unit=found.unit, problem=found.problem)


def _answer_in(text: str) -> str:
    """The number of an answer that goes on: without remarks in brackets (见附件3) and clauses behind (，覆盖7个车间)."""
    plain = _ASIDE.sub(" ", narrow(text))
    if _HAS_NUMBER.search(kept := _REMARK.sub(" ", plain)):
        plain = kept
    if summed := _IN_ALL.search(plain):
        return summed.group(1)
    first = _CLAUSE.split(plain, maxsplit=1)[0]
    return first if _HAS_NUMBER.search(first) else plain


def _without_unit(text: str, field: Field) -> str:
    """The text without the form's own unit behind it: `（个）` is a blank, `无元` is nothing."""
    plain = squeeze(narrow(text)).rstrip("_")
    for unit in (f"({field.unit})", field.unit) if field.unit else ():
        plain = plain.removesuffix(unit)
    return plain


def _unit_of_label(brackets: str, field: Field) -> str:
    """Another unit of money than the form's, in the brackets of a label that somebody retyped."""
    found = _UNIT_IN_BRACKETS.fullmatch(squeeze(narrow(brackets)))
    return found.group(1) if found and field.unit in ("元", "万元") and found.group(1) != field.unit else ""


def _choice(field: Field, written: str) -> Answer:
    written = written.replace("_", " ").replace("＿", " ")
    choice = read_choice(written, field.options)
    ticked = choice.ticked
    many = field.kind == "enums"
    empty: list[str] | None = [] if many else None
    if many and choice.style == "unmarked" and re.search("[、,，;；]", written):
        ticked = tuple(
            mark.option for mark in choice.marks
        )  # an enumeration somebody wrote, not the form's row of boxes
    if choice.unreadable:
        return Answer("unreadable", empty, written, ticked=ticked, problem="tick")
    if ticked and many:
        return Answer("filled", list(ticked), written, ticked=ticked)
    if len(ticked) > 1:
        return Answer("unreadable", None, written, ticked=ticked, problem="several")
    if ticked:
        value = ticked[0] == field.options[0].value if field.kind == "bool" else ticked[0]
        return Answer("filled", value, written, ticked=ticked)
    if is_nothing(written):
        return Answer("none", empty, written)
    if not choice.marks and not many and (value := _at_the_end(field, written)):
        return Answer("filled", value, written, ticked=(value,))
    if choice.marks or is_blank(written):
        return Answer("blank", empty, "")
    return Answer("unreadable", empty, written, problem="no-option")


def _at_the_end(field: Field, written: str) -> str:
    """The option that a phrase ends in: 钢铁行业工业互联网平台 is a 行业工业互联网平台."""
    words = squeeze(narrow(written))
    for option in sorted(field.options, key=lambda each: -len(each.label)):
        label = squeeze(narrow(option.label))
        if (
            len(label) >= _LONG_OPTION
            and words.endswith(label)
            and words[: -len(label)][-1:] not in ("跨", "非", "不")
        ):
            return option.value
    return ""


def _names(field: Field, raw: str, brackets: str) -> Answer:
    names = read_names(raw)
    return Answer("filled", names, raw) if names else Answer("blank", [], "")


def _honors(field: Field, raw: str, brackets: str) -> Answer:
    honors = read_honors(raw)
    return Answer("filled", honors, raw) if honors else Answer("blank", [], "")


_READERS: Mapping[Kind, Callable[[Field, str, str], Answer]] = {
    "text": _text,
    "longtext": _longtext,
    "code": _code,
    "date": _date,
    "int": _number,
    "decimal": _number,
    "names": _names,
    "honors": _honors,
}

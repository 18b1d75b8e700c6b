"""Where the labels of a form stand in a document: every place that may be one, before any is chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from extractors.fill.flow import CellSpot, Flow, Line
from extractors.form import Field, FormSpec, Section
from extractors.text import key, narrow, strip_number

__all__ = ["Hit", "LabelIndex", "Manner", "Target", "digits", "label_index"]

_LONGEST_LABEL = 60  # characters looked at for a label, blanks aside
_HEAD = 44  # characters of a line that tell whether it may begin with a label
_SHORT_LINE = 60
_LONG_HINT = 12
_COLONS = ":︰∶﹕】]」〗〕"
_FULL_STOPS = ("。", ".", "；", ";")
_LONGEST_RUN_ON = 4000  # a line that begins with `label：` may go on with all the others
_FIRST = 4  # letters by which labels are looked up
_NO_PROSE = 7  # letters of a label that hardly begins a sentence of prose
_LONGEST_LINE = 400  # a longer line is prose: only its beginning may be a label
_QUOTES = "\"'“”‘’「」『』"
_ANY_QUOTE = re.compile(f"[{re.escape(_QUOTES)}]")
_BOXES = "□☐◻◇○〇❑❒▢☑✓✔√■☒✗●◉⊠▣🗹🗸✅\ufffd\ufffc[【"
_MARKS = "*★☆※▲"
_BULLETS = re.compile(r"(?:[\s■●◆◇▪•·▶➢➤]|[-–—](?=\s))+")  # that some people begin every line with
_START = re.compile(r"[\s;；,，、。：:）)\]】]+")
_YEARS = re.compile(r"(?:20\d\d(?:年度?)?[、,/和及至\-~—]*)+(?:三年|各年|年度?)?(?:分别)?的?")
_DIGITS = re.compile(r"\d+|[一二三四五六七八九十]+")
_LEADER = re.compile(r"[.…·．]{3,}\s*\d+\s*$|\t\s*\d+\s*$")

Manner = Literal["whole", "colon", "space", "tight", "amount"]


class Target(NamedTuple):
    """What a label may stand for."""

    kind: Literal["field", "section", "group"]
    name: str  # path of the field, key of the section, the group's label
    alias: bool = False


@dataclass(slots=True, eq=False)
class Hit:
    """A label standing at `start` to `end` of a line's text; what is written for it comes after."""

    line: Line
    start: int
    end: int  # behind the label, its brackets and its colon
    targets: tuple[Target, ...]
    manner: Manner  # how it is set off from what follows; "whole": nothing follows; "amount": a sum of money
    number: str  # before the label, typed or generated: "(4)", "（一）", ""
    brackets: str  # inside the brackets behind the label: "万元", "单选", "限1500字"
    years: tuple[int, ...] = ()  # before or behind the label: 2019、2020、2021年平台相关的研发投入
    first: bool = True  # nothing but its number stands before it on the line
    loose: bool = False  # in the middle of a line that begins with no label: a sentence, as like as not
    likeness: float = 1.0  # under 1: not a known label, but much like one
    last: Line | None = None  # where a label is broken over the lines of its cell: its last line

    @property
    def place(self) -> tuple[int, int]:
        return (self.line.n, self.start)


class LabelIndex:
    """All labels of a form, found by how they begin."""

    def __init__(self, spec: FormSpec) -> None:
        self.targets: dict[str, list[Target]] = {}
        for section in spec.sections:
            self._add_section(section)
        for field in spec.fields:
            self._add_field(field)
        self.groups = {field.path: key(field.group) for field in spec.fields if field.group}
        series = {field.group for field in spec.fields if field.year is not None}
        money = {field.path for field in spec.fields if field.group in series}
        # Labels of sums over years: the only ones that people write into sentences (…投入分别为249万元、429万元).
        self.sums = {
            label
            for label, targets in self.targets.items()
            if len(label) > _FIRST and any(target.name in money for target in targets)
        }
        self.buckets: dict[str, list[str]] = {}  # by the first four letters, or all of a shorter label
        for label in sorted(self.targets, key=len, reverse=True):
            self.buckets.setdefault(label[:_FIRST], []).append(label)

    def _add(self, label: str, target: Target) -> None:
        targets = self.targets.setdefault(key(label), [])
        if not any(each[:2] == target[:2] for each in targets):
            targets.append(target)

    def _add_section(self, section: Section) -> None:
        self._add(section.heading, Target("section", section.key))
        for alias in section.aliases:
            self._add(alias, Target("section", section.key, alias=True))

    def _add_field(self, field: Field) -> None:
        if (
            field.required.option is None or field.label != field.required.option[1]
        ):  # 其他 is a box, not a label
            self._add(field.label, Target("field", field.path))
        for alias in field.aliases:
            self._add(alias, Target("field", field.path, alias=True))
        if field.group:
            self._add(field.group, Target("group", field.group))

    def hits(self, flow: Flow) -> list[Hit]:
        """Every place where a label may stand, in reading order; a table of contents is passed over."""
        found = [hit for line in flow.lines if line.text and not line.toc for hit in self._line(line)]
        broken = [hit for table in flow.tables for cell in table.cells for hit in self._broken(flow, cell)]
        if not broken:
            return found
        inside = {n for hit in broken if hit.last for n in range(hit.line.n, hit.last.n + 1)}
        found = [hit for hit in found if hit.line.n not in inside]
        return sorted([*found, *broken], key=lambda hit: hit.place)

    def _broken(self, flow: Flow, cell: CellSpot) -> Iterator[Hit]:
        """A label broken over lines, as narrow columns make people do."""
        if cell.end - cell.start < 2 or cell.end - cell.start > 3 * _LONGEST_LABEL:
            return
        lines = flow.lines[cell.start : cell.end]
        written = [line for line in lines if line.text.strip()]
        if len(written) < 2 or sum(len(line.text) for line in written) > _LONGEST_LABEL or lines[-1].table:
            return
        whole = Line(written[0].n, "".join(line.text for line in written), 0, cell, written[0].number)
        hit = self._first(whole, narrow(whole.text))
        if hit is None or hit.manner != "whole":
            return
        one = self._first(written[0], narrow(written[0].text))
        if one is not None and one.manner == "whole" and set(one.targets) & set(hit.targets):
            return  # the first line is the label, the others its unit or hint
        hit.line, hit.start, hit.last = written[0], 0, written[-1]
        yield hit

    def _line(self, line: Line) -> Iterator[Hit]:
        text = line.text
        first = None
        head = _BULLETS.sub("", text[:_HEAD], count=1) if _BULLETS.match(text) else text[:_HEAD]
        if text[:1] in _LATIN or self._may_begin(narrow(head)):
            plain = narrow(text)
            if _LEADER.search(plain, max(0, len(plain) - _HEAD)):
                return
            first = self._first(line, plain)
        if first is not None:
            yield first
        if len(text) > (_LONGEST_RUN_ON if first is not None and first.manner == "colon" else _LONGEST_LINE):
            return
        if first is None and ":" not in text and "：" not in text:
            return
        yield from self._later(line, narrow(text), first)

    def _later(self, line: Line, plain: str, first: Hit | None) -> Iterator[Hit]:
        """Labels further on in a line: all that a clerk put on one line, or one in a sentence, with its colon."""
        at = first.end if first is not None else 0
        starts = [(gap.end(), gap.group()[-1].isspace()) for gap in _START.finditer(plain, at)]
        if first is not None and first.manner == "colon":
            starts.insert(0, (at, False))  # a label behind a label: `面向行业：覆盖行业数（个）：4`
        for start, by_blank in starts:
            if start < at or start >= len(plain):
                continue
            hit = self._at(line, plain, start)
            if hit is None or hit.start < at:
                continue
            after_first = first is not None and (by_blank or (hit.number and hit.manner != "whole"))
            if hit.manner in ("colon", "amount") or (
                after_first and (hit.manner != "whole" or len(plain) < _SHORT_LINE)
            ):
                hit.first = False
                hit.loose = first is None
                yield hit
                at = hit.end

    def _first(self, line: Line, plain: str) -> Hit | None:
        bullets = _BULLETS.match(plain)
        start = bullets.end() if bullets else 0
        found = self._at(line, plain, start) if start < len(plain) else None
        if found is None and (foreign := _FOREIGN_FIRST.match(plain, start)):
            found = self._at(line, plain, foreign.end())
        return found

    def _at(self, line: Line, plain: str, start: int) -> Hit | None:
        """The label that begins at `start`, its list number aside."""
        head = plain[start : start + 2 * _LONGEST_LABEL]
        if not self._may_begin(head):
            return None
        marks = len(head) - len(head.lstrip(_MARKS + "【[「〖〔 "))
        number, _ = strip_number(head[marks:])
        begin = start + marks + (head[marks:].find(number) + len(number) if number else 0)
        while begin < len(plain) and (plain[begin].isspace() or plain[begin] in _MARKS):
            begin += 1
        letters = _letters(plain, begin)
        years = _YEARS.match(letters)
        found = self._longest(line, plain, start, begin, letters, 0)
        if found is None and (owner := _OWNER.match(letters)):
            found = self._longest(line, plain, start, begin, letters, owner.end())
            if found is not None and found.manner not in ("whole", "colon"):
                return None
            if found is not None:
                found.targets = tuple(target._replace(alias=True) for target in found.targets)
        if years and (of_years := self._longest(line, plain, start, begin, letters, years.end())):
            of_years.years += tuple(int(each) for each in re.findall(r"20\d\d", years.group()))
            if found is not None and found.end == of_years.end:
                of_years.targets += found.targets
            found = of_years
        if found is not None:
            found.number = number or ("" if _BULLETS.sub("", plain[:start]) else line.number)
        return found

    def _longest(self, line: Line, plain: str, start: int, begin: int, letters: str, at: int) -> Hit | None:
        for length in range(_FIRST, 0, -1):
            for label in self.buckets.get(letters[at : at + length], ()):
                if not letters.startswith(label, at):
                    continue
                first, last = _places(plain, begin, at, at + len(label) - 1)
                if inner := self._part(line, plain, last + 1, label):
                    inner.start = start
                    return inner
                if hit := self._behind(line, plain, first, last + 1, label):
                    hit.start = start
                    return hit
        return None

    def _part(self, line: Line, plain: str, at: int, label: str) -> Hit | None:
        """The second half of a label that names its group first: `面向行业/覆盖行业数（个）`."""
        parted = _PARTED.match(plain, at)
        if parted is None:
            return None
        inner = self._longest(line, plain, parted.end(), parted.end(), _letters(plain, parted.end()), 0)
        if inner is None or not any(self.groups.get(target.name) == label for target in inner.targets):
            return None
        return inner

    def _may_begin(self, head: str) -> bool:
        """A cheap look before the careful one: nearly all lines of a filing are prose."""
        squeezed = "".join(head[:40].split()).lower()
        if "“" in squeezed or '"' in squeezed:
            squeezed = _ANY_QUOTE.sub("", squeezed)
        if self._begins(squeezed) or squeezed.startswith("20"):
            return True
        return any(
            self._begins(squeezed[numbered.end() :])
            for pattern in (_NUMBERED, _CHINESE_NUMBERED)
            if (numbered := pattern.match(squeezed))
        )

    def _begins(self, letters: str) -> bool:
        buckets = self.buckets
        if letters[:4] in buckets or letters[:2] in buckets or letters[:3] in buckets:
            return True
        owner = _OWNER.match(letters)
        if owner is None:
            return False
        at = owner.end()
        return (
            letters[at : at + 4] in buckets
            or letters[at : at + 2] in buckets
            or letters[at : at + 3] in buckets
        )

    def _behind(self, line: Line, plain: str, start: int, end: int, label: str) -> Hit | None:
        """A hit, if what follows the label sets it off; None if the label is just how a sentence begins."""
        at = end
        for more in (_GENERIC, _SYNONYM):
            if longer := more.match(plain, at):
                at = longer.end()
        brackets: list[str] = []
        while (opened := _BRACKET.match(plain, at)) and _is_remark(opened.group(1)):
            brackets.append(opened.group(1))
            at = opened.end()
        said = " ".join(brackets)
        years = tuple(int(each) for each in _YEAR.findall(said))
        hit = Hit(line, start, at, tuple(self.targets[label]), "whole", "", said, years)
        rest = plain[at:].lstrip(" \t\u3000*_")
        if not rest or (len(label) >= _NO_PROSE and rest.strip() in _FULL_STOPS):
            hit.end = len(plain)
        elif rest[0] in _COLONS:
            _after_colon(hit, plain, rest)
        elif len(rest) < len(plain) - at or (rest[0] == "(" and not said and _goes_on(rest)):
            hit.manner = "space"
        elif label in self.sums and _SUM_FOLLOWS.match(rest):
            hit.manner = "amount"
        elif len(label) > _FIRST and len(plain) < _SHORT_LINE and _STATED.match(rest):
            hit.manner, hit.end = "tight", len(plain) - len(rest) + 1
        elif said or _begins_answer(rest) or _is_no_prose(label, plain, end - start):
            hit.manner = "tight"
        else:
            return None
        return hit


def _after_colon(hit: Hit, plain: str, rest: str) -> None:
    """Brackets around a label close it as a colon does: 【姓名】张三, 【姓名】：张三."""
    behind = rest[1:].lstrip(":") if rest[0] not in ":︰∶﹕" else rest[1:]
    hit.manner = "colon" if behind.strip(" \t\u3000_") else "whole"
    hit.end = len(plain) - len(behind) if hit.manner == "colon" else len(plain)


def _goes_on(rest: str) -> bool:
    """A long hint in brackets that is closed on a later line."""
    return _BRACKET.match(rest) is None and len(rest) > _LONG_HINT


def _begins_answer(rest: str) -> bool:
    """What no sentence goes on with behind its subject: a box, a figure, a bracket that is no remark."""
    return rest[0] in _BOXES or rest[0].isdigit() or rest[0] in "¥-—约近(" or rest.strip() == "/"


def _is_no_prose(label: str, plain: str, width: int) -> bool:
    """Letters set apart, as covers have them, or words too many to begin a sentence by chance."""
    apart = width > len(label) + len(label) // 2
    return apart or (
        len(label) >= _NO_PROSE and len(plain) < _SHORT_LINE and not plain.rstrip().endswith("。")
    )


_NUMBERED = re.compile(r"[(\[【*★☆※▲]{0,2}[\d①-⑳.]{0,5}[)\]】]?[、.:,]*[\"“”'‘「『《*★☆※▲]*")
_CHINESE_NUMBERED = re.compile(
    r"[(\[【*★☆※▲]{0,2}第?[一二三四五六七八九十]{1,3}[)\]】]?[、.:,章节部分]*[\"“”'‘「『《*★☆※▲]*"
)
_SUM_FOLLOWS = re.compile(
    "(?:分别|依次|合计|共计|累计|总计|约|为|是|达到?|:|\\s){0,4}(?:20\\d\\d年|[\\d壹贰叁肆伍陆柒捌玖拾])"
)
_STATED = re.compile(r"[为是达共计]\s*[\d一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾近约]")
_LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_FOREIGN_FIRST = re.compile(
    r"[A-Za-z][A-Za-z ,./&'()-]{2,50}[\s:/|]+(?=[\u4e00-\u9fff])"
)  # Company Name 单位名称
_PARTED = re.compile(r"[ \t\u3000]*[/／>→·—-]{1,2}[ \t\u3000]*(?:\([一二三四五六七八九十\d]{1,2}\))?")
_OWNER = re.compile(
    "(?:申报单位|申报企业|申请单位|申请企业|申报平台|本平台|本单位|本企业|联系人|企业|单位|公司|平台|项目)的?"
)
_GENERIC = re.compile(
    r"[ \t\u3000]*(?:总额|金额|额|总数|数量|数|情况|说明|介绍|内容|名称|信息)(?=[ \t\u3000]*(?:[:：(（]|$))"
)
_SYNONYM = re.compile(
    r"[ \t\u3000]*[/／或及和、][ \t\u3000]*[^\s:：;；,，。()（）\d]{1,14}(?=[ \t\u3000]*(?:[:：(（]|$))"
)
_YEAR = re.compile(r"20\d\d")
_BRACKET = re.compile(r"[ \t\u3000]*\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_MARK_ONLY = re.compile(r"[√✓✔xX☑■\s]*|[\d.,]+")


def _is_remark(inside: str) -> bool:
    """Brackets behind a label hold a unit or a hint; a tick or a number in them is the answer."""
    return _MARK_ONLY.fullmatch(inside) is None


def _letters(plain: str, begin: int) -> str:
    """The text from `begin` without blanks and quotes, as labels are compared."""
    head = "".join(plain[begin : begin + 2 * _LONGEST_LABEL].split())
    return _ANY_QUOTE.sub("", head)[:_LONGEST_LABEL].lower()


def _places(plain: str, begin: int, first: int, last: int) -> tuple[int, int]:
    """Where the letters `first` and `last` of what `_letters` gives stand in the text."""
    count = -1
    found = begin
    for at in range(begin, len(plain)):
        letter = plain[at]
        if letter.isspace() or letter in _QUOTES:
            continue
        count += 1
        if count == first:
            found = at
        if count == last:
            return found, at
    raise AssertionError("a label that was found has a place")


_INDEXES: dict[int, tuple[FormSpec, LabelIndex]] = {}


def label_index(spec: FormSpec) -> LabelIndex:
    """The index of a spec, made once."""
    if id(spec) not in _INDEXES:
        _INDEXES[id(spec)] = (spec, LabelIndex(spec))
    return _INDEXES[id(spec)][1]


def digits(number: str) -> str:
    """What a list number says: "(4)" and "4." are both "4"."""
    found = _DIGITS.search(narrow(number))
    return found.group() if found else ""

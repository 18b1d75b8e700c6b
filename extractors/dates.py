"""Dates as they are written on forms, as ISO 8601 at the precision written."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from extractors.numerals import DIGITS, read_numeral
from extractors.text import narrow

__all__ = ["FoundDate", "Problem", "find_dates", "parse_date"]

Problem = Literal["", "no-such-date", "range", "several", "two-digit-year", "not-a-date"]


class FoundDate(NamedTuple):
    """A date in running text."""

    iso: str | None  # "2018", "2018-03", "2018-03-01"; None where there is no such date
    problem: Problem
    span: tuple[int, int]  # half-open
    text: str


_O = "".join({*DIGITS} - {"○"}) + "Oo○"  # clerks type a letter O or a ring for 〇
_SMALL = "[一二三四五六七八九十]{1,3}|[0-9]{1,2}"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    "|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
# One alternative a way of writing; the first that fits counts.
_DATE = re.compile(
    rf"""(?<![0-9A-Za-z.]) (?:
        (?P<y1>[0-9]{{4}}|[0-9]{{2}}|[{_O}]{{4}}|(?<![{_O}])[{_O}]{{2}}) \s{{0,6}}+ 年度? \s{{0,6}}+
        (?: (?P<m1>{_SMALL}) \s{{0,6}}+ 月份?
          (?: \s{{0,6}}+ (?P<d1>{_SMALL}) \s{{0,6}}+ (?: [日号] | (?![^\s,，。;；、)\-~～至到—]) ) )?
        )?
      | (?P<y2>[0-9]{{4}}) \s?(?P<separator>[-./])\s? (?P<m2>[0-9]{{1,2}})
        (?: \s?(?P=separator)\s? (?P<d2>[0-9]{{1,2}}) )? (?![0-9])
      | (?P<y3>(?:19|20)[0-9]{{2}}) (?P<m3>[0-9]{{2}}) (?P<d3>[0-9]{{2}})? (?![0-9])
      | (?P<d4>[0-9]{{1,2}}) (?:st|nd|rd|th)? \s (?P<n4>{_MONTH_NAME}) \.?,? \s
        (?P<y4>[0-9]{{4}}) (?![0-9])
      | (?P<n5>{_MONTH_NAME}) \.? \s (?:(?P<d5>[0-9]{{1,2}}) (?:st|nd|rd|th)? ,? \s?)?
        (?P<y5>[0-9]{{4}}) (?![0-9])
      | (?P<y6>[0-9]{{4}}) (?![0-9.]) (?!\s*[万亿千百元个项家台套%])
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_TO = re.compile(r"\s*(?:-{1,2}|~|～|—{1,2}|–|至|到)\s*(?:今)?")
_OPEN_END = re.compile(r"\s*(?:-{1,2}|~|～|—{1,2}|–|至|到)\s*(?:今|现在|目前|[0-9]{1,2}(?![0-9]))")
_EMPTY = re.compile(r"[\s年月日_.\-/:：]*")
_REMARK = re.compile(r"[(\[【][^()\[\]【】]*+[)\]】]?")
_MONTH_RANGE = re.compile(r"[0-9]\s*[-~～—–至到]\s*[0-9]")
_TIME = re.compile(r"(?<![0-9])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])")
_EARLIEST, _LATEST = 1800, 2199


def parse_date(text: str) -> tuple[str | None, Problem]:
    """The one date that is written: ("2018-03-01", "").

    At the precision written; (None, "") where nothing is (`年  月  日`); (None, problem) where it can't be
    told: a range, several dates, a day that does not exist, a year of two digits (`18年3月` may be 1918), no
    date at all. A time of day is passed over, and remarks in brackets.
    """
    plain = narrow(text)
    if _EMPTY.fullmatch(plain):
        return None, ""
    if _REMARK.sub("", plain).strip():
        plain = _REMARK.sub(lambda match: " " * len(match[0]), plain)
    plain = _TIME.sub("", plain)
    found = _find(plain)
    rest = _rest(plain, found)
    if not found:
        return None, "not-a-date"
    for first, second in pairwise(found):
        if _TO.fullmatch(plain, first.span[1], second.span[0]):
            return None, "range"
    if any(_OPEN_END.match(plain, each.span[1]) for each in found) or _MONTH_RANGE.search(rest):
        return None, "range"
    if any(char.isascii() and char.isdigit() for char in rest):
        return None, "not-a-date"
    if len({(each.iso, each.problem) for each in found}) > 1:
        return None, "several"
    return found[0].iso, found[0].problem


def _rest(plain: str, found: Sequence[FoundDate]) -> str:
    bounds = [0, *(edge for each in found for edge in each.span), len(plain)]
    return "".join(plain[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True))


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """All dates of a text in order, those that do not exist too. A bare year has four digits."""
    return tuple(each._replace(text=text[slice(*each.span)]) for each in _find(narrow(text)))


def _find(plain: str) -> list[FoundDate]:
    found = []
    for match in _DATE.finditer(plain):
        iso, problem = _read({name[0]: value for name, value in match.groupdict().items() if value})
        if iso or problem:
            found.append(FoundDate(iso, problem, match.span(), match[0]))
    return found


def _read(parts: dict[str, str]) -> tuple[str | None, Problem]:
    year = _year(parts["y"])
    if year is None:
        return None, ""
    if year < 100:
        return None, "two-digit-year"
    if not _EARLIEST <= year <= _LATEST:
        return (None, "no-such-date") if "m" in parts or "n" in parts else (None, "")
    month = _MONTHS.index(parts["n"][:3].lower()) + 1 if "n" in parts else _small(parts.get("m"))
    day = _small(parts.get("d"))
    if month is None:
        return f"{year:04}", ""
    if not 1 <= month <= 12:
        return None, "no-such-date"
    if day is None:
        return f"{year:04}-{month:02}", ""
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None, "no-such-date"
    return f"{year:04}-{month:02}-{day:02}", ""


def _year(written: str) -> int | None:
    digits = "".join(
        str(DIGITS.get(char, 0)) if not char.isascii() or char in "Oo" else char for char in written
    )
    return int(digits) if digits.isdigit() else None


def _small(written: str | None) -> int | None:
    """A month or day; 0, which no calendar has, for a numeral that says nothing."""
    if written is None:
        return None
    return int(written) if written.isascii() else int(read_numeral(written) or 0)

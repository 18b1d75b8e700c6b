"""Text as it is compared, shown and counted.

`fold` makes a value out of what is written, `key` what labels are compared by, `narrow` what the parsers of
numbers, dates and boxes look at: it keeps every character's place, so that spans lead back to the text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = [
    "count_characters",
    "fold",
    "is_blank",
    "is_nothing",
    "key",
    "narrow",
    "nfkc",
    "squeeze",
    "strip_number",
]

_KEPT = 4096  # texts whose forms are kept: the same line is looked at many times over

HAN = r"々〇㐀-䶿一-鿿豈-\ufaff\U00020000-\U0003ffff"

# Zero-width and bidi marks, byte order mark, soft hyphen: Word neither shows nor counts them.
_INVISIBLE = dict.fromkeys(
    [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xFEFF]
)
_LINE_BREAK = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_BLANK_BETWEEN_HAN = re.compile(f"(?<=[{HAN}]) +(?=[{HAN}])")

# Canonical ordering is quadratic in the length of a run of combining marks; no real text has 30 in a row.
_LONG_RUN_OF_MARKS = re.compile(r"[^\w\s\x00-\x7f]{31}")
_PIECE = re.compile(r"[^\w\s\x00-\x7f]{1,30}|[\w\s\x00-\x7f]+")

_QUOTES = dict.fromkeys(map(ord, "\"'“”‘’「」『』\uff02\uff07"))

# Full-width forms and look-alikes that have one ASCII double each; the result is as long as the text.
_NARROW_CODES: dict[int, int] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys([0xA0, *range(0x2002, 0x2009), 0x202F, 0x3000], ord(" ")),
    **dict.fromkeys([0x2010, 0x2011, 0x2012, 0x2212, 0xFE63], ord("-")),
    0xFE50: ord(","),
    0xFE52: ord("."),
    0xFE55: ord(":"),
    0xFE59: ord("("),
    0xFE5A: ord(")"),
    0xFE6A: ord("%"),
    0xFFE5: ord("¥"),
    0xFF61: ord("。"),
}

_NARROW = {chr(code): chr(to) for code, to in _NARROW_CODES.items()}
_NARROWED = re.compile(f"[{re.escape(''.join(_NARROW))}]")
_HALF_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {"\u3000": " "}
_WIDE = re.compile("[\uff01-\uff5e\u3000]")

_HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
# A bare digit is a list number before a word (the form prints "3支撑经济…"), not before what it counts.
_COUNTED = (
    "年月日天周时分秒个家项台套条次件名位人种类款级号期届层度倍岁寸至到以余多万亿千百十元角美行大小点维页字"
)
_LIST_NUMBER = re.compile(
    rf"""(?:
        \(\s*(?:[0-9]{{1,2}}|{_HAN_NUMBER})\s*\)\s*[、.:]?
      | 第{_HAN_NUMBER}(?:[、,:]|[章节条部]分?[、:]?)
      | {_HAN_NUMBER}\s*[、.)]
      | [0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,3}}(?:[.、)]|\ +(?=[{HAN}]))
      | [0-9]{{1,2}}\s*(?:[、)]|\.(?!\s*[0-9](?!G)))
      | [①-⑳㈠-㈩❶-❿➀-➉⑴-⒛]\s*[、.]?
      | [0-9]{{1,2}}\ *(?=[“"《])
      | [0-9]{{1,2}}\ *(?=[{HAN}])(?![{_COUNTED}])
    )\s*""",
    re.VERBOSE,
)
_LONGEST_NUMBER = 40  # characters in which a list number, and what it needs to see behind it, must stand
_REQUIRED_MARK = re.compile(r"\s*[*★☆※▲]+\s*")

# ECMA-376 part 1, 17.3.2.26 lists which characters take the East Asian font, and so count one each, in a
# Chinese text: “ ” — … · × ≥ ℃ ① □ among them. Latin, Greek, Cyrillic and emoji are counted by the run.
_EAST_ASIAN = (
    r"\xa1\xa4\xa7\xa8\xaa\xaf-\xb4\xb6-\xba\xbc-\xbf\xd7\xf7\u1100-\u11ff\u2013-\u2027\u2030-\u205e\u2100-\u2bff"
    r"\u2e80-\u2fff\u3001-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff01-\uffef\ufffd"
    r"\U0001b000-\U0001b2ff\U0001f100-\U0001f2ff\U00020000-\U0003ffff"
)
_COUNTED_AS_ONE = re.compile(rf"[{_EAST_ASIAN}]|[^{_EAST_ASIAN}\s]+(?:’[^{_EAST_ASIAN}\s]+)*")
_NOT_COUNTED = {**_INVISIBLE, 0xFFFC: None}

_DASHES = r"\-\u2010-\u2015\u2212\u2500\u2501"
_NOTHING = re.compile(
    "(?:目前|现|暂时|至今|均)?(?:暂|尚|皆|均)?(?:无|没有|未有)"
    "(?:此项|该项|此类|相关)?(?:内容|情况|数据|信息|业务)?"
    "|暂?(?:不适用|不涉及|未涉及)"
    r"|n/?a|n\.a|none|nil|null|notapplicable"
    rf"|[/\\|]+|[{_DASHES}]|[{_DASHES}一]{{2,}}"
)
_AROUND_NOTHING = " 。.,;；、()[]【】“”\"'_"
_BLANK = re.compile(
    r"[\s_＿.。．…⋯·・•:：,，;；、()（）\[\]【】〔〕「」{}<>《》"
    r"\u02cd\u0332\u0333\u0305\u2017\ufe4d-\ufe4f]*"  # low lines
)


@lru_cache(maxsize=_KEPT)
def nfkc(text: str) -> str:
    """Unicode's NFKC, in linear time whatever the text is.

    Nearly all that NFKC changes in a Chinese text are full-width marks; replacing these and looking whether
    anything is left to do takes a quarter of the time of normalising.
    """
    if text.isascii():
        return text
    simple = _WIDE.sub(_half_width, text)
    if unicodedata.is_normalized("NFKC", simple):
        return simple
    if not _LONG_RUN_OF_MARKS.search(text):
        return unicodedata.normalize("NFKC", text)
    return "".join(unicodedata.normalize("NFKC", piece) for piece in _PIECE.findall(text))


def _half_width(found: re.Match[str]) -> str:
    return _HALF_WIDTH[found.group()]


def _visible(text: str) -> str:
    """The text without invisible characters; nearly all texts have none, and are told fast."""
    return text if text.isprintable() else text.translate(_INVISIBLE)


def fold(text: str) -> str:
    """The text as a value: NFKC, lines trimmed, no blanks between Chinese characters; tabs and lines stay."""
    return "\n".join(_folded(line) for line in nfkc(_LINE_BREAK.sub("\n", text)).split("\n")).strip()


def _folded(line: str) -> str:
    line = _visible(line).strip(" ")
    return _BLANK_BETWEEN_HAN.sub("", line) if " " in line else line


@lru_cache(maxsize=_KEPT)
def narrow(text: str) -> str:
    """The text with full-width letters, digits and marks made half-width, every character in its place."""
    return text if text.isascii() else _NARROWED.sub(_narrow_one, text)


def _narrow_one(found: re.Match[str]) -> str:
    return _NARROW[found.group()]


@lru_cache(maxsize=_KEPT)
def squeeze(text: str) -> str:
    """The text without any white space (invisible characters neither)."""
    return "".join(_visible("".join(text.split())).split())


@lru_cache(maxsize=_KEPT)
def strip_number(text: str) -> tuple[str, str]:
    """Part a list number (`（一）`, `1.`, `(4)`, `第三、`, `①`) from what it numbers.

    "(4)接入设备数量" gives ("(4)", "接入设备数量"). The number is as written, "" where there is none;
    a quantity (`2019年`, `3个以上`) is no list number.
    """
    text = _visible(text).strip()
    found = _LIST_NUMBER.match(narrow(text[:_LONGEST_NUMBER]))
    if not found:
        return "", text
    return text[: found.end()].strip(), text[found.end() :]


@lru_cache(maxsize=_KEPT)
def key(text: str) -> str:
    """What labels are compared by: no widths, cases, blanks, quotes, list number, * or trailing colon."""
    unmarked = _REQUIRED_MARK.sub("", text, count=1) if _REQUIRED_MARK.match(text) else text
    _, rest = strip_number(unmarked)
    if marked := _REQUIRED_MARK.match(rest):
        rest = rest[marked.end() :]
    return squeeze(nfkc(rest.translate(_QUOTES))).casefold().rstrip(":*")


def count_characters(text: str) -> int:
    """字数 as Word counts it in a Chinese text, of the text as written (NFKC would turn … into three dots).

    A Chinese character or full-width mark is one, a full-width letter or digit too. What is left is split by
    these and by white space, and each run is one: `3.14`, `5G+`, an e-mail address, `10%`, a lone half-width
    comma, neighbouring emoji. Pictures and invisible characters are not counted.
    """
    return sum(1 for _ in _COUNTED_AS_ONE.finditer(text.translate(_NOT_COUNTED)))


@lru_cache(maxsize=_KEPT)
def is_nothing(text: str) -> bool:
    """Does the applicant say that there is none: 无, /, —, 暂无, 不适用, N/A…? A written 0 is not nothing."""
    if len(text) > 200:
        return False
    told = squeeze(nfkc(text)).casefold().strip(_AROUND_NOTHING)
    return _NOTHING.fullmatch(told) is not None


@lru_cache(maxsize=_KEPT)
def is_blank(text: str) -> bool:
    """Nothing is written: white space, underscores, leaders, lone marks, empty brackets."""
    return _BLANK.fullmatch(_visible(text)) is not None

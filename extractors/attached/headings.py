"""Which attachment a heading, a file's name or a paper's title names: by its number, its title, or both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from extractors.form import AttachmentSpec, FormSpec
from extractors.text import nfkc, squeeze, strip_number

__all__ = ["Heading", "Titles", "plain"]

_NUMERALS = {word: at for at, word in enumerate("一二三四五六七八九十", 1)} | {
    f"十{word}": at for at, word in enumerate("一二三四五六七八九", 11)
}
_ANNEX = re.compile(
    r"[\[(【《]?附\s*件?\s*[(\[]?\s*(?P<number>\d{1,2}(?!\d)|[一二三四五六七八九十]{1,2})\s*[)\]】]?"
    r"(?P<sub>\s*[-.]\s*\d{1,2}(?![\d年]))?(?P<mark>\s*[】\])》:.、;,_\-—–]*\s*)(?P<rest>.*)",
    re.DOTALL,
)
_SEVERAL = re.compile(r"\s*(?:至|到|[~～、,和及与]\s*(?:附件)?\s*\d|[-—–]+\s*附件)")  # 附件1至12, 附件1、2
_SAYS = re.compile(r"[为是中的所见列和与及内里]")  # how a sentence goes on behind 附件5
_MARKED = re.compile("[,。;!?]")  # what no title has that is not known
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕")
_MARKS = re.compile(r"[\"'“”‘’《》「」『』*_\s]")
_TAIL = re.compile(
    r"(?:复印件|扫描件|影印件|原件|扫描版|电子版|盖章版|最终版|终稿|定稿|正式版|如下|[vV]\d[\d.]*|[:.。;,、\-—_]|\(\d*\)|\d{1,2})+$"
)
_PROSE = re.compile(
    r"[。;!?]|[,](?=.*[,])|详见|参见|见附|关于|根据|如需|请|提供了|包括|说明|情况介绍|目录|均|已在|将"
)
_AND_MORE = re.compile(r"[及和与、].{1,12}")
_BEGINNING = 8  # letters of a long title that tell it, however it goes on
_LONGEST_TITLE, _LONGEST_OWNER = 60, 26


class Heading(NamedTuple):
    """What a line, or a name, says of the attachment that it heads."""

    number: int
    numbered: bool  # 附件5 is written
    titled: bool  # its title, or words for it, are written
    alone: bool = False  # 附件5 is all that is written
    exact: bool = False  # the title is one that is known, without more


@lru_cache(4096)
def plain(text: str) -> str:
    """A title as titles are compared: no widths, blanks, list number, brackets; nor 扫描件, V2 behind."""
    words = _MARKS.sub("", squeeze(nfkc(strip_number(text[: 4 * _LONGEST_TITLE])[1]))).casefold()
    while (shorter := _BRACKETS.sub("", words)) != words:
        words = shorter
    return _TAIL.sub("", words)


class Titles:
    """The titles of all attachments that a form asks for."""

    def __init__(self, spec: FormSpec) -> None:
        self.specs = {each.number: each for each in spec.attachments}
        self._titles = {plain(each.title): each.number for each in spec.attachments}
        self._no = re.compile("|".join(spec.unattached) or "(?!)")
        self._names = list(_longest_first(spec.attachments, papers=False))
        self._papers = list(_longest_first(spec.attachments, papers=True))
        # Nearly all lines have none of these words; one look tells.
        words = [re.escape(word) for _, word in (*self._names, *self._papers)]
        self._any = re.compile("|".join(words) or "(?!)")

    def heading(self, text: str) -> Heading | None:
        """What a line heads: 附件5, 附件五：设备清单, 工业设备清单; None where it is no heading."""
        line = nfkc(text).strip()
        if not line or len(line) > 2 * _LONGEST_TITLE:
            return None
        if _annex(line) is not None:
            return self._numbered(line)
        named = self.named(line) if len(line) <= _LONGEST_TITLE else None
        return None if named is None else Heading(named[0], numbered=False, titled=True, exact=named[1])

    def _numbered(self, line: str) -> Heading | None:
        found = _annex(line)
        if found is None:
            return None
        digits = found["number"]
        number = int(digits) if digits.isdigit() else _NUMERALS.get(digits, 0)
        rest = found["rest"].strip()
        several = _SEVERAL.match((found["sub"] or "") + found["mark"] + rest)
        if number not in self.specs or several or int(re.sub(r"\D", "", found["sub"] or "0")) > number + 1:
            return None  # 附件1-12, 附件1至12
        return self._titled(number, rest, parted=bool(found["mark"]))

    def _titled(self, number: int, rest: str, *, parted: bool) -> Heading | None:
        """What 附件5 with these words behind it heads: the title tells more than the number."""
        if not plain(rest):
            return Heading(number, numbered=True, titled=False, alone=True)
        if self._printed(number, rest):
            return Heading(number, numbered=True, titled=True, exact=True)
        if self.is_other(rest):
            return None
        named = self.named(rest)
        if named is not None:
            same = named[0] == number or self.specs[number].other or self.specs[named[0]].other
            return Heading(number if same else named[0], numbered=True, titled=True, exact=named[1])
        if (
            len(rest) > _LONGEST_TITLE
            or _MARKED.search(rest[:-1] if parted else rest)
            or (not parted and _SAYS.match(rest))
        ):
            return None
        return Heading(number, numbered=True, titled=False)

    def _printed(self, number: int, rest: str) -> bool:
        title, words = plain(self.specs[number].title), plain(rest)
        return words == title or (len(words) > _BEGINNING and words[:_BEGINNING] == title[:_BEGINNING])

    def named(self, text: str) -> tuple[int, bool] | None:
        """The attachment that a title is of, and whether more is written: 某公司设备清单."""
        title = plain(text)
        if title in self._titles:
            return self._titles[title], True
        if len(title) > _LONGEST_TITLE or not self._any.search(title) or self.is_other(text):
            return None
        return _ending(title, self._names)

    def paper(self, text: str) -> tuple[int, bool] | None:
        """The attachment that 发明专利证书 belongs to, and whether no more is written."""
        title = plain(text)
        if len(title) > _LONGEST_TITLE or not self._any.search(title) or self.is_other(text):
            return None
        return _ending(title, self._papers)

    def in_name(self, name: str) -> int | None:
        """The attachment of whose title a file's name has words: the longest, of those the last."""
        words = plain(name)
        if self.is_other(name):
            return None
        found = [
            (len(known), words.rfind(known), number)
            for number, known in (*self._names, *self._papers)
            if known in words
        ]
        return max(found)[2] if found else None

    def numbered_name(self, name: str) -> Heading | None:
        """What 附件5-设备清单.xlsx, 附件五.pdf or 5.设备清单.docx says; None without a number."""
        found = None if self.is_other(name) else self._numbered(nfkc(name).strip())
        if found is not None and not found.titled and (of := self.in_name(name)) is not None:
            same = of == found.number or self.specs[found.number].other or self.specs[of].other
            return found._replace(number=found.number if same else of, titled=True)
        return found

    def is_other(self, text: str) -> bool:
        """Words that say that this is no attachment: 申报书, 目录."""
        return self._no.search(squeeze(nfkc(text))) is not None


def _annex(line: str) -> re.Match[str] | None:
    return _ANNEX.match(line) or _ANNEX.match(strip_number(line)[1])


def _longest_first(specs: Iterable[AttachmentSpec], *, papers: bool) -> Iterator[tuple[int, str]]:
    known = [
        (each.number, plain(word))
        for each in specs
        for word in ((*each.papers, *each.reports) if papers else each.names)
    ]
    return iter(sorted(known, key=lambda each: -len(each[1])))


def _ending(title: str, known: Iterable[tuple[int, str]]) -> tuple[int, bool] | None:
    for number, name in known:
        if title == name:
            return number, True
        at = title.rfind(name)
        if at < 0 or at > _LONGEST_OWNER or _PROSE.search(title):
            continue
        behind = title[at + len(name) :]
        if not behind or _AND_MORE.fullmatch(behind):
            return number, False
    return None

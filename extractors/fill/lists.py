"""Answers that are lists: honours with their level and date, and names."""

from __future__ import annotations

import re
from typing import TypedDict

from extractors.dates import find_dates
from extractors.text import fold, is_blank, is_nothing, key, strip_number

__all__ = ["Honor", "items", "read_honors", "read_names"]


class Honor(TypedDict):
    """One award, as the form asks: what, of which level, when."""

    text: str
    level: str | None  # 国家级, 省级, 市级
    obtained_on: str | None  # ISO 8601 at the precision written


_DATED_NUMBER = re.compile(
    r"\s*\d{1,2}\s*\t|\s*[(（]?\d{1,2}[)）]?\s*[.、．]\s*(?=(?:19|20|１９|２０)[\d０-９]{2})"
)
_BULLET = re.compile(r"^\s*[*•·●■◆▪➢▶√-]\s+|^\s*[•·●■◆▪➢▶]")
_NEXT_ITEM = re.compile(r"(?<=[;；。\s])(?=(?:\(\d{1,2}\)|（\d{1,2}）|\d{1,2}[.、．](?!\d)|[①-⑳]))")
_LEVELS = {
    "国家级": "国家级", "国家": "国家级", "部级": "国家级", "部委级": "国家级", "省级": "省级", "省": "省级", "省部级": "省级",
    "市级": "市级", "市": "市级", "地市级": "市级", "设区市级": "市级",
}  # fmt: skip
_LEVEL_INSIDE = re.compile(
    "国家级|省级|市级"
)  # 河北省 in an award's name says who gave it, not of which level it is
_PREFIX = re.compile(
    r"^(?:奖项(?:名称)?|荣誉(?:名称)?|名称|项目(?:名称)?|(?:奖项)?级别|等级|层级|获得(?:时间|日期)|获奖(?:时间|日期)|时间|日期|授予时间|"
    r"认定时间|获批时间)\s*[:：]\s*"
)
_MARKS = " ,，;；、:：()（）[]【】\t|/。-—《》“”"
_VERB_BEFORE = re.compile(
    r"(?:获得时间|获奖时间|获得日期|认定时间|授予时间|时间|日期)\s*[:：]?\s*$|(?:获得于|获批于|颁发于|于|在)\s*$"
)
_VERB_BEHIND = re.compile(
    r"\s*(?:份)?\s*(?:,|，)?\s*(?:我?公司|我?单位|企业)?(?:成功)?(?:获得|获评为?|荣获|获批为?|获|取得|被评为|被认定为|被授予|认定为?|入选为?|授予|颁发|"
    r"通过了?|评为|评定)(?=[:：《“\"]|.{2}|[)）\s]*$)"
)
_VERB_AFTER_DATE = re.compile(
    r"^(?:\s*(?:,|，)?\s*)(?:我?公司)?(?:成功)?(?:获得|获评为?|荣获|获批为?|获|取得|被评为|被认定为|被授予|认定为|通过了?)"
)
_PAIRS = {("《", "》"), ("“", "”"), ('"', '"'), ("「", "」"), ("【", "】"), ("[", "]"), ("<", ">")}
_PARTS = re.compile(r"[^,，;；、\t()（）\[\]【】。|｜/:：—-]+")
_HEADS = {"名称", "奖项", "奖项名称", "荣誉", "荣誉名称", "级别", "奖项级别", "获得时间", "获奖时间", "时间", "序号", "项目名称", "项目", "等级",
          "企业名称", "单位名称", "客户名称", "典型应用企业", "典型应用企业名称", "应用企业名称", "行业", "所属行业", "备注",
          "合同编号", "证明材料", "佐证材料", "应用场景", "客户", "用户名称", "典型客户", "应用情况", "地区", "所在地"}  # fmt: skip
_NAME_HEAD = re.compile("名称|企业|客户|用户|单位")
_NO_NAME = re.compile(r"\d|上线|合同|应用|管理|项目|金额|行业|场景")
_LEAD_IN = re.compile(
    "^(?:目前|现|截至目前)?(?:,|，)?(?:本|我公司|公司)?(?:平台)?(?:已经?|累计|先后|主要)?(?:服务于?|应用于|覆盖|接入|服务了)(?:的)?(?:典型)?"
    "(?:企业|客户|用户)?(?:包括|有|如|为)?[:：]?"
)


def items(raw: str) -> list[str]:
    """The items of a list, their numbers taken off: a line each, or several on a line that carry numbers."""
    found: list[str] = []
    for line in raw.split("\n"):
        for part in _NEXT_ITEM.split(_BULLET.sub("", line)):
            dated = _DATED_NUMBER.match(part)  # 1.2021年6月获评…: no decimal
            rest = part[dated.end() :] if dated else strip_number(part)[1]
            if rest.strip() and not is_blank(rest):
                found.append(rest.strip())
    return found


def read_honors(raw: str) -> list[Honor]:
    """Each line's award, level and date; a table's header row is passed over."""
    return [_honor(item) for item in items(raw) if not _is_head(item) and not is_nothing(item)]


def _is_head(item: str) -> bool:
    cells = [key(cell) for cell in re.split(r"[\t|]", item) if cell.strip()]
    known = sum(1 for cell in cells if cell in _HEADS)
    return len(cells) > 1 and known > 1 and known * 2 >= len(cells) and all(len(cell) < 12 for cell in cells)


def _honor(item: str) -> Honor:
    """Level and date are taken out where they stand apart: in brackets, between commas, before or behind."""
    text = fold(item)
    level: str | None = None
    obtained: str | None = None
    dropped: list[tuple[int, int]] = []
    for found in find_dates(text):
        if found.iso is None or not _stands_apart(text, found.span):
            continue
        obtained = obtained or found.iso
        dropped.append(_with_verb(text, found.span))
    masked = list(text)
    for start, end in dropped:
        masked[start:end] = " " * (end - start)
    for part in _PARTS.finditer("".join(masked)):
        for start, end in _words(text, part.start(), part.end()):
            bare = key(_PREFIX.sub("", text[start:end].strip()))
            if bare in _LEVELS:
                level = level or _LEVELS[bare]
                dropped.append((start, end))
    name = _VERB_AFTER_DATE.sub("", _keep(text, sorted(dropped)))
    if obtained is None:
        name, obtained = _inner_date(name)
    name = _bare(_PREFIX.sub("", name))
    if level is None and (inside := _LEVEL_INSIDE.search(name)):
        level = inside.group()
    return Honor(text=name, level=level, obtained_on=obtained)


def _bare(name: str) -> str:
    """The award's name without the marks that are set around it."""
    name = name.strip(" ,;:、。-—")
    while len(name) > 2 and (name[0], name[-1]) in _PAIRS and name.find(name[-1]) == len(name) - 1:
        name = name[1:-1].strip()
    return name


def _stands_apart(text: str, span: tuple[int, int]) -> bool:
    """A date between marks, blanks, verbs or the text's ends; `2021年度优秀企业` is a name."""
    before = _VERB_BEFORE.sub("", text[: span[0]])
    behind = text[span[1] :]
    return (not before or before[-1] in _MARKS or before.endswith("于")) and (
        not behind or behind[0] in _MARKS or _VERB_BEHIND.match(behind) is not None
    )


def _with_verb(text: str, span: tuple[int, int]) -> tuple[int, int]:
    start = len(_VERB_BEFORE.sub("", text[: span[0]]))
    behind = _VERB_BEHIND.match(text[span[1] :])
    return start, span[1] + (behind.end() if behind else 0)


def _words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A part, or, where blanks set words off, those words: `…示范企业 省级 2021年6月`."""
    return [(match.start() + start, match.end() + start) for match in re.finditer(r"\S+", text[start:end])]


def _keep(text: str, dropped: list[tuple[int, int]]) -> str:
    kept, at = [], 0
    for start, end in dropped:
        kept.append(text[at:start])
        at = end
    kept.append(text[at:])
    name = "".join(kept)
    name = re.sub(r"[(（][\s,，;；、/]*[)）]", "", name)
    name = re.sub(r"([,，;；、|/]\s*)+(?=[,，;；、)）]|$)", "", name)
    return re.sub(r"(?<=[(（])[\s,，;；、/]+|\t+", "", name).strip(" ,，;；、|/\t")


def _inner_date(name: str) -> tuple[str, str | None]:
    """A date that is part of the award's name, such as its year."""
    found = [each.iso for each in find_dates(name) if each.iso is not None]
    return name, found[-1] if found else None


_ORGANISATION = re.compile(
    r".*(?:公司|集团|厂|研究院|研究所|设计院|学院|大学|医院|中心|合作社|银行|学校|事务所|工厂|局|所|院|社)"
)
_REMARK = re.compile(r"[(（][^()（）]*(?:附件|证明|见|行业|合同|案例|应用|说明|客户|用户)[^()（）]*[)）]")
_ABOUT_PROOF = re.compile(
    r"^(?:相关)?(?:证明材料|佐证材料|合同|详见|见附件|附件\d*|说明)|证明材料(?:详)?见|详见附件|见附件"
)


def read_names(raw: str) -> list[str]:
    """The organisations that a text lists, in its order, each once; of a table the column that names them."""
    names: list[str] = []
    column: int | None = None
    for line in raw.split("\n"):
        cells = line.split("\t")
        if len(cells) > 1 and _is_head(line):
            column = next((at for at, cell in enumerate(cells) if _NAME_HEAD.search(key(cell))), None)
            continue
        named = cells[column] if column is not None and len(cells) > column else line
        for item in items(named):
            parts = [fold(part) for part in re.split(r"[、;；,，\t|]", _REMARK.sub("", item))]
            apart = item.split()  # names parted by blanks, which fold would glue together
            if len(apart) > 1 and all(_ORGANISATION.match(word) for word in apart):
                parts = [fold(word) for word in apart]
            told = any(_ORGANISATION.match(part) for part in parts)
            for part in parts:
                if told and not _ORGANISATION.match(part) and _NO_NAME.search(part):
                    continue  # beside a name: when, and what for
                name = _name(part)
                if name and name not in names and not is_nothing(name):
                    names.append(name)
    return names


def _name(part: str) -> str:
    _, part = strip_number(part)
    words = part.strip(" 。.等:")
    if not words or _ABOUT_PROOF.search(words) or words.isdigit() or key(words) in _HEADS:
        return ""
    head = re.split(r"[:：]|——|--", words, maxsplit=1)
    words = head[-1].strip() if len(head) > 1 and not _ORGANISATION.match(head[0]) else head[0].strip()
    found = _ORGANISATION.match(words)
    name = _LEAD_IN.sub("", found.group() if found else words)
    return name.strip(' 。.等《》“”"「」【】[]')

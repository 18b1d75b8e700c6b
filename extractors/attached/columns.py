"""What the columns of a list are: which counts the rows, which names the things, which says how many."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.attached.items import Grid, Spot
from extractors.form import AttachmentSpec
from extractors.text import is_blank, nfkc, squeeze

__all__ = ["Columns", "columns_of", "head_words"]

_FIRST_ROWS = 5  # among which the heads stand
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
_SERIAL = re.compile(r"序号?|号|no\.?|编号|项次|行号")
_KIND = re.compile(r".*(?:类型|类别|种类|性质|分类)")
_DATED = re.compile(r".*(?:时间|日期|年度|年份|年月)")
# How the heads of any list end: what follows a name in a row of heads.
_ANY = re.compile(
    r".*(?:名称|型号|规格|品牌|厂家|厂商|类型|类别|种类|分类|场景|行业|领域|版本|功能|简介|描述|说明|备注|时间|日期|年度|年份|单位|地址"
    r"|联系人|电话|方式|编号|证书号|专利号|登记号|申请号|号码|授权公告号|状态|价格|金额|内容|协议|效果|产地|位置|企业|负责人|用途|数量"
    r"|个数|台数|套数|参数|作用|对象|客户|地区|区域|人|权人|效益|痛点|问题|方案|来源|方法|算法|指标|代码|用户)"
)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one list, by number from 0; `body` is the number of its first row behind the heads."""

    body: int
    heads: tuple[str, ...]
    serial: int | None
    name: int | None
    amount: int | None
    kind: int | None
    dated: tuple[int, ...]
    span: tuple[int, int]  # the columns that are one list's: two may stand side by side


@lru_cache(4096)
def head_words(text: str) -> str:
    """A head as heads are compared: without blanks, widths, cases, brackets and `、` at its end."""
    words = squeeze(nfkc(text)).casefold()
    return _BRACKETS.sub("", words).strip(" :*") or words.strip("()")


def columns_of(grid: Grid, spec: AttachmentSpec) -> list[Columns]:
    """The lists that stand side by side in a grid, mostly one; none where no row reads as heads."""
    for at, row in enumerate(grid.rows[:_FIRST_ROWS]):
        if not _are_heads(row, spec):
            continue
        body = _below(grid, at)
        heads = tuple(_head(grid, at, body, column) for column in range(len(row)))
        starts = _starts(heads, spec)
        ends = [*starts[1:], len(heads)]
        return [
            _roles(heads, body, spec, (start, end)) for start, end in zip([0, *starts[1:]], ends, strict=True)
        ]
    return []


def _are_heads(row: Sequence[Spot], spec: AttachmentSpec) -> bool:
    own = [head_words(each.text) for each in row if each.own and not is_blank(each.text)]
    if len(own) < 2 or any(len(each) > 24 for each in own):
        return False
    alike = sum(
        1 for each in own if _SERIAL.fullmatch(each) or _ANY.fullmatch(each) or _is(each, spec.columns)
    )
    known = any(_SERIAL.fullmatch(each) or _is(each, (*spec.columns, *spec.amounts)) for each in own)
    return known and 2 * alike > len(own) and alike >= 2


def _is(head: str, words: Sequence[str]) -> bool:
    return head in {head_words(word) for word in words}


def _below(grid: Grid, at: int) -> int:
    """Behind the heads: a head that is merged down over two rows takes the second with it."""
    body = at + 1
    while body < len(grid.rows):
        row, before = grid.rows[body], grid.rows[body - 1]
        continued = [
            column
            for column, each in enumerate(row)
            if not each.own and each.text and each.text == before[column].text
        ]
        if not continued or all(each.own is False for each in row):
            break
        first = next((column for column, each in enumerate(grid.rows[at]) if each.text), 0)
        if first not in continued:
            break
        body += 1
    return body


def _head(grid: Grid, at: int, body: int, column: int) -> str:
    """A head of two rows: 数量 over 台/套 is the lower one, with the upper where that alone says nothing."""
    words = list(dict.fromkeys(head_words(grid.rows[row][column].text) for row in range(at, body)))
    return words[-1] if len(words) > 1 and _ANY.fullmatch(words[-1]) else "".join(words[:1])


def _starts(heads: Sequence[str], spec: AttachmentSpec) -> list[int]:
    """Where lists side by side begin: at each 序号, or at each name where there is none."""
    serials = [at for at, head in enumerate(heads) if _SERIAL.fullmatch(head)]
    if len(serials) > 1 and len({heads[at] for at in serials}) == 1:
        return serials
    names = [at for at, head in enumerate(heads) if _is(head, spec.columns)]
    same = (
        len(names) > 1 and len({heads[at] for at in names}) == 1 and len(heads) == 2 * (names[1] - names[0])
    )
    return names if same and not serials else [0]


def _roles(heads: tuple[str, ...], body: int, spec: AttachmentSpec, span: tuple[int, int]) -> Columns:
    inside = range(*span)
    serial = next((at for at in inside if _SERIAL.fullmatch(heads[at])), None)
    if serial is not None and heads[serial] == "编号" and serial != span[0]:
        serial = None
    named = next((at for word in spec.columns for at in inside if heads[at] == head_words(word)), None)
    ending = next((at for at in inside if at != serial and heads[at].endswith("名称")), None)
    amount = next((at for word in spec.amounts for at in inside if heads[at] == head_words(word)), None)
    kind = next((at for at in inside if at != named and _KIND.fullmatch(heads[at])), None)
    name = named if named is not None else ending
    if name is None:
        name = next((at for at in inside if at not in (serial, amount)), None)
    return Columns(
        body=body,
        heads=heads,
        serial=serial,
        name=name,
        amount=None if amount == name else amount,
        kind=kind,
        dated=tuple(at for at in inside if _DATED.fullmatch(heads[at])),
        span=span,
    )

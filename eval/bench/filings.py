"""The filings that are timed: the form filled in at length, and behind it the attachments as lists.

Page numbers are LibreOffice's count of the file (A4, 14 pt on lines of 29 pt); they hold for the seeds below.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from random import Random
from typing import Final

from eval.filings.company import customer
from eval.filings.hand import HANDS
from eval.filings.prose.compose import Piece, Setting, narrative
from eval.filings.script import Script
from eval.filings.styles import printed
from eval.filings.styles.desk import finish
from eval.filings.ticks import TICKS
from eval.filings.truth import ATTACHMENT_TITLES, Truth, draw
from eval.filings.word.ink import Ink, LivedInInk
from eval.filings.word.nodes import Block, Par, Text, cell, line, row, tab

_SEED: Final = 5060
_LISTS: Final[Mapping[int, tuple[str, ...]]] = {
    4: ("专利或软件著作权名称", "证书号", "取得日期"),
    5: ("设备名称", "型号", "数量（台）", "接入单位"),
    6: ("模型名称", "所属行业", "应用单位"),
    7: ("工业APP名称", "版本", "应用单位"),
    8: ("解决方案名称", "适用行业", "应用单位"),
    9: ("企业名称", "服务内容", "合同日期"),
}
_UNLIMITED: Final = (
    *(f"capability.{each}" for each in ("architecture", "edge", "iaas", "paas", "saas", "security")),
    *("services.industry", "services.domain"),
    *("sustainability.organization", "contribution.stable_growth", "contribution.economic_analysis"),
)


class WordInk(LivedInInk):
    """Files as Word leaves them after weeks: every run formatted by hand, every paragraph spaced by hand."""

    def par_properties(self, node: Par) -> str:
        inner = super().par_properties(node).removeprefix("<w:pPr>").removesuffix("</w:pPr>")
        spacing = '<w:snapToGrid w:val="0"/><w:spacing w:line="580" w:lineRule="exact"/>'
        return f"<w:pPr>{inner}{spacing}<w:rPr>{self._face(node.style)}</w:rPr></w:pPr>"

    def run_properties(self, node: Text) -> str:
        inner = super().run_properties(node).removeprefix("<w:rPr>").removesuffix("</w:rPr>")
        return f"<w:rPr>{inner or self._face(None)}</w:rPr>"

    def _face(self, style: str | None) -> str:
        face = "宋体" if style is None else "黑体"
        return (
            f'<w:rFonts w:ascii="{face}" w:eastAsia="{face}" w:hAnsi="{face}" w:cs="{face}"/>'
            '<w:color w:val="000000"/><w:kern w:val="0"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
        )


@dataclasses.dataclass(frozen=True)
class Timed:
    """One filing to time. `pages` were counted once, by LibreOffice."""

    name: str
    pages: int
    docx: bytes


def long() -> bytes:
    """59 pages, in the XML that Word writes after weeks of editing."""
    rng = Random("bench/lived in")
    return _filing(words=1250, rows=18, ink=WordInk(rng, cut=0.08), rng=rng)


def short() -> bytes:
    """32 pages, in XML without any ornament."""
    return _filing(words=280, rows=2, ink=Ink(), rng=Random("bench/plain"))


FILINGS: Final[Mapping[str, tuple[int, Callable[[], bytes]]]] = {
    "long, much edited": (59, long),
    "short, plain": (32, short),
}


def filings() -> list[Timed]:
    return [Timed(name, pages, make()) for name, (pages, make) in FILINGS.items()]


def _filing(*, words: int, rows: int, ink: Ink, rng: Random) -> bytes:
    truth = _at_length(draw(_SEED, "跨行业跨领域"), words=words, rng=rng)
    script = Script(truth, HANDS["careful"], rng, ticks=TICKS["box"])
    blocks = [*printed.pages(script), *_attachments(truth, rows=rows, rng=rng)]
    return finish(script, blocks, ink=ink).docx


def _at_length(truth: Truth, *, words: int, rng: Random) -> Truth:
    """The same filing with about so many 字 where the form sets no limit."""
    setting = Setting(brand=truth.company.brand, platform=str(truth.values["platform.name"]))
    prose: dict[str, tuple[Piece, ...]] = {
        path: narrative(rng, path, setting, low=words - 100, high=words + 100) for path in _UNLIMITED
    }
    return truth.changed(prose=prose, states=dict.fromkeys(prose, "filled"))


def _attachments(truth: Truth, *, rows: int, rng: Random) -> list[Block]:
    blocks: list[Block] = []
    for number, title in enumerate(ATTACHMENT_TITLES, 1):
        blocks.append(line(f"附件{number}：{title}", style="1"))
        if number not in _LISTS:
            blocks += [line(f"{truth.company.name}提供，扫描件见装订本。"), Par(())]
            continue
        columns = _LISTS[number]
        lines = [row(cell("序号"), *(cell(each) for each in columns))]
        lines += [
            row(cell(str(count)), *(cell(Text(_entry(each, count, rng))) for each in columns))
            for count in range(1, rows + 1)
        ]
        blocks += [tab(lines), Par(())]
    return blocks


def _entry(column: str, count: int, rng: Random) -> str:
    match column:
        case "型号" | "版本" | "证书号":
            return f"{rng.choice('ABKMSV')}{rng.randint(10, 99)}-{rng.randint(100, 999)}"
        case "数量（台）":
            return str(rng.randint(1, 60))
        case "取得日期" | "合同日期":
            return f"{rng.randint(2019, 2021)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
        case "接入单位" | "应用单位" | "企业名称":
            return customer(rng)
        case "所属行业" | "适用行业":
            return rng.choice(("钢铁", "石化", "建材", "轻工", "电子信息"))
        case "服务内容":
            return rng.choice(("在线监测服务", "能耗管理服务", "云化应用订阅"))
        case _:
            return f"{rng.choice(('能耗', '设备健康', '质量', '排产'))}{column.removesuffix('名称')}{count}"

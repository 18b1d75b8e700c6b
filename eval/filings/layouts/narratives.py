"""The long texts: one-cell tables as printed, headings with paragraphs, or a label beside each text."""

from __future__ import annotations

from dataclasses import dataclass

from eval.filings.script import Script
from eval.filings.word.nodes import Block, Par, hint, label, line, row, tab
from eval.filings.word.nodes import cell as box


@dataclass(frozen=True)
class Chapter:
    heading: str
    paths: tuple[str, ...]
    numbers: tuple[str, ...]


CAPABILITY = Chapter(
    "（二）平台基础能力介绍",
    tuple(
        f"capability.{each}"
        for each in ("architecture", "edge", "iaas", "paas", "saas", "security", "identifier_resolution")
    ),
    ("1.", "2.", "3.", "4.", "5.", "6．", "7．"),
)
SERVICES = Chapter(
    "（三）平台应用服务能力",
    ("services.industry", "services.domain", "services.regional", "services.solutions"),
    ("（1）", "（2）", "（3）", ""),
)
CASES = Chapter("（五）平台应用案例和效果", ("cases",), ("",))
CONTRIBUTION = Chapter(
    "（六）平台社会贡献度",
    tuple(
        f"contribution.{each}" for each in ("stable_growth", "dual_chain_dual_carbon", "economic_analysis")
    ),
    ("1.", "2.", "3."),
)
NEXT_PLAN = Chapter("（七）平台下一步发展计划", ("next_plan",), ("",))
LONE = (CASES, NEXT_PLAN)


def content(script: Script, path: str) -> list[Block]:
    """A narrative under its label; the cloud type has its own line at the end of the IaaS one."""
    hints = [line(each) for each in script.hint(path)]
    out: list[Block] = [*hints, *script.prose(path)]
    if path == "capability.iaas":
        out.append(_cloud(script))
    return out or [Par(())]


def _cloud(script: Script) -> Par:
    marked = script.choice("capability.cloud_type")
    chosen = script.spread(marked)
    parts = chosen[0].inlines if chosen else ()
    blank = "______架构" if script.ticks.listed else "架构"
    return Par((label("平台建设基于："), *parts, label(blank)))


def boxed(script: Script, chapter: Chapter) -> list[Block]:
    """One table a chapter, one cell a text, as printed."""
    out: list[Block] = [line(chapter.heading, style="2")]
    if chapter in LONE:
        return [*out, tab([row(box(*content(script, chapter.paths[0])))]), Par(())]
    rows = []
    if chapter is CAPABILITY and script.hints:
        out.append(line(hint("（请填写截至目前的统计数据，相关证明材料可放入第（八）部分）")))
    if chapter is SERVICES:
        service = [each for path, number in _numbered(chapter)[:3] for each in _titled(script, path, number)]
        rows = [
            row(box(line("平台服务能力"), *service)),
            row(box(*_titled(script, "services.solutions", ""))),
        ]
    else:
        rows = [row(box(*_titled(script, path, number))) for path, number in _numbered(chapter)]
    return [*out, tab(rows), Par(())]


def _numbered(chapter: Chapter) -> list[tuple[str, str]]:
    return list(zip(chapter.paths, chapter.numbers, strict=True))


def _titled(script: Script, path: str, number: str) -> list[Block]:
    return [line(f"{number}{script.label(path)}"), *content(script, path)]


def headed(
    script: Script,
    chapter: Chapter,
    *,
    generated: int | None = None,
    numbers: bool = True,
    colon: bool = False,
) -> list[Block]:
    """Headings and paragraphs. `generated` leaves the numbers to a Word list."""
    heading = line(chapter.heading, style="2")
    if chapter in LONE:
        return [heading, *content(script, chapter.paths[0])]
    out: list[Block] = [heading]
    if chapter is SERVICES:
        out.append(line("平台服务能力", style="3"))
    for path, number in _numbered(chapter):
        typed = number if numbers and generated is None else ""
        title = label(f"{typed}{script.label(path)}{'：' if colon else ''}")
        out.append(Par((title,), style="3", numbering=(generated, 0) if generated is not None else None))
        out += content(script, path)
    return out


def beside(script: Script, chapter: Chapter) -> list[Block]:
    """A table of two columns: the label left, the text right."""
    rows = [
        row(box(f"{number}{script.label(path)}"), box(*content(script, path)))
        for path, number in _numbered(chapter)
    ]
    return [line(chapter.heading, style="2"), tab(rows, widths=(1900, 7170)), Par(())]

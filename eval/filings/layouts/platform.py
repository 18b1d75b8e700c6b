"""申报平台信息（一）平台基础信息, its indicators aside."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from eval.filings import wording
from eval.filings.script import Script
from eval.filings.word.nodes import Block, Inline, Par, Row, Text, cell, label, line, row, tab

CHAPTER = "申报平台信息"
HEADING = "（一）平台基础信息"
Shape = Callable[[Script], list[Block]]


def category(script: Script, *, a_line: int = 1) -> list[Par]:
    return script.spread(script.choice("platform.category", printed=wording.CATEGORY_OPTIONS), a_line=a_line)


def many(script: Script, path: str, *, a_line: int) -> list[Block]:
    boxes = script.spread(script.choice(path), a_line=a_line)
    return [*boxes, *(line(each) for each in script.hint(path))]


def _explained(script: Script, path: str, other: str, explains: str) -> list[Par]:
    """□自建 / □合作共建 请注明合作企业名称____, an entry a printed row."""
    marked = script.choice(path)
    written = script.value(explains)
    asked = f"请注明{wording.LABELS[explains][0]}"
    blank = Text("                        " if script.rng.random() < 0.6 else "____________")
    after: tuple[Inline, ...] = (script.text(explains),) if written else (blank,)
    if not script.ticks.listed:
        only = tuple(part for each in marked for part in each)
        tail: tuple[Inline, ...] = (
            (label(f"，{script.label(explains)}："), script.text(explains)) if written else ()
        )
        return [Par((*only, *tail))]
    mark = script.dice(explains + "/mark").choice(("", "：", " "))
    return [Par(marked[0]), Par(marked[1]), Par((label(asked + mark), *after))]


def build_mode(script: Script) -> list[Par]:
    return _explained(script, "platform.build_mode", "合作共建", "platform.build_partners")


def iaas_mode(script: Script) -> list[Par]:
    return _explained(script, "platform.iaas_mode", "租用", "platform.iaas_provider")


def customers(script: Script) -> list[Block]:
    names = script.values["platform.typical_customers"]
    assert isinstance(names, list)
    dice = script.dice("platform.typical_customers")
    out: list[Block] = [line(each) for each in script.hint("platform.typical_customers")]
    if not names:
        return out or [Par(())]
    written = [script.hand.text(dice, str(name)) for name in names]
    if dice.random() < 0.3:
        return [
            *out,
            Par(
                (Text(dice.choice(("、", "；", "，")).join(written), "value", "platform.typical_customers"),)
            ),
        ]
    number = dice.choice(("{}.", "{}、", "（{}）", "({})", ""))
    return [
        *out,
        *(
            Par((Text(number.format(n) + each, "value", "platform.typical_customers"),))
            for n, each in enumerate(written, 1)
        ),
    ]


def _count(script: Script, path: str) -> Par:
    return line(f"{wording.LABELS[path][0]}：", script.gap(), script.text(path), script.gap())


def printed(script: Script, indicators: Shape) -> list[Block]:
    """The table of the annex: merged label cells for 面向行业, 面向领域, 建设方式 and IaaS基础设施."""
    build, iaas = build_mode(script), iaas_mode(script)
    rows = [
        *_simple(script, "platform.name"),
        row(cell(line("平台类别"), line("（单选）")), cell(*category(script))),
        row(cell("面向行业", merge="restart"), cell(_count(script, "platform.industry_count"))),
        row(cell(merge="continue"), cell(*many(script, "platform.industries", a_line=5))),
        row(cell("面向领域", merge="restart"), cell(_count(script, "platform.domain_count"))),
        row(cell(merge="continue"), cell(*many(script, "platform.domains", a_line=3))),
        *_simple(script, "platform.builder"),
        *_simple(script, "platform.built_period"),
        row(cell(script.label("platform.build_status")), cell(script.choice_line("platform.build_status"))),
        *_simple(script, "platform.investment"),
        *_merged("建设方式", build),
        *_merged("IaaS基础设施", iaas),
        row(cell("平台关键指标统计"), cell(*indicators(script))),
        row(cell(script.label("platform.typical_customers")), cell(*customers(script))),
    ]
    return [line(CHAPTER, style="1"), line(HEADING, style="2"), tab(rows, widths=(2000, 7070)), Par(())]


def _simple(script: Script, path: str) -> list[Row]:
    return [row(cell(script.label(path)), cell(script.text(path)))]


def _merged(title: str, choices: list[Par]) -> list[Row]:
    if len(choices) == 1:
        return [row(cell(title), cell(choices[0]))]
    return [
        row(cell(title, merge="restart"), cell(choices[0])),
        row(cell(merge="continue"), cell(*choices[1:])),
    ]


def _entries(script: Script) -> list[tuple[str, list[Block]]]:
    """Label and answer of everything but the indicators, in the form's order."""
    return [
        (script.label("platform.name"), [line(script.text("platform.name"))]),
        (script.label("platform.category"), [*category(script, a_line=3)]),
        (script.label("platform.industry_count"), [line(script.text("platform.industry_count"))]),
        (script.label("platform.industries"), many(script, "platform.industries", a_line=15)),
        (script.label("platform.domain_count"), [line(script.text("platform.domain_count"))]),
        (script.label("platform.domains"), many(script, "platform.domains", a_line=11)),
        (script.label("platform.builder"), [line(script.text("platform.builder"))]),
        (script.label("platform.built_period"), [line(script.text("platform.built_period"))]),
        (script.label("platform.build_status"), [script.choice_line("platform.build_status")]),
        (script.label("platform.investment"), [line(script.text("platform.investment"))]),
        (script.label("platform.build_mode"), [*build_mode(script)]),
        (script.label("platform.iaas_mode"), [*iaas_mode(script)]),
        (script.label("platform.typical_customers"), customers(script)),
    ]


def reordered(rng: Random, entries: list[tuple[str, list[Block]]]) -> list[tuple[str, list[Block]]]:
    """Swaps neighbours here and there, and moves one entry to another place: nobody shuffles a form entirely."""
    out = list(entries)
    for _ in range(4):
        at = rng.randrange(len(out) - 1)
        out[at], out[at + 1] = out[at + 1], out[at]
    out.insert(rng.randrange(len(out)), out.pop(rng.randrange(len(out))))
    return out


def two_columns(script: Script, indicators: Shape, *, shuffle: bool = False) -> list[Block]:
    entries = _entries(script)
    if shuffle:
        entries = reordered(script.rng, entries)
    rows = [row(cell(title), cell(*blocks)) for title, blocks in entries]
    return [
        line(CHAPTER, style="1"),
        line(HEADING, style="2"),
        tab(rows, widths=(2400, 6670)),
        line("平台关键指标统计", style="3"),
        *indicators(script),
    ]


def one_cell(script: Script, indicators: Shape) -> list[Block]:
    rows: list[Row] = []
    for title, blocks in _entries(script):
        first, *rest = blocks
        assert isinstance(first, Par)
        rows.append(row(cell(Par((label(f"{title}："), *first.inlines)), *rest)))
    rows.append(row(cell(line("平台关键指标统计："), *indicators(script))))
    return [line(CHAPTER, style="1"), line(HEADING, style="2"), tab(rows), Par(())]


def lines(script: Script, indicators: Shape, *, shuffle: bool = False) -> list[Block]:
    """`label：value` paragraphs; lists of boxes follow their label."""
    entries = _entries(script)
    if shuffle:
        entries = reordered(script.rng, entries)
    out: list[Block] = [line(CHAPTER, style="1"), line(HEADING, style="2")]
    for title, blocks in entries:
        first, *rest = blocks
        assert isinstance(first, Par)
        out += [Par((label(f"{title}："), *first.inlines)), *rest]
    return [*out, line("平台关键指标统计", style="3"), *indicators(script)]


def header_rows(script: Script, indicators: Shape) -> list[Block]:
    """Labels above, answers below, two at a time."""
    entries = _entries(script)
    rows: list[Row] = []
    for at in range(0, len(entries), 2):
        some = entries[at : at + 2]
        span = 1 if len(some) == 2 else 2
        rows.append(row(*(cell(title, span=span) for title, _ in some)))
        rows.append(row(*(cell(*blocks, span=span) for _, blocks in some)))
    return [
        line(CHAPTER, style="1"),
        line(HEADING, style="2"),
        tab(rows),
        line("平台关键指标统计", style="3"),
        *indicators(script),
    ]

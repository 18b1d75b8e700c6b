"""平台关键指标统计: lines as printed, or a table of its own."""

from __future__ import annotations

from collections.abc import Sequence

from eval.filings import wording
from eval.filings.paths import INDICATORS, UNITS
from eval.filings.script import Script
from eval.filings.word.nodes import Block, Inline, Par, Text, cell, label, line, row, tab

BASE = "platform.indicators."
NUMBERINGS = ("({})", "（{}）", "{}.", "{}、", "（{}） ")


def _area(script: Script) -> tuple[Inline, ...]:
    """(15) asks for cities, or parks, or both, in one line."""
    cities, parks = BASE + "service_cities", BASE + "service_parks"
    dice = script.dice("area")
    blank = Text(dice.choice(("        ", "____")))
    if not script.value(parks) and script.value(cities) and dice.random() < 0.3:
        script.also_states[parks] = ("absent",)
        return (*_bare(script, cities), label("个设区市"))
    return (
        *(_bare(script, cities) if script.value(cities) else (blank,)),
        label("个设区市或"),
        *(_bare(script, parks) if script.value(parks) else (blank,)),
        label("个省级以上产业园区"),
    )


def _bare(script: Script, path: str) -> tuple[Inline, ...]:
    text = script.value(path)
    return (Text(text.removesuffix("个").rstrip(), "value", path),)


def _bracketed(path: str) -> str:
    return f"（{UNITS[path]}）"


def answer(script: Script, number: int, *, unit: bool = True) -> tuple[Inline, ...]:
    (name, *more) = INDICATORS[number]
    if more:
        return _area(script)
    path = BASE + name
    if name == "new_technologies":
        return script.choice_line(path).inlines
    return script.measured(path, unit=_bracketed(path)) if unit else (script.text(path),)


def items(
    script: Script,
    *,
    numbering: str = "({})",
    generated: int | None = None,
    groups: bool = True,
    a_line: int = 1,
) -> list[Block]:
    """One line an indicator. `generated` is a Word list that writes the numbers instead of the text."""
    out: list[Block] = []
    for number in INDICATORS:
        if groups and number in wording.INDICATOR_GROUPS:
            out.append(line(wording.INDICATOR_GROUPS[number]))
        typed = "" if generated is not None else numbering.format(number)
        parts = (label(f"{typed}{wording.INDICATOR_NAMES[number]}："), *answer(script, number))
        if number == 14 and script.ticks.listed and a_line == 1:
            out.append(Par(parts[:1], numbering=(generated, 0) if generated is not None else None))
            out.append(Par(parts[1:]))
        else:
            out.append(Par(parts, numbering=(generated, 0) if generated is not None else None))
    return _joined(out, a_line) if a_line > 1 else out


def _joined(blocks: Sequence[Block], a_line: int) -> list[Block]:
    """Several indicators in one paragraph."""
    out: list[Block] = []
    held: list[Inline] = []
    for number, block in enumerate(blocks, 1):
        assert isinstance(block, Par)
        held += [*block.inlines, Text("；")]
        if number % a_line == 0:
            out.append(Par(tuple(held)))
            held = []
    return [*out, Par(tuple(held))] if held else out


COLUMNS = ("序号", "指标", "数值", "单位")


def table(script: Script, *, columns: Sequence[str] = COLUMNS, skip_empty: bool = False) -> list[Block]:
    """序号 | 指标 | 数值 | 单位, in any order and any choice of these columns."""
    names = {
        "指标": script.rng.choice(("指标", "指标名称", "指标项")),
        "数值": script.rng.choice(("数值", "填报数据", "指标值")),
    }
    rows = [row(*(cell(names.get(each, each)) for each in columns))]
    for number in INDICATORS:
        for path, title, unit in _table_lines(number):
            if skip_empty and script.states[path] == "blank":
                script.drop(path)
                continue
            found: dict[str, tuple[Inline, ...]] = {
                "序号": (label(str(number)),),
                "指标": (label(title if "单位" in columns or not unit else f"{title}（{unit}）"),),
                "数值": answer(script, number, unit=False) if number != 15 else _bare(script, path),
                "单位": (label(unit),),
            }
            rows.append(row(*(cell(*found[each]) for each in columns)))
    return [tab(rows), Par(())]


def _table_lines(number: int) -> list[tuple[str, str, str]]:
    title = wording.INDICATOR_NAMES[number]
    if number == 15:
        return [
            (BASE + "service_cities", f"{title}（设区市）", "个"),
            (BASE + "service_parks", f"{title}（省级以上产业园区）", "个"),
        ]
    path = BASE + INDICATORS[number][0]
    return [(path, title, UNITS.get(path, ""))]


def twin_table(script: Script) -> list[Block]:
    """指标 | 数值 | 指标 | 数值: two indicators a row."""
    entries = [
        (
            cell(f"{wording.INDICATOR_NAMES[number]}" + (f"（{unit}）" if unit else "")),
            cell(*answer(script, number, unit=False)),
        )
        for number in INDICATORS
        for unit in [UNITS.get(BASE + INDICATORS[number][0], "") if number != 15 else ""]
    ]
    rows = [row(cell("指标"), cell("数值"), cell("指标"), cell("数值"))]
    for at in range(0, len(entries), 2):
        some = entries[at : at + 2]
        rows.append(
            row(*(each for pair in some for each in pair), *([cell(), cell()] if len(some) == 1 else []))
        )
    return [tab(rows, widths=(3000, 1535, 3000, 1535)), Par(())]

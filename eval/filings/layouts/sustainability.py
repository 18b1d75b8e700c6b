"""（四）平台可持续发展能力: the printed list, lines, or the money as a matrix of years."""

from __future__ import annotations

from eval.filings import wording
from eval.filings.paths import MONEY, YEARS
from eval.filings.script import Script
from eval.filings.word.nodes import Block, Inline, Par, Text, cell, hint, label, line, row, tab

HEADING = "（四）平台可持续发展能力"
BASE = "sustainability."
_NUMBER = {"rnd": "3.", "revenue": "4.", "cost": "5."}


def _total(script: Script, name: str) -> Par:
    return line(f"{wording.MONEY_TOTALS[name]}：", script.gap(), *script.measured(f"{BASE}{name}_total"))


def _yearly(script: Script, name: str) -> list[Par]:
    """2019、2020、2021年…：  元 — one printed line for three numbers, and what people make of it."""
    paths = [f"{BASE}{name}_{year}" for year in YEARS]
    head = f"2019、2020、2021年{wording.MONEY_YEARLY[name]}"
    style = script.dice("yearly").choice(("list", "slashes", "named", "rows", "brackets"))
    if not any(script.value(path) for path in paths):
        return [line(f"{head}：       元")]
    match style:
        case "rows":
            return [
                line(f"{year}年{wording.MONEY_YEARLY[name]}：", *script.measured(path))
                for year, path in zip(YEARS, paths, strict=True)
            ]
        case "named":
            return [
                line(
                    f"{head}：",
                    *_joined(
                        script,
                        [(f"{year}年", path, "") for year, path in zip(YEARS, paths, strict=True)],
                        "，",
                    ),
                )
            ]
        case "brackets":
            entries = [("", path, f"（{year}年）") for year, path in zip(YEARS, paths, strict=True)]
            return [line(f"{head}：", *_joined(script, entries, "、"))]
        case _:
            mark = "、" if style == "list" else " / "
            return [line(f"{head}：", *_joined(script, [("", path, "") for path in paths], mark))]


def _joined(script: Script, entries: list[tuple[str, str, str]], mark: str) -> list[Inline]:
    parts: list[Inline] = []
    for number, (before, path, after) in enumerate(entries):
        last = number == len(entries) - 1
        value = script.measured(path) if before or after or last else (script.text(path),)
        parts += [Text(mark)] if number else []
        parts += [*([label(before)] if before else []), *value, *([label(after)] if after else [])]
    return parts


def _yes_no(script: Script, name: str, number: str) -> Par:
    title = script.label(BASE + name)
    return script.choice_line(BASE + name, label(f"{number}{title}："))


def _roi(script: Script, number: str) -> Par:
    title = script.label(BASE + "roi_percent")
    unit = () if "%" in title else script.measured(BASE + "roi_percent")
    return line(f"{number}{title}：", script.gap(), *(unit or (script.text(BASE + "roi_percent"),)))


def _organization(script: Script, *, styled: bool) -> list[Block]:
    title = line(f"8.{script.label(BASE + 'organization')}", style="3" if styled else None)
    return [title, *script.prose(BASE + "organization")]


def questions(script: Script, *, styled: bool = False) -> list[Block]:
    """The printed list of eight."""
    out: list[Block] = [
        _yes_no(script, "has_development_plan", "1."),
        _yes_no(script, "is_independent_company", "2."),
    ]
    for name in MONEY:
        out.append(line(f"{_NUMBER[name]}{wording.MONEY_HEADS[name]}："))
        if script.hints:
            out.append(line(hint(wording.MONEY_HINTS[name])))
        out += [_total(script, name), *_yearly(script, name)]
    out.append(_roi(script, "6."))
    out += [line(each) for each in script.hint(BASE + "roi_percent")]
    out.append(_yes_no(script, "is_listed_or_vc_funded", "7."))
    out += [line(each) for each in script.hint(BASE + "is_listed_or_vc_funded")]
    return [*out, *_organization(script, styled=styled)]


def printed(script: Script) -> list[Block]:
    return [line(HEADING, style="2"), tab([row(cell(*questions(script)))]), Par(())]


def lines(script: Script) -> list[Block]:
    return [line(HEADING, style="2"), *questions(script, styled=True)]


def matrix(script: Script, *, transposed: bool = False, unit_in_head: bool = True) -> list[Block]:
    """Year by item (or item by year), the cumulative figure as one more line."""
    columns = ["2019年", "2020年", "2021年", "近三年累计"]
    keys = [*(str(year) for year in YEARS), "total"]
    unit = "（元）" if unit_in_head else ""
    titles = {name: f"{wording.MONEY_HEADS[name]}{unit}" for name in MONEY}
    if transposed:
        rows = [row(cell("年度"), *(cell(titles[name]) for name in MONEY))]
        rows += [
            row(cell(column), *(cell(script.text(f"{BASE}{name}_{key}")) for name in MONEY))
            for column, key in zip(columns, keys, strict=True)
        ]
    else:
        rows = [row(cell("项目"), *(cell(each) for each in columns))]
        rows += [
            row(cell(titles[name]), *(cell(script.text(f"{BASE}{name}_{key}")) for key in keys))
            for name in MONEY
        ]
    above = [] if unit_in_head else [Par((label("单位：元"),), align="right")]
    return [
        line(HEADING, style="2"),
        _yes_no(script, "has_development_plan", "1."),
        _yes_no(script, "is_independent_company", "2."),
        line("3.企业研发投入、主营业务收入、主营业务成本"),
        *above,
        tab(rows),
        _roi(script, "6."),
        _yes_no(script, "is_listed_or_vc_funded", "7."),
        *_organization(script, styled=True),
    ]


def two_columns(script: Script) -> list[Block]:
    """Every question a row: label left, answer right."""
    rows = []
    for name in ("has_development_plan", "is_independent_company"):
        rows += [row(cell(script.label(BASE + name)), cell(script.choice_line(BASE + name)))]
    for name in MONEY:
        rows.append(
            row(cell(f"{wording.MONEY_TOTALS[name]}（元）"), cell(script.text(f"{BASE}{name}_total")))
        )
        rows += [
            row(
                cell(f"{year}年{wording.MONEY_YEARLY[name]}（元）"), cell(script.text(f"{BASE}{name}_{year}"))
            )
            for year in YEARS
        ]
    rows.append(row(cell("投资回报率（%）"), cell(script.text(BASE + "roi_percent"))))
    listed = BASE + "is_listed_or_vc_funded"
    rows.append(row(cell(script.label(listed)), cell(script.choice_line(listed))))
    rows.append(
        row(
            cell(script.label(BASE + "organization")),
            cell(*(script.prose(BASE + "organization") or [Par(())])),
        )
    )
    return [line(HEADING, style="2"), tab(rows, widths=(3600, 5470)), Par(())]

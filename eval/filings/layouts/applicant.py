"""申报单位基本信息 in the shapes that people give it."""

from __future__ import annotations

from collections.abc import Sequence

from eval.filings import wording
from eval.filings.script import NONE_WORDS, Script
from eval.filings.truth import PROFILE_HEADINGS
from eval.filings.word.nodes import Block, Cell, Inline, Par, Row, Text, cell, hint, label, line, row, tab

HEADING = "申报单位基本信息"
FACTS = (
    *("name", "organization_code", "founded_on", "ownership", "registered_capital", "address"),
    *("contact.name", "contact.phone", "contact.title", "contact.mobile", "contact.fax", "contact.email"),
    *("last_year_sales", "last_year_profit"),
)
_IN_CONTACT = {
    "name": "姓名",
    "phone": "电话",
    "title": "职务",
    "mobile": "手机",
    "fax": "传真",
    "email": "E-mail",
}


def answer(script: Script, path: str) -> tuple[Inline, ...]:
    """The value, or the boxes, of a single fact."""
    if path == "applicant.ownership":
        return script.choice_line(path).inlines
    return (script.text(path),)


def profile(script: Script) -> list[Block]:
    out: list[Block] = []
    if script.hints:
        out.append(line(hint(wording.HINTS["applicant.profile"])))
    for heading, path in zip(
        PROFILE_HEADINGS, ("applicant.profile_introduction", "applicant.profile_competence"), strict=True
    ):
        out.append(line(heading))
        out += [line(each) for each in script.hint(path)] if not script.prose(path) else []
        out += script.prose(path)
    return out


def honors(script: Script, *, table: bool = False) -> list[Block]:
    items = script.values["applicant.honors"]
    assert isinstance(items, list)
    out: list[Block] = [line(each) for each in script.hint("applicant.honors")]
    rows = [_honor(script, number, item) for number, item in enumerate(items, 1) if isinstance(item, dict)]
    if script.states["applicant.honors"] == "none":
        return [*out, Par((Text(script.dice("honors").choice(NONE_WORDS), "value", "applicant.honors"),))]
    if not rows:
        return out or [Par(())]
    if table:
        head = row(cell("序号"), cell("奖项名称"), cell("级别"), cell("获得时间"))
        return [*out, tab([head, *(row(*(cell(Text(each, "value")) for each in one)) for one in rows)])]
    joiner = script.dice("honors/joint").choice(("，", "；", "、"))
    order = script.dice("honors/order").choice(((1, 2, 3), (1, 3, 2), (3, 1, 2)))
    number_mark = script.dice("honors/number").choice(("{}.", "{}、", "（{}）", "({})"))
    for each in rows:
        text = number_mark.format(each[0]) + joiner.join(filter(None, (each[place] for place in order)))
        out.append(Par((Text(text, "value", "applicant.honors"),)))
    return out


def _honor(script: Script, number: int, item: dict[str, object]) -> tuple[str, str, str, str]:
    dice = script.dice(f"honor/{number}")
    when = item["obtained_on"]
    return (
        str(number),
        str(item["text"]),
        str(item["level"] or ""),
        script.hand.date(dice, str(when)) if when else "",
    )


def pledge(script: Script) -> list[Block]:
    return [
        line(wording.PLEDGE),
        line("                         法定代表人签章："),
        line("                               单位公章："),
        line("                                       ", *_signed(script, "applicant.pledge_date")),
    ]


def recommendation(script: Script) -> list[Block]:
    return [
        line(wording.RECOMMENDATION),
        line("                         推荐单位公章："),
        line("                         ", *_signed(script, "applicant.recommendation_date")),
    ]


def _signed(script: Script, path: str) -> tuple[Inline, ...]:
    return (script.text(path),) if script.value(path) else (label("年   月   日"),)


def tail_rows(script: Script, columns: int) -> list[Row]:
    """Profile, honours, pledge and recommendation as rows of the same table."""
    return [
        row(cell(title), cell(*blocks, span=columns - 1))
        for title, blocks in (
            (script.label("applicant.profile"), profile(script)),
            (script.label("applicant.honors"), honors(script)),
            ("真实性承诺", pledge(script)),
            ("推荐单位", recommendation(script)),
        )
    ]


def printed(script: Script) -> list[Block]:
    """The table of the notice's annex: 联系人 spans three rows."""

    def pair(one: str, other: str) -> Row:
        return row(*_twin(script, f"applicant.{one}", span=2), *_twin(script, f"applicant.{other}"))

    note = [line(hint("（事业单位、科研院所等）"))] if script.hints else []
    contact = [
        row(
            cell("联系人", merge="restart" if number == 0 else "continue")
            if number == 0
            else cell(merge="continue"),
            cell(_IN_CONTACT[one]),
            cell(script.text(f"applicant.contact.{one}")),
            cell(_IN_CONTACT[other]),
            cell(script.text(f"applicant.contact.{other}")),
        )
        for number, (one, other) in enumerate((("name", "phone"), ("title", "mobile"), ("fax", "email")))
    ]
    rows = [
        row(cell(script.label("applicant.name")), cell(script.text("applicant.name"), span=4)),
        pair("organization_code", "founded_on"),
        row(
            cell(script.label("applicant.ownership")),
            cell(script.choice_line("applicant.ownership"), *note, span=2),
            cell(script.label("applicant.registered_capital")),
            cell(script.text("applicant.registered_capital")),
        ),
        row(cell(script.label("applicant.address")), cell(script.text("applicant.address"), span=4)),
        *contact,
        pair("last_year_sales", "last_year_profit"),
        *tail_rows(script, 5),
    ]
    return [line(HEADING, style="1"), tab(rows, widths=(1700, 1000, 2570, 1700, 2100))]


def _twin(script: Script, path: str, span: int = 1) -> tuple[Cell, Cell]:
    return cell(script.label(path)), cell(*answer(script, path), span=span)


def pairs(script: Script, *, shuffle: bool = True) -> list[Block]:
    """Label, value, label, value; the rows in an order of the clerk's own."""
    paths = [f"applicant.{name}" for name in FACTS]
    if shuffle:
        script.rng.shuffle(paths)
    rows = [
        row(*(each for path in paths[at : at + 2] for each in _twin(script, path)))
        for at in range(0, len(paths), 2)
    ]
    return [line(HEADING, style="1"), tab([*rows, *tail_rows(script, 4)], widths=(1900, 2700, 1900, 2570))]


def two_columns(script: Script, *, shuffle: bool = False) -> list[Block]:
    """One long table, label left and answer right."""
    paths = [f"applicant.{name}" for name in FACTS]
    if shuffle:
        script.rng.shuffle(paths)
    rows = [row(*_twin(script, path)) for path in paths]
    return [line(HEADING, style="1"), tab([*rows, *tail_rows(script, 2)], widths=(2600, 6470))]


def one_cell(script: Script) -> list[Block]:
    """`单位名称：某公司` in one cell, two cells a row."""
    mark = script.rng.choice(("：", ":", "： "))
    cells = [
        cell(script.label(f"applicant.{name}") + mark, *answer(script, f"applicant.{name}")) for name in FACTS
    ]
    rows = [row(*cells[at : at + 2]) for at in range(0, len(cells), 2)]
    long = [
        row(cell(line(f"{title}{mark.strip()}"), *blocks, span=2))
        for title, blocks in (
            (script.label("applicant.profile"), profile(script)),
            (script.label("applicant.honors"), honors(script)),
            ("真实性承诺", pledge(script)),
            ("推荐单位", recommendation(script)),
        )
    ]
    return [line(HEADING, style="1"), tab([*rows, *long])]


def header_rows(script: Script) -> list[Block]:
    """A row of labels above a row of values, three at a time."""
    rows: list[Row] = []
    paths = [f"applicant.{name}" for name in FACTS]
    for at in range(0, len(paths), 3):
        some = paths[at : at + 3]
        wide = 3 - len(some) + 1
        spans = [1] * (len(some) - 1) + [wide]
        rows.append(
            row(*(cell(script.label(path), span=span) for path, span in zip(some, spans, strict=True)))
        )
        rows.append(
            row(*(cell(*answer(script, path), span=span) for path, span in zip(some, spans, strict=True)))
        )
    return [line(HEADING, style="1"), tab([*rows, *tail_rows(script, 3)]), Par(())]


def lines(script: Script, *, order: Sequence[str] = FACTS) -> list[Block]:
    """Headings and `label：value` paragraphs, no table."""
    mark = script.rng.choice(("：", ":", "："))
    facts = [
        line(script.label(f"applicant.{name}") + mark, *answer(script, f"applicant.{name}")) for name in order
    ]
    return [line(HEADING, style="1"), *facts, *tail_headings(script)]


def tail_headings(script: Script) -> list[Block]:
    return [
        line(script.label("applicant.profile"), style="2"),
        *profile(script),
        line(script.label("applicant.honors"), style="2"),
        *honors(script, table=script.rng.random() < 0.4),
        line("真实性承诺", style="2"),
        *pledge(script),
        line("推荐单位", style="2"),
        *recommendation(script),
    ]


def run_on(script: Script) -> list[Block]:
    """All facts in a row, in one paragraph."""
    parts: list[Inline] = []
    for name in FACTS:
        path = f"applicant.{name}"
        parts += [label(f"{script.label(path)}："), *answer(script, path), Text("；")]
    return [line(HEADING, style="1"), Par((*parts[:-1], Text("。"))), *tail_headings(script)]

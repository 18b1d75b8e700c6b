"""How people tick: one encoder a habit, as Word, WPS and plain typing leave it in the file.

Symbol codes are those of the Wingdings and Wingdings 2 charts: A8 and 6F empty boxes, FE ticked, FD crossed,
FC a bare tick, 6E a filled square; in Wingdings 2 A3 empty, 52 ticked, 54 crossed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from eval.filings.word.nodes import Inline, Raw, Text


@dataclass(frozen=True)
class Option:
    """`after` is what the form or the hand puts behind the option (（请注明）…)."""

    label: str
    ticked: bool
    after: tuple[Inline, ...] = ()


Encoder = Callable[[Option, Random], tuple[Inline, ...]]


@dataclass(frozen=True)
class Ticks:
    """`listed` is false where only the chosen options are written at all."""

    name: str
    encode: Encoder
    listed: bool = True
    literal: bool = True  # every mark is a character of the text

    def write(self, options: Sequence[Option], rng: Random) -> list[tuple[Inline, ...]]:
        shown = [each for each in options if self.listed or each.ticked]
        return [self.encode(each, rng) for each in shown]


def _before(on: str, off: str) -> Encoder:
    return lambda option, rng: (Text((on if option.ticked else off) + option.label), *option.after)


def _behind(on: str, off: str) -> Encoder:
    return lambda option, rng: (Text(option.label + (on if option.ticked else off)), *option.after)


def _boxed_and_behind(option: Option, rng: Random) -> tuple[Inline, ...]:
    return (Text(f"□{option.label}{'√' if option.ticked else ''}"), *option.after)


def _marked(on: Inline, off: Inline) -> Encoder:
    return lambda option, rng: (on if option.ticked else off, Text(option.label), *option.after)


def _symbol(font: str, code: str) -> Raw:
    return Raw(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>')


def _font_run(font: str, character: str) -> Raw:
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
    return Raw(f'<w:r><w:rPr>{fonts}</w:rPr><w:t xml:space="preserve">{escape(character)}</w:t></w:r>')


def _content_control(option: Option, rng: Random) -> tuple[Inline, ...]:
    state = "2612" if rng.random() < 0.5 else "00FE"
    font = "MS Gothic" if state == "2612" else "Wingdings"
    shown = ("☒" if state == "2612" else "\uf0fe") if option.ticked else "☐"
    value = rng.choice(("1", "true")) if option.ticked else rng.choice(("0", "false"))
    return (
        Raw(
            f'<w:sdt><w:sdtPr><w:id w:val="{rng.randrange(1, 2**31)}"/><w14:checkbox><w14:checked w14:val="{value}"/>'
            f'<w14:checkedState w14:val="{state}" w14:font="{font}"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
            f'<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="{font if option.ticked else "MS Gothic"}" w:hint="eastAsia"/></w:rPr>'
            f"<w:t>{shown}</w:t></w:r></w:sdtContent></w:sdt>"
        ),
        Text(option.label),
        *option.after,
    )


def _form_checkbox(option: Option, rng: Random) -> tuple[Inline, ...]:
    on = rng.choice(
        ('<w:default w:val="0"/><w:checked/>', '<w:default w:val="1"/>', '<w:checked w:val="1"/>')
    )
    off = rng.choice(
        (
            '<w:default w:val="0"/>',
            '<w:default w:val="1"/><w:checked w:val="0"/>',
            '<w:default w:val="false"/>',
        )
    )
    return (
        Raw(
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="复选1"/><w:enabled/><w:calcOnExit w:val="0"/>'
            f"<w:checkBox><w:sizeAuto/>{on if option.ticked else off}</w:checkBox></w:ffData></w:fldChar></w:r>"
            '<w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        ),
        Text(option.label),
        *option.after,
    )


def _overstruck(option: Option, rng: Random) -> tuple[Inline, ...]:
    """带圈字符: Word's 'enclose characters' writes an EQ field that draws √ over □."""
    if not option.ticked:
        return (Text(f"□{option.label}"), *option.after)
    pieces = rng.choice((("eq \\o\\ac(□,√)",), ("eq \\o\\ac(", "□", ",", "√", ")"), (" EQ \\O\\AC(□,√) ",)))
    code = "".join(
        f'<w:r><w:instrText xml:space="preserve">{escape(piece)}</w:instrText></w:r>' for piece in pieces
    )
    ends = ['<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>']
    if rng.random() < 0.3:
        return (
            Raw(f"<w:fldSimple w:instr={quoteattr(pieces[0] if len(pieces) == 1 else ''.join(pieces))}/>"),
            Text(option.label),
            *option.after,
        )
    return (Raw(ends[0] + code + ends[1]), Text(option.label), *option.after)


TICKS: Final[Mapping[str, Ticks]] = {
    ticks.name: ticks
    for ticks in (
        Ticks("box", _before("☑", "□")),
        Ticks("ballot", _before("☑", "☐")),
        Ticks("cross", _before("☒", "☐")),
        Ticks("filled", _before("■", "□")),
        Ticks("check_for_box", _before("√", "□")),
        Ticks("heavy_check", _before("✔", "□")),
        Ticks("light_check", _before("✓", "☐")),
        Ticks("check_in_front", _before("√□", "□")),
        Ticks("box_then_check", _before("□√", "□")),
        Ticks("check_behind", _boxed_and_behind),
        Ticks("bare_check_before", _before("√", "")),
        Ticks("bare_check_behind", _behind("√", "")),
        Ticks("box_behind", _behind("☑", "□")),
        Ticks("filled_behind", _behind("■", "□")),
        Ticks("brackets", _before("[x]", "[ ]")),
        Ticks("capital_brackets", _before("[X] ", "[ ] ")),
        Ticks("check_brackets", _before("[√]", "[ ]")),
        Ticks("lenticular", _before("【√】", "【 】")),
        Ticks("lenticular_empty", _before("【√】", "【】")),
        Ticks("parentheses", _before("（√）", "（ ）")),
        Ticks("parentheses_behind", _behind("（√）", "（  ）")),
        Ticks("radio", _before("●", "○")),
        Ticks("fisheye", _before("◉", "○")),
        Ticks("sym_box", _marked(_symbol("Wingdings", "F0FE"), _symbol("Wingdings", "F0A8")), literal=False),
        Ticks(
            "sym_check", _marked(_symbol("Wingdings", "F0FC"), _symbol("Wingdings", "F0A8")), literal=False
        ),
        Ticks(
            "sym_cross", _marked(_symbol("Wingdings", "00FD"), _symbol("Wingdings", "006F")), literal=False
        ),
        Ticks(
            "sym_filled", _marked(_symbol("Wingdings", "F06E"), _symbol("Wingdings", "F06F")), literal=False
        ),
        Ticks("sym_on_literal", _marked(_symbol("Wingdings", "F0FE"), Text("□")), literal=False),
        Ticks(
            "sym2_box", _marked(_symbol("Wingdings 2", "F052"), _symbol("Wingdings 2", "F0A3")), literal=False
        ),
        Ticks(
            "sym2_cross",
            _marked(_symbol("Wingdings 2", "F054"), _symbol("Wingdings 2", "F0A3")),
            literal=False,
        ),
        Ticks(
            "font_box",
            _marked(_font_run("Wingdings", "\uf0fe"), _font_run("Wingdings", "\uf0a8")),
            literal=False,
        ),
        Ticks("font_latin", _marked(_font_run("Wingdings", "þ"), _font_run("Wingdings", "¨")), literal=False),
        Ticks(
            "font2_latin",
            _marked(_font_run("Wingdings 2", "R"), _font_run("Wingdings 2", "£")),
            literal=False,
        ),
        Ticks("content_control", _content_control, literal=False),
        Ticks("form_checkbox", _form_checkbox, literal=False),
        Ticks("overstruck", _overstruck, literal=False),
        Ticks("chosen_only", _before("", ""), listed=False),
        Ticks("chosen_with_mark", _before("☑", ""), listed=False),
    )
}
LITERAL: Final = tuple(name for name, ticks in TICKS.items() if ticks.literal and ticks.listed)
LISTED: Final = tuple(name for name, ticks in TICKS.items() if ticks.listed)

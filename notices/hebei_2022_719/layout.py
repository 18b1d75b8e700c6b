"""Where everything stands on 附件1; every word comes from the form's spec or the notice's text. For 附件2 see `summary`."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from notices.blank import docx
from notices.blank.compose import Composer, answer, cell, line
from notices.blank.elements import BELOW, Cell, Contents, Grid, Heading, Line, Room, Row, Sheet, Words
from notices.blank.wording import Wording
from notices.hebei_2022_719.form import SPEC
from notices.hebei_2022_719.summary import SummaryRow, write_summary
from notices.hebei_2022_719.text import notice_text

__all__ = ["SHEETS", "SummaryRow", "write_form", "write_summary"]

_WORDS = Wording(SPEC, notice_text())
_FORM = Composer(_WORDS)
_UNIT = "附件1/申报单位基本信息"
_PLATFORM = "附件1/申报平台信息"
_BASICS = f"{_PLATFORM}/（一）平台基础信息"
_SUSTAIN = f"{_PLATFORM}/（四）平台可持续发展能力"

_ROW = 11.0  # mm: the height of a row to write one line in
_WHOLE = (155.9,)  # mm: one column over the width of the text


def write_form(target: str | Path | BinaryIO) -> None:
    """Write the blank 申报书 to a path or a byte stream. Raises OSError where the path can't be written."""
    docx.write(target, SHEETS, title=_WORDS.heading("cover"))


def _cover() -> tuple[Line | Grid, ...]:
    annex, title, *_, imprint = (*_WORDS.lines("附件1")[:1], *_WORDS.lines("附件1/封面"))
    asked = (each.path for each in SPEC.fields if each.section == "cover")
    rows = tuple(
        Row(
            (
                cell(Line((Words(_WORDS.label(path)),), "cover_label")),
                Cell((Room(1, "cover_entry"),), underlined=True),
            ),
            height=14,
        )
        for path in asked
    )
    grid = Grid((50, 84), rows, ruled=False)
    return line(annex, "annex"), line(title, "title"), grid, line(imprint, "imprint")


def _instructions() -> tuple[Line, ...]:
    title, *items = _WORDS.lines("附件1/填报说明")
    return line(title, "subtitle", new_page=True), *(line(each, "body") for each in items)


def _pair(left: str, right: str) -> Row:
    """Two short answers beside each other."""
    return Row((_FORM.label(left), answer(columns=2), _FORM.label(right), answer()), height=_ROW)


def _contact(left: str, right: str, *, over: Cell = BELOW) -> Row:
    return Row((over, _FORM.label(left), answer(), _FORM.label(right), answer()), height=_ROW)


def _wide(path: str, *blocks: Line | Heading | Room) -> Row:
    """A label and all the rest of the row."""
    return Row((_FORM.label(path), cell(*blocks, columns=4)), height=_ROW, breaks=True)


def _signed(path: str) -> Row:
    """A declaration, who signs it, and when."""
    _, sentence, *signatures = _WORDS.lines(_row_clause(path))
    signed = (line(each, "signature") for each in signatures)
    return Row((_FORM.label(path), cell(line(sentence, "body"), Room(1), *signed, columns=4)))


def _row_clause(path: str) -> str:
    """The clause of a row is called by its label."""
    return f"{SPEC.by_path[path].clause}/{SPEC.by_path[path].label}"


def _applicant() -> Grid:
    _, boxes, remark = _WORDS.lines(_row_clause("applicant.ownership"))
    ownership = cell(line(boxes, "list", stops=4), line(remark, "list"), columns=2)
    capital = "applicant.registered_capital"
    contact = "applicant.contact"
    honors = [each for each in _WORDS.lines(_row_clause("applicant.honors")) if each[0].isdigit()]
    return Grid(
        (32, 18, 40, 28, 37.9),
        (
            Row((_FORM.label("applicant.name"), answer(columns=4)), height=_ROW),
            _pair("applicant.organization_code", "applicant.founded_on"),
            Row((_FORM.label("applicant.ownership"), ownership, _FORM.label(capital), answer()), height=_ROW),
            Row((_FORM.label("applicant.address"), answer(columns=4)), height=_ROW),
            _contact(f"{contact}.name", f"{contact}.phone", over=_FORM.group(f"{contact}.name")),
            _contact(f"{contact}.title", f"{contact}.mobile"),
            _contact(f"{contact}.fax", f"{contact}.email"),
            _pair("applicant.last_year_sales", "applicant.last_year_profit"),
            _wide(
                "applicant.profile",
                *_FORM.hints("applicant.profile"),
                *_FORM.narrative("applicant.profile_introduction", room=4, listed=False),
                *_FORM.narrative("applicant.profile_competence", room=4, listed=False),
            ),
            _wide(
                "applicant.honors", *_FORM.hints("applicant.honors"), *(line(each, "body") for each in honors)
            ),
            _signed("applicant.pledge_date"),
            _signed("applicant.recommendation_date"),
        ),
    )


def _basics() -> Grid:
    def row(label: Cell, *blocks: Line | Room, breaks: bool = False) -> Row:
        return Row((label, cell(*blocks)), height=_ROW, breaks=breaks)

    def short(path: str) -> Row:
        return Row((_FORM.label(path), answer()), height=_ROW)

    def chosen(count: str, choice: str, *, stops: int) -> tuple[Row, Row]:
        """How many are covered, and which; the last box has a line to explain it on."""
        boxes = [each for each in _WORDS.lines(_row_clause(choice)) if "□" in each]
        remark = _WORDS.lines(_row_clause(choice))[-1]
        last = line(boxes[-1], "list", stops=boxes[-1].count("□"), tail=True)
        which = cell(*(line(each, "list", stops=stops) for each in boxes[:-1]), last, line(remark, "list"))
        return row(_FORM.label(choice), _FORM.asked(count, tail=True)), Row((BELOW, which), height=_ROW)

    def either(choice: str, explained: str) -> tuple[Row, Row]:
        """One's own, or another's, with a line for whose."""
        own, other = (each for each in _WORDS.lines(_row_clause(choice)) if each.startswith("□"))
        return (
            row(_FORM.label(choice), line(own, "list")),
            Row((BELOW, cell(line(other, "list"), _FORM.asked(explained, tail=True))), height=_ROW),
        )

    category = "platform.category"
    categories = _WORDS.lines(f"{SPEC.by_path[category].clause}/{SPEC.by_path[category].title}")
    status = _WORDS.lines(_row_clause("platform.build_status"))[1]
    return Grid(
        (32, 123.9),
        (
            short("platform.name"),
            row(_FORM.label(category), *(line(each, "list") for each in categories if each.startswith("□"))),
            *chosen("platform.industry_count", "platform.industries", stops=5),
            *chosen("platform.domain_count", "platform.domains", stops=3),
            short("platform.builder"),
            short("platform.built_period"),
            row(_FORM.label("platform.build_status"), line(status, "list", stops=4)),
            short("platform.investment"),
            *either("platform.build_mode", "platform.build_partners"),
            *either("platform.iaas_mode", "platform.iaas_provider"),
            row(_FORM.caption("indicators"), *_indicators(), breaks=True),
            row(
                _FORM.label("platform.typical_customers"),
                *(line(each, "list") for each in _WORDS.hints("platform.typical_customers")),
                Room(3, "list"),
            ),
        ),
    )


def _indicators() -> tuple[Line, ...]:
    groups = (f"{_BASICS}/平台关键指标统计/{number}" for number in (1, 2, 3))
    return tuple(each for group in groups for each in _FORM.lines(group, stops=4))


def _stack(*cells: tuple[Line | Heading | Room, ...]) -> Grid:
    """Cells over each other, as wide as the text."""
    return Grid(_WHOLE, tuple(Row((cell(*blocks),), breaks=True) for blocks in cells))


def _capability() -> Grid:
    paths = [each.path for each in SPEC.fields if each.section == "capability" and each.kind == "longtext"]
    cloud = _FORM.asked("capability.cloud_type", "plain")
    return _stack(
        *((*_FORM.narrative(path, room=4), *([cloud] if path == "capability.iaas" else [])) for path in paths)
    )


def _services() -> Grid:
    paths = ("services.industry", "services.domain", "services.regional")
    kinds = (each for path in paths for each in _FORM.narrative(path, room=3, listed=False))
    title = Heading(_WORDS.group(paths[0]), 3)
    return _stack((title, *kinds), _FORM.narrative("services.solutions", room=4))


def _sustainability() -> Grid:
    questions = (_WORDS.lines(f"{_SUSTAIN}/{number}") for number in range(1, 9))
    blocks = (
        line(each, "body" if at else "plain") for question in questions for at, each in enumerate(question)
    )
    return _stack((*blocks, Room(5)))


def _materials() -> Grid:
    _, intro, *rest = _WORDS.lines(f"{_PLATFORM}/（八）")
    listed = (Heading(each, 3, material=True) for each in rest if each.startswith("附件"))
    return _stack((line(intro, "plain"), *listed, line(rest[-1], "plain")))


def _part(section: str, *blocks: Line | Grid) -> tuple[Heading | Line | Grid, ...]:
    """A numbered part of 申报平台信息 under its heading."""
    return (Heading(_WORDS.heading(section), 2), *blocks)


def _platform() -> tuple[Heading | Line | Grid, ...]:
    hint = next(each.hint for each in SPEC.sections if each.key == "capability")
    contribution = (each.path for each in SPEC.fields if each.section == "contribution")
    return (
        Heading(_WORDS.heading("platform"), 1, new_page=True),
        *_part("basics", _basics()),
        *_part("capability", line(hint, "plain"), _capability()),
        *_part("services", _services()),
        *_part("sustainability", _sustainability()),
        *_part("cases", _stack((*_FORM.hints("cases"), Room(6)))),
        *_part(
            "contribution", _stack(tuple(b for path in contribution for b in _FORM.narrative(path, room=4)))
        ),
        *_part("next_plan", _stack((*_FORM.hints("next_plan"), Room(6)))),
        *_part("materials", _materials()),
    )


SHEETS = (
    Sheet((*_cover(), *_instructions(), Contents(_WORDS.heading("contents"))), numbered=False),
    Sheet((Heading(_WORDS.heading("applicant"), 1), _applicant(), *_platform())),
)

"""`shenbao rules`: the catalogue, or the page of one rule."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping

from ui.arguments import Parser
from ui.faults import UsageError
from ui.reading import NOTICE
from ui.tables import Cell, table
from ui.terminal import columns, say
from ui.wording import FINDING_LABELS
from ui.worker import demands

__all__ = ["add_arguments", "run"]


def add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "code", metavar="编号", nargs="?", help="一条规则的编号，例如 REQ001；不写则列出全部规则"
    )


def run(options: Namespace) -> int:
    say("\n".join(_page(options.code.upper()) if options.code else _catalogue()))
    return 0


def _catalogue() -> Iterator[str]:
    catalogue = demands(NOTICE)
    rows = [
        (Cell(each.code), Cell(*FINDING_LABELS[each.severity]), Cell(each.title), Cell(each.clause))
        for each in sorted(catalogue.rules.values(), key=lambda rule: rule.code)
    ]
    yield from table(rows, header=("编号", "程度", "查什么", "依据"), columns=columns())
    yield ""
    yield from _planned(catalogue.planned)


def _planned(planned: Mapping[str, str]) -> Iterator[str]:
    rows = [(Cell(code), Cell(reason)) for code, reason in planned.items()]
    if rows:
        yield from table(rows, header=("编号", "没有检查的原因"), columns=columns())


def _page(code: str) -> Iterator[str]:
    """The page of docs/rules without its first line, which says where it comes from."""
    from notices.pages import pages

    page = pages(NOTICE).get(f"{code}.md")
    if page is None:
        raise UsageError(f"没有编号为“{code}”的规则，全部编号见 shenbao rules。")
    yield from page.rstrip().split("\n")[2:]

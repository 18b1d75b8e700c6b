"""What a batch over this notice needs: its demands on a set, the writers of its files, readers kept warm."""

from __future__ import annotations

import logging
import os
from argparse import Namespace
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from notices import NOTICES
from ui.faults import debugging
from ui.judging import context_of

if TYPE_CHECKING:
    from extractors.batch import Brief
    from extractors.batch.merging import SetDemands

__all__ = ["NOTICE", "WARM", "brief_of", "sources", "warm", "writers"]

NOTICE: Final = next(iter(NOTICES))  # as for the other commands
WARM: Final = "ui.batching:warm"
_ROOT: Final = Path(__file__).resolve().parent


def brief_of(options: Namespace) -> tuple[Brief, SetDemands]:
    """What each submission and what the set is read by. Raises UsageError."""
    from extractors.batch import Brief
    from extractors.batch.merging import SetDemands
    from ui.worker import demands

    wanted = demands(NOTICE)
    context = context_of(options, wanted)
    rules = import_module(f"{NOTICES[NOTICE]}.rules")
    owner = import_module(f"{NOTICES[NOTICE]}.rules.sets").owner_of
    of_set = SetDemands(wanted.spec, rules.SET_RULES, owner, context.adjusted)
    return Brief(demands, NOTICE, context, of_set.kept, fast=options.fast), of_set


def sources() -> tuple[Path, Path]:
    """Folders: of what is demanded, and of what writes it down."""
    return _ROOT.parent / "notices", _ROOT


def writers(folder: str) -> Mapping[str, Callable[..., None]]:
    """What writes the other files of a set, by name; `folder` is the set's."""
    return {
        "summary.xlsx": partial(_write_workbook, folder=None if "://" in folder else Path(folder)),
        "summary-table.docx": _write_table,
    }


def _write_workbook(target: Path, results: Any, failed: Any, *, folder: Path | None) -> None:
    from ui.reports.workbook import write_workbook

    write_workbook(target, results, failed, folder=folder)


def _write_table(target: Path, results: Any, failed: Any) -> None:
    from ui.reports.summary_table import write_summary_tables

    write_summary_tables(target, results)


def warm() -> None:
    """Import what reading a filing needs, and fill what is filled at the first: the blank form is read."""
    from io import BytesIO

    from extractors.check import check
    from extractors.fill import fill
    from extractors.readers import READERS
    from extractors.result import checked
    from extractors.rules import Context
    from ui.worker import demands

    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # see `reading`
    if not debugging():
        logging.getLogger().addHandler(logging.NullHandler())
    import_module("extractors.submission")
    wanted = demands(NOTICE)
    blank = BytesIO()
    import_module(f"{NOTICES[NOTICE]}.layout").write_form(blank)
    form = fill(READERS["docx"](blank.getvalue(), name="申报书.docx"), wanted.spec)
    checked(form, check(form, rules=wanted.rules, context=Context(), planned=wanted.planned))

"""The styles, by name. A new one is a file and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from eval.filings.styles import (
    annotated,
    chosen_only,
    contents,
    controls,
    fields,
    gaps,
    header_rows,
    headings,
    indicator_table,
    lived_in,
    nested,
    newspaper,
    numbered,
    one_cell,
    other_prefix,
    plain_python_docx,
    printed,
    relabelled,
    reordered,
    run_on,
    symbols,
    text_box,
    tracked,
    two_columns,
    underlined,
)
from eval.filings.styles.desk import Style

STYLES: Final[Mapping[str, Style]] = MappingProxyType(
    {
        "printed": printed.render,
        "printed_any_tick": printed.render_any_literal,
        "plain_python_docx": plain_python_docx.render,
        "lived_in": lived_in.render,
        "headings": headings.render,
        "headings_unstyled": headings.render_unstyled,
        "symbols": symbols.render,
        "overstruck": symbols.render_overstruck,
        "controls": controls.render,
        "drop_downs": controls.render_drop_downs,
        "fields": fields.render,
        "indicator_table": indicator_table.render,
        "one_cell": one_cell.render,
        "header_rows": header_rows.render,
        "two_columns": two_columns.render,
        "relabelled": relabelled.render,
        "reordered": reordered.render,
        "underlined": underlined.render,
        "underscores": underlined.render_underscores,
        "text_box": text_box.render,
        "tracked": tracked.render,
        "hidden": tracked.render_hidden,
        "numbered": numbered.render,
        "nested": nested.render,
        "run_on": run_on.render,
        "annotated": annotated.render,
        "contents": contents.render,
        "chosen_only": chosen_only.render,
        "newspaper": newspaper.render,
        "gaps": gaps.render,
        "unreadable": gaps.render_unreadable,
        "other_prefix": other_prefix.render,
    }
)

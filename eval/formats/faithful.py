"""What of a filing came through the engine that printed it: a row too high for a page can lose its end."""

from __future__ import annotations

from eval.filings.paths import KINDS, PATHS
from eval.filings.script import Rendered
from eval.formats.spots import characters, page_sizes
from eval.scores.written import letters

__all__ = ["printed_whole"]


def printed_whole(truth: Rendered, source: bytes) -> tuple[str, ...] | None:
    """The fields whose words stand in the PDF; None where all do. Rows of tables are not looked for."""
    pages = range(1, len(page_sizes(source)) + 1)
    text = letters("".join(each.text for at in pages for each in characters(source, at)))
    lost = {path for path in PATHS if not _stands(path, truth, text)}
    return tuple(path for path in PATHS if path not in lost) if lost else None


def _stands(path: str, truth: Rendered, text: str) -> bool:
    value = truth.values[path]
    if KINDS[path] != "longtext" or not isinstance(value, str):
        return True
    return all(letters(line) in text for line in value.split("\n") if "\t" not in line)

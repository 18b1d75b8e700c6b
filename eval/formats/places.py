"""Whether the page and box that a value is said to have hold it, judged from a PDF whose text is good."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np

from eval.filings.paths import KINDS
from eval.formats.filed import Filed, Patch
from eval.formats.spots import characters, page_sizes
from eval.scores.places import holds
from eval.scores.written import letters

__all__ = ["PagedPlaces", "QuotedPlaces"]

_ENOUGH: Final = 40  # letters of a long answer that stand in its first box
_NEAR: Final = 2.5  # points that a box may be short of a character's middle
_LIKE: Final = 0.8  # of the letters of a recognised quote
_PICTURE: Final = re.compile(r"-(\d{2})\.jpg$")
Box = tuple[float, float, float, float]


class PagedPlaces:
    """For formats with pages. A picture without a size in points may be measured in several ways."""

    def __init__(self, filed: Filed) -> None:
        assert filed.source is not None
        self._source = filed.source
        sizes = page_sizes(filed.source)
        self._sheets = filed.sheets or tuple((Patch(at),) for at in range(1, len(sizes) + 1))
        self._sizes = sizes

    def problem(self, path: str, value: Any, evidence: Sequence[Mapping[str, Any]]) -> str:
        """What is wrong with the place; empty where nothing is."""
        if not evidence:
            return "no evidence"
        if path == "attachments":  # they stand in files of any kind
            return ""
        if any(each["page"] is None or each["bbox"] is None for each in evidence):
            return "no page or no box"
        if not all(1 <= _page(each) <= len(self._sheets) for each in evidence):
            return "page is not in the file"
        inside = ["".join(self._inside(_page(each), tuple(each["bbox"]))) for each in evidence]
        if not any(letters(each) for each in inside):
            return "box is empty"
        if _says(path, value, "\n".join(inside)):
            return self._too_wide(path, evidence)
        return "box does not hold the value"

    def _too_wide(self, path: str, evidence: Sequence[Mapping[str, Any]]) -> str:
        if KINDS[path] in ("longtext", "honors", "attachments", "enums", "texts"):
            return ""
        for each in evidence:
            x0, top, x1, bottom = each["bbox"]
            width, height = self._sizes[self._sheets[_page(each) - 1][0].page - 1]
            if (x1 - x0) * (bottom - top) > 0.6 * width * height:
                return "box is most of the page"
        return ""

    def _inside(self, page: int, box: Box) -> Iterator[str]:
        for patch in self._sheets[page - 1]:
            found = characters(self._source, patch.page)
            if not found:
                continue
            middles = np.asarray([((c.x0 + c.x1) / 2, (c.top + c.bottom) / 2, 1.0) for c in found])
            there = middles @ np.asarray(patch.matrix, dtype=float).reshape(3, 3).T
            there = there[:, :2] / there[:, 2:]
            x0, top, x1, bottom = box
            near = _NEAR
            kept = (
                (there[:, 0] > x0 - near) & (there[:, 0] < x1 + near)
                & (there[:, 1] > top - near) & (there[:, 1] < bottom + near)
            )  # fmt: skip
            yield "".join(each.text for each, inside in zip(found, kept, strict=True) if inside)


class QuotedPlaces:
    """For converted files without pages: the quote must hold the value."""

    def problem(self, path: str, value: Any, evidence: Sequence[Mapping[str, Any]]) -> str:
        if not evidence:
            return "no evidence"
        said = "\n".join(each["quote"] for each in evidence)
        return "" if holds(said, KINDS[path], value) else "quote does not hold the value"


def _page(evidence: Mapping[str, Any]) -> int:
    """Of the filing: where each page is a picture of its own, its name has the number."""
    numbered = _PICTURE.search(evidence["file"])
    return int(numbered[1]) if numbered else int(evidence["page"])


def _says(path: str, value: Any, text: str) -> bool:
    kind = KINDS[path]
    if kind == "longtext":
        return _has(letters(text), letters(str(value))[:_ENOUGH])
    if kind in ("texts", "enums") and isinstance(value, list):
        return all(_has(letters(text), letters(str(each))) for each in value)
    if kind == "honors" and isinstance(value, list):
        return all(_has(letters(text), letters(str(each.get("text", "")))) for each in value)
    return holds(text, kind, value) or (isinstance(value, str) and _has(letters(text), letters(value)))


def _has(text: str, words: str) -> bool:
    """Whether the words stand in the text, as far as a recogniser may misread them."""
    if words in text or not words:
        return True
    block = difflib.SequenceMatcher(None, text, words, autojunk=False).get_matching_blocks()
    return sum(each.size for each in block) >= _LIKE * len(words)

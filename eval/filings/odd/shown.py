"""What a filing shows a person, place by place, to hold quotes against."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

__all__ = ["Shown"]

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TICKED: Final = str.maketrans(dict.fromkeys("☑☒■✓✔√●◉⊙xX×", "☑") | dict.fromkeys("□☐○◯�", "□"))
_GONE: Final = ("del", "moveFrom", "rPr", "pPr", "instrText")


@dataclass(frozen=True, slots=True)
class Shown:
    everything: str
    rows: Mapping[tuple[int, int], str]  # (table, row) of the body, from 1

    @classmethod
    def of(cls, path: Path) -> Shown:
        with zipfile.ZipFile(path) as archive:
            root = etree.fromstring(archive.read("word/document.xml"))
        tables = [
            each
            for each in root.iter(f"{_W}tbl")
            if not any(up.tag == f"{_W}tbl" for up in each.iterancestors())
        ]
        rows = {
            (t, r): _text(row)
            for t, each in enumerate(tables, 1)
            for r, row in enumerate(each.iterfind(f"{_W}tr"), 1)
        }
        return cls(_text(root), rows)

    def has(self, piece: str, location: str) -> bool:
        """Whether words of a quote stand in the file and, where it is a row of a table, there."""
        words = _plain(piece)
        place = re.fullmatch(r"表 (\d+) 行 (\d+)(?:-(\d+))?", location)
        if place is None:
            return words in self.everything
        table, first, last = int(place[1]), int(place[2]), int(place[3] or place[2])
        return words in "".join(self.rows.get((table, row), "") for row in range(first, last + 1))


def _text(node: etree._Element) -> str:
    words = []
    for each in node.iter(f"{_W}t", f"{_W}sym"):
        run = each.getparent()
        above = {up.tag.removeprefix(_W) for up in each.iterancestors()}
        hidden = run is not None and run.find(f"{_W}rPr/{_W}vanish") is not None
        if not (hidden or above & set(_GONE)):
            words.append(each.text or "")
    return _plain("".join(words))


def _plain(text: str) -> str:
    """Width folded, without blanks or boxes: machines draw these in too many ways to compare."""
    folded = unicodedata.normalize("NFKC", text.translate(_TICKED))
    return re.sub(r"[\s□☑\ue000-\uf8ff\ufffc\ufffd]", "", folded)

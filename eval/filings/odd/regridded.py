"""Changes to the tables that leave every answer beside its label."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Final

from lxml import etree

__all__ = ["GRIDS"]

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _tables(root: etree._Element) -> list[etree._Element]:
    """Those of the body, without the ones inside them."""
    found = root.iter(f"{_W}tbl")
    return [each for each in found if not any(up.tag == f"{_W}tbl" for up in each.iterancestors())]


def _cell() -> etree._Element:
    cell = etree.Element(f"{_W}tc")
    etree.SubElement(cell, f"{_W}tcPr")
    etree.SubElement(cell, f"{_W}p")
    return cell


def _text(cell: etree._Element) -> str:
    return "".join(each.text or "" for each in cell.iter(f"{_W}t"))


def _over(change: Callable[[etree._Element], None]) -> Callable[[str], str]:
    def changed(xml: str) -> str:
        root = etree.fromstring(xml.encode())
        for table in _tables(root):
            change(table)
        return etree.tostring(root, encoding="unicode")

    return changed


def _spare_column(table: etree._Element) -> None:
    for row in table.iterfind(f"{_W}tr"):
        row.insert(0, _cell())


def _last_column(table: etree._Element) -> None:
    for row in table.iterfind(f"{_W}tr"):
        row.append(_cell())


def _empty_rows(table: etree._Element) -> None:
    for row in table.findall(f"{_W}tr"):
        if row.find(f".//{_W}vMerge") is None:
            blank = etree.Element(f"{_W}tr")
            blank.extend(_cell() for _ in row.iterfind(f"{_W}tc"))
            row.addnext(blank)


def _framed(table: etree._Element) -> None:
    frame = etree.Element(f"{_W}tbl")
    cell = etree.SubElement(etree.SubElement(frame, f"{_W}tr"), f"{_W}tc")
    table.addprevious(frame)
    cell.append(table)
    etree.SubElement(cell, f"{_W}p")


def _spread(table: etree._Element) -> None:
    """A cell over several columns becomes as many cells, the answer in the first."""
    for span in list(table.iterfind(f"{_W}tr/{_W}tc/{_W}tcPr/{_W}gridSpan")):
        properties = span.getparent()
        assert properties is not None
        cell = properties.getparent()
        assert cell is not None
        for _ in range(int(span.get(f"{_W}val", "1")) - 1):
            cell.addnext(_cell())
        properties.remove(span)


def _label_again(table: etree._Element) -> None:
    """What is merged down is written again in each row instead."""
    above: etree._Element | None = None
    for row in table.iterfind(f"{_W}tr"):
        cell = row.find(f"{_W}tc")
        merge = None if cell is None else cell.find(f"{_W}tcPr/{_W}vMerge")
        if cell is None or merge is None:
            above = None
        elif merge.get(f"{_W}val") == "restart":
            above = cell
        elif above is not None and len(_text(above)) < 12:
            cell.getparent().replace(cell, deepcopy(above))  # type: ignore[union-attr]
    for merge in list(table.iterfind(f"{_W}tr/{_W}tc/{_W}tcPr/{_W}vMerge")):
        merge.getparent().remove(merge)  # type: ignore[union-attr]


GRIDS: Final[Mapping[str, Callable[[str], str]]] = {
    change.__name__.removeprefix("_"): _over(change)
    for change in (_spare_column, _last_column, _empty_rows, _framed, _spread, _label_again)
}

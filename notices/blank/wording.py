"""The words of a form: taken from its spec and from the notice's clauses, so that none is written twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.form import FormSpec
from notices.blank.elements import Blank, Box, Inline, Words
from notices.clauses import NoticeText

__all__ = ["Wording", "inlines"]

_MARK = re.compile(r"(?P<box>□)|(?P<blank>_{2,}| {4,}(?![ □]))|(?P<gap>\s+(?=□))")
_OPTION = re.compile(r"[^\s□_（]+")
_WIDTH = 8  # of a blank that is printed as spaces, in 字: room for fifteen digits


def inlines(printed: str, *, tabbed: bool = False) -> tuple[Inline, ...]:
    """A printed line as its parts: boxes, blanks and the words between.

    With `tabbed`, the gaps before boxes are tabs: the printed ones only line up in the font that they were made in.
    """
    return tuple(_parts(printed.strip(), tabbed=tabbed))


def _parts(printed: str, *, tabbed: bool) -> Iterator[Inline]:
    at = 0
    for mark in _MARK.finditer(printed):
        if mark.start() > at:
            yield Words(printed[at : mark.start()])
        at = mark.end()
        if mark["box"]:
            option = _OPTION.match(printed, at)
            assert option is not None, f"a box without an option: {printed!r}"
            yield Box(option.group())
        elif mark["blank"]:
            yield Blank(len(mark.group()) // 2 if "_" in mark.group() else _WIDTH)
        else:
            yield Words("\t" if tabbed else mark.group())
    if at < len(printed):
        yield Words(printed[at:])


@dataclass(frozen=True)
class Wording:
    """Looks the words of one form up."""

    spec: FormSpec
    text: NoticeText

    def label(self, path: str) -> str:
        """What the cell beside the answer says: "注册资本（万元）"."""
        field = self.spec.by_path[path]
        title = field.title.removeprefix(f"{field.group}/")
        return field.label if title.startswith(f"{field.label}/") else title

    def group(self, path: str) -> str:
        """What stands over the label of `path`: "联系人"."""
        return self.spec.by_path[path].group

    def heading(self, section: str) -> str:
        """The heading of a section, with its number."""
        return next(each.number + each.heading for each in self.spec.sections if each.key == section)

    def hints(self, path: str) -> tuple[str, ...]:
        return self.spec.by_path[path].hints

    def printed(self, path: str) -> str:
        """The printed line that asks for `path`: the first one of its clause that holds its label."""
        field = self.spec.by_path[path]
        lines = (line for clause in self.text.walk(field.clause) for line in clause.lines)
        found = next((line for line in lines if field.label in line), None)
        assert found is not None, f"{path}: no line of {field.clause} holds {field.label!r}"
        return found

    def lines(self, clause: str) -> tuple[str, ...]:
        """All lines of a clause, those of the clauses under it too."""
        return tuple(line for each in self.text.walk(clause) for line in each.lines)

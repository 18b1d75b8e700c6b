"""The form's list of attachments: whether it stands in the application. What is attached, `attached` tells."""

from __future__ import annotations

import re

from extractors.fill.flow import Flow, Line
from extractors.fill.zones import Zones
from extractors.form import Answer, Evidence, Field
from extractors.text import fold, narrow

__all__ = ["list_of_attachments"]

_TITLE = re.compile(r"\s*附\s*件\s*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?![0-9])")
_LONGEST = 80  # characters of a title


def list_of_attachments(lines_of: Flow, zones: Zones, field: Field, file: str, *, after: int) -> Answer:
    """One entry for each attachment asked for, none of them found: `blank` where the list is there, else `absent`.

    `after` is the last line of the application itself: the form is an 附件1, too, of its notice.
    """
    titles = [line for line in lines_of.lines[after + 1 :] if _is_title(line)]
    value = [
        {"number": int(option.value), "title": fold(option.label), "found": False, "files": []}
        for option in field.options
    ]
    heading = zones.headings.get(field.section)
    if heading is None and len(titles) < len(field.options) // 2:
        return Answer("absent", value)
    place = heading.line if heading is not None else titles[0]
    quote = place.text.strip()
    return Answer(
        "blank", value, "", (Evidence(file, place.location, quote, page=place.page, bbox=place.bbox),)
    )


def _is_title(line: Line) -> bool:
    return not line.toc and len(line.text) <= _LONGEST and _TITLE.match(narrow(line.text)) is not None

"""fill: a document and what a form asks make a filled form.

Labels are found first, wherever they may stand; then the section of each line; then the one place of each field;
then what is written for it; and last that text is read as the field's kind.
"""

from __future__ import annotations

from dataclasses import replace

from extractors.contents import contents
from extractors.document import Document, Notice
from extractors.fill.answers import Answers
from extractors.fill.copies import second_copy
from extractors.fill.places import Places, flow_of
from extractors.form import Attached, Form, FormSpec

__all__ = ["fill", "recognised"]

_ENOUGH = 8  # fields whose label is found make a document a filing of this form


def recognised(form: Form) -> bool:
    """Is it this form at all? A letter has one or two of its words; a filing has nearly all of its labels."""
    return sum(1 for answer in form.answers.values() if answer.state != "absent") >= _ENOUGH


def fill(document: Document, spec: FormSpec) -> Form:
    """Read every field of `spec` from `document`.

    A field whose label isn't there is `absent`; nothing is guessed.
    """
    places = Places(document, spec)
    cut = second_copy(places.hits, spec, places.flow)
    if cut is None:
        return _filled(document, places)
    halves = (
        replace(document, blocks=document.blocks[:cut]),
        replace(document, blocks=document.blocks[cut:]),
    )
    before = len(flow_of(halves[0], spec).lines)
    forms = [
        _filled(half, Places(half, spec), lines_before=lines)
        for half, lines in zip(halves, (0, before), strict=True)
    ]
    forms.sort(key=lambda form: -sum(answer.state == "filled" for answer in form.answers.values()))
    fuller, other = forms
    answers = {  # a part that stands in one of them only, such as the cover, counts
        path: other[path] if answer.state == "absent" else answer for path, answer in fuller.answers.items()
    }
    told = Notice(
        "two-forms", "文件里有两份申报书，已读取填写较多的一份；请确认另一份不需要，并从文件中删去。"
    )
    return replace(fuller, answers=answers, notices=(*fuller.notices, told))


def _filled(document: Document, places: Places, *, lines_before: int = 0) -> Form:
    answers = Answers(places, document.name)
    return Form(
        spec=places.spec,
        answers=answers.all(),
        notices=document.notices,
        attached=Attached(document.name, answers.last_line + lines_before),
        seals=document.seals,
        appearance=document.appearance,
        contents=contents(document),
        hidden=tuple(each.text for each in (*document.hidden, *document.notes)),
    )

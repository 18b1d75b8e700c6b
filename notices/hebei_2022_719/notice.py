"""All that is known about this notice but its form and its rules."""

from __future__ import annotations

from collections.abc import Mapping

from extractors.form import FormSpec
from extractors.rules import Rule
from notices.hebei_2022_719.contradictions import CONTRADICTIONS
from notices.hebei_2022_719.facts import CONTACT, FACTS
from notices.hebei_2022_719.points import DIFFERENCES, POINTS
from notices.hebei_2022_719.points.examples import ways
from notices.hebei_2022_719.text import notice_text
from notices.hebei_2022_719.vocabulary import VOCABULARY
from notices.notice import Notice

__all__ = ["NOTICE"]


def _form() -> FormSpec:
    from notices.hebei_2022_719.form import SPEC

    return SPEC


def _rules() -> Mapping[str, Rule]:
    from notices.hebei_2022_719.rules import RULES

    return RULES


NOTICE = Notice(
    id="hebei-2022-719",
    title="关于开展河北省省级工业互联网平台培育工作的通知",
    text=notice_text(),
    facts=FACTS,
    contradictions=CONTRADICTIONS,
    vocabulary=VOCABULARY,
    contact=CONTACT,
    points=POINTS,
    differences=DIFFERENCES,
    category="platform.category",
    form=_form,
    rules=_rules,
    ways=ways,
)

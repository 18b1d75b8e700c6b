"""All that is known about this notice but its form and its rules."""

from __future__ import annotations

from notices.hebei_2022_719.contradictions import CONTRADICTIONS
from notices.hebei_2022_719.facts import CONTACT, FACTS
from notices.hebei_2022_719.text import notice_text
from notices.hebei_2022_719.vocabulary import VOCABULARY
from notices.notice import Notice

__all__ = ["NOTICE"]

NOTICE = Notice(
    id="hebei-2022-719",
    title="关于开展河北省省级工业互联网平台培育工作的通知",
    text=notice_text(),
    facts=FACTS,
    contradictions=CONTRADICTIONS,
    vocabulary=VOCABULARY,
    contact=CONTACT,
)

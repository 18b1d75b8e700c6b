"""The notices that are known, one package each; nothing of a notice is imported before it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from notices.notice import Notice

__all__ = ["NOTICES", "UnknownNotice", "load"]

NOTICES: dict[str, str] = {
    "hebei-2022-719": "notices.hebei_2022_719",
}


class UnknownNotice(LookupError):
    """No notice has that id."""


def load(notice_id: str) -> Notice:
    """The notice called `notice_id`: its text and what is known about it, without its form and rules."""
    if notice_id not in NOTICES:
        raise UnknownNotice(f"没有编号为“{notice_id}”的通知；现有：{'、'.join(NOTICES)}。")
    notice: Notice = import_module(f"{NOTICES[notice_id]}.notice").NOTICE
    return notice

"""What an administrator sets for everybody.

Keys of model endpoints are not kept: they come from the environment of the server alone, so that no backup
and no page ever holds one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from sqlmodel import col, select

from ui.store.core import ADMINS, EVERYONE, At, Topic, noted, reads, writes
from ui.store.errors import BadValue
from ui.store.tables import SettingRow, now

__all__ = ["DEFAULTS", "Settings"]


def _rules(value: Any) -> bool:
    return isinstance(value, dict) and all(
        isinstance(code, str) and to in ("off", "info", "warning") for code, to in value.items()
    )


def _endpoint(value: Any) -> bool:
    if not isinstance(value, dict) or not set(value) <= {"base_url", "model"}:
        return False
    if not all(isinstance(each, str) for each in value.values()):
        return False
    url = urlsplit(value.get("base_url", ""))
    return url.scheme in ("", "http", "https") and url.username is None and url.password is None


def _limits(value: Any) -> bool:
    return isinstance(value, dict) and all(
        isinstance(each, int) and not isinstance(each, bool) and each > 0 for each in value.values()
    )


def _plain(value: Any) -> bool:
    return isinstance(value, dict)


# Key -> what it is when nobody has set it, and what it may be.
_KNOWN: Final[Mapping[str, tuple[Mapping[str, Any], Callable[[Any], bool]]]] = {
    "rules": ({}, _rules),  # code -> "off", "info" or "warning"
    "endpoint": ({}, _endpoint),  # base_url, model; no key
    "limits": ({}, _limits),  # whole numbers by name
    "page": ({}, _plain),  # what pages keep for everybody
}
DEFAULTS: Final[Mapping[str, Mapping[str, Any]]] = {key: value for key, (value, _) in _KNOWN.items()}


class Settings(Topic):
    """Read by everybody, changed by administrators."""

    @reads(EVERYONE)
    def all(self, at: At) -> Mapping[str, Mapping[str, Any]]:
        """Every setting by its key; those that nobody has set as `DEFAULTS` has them."""
        rows = at.session.exec(select(SettingRow).where(col(SettingRow.key).in_(tuple(DEFAULTS))))
        return {**DEFAULTS, **{each.key: each.value["value"] for each in rows}}

    @writes(ADMINS)
    def set(self, at: At, key: str, value: Mapping[str, Any]) -> None:
        """Set one for everybody. Rules count for what is judged from now on (`submissions.judge_again`).

        Raises BadValue.
        """
        if key not in _KNOWN or not _KNOWN[key][1](value):
            raise BadValue(f"“{key}”的设置写法不对，没有保存。")
        row = at.session.get(SettingRow, key) or SettingRow(key=key, by_id=at.me.id)
        before = row.value.get("value")
        row.value, row.by_id, row.at = {"value": dict(value)}, at.me.id, now()
        at.session.add(row)
        noted(at, "changed", "setting", key, key, before=before, after=dict(value))

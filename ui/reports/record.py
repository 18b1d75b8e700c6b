"""The result as the JSON object that scripts rely on."""

from __future__ import annotations

import json

from ui.reports.draft import Draft

__all__ = ["write_json"]


def write_json(draft: Draft) -> bytes:
    from extractors.result import checked

    text = json.dumps(checked(draft.form, draft.report), ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace")  # a lone surrogate has no bytes

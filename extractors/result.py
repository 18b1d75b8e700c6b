"""Forms and reports as the plain objects that `--json` prints: the shapes that scripts rely on."""

from __future__ import annotations

from typing import Any

from extractors.form import Form
from extractors.rules import Report

__all__ = ["checked", "extraction"]


def extraction(form: Form) -> dict[str, Any]:
    """What `shenbao extract --json` prints."""
    return {
        "notice": form.spec.notice,
        "source": {**form.source, "files": [dict(each) for each in form.files]},
        "submission": _whole_numbers(form.submission.model_dump(mode="json")),
        "evidence": {
            field.path: [each.as_dict() for each in answer.evidence]
            for field, answer in form
            if answer.evidence
        },
        "states": {field.path: answer.state for field, answer in form},
        "warnings": list(form.warnings) + [notice.message for notice in form.notices],
    }


def checked(form: Form, report: Report) -> dict[str, Any]:
    """What `shenbao check --json` prints."""
    result = extraction(form) | {
        "findings": [each.as_dict() for each in report.findings],
        "rules_run": list(report.rules_run),
        "rules_not_run": dict(report.rules_not_run),
        "verdict": report.verdict,
    }
    if report.rules_adjusted:  # only where a user has set any
        result["rules_adjusted"] = dict(report.rules_adjusted)
    return result


def _whole_numbers(value: Any) -> Any:
    """12000 rather than 12000.0: an amount is shown as people write it."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {key: _whole_numbers(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_whole_numbers(each) for each in value]
    return value

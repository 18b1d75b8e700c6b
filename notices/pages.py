"""Writes docs/rules: a page a rule, from the catalogue. `--check` only tells whether they are up to date."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final

from extractors.form import FormSpec
from extractors.rules import Rule, Severity
from extractors.sets import SetRule
from notices import NOTICES

__all__ = ["main", "pages"]

_FOLDER: Final = Path(__file__).resolve().parent.parent / "docs" / "rules"
_INDEX: Final = "README.md"
_SEVERITIES: Final[Mapping[Severity, str]] = {"error": "错误", "warning": "提醒", "info": "提示"}
_PLACEHOLDER: Final = re.compile(r"\{\w+\}")  # filled in by a finding; a page speaks of no spot
_MADE_BY: Final = "<!-- 由 python -m notices.pages 生成，请勿手改 -->"


def pages(notice_id: str) -> dict[str, str]:
    """File name -> Markdown, for every rule of the notice and the index."""
    package = import_module(f"{NOTICES[notice_id]}.rules")
    rules: Mapping[str, Rule] = package.RULES
    of_sets: Mapping[str, SetRule] = package.SET_RULES
    spec: FormSpec = import_module(f"{NOTICES[notice_id]}.form").SPEC
    every: dict[str, Rule | SetRule] = {**rules, **of_sets}
    return {
        _INDEX: _index(every),
        **{f"{code}.md": _page(each, spec) for code, each in every.items()},
    }


def _index(rules: Mapping[str, Rule | SetRule]) -> str:
    rows = [
        f"| [{each.code}]({each.code}.md) | {_severity(each)} | {each.title} | {each.clause} |"
        for each in sorted(rules.values(), key=lambda rule: rule.code)
    ]
    return _lines(
        _MADE_BY,
        "",
        "# 检查规则",
        "",
        "| 编号 | 程度 | 查什么 | 依据 |",
        "|---|---|---|---|",
        *rows,
        "",
        "SET 开头的规则要与同一批的其他申报材料比较，批量检查时判断。",
    )


def _page(rule: Rule | SetRule, spec: FormSpec) -> str:
    first, _, rest = rule.page.partition("\n")
    needs = "、".join(f"“{spec.by_path[path].title}”" for path in rule.needs)
    return _lines(
        _MADE_BY,
        "",
        f"# {rule.code} {rule.title}",
        "",
        first,
        "",
        f"- 程度：{_severity(rule)}",
        f"- 依据：{rule.clause}",
        *([f"- 要有这些内容才能判断：{needs}"] if needs else []),
        f"- 怎么改：{_PLACEHOLDER.sub('…', rule.fix)}",
        "",
        rest.strip("\n"),
    )


def _severity(rule: Rule | SetRule) -> str:
    plain = _SEVERITIES[rule.severity]
    if rule.reviewer_severity is None:
        return plain
    return f"{plain}（审核人员查看时为{_SEVERITIES[rule.reviewer_severity]}）"


def _lines(*lines: str) -> str:
    return "\n".join(lines) + "\n"


def _stale(folder: Path, wanted: Mapping[str, str]) -> list[str]:
    """Names of pages that are missing, differ, or have no rule any more."""
    there = {each.name: each.read_text(encoding="utf-8") for each in folder.glob("*.md")}
    return sorted(file for file in {*there, *wanted} if there.get(file) != wanted.get(file))


def main(arguments: Sequence[str] | None = None, *, folder: Path = _FOLDER) -> int:
    """Write the pages, or with --check give 1 where they are not up to date."""
    parser = argparse.ArgumentParser(prog="python -m notices.pages", description=__doc__)
    parser.add_argument("--check", action="store_true")
    only_look = parser.parse_args(arguments).check
    wanted = {file: text for notice_id in NOTICES for file, text in pages(notice_id).items()}
    stale = _stale(folder, wanted)
    if only_look:
        if stale:
            sys.stderr.write(f"docs/rules 需要重新生成（python -m notices.pages）：{'、'.join(stale)}\n")
        return int(bool(stale))
    folder.mkdir(parents=True, exist_ok=True)
    for file in stale:
        if file in wanted:
            (folder / file).write_text(wanted[file], encoding="utf-8", newline="\n")
        else:
            (folder / file).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What a rule of the check looks at, and why: from the catalogue that the check itself runs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from assistant.matching import Asked, weight
from assistant.parts import gives_orders
from assistant.question import Language
from assistant.said import Said
from extractors.rules import Rule
from notices.notice import Notice, Passage

__all__ = ["about_rule"]

_CODE = re.compile(r"(?<![a-z0-9])([a-z]{3,4}\d{3})(?!\d)")
_CHECKER = re.compile(
    r"检查|校验|规则|系统(?!提示词|消息)|报错|提示(?!词)|提醒|查出|检测|不通过|核对|查什么|警告|工具|"
    r"checker|rule|check"
)
_STRETCH = re.compile(r"[\u3400-\u9fff]{2,}|[a-z0-9]+")
_LEAST: Final = 2.0
_SECTION = re.compile(r"^## 为什么\n+(?P<why>.+?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


def about_rule(asked: Asked, *, notice: Notice, language: Language) -> tuple[float, Said] | None:
    """A rule by its code, else by its title where the question speaks of checking."""
    if gives_orders(asked.now):
        return None
    code = _CODE.search(asked.now)
    if (code is None and not _CHECKER.search(asked.now)) or notice.rules is None:
        return None
    rules = notice.rules()
    if code is not None:
        rule = rules.get(code.group(1).upper())
        return (9.0, _told(rule, notice, language)) if rule else (9.0, _none(code.group(1).upper(), language))
    about = _CHECKER.sub("", asked.now)
    scored = [(_shared(about, each), each) for each in rules.values()]
    most, rule = max(scored, key=lambda each: each[0])
    return (most + 2.5, _told(rule, notice, language)) if most >= _LEAST else None


def _shared(words: str, rule: Rule) -> float:
    """Pairs of characters that the rule's title and page share with the question; the title's twice."""
    pairs = {run[at : at + 2] for run in _STRETCH.findall(words) for at in range(len(run) - 1)}
    title = sum(weight(pair) for pair in pairs if pair in rule.title)
    page = sum(weight(pair) for pair in pairs if pair in rule.page.split("##")[0])
    return title + 0.5 * page


def _told(rule: Rule, notice: Notice, language: Language) -> Said:
    why = _SECTION.search(rule.page)
    reason = re.sub(r"\s+", "", why["why"]) if why else ""
    passage = Passage(notice.text.cited(rule.clause), rule.quote)
    clause = notice.text.locate(rule.quote, within=rule.clause)
    if clause is not None:
        passage = Passage(clause.key, rule.quote)
    if language == "zh":
        first = rule.page.partition("\n")[0].rstrip("。")
        return Said(
            f"规则{rule.code}查“{rule.title}”：{first}。{reason}", (passage,), topic=rule.code, aspect="rule"
        )
    return Said(
        f"Rule {rule.code} looks for “{rule.title}” ({rule.severity}); it enforces {passage.clause}.",
        (passage,),
        topic=rule.code,
        aspect="rule",
    )


def _none(code: str, language: Language) -> Said:
    if language == "zh":
        return Said(f"没有编号为{code}的检查规则。", answered=False)
    return Said(f"There is no rule {code}.", answered=False)


Rules = Mapping[str, Rule]

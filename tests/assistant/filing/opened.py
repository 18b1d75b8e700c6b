"""Filings whose truth is known, opened as a user's are."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from assistant.filing.filing import Filing
from assistant.filing.talk import Talk
from eval.filings.hand import HANDS
from eval.filings.styles import STYLES
from eval.filings.truth import Category, Truth, draw
from extractors.check import check
from extractors.rules import Context
from extractors.submission import extract
from extractors.text import squeeze
from notices import load
from notices.hebei_2022_719.form import SPEC
from notices.hebei_2022_719.rules import PLANNED, RULES
from tests.notices.filings import TODAY

NOTICE = load("hebei-2022-719")
DEVICES = "platform.indicators.connected_devices"
CONTRACTS = "platform.indicators.service_contract_amount"


def truth(seed: int, category: Category, **values: Any) -> Truth:
    """A faultless filing with other values, by path with `__` for the dot."""
    return draw(seed, category, traps=False).changed({k.replace("__", "."): v for k, v in values.items()})


def filing(drawn: Truth, *, path: str = "") -> Filing:
    with TemporaryDirectory() as folder:
        file = Path(folder) / (path or "申报书.docx")
        file.write_bytes(STYLES["printed"](drawn, HANDS["careful"], Random(1)).docx)  # noqa: S311 - a seed
        form = extract(file, spec=SPEC)
    return Filing(form, check(form, rules=RULES, context=Context(today=TODAY), planned=PLANNED), path)


@cache
def alone() -> Filing:
    """A regional platform's filing with two gaps and a contract amount of its own."""
    drawn = truth(11, "区域").blank("applicant.contact.mobile", CONTRACTS)
    return filing(drawn)


@cache
def three() -> tuple[Filing, ...]:
    return (
        filing(truth(21, "区域", platform__indicators__connected_devices=9_000), path="甲.docx"),
        filing(truth(22, "行业", platform__indicators__connected_devices=10_000), path="乙.docx"),
        filing(truth(23, "跨行业跨领域", platform__indicators__connected_devices=26_000), path="丙.docx"),
    )


def talk(*filings: Filing) -> Talk:
    return Talk(filings, NOTICE, RULES)


def words(some: Filing) -> str:
    """All that was read of the filing, as quotes are compared."""
    return squeeze("".join(each.quote for _, answer in some.form for each in answer.evidence))

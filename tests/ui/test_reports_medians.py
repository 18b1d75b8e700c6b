"""Medians of a set: of the same category where it has enough filings, else of all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ui.faults import UsageError
from ui.reports.medians import load_medians, medians_of
from ui.worker import NOTICE, demands

SPEC = demands(NOTICE).spec
DEVICES = "platform.indicators.connected_devices"


def platform(category: str | None, devices: float | None) -> dict[str, Any]:
    return {"submission": {"platform": {"category": category, "indicators": {"connected_devices": devices}}}}


def test_five_of_a_category_are_compared_with_each_other() -> None:
    alike = [platform("区域", each) for each in (1, 2, 3, 40, 500)]
    others = [platform("行业", 10_000)] * 4
    told = medians_of([*alike, *others], SPEC, category="区域")
    assert told.scope == "同类 5 份"
    assert told.values[DEVICES] == 3


@pytest.mark.parametrize("category", ["行业", None])
def test_fewer_are_compared_with_all(category: str | None) -> None:
    told = medians_of(
        [platform("区域", 1), platform("行业", 2), platform("区域", 6)], SPEC, category=category
    )
    assert told.scope == "全部 3 份"
    assert told.values[DEVICES] == 2


def test_what_nobody_filled_has_no_median_and_a_written_zero_counts() -> None:
    told = medians_of(
        [platform("区域", None), platform("区域", 0), platform("区域", 4)], SPEC, category="区域"
    )
    assert told.values == {DEVICES: 2}


def test_the_results_of_a_batch_are_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    lines = [json.dumps(platform("区域", each)) for each in (1, 3, 8)]
    path.write_text("\n".join([*lines, "", ""]), encoding="utf-8")
    assert load_medians(path, SPEC, category=None).values[DEVICES] == 3


@pytest.mark.parametrize("text", ["", "{}", "[1]", "不是", '{"submission": 3}'])
def test_what_is_no_result_is_refused_in_one_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "results.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"^“results\.jsonl”不是一批.*。$"):
        load_medians(path, SPEC, category=None)
    with pytest.raises(UsageError, match="打不开"):
        load_medians(tmp_path / "没有.jsonl", SPEC, category=None)

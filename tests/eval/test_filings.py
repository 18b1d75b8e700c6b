"""The generator keeps its word: its files open, hold what they claim, and are the same every time."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path
from random import Random

import pytest
from docx import Document
from lxml import etree

from eval.filings.company import credit_code
from eval.filings.hand import HANDS
from eval.filings.make import make
from eval.filings.mutants import MUTANTS, NEAR_MISSES, Mutant, NearMiss
from eval.filings.mutations import sized
from eval.filings.paths import CATEGORIES, KINDS, NARRATIVES, OPTIONS, PATHS, YEARS
from eval.filings.planted_copies import COPIES
from eval.filings.planted_sets import SETS
from eval.filings.prose.compose import count_words
from eval.filings.samples import SAMPLES, render, write
from eval.filings.script import Rendered
from eval.filings.styles import STYLES
from eval.filings.ticks import LITERAL, TICKS, Option
from eval.filings.truth import Truth, canonical, draw
from eval.filings.word.nodes import Text
from notices.hebei_2022_719.rules import RULES, SET_RULES

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


drawn = cache(draw)  # frozen: a mutant makes another


@cache
def filing_of(style: str, seed: int) -> Rendered:
    return make(style, seed)


def shown(docx: bytes) -> str:
    """Everything a person sees in the body, without any blanks."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    words = []
    for text in root.iter(f"{W}t"):
        above = [each.tag for each in text.iterancestors()]
        run = text.getparent()
        assert run is not None
        gone = f"{W}moveFrom" in above or f"{W}del" in above or run.find(f"{W}rPr/{W}vanish") is not None
        words.append("" if gone else text.text or "")
    return squeezed("".join(words))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", canonical(text))


@pytest.mark.parametrize("style", STYLES)
def test_a_filing_opens_in_python_docx_and_speaks_of_every_field(style: str) -> None:
    filing = filing_of(style, 3)
    assert Document(io.BytesIO(filing.docx)).element.body is not None
    assert tuple(filing.values) == PATHS
    assert set(filing.states) == set(PATHS)


@pytest.mark.parametrize("style", STYLES)
def test_the_same_seed_gives_the_same_bytes_and_another_seed_other_ones(style: str) -> None:
    assert make(style, 3) == filing_of(style, 3)
    assert filing_of(style, 5).docx != filing_of(style, 3).docx


@pytest.mark.parametrize("seed", [3, 5])
@pytest.mark.parametrize("style", STYLES)
def test_what_is_filled_can_be_read_in_the_file(style: str, seed: int) -> None:
    filing = filing_of(style, seed)
    seen = shown(filing.docx)
    for path, kind in KINDS.items():
        value = filing.values[path]
        if kind in ("text", "longtext") and path != "applicant.profile" and isinstance(value, str):
            for line in value.split("\n"):
                assert squeezed(line) in seen, path
        if kind == "texts":
            assert isinstance(value, list)
            assert all(squeezed(str(each)) in seen for each in value), path


@pytest.mark.parametrize("style", STYLES)
def test_a_state_agrees_with_its_value(style: str) -> None:
    filing = filing_of(style, 3)
    for path in PATHS:
        empty = filing.values[path] in (None, [])
        if path != "attachments":
            assert empty == (filing.states[path] != "filled"), path


def _chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - reproducible chance, no secret


def _amount(truth: Truth, path: str) -> float:
    value = truth.values[path]
    assert isinstance(value, (int, float))
    return value


@pytest.mark.parametrize("category", CATEGORIES)
@pytest.mark.parametrize("seed", range(8))
def test_a_drawn_truth_is_faultless(category: str, seed: int) -> None:
    truth = draw(seed, category)  # type: ignore[arg-type]
    for name in ("rnd", "revenue", "cost"):
        yearly = sum(_amount(truth, f"sustainability.{name}_{year}") for year in YEARS)
        assert yearly == _amount(truth, f"sustainability.{name}_total")
    profit = (
        _amount(truth, "sustainability.revenue_total") - _amount(truth, "sustainability.cost_total")
    ) / 3
    exact = profit / (_amount(truth, "platform.investment") * 10_000) * 100
    assert abs(exact - _amount(truth, "sustainability.roi_percent")) < 0.1
    for count, ticked in (("industry_count", "industries"), ("domain_count", "domains")):
        chosen = truth.values[f"platform.{ticked}"]
        assert isinstance(chosen, list)
        assert len(chosen) == _amount(truth, f"platform.{count}")
        assert [each for each in OPTIONS[f"platform.{ticked}"] if each in chosen] == chosen
    for path, limit in (("applicant.profile", 1500), ("cases", 1500), ("next_plan", 1000)):
        assert (
            count_words(str(truth.values[path])) <= limit + 40
        )  # the headings of the profile are not counted
    customers = truth.values["platform.typical_customers"]
    assert isinstance(customers, list)
    assert len(customers) >= 3


@pytest.mark.parametrize("category", CATEGORIES)
def test_narratives_differ_between_companies(category: str) -> None:
    one, other = draw(1, category), draw(2, category)  # type: ignore[arg-type]
    for path in NARRATIVES:
        first, second = str(one.values[path] or ""), str(other.values[path] or "")
        assert not any(first[at : at + 150] in second for at in range(max(len(first) - 150, 0))), path


def test_a_credit_code_has_the_check_character_of_the_standard() -> None:
    # 91350100M000100Y43 is the example that GB 32100-2015 itself prints.
    assert credit_code("350100", "M000100Y4") == "91350100M000100Y43"


@pytest.mark.parametrize(
    ("hand", "value", "unit", "possible"),
    [
        ("careful", 1200, "台/套", {"1200", "1,200"}),
        ("wide", 1200, "台/套", {"１２００", "１，２００"}),
        ("spoken", 1200, "台/套", {"约1200台", "近1,200", "1200余台"}),
        ("spoken", -438.6, "万元", {"亏损438.6", "－438.6"}),
        ("big_units", 12000, "万元", {"1.2亿元", "12000"}),
        ("big_units", 3_000_000, "元", {"300万", "300万元", "3000000"}),
        ("characters", 5, "个", {"五", "5"}),
        ("characters", 42, "个", {"四十二", "42"}),
        ("characters", 100, "万元", {"壹佰万元", "100"}),
        ("counting", 10.1, "%", {"10.1%", "10.1 %"}),
    ],
)
def test_a_hand_writes_a_number_in_its_ways_only(
    hand: str, value: float, unit: str, possible: set[str]
) -> None:
    written = {HANDS[hand].number(_chance(seed), value, unit) for seed in range(60)}
    assert written == possible


@pytest.mark.parametrize(
    ("hand", "iso", "possible"),
    [
        ("plain", "2018-03-01", {"2018年3月1日"}),
        ("characters", "2018-03", {"二〇一八年三月", "二零一八年三月"}),
        ("characters", "2020-10-21", {"二〇二〇年十月二十一日", "二零二零年十月二十一日"}),
        ("wide", "2018-03", {"２０１８年３月"}),
        ("big_units", "2018-03-01", {"2018.03.01", "2018-03-01"}),
        ("spoken", "2018", {"2018年"}),
    ],
)
def test_a_hand_keeps_the_precision_of_a_date(hand: str, iso: str, possible: set[str]) -> None:
    assert {HANDS[hand].date(_chance(seed), iso) for seed in range(40)} == possible


@pytest.mark.parametrize("name", LITERAL)
def test_a_tick_looks_unlike_its_absence(name: str) -> None:
    def look(ticked: bool) -> str:
        (parts,) = TICKS[name].write([Option("民营", ticked)], _chance(0))
        return "".join(part.text for part in parts if isinstance(part, Text))

    assert look(True) != look(False)
    assert "民营" in look(True)
    assert "民营" in look(False)


def test_every_rule_has_a_mutant() -> None:
    assert set(RULES) | set(SET_RULES) == {*MUTANTS, *SETS, *COPIES}


@pytest.mark.parametrize(
    "mutant", [each for some in MUTANTS.values() for each in some], ids=lambda each: each.name
)
def test_a_mutant_changes_the_filing_and_names_a_field_of_it(mutant: Mutant) -> None:
    base = drawn(21, mutant.category)
    changed = mutant.mutate(base)
    told = (changed.values, changed.written, changed.ticked) != (base.values, base.written, base.ticked)
    assert told or mutant.rework or mutant.beside
    assert all(not each.field or each.field in changed.values for each in mutant.expected)
    for path in PATHS:
        empty = changed.values[path] in (None, [])
        assert path == "attachments" or empty == (changed.states[path] != "filled"), path


@pytest.mark.parametrize("miss", NEAR_MISSES, ids=lambda each: each.name)
def test_a_near_miss_is_about_a_rule_that_has_mutants(miss: NearMiss) -> None:
    changed = miss.mutate(drawn(22, miss.category))
    assert miss.rule in MUTANTS
    assert set(changed.values) == set(PATHS)


@pytest.mark.parametrize("words", [1, 96, 97, 98, 1000, 1500])
def test_sized_text_has_exactly_that_many_characters(words: int) -> None:
    assert sum(map(count_words, sized(words))) == words


def test_samples_are_written_the_same_twice(tmp_path: Path) -> None:
    first, second = write(tmp_path / "a"), write(tmp_path / "b")
    assert [path.name for path in first] == list(SAMPLES)
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert Counter(sample.category for sample in SAMPLES.values() if not sample.faults) == Counter(CATEGORIES)


def test_the_faulty_sample_shows_its_faults() -> None:
    (faulty,) = [sample for sample in SAMPLES.values() if sample.faults]
    filing = render(faulty)
    assert filing.states["applicant.contact.mobile"] == "blank"
    assert filing.states["platform.indicators.industrial_apps"] == "unreadable"
    assert filing.values["cover.platform_name"] != filing.values["platform.name"]

"""Filings filled in ways that nobody foresaw: no tick is made up, nearly every answer is read as written."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from eval.filings.odd.converted import CONVERTED, office
from eval.filings.odd.every import FILINGS
from eval.filings.odd.filing import Odd
from eval.filings.odd.regridded import GRIDS
from eval.filings.odd.score import Score, score
from eval.filings.odd.shaken import SHAKES, shaken

# What is not read in full yet, with the share that is; everything else is read exactly.
LEVELS: Final = {
    "bilingual": 0.95,
    "blank_page_of_form": 0.98,
    "bracketed": 0.96,
    "english_first": 0.95,
    "last_before_table": 0.96,
    "profile_over_rows": 0.98,
    "thousands_of_yuan": 0.96,
    "year_rows_merged": 0.93,
}
# Those of them that change nothing yet; the others lose answers.
HARMLESS: Final = (
    "single_runs",
    "soft_breaks",
    "narrow_signs",
    "bookmarked",
    "controls_around",
    "inserted",
    "framed",
)
SHAKEN: Final = (
    "two_columns",
    "header_over_values",
    "tick_row_beneath",
    "ledger",
    "in_sentences",
    "synonyms",
)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Odd, Score]]:
    folder: Path = tmp_path_factory.mktemp("odd")
    return {name: (odd := make(), score(odd, folder / f"{name}.docx")) for name, make in FILINGS.items()}


def test_every_filing_asks_for_at_least_sixty_fields() -> None:
    assert {name for name, make in FILINGS.items() if len(make().values) < 60} == set()


@pytest.mark.parametrize("name", FILINGS)
def test_an_odd_filing_is_read_as_its_clerk_meant_it(name: str, read: dict[str, tuple[Odd, Score]]) -> None:
    _, result = read[name]
    assert result.of("tick") == ()
    assert result.exact >= LEVELS.get(name, 1.0), result.misses


@pytest.mark.parametrize("name", sorted(set(FILINGS) - set(LEVELS)))
def test_a_faultless_odd_filing_has_no_error_and_a_planted_fault_is_the_only_one(
    name: str, read: dict[str, tuple[Odd, Score]]
) -> None:
    _, result = read[name]
    assert result.of("rule") == ()


def test_the_scorer_sees_a_wrong_value_and_a_wrong_tick(tmp_path: Path) -> None:
    odd = FILINGS["copied"]()
    lies = {"applicant.name": "另一家", "applicant.ownership": "国有", "cases": None}
    lied = Odd(odd.docx, {**odd.values, **lies})
    kinds = {each.path: each.kind for each in score(lied, tmp_path / "copied.docx").misses}
    assert kinds == {"applicant.name": "wrong", "applicant.ownership": "tick", "cases": "soft"}


@pytest.mark.skipif(office() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", CONVERTED)
def test_a_filing_that_went_through_libreoffice_is_read_alike(name: str, tmp_path: Path) -> None:
    odd = CONVERTED[name]()
    result = score(odd, tmp_path / f"{name}.docx")
    assert result.of("tick") == ()
    assert result.exact == 1, result.misses


@pytest.mark.parametrize("shake", HARMLESS)
@pytest.mark.parametrize("name", SHAKEN)
def test_what_no_reader_sees_changes_no_answer(name: str, shake: str, tmp_path: Path) -> None:
    odd = shaken(FILINGS[name](), {**SHAKES, **GRIDS}[shake])
    result = score(odd, tmp_path / f"{name}.docx")
    assert result.of("tick") == ()
    assert result.exact == 1, result.misses

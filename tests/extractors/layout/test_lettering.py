"""Characters into runs: which gaps are blanks, and what is no part of the line."""

from __future__ import annotations

import pytest

from extractors.layout.lettering import Char, runs_of


def line(*pieces: str | float, size: float = 14.0) -> list[Char]:
    """Words side by side from x = 100; a number moves on by as many em."""
    chars: list[Char] = []
    x = 100.0
    for piece in pieces:
        if isinstance(piece, float):
            x += piece * size
            continue
        for letter in piece:
            width = size if letter > "\u2e80" or letter in "□☑√" else size / 2
            chars.append((letter, x, 100.0, x + width, 100.0 + size))
            x += width
    return chars


GAPS = {
    "a quarter between options": (("钢铁", 0.22, "石化√", 0.22, "建材"), "钢铁 石化√ 建材"),
    "a quarter before a bracket": (("是", 0.22, "[", "]否"), "是 []否"),
    "what programs keep between figures and Chinese": (("槐安路", 0.2, "657", 0.2, "号"), "槐安路657号"),
    "a gap before a box": (("石化", 0.2, "☑建材"), "石化 ☑建材"),
    "a margin behind a drawn box": (("□", 0.25, "国有"), "□国有"),
    "between Latin words": (("Tel", 0.3, "No"), "Tel No"),
    "inside a number": (("12", 0.3, "345"), "12345"),
    "a title set wide": (("平", 0.3, "台", 0.3, "名", 0.3, "称"), "平台名称"),
}


@pytest.mark.parametrize(("pieces", "text"), GAPS.values(), ids=GAPS.keys())
def test_a_gap_is_a_blank_where_a_writer_put_one(pieces: tuple[str | float, ...], text: str) -> None:
    assert [run.text for run in runs_of(line(*pieces))] == [text]


def test_the_number_of_a_footnote_is_no_part_of_the_number_before_it() -> None:
    small = [("1", 171.0, 99.0, 175.0, 106.0), ("2", 175.0, 99.0, 179.0, 106.0)]
    chars = [*line("软著数量：", "106", size=10.0), *small, *line(7.9, "（项）", size=10.0)]
    assert [run.text for run in runs_of(chars)] == ["软著数量：106", "12", "（项）"]


def test_blanks_around_words_are_not_in_their_box() -> None:
    chars = [(" ", 50.0 + 3 * at, 100.0, 53.0 + 3 * at, 110.0) for at in range(10)]
    run = next(runs_of([*chars, ("日", 80.0, 100.0, 90.0, 110.0), (" ", 90.0, 100.0, 93.0, 110.0)]))
    assert (run.text, run.x0, run.x1) == ("日", 80.0, 90.0)

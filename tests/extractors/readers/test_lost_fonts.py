"""Boxes and ticks that lost their symbol font."""

from __future__ import annotations

import pytest

from extractors.readers.lost_fonts import with_boxes

LOST = {
    "Wingdings 2": ("£国有R民营", "□国有☑民营"),
    "Wingdings": ("¨国有þ民营", "□国有☑民营"),
    "Wingdings with the letter o for a box": ("o国有ý民营o5G", "□国有☒民营□5G"),
    "letters where no box is": ("Wo国有R民营", "Wo国有R民营"),
    "letters of words beside boxes": ("ý是Soft开发", "☒是Soft开发"),
}


@pytest.mark.parametrize(("written", "meant"), LOST.values(), ids=LOST.keys())
def test_a_letter_before_an_option_is_the_box_that_it_was(written: str, meant: str) -> None:
    assert "".join(with_boxes(written)) == meant

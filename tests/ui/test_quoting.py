"""Quoted words are found as they stand, and text is shown as it is written."""

import pytest
from markdown_it import MarkdownIt

from notices import load
from ui.quoting import Split, around, plain

ROWS = [
    ("一、前 后", "前后", Split("一、", "前 后", "")),
    ("一、前后，再前后", "前后", Split("一、", "前后", "，再前后")),
    ("(15)服务", "(15)", Split("", "(15)", "服务")),
    ("一、前后", "左右", None),
    ("一、前后", "  ", None),
]


@pytest.mark.parametrize(("text", "quote", "split"), ROWS)
def test_words_are_found_white_space_aside(text: str, quote: str, split: Split | None) -> None:
    assert around(text, quote) == split


@pytest.mark.parametrize("notice_id", ["hebei-2022-719"])
def test_markdown_shows_every_line_of_the_notice_as_it_stands(notice_id: str) -> None:
    lines = [line for clause in load(notice_id).text.walk() for line in clause.lines]
    assert lines
    for line in lines:
        (block,) = [each for each in MarkdownIt().parse(plain(line)) if each.type == "inline"]
        assert "".join(each.content for each in block.children or ()) == line

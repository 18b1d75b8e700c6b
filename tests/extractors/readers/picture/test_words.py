"""Letters and shapes put together: which box replaces which guess, where blanks are, what was overlooked."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")

from extractors.readers.picture.blanks import with_blanks  # noqa: E402
from extractors.readers.picture.engine import Letter  # noqa: E402
from extractors.readers.picture.lines import Strip  # noqa: E402
from extractors.readers.picture.marks import Mark  # noqa: E402
from extractors.readers.picture.overlooked import overlooked, with_unread_marks  # noqa: E402
from extractors.readers.picture.words import settled, text_of  # noqa: E402
from tests.extractors.readers.picture.drawn import Picture  # noqa: E402

EM = 30


def line(words: str, *, sure: float = 0.99) -> tuple[list[Letter], Strip]:
    """Letters side by side, each EM wide; a _ is room without a letter."""
    width = EM * len(words)
    letters = [
        Letter(each, (index + 0.5) / len(words), sure) for index, each in enumerate(words) if each != "_"
    ]
    return letters, Strip(0, 0, width, round(EM * 1.45))


def box(place: int, glyph: str = "□", *, straight: float = 0.0, legs: bool = False) -> Mark:
    x = EM * place + 3
    return Mark(glyph, x, 10, x + EM - 6, 10 + EM - 6, 0.95, straight, legs)


@pytest.mark.parametrize(
    ("words", "mark", "expected"),
    [
        ("口国有", box(0), "□国有"),
        ("日国有", box(0, "☑"), "☑国有"),
        ("√国有", box(0, "☑"), "☑国有"),
        ("□国有", box(0, "☑"), "☑国有"),
        ("☑国有", box(0), "□国有"),
        ("_国有", box(0), "□国有"),
        ("国有_民营", box(2, "☒"), "国有☒民营"),
        ("接口数量", box(1), "接口数量"),
        ("数据口径", box(2), "数据口径"),
        ("口三个", box(0, legs=True), "口三个"),
        ("全国各地", box(1, "☑", straight=0.7), "全国各地"),
        ("今日上线", box(1, "☑", straight=0.9), "今日上线"),
        ("协同制造", box(1), "协同制造"),
        ("产业园区的", box(3, "☑"), "产业园区的"),
        ("约709万", box(2), "约709万"),
        ("_边缘层", box(0, "■"), "■边缘层"),
    ],
)
def test_a_box_replaces_the_guess_at_it_and_no_letter(words: str, mark: Mark, expected: str) -> None:
    letters, strip = line(words)
    assert text_of(settled(letters, [mark], strip)) == expected


def test_a_box_that_only_the_recognition_saw_cannot_be_told() -> None:
    letters, strip = line("☑国有□民营")
    assert text_of(settled(letters, [box(0, "☑")], strip)) == "☑国有\ufffd民营"


@pytest.mark.parametrize(
    ("read", "said"),
    [("laaS基础设施", "IaaS基础设施"), ("IloT平台", "IIoT平台"), ("loT平台", "IoT平台"), ("email", "email")],
)
def test_a_capital_i_that_looks_like_l_is_one(read: str, said: str) -> None:
    letters, _ = line(read)
    assert text_of(letters) == said


def inked(words: str) -> Picture:
    """Columns of a line: each letter inks the inner four fifths of its place; ~ is ink without a letter."""
    columns: Picture = np.zeros(EM * len(words), bool)
    for index, each in enumerate(words):
        if each != "_":
            columns[EM * index + 3 : EM * (index + 1) - 3] = True
    return columns


def test_blanks_are_where_paper_is() -> None:
    letters, _ = line("名称__河北")
    assert text_of(with_blanks(letters, inked("名称__河北"), em=EM)) == "名称  河北"
    seen = [letters[0], Letter(" ", 0.17, 0.9), *letters[1:]]
    assert text_of(with_blanks(seen, inked("名称__河北"), em=EM)) == "名称  河北"


def test_ink_that_no_letter_accounts_for_is_told() -> None:
    letters, _ = line("租用（_）")
    assert overlooked(letters, inked("租用（_）"), em=EM) == []
    ((start, end),) = gaps = overlooked(letters, inked("租用（~）"), em=EM)
    assert 3 * EM <= start < end <= 4 * EM
    marked = with_unread_marks(letters, gaps, 5 * EM)
    assert text_of(marked) == "租用（\ufffd）"
    assert text_of(with_unread_marks(letters, [], 5 * EM)) == "租用（）"

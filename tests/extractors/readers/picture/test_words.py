"""Letters and shapes put together: which box replaces which guess, where blanks are, what was overlooked."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")

from extractors.readers.picture.alike import Usual  # noqa: E402
from extractors.readers.picture.blanks import with_blanks  # noqa: E402
from extractors.readers.picture.engine import Letter  # noqa: E402
from extractors.readers.picture.lines import Strip  # noqa: E402
from extractors.readers.picture.marks import Mark  # noqa: E402
from extractors.readers.picture.overlooked import overlooked, with_unread_marks  # noqa: E402
from extractors.readers.picture.words import (  # noqa: E402
    Sight,
    em_of,
    settled,
    text_of,
    with_unread,
)
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


def sight_of(place: int, mark: Mark | None) -> Sight:
    """Boxes are about, and at one place there is one that only its likes tell of."""

    def seen(x: float, em: float) -> Mark | None:
        return mark if abs(x - EM * (place + 0.5)) < 0.5 * em else None

    return Sight(usual_box=seen, usual=Usual(EM - 6, EM - 6))


@pytest.mark.parametrize(("mark", "said"), [(box(3, "☑"), "□国有☑民营"), (None, "□国有\ufffd民营")])
def test_ink_without_a_letter_is_the_box_that_is_seen_there_or_one_that_cannot_be_told(
    mark: Mark | None, said: str
) -> None:
    letters, strip = line("□国有_民营")
    gaps = overlooked(letters, inked("□国有~民营"), em=EM)
    found, left = with_unread(letters, gaps, strip, sight_of(3, mark))
    assert text_of(found) == said
    assert len(left) == (mark is None)  # the line is still less sure


@pytest.mark.parametrize(
    ("words", "usual"),
    [("国有_民营", None), ("国有_民营", Usual(EM - 6, EM - 6)), ("部门_绩效", Usual(EM - 6, EM - 6))],
)
def test_in_the_middle_of_words_or_where_no_boxes_are_about_ink_is_no_mark(
    words: str, usual: Usual | None
) -> None:
    letters, strip = line(words)
    gaps = overlooked(letters, inked(words.replace("_", "~")), em=EM)
    sight = Sight(check=lambda _x, _em: box(2, "√"), usual=usual)
    assert text_of(with_unread(letters, gaps, strip, sight)[0]) == words.replace("_", "")


def test_where_a_line_begins_ink_may_be_a_tick() -> None:
    letters, strip = line("_自建")
    gaps = overlooked(letters, inked("~自建"), em=EM)
    sight = Sight(check=lambda _x, _em: box(0, "√"))
    assert text_of(with_unread(letters, gaps, strip, sight)[0]) == "√自建"


@pytest.mark.parametrize(("sure", "said"), [(0.9, "☑自建"), (0.99, "风自建")])
def test_an_unsure_letter_in_the_place_of_a_usual_box_is_the_box(sure: float, said: str) -> None:
    letters, strip = line("风自建")
    letters[0] = letters[0]._replace(sure=sure)
    assert text_of(settled(letters, [box(0, "☑")], strip, sight=sight_of(0, None))) == said


@pytest.mark.parametrize(("read", "said"), [("√国有", "√国有"), ("v国有", "√国有"), ("v2.0", "v2.0")])
def test_a_tick_that_is_seen_is_sure(read: str, said: str) -> None:
    letters, strip = line(read, sure=0.5)
    tick = Mark("√", 3, 10, EM - 3, 10 + EM, 1.0)
    sight = Sight(check=lambda x, _em: tick if x < EM else None)
    found = settled(letters, [], strip, sight=sight)
    assert text_of(found) == said
    assert (found[0].sure == 1.0) == (said[0] == "√")


def test_a_short_words_letters_say_how_wide_a_letter_is() -> None:
    letters, strip = line("_自建")
    tall = strip._replace(bottom=2 * strip.bottom)  # a pen's tick reaches up
    assert em_of(letters, tall) == pytest.approx(EM, rel=0.15)


@pytest.mark.parametrize("glyph", ["\ufffd", "☑"])
@pytest.mark.parametrize(("words", "sure"), [("中冀联云", 0.85), ("截目前的", 0.99)])
def test_strokes_of_a_letter_that_look_like_a_box_are_the_letters(
    words: str, sure: float, glyph: str
) -> None:
    letters, strip = line(words, sure=sure)
    strokes = Mark(glyph, EM + 6, 14, 2 * EM - 6, 32, 1.0, 0.8 if glyph == "☑" else 0.0)
    assert text_of(settled(letters, [strokes], strip)) == words

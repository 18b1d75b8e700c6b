"""Shared runs are found whatever surrounds them, and nothing shorter is told."""

import random

import pytest

from extractors.passages import Passages, Shared

LENGTH = 50


def prose(rng: random.Random, count: int, *, letters: int = 3000) -> str:
    return "".join(chr(0x4E00 + rng.randrange(letters)) for _ in range(count))


def shared(*texts: str, owners: tuple[int, ...] | None = None) -> list[Shared]:
    with Passages(length=LENGTH) as passages:
        for number, text in enumerate(texts):
            assert passages.add(text, owner=number if owners is None else owners[number]) == number
        return list(passages.shared())


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("length", [LENGTH - 1, LENGTH, LENGTH + 1, 400])
def test_a_run_is_found_from_its_length_on(seed: int, length: int) -> None:
    rng = random.Random(f"{seed}/{length}")  # noqa: S311 - no secret
    run = prose(rng, length)
    one = prose(rng, rng.randrange(600)) + "甲" + run + "乙" + prose(rng, rng.randrange(600))
    other = prose(rng, rng.randrange(600)) + "丙" + run + "丁" + prose(rng, rng.randrange(600))

    assert shared(one, other) == ([Shared(0, 1, run, length)] if length >= LENGTH else [])


def test_of_a_pair_the_longest_run_is_told() -> None:
    rng = random.Random(7)  # noqa: S311
    short, long = prose(rng, 60), prose(rng, 90)

    found = shared(short + "甲" + long, prose(rng, 40) + long + "乙" + short)

    assert found == [Shared(0, 1, long, 90)]


@pytest.mark.parametrize("text", ["", "短", "一" * (LENGTH - 1)])
def test_what_is_shorter_than_a_run_shares_nothing(text: str) -> None:
    assert shared(text, text) == []


@pytest.mark.parametrize("text", ["一" * 500, "一二" * 300, "一二三四五六七" * 80])
def test_a_text_that_repeats_itself_is_found_in_another(text: str) -> None:
    (found,) = shared(text, text)

    assert found.length == len(text)


def test_characters_beyond_the_basic_plane_are_compared_whole() -> None:
    rng = random.Random(8)  # noqa: S311
    run = "".join(chr(0x20000 + rng.randrange(9000)) for _ in range(LENGTH))

    (found,) = shared("甲" + run, "乙乙" + run)

    assert found.text == run


def test_texts_of_one_owner_are_not_compared() -> None:
    text = prose(random.Random(9), 200)  # noqa: S311

    assert shared(text, text, owners=(1, 1)) == []
    assert [(each.one, each.other) for each in shared(text, text, text, owners=(1, 1, 2))] == [(0, 2), (1, 2)]


def test_of_many_that_share_a_passage_each_is_told_and_not_every_pair() -> None:
    rng = random.Random(10)  # noqa: S311
    template = prose(rng, 300)
    found = shared(*(prose(rng, 200) + template + prose(rng, 100) for _ in range(60)))

    assert {each for pair in found for each in (pair.one, pair.other)} == set(range(60))
    assert len(found) < 60 * 20


def test_one_that_shares_a_run_is_found_among_many_that_share_less() -> None:
    rng = random.Random(11)  # noqa: S311
    common = prose(rng, LENGTH - 10)
    run = common + prose(rng, 40)
    texts = [prose(rng, 100) + common + prose(rng, 100) for _ in range(60)]
    texts[13], texts[47] = (
        prose(rng, 90) + run + "甲" + prose(rng, 90),
        prose(rng, 20) + run + "乙" + prose(rng, 90),
    )

    assert [(each.one, each.other) for each in shared(*texts)] == [(13, 47)]

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.codes import check_character, credit_code_ok, division, normalise_code, organization_code_ok


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (" 12345678-9 ", "123456789"),
        ("d2143569－x", "D2143569X"),
        ("９１３５ 0100—m000100y43", "91350100M000100Y43"),
        ("", ""),
    ],
)
def test_a_code_is_written_in_one_way(written: str, code: str) -> None:
    assert normalise_code(written) == code


def test_the_standards_own_examples_hold() -> None:
    assert organization_code_ok("D2143569X")
    assert credit_code_ok("91350100M000100Y43")


@pytest.mark.parametrize(
    "code", ["", "D21435690", "D2143569x", "D214356", "91350100M000100Y43", "D2143569XX", "D214356９X"]
)
def test_what_is_no_organization_code_is_refused(code: str) -> None:
    assert not organization_code_ok(code)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "91350100M000100Y44",
        "91350100m000100y43",
        "9135010OM000100Y43",  # a letter O
        "91350100I000100Y43",
        "D2143569X",
        "91350100M000100Y4",
    ],
)
def test_what_is_no_credit_code_is_refused(code: str) -> None:
    assert not credit_code_ok(code)


def test_the_division_is_told_by_credit_codes_alone() -> None:
    assert division("91350100M000100Y43") == "350100"
    assert division("D2143569X") is None


CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@given(st.text(CREDIT_ALPHABET, min_size=9, max_size=9), st.integers(0, 16), st.sampled_from(CREDIT_ALPHABET))
def test_one_wrong_character_is_found_out(tail: str, place: int, char: str) -> None:
    body = "91130100" + tail
    code = body + str(check_character(body))
    assert credit_code_ok(code)
    changed = code[:place] + char + code[place + 1 :]
    assert credit_code_ok(changed) == (changed == code)


@pytest.mark.parametrize("body", ["", "1234567", "1234567８", "a" * 8, "9" * 18, "I" * 17])
def test_what_is_no_body_of_a_code_has_no_check_character(body: str) -> None:
    assert check_character(body) is None

"""The prompts: each is whole, is used, and takes what it says it takes."""

import re
from pathlib import Path

import pytest

from prompts import PromptError, names, prompt, render

ROOT = Path(__file__).resolve().parents[2]
CALL = re.compile(r"render\(\s*\"(\w+)\"")


def test_there_are_prompts() -> None:
    assert "answer" in names()


@pytest.mark.parametrize("name", names())
def test_what_is_declared_is_what_stands_in_the_text(name: str) -> None:
    assert prompt(name).variables == prompt(name).used


def test_every_prompt_is_used_and_no_other() -> None:
    code = [
        path.read_text(encoding="utf-8")
        for package in ("assistant", "eval")
        for path in (ROOT / package).rglob("*.py")
    ]
    assert {name for text in code for name in CALL.findall(text)} == set(names())


def test_values_are_put_in_as_they_are() -> None:
    told = render("answer", material="$question 100$", question="$$ {x}")
    assert "$question 100$" in told
    assert "$$ {x}" in told


@pytest.mark.parametrize(
    ("name", "variables", "told"),
    [
        ("answer", {"material": "x"}, "'answer' needs question"),
        ("answer", {"material": "x", "question": "y", "extra": "z"}, "'answer' does not take extra"),
        ("nothing", {}, "there is no prompt 'nothing'"),
        ("../prompts/answer", {}, "there is no prompt"),
    ],
)
def test_a_wrong_call_fails_by_name(name: str, variables: dict[str, str], told: str) -> None:
    with pytest.raises(PromptError, match=re.escape(told)):
        render(name, **variables)

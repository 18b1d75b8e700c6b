"""Values that a model proposes: they count where the document has them, under the label, in one place."""

import json
from dataclasses import replace

import pytest

from assistant.model.propose import proposed
from assistant.model.settings import Settings
from extractors.document import Document, Paragraph
from extractors.form import ABSENT, Form
from tests.assistant.model.scripted import Reply, Status, serving
from tests.notices.filings import filing

FOUNDED = "applicant.founded_on"
DEVICES = "platform.indicators.connected_devices"
CATEGORY = "platform.category"
LINES = (
    "企业信息",
    "企业成立的时间（以执照为准） 二零一八年三月",
    "接入的设备总量 约 1200 台",
    "其他情况 1300 台 1300 台",
    "平台的类别：行业",
)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def document(*lines: str) -> Document:
    blocks = tuple(Paragraph(number, line) for number, line in enumerate(lines, 1))
    return Document(name="申报书.docx", kind="docx", sha256="", blocks=blocks)


def after(said: Reply, *absent: str, lines: tuple[str, ...] = LINES) -> Form:
    """What becomes of a form without these fields when the model says so to each question."""
    form = filing()
    form = replace(form, answers={**form.answers, **dict.fromkeys(absent, ABSENT)})
    with serving(said) as script:
        settings = Settings(endpoint=script.url, model="m", style="schema", seconds=20)
        return proposed(form, document(*lines), settings=settings)


def value(text: str) -> str:
    return json.dumps({"value": text}, ensure_ascii=False)


def test_a_value_that_stands_under_the_label_is_taken_and_marked() -> None:
    answer = after(value("约 1200 台"), DEVICES)[DEVICES]
    assert (answer.state, answer.value) == ("filled", 1200)
    assert [(each.method, each.location, each.quote) for each in answer.evidence] == [
        ("llm", "段落 3", LINES[2])
    ]
    assert answer.evidence[0].confidence < 1


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (value("1500 台"), "not in the document"),
        (value(""), "nothing"),
        (value("1300 台"), "there twice"),
        (value("接入的设备"), "no number"),
        ("1200", "no JSON object"),
        ('{"value": ["1200"]}', "a list"),
        (Status(500), "no model"),
    ],
    ids=lambda each: each if isinstance(each, str) and "{" not in each else "",
)
def test_what_code_does_not_find_is_dropped(said: Reply, why: str) -> None:
    assert after(said, DEVICES)[DEVICES] == ABSENT, why


def test_a_value_far_from_any_such_label_is_dropped() -> None:
    lines = ("接入的设备总量", "", "", "", "", "", "员工 1200 人")
    assert after(value("1200"), DEVICES, lines=lines)[DEVICES] == ABSENT


def test_ticks_are_never_proposed() -> None:
    assert after(value("行业"), CATEGORY)[CATEGORY] == ABSENT

"""How far a batch is, as people are told: on a terminal, and where there is none."""

from __future__ import annotations

from io import StringIO

import pytest

from ui.rate import Rate, _duration


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr("ui.rate.time", made)
    return made


def told(stream: StringIO, clock: Clock, *, each: float) -> str:
    rate = Rate(stream)
    rate.begins(12, 10, 1000)
    for number in range(5):
        clock.now += each
        rate.ended(f"{number}.docx", 100, "已损坏。" if number == 2 else "")
    rate.clear()
    return stream.getvalue()


def test_without_a_terminal_a_plain_line_comes_now_and_then(clock: Clock) -> None:
    lines = told(StringIO(), clock, each=6.0).splitlines()
    assert lines == [
        "共 12 份申报材料，要处理 10 份，其余 2 份没有变化。",
        "未读取“2.docx”：已损坏。",
        "已处理 3/10 份，未读取 1 份，每分钟 10 份，约剩 42 秒。",
    ]


def test_a_terminal_has_a_bar_that_is_gone_in_the_end(clock: Clock) -> None:
    shown = told(Terminal(), clock, each=6.0)
    assert "[############------------] 5/10 份，未读取 1 份，每分钟 10 份，约剩 30 秒" in shown
    assert shown.endswith(" \r")


def test_time_goes_on_while_nothing_ends(clock: Clock) -> None:
    stream = Terminal()
    rate = Rate(stream)
    rate.begins(2, 2, 200)
    rate.ended("1.docx", 100, "")
    clock.now += 60
    rate.goes_on()
    assert stream.getvalue().rstrip().endswith("1/2 份，每分钟 1 份，约剩 1 分钟")


def test_a_name_can_not_steer_the_terminal(clock: Clock) -> None:
    stream = StringIO()
    Rate(stream).ended("\x1b[2J.docx", 1, "已损坏。")
    assert "\x1b" not in stream.getvalue()
    assert clock.now == 1000.0


def test_a_reader_that_has_gone_stops_no_run(clock: Clock) -> None:
    class Gone(StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError(text)

    rate = Rate(Gone())
    rate.begins(2, 2, 200)
    clock.now += 100
    rate.ended("1.docx", 100, "已损坏。")
    rate.clear()


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.2, "1 秒"), (42.4, "42 秒"), (600, "10 分钟"), (9000, "2.5 小时")]
)
def test_a_duration_is_told_as_people_do(seconds: float, said: str) -> None:
    assert _duration(seconds) == said

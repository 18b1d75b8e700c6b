"""The commands about the notice: `shenbao ask`, `form` and `rules`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from notices import load
from tests.ui.cli.commanding import SENTENCE, Run, faultless

# --- ask ----------------------------------------------------------------------------------------------------


QUESTIONS = ["申报主体要满足什么条件？", "报名费是多少？", "What is the deadline?"]


def test_an_answer_is_the_promised_object_and_quotes_the_notice(run: Run) -> None:
    told = run("ask", QUESTIONS[0], "--json")
    assert (told.status, told.err) == (0, "")
    assert set(told.json) == {"question", "answer", "answered", "citations", "mode"}
    assert told.json["question"] == QUESTIONS[0]
    assert told.json["mode"] == "offline"
    assert told.json["answered"] is True
    source = load("hebei-2022-719").text.source
    assert told.json["citations"]
    assert all(each["quote"] in source for each in told.json["citations"])


def test_people_see_answer_clause_and_quote(run: Run) -> None:
    told = run("ask", QUESTIONS[0], "--json").json
    shown = "".join(run("ask", QUESTIONS[0]).out.split())
    for each in told["citations"]:
        assert each["clause"] in shown
        assert "".join(each["quote"].split()) in shown


def test_what_the_notice_does_not_say_is_no_failure(run: Run) -> None:
    told = run("ask", QUESTIONS[1], "--json")
    assert (told.status, told.json["answered"]) == (0, False)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_file_of_questions_is_answered_in_its_order(
    run: Run, tmp_path: Path, encoding: str, newline: str
) -> None:
    path = tmp_path / "问题 1.txt"
    lines = ["", QUESTIONS[0], "　", *QUESTIONS[1:], "", ""]
    path.write_bytes(newline.join(lines).encode(encoding))
    told = run("ask", "--from", path, "--json")
    assert told.status == 0
    assert [json.loads(line)["question"] for line in told.out.splitlines()] == QUESTIONS


def test_a_line_separator_inside_a_question_does_not_split_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "q.txt"
    path.write_bytes("申报\u2028条件\x0c是什么".encode())
    assert run("ask", "--from", path, "--json").json["question"] == "申报\u2028条件\x0c是什么"


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "empty"), (b"\n \n", "empty"), (b"\xff\xff\x00\x80\x81", "unsupported"), (None, "not_found")],
)
def test_a_file_without_questions_gets_a_sentence(
    run: Run, tmp_path: Path, content: bytes | None, code: str
) -> None:
    path = tmp_path / "q.txt"
    if content is not None:
        path.write_bytes(content)
    told = run("ask", "--from", path, "--json")
    assert (told.status, told.json["error"]["code"]) == (2, code)
    assert SENTENCE.fullmatch(told.err)


def test_a_question_that_is_cut_is_answered_with_a_warning(run: Run) -> None:
    told = run("ask", "申报条件" * 2000, "--json")
    assert told.status == 0
    assert told.json["warnings"][0] in told.err


# --- form and rules -----------------------------------------------------------------------------------------


def test_the_blank_form_is_a_filing_with_nothing_in_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "空白 申报书.docx"
    assert run("form", "-o", path).status == 0
    told = run("check", path, "--json")
    assert told.status == 1
    assert "filled" not in told.json["states"].values()


def test_the_summary_table_is_another_file(run: Run, tmp_path: Path) -> None:
    form, summary = tmp_path / "a.docx", tmp_path / "b.docx"
    run("form", "-o", form)
    assert run("form", "--summary", "-o", summary).status == 0
    assert summary.read_bytes() not in (b"", form.read_bytes())


def test_a_filled_form_is_not_overwritten(run: Run, good: Path) -> None:
    told = run("form", "-o", good)
    assert told.status == 2
    assert SENTENCE.fullmatch(told.err)
    assert good.read_bytes() == faultless()


def test_a_form_may_be_overwritten_where_nothing_is_lost_or_one_insists(
    run: Run, tmp_path: Path, good: Path
) -> None:
    blank, touched = tmp_path / "a.docx", tmp_path / "b.docx"
    touched.touch()
    assert [run("form", "-o", each).status for each in (blank, blank, touched)] == [0, 0, 0]
    assert run("form", "-o", good, "--force").status == 0
    assert good.read_bytes() == blank.read_bytes() == touched.read_bytes()


@pytest.mark.parametrize("where", ["没有的文件夹/a.docx", "folder.docx"])
def test_where_a_form_cannot_be_written_one_is_told(run: Run, tmp_path: Path, where: str) -> None:
    (tmp_path / "folder.docx").mkdir()
    told = run("form", "-o", tmp_path / where)
    assert told.status == 2
    assert SENTENCE.fullmatch(told.err)


def test_the_catalogue_lists_every_rule_that_a_check_names(run: Run, good: Path) -> None:
    told = run("check", good, "--json").json
    listed = run("rules").out
    assert all(f"{code} " in listed for code in (*told["rules_run"], *told["rules_not_run"]))


@pytest.mark.parametrize(("code", "said"), [("REQ001", "反例"), ("req001", "反例"), ("SET001", "反例")])
def test_a_rule_has_its_page(run: Run, code: str, said: str) -> None:
    told = run("rules", code)
    assert told.status == 0
    assert said in told.out
    assert "<!--" not in told.out

"""What `shenbao extract` and `check` print for a filing, and what they say of anything else."""

from __future__ import annotations

import os
import re
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.ui.cli.commanding import SENTENCE, Run, faultless, letter, with_words

# --- extract and check --------------------------------------------------------------------------------------


EXTRACTED = {"notice", "source", "submission", "evidence", "states", "warnings"}
CHECKED = EXTRACTED | {"findings", "rules_run", "rules_not_run", "verdict"}
FINDING = {"rule", "status", "severity", "fields", "message", "fix", "clause", "clause_quote", "evidence"}
EVIDENCE = {"file", "page", "location", "bbox", "quote", "confidence", "method"}


def test_extract_prints_the_promised_object(run: Run, good: Path) -> None:
    told = run("extract", good, "--json")
    assert (told.status, told.err) == (0, "")
    assert set(told.json) == EXTRACTED
    assert told.json["notice"] == "hebei-2022-719"
    assert len(told.json["states"]) == 97
    assert told.json["source"]["files"] == [{"path": "申报书.docx", "kind": "application", "pages": None}]
    assert all(set(each) == EVIDENCE for found in told.json["evidence"].values() for each in found)
    assert "申报" in told.out  # not as \u escapes


def test_an_archive_of_a_submission_is_read_as_its_folder_is(run: Run, good: Path) -> None:
    packed = good.parent / "材料.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(good, "某平台/申报书.docx")
        archive.writestr("某平台/~$申报书.docx", b"x")
    told = run("extract", packed, "--json", "--fast").json
    assert told["source"]["path"] == packed.as_posix()
    assert told["source"]["files"] == [{"path": "某平台/申报书.docx", "kind": "application", "pages": None}]
    assert told["states"] == run("extract", good, "--json").json["states"]


def test_check_prints_the_same_object_and_its_report(run: Run, bad: Path) -> None:
    extracted, told = run("extract", bad, "--json").json, run("check", bad, "--json").json
    assert set(told) == CHECKED
    assert {key: told[key] for key in EXTRACTED} == extracted
    assert told["findings"]
    assert all(set(each) == FINDING for each in told["findings"])
    assert not set(told["rules_run"]) & set(told["rules_not_run"])


def test_a_filing_that_only_lacks_its_attachments_is_for_a_person_and_ends_with_0(
    run: Run, good: Path
) -> None:
    told = run("check", good, "--json")
    assert (told.status, told.json["verdict"]) == (0, "review")
    assert {(each["rule"], each["status"]) for each in told.json["findings"]} == {
        ("ATT001", "review"),
        ("FMT005", "fail"),
    }


def test_errors_that_fail_end_with_1(run: Run, bad: Path) -> None:
    told = run("check", bad, "--json")
    assert (told.status, told.json["verdict"]) == (1, "fail")
    assert run("check", bad).status == 1


def test_extract_ends_with_0_whatever_the_filing_says(run: Run, bad: Path) -> None:
    assert run("extract", bad).status == 0


def test_people_are_told_what_the_script_is_told(run: Run, bad: Path) -> None:
    findings = run("check", bad, "--json").json["findings"]
    shown = "".join(run("check", bad).out.split())
    places = [shown.find("".join(each["message"].split())) for each in findings]
    assert -1 not in places
    assert places == sorted(places)
    for each in findings:
        for text in (each["fix"], each["clause"], each["clause_quote"][:10], *_places(each)):
            assert "".join(text.split()) in shown


def _places(finding: dict[str, Any]) -> list[str]:
    return [finding["evidence"][0]["location"]] if finding["evidence"] else []


def test_the_table_shows_errors_before_hints(run: Run, bad: Path) -> None:
    lines = run("check", bad).out.splitlines()
    words = [line.split()[1] for line in lines if re.match(r"[0-9]+  ", line)]
    order = ["错误", "待确认", "提醒", "提示"]
    assert len(set(words)) > 1
    assert words == sorted(words, key=order.index)


def test_rules_that_were_not_judged_are_shown_with_why(run: Run, bad: Path) -> None:
    skipped = run("check", bad, "--json").json["rules_not_run"]
    shown = "".join(run("check", bad).out.split())
    assert skipped
    for code, reason in skipped.items():
        assert f"{code}{''.join(reason.split())}"[:20] in shown


def test_extract_shows_every_field_with_its_place(run: Run, good: Path) -> None:
    told, shown = run("extract", good, "--json").json, run("extract", good).out
    assert told["submission"]["applicant"]["contact"]["mobile"] in shown
    assert told["evidence"]["applicant.contact.mobile"][0]["location"] in shown
    assert "共 97 项" in shown


def test_whose_view_it_is_changes_what_weighs(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "推荐单位未填.docx"
    path.write_bytes(faultless("cover.recommender", "applicant.recommendation_date"))
    severities = {
        view: {
            each["severity"]
            for each in run("check", path, "--json", "--as", view).json["findings"]
            if each["rule"] == "REQ004"
        }
        for view in ("applicant", "reviewer")
    }
    assert severities == {"applicant": {"info"}, "reviewer": {"error"}}


def test_today_is_the_day_for_rules_about_time(run: Run, tmp_path: Path) -> None:
    undated = tmp_path / "未写日期.docx"
    undated.write_bytes(faultless("cover.filed_on"))
    rules = [
        {each["rule"] for each in run("check", undated, "--json", "--today", today).json["findings"]}
        for today in ("2022-11-01", "1999-01-01")
    ]
    assert rules[0] < rules[1]


# --- paths --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a b.docx", "某市 申报书（终稿）.docx", "没有后缀", "-x.docx", '’"$&.docx'])
def test_a_file_is_read_whatever_it_is_called(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    try:
        path.write_bytes(faultless())
    except OSError:
        pytest.skip("this file system takes no such name")
    told = run("extract", path, "--json")
    assert told.status == 0
    assert told.json["source"]["files"][0]["path"] == name
    assert told.json["source"]["path"] == path.as_posix()


def test_a_folder_is_a_submission(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "某 平台"
    folder.mkdir()
    (folder / "材料.docx").write_bytes(faultless())
    (folder / "说明.txt").write_text("附件清单", encoding="utf-8")
    told = run("check", folder, "--json").json
    assert {each["path"]: each["kind"] for each in told["source"]["files"]} == {
        "材料.docx": "application",
        "说明.txt": "attachment",
    }
    assert "说明.txt" in "".join(told["warnings"])
    assert "说明.txt" in run("check", folder).out


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_to_a_file_is_followed(run: Run, tmp_path: Path, good: Path) -> None:
    link = tmp_path / "链接.docx"
    link.symlink_to(good)
    assert run("check", link, "--json").status == 0


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
@pytest.mark.parametrize("target", ["不存在.docx", "环.docx"])
def test_a_link_that_leads_nowhere_is_not_found(run: Run, tmp_path: Path, target: str) -> None:
    link = tmp_path / "环.docx"
    link.symlink_to(tmp_path / target)
    assert run("check", link, "--json").json["error"]["code"] == "not_found"


def refused_files(folder: Path) -> dict[str, tuple[Path, str]]:
    """Name -> (path, code)."""
    contents = {
        "empty.docx": (b"", "empty"),
        "truncated.docx": (faultless()[:5000], "corrupt"),
        "text.docx": ("申报书\n".encode(), "unsupported"),
        "letter.docx": (letter(), "not_an_application"),
    }
    for name, (content, _) in contents.items():
        (folder / name).write_bytes(content)
    (folder / "空文件夹").mkdir()
    return {name: (folder / name, code) for name, (_, code) in contents.items()} | {
        "missing": (folder / "没有.docx", "not_found"),
        "under a file": (folder / "text.docx" / "x.docx", "not_found"),
        "name too long": (folder / ("长" * 300), "not_found"),
        "line break": (folder / "a\nb\x1b[31m.docx", "not_found"),
        "empty folder": (folder / "空文件夹", "empty"),
    }


NAMES = (
    "empty.docx",
    "truncated.docx",
    "text.docx",
    "letter.docx",
    "missing",
    "under a file",
    "name too long",
    "line break",
    "empty folder",
)


@pytest.mark.parametrize("command", ["extract", "check"])
@pytest.mark.parametrize("name", NAMES)
def test_what_cannot_be_read_gets_one_sentence_and_its_code(
    run: Run, tmp_path: Path, name: str, command: str
) -> None:
    path, code = refused_files(tmp_path)[name]
    plain, scripted = run(command, path), run(command, path, "--json")
    assert (plain.status, plain.out) == (2, "")
    assert SENTENCE.fullmatch(plain.err)
    assert "\x1b" not in plain.err
    assert (scripted.status, scripted.err) == (2, plain.err)
    assert set(scripted.json) == {"error"}
    assert scripted.json["error"]["code"] == code
    assert set(scripted.json["error"]) == {"code", "message"}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_gets_a_sentence(run: Run, good: Path) -> None:
    good.chmod(0)
    told = run("check", good, "--json")
    assert (told.status, told.json["error"]["code"]) == (2, "not_found")
    assert SENTENCE.fullmatch(told.err)


# --- untrusted words ----------------------------------------------------------------------------------------


def test_what_a_document_says_does_not_steer_the_terminal(run: Run, tmp_path: Path, good: Path) -> None:
    email = run("extract", good, "--json").json["submission"]["applicant"]["contact"]["email"]
    path = tmp_path / "x.docx"
    path.write_bytes(with_words(faultless(), email, "云\u009b2J\u202e平台\u2067"))
    for argv in (["extract"], ["check"], ["extract", "--json"], ["check", "--json"]):
        shown = run(*argv, path).out
        assert "云" in shown
        assert not set("\u009b\u202e\u2067\x1b") & set(shown)


def test_our_own_report_is_no_application(run: Run, good: Path) -> None:
    report = good.parent / "自查.docx"
    assert run("report", good, "--out", good.parent.parent / "自查.docx", "--no-pictures").status == 0
    (good.parent.parent / "自查.docx").rename(report)
    alone = run("check", report)
    assert alone.status == 2
    assert "是本程序写出的报告" in alone.err
    beside = run("extract", good.parent, "--json")
    assert beside.status == 0
    assert {each["path"]: each["kind"] for each in beside.json["source"]["files"]} == {
        good.name: "application",
        report.name: "attachment",
    }


def test_the_titles_of_our_reports_are_known_to_the_reader() -> None:
    from extractors.submission.candidates import OWN_REPORTS
    from ui.reports import TITLES

    assert set(TITLES.values()) == set(OWN_REPORTS)


def test_a_report_never_takes_the_place_of_what_it_is_about(run: Run, good: Path) -> None:
    before = good.read_bytes()
    told = run("report", good, "--out", good, "--force")
    assert told.status == 2
    assert "是要读取的文件" in told.err
    assert good.read_bytes() == before


def test_what_a_batch_writes_is_no_application(run: Run, good: Path, tmp_path: Path) -> None:
    assert run("batch", good.parent, "--out", tmp_path / "out").status == 0
    for name in ("summary.xlsx", "summary-table.docx"):
        told = run("check", tmp_path / "out" / name)
        assert told.status == 2

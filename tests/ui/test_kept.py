"""What was read of a submission is kept for the next question, and for no other submission."""

from pathlib import Path

import pytest

from tests.ui.cli.commanding import faultless
from ui.filings import open_filings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SHENBAO_HOME", str(tmp_path / "home"))
    (tmp_path / "某单位").mkdir()
    (tmp_path / "某单位" / "申报书.docx").write_bytes(faultless())
    return tmp_path / "某单位"


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Every submission that is read in earnest."""
    import ui.kept

    found: list[Path] = []
    read = ui.kept._read

    def counted(path: Path, **named: object) -> object:
        found.append(path)
        return read(path, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("ui.kept._read", counted)
    return found


def test_a_second_question_reads_nothing_and_finds_the_same(folder: Path, reads: list[Path]) -> None:
    first, second = (open_filings(folder, as_json=False).filings[0] for _ in "ab")
    assert len(reads) == 1
    assert dict(first.form.answers) == dict(second.form.answers)
    assert first.report == second.report
    assert first.papers == second.papers


def test_what_has_changed_is_read_anew(folder: Path, reads: list[Path]) -> None:
    open_filings(folder, as_json=False)
    (folder / "申报书.docx").write_bytes(faultless("applicant.contact.mobile"))
    changed = open_filings(folder, as_json=False).filings[0]
    assert len(reads) == 2
    assert changed.form["applicant.contact.mobile"].state == "blank"


def test_a_record_that_is_damaged_is_read_anew(folder: Path, reads: list[Path]) -> None:
    open_filings(folder, as_json=False)
    for record in (folder.parent / "home" / "read").glob("*/*"):
        record.write_bytes(record.read_bytes()[:-9])
    open_filings(folder, as_json=False)
    assert len(reads) == 2


def test_where_nothing_can_be_kept_it_is_read_all_the_same(folder: Path, reads: list[Path]) -> None:
    (folder.parent / "home").mkdir()
    (folder.parent / "home" / "read").write_text("", encoding="utf-8")
    assert [len(open_filings(folder, as_json=False).filings) for _ in "ab"] == [1, 1]
    assert len(reads) == 2


def test_only_so_many_records_are_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.kept._MOST", 1)
    for gap in ((), ("applicant.contact.mobile",), ("applicant.contact.fax",)):
        (folder / "申报书.docx").write_bytes(faultless(*gap))
        open_filings(folder, as_json=False)
    assert len([each for each in (folder.parent / "home" / "read").glob("*/*") if each.is_file()]) == 1

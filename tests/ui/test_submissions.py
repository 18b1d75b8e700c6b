"""What becomes of an upload, whatever it is."""

import pytest

from extractors.rules import Context
from tests.ui.altered import BREAKS, faulty
from ui.submissions import Checked, Refused, Upload, check_again, check_upload
from ui.worker import NOTICE


def test_the_stages_are_told_as_they_begin() -> None:
    stages: list[str] = []
    upload = Upload("申报书.docx", faulty())
    check_upload(upload, notice_id=NOTICE, context=Context(), tell=stages.append)
    assert stages == ["读取文件，识别字段", "核对规则", "完成"]


def test_what_is_wrong_is_found_with_its_place(checked_faulty: Checked) -> None:
    assert sorted(each.rule for each in checked_faulty.report.findings) == sorted(BREAKS)
    assert all(each.evidence[0].location for each in checked_faulty.report.findings)


def test_a_result_names_the_file_as_its_sender_called_it_and_no_folder(checked_faulty: Checked) -> None:
    assert checked_faulty.form.source["path"] == "某平台申报书.docx"
    assert {each.file for _, answer in checked_faulty.form for each in answer.evidence} == {
        "某平台申报书.docx"
    }


REFUSED = [
    ("空.docx", b"", "空"),
    ("照片.docx", b"\xff\xd8\xff\xe0" + bytes(64), "照片"),
    ("损坏.docx", faulty()[:2000], "损坏"),
    ("../../逃.docx", b"PK\x03\x04", "逃"),
]


@pytest.mark.parametrize(("name", "data", "named"), REFUSED)
def test_a_file_that_gives_no_form_gives_a_sentence(name: str, data: bytes, named: str) -> None:
    outcome = check_upload(Upload(name, data), notice_id=NOTICE, context=Context(), tell=lambda _: None)
    assert isinstance(outcome, Refused)
    assert named in outcome.sentence
    assert outcome.sentence.endswith("。")


def test_another_view_is_judged_without_the_file(checked_faulty: Checked) -> None:
    again = check_again(checked_faulty, context=Context(view="reviewer"))
    assert isinstance(again, Checked)
    assert again.reading is checked_faulty.reading
    assert again.context.view == "reviewer"


def test_the_same_bytes_under_another_name_are_another_upload() -> None:
    assert Upload("a.docx", b"1").key == Upload("a.docx", b"1").key
    assert Upload("a.docx", b"1").key != Upload("b.docx", b"1").key

"""What becomes of an upload, whatever it is."""

import io
import pickle
import zipfile
from dataclasses import replace

import pytest

from extractors.rules import Context
from tests.hostile.makers import written
from tests.ui.altered import BREAKS, LACKS, faultless, faulty
from ui.submissions import Checked, Refused, Upload, check_again, check_upload
from ui.worker import NOTICE, Reading, _parts


def test_the_stages_are_told_as_they_begin() -> None:
    stages: list[str] = []
    upload = Upload("申报书.docx", faulty())
    check_upload(upload, notice_id=NOTICE, context=Context(), tell=stages.append)
    assert stages == ["读取文件，识别字段", "核对规则", "完成"]


def test_what_is_wrong_is_found_with_its_place(checked_faulty: Checked) -> None:
    assert sorted(each.rule for each in checked_faulty.report.findings) == sorted(BREAKS)
    placed = [each for each in checked_faulty.report.findings if each.rule not in LACKS]
    assert all(each.evidence[0].location for each in placed)


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


def test_files_put_in_together_are_one_submission() -> None:
    letter = written("<w:p><w:r><w:t>附件5 工业设备清单</w:t></w:r></w:p>")
    upload = Upload.of(("申报书.docx", faultless()), ("附件5.docx", letter), ("附件5.docx", letter))
    told: list[tuple[str, int, int]] = []
    outcome = check_upload(
        upload,
        notice_id=NOTICE,
        context=Context(),
        tell=lambda _: None,
        progress=lambda what, done, total: told.append((what, done, total)),
    )
    assert isinstance(outcome, Checked)
    assert upload.name == "申报书.docx 等 3 个文件"
    assert outcome.form.source["path"] == upload.name
    assert {each["path"]: each["kind"] for each in outcome.form.files} == {
        "申报书.docx": "application",
        "附件5.docx": "attachment",
        "附件5（2）.docx": "attachment",
    }
    assert told[-1][1:] == (3, 3)


def test_an_archive_is_a_submission() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("某平台/申报书.docx", faultless())
    upload = Upload("材料.zip", packed.getvalue())
    outcome = check_upload(upload, notice_id=NOTICE, context=Context(), tell=lambda _: None)
    assert isinstance(outcome, Checked)
    assert [each["path"] for each in outcome.form.files] == ["某平台/申报书.docx"]


def test_a_copy_on_paper_crosses_the_border_with_its_form(checked_faulty: Checked) -> None:
    form = replace(checked_faulty.form, copies=(checked_faulty.form,))
    back = pickle.loads(pickle.dumps(Reading(NOTICE, _parts(form)))).form  # noqa: S301 - of our own making
    assert back.copies[0].answers == form.answers
    assert back.copies[0].spec is back.spec


def test_another_view_is_judged_without_the_file(checked_faulty: Checked) -> None:
    again = check_again(checked_faulty, context=Context(view="reviewer"))
    assert isinstance(again, Checked)
    assert again.reading is checked_faulty.reading
    assert again.context.view == "reviewer"


def test_the_same_bytes_under_another_name_are_another_upload() -> None:
    assert Upload("a.docx", b"1").key == Upload("a.docx", b"1").key
    assert Upload("a.docx", b"1").key != Upload("b.docx", b"1").key
    together = Upload.of(("a.docx", b"1"), ("b.docx", b"2"))
    assert together.key == Upload.of(("a.docx", b"1"), ("b.docx", b"2")).key
    assert together.key not in {Upload.of(("a.docx", b"1")).key, Upload.of(("a.docx", b"1"), ("b", b"2")).key}

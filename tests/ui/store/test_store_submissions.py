"""Filings from upload to decision, on both databases."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlmodel import select

from tests.ui.store.conftest import people, upload
from ui.store import BadValue, Desk, Filter, NotAllowed, NotThere, Store, Unusable, finding_key
from ui.store.judging import fitting
from ui.store.tables import BlobRow
from ui.submissions import Upload
from ui.worker import NOTICE, Reading

FIELD = "platform.investment"


@pytest.fixture
def desk(either: Store) -> Desk:
    """Give the desk of the one user of a machine without accounts."""
    return either.as_(either.accounts.local())


def _said(reading: Reading, **raw: Any) -> Reading:
    """The reading with other answers at some paths, as if they had been read there."""
    answers = dict(reading.parts["answers"])
    for path, value in raw.items():
        name = path.replace("__", ".")
        answers[name] = replace(answers[name], state="filled", value=value, raw=str(value))
    return replace(reading, parts={**reading.parts, "answers": answers})


def test_what_was_put_in_comes_back(store: Store, bad: Reading) -> None:
    desk = store.as_(store.accounts.local())
    id_ = desk.submissions.put(Upload.of(("申报书.docx", b"one"), ("申报书.docx", b"two")), bad)
    found = desk.submissions.get(id_)
    assert desk.contents.reading(id_) == bad
    assert [each.name for each in found.latest.files] == ["申报书.docx", "申报书（2）.docx"]
    assert [desk.contents.file(id_, each.name) for each in found.latest.files] == [b"one", b"two"]
    assert desk.contents.upload(id_).files == (("申报书.docx", b"one"), ("申报书（2）.docx", b"two"))
    with desk.contents.folder(id_) as folder:
        assert sorted(each.read_bytes() for each in folder.iterdir()) == [b"one", b"two"]
    assert not folder.exists()


def test_a_list_tells_what_a_reviewer_looks_for(desk: Desk, bad: Reading) -> None:
    desk.submissions.put(upload(), bad)
    (row,) = desk.submissions.list().rows
    form = bad.form
    assert (row.platform, row.applicant) == (form.value("platform.name"), form.value("applicant.name"))
    assert row.category == form.value("platform.category")
    assert row.city == "张家口"
    assert row.figures[FIELD] == form.value(FIELD)
    assert row.reviewer_view.verdict == "fail"
    assert row.reviewer_view.errors > 0


def test_submissions_are_narrowed_down_and_sorted(desk: Desk, bad: Reading, good: Reading) -> None:
    one = _said(bad, platform__name="一云%平台", applicant__name="长城公司")
    two = _said(good, platform__name="二云Platform", applicant__name="燕山")
    first, second = (desk.submissions.put(upload(), each) for each in (one, two))
    desk.submissions.hand_in(second)

    def ids(wanted: Filter, **more: Any) -> list[str]:
        return [each.id for each in desk.submissions.list(wanted, **more).rows]

    assert ids(Filter(text="一")) == [first]
    assert ids(Filter(text="云 燕山")) == [second]
    assert ids(Filter(text="\uff30L")) == [second]  # a wide P
    assert ids(Filter(text="%")) == [first]
    assert ids(Filter(text="_")) == []
    assert ids(Filter(cities=("唐山",))) == []
    assert ids(Filter(states=("submitted",))) == [second]
    assert ids(Filter(), sort="platform", descending=False) == [first, second]
    assert ids(Filter(), sort="created") == [second, first]
    page = desk.submissions.list(sort="created", page=2, size=1)
    assert ([each.id for each in page.rows], page.total) == ([first], 2)
    assert desk.submissions.counts(Filter(mine=True))["state"] == {"draft": 1, "submitted": 1}


def test_a_correction_counts_at_once_and_is_told_apart(desk: Desk, bad: Reading) -> None:
    id_ = desk.submissions.put(upload(), bad)
    before = desk.submissions.get(id_).listed
    desk.review.correct(id_, "applicant.address", "河北省张家口市桥东区一号", reason="与执照一致")
    errors = desk.submissions.get(id_).listed.applicant_view.errors
    desk.review.correct(id_, FIELD, "1,234.5万元", reason="与审计报告一致")
    answer = desk.contents.form(id_)[FIELD]
    after = desk.submissions.get(id_).listed
    assert (answer.value, answer.evidence[0].method) == (1234.5, "review")
    assert answer.evidence[0].location == bad.form[FIELD].evidence[0].location
    assert after.figures[FIELD] == 1234.5
    assert after.corrections == 2
    assert errors == before.applicant_view.errors - 1
    assert desk.contents.form(id_, by_hand=False)[FIELD] == bad.form[FIELD]
    told = desk.review.in_force(id_)[FIELD]
    assert (told.reason, told.by) == ("与审计报告一致", "本机")


def test_a_correction_can_be_taken_back(store: Store, bad: Reading) -> None:
    desk = store.as_(store.accounts.local())
    id_ = desk.submissions.put(upload(), bad)
    desk.review.correct(id_, FIELD, 5, reason="甲")
    desk.review.withdraw(id_, FIELD, reason="看错了")
    assert desk.contents.form(id_)[FIELD] == bad.form[FIELD]
    assert [each.withdrawn for each in desk.review.corrections(id_)] == [False, True]
    assert desk.submissions.get(id_).listed.corrections == 0
    with pytest.raises(NotThere):
        desk.review.withdraw(id_, FIELD)


def test_corrections_survive_another_reading_of_the_same_file(store: Store, bad: Reading) -> None:
    desk = store.as_(store.accounts.local())
    id_ = desk.submissions.put(upload(), bad)
    desk.review.correct(id_, FIELD, 5, reason="甲")
    desk.submissions.read_again(id_, _said(bad, platform__investment=777))
    assert desk.contents.form(id_)[FIELD].value == 5
    assert desk.contents.form(id_, by_hand=False)[FIELD].value == 777


@pytest.mark.parametrize(("says", "counts"), [(None, 5), (777, 777)])
def test_a_correction_holds_in_the_next_version_unless_the_applicant_changed_the_place(
    says: int | None, counts: int, store: Store, bad: Reading
) -> None:
    desk = store.as_(store.accounts.local())
    id_ = desk.submissions.put(upload(), bad)
    desk.review.correct(id_, FIELD, 5, reason="甲")
    desk.submissions.put_version(
        id_, upload(b"2"), bad if says is None else _said(bad, platform__investment=says)
    )
    assert desk.contents.form(id_)[FIELD].value == counts
    assert desk.contents.form(id_, 1)[FIELD].value == 5
    assert desk.submissions.get(id_).listed.corrections == int(counts == 5)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (FIELD, "很多"),
        (FIELD, -3),
        (FIELD, True),
        (FIELD, float("nan")),
        ("platform.category", "别的"),
        ("platform.industries", ["没有这个行业"]),
        ("cover.filed_on", "2022-13-01"),
        ("attachments", []),
        ("no.such.field", 1),
        ("applicant.honors", [{"nothing": 1}]),
    ],
)
def test_what_does_not_fit_a_field_is_no_correction(path: str, value: Any) -> None:
    with pytest.raises(BadValue):
        fitting(NOTICE, path, value)


def test_a_correction_needs_a_reason(store: Store, bad: Reading) -> None:
    desk = store.as_(store.accounts.local())
    id_ = desk.submissions.put(upload(), bad)
    with pytest.raises(BadValue):
        desk.review.correct(id_, FIELD, 1, reason="  ")


@pytest.mark.parametrize(
    ("path", "written", "value"),
    [
        ("platform.category", "区域工业互联网平台", "区域"),
        ("sustainability.has_development_plan", "是", True),
        ("cover.filed_on", "2022年11月5日", "2022-11-05"),
        ("platform.typical_customers", ["甲公司", "乙公司"], ["甲公司", "乙公司"]),
        ("platform.industries", "钢铁", ["钢铁"]),
        ("applicant.registered_capital", None, None),
    ],
)
def test_a_correction_is_read_as_the_form_would_be(path: str, written: Any, value: Any) -> None:
    assert fitting(NOTICE, path, written) == value


def test_what_was_mended_in_the_next_version_is_told(store: Store, bad: Reading, good: Reading) -> None:
    desk = store.as_(store.accounts.local())
    id_ = desk.submissions.put(upload(b"1"), bad)
    assert desk.submissions.put_version(id_, upload(b"2"), good) == 2
    became = desk.contents.mended(id_)
    assert {"IDN001", "TXT002"} <= {each.rule for each in became.mended}
    assert became.new == ()
    assert {each.rule for each in became.still} >= {"ATT001"}
    back = desk.contents.mended(id_, before=2, after=1)
    assert {each.rule for each in back.new} == {each.rule for each in became.mended}


def test_a_finding_in_other_words_is_the_same_finding(store: Store, bad: Reading) -> None:
    desk = store.as_(store.accounts.local())
    id_ = desk.submissions.put(upload(b"1"), bad)
    wrong_again = _said(bad, applicant__organization_code="91130702MA6431916H")
    desk.submissions.put_version(id_, upload(b"2"), wrong_again)
    became = desk.contents.mended(id_)
    assert "IDN001" in {each.rule for each in became.still}
    assert (became.mended, became.new) == ((), ())


def test_a_dismissed_finding_no_longer_counts_for_reviewers(store: Store, bad: Reading) -> None:
    desk = store.as_(store.accounts.local())
    id_ = desk.submissions.put(upload(), bad)
    finding = desk.contents.report(id_).report.findings[0]
    before = desk.submissions.get(id_).listed
    with pytest.raises(BadValue):
        desk.review.judge(id_, finding_key(finding), "dismissed")
    desk.review.judge(id_, finding_key(finding), "dismissed", reason="原件清楚")
    after = desk.submissions.get(id_).listed
    assert after.applicant_view == before.applicant_view
    assert after.reviewer_view.errors == before.reviewer_view.errors - 1
    desk.submissions.judge_again(id_)
    assert desk.submissions.get(id_).listed.reviewer_view == after.reviewer_view
    desk.review.judge(id_, finding_key(finding), "open")
    assert desk.submissions.get(id_).listed.reviewer_view == before.reviewer_view
    with pytest.raises(NotThere):
        desk.review.judge(id_, "0" * 64, "accepted")


def test_a_judgement_finds_its_finding_again_when_the_place_moved(store: Store, bad: Reading) -> None:
    desk = store.as_(store.accounts.local())
    id_ = desk.submissions.put(upload(), bad)
    finding = next(each for each in desk.contents.report(id_).report.findings if each.evidence)
    moved = tuple(each._replace(location="表 9 行 9") for each in finding.evidence)
    message = finding.message.replace(finding.evidence[0].location, "表 9 行 9")
    assert finding_key(replace(finding, evidence=moved, message=message)) == finding_key(finding)


@pytest.mark.parametrize(
    ("kind", "words", "state"),
    [
        ("approve", {}, "approved"),
        ("return", {"reason": "缺审计报告"}, "returned"),
        ("recommend", {"rank": 3}, "recommended"),
        ("reopen", {}, "submitted"),
    ],
)
def test_a_decision_is_kept_with_its_author(
    kind: Any, words: dict[str, Any], state: str, store: Store, bad: Reading
) -> None:
    desk = store.as_(store.accounts.local())
    id_ = desk.submissions.put(upload(), bad, hand_in=True)
    desk.review.decide(id_, kind, **words)
    found = desk.submissions.get(id_)
    (decision,) = found.decisions
    assert (found.listed.state, found.listed.rank) == (state, words.get("rank"))
    assert (decision.kind, decision.by, decision.version) == (kind, "本机", 1)


@pytest.mark.parametrize(
    ("kind", "words"),
    [("return", {}), ("recommend", {}), ("recommend", {"rank": 0}), ("approve", {"rank": 1})],
)
def test_a_decision_lacks_nothing(kind: Any, words: dict[str, Any], store: Store, bad: Reading) -> None:
    desk = store.as_(store.accounts.local())
    id_ = desk.submissions.put(upload(), bad)
    with pytest.raises(BadValue):
        desk.review.decide(id_, kind, **words)


def test_what_is_decided_can_be_neither_replaced_nor_deleted_by_its_owner(store: Store, bad: Reading) -> None:
    desks = people(store)
    id_ = desks["company"].submissions.put(upload(), bad, hand_in=True)
    desks["city"].review.decide(id_, "approve")
    with pytest.raises(NotAllowed):
        desks["company"].submissions.put_version(id_, upload(b"2"), bad)
    with pytest.raises(NotAllowed):
        desks["company"].submissions.delete(id_)
    assert desks["company"].submissions.get(id_).listed.versions == 1


def test_deleting_takes_files_talks_and_everything_that_was_said_along(
    either: Store, desk: Desk, bad: Reading
) -> None:
    kept = desk.submissions.put(Upload.of(("甲.docx", b"shared"), ("乙.docx", b"kept")), bad)
    gone = desk.submissions.put(Upload.of(("甲.docx", b"shared"), ("丙.docx", b"gone")), bad)
    talk = desk.talks.begin(submission_id=gone)
    desk.talks.add(talk, "注册资本是多少", {"answer": "……"})
    desk.review.correct(gone, FIELD, 1, reason="甲")
    desk.review.decide(gone, "approve")
    batch = desk.batches.begin("一批", ["丙"])
    desk.batches.set_item(batch, 1, "done", submission_id=gone)
    desk.submissions.delete(gone)

    core = either._core
    with core.database.reading() as session:
        left = {each.sha256 for each in session.exec(select(BlobRow))}
    assert left == set(core.files.names())
    assert len(left) == 2
    assert desk.talks.list() == ()
    assert desk.batches.get(batch).items[0].submission is None
    with pytest.raises(NotThere):
        desk.submissions.get(gone)
    assert desk.contents.file(kept, "甲.docx") == b"shared"


def test_a_file_that_is_put_in_again_is_not_swept_away(store: Store, bad: Reading) -> None:
    desk = store.as_(store.accounts.local())
    first = desk.submissions.put(upload(b"same"), bad)
    desk.submissions._delete(first)
    second = desk.submissions.put(upload(b"same"), bad)
    desk.submissions.sweep()
    assert desk.contents.file(second, "申报书.docx") == b"same"


def test_a_file_that_was_tampered_with_is_not_handed_out(store: Store, bad: Reading) -> None:
    desk = store.as_(store.accounts.local())
    id_ = desk.submissions.put(upload(b"true"), bad)
    (stored,) = desk.contents.files(id_)
    store._core.files._path(stored.sha256).write_bytes(b"false")  # type: ignore[attr-defined]
    with pytest.raises(Unusable):
        desk.contents.file(id_, stored.name)


def test_everything_is_written_down_and_nothing_can_be_struck_out(
    either: Store, desk: Desk, bad: Reading
) -> None:
    id_ = desk.submissions.put(upload(), bad)
    desk.contents.form(id_)
    desk.contents.form(id_)
    desk.review.correct(id_, FIELD, 1, reason="甲")
    desk.submissions.note_export([id_], "附件2")
    desk.submissions.delete(id_)
    told = [each.action for each in desk.audit.list()]
    assert told == ["deleted", "exported", "corrected", "saw", "added"]
    assert bad.form.value("platform.name") in desk.audit.list()[0].label
    for statement in ("UPDATE audit SET label = ''", "DELETE FROM audit"):
        with pytest.raises(DBAPIError), either._core.database.engine.begin() as connection:
            connection.execute(text(statement))
    assert len(desk.audit.list()) == 5


def test_odd_characters_of_a_document_break_nothing(desk: Desk, bad: Reading) -> None:
    odd = "平台\0\ud800名\u202e<script>"
    id_ = desk.submissions.put(
        Upload("申\0报\udcff.docx", b"x"), _said(bad, platform__name=odd, applicant__name=odd)
    )
    found = desk.submissions.get(id_)
    assert "<script>" in found.listed.platform
    assert desk.contents.reading(id_).parts["answers"]["platform.name"].value == odd
    desk.review.correct(id_, "platform.name", odd, reason=odd)
    talk = desk.talks.begin(title=odd)
    desk.talks.add(talk, odd, {"said": odd}, state={"last": odd})
    assert desk.talks.get(talk).turns[0].reply == {"said": odd}


def test_rules_that_are_switched_off_count_from_then_on(store: Store, bad: Reading) -> None:
    desk = store.as_(store.accounts.local())
    id_ = desk.submissions.put(upload(), bad)
    desk.settings.set("rules", {"IDN001": "off"})
    assert "IDN001" in {each.rule for each in desk.contents.report(id_).report.findings}
    desk.submissions.judge_again(id_)
    judged = desk.contents.report(id_)
    assert "IDN001" not in {each.rule for each in judged.report.findings}
    assert judged.adjusted == {"IDN001": "off"}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("rules", {"NUM002": "error"}),
        ("endpoint", {"base_url": "https://model.example", "api_key": "secret"}),
        ("endpoint", {"base_url": "https://user:secret@model.example"}),
        ("endpoint", {"base_url": "file:///etc/passwd"}),
        ("limits", {"upload": 0}),
        ("unknown", {}),
    ],
)
def test_settings_take_no_keys_and_no_nonsense(key: str, value: dict[str, Any], store: Store) -> None:
    desk = store.as_(store.accounts.local())
    with pytest.raises(BadValue):
        desk.settings.set(key, value)
    assert desk.settings.all()[key if key != "unknown" else "rules"] == {}


@pytest.mark.parametrize("odd", ["", "\0", "\ud800", "' OR 1=1 --", "../1", "0" * 33, "９" * 32])
def test_an_id_that_is_none_finds_nothing(odd: str, desk: Desk) -> None:
    for call in (desk.submissions.get, desk.contents.form, desk.talks.get, desk.batches.get):
        with pytest.raises(NotThere):
            call(odd)


def test_a_version_that_is_none_finds_nothing(store: Store, bad: Reading) -> None:
    desk = store.as_(store.accounts.local())
    id_ = desk.submissions.put(upload(), bad)
    for number in (-1, 0, 2, 10**30):
        with pytest.raises(NotThere):
            desk.contents.form(id_, number)
    assert desk.submissions.list(page=10**30).rows == ()

"""审核, 批量 and 设置 by Streamlit's own test driver, over a real store."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.altered import faultless, faulty, written
from tests.ui.paging import keep, page_at, texts
from ui.house import house
from ui.rounds import BadSet
from ui.session import Param
from ui.store import Desk
from ui.submissions import Checked
from ui.widgets.review.keys import ReviewKey
from ui.widgets.review.recommended import _written

pytestmark = pytest.mark.usefixtures("own_data")


@pytest.fixture
def desk(own_data: str) -> Desk:
    store = house().store
    return store.as_(store.accounts.local())


@pytest.fixture
def opened(own_data: str) -> AppTest:
    return page_at("review", **{Param.SUBMISSION: own_data})


def open_tab(page: AppTest, begins: str, *, key: str = ReviewKey.TABS) -> AppTest:
    (label,) = [each.label for each in page.tabs if each.label.startswith(begins)]
    page.session_state[key] = label
    page.run()
    assert not page.exception
    return page


def named(page: AppTest, label: str) -> AppTest:
    next(each for each in page.button if each.label == label).click().run()
    assert not page.exception
    return page


def test_the_list_shows_what_was_handed_in_with_its_verdict() -> None:
    page = page_at("review")
    (table,) = (each.value for each in page.dataframe)
    assert list(table["错误"]) == [2]
    assert list(table["进度"]) == ["自查中"]


def test_the_list_is_narrowed_by_words_and_by_verdict() -> None:
    page = page_at("review")
    page.text_input(key=ReviewKey.TEXT).set_value("没有这样的平台").run()
    assert not page.dataframe
    assert "没有符合条件的材料。" in texts(page)
    page.text_input(key=ReviewKey.TEXT).set_value("").run()
    page.multiselect(key=ReviewKey.VERDICTS).set_value(["fail"]).run()
    assert len(page.dataframe[0].value) == 1


def test_a_finding_is_dismissed_with_a_reason_and_no_longer_counts(
    opened: AppTest, desk: Desk, own_data: str
) -> None:
    before = desk.submissions.get(own_data).listed.reviewer_view
    page = open_tab(opened, "问题")
    first = next(each for each in page.button if (each.key or "").endswith("-sure"))
    named_key = (first.key or "").removeprefix("review-dismiss-").removesuffix("-sure")
    first.click().run()
    assert [each.value for each in page.error] == ["请写明理由。"]
    page.text_input(key=ReviewKey.REASON.format(key=named_key)).set_value("原件上有").run()
    page.button(key=first.key or "").click().run()
    assert not page.exception
    after = desk.submissions.get(own_data).listed.reviewer_view
    assert (after.errors + after.warnings + after.reviews) == (
        before.errors + before.warnings + before.reviews - 1
    )
    assert any("原件上有" in each for each in texts(page))


def test_a_value_is_corrected_and_judged_again_at_once(opened: AppTest, desk: Desk, own_data: str) -> None:
    (wrong,) = [each for each in desk.contents.report(own_data).report.findings if each.rule == "IDN001"]
    page = open_tab(opened, "更正")
    page.selectbox(key=ReviewKey.FIELD).set_value(wrong.fields[0]).run()
    value, reason = page.text_input[-2:]
    value.set_value(written(wrong.fields[0]))
    reason.set_value("营业执照上是这个")
    named(page, "保存更正")
    assert list(desk.review.in_force(own_data)) == [wrong.fields[0]]
    assert "IDN001" not in {each.rule for each in desk.contents.report(own_data).report.findings}


def test_a_correction_that_does_not_fit_is_refused_in_a_sentence(opened: AppTest) -> None:
    page = open_tab(opened, "更正")
    page.selectbox(key=ReviewKey.FIELD).set_value("platform.investment").run()
    value, reason = page.text_input[-2:]
    value.set_value("很多")
    reason.set_value("试试")
    named(page, "保存更正")
    assert len(page.error) == 1


def test_a_recommended_platform_stands_in_the_summary_table(desk: Desk, own_data: str) -> None:
    desk.review.decide(own_data, "recommend", rank=1)
    page = page_at("review")
    page.segmented_control(key=ReviewKey.PART).set_value("推荐汇总表").run()
    assert not page.exception
    assert [list(each.value["名次"]) for each in page.dataframe] == [[1]]
    rows = desk.submissions.list().rows
    made, _ = _written(desk, rows, ".docx")
    (cells,) = (row.cells for table in docx.Document(io.BytesIO(made)).tables for row in table.rows[1:2])
    assert rows[0].platform in {cell.text for cell in cells}


def test_a_decision_is_made_and_taken_back(opened: AppTest, desk: Desk, own_data: str) -> None:
    opened.segmented_control[0].set_value("return").run()
    named(opened, "确定退回")
    assert [each.value for each in opened.error] == ["请写明理由。"]
    opened.text_area[0].set_value("缺审计报告")
    named(opened, "确定退回")
    assert desk.submissions.get(own_data).listed.state == "returned"
    assert "理由：缺审计报告" in texts(opened)
    named(opened, "撤销，重新审定")
    assert desk.submissions.get(own_data).listed.state == "submitted"


def test_filings_are_laid_side_by_side(checked_hostile: Checked, own_data: str) -> None:
    other = keep(checked_hostile, hand_in=True)
    page = page_at("review", **{ReviewKey.SIDE_BY_SIDE: f"{own_data},{other}"})
    (table,) = (each.value for each in page.dataframe)
    assert len(table.columns) == 3
    page.toggle[0].set_value(True).run()
    assert 0 < len(page.dataframe[0].value) < len(table)


def test_every_tab_of_a_filing_is_shown(opened: AppTest) -> None:
    for tab in ("概要", "问题", "栏目", "更正", "未判断", "记录"):
        assert not open_tab(opened, tab).exception
    assert any(each.endswith("上传") for each in texts(opened))


# --- 批量 -------------------------------------------------------------------------------------------------


def packed(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def waited(until: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not until():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_a_set_is_read_and_what_fails_is_told_of(desk: Desk) -> None:
    me = house().store.accounts.local()
    files = {
        "一批/甲.docx": faultless(),
        "一批/乙/申报书.docx": faulty(),
        "一批/丙.pdf": b"%PDF-1.4\nbroken",
        "一批/Thumbs.db": b"",
    }
    batch = house().rounds.begin_zip(me, "一批.zip", packed(files))
    waited(lambda: sum(desk.batches.get(batch).counts[each] for each in ("done", "failed")) == 3)
    items = {each.name: each for each in desk.batches.get(batch).items}
    assert {name: each.state for name, each in items.items()} == {
        "丙.pdf": "failed",
        "乙": "done",
        "甲.docx": "done",
    }
    assert items["丙.pdf"].sentence.endswith("。")
    page = page_at("batch")
    assert any("读成 2，失败 1" in each.text for each in page.get("progress"))
    from ui.widgets.review.rounds import _results

    ids = [each.submission for each in items.values() if each.submission is not None]
    assert [each["verdict"] for each in _results(desk, ids)]


def test_a_folder_of_this_machine_is_read_and_gone_on_with(desk: Desk, tmp_path: Path) -> None:
    me = house().store.accounts.local()
    folder = tmp_path / "材料"
    folder.mkdir()
    (folder / "甲.docx").write_bytes(b"PK\x03\x04 broken")
    batch = house().rounds.begin_folder(me, folder)
    waited(lambda: desk.batches.get(batch).counts["failed"] == 1)
    (folder / "甲.docx").write_bytes(faultless())
    house().rounds.go_on(me, batch)
    waited(lambda: desk.batches.get(batch).counts["done"] == 1)
    house().rounds.delete(me, batch)
    assert desk.batches.list() == ()
    assert (folder / "甲.docx").exists()


@pytest.mark.parametrize("data", [b"", b"hello", packed({}), packed({"../甲.docx": b""})])
def test_what_is_no_set_is_refused_and_nothing_is_left(desk: Desk, data: bytes, tmp_path: Path) -> None:
    with pytest.raises(BadSet, match=r"。$"):
        house().rounds.begin_zip(house().store.accounts.local(), "一批.zip", data)
    assert desk.batches.list() == ()
    left = tmp_path / "data" / "batches"
    assert not left.exists() or list(left.iterdir()) == []


# --- 设置 -------------------------------------------------------------------------------------------------


def test_every_part_of_the_settings_is_shown() -> None:
    page = page_at("settings")
    for tab in ("大模型", "规则", "限制", "账号", "操作记录"):
        assert not open_tab(page, tab, key="settings").exception


def test_an_endpoint_is_kept_and_told_of(desk: Desk) -> None:
    page = page_at("settings")
    assert "现在没有使用大模型，没有任何内容离开这台电脑。" in [each.value for each in page.info]
    url, name = page.text_input[:2]
    url.set_value("http://127.0.0.1:1/v1")
    name.set_value("small")
    named(page, "保存")
    assert desk.settings.all()["endpoint"] == {"base_url": "http://127.0.0.1:1/v1", "model": "small"}
    assert any("127.0.0.1:1" in each.value for each in page.info)
    named(page, "试一下连接")
    assert [each.value for each in page.error] == ["连不上大模型服务，请检查地址、模型名称和密钥。"]

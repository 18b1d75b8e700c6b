"""自查 and the notice by Streamlit's own test driver, with the real engine behind them."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.altered import BREAKS, HOSTILE, faultless, faulty, unrecommended
from tests.ui.paging import WORD, address, html, keep, markup, open_tab, page_at, put_in, settled, texts
from ui.house import close_houses, house
from ui.session import Key, Param
from ui.submissions import Checked, Upload
from ui.wording import STATES

pytestmark = pytest.mark.usefixtures("own_data")


@pytest.fixture
def shown(own_data: str) -> AppTest:
    """The page of a filing that has faults."""
    return page_at(**{Param.SUBMISSION: own_data})


def badges(page: AppTest) -> list[str]:
    words = [label.word for label in STATES.values()]
    return [each.value for each in page.markdown if any(f"[{word}]" in each.value for word in words)]


def open_all(page: AppTest) -> AppTest:
    """Open every part of the form."""
    for each in page.expander:
        if each.label.endswith("）"):
            page.session_state[each.proto.id] = True
    return page.run()


def test_a_fresh_page_asks_for_a_file_and_shows_no_result() -> None:
    page = page_at()
    assert [each.value for each in page.title] == ["申报书自查"]
    assert not page.tabs


def test_what_is_put_in_is_read_and_opened() -> None:
    page = put_in(page_at(), ("某平台申报书.docx", faulty()))
    assert any(each.startswith("查出 2 处错误、1 处待确认、2 处提醒；核对了") for each in texts(page))
    assert address(page, Param.SUBMISSION)
    assert {code for code in BREAKS for each in page.caption if each.value.endswith(code)} == set(BREAKS)


def test_what_to_mend_is_shown_with_its_clause_and_its_place(shown: AppTest) -> None:
    assert any(each.startswith("表 1 行 4　") and "待补充" in each for each in texts(shown))
    assert sum(each.label.startswith("依据：") for each in shown.expander) == len(BREAKS)
    assert shown.subheader[0].value == "申报单位基本信息"


def test_a_reload_comes_back_to_the_filing(shown: AppTest) -> None:
    again = page_at(**{Param.SUBMISSION: address(shown, Param.SUBMISSION)})
    assert texts(again) == texts(shown)


def test_without_its_address_a_filing_is_found_in_the_list(own_data: str) -> None:
    one = own_data
    page = page_at()
    assert not page.tabs
    page.button(key=Key.OPEN.format(id=one)).click().run()
    assert page.tabs[0].label == f"问题 {len(BREAKS)}"
    page.button(key=Key.BACK).click().run()
    assert not page.tabs


def test_a_result_outlives_a_visit_to_another_page(shown: AppTest) -> None:
    shown.switch_page("screens/notice.py").run()
    shown.query_params.clear()
    shown.switch_page("screens/check.py").run()
    assert shown.tabs[0].label == f"问题 {len(BREAKS)}"


def test_an_address_of_no_filing_shows_the_list() -> None:
    page = page_at(**{Param.SUBMISSION: "0" * 32})
    assert [each.value for each in page.warning] == ["没有这份材料，或者它已被删除。"]
    assert [each.value for each in page.title] == ["申报书自查"]


def test_a_finding_opens_beside_its_page(shown: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    from ui.pictures import Picture

    dot = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8cfc0"
        "f01f0005000201a3a60c0d0000000049454e44ae426082"
    )
    shelf = type(house().shelf)
    monkeypatch.setattr(shelf, "pictures", lambda *_, **__: [Picture(3, dot, dot, printed=True)])
    shown.button(key=Key.SHOW.format(key="finding-0")).click().run()
    assert not shown.exception
    assert len(shown.get("image")) == 1
    assert any(each.value.startswith("第 3 页") for each in shown.caption)
    shown.button(key=Key.SHOW.format(key="finding-0")).click().run()
    assert not shown.get("image")


def test_where_there_is_no_page_the_words_stand_in_their_context(
    shown: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui.pictures import Context, NoPicture

    shelf = type(house().shelf)
    monkeypatch.setattr(shelf, "pictures", lambda *_, **__: [NoPicture("这里没有 LibreOffice。")])
    monkeypatch.setattr(shelf, "context", lambda *_: Context(("前面一行",), ("后面一行",)))
    shown.button(key=Key.SHOW.format(key="finding-0")).click().run()
    assert not shown.exception
    assert {"前面一行", "后面一行"} <= set(texts(shown))


def test_a_citation_opens_the_clause_with_its_words_marked(shown: AppTest) -> None:
    shown.session_state[Key.CLAUSE.format(key="finding-0-0")] = True
    shown.run()
    assert "<mark>组织机构代码</mark>" in html(shown)


def test_fields_are_shown_part_by_part_with_their_states(shown: AppTest) -> None:
    open_tab(shown, "字段 97")
    shown.selectbox(key=Key.SECTION).select("basics").run()
    of_part = badges(shown)
    shown.pills(key=Key.STATES).select("blank").run()
    assert 0 < len(badges(shown)) < len(of_part)
    assert all("[空白]" in each for each in badges(shown))
    assert any("把握" in each.value for each in shown.caption)


def test_what_was_not_judged_is_told_with_why(shown: AppTest) -> None:
    open_tab(shown, "未判断")
    assert any(each.value.startswith("SEAL001") for each in shown.caption)
    assert any("扫描件" in each for each in texts(shown))


def test_reports_can_be_taken_away(shown: AppTest) -> None:
    open_tab(shown, "下载报告")
    assert len(shown.get("download_button")) == 4


def test_the_next_version_shows_what_was_mended_and_what_is_new(shown: AppTest) -> None:
    uploader = next(each for each in shown.file_uploader if each.label == "改好的申报材料")
    uploader.upload("改好的.docx", unrecommended(), WORD)
    settled(shown.run())
    assert any(each.startswith("与第 1 版相比：改好 3 处，新出现") for each in texts(shown))
    assert any("第 2 版" in each for each in texts(shown))
    open_tab(shown, "与上一版比较")
    assert any("待补充" in each for each in texts(shown))


def test_several_filings_at_once_are_listed_with_the_one_that_failed() -> None:
    page = page_at()
    page.toggle(key=Key.TOGETHER).set_value(False).run()
    put_in(page, ("甲.docx", faultless()), ("乙.docx", b"no document"))
    assert len(house().store.as_(house().store.accounts.local()).submissions.list().rows) == 2
    (failed,) = [each.value for each in page.error]
    assert failed.endswith("。")
    job = house().jobs.all()[-1]
    page.button(key=Key.DROP.format(id=job.id)).click().run()
    assert not page.error


def test_what_another_run_of_the_program_left_is_taken_up() -> None:
    actor = house().store.accounts.local()
    house().jobs.close()
    house().jobs.put(actor, Upload("等着的.docx", faultless()))
    close_houses()
    page = settled(page_at())
    assert page.subheader[0].value == "我的材料（2）"


def test_a_filing_can_be_deleted_for_good(shown: AppTest) -> None:
    assert shown.button(key=Key.REMOVE).disabled
    shown.checkbox(key=Key.SURELY).check().run()
    shown.button(key=Key.REMOVE).click().run()
    assert not shown.exception
    assert not shown.tabs
    assert not house().store.as_(house().store.accounts.local()).submissions.list().rows


def test_a_reviewer_sees_what_the_bureau_left_out_as_errors() -> None:
    page = put_in(page_at(), ("申报书.docx", unrecommended()))
    assert any(each.startswith("查出 1 处待确认、1 处提醒、1 处提示；") for each in texts(page))
    page.segmented_control(key=Key.VIEW).set_value("reviewer").run()
    assert not page.exception
    assert any(each.startswith("查出 1 处错误、1 处待确认、1 处提醒；") for each in texts(page))


def test_nothing_that_a_document_says_is_taken_for_markup(checked_hostile: Checked) -> None:
    from dataclasses import replace

    upload = replace(checked_hostile.upload, name="**粗** :red[名] <b>.docx")
    page = page_at(**{Param.SUBMISSION: keep(replace(checked_hostile, upload=upload))})
    for tab in ("问题", "字段", "未判断", "下载"):
        open_all(open_tab(page, tab))
        assert not [each for each in markup(page) if "evil.example" in each or "<b>" in each]
        assert "evil.example" not in html(page)
    assert any("**粗** :red[名] <b>.docx" in each for each in texts(page))
    open_tab(page, "字段").selectbox(key=Key.SECTION).select("applicant").run()
    assert any(HOSTILE in each for each in texts(page))


def test_a_sample_can_be_tried(own_data: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = house().store.as_(house().store.accounts.local())
    desk.submissions.delete(own_data)  # samples are for who has nothing yet
    (tmp_path / "示例_有待修改.docx").write_bytes(faulty())
    monkeypatch.setattr("ui.widgets.uploads._SAMPLES", tmp_path)
    page = page_at()
    page.button(key=Key.SAMPLE.format(name="示例_有待修改")).click().run()
    settled(page)
    assert page.tabs[0].label == f"问题 {len(BREAKS)}"


def test_the_notice_is_shown_whole() -> None:
    shown = html(page_at("notice"))
    assert "电子版发联系人邮箱" in shown
    assert "推荐数量不能超过规定的上限" in shown


def test_a_cited_clause_has_its_words_marked() -> None:
    page = page_at("notice", **{Param.CLAUSE: "四、有关要求/2", Param.QUOTE: "于2022年11月25日前"})
    assert "<mark>于2022年11月25日前</mark>" in html(page)


def test_a_clause_that_the_notice_does_not_have_marks_nothing() -> None:
    page = page_at("notice", **{Param.CLAUSE: "九、没有", Param.QUOTE: "<script>alert(1)</script>"})
    assert "<mark>" not in html(page)
    assert "alert(1)" not in html(page)

"""The pages in a real browser, wide and narrow, served as `make run` serves them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect, sync_playwright

from eval.pages import served
from tests.ui.altered import faultless, faulty, hostile

pytestmark = pytest.mark.needs_chromium

WIDTHS = [1280, 400]
SCROLLED = "[data-testid=stMain], [data-testid=stAppScrollToBottomContainer]"
PASSWORD = "Longer-than-this-1"  # noqa: S105 - of accounts that a test makes


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of pages whose data is in `folder`."""
    told = {"SHENBAO_DATA": str(folder / "data"), "SHENBAO_HOME": str(folder / "home")}
    with patch.dict(os.environ, told), served(log=folder / "log.txt") as found:
        yield found


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("server")) as found:
        yield found


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # Chromium refuses its sandbox to root, which is who runs in a container.
        found = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield found
        found.close()


def opened(browser: Browser, width: int = 1280) -> Page:
    """A page of somebody's own browser."""
    page = browser.new_context(viewport={"width": width, "height": 900}, locale="zh-CN").new_page()
    page.set_default_timeout(60_000)
    expect.set_options(timeout=60_000)
    return page


@pytest.fixture(params=WIDTHS)
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """A page that fails the test if it asks anyone but our server for anything."""
    asked: list[str] = []
    found = opened(browser, request.param)
    found.on("request", lambda request: asked.append(request.url))
    found.goto(address)
    yield found
    found.context.close()
    outside = [each for each in asked if urlsplit(each).scheme in ("http", "https", "ws", "wss")]
    assert outside
    assert {urlsplit(each).netloc for each in outside} == {urlsplit(address).netloc}


def put_in(page: Page, *files: tuple[str, bytes]) -> None:
    page.locator("input[type=file]").first.set_input_files(
        [FilePayload(name=name, mimeType="", buffer=data) for name, data in files]
    )


def go_to(page: Page, title: str) -> None:
    page.locator(".st-key-menu").get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()


def assert_nothing_sticks_out(page: Page) -> None:
    """Nothing makes the page itself scroll sideways."""
    wide = page.evaluate(
        "selector => [document.documentElement, ...document.querySelectorAll(selector)]"
        ".filter(each => each.scrollWidth > each.clientWidth).length",
        SCROLLED,
    )
    assert wide == 0


def settled(page: Page) -> None:
    """Wait until no script runs: a click in the middle of a rerun may hit what is being replaced."""
    expect(page.locator("[data-test-script-state='notRunning']")).to_be_attached()


def test_from_upload_to_clause_to_answer(page: Page) -> None:
    put_in(page, ("某平台申报书.docx", faulty()))
    expect(page.get_by_text("查出 2 处错误、1 处待确认、2 处提醒")).to_be_visible()
    expect(page.get_by_text("表 1 行 4　“单位地址 待补充”")).to_be_visible()
    assert_nothing_sticks_out(page)

    page.get_by_role("button", name="看原处").first.click()
    expect(page.locator("[class*=st-key-card] img, [class*=st-key-quoted]").first).to_be_visible()
    settled(page)
    assert_nothing_sticks_out(page)
    page.get_by_text("依据：附件1/申报单位基本信息").first.click()
    expect(page.locator(".notice.context mark").first).to_be_visible()
    settled(page)
    page.get_by_text("在通知原文中查看").locator("visible=true").click()
    expect(page.locator(".st-key-paper mark")).to_be_in_viewport()
    assert "clause=附件1/申报单位基本信息" in unquote(page.url)
    assert_nothing_sticks_out(page)

    go_to(page, "自查")
    page.get_by_role("tab", name="下载报告").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Word 报告").click()
    assert "某平台申报书" in download.value.suggested_filename
    assert Path(download.value.path()).stat().st_size > 1000


def test_a_question_is_answered_with_the_clause_beside_it_and_kept(page: Page) -> None:
    go_to(page, "问答")
    page.locator("textarea").fill("什么时候截止？")
    page.keyboard.press("Enter")
    page.get_by_text("依据：四、有关要求/2", exact=True).click()
    expect(page.locator(".notice.context mark").first).to_contain_text("2022年11月25日前")
    beside = page.locator(".st-key-beside mark")
    if page.viewport_size is not None and page.viewport_size["width"] > 1000:
        expect(beside).to_be_in_viewport()
    else:
        expect(beside).to_be_hidden()
    assert_nothing_sticks_out(page)
    page.reload()
    expect(page.get_by_text("什么时候截止？").first).to_be_visible()
    expect(page.get_by_text("依据：四、有关要求/2", exact=True)).to_be_visible()


def test_all_fields_fit_the_page_and_a_document_runs_nothing(page: Page) -> None:
    put_in(page, ("申报书.docx", hostile()))
    page.get_by_role("tab", name="字段 97").click()
    page.get_by_text("申报单位基本信息（20）").click()
    expect(page.get_by_text("河北省=1+2 **粗体**").first).to_be_visible()
    settled(page)
    assert_nothing_sticks_out(page)
    assert page.evaluate("window.hacked") is None
    assert page.locator("a[href*='evil']").count() == 0
    assert page.locator("img[src='x']").count() == 0


def test_a_reload_in_the_middle_of_the_work_loses_nothing(browser: Browser, address: str) -> None:
    page = opened(browser)
    page.goto(address)
    put_in(page, ("半路刷新.docx", faultless()), ("附件 营业执照.txt", b"x"))
    expect(page.get_by_text("半路刷新.docx").first).to_be_visible()
    page.reload()
    page.get_by_role("button", name="打开", exact=True).first.wait_for()
    expect(page.get_by_text("易控达云链工业互联网平台").first).to_be_visible()
    expect(page.locator("[class*=st-key-job-]")).to_have_count(0)
    page.context.close()


def test_two_users_at_once_do_not_see_each_others_filings(browser: Browser, tmp_path: Path) -> None:
    from ui.store import Actor, Places, open_store

    store = open_store(Places.under(tmp_path / "data"))
    admin = store.accounts.create_admin("admin", PASSWORD)
    for name in ("甲公司", "乙公司"):
        users = store.as_(Actor(admin.id, admin.name, "admin")).users
        users.create(name, "applicant", name=name, password=PASSWORD)
    store.close()
    with serving(tmp_path) as address:
        pages = {name: opened(browser) for name in ("甲公司", "乙公司")}
        for name, page in pages.items():
            page.goto(address)
            page.get_by_label("登录名").fill(name)
            page.get_by_label("密码").fill(PASSWORD)
            page.keyboard.press("Enter")
            expect(page.get_by_role("heading", name="申报书自查")).to_be_visible()
            put_in(page, (f"{name}.docx", faulty() if name == "甲公司" else faultless()))
        for name, page in pages.items():
            expect(page.get_by_role("tab", name="字段 97")).to_be_visible()
            expect(page.get_by_text(f"{name}.docx").first).to_be_visible()
        theirs = pages["甲公司"].url
        pages["乙公司"].goto(theirs)
        expect(pages["乙公司"].get_by_text("没有这份材料")).to_be_visible()
        expect(pages["乙公司"].get_by_text("我的材料（1）")).to_be_visible()

        page = pages["甲公司"]
        page.get_by_text("甲公司", exact=True).first.click()
        page.get_by_role("button", name="退出登录").click()
        expect(page.get_by_label("密码")).to_be_visible()
        page.goto(theirs)
        expect(page.get_by_label("密码")).to_be_visible()
        for each in pages.values():
            each.context.close()

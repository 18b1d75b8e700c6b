"""The pages in a real browser, wide and narrow, served as `make run` serves them."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from eval.pages import browser_page, served
from tests.ui.altered import faulty, hostile

pytestmark = pytest.mark.needs_chromium

WIDTHS = [1280, 400]
SCROLLED = "[data-testid=stMain], [data-testid=stAppScrollToBottomContainer]"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(log=tmp_path_factory.mktemp("server") / "log.txt") as found:
        yield found


@pytest.fixture(params=WIDTHS)
def page(request: pytest.FixtureRequest, chromium: Path, address: str) -> Iterator[Page]:
    """A page that fails the test if it asks anyone but our server for anything."""
    asked: list[str] = []
    with browser_page(chromium, width=request.param) as found:
        found.set_default_timeout(60_000)
        expect.set_options(timeout=60_000)
        found.on("request", lambda request: asked.append(request.url))
        found.goto(address)
        yield found
        outside = [each for each in asked if urlsplit(each).scheme in ("http", "https", "ws", "wss")]
        assert outside
        assert {urlsplit(each).netloc for each in outside} == {urlsplit(address).netloc}


def put_in(page: Page, name: str, data: bytes) -> None:
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "", "buffer": data})
    expect(page.get_by_text(name, exact=True)).to_be_visible()


def go_to(page: Page, title: str) -> None:
    page.get_by_role("link", name=title, exact=True).click()
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
    put_in(page, "某平台申报书.docx", faulty())
    expect(page.get_by_text("查出 2 处错误、1 处待确认、2 处提醒")).to_be_visible()
    expect(page.get_by_text("表 1 行 4　“单位地址 待补充”")).to_be_visible()
    assert_nothing_sticks_out(page)

    page.get_by_text("依据：附件1/申报单位基本信息").first.click()
    settled(page)
    page.get_by_text("在通知原文中查看").locator("visible=true").click()
    cited = page.locator(".st-key-cited")
    expect(cited).to_be_in_viewport()
    assert "clause=附件1/申报单位基本信息" in unquote(page.url)
    assert_nothing_sticks_out(page)

    go_to(page, "问答")
    page.locator("textarea").fill("什么时候截止？")
    page.keyboard.press("Enter")
    page.get_by_text("依据：四、有关要求/2", exact=True).click()
    expect(page.get_by_text("于2022年11月25日前").last).to_be_visible()
    assert_nothing_sticks_out(page)

    go_to(page, "自查")
    expect(page.get_by_text("某平台申报书.docx")).to_be_visible()
    page.get_by_role("tab", name="下载报告").click()
    for suffix in ("Word 报告", "Excel 表格", "JSON 数据"):
        with page.expect_download() as download:
            page.get_by_role("button", name=suffix).click()
        assert download.value.suggested_filename.startswith("自查报告_某平台申报书_")
        assert Path(download.value.path()).stat().st_size > 1000


def test_all_fields_fit_the_page_and_a_document_runs_nothing(page: Page) -> None:
    put_in(page, "申报书.docx", hostile())
    page.get_by_role("tab", name="字段 97").click()
    page.get_by_text("申报单位基本信息（20）").click()
    expect(page.get_by_text("河北省=1+2 **粗体**").first).to_be_visible()
    assert_nothing_sticks_out(page)
    assert page.evaluate("window.hacked") is None
    assert page.locator("a[href*='evil']").count() == 0
    assert page.locator("img[src='x']").count() == 0

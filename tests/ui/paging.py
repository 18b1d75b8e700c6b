"""A page under Streamlit's own test driver, and filings put where it finds them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from streamlit.testing.v1 import AppTest

from ui.house import house
from ui.session import Key
from ui.store import Actor
from ui.submissions import Checked

__all__ = [
    "APP",
    "WORD",
    "address",
    "html",
    "keep",
    "markup",
    "open_tab",
    "page_at",
    "put_in",
    "settled",
    "texts",
]

APP: Final = Path(__file__).resolve().parents[2] / "ui" / "frame.py"
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PATIENCE: Final = 60.0


def page_at(screen: str = "", **params: str) -> AppTest:
    """A browser's page, opened at a screen ("" for the first one) and at what the address says."""
    page = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in params.items():
        page.query_params[name] = value
    page.run()
    if screen:
        for name, value in params.items():
            page.query_params[name] = value
        page.switch_page(f"screens/{screen}.py").run()
    assert not page.exception
    return page


def address(page: AppTest, name: str) -> str:
    """What the page's address says under `name`."""
    value = page.query_params.get(name, "")
    return value if isinstance(value, str) else value[-1]


def keep(checked: Checked, *, actor: Actor | None = None, hand_in: bool = False) -> str:
    """A filing in the store; its id."""
    desk = house().store.as_(actor or house().store.accounts.local())
    return desk.submissions.put(checked.upload, checked.reading, hand_in=hand_in)


def settled(page: AppTest) -> AppTest:
    """The page once nothing is on its way any more."""
    jobs = house().jobs
    deadline = time.monotonic() + _PATIENCE
    while any(each.state in ("waiting", "running") for each in jobs.all()):
        assert time.monotonic() < deadline, "an upload is still on its way"
        time.sleep(0.05)
    page.run()
    assert not page.exception
    return page


def put_in(page: AppTest, *files: tuple[str, bytes]) -> AppTest:
    for name, data in files:
        page.file_uploader[0].upload(name, data, WORD)
    page.run()
    assert not page.exception
    return settled(page)


def open_tab(page: AppTest, begins: str) -> AppTest:
    (label,) = [each.label for each in page.tabs if each.label.startswith(begins)]
    page.session_state[Key.TABS] = label
    page.run()
    assert not page.exception
    return page


def texts(page: AppTest) -> list[str]:
    return [each.value for each in page.text]


def html(page: AppTest) -> str:
    return "\n".join(each.proto.body for each in page.get("html"))


def markup(page: AppTest) -> Iterator[str]:
    """Everything that is shown as Markdown."""
    yield from (each.value for each in page.markdown)
    yield from (each.value for each in page.caption)
    yield from (each.value for each in (*page.title, *page.header, *page.subheader))
    yield from (each.value for each in (*page.error, *page.warning))
    yield from (each.label for each in (*page.expander, *page.tabs, *page.button))

"""The pages in a real browser: served as `make run` serves them, and their pictures for the README.

`python -m eval.pages` writes docs/images/*.png. It needs the samples (`make samples`)
and a Chromium, on PATH or told by `--chromium`.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final
from unittest.mock import patch
from urllib.error import URLError
from urllib.request import urlopen

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["browser_page", "served"]

_ROOT: Final = Path(__file__).resolve().parents[1]
_IMAGES: Final = _ROOT / "docs" / "images"
_CLAUSE: Final = re.compile("^依据：")  # what opens a citation
_FAULTY: Final = "有待修改"  # how the sample with faults is called
_PATIENCE: Final = 60.0  # seconds for the server to come up on a busy machine


@contextmanager
def served(*, log: Path) -> Iterator[str]:
    """The address of the pages, served by a process of their own on a free port of this machine."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "ui/app.py", "--server.port", str(port)]
    with log.open("wb") as output:
        server = subprocess.Popen(command, cwd=_ROOT, stdout=output, stderr=subprocess.STDOUT)  # noqa: S603 - our own
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=_PATIENCE)


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        assert server.poll() is None, f"the server ended with {server.returncode}"
        try:
            with urlopen(address, timeout=5):  # noqa: S310 - http on this machine
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise TimeoutError(address)


@contextmanager
def browser_page(chromium: Path, *, width: int, height: int = 900) -> Iterator[Page]:
    """A page of a browser window of that size, in pixels, that speaks Chinese."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # Chromium refuses its sandbox to root, which is who runs in a container.
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": width, "height": height}, locale="zh-CN")
        yield page
        browser.close()


def _photograph(page: Page, address: str, sample: Path) -> None:
    _IMAGES.mkdir(parents=True, exist_ok=True)
    page.goto(address)
    page.locator("input[type=file]").first.set_input_files(sample)
    page.get_by_role("button", name="看原处").first.click()
    page.get_by_text("看整页").first.wait_for()
    _keep(page, "check.png")
    filing = page.url
    page.locator(".st-key-menu").get_by_role("link", name="问答").click()
    for question in ("还缺什么？", "什么时候截止？"):
        page.locator("textarea").fill(question)
        page.keyboard.press("Enter")
        page.get_by_text(question, exact=True).last.wait_for()
        page.wait_for_timeout(1500)
    page.get_by_text(_CLAUSE).last.click()
    page.locator(".notice.context mark").first.wait_for()
    _keep(page, "ask.png")
    page.set_viewport_size({"width": 400, "height": 860})
    page.goto(filing)
    page.get_by_role("button", name="看原处").first.wait_for()
    _keep(page, "check-narrow.png")


def _keep(page: Page, name: str) -> None:
    page.wait_for_timeout(800)  # ms: openings and closings are animated
    page.screenshot(path=_IMAGES / name, animations="disabled")
    print(f"{_IMAGES / name}: {(_IMAGES / name).stat().st_size // 1024} KiB")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.pages", description=__doc__)
    parser.add_argument(
        "--chromium", type=Path, default=shutil.which("chromium") or shutil.which("google-chrome")
    )
    parser.add_argument(
        "--sample", type=Path, default=next((_ROOT / "samples").glob(f"*{_FAULTY}*.docx"), None)
    )
    options = parser.parse_args()
    if options.chromium is None or options.sample is None:
        parser.error("a Chromium and a sample with faults are needed: --chromium, --sample, or make samples")
    with (
        TemporaryDirectory(prefix="shenbao-", ignore_cleanup_errors=True) as folder,
        patch.dict(os.environ, {"SHENBAO_DATA": folder}),  # nobody's own filings are photographed
        served(log=Path(folder) / "log.txt") as address,
        browser_page(options.chromium, width=1280, height=1200) as page,
    ):
        _photograph(page, address, options.sample)


if __name__ == "__main__":
    main()

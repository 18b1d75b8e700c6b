"""PDFs as Chromium prints them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from typing import Final

__all__ = ["NoBrowser", "printed"]

_NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "chrome")


class NoBrowser(RuntimeError):
    """There is no Chromium on this machine."""


def printed(pages: Mapping[str, str]) -> dict[str, bytes]:
    """The PDF of each web page. Nothing is fetched: the pages hold all that they show."""
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        raise NoBrowser("no Chromium")
    with sync_playwright() as playwright:
        # Chromium refuses its sandbox to root, which is who runs in a container.
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(locale="zh-CN")
        found = {}
        for name, html in pages.items():
            page.set_content(html)
            found[name] = page.pdf(prefer_css_page_size=True, print_background=True)
        browser.close()
        return found

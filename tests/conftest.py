"""What tests need beyond Python, and what happens where it is not there.

A test marked `needs_libreoffice` or `needs_chromium`, or that asks for the fixture `libreoffice` or
`chromium`, is skipped on a machine without the program, and says so. Under CI=true nothing is skipped: there
it fails, since a green run that left tests out would be taken for a pass.
"""

import os
import shutil
from pathlib import Path

import pytest

LIBREOFFICE = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
CHROMIUM = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
PROGRAMS = {"libreoffice": LIBREOFFICE, "chromium": CHROMIUM}


def find(names: tuple[str, ...]) -> Path | None:
    """Give the first of `names` (commands, or whole paths) that is on this machine."""
    for name in names:
        found = shutil.which(name)
        if found is not None:
            return Path(found)
    return None


def require(program: str) -> Path:
    """Give the path of `program`; skip the test without it, or fail it under CI."""
    found = find(PROGRAMS[program])
    if found is not None:
        return found
    reason = f"NOT TESTED: {program} is not on this machine (.ci/system-packages installs it on Debian)"
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def pytest_configure(config: pytest.Config) -> None:
    """Make the markers known."""
    for program in PROGRAMS:
        config.addinivalue_line("markers", f"needs_{program}: skipped without {program}; fails under CI=true")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Look for what the item's markers ask for."""
    for program in PROGRAMS:
        if item.get_closest_marker(f"needs_{program}") is not None:
            require(program)


@pytest.fixture(scope="session")
def libreoffice() -> Path:
    """Give the path of LibreOffice's soffice."""
    return require("libreoffice")


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Give the path of a Chromium that Playwright can start by `executable_path`."""
    return require("chromium")

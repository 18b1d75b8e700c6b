"""A form that was read and judged, once for all tests of what is made of one; a store of a test's own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from extractors.rules import Context
from tests.ui.altered import faulty, hostile
from ui.submissions import Checked, Upload, check_upload
from ui.worker import NOTICE


def checked(name: str, data: bytes) -> Checked:
    outcome = check_upload(Upload(name, data), notice_id=NOTICE, context=Context(), tell=lambda _: None)
    assert isinstance(outcome, Checked), outcome
    return outcome


@pytest.fixture(scope="session")
def checked_faulty() -> Checked:
    """The filing that breaks `altered.BREAKS`."""
    return checked("某平台申报书.docx", faulty())


@pytest.fixture(scope="session")
def checked_hostile() -> Checked:
    """The filing whose address is `altered.HOSTILE`."""
    return checked("=HYPERLINK(1).docx", hostile())


@pytest.fixture(scope="session")
def filed(tmp_path_factory: pytest.TempPathFactory, checked_faulty: Checked) -> tuple[Path, str]:
    """A data folder with the filing that has faults, and its id: to be copied, which is faster than made."""
    from ui.store import Places, open_store
    from ui.store.judging import judge_each

    folder = tmp_path_factory.mktemp("filed")
    store = open_store(Places.under(folder), judge=judge_each)
    desk = store.as_(store.accounts.local())
    one = desk.submissions.put(checked_faulty.upload, checked_faulty.reading)
    store.close()
    return folder, one


def _inline(function: Callable[..., Any], *arguments: object, told: Callable[..., None] | None = None) -> Any:
    named = {"progress": told} if told is not None else {}
    return function(*arguments, **named)


@pytest.fixture(scope="module")
def template(filed: tuple[Path, str]) -> tuple[Path, str]:
    """What `own_data` is a copy of; a module may have another."""
    return filed


@pytest.fixture
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, template: tuple[Path, str]) -> Iterator[str]:
    """The pages' data in a folder of the test's own, without a model; gives the id of the filing in it."""
    from ui.house import close_houses
    from ui.shelf import Shelf
    from ui.store.judging import judge_each

    folder, one = template
    copytree(folder, tmp_path / "data")
    monkeypatch.setenv("SHENBAO_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("SHENBAO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    for name in ("SHENBAO_DATABASE", "SHENBAO_FILES", "SHENBAO_ENDPOINT", "SHENBAO_MODEL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("ui.session.token", lambda: "")  # the driver's browser has no cookies
    # In this process, where it does not have to be started first; tests in a browser have the workers.
    monkeypatch.setattr("ui.submissions.isolated", _inline)
    monkeypatch.setattr("ui.house._judging", lambda _: judge_each)
    # Pictures are asked for where a test looks at them; LibreOffice is too slow to guess.
    monkeypatch.setattr(Shelf, "prepare", lambda *_: None)
    yield one
    close_houses()

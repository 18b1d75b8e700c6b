"""The install script: what it installs, and when there is nothing to do."""

import sys
from pathlib import Path

import pytest

from scripts import setup_venv


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str, ...]]:
    """Stand in a folder of requirements with a venv in it; give what pip is asked for."""
    made: list[tuple[str, ...]] = []
    for name in (*setup_venv.BASE, *setup_venv.DEV, *setup_venv.METADATA):
        (tmp_path / name).write_text(f"# {name}\n", encoding="utf-8")
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(setup_venv, "ROOT", tmp_path)
    monkeypatch.setattr(setup_venv, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(setup_venv, "pip", lambda *arguments: made.append(arguments))
    return made


def install_base() -> None:
    setup_venv.install("base", requirements=setup_venv.BASE, project=True)


def test_only_hashed_requirements_are_installed(calls: list[tuple[str, ...]]) -> None:
    install_base()
    requirements, project = calls
    assert "--require-hashes" in requirements
    assert {"--no-deps", "--no-build-isolation", "--editable"} <= set(project)


def test_a_second_install_does_nothing(calls: list[tuple[str, ...]]) -> None:
    install_base()
    calls.clear()
    install_base()
    assert calls == []


@pytest.mark.parametrize(
    "changed", ["requirements.txt", "requirements-build.txt", "pyproject.toml", "requirements.in"]
)
def test_a_change_installs_again(calls: list[tuple[str, ...]], tmp_path: Path, changed: str) -> None:
    install_base()
    calls.clear()
    (tmp_path / changed).write_text("# changed\n", encoding="utf-8")
    install_base()
    assert calls


def test_an_install_that_failed_is_not_taken_for_done(
    calls: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*arguments: str) -> None:
        raise ConnectionError(*arguments)

    working = setup_venv.pip
    monkeypatch.setattr(setup_venv, "pip", broken)
    with pytest.raises(ConnectionError):
        install_base()
    monkeypatch.setattr(setup_venv, "pip", working)
    install_base()
    assert calls


@pytest.mark.parametrize("made_in", ["elsewhere", "here"])
def test_a_venv_of_a_moved_folder_is_not_used(
    calls: list[tuple[str, ...]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made_in: str
) -> None:
    assert calls == []
    venv = tmp_path / ".venv"
    monkeypatch.setattr(setup_venv, "PYTHON", Path(sys.executable))
    place = {"elsewhere": tmp_path / "old" / ".venv", "here": venv}[made_in]
    (venv / "pyvenv.cfg").write_text(f"command = python -m venv {place}\n", encoding="utf-8")
    assert setup_venv.usable() is (made_in == "here")


def test_the_modules_are_compiled_at_the_end(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    names = setup_venv.packages()
    assert {"extractors", "notices", "ui"} <= set(names)
    for name in names:
        (tmp_path / name).mkdir()
        (tmp_path / name / "module.py").write_text("x = 1\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_bytes((setup_venv.ROOT / "pyproject.toml").read_bytes())
    monkeypatch.setattr(setup_venv, "ROOT", tmp_path)
    monkeypatch.setattr(setup_venv, "PYTHON", Path(sys.executable))
    setup_venv.precompile()
    assert {path.parent.parent.name for path in tmp_path.rglob("*.pyc")} == set(names)

"""The archive for machines without a network: what is in it, and that what it unpacks asks no registry."""

import stat
import zipfile
from pathlib import Path

import pytest

from scripts import bundle, setup_venv

PINNED = """\
# made by a tool
colorama==0.4.6 ; os_name == 'nt' or sys_platform == 'win32' \\
    --hash=sha256:aa \\
    --hash=sha256:ab
    # via click
lxml==6.1.0 \\
    --hash=sha256:bb
    # via -r requirements.in
uvloop==0.22.1 ; python_full_version < '3.12' and sys_platform != 'win32' \\
    --hash=sha256:cc
"""


def names(platform: str, python: str) -> list[str]:
    lines = bundle.wanted(PINNED, platform=bundle.PLATFORMS[platform], python=python)
    return [line.partition("==")[0] for line in lines if "==" in line]


@pytest.mark.parametrize(
    ("platform", "python", "wanted"),
    [
        ("windows", "3.11", ["colorama", "lxml"]),
        ("linux", "3.11", ["lxml", "uvloop"]),
        ("linux", "3.12", ["lxml"]),
    ],
)
def test_markers_are_read_for_the_machine_that_it_is_for(
    platform: str, python: str, wanted: list[str]
) -> None:
    assert names(platform, python) == wanted


def test_every_requirement_keeps_its_hashes_and_no_others() -> None:
    lines = list(bundle.wanted(PINNED, platform=bundle.PLATFORMS["linux"], python="3.12"))
    assert lines == ["lxml==6.1.0 \\", "    --hash=sha256:bb"]


def test_a_requirement_without_a_version_is_refused() -> None:
    with pytest.raises(bundle.Failed, match="lxml"):
        list(bundle.wanted("lxml>=6\n", platform=bundle.PLATFORMS["linux"], python="3.12"))


@pytest.mark.parametrize("platform", bundle.PLATFORMS)
def test_our_own_requirements_are_all_understood(platform: str) -> None:
    for name in bundle.REQUIREMENTS:
        text = (bundle.ROOT / name).read_text(encoding="utf-8")
        lines = list(bundle.wanted(text, platform=bundle.PLATFORMS[platform], python="3.11"))
        pins = [at for at, line in enumerate(lines) if "==" in line]
        assert pins
        assert all("--hash=" in lines[at + 1] for at in pins)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    (wheels / "lxml-6.1.0-py3-none-any.whl").write_bytes(b"PK")
    bundle.pack(tmp_path / "one.zip", wheels)
    bundle.pack(tmp_path / "other.zip", wheels)
    return tmp_path


def test_the_archive_holds_what_a_machine_without_a_network_needs(archive: Path) -> None:
    with zipfile.ZipFile(archive / "one.zip") as packed:
        held = {name.removeprefix("shenbao/") for name in packed.namelist()}
        assert stat.S_IMODE(packed.getinfo("shenbao/run.sh").external_attr >> 16) == 0o755
    assert {"run.sh", "run.cmd", "安装说明.txt", "scripts/setup_venv.py", "ui/app.py"} <= held
    assert {*bundle.REQUIREMENTS, *setup_venv.METADATA, "wheels/lxml-6.1.0-py3-none-any.whl"} <= held
    assert not [name for name in held if name.startswith(("tests/", ".git"))]


def test_equal_content_is_an_equal_archive(archive: Path) -> None:
    assert (archive / "one.zip").read_bytes() == (archive / "other.zip").read_bytes()


def test_what_is_unpacked_asks_no_registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr("subprocess.run", lambda command, **_: asked.append(command))
    monkeypatch.setattr(setup_venv, "ROOT", tmp_path)
    setup_venv.pip("install", "lxml")
    (tmp_path / "wheels").mkdir()
    setup_venv.pip("install", "lxml")
    before, after = asked
    assert "--no-index" not in before
    assert after[-3:] == ["--no-index", "--find-links", str(tmp_path / "wheels")]

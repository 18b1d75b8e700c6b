"""What the project promises about itself: its commands, pins and start-up cost, and what stays out of it."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements-build.txt", "requirements.txt", "requirements-dev.txt")
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)", re.MULTILINE)

HEAVY = (
    "alembic",
    "argon2",
    "chromadb",
    "dask",
    "docx",
    "fsspec",
    "langchain",
    "langchain_core",
    "lxml",
    "numpy",
    "openpyxl",
    "pandas",
    "pydantic",
    "sqlalchemy",
    "sqlmodel",
    "streamlit",
)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def pins(name: str) -> set[tuple[str, str]]:
    return {(match[1], match[2]) for match in PIN.finditer(read(name))}


def files_in_git() -> list[Path]:
    """List what git has or would take; a copy without git (a downloaded archive) has nothing to ask."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode("utf-8")
    return [path for name in sorted(set(listed.split("\0")) - {""}) if (path := ROOT / name).is_file()]


def texts_in_git() -> dict[str, str]:
    texts = {}
    for path in files_in_git():
        data = path.read_bytes()
        if b"\0" not in data:
            texts[path.relative_to(ROOT).as_posix()] = data.decode("utf-8")
    return texts


# --- commands -----------------------------------------------------------------------------------------------


def documented_targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):.*?## ", read("Makefile"), re.MULTILINE))


@pytest.mark.parametrize(
    "target", ["install", "run", "test", "check", "fix", "lock", "bench", "eval", "help"]
)
def test_make_help_tells_of_every_promised_target(target: str) -> None:
    assert target in documented_targets()


@pytest.mark.skipif(shutil.which("make") is None, reason="no make on this machine; run.cmd is its stand-in")
@pytest.mark.parametrize("target", ["install", "run", "test", "check", "fix", "lock", "bench", "eval"])
def test_make_knows_how_to_make_every_target(target: str) -> None:
    plan = subprocess.run(
        ["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert plan.returncode == 0, plan.stderr
    assert "scripts/setup_venv.py" in plan.stdout


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
@pytest.mark.parametrize("command", ["make run", "make test"])
def test_the_readme_shows_the_two_commands(readme: str, command: str) -> None:
    assert command in read(readme)


def test_the_page_is_served_to_this_machine_only_and_tells_nobody() -> None:
    settings = tomllib.loads(read("ui/.streamlit/config.toml"))
    assert settings["server"]["address"] == "127.0.0.1"
    assert settings["server"]["port"] == 8501
    assert settings["server"]["headless"] is True
    assert settings["server"]["enableXsrfProtection"] is True
    assert settings["browser"]["gatherUsageStats"] is False


# --- pins ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_is_pinned_with_hashes(name: str) -> None:
    entries = [entry for entry in re.split(r"\n(?=\S)", read(name)) if not entry.startswith("#")]
    assert entries
    for entry in entries:
        first, *rest = entry.splitlines()
        assert PIN.match(first), first
        assert any("--hash=sha256:" in line for line in rest), first


@pytest.mark.parametrize("name", [*LOCKS, *(lock.replace(".txt", ".in") for lock in LOCKS)])
def test_no_requirement_names_where_packages_come_from(name: str) -> None:
    assert not re.search(r"://|--(?:extra-)?index|--find-links|--trusted-host", read(name))


@pytest.mark.parametrize("lock", LOCKS)
def test_what_is_asked_for_is_what_is_pinned(lock: str) -> None:
    lines = read(lock.replace(".txt", ".in")).splitlines()
    asked = {re.split(r"[\[<>=~!; ]", line)[0].lower() for line in lines if re.match(r"[A-Za-z]", line)}
    assert asked
    assert asked <= {name for name, _ in pins(lock)}


def test_tests_run_on_the_versions_that_users_get() -> None:
    ours = pins("requirements.txt")
    names = {name for name, _ in ours}
    shared = {pin for pin in pins("requirements-dev.txt") if pin[0] in names}
    assert shared
    assert shared <= ours


# --- what is in the tree ------------------------------------------------------------------------------------

MACHINE_PATH = re.compile(r"(?<![\w.:/-])/(?:work|root|tmp|home|Users)/\w|[A-Z]:\\Users\\")
REGISTRY = re.compile(
    r"pypi\.org|pythonhosted\.org|(?:registry|npmjs)\.(?:org|com)|deb\.debian\.org|index-url\s*=",
    re.IGNORECASE,
)


def where(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:80]}"
        for name, text in texts_in_git().items()
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize(
    "line", ["see /" + "tmp/x", "'/" + "root/a'", "(/" + "home/li/b)", "C:" + "\\Users\\li"]
)
def test_a_path_of_a_machine_is_seen(line: str) -> None:
    assert MACHINE_PATH.search(line)


@pytest.mark.parametrize(
    "line", ["eval/home/x.py", "https://example.cn/home/x", "word/document.xml", "./tmp/x"]
)
def test_a_path_inside_the_project_is_no_path_of_a_machine(line: str) -> None:
    assert not MACHINE_PATH.search(line)


def test_no_file_names_a_path_of_a_machine() -> None:
    assert where(MACHINE_PATH) == []


def test_no_file_names_a_package_registry() -> None:
    assert where(REGISTRY) == []


def test_no_module_is_longer_than_one_idea() -> None:
    lengths = {name: text.count("\n") for name, text in texts_in_git().items() if name.endswith(".py")}
    assert {name: lines for name, lines in lengths.items() if lines > 400} == {}


def test_what_a_package_reads_is_installed_with_it() -> None:
    tools = tomllib.loads(read("pyproject.toml"))["tool"]["setuptools"]
    packages = {pattern.rstrip("*") for pattern in tools["packages"]["find"]["include"]}
    data = {
        "." + pattern.rpartition(".")[2]
        for patterns in tools["package-data"].values()
        for pattern in patterns
    }
    files = [path.relative_to(ROOT) for path in files_in_git()]
    inside = [path for path in files if path.parts[0] in packages and path.suffix not in {".py", ""}]
    assert inside
    assert [path.as_posix() for path in inside if path.suffix not in data] == []


# --- start-up -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def pulled_in() -> set[str]:
    """Give the top-level modules that importing the command line imports."""
    command = [sys.executable, "-X", "importtime", "-c", "import ui.cli"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr[-2000:]
    names = re.findall(r"^import time:.*\|\s*([\w.]+)$", run.stderr, re.MULTILINE)
    return {name.split(".")[0] for name in names}


def test_importing_the_command_line_is_seen(pulled_in: set[str]) -> None:
    assert "ui" in pulled_in


@pytest.mark.parametrize("heavy", HEAVY)
def test_the_command_line_starts_without(heavy: str, pulled_in: set[str]) -> None:
    assert heavy not in pulled_in


def test_the_editable_install_costs_no_import_hook() -> None:
    command = [sys.executable, "-c", "import sys; print(sys.meta_path)"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "editable" not in run.stdout.lower()

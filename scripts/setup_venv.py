"""Set up .venv from the pinned requirements: `make install`, and `run.cmd` where there is no make.

Runs with the standard library alone, on Windows, Linux and macOS. Does nothing, quickly, when the last run is
still good: the stamp in .venv holds a digest of everything the install depends on.
"""

# For Pythons that are too old: they must get as far as the sentence that says so.
from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
OLDEST = (3, 11)
BASE = ("requirements-build.txt", "requirements.txt")
DEV = ("requirements-dev.txt",)
# What the project's own install reads: the metadata and, for the dependencies in it, requirements.in.
METADATA = ("pyproject.toml", "requirements.in")


def digest(names: tuple[str, ...]) -> str:
    """Give the hex digest of the names and contents of files."""
    total = hashlib.sha256()
    for name in names:
        total.update(name.encode() + b"\0" + (ROOT / name).read_bytes() + b"\0")
    return total.hexdigest()


def usable() -> bool:
    """Tell whether .venv was made in this folder and its Python starts and is new enough.

    Moving the folder breaks the programs in it, which name their Python by its whole path; an upgrade of the
    system may have removed that Python.
    """
    settings = VENV / "pyvenv.cfg"
    if not PYTHON.exists() or str(VENV) not in settings.read_text(encoding="utf-8"):
        return False
    ask = f"import sys; sys.exit(sys.version_info < {OLDEST})"
    return subprocess.run([PYTHON, "-c", ask], capture_output=True, check=False).returncode == 0


def pip(*arguments: str) -> None:
    """Run pip in the venv; its own output tells what failed."""
    options = ["--disable-pip-version-check", "--no-input", "--quiet", "--retries", "5"]
    wheels = ROOT / "wheels"  # of an archive for machines without a network: see bundle.py
    if wheels.is_dir():
        options += ["--no-index", "--find-links", str(wheels)]
    subprocess.run([PYTHON, "-m", "pip", *arguments, *options], check=True, cwd=ROOT)


def install(name: str, *, requirements: tuple[str, ...], project: bool) -> None:
    """Install pinned `requirements`, then the `project` itself, unless the stamp `name` says it is done."""
    stamp = VENV / f".installed-{name}"
    wanted = digest((*requirements, *(METADATA if project else ())))
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    print(f"Installing {', '.join(requirements)} into .venv ...", flush=True)
    pip("install", "--require-hashes", *(part for file in requirements for part in ("-r", file)))
    if project:
        pip("install", "--no-deps", "--no-build-isolation", "--editable", ".")
    stamp.write_text(wanted, encoding="utf-8")


def packages() -> list[str]:
    """List the project's packages, as pyproject.toml names them."""
    import tomllib  # not there in the Pythons that are too old

    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [name.rstrip("*") for name in settings["tool"]["setuptools"]["packages"]["find"]["include"]]


def precompile() -> None:
    """Compile the project's modules, so that the first command starts as fast as the second.

    What can't be compiled or written is left to Python, which says so when it imports the module.
    """
    subprocess.run([PYTHON, "-m", "compileall", "-qq", *packages()], check=False, cwd=ROOT)


def main() -> int:
    """Make the venv if there is none that works, and bring it up to date."""
    parser = argparse.ArgumentParser(description="Set up .venv from the pinned requirements.")
    parser.add_argument("--dev", action="store_true", help="also install what tests and checks need")
    options = parser.parse_args()
    if sys.version_info < OLDEST:
        print(f"Shenbao needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 2
    if not usable():
        print("Creating .venv ...", flush=True)
        venv.create(VENV, with_pip=True, clear=True, symlinks=sys.platform != "win32")
    try:
        install("base", requirements=BASE, project=True)
        if options.dev:
            install("dev", requirements=DEV, project=False)
    except subprocess.CalledProcessError as error:
        print(
            f"Could not install: pip ended with code {error.returncode}; its lines above say why.",
            file=sys.stderr,
        )
        return 1
    precompile()
    return 0


if __name__ == "__main__":
    sys.exit(main())

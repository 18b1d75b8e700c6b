"""Make one archive that installs and runs where no registry is reached: `make bundle`.

The archive holds the application, the pinned wheels for each platform, `run.cmd` and `run.sh`, and a page of
instructions in Chinese. `setup_venv.py` takes packages from the folder `wheels` alone where there is one.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from packaging.markers import Marker

ROOT: Final = Path(__file__).resolve().parent.parent
REQUIREMENTS: Final = ("requirements-build.txt", "requirements.txt")
INSTRUCTIONS: Final = ("docs/offline.zh-CN.md", "安装说明.txt")  # where it is kept, what it is called
LEFT_OUT: Final = ("tests/", ".ci/", ".git", "requirements-dev", "requirements-peers", "docs/decisions/")
_WHEN: Final = (2022, 11, 1, 0, 0, 0)  # every entry's time: equal content is equal bytes
_NAMED: Final = re.compile(r"^(?P<pin>[A-Za-z0-9._-]+(?:\[[^\]]*\])?==\S+)(?:\s*;\s*(?P<marker>.+?))?\s*\\?$")


class Platform(NamedTuple):
    """What pip calls a platform, and what the markers of requirements say there (PEP 508)."""

    tags: tuple[str, ...]
    markers: Mapping[str, str]


PLATFORMS: Final[Mapping[str, Platform]] = {
    "linux": Platform(
        (*(f"manylinux_2_{minor}_x86_64" for minor in (28, 27, 24, 17)), "manylinux2014_x86_64"),
        {
            "sys_platform": "linux",
            "platform_system": "Linux",
            "os_name": "posix",
            "platform_machine": "x86_64",
        },
    ),
    "windows": Platform(
        ("win_amd64",),
        {
            "sys_platform": "win32",
            "platform_system": "Windows",
            "os_name": "nt",
            "platform_machine": "AMD64",
        },
    ),
}


class Failed(Exception):
    """A sentence that says what could not be done."""


def wanted(text: str, *, platform: Platform, python: str) -> Iterator[str]:
    """The requirements of a pinned file that count on a platform, each with its hashes.

    pip reads markers with the machine that it runs on in mind; whoever packs for another must do it himself.
    """
    python_is = {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }
    taken = False
    for line in text.splitlines():
        if line.startswith("#") or line.lstrip().startswith("# via"):
            continue
        if not line.startswith(" "):
            named = _NAMED.match(line)
            if named is None:
                raise Failed(f"a requirement that is not pinned: {line}")
            marker = named["marker"]
            taken = marker is None or Marker(marker).evaluate({**platform.markers, **python_is})
            if taken:
                yield f"{named['pin']} \\"
        elif taken and "--hash=" in line:
            yield line


def download(folder: Path, *, platform: str, python: str) -> None:
    """The wheels for a platform into `folder`; raises Failed."""
    target = PLATFORMS[platform]
    for name in REQUIREMENTS:
        text = (ROOT / name).read_text(encoding="utf-8")
        pinned = "\n".join(wanted(text, platform=target, python=python)).rstrip("\\ \n") + "\n"
        with tempfile.TemporaryDirectory() as scratch:
            listed = Path(scratch) / name
            listed.write_text(pinned, encoding="utf-8")
            tags = [part for tag in target.tags for part in ("--platform", tag)]
            _pip("download", "--require-hashes", "--no-deps", "--only-binary", ":all:", "--dest", str(folder),
                 "--implementation", "cp", "--python-version", python, *tags, "-r", str(listed))  # fmt: skip


def _pip(*arguments: str) -> None:
    quiet = ("--disable-pip-version-check", "--no-input", "--quiet", "--retries", "5")
    done = subprocess.run([sys.executable, "-m", "pip", *arguments, *quiet], check=False, cwd=ROOT)
    if done.returncode:
        raise Failed("pip could not get all the wheels; its lines above say which")


def application() -> Iterator[tuple[str, Path]]:
    """What belongs to the application: name in the archive and file."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], check=True, capture_output=True, text=True, encoding="utf-8", cwd=ROOT
    )
    for name in sorted(filter(None, listed.stdout.split("\0"))):
        if not name.startswith(LEFT_OUT) and (ROOT / name).is_file():
            yield name, ROOT / name
    kept, called = INSTRUCTIONS
    yield called, ROOT / kept


def pack(target: Path, wheels: Path) -> None:
    """Write the archive, whole or not at all; wheels are compressed already."""
    part = target.with_name(f"{target.name}.part")
    files = [*application(), *((f"wheels/{each.name}", each) for each in sorted(wheels.iterdir()))]
    with zipfile.ZipFile(part, "w") as archive:
        for name, path in files:
            entry = zipfile.ZipInfo(f"shenbao/{name}", _WHEN)
            entry.external_attr = (0o755 if path.suffix == ".sh" else 0o644) << 16
            entry.compress_type = zipfile.ZIP_STORED if path.suffix == ".whl" else zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())
    part.replace(target)


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "shenbao-offline.zip")
    parser.add_argument(
        "--python", default="{}.{}".format(*sys.version_info), help="of the machines it is for"
    )
    parser.add_argument("--platform", action="append", choices=PLATFORMS, help="default: all of them")
    options = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory() as folder:
            wheels = Path(folder)
            for platform in options.platform or PLATFORMS:
                print(f"Getting the wheels for {platform}, Python {options.python} ...", flush=True)
                download(wheels, platform=platform, python=options.python)
            pack(options.out, wheels)
    except Failed as error:
        print(f"{error}.", file=sys.stderr)
        return 1
    print(f"{options.out}: {options.out.stat().st_size >> 20} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())

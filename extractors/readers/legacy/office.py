"""LibreOffice as a converter: found on this machine, run without a window, allowed nothing but to convert."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from extractors.errors import ReadError, Unsupported

__all__ = ["convert", "environment", "soffice", "write_settings"]

_NAMES = ("soffice", "libreoffice", "soffice.com", "soffice.exe")
_USUAL = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
_FILTER = "docx:MS Word 2007 XML"
# Nothing is fetched, nothing is run, nothing is recovered or asked: path, property, type, value.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableOLEAutomation", "true"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Office.Common/Save/Document", "AutoSave", "false"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Writer/Content/Update", "Field", "false"),
    ("Office.Writer/Content/Update", "Chart", "false"),
    ("Office.Calc/Content/Update", "Link", "2"),
    ("Office.Recovery/RecoveryInfo", "Enabled", "false"),
    ("Office.Recovery/AutoSave", "Enabled", "false"),
    ("Office.Update/Update", "Enabled", "false"),
    # A proxy where nobody listens: what is fetched in spite of all that fails at once.
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetFTPProxyPort", "9"),
    ("Inet/Settings", "ooInetNoProxy", ""),
)


def soffice() -> Path:
    """LibreOffice's program. Raises Unsupported, which says what to install, where there is none."""
    named = os.environ.get("SHENBAO_SOFFICE", "")
    for name in (named, *_NAMES, *_USUAL):
        found = shutil.which(name) if name else None
        if found is not None:
            return Path(found)
    raise Unsupported(
        "本机没有安装 LibreOffice，读不了旧格式（.doc、.wps、.rtf、.odt）的文件，"
        "请安装 LibreOffice，或用 Word、WPS 打开后另存为 .docx 再提交。"
    )


def convert(files: Sequence[Path], folder: Path) -> list[Path | None]:
    """A .docx of each file, in `folder`; None for one that LibreOffice makes nothing of.

    The files' names differ. There is no time limit: whoever calls this can be killed, with what it started.
    """
    program = soffice()
    profile = folder / "profile"
    made = folder / "made"
    made.mkdir(parents=True)
    write_settings(profile)
    command = [
        str(program),
        f"-env:UserInstallation={profile.resolve().as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--nologo",
        "--convert-to",
        _FILTER,
        "--outdir",
        str(made),
        *map(str, files),
    ]
    try:
        # What it says and returns is no use: it returns 0 for files that it could not read.
        subprocess.run(  # noqa: S603 - the program that was found above
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
            cwd=made,
            env=environment(folder),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise ReadError("LibreOffice 启动失败，请确认它能正常打开，或把文件另存为 .docx 再提交。") from error
    targets = [made / f"{file.stem}.docx" for file in files]
    return [target if target.is_file() and target.stat().st_size else None for target in targets]


def environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    kept.pop("PYTHONPATH", None)  # LibreOffice has a Python of its own
    nowhere = "http://127.0.0.1:9"
    home = {} if sys.platform == "win32" else {"HOME": str(folder), "TMPDIR": str(folder)}
    return {**kept, **home, "http_proxy": nowhere, "https_proxy": nowhere, "SAL_USE_VCLPLUGIN": "svp"}


def write_settings(profile: Path) -> None:
    """The profile's settings, before LibreOffice makes the rest of it."""
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
        for path, name, value in _SETTINGS
        if name
    )
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry"'
        ' xmlns:xs="http://www.w3.org/2001/XMLSchema"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n{items}</oor:items>\n',
        encoding="utf-8",
    )

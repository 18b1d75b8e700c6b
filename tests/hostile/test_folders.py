"""A folder through the real command: one file may kill its worker, the others are read, nothing is left behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.extractors.test_submission import application
from tests.hostile.archives import archive, entry
from tests.hostile.bad_pdfs import PDFS, action, forms_in_a_circle
from tests.hostile.bad_sheets import outside
from tests.hostile.conftest import ROOT
from tests.hostile.makers import DOCUMENT_RELS, docx, relationships

GOOD = "申报书.docx"


class Told(NamedTuple):
    status: int
    result: Any
    error: str

    @property
    def warnings(self) -> str:
        return "\n".join(self.result["warnings"])


def told(path: Path, *, command: str = "extract", **environment: str) -> Told:
    """What the command says, as a process of its own, in a folder of its own."""
    home = path.parent / "home"
    home.mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-m", "ui.cli", command, str(path), "--json"],
        cwd=ROOT,
        env={**os.environ, "SHENBAO_WORKERS": "2", "TMPDIR": str(home), **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=90,
        check=False,
    )
    assert "Traceback" not in done.stdout + done.stderr
    assert list(home.iterdir()) == [], "what was unpacked or converted is gone"
    return Told(done.returncode, json.loads(done.stdout), done.stderr)


def folder(at: Path, files: Mapping[str, bytes]) -> Path:
    for name, content in {GOOD: application(), **files}.items():
        path = at / "材料" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return at / "材料"


def left_behind(at: Path) -> list[str]:
    """Processes of that command, which runs no more; none where the platform does not tell."""
    found = []
    for each in Path("/proc").glob("[0-9]*"):
        try:
            if str(at / "home").encode() in (each / "environ").read_bytes():
                found.append((each / "cmdline").read_bytes().decode())
        except OSError:
            continue
    return found


BESIDE: dict[str, Callable[[], bytes]] = {
    "吃内存.pdf": forms_in_a_circle,
    "环.pdf": PDFS["a page tree in itself"][0],
    "空.docx": lambda: b"",
    "零.docx": lambda: bytes(5000),
    "半个.docx": lambda: docx()[:700],
    "炸弹.zip": lambda: archive([entry("../../../逃出.txt", b"x")]),
    "脚本.pdf": lambda: action("/JavaScript/JS(while\\(1\\);)"),
    "外链.xlsx": outside,
    "\x1b[31m红\n行\u202e.docx": lambda: b"x",
}


@pytest.mark.skipif(sys.platform == "win32", reason="some of the names can't be written there")
def test_the_others_are_read_and_each_that_is_not_is_told_of(tmp_path: Path) -> None:
    path = folder(tmp_path, {name: make() for name, make in BESIDE.items()})
    outcome = told(path, SHENBAO_MEMORY_MB="300")
    assert outcome.status == 0
    assert outcome.error == ""
    assert outcome.result["states"]["applicant.name"] == "filled"
    assert {each["path"] for each in outcome.result["source"]["files"]} == {GOOD, *BESIDE}
    for name in ("吃内存.pdf", "环.pdf", "空.docx", "零.docx", "半个.docx", "炸弹.zip"):
        assert name in outcome.warnings
    assert "内存超过 300 MB" in outcome.warnings
    assert not any(character in outcome.warnings for character in "\x1b\u202e")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["home", "材料"]
    assert left_behind(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there, and there are no pipes")
def test_what_is_no_file_is_never_opened(tmp_path: Path) -> None:
    path = folder(tmp_path, {})
    (tmp_path / "别处").mkdir()
    (tmp_path / "别处" / "秘密.docx").write_bytes(docx())
    (path / "链接.docx").symlink_to(tmp_path / "别处" / "秘密.docx")
    (path / "链接").symlink_to(tmp_path / "别处")
    (path / "回来").symlink_to(path)
    (path / "断.docx").symlink_to(path / "没有.docx")
    (path / "设备.docx").symlink_to("/dev/zero")
    if sys.platform != "win32":
        os.mkfifo(path / "管道.docx")
    outcome = told(path)
    assert outcome.status == 0
    assert [each["path"] for each in outcome.result["source"]["files"]] == [GOOD]


def test_thousands_of_files_are_refused_at_once(tmp_path: Path) -> None:
    path = folder(tmp_path, {})
    for number in range(1_500):
        (path / f"{number}.txt").write_bytes(b"x")
    outcome = told(path)
    assert (outcome.status, outcome.result["error"]["code"]) == (2, "too_large")


@pytest.mark.skipif(sys.platform == "win32", reason="paths are short there")
def test_a_file_under_many_folders_is_read(tmp_path: Path) -> None:
    deep = "/".join(["层"] * 150)
    outcome = told(folder(tmp_path, {f"{deep}/x.docx": docx()}))
    assert outcome.status == 0
    assert len(outcome.result["source"]["files"]) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere, and files have no holes")
def test_a_name_that_is_no_text_and_a_file_of_holes_are_told_of(tmp_path: Path) -> None:
    path = folder(tmp_path, {})
    (path / os.fsdecode(b"\xc9\xea\xb1\xa8.docx")).write_bytes(b"x")
    with (path / "空洞.docx").open("wb") as file:
        file.truncate(1 << 40)
    outcome = told(path)
    assert outcome.status == 0
    assert len(outcome.result["source"]["files"]) == 3
    assert "“空洞.docx”超过 256 MB" in outcome.warnings


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told_of(tmp_path: Path) -> None:
    path = folder(tmp_path, {"锁.docx": docx(), "锁上/x.docx": docx()})
    (path / "锁.docx").chmod(0)
    (path / "锁上").chmod(0)
    try:
        outcome = told(path)
    finally:
        (path / "锁上").chmod(0o700)
    assert outcome.status == 0
    assert "锁.docx" in outcome.warnings


# --- nothing is fetched -------------------------------------------------------------------------------------


class Listener(NamedTuple):
    port: int
    asked: list[str]


@pytest.fixture
def listener() -> Iterator[Listener]:
    """A server on this machine, and what it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        do_HEAD = do_OPTIONS = do_PROPFIND = do_POST = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Nothing to say."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Listener(server.server_address[1], asked)
    server.shutdown()
    server.server_close()
    thread.join()


def calling(address: str) -> dict[str, bytes]:
    """Files of every kind that want something from there."""
    mail = f'MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<html><img src="{address}/mht.png"></html>'
    web = (
        f'<html><head><link rel=stylesheet href="{address}/web.css"></head><body><img src="{address}/web.png">'
        f'<iframe src="{address}/web.html"></iframe><object data="{address}/web.svg"></object>网页</body></html>'
    )
    rtf = (
        r"{\rtf1{\*\template " + address + r"/a.dot}{\field{\*\fldinst INCLUDEPICTURE \"" + address
        + r"/a.png\" \\d}{\fldrslt x}}{\field{\*\fldinst INCLUDETEXT \"" + address + r"/a.txt\"}{\fldrslt x}}"
        r"{\object\objautlink\objupdate{\*\objclass Word.Document.8}{\*\objdata 0105}}text}"
    )  # fmt: skip
    text = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" office:version="1.2"><office:body>'
        f'<office:text><text:section text:name="s"><text:section-source xlink:href="{address}/s.odt"/></text:section>'
        f'<text:p><draw:frame draw:name="f"><draw:image xlink:href="{address}/i.png" xlink:actuate="onLoad"/></draw:frame>'
        "</text:p></office:text></office:body></office:document-content>"
    )
    odt = archive(
        [
            entry("mimetype", b"application/vnd.oasis.opendocument.text", method=0),
            entry("content.xml", text.encode()),
            entry(
                "META-INF/manifest.xml",
                b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
                b'<manifest:file-entry manifest:full-path="/" manifest:media-type='
                b'"application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml"'
                b' manifest:media-type="text/xml"/></manifest:manifest>',
            ),
        ]
    )
    return {
        "网页.doc": web.encode(),
        "网页归档.doc": mail.encode(),
        "富文本.doc": rtf.encode(),
        "开放文档.doc": odt,
        "模板.docx": docx(
            {
                DOCUMENT_RELS: relationships(
                    ("attachedTemplate", f"{address}/t.dotx"), ("image", f"{address}/i.png"), external=True
                )
            }
        ),
        "链接.pdf": action(f"/URI/URI({address}/pdf)"),
        "提交.pdf": action(f"/SubmitForm/F<</FS/URL/F({address}/submit)>>"),
        "清单.xlsx": outside().replace(b"127.0.0.1:9", address.removeprefix("http://").encode()),
    }


@pytest.mark.needs_libreoffice
def test_nothing_is_fetched_from_anywhere(tmp_path: Path, listener: Listener) -> None:
    outcome = told(folder(tmp_path, calling(f"http://127.0.0.1:{listener.port}")))
    assert outcome.status == 0
    assert listener.asked == []
    assert left_behind(tmp_path) == []

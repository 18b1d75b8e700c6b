"""Formats that LibreOffice makes a .docx of, and what must not be lost on the way."""

from __future__ import annotations

import io
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from docx import Document as NewDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import Document, Paragraph
from extractors.errors import Corrupt, ReadError, Unsupported
from extractors.guard import kind_of
from extractors.readers.legacy import office, read, read_all
from extractors.readers.legacy.mending import mended
from extractors.readers.legacy.office import convert
from extractors.submission import extract
from extractors.workers import Crew
from notices.hebei_2022_719.form import SPEC
from tests.extractors.readers.legacy.old_word import as_overlaid_field, as_symbol, converted
from tests.extractors.test_submission import application

pytestmark = pytest.mark.needs_libreoffice
FILLING = [f"第{number}段：平台建设情况的说明文字。" for number in range(200)]


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def fields(paragraph: Any, *kinds: tuple[str, str]) -> None:
    """Complex fields: marks by ("mark", kind), their code by ("code", text), anything by ("text", text)."""
    for what, value in kinds:
        run = paragraph.add_run(value if what == "text" else "")
        if what == "mark":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), value)
            run._r.append(mark)
        elif what == "code":
            code = OxmlElement("w:instrText")
            code.text = value
            run._r.append(code)


def with_choices() -> bytes:
    """A line with a link, which is to become a field, and one with a character of Wingdings."""
    document = NewDocument()
    line = document.add_paragraph("企业性质：□国有 ")
    link = ' HYPERLINK "http://aaaaaaaa.example/xxxx" '
    marks = (("mark", "begin"), ("code", link), ("mark", "separate"), ("text", "A"), ("mark", "end"))
    fields(line, *marks)
    line.add_run("民营 □三资")
    symbol = document.add_paragraph("建设方式：").add_run("(")
    symbol.font.name, symbol.font.size, symbol.font.bold = "Wingdings", Pt(17), True
    symbol.font.italic, symbol.font.color.rgb = True, RGBColor(1, 2, 3)
    document.paragraphs[-1].add_run("自建")
    for text in FILLING:
        document.add_paragraph(text)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def with_controls() -> bytes:
    """A content control with Chinese and digits, which LibreOffice 7 repeats in a .doc for each change."""
    document = NewDocument()
    line = document.add_paragraph("单位地址：")
    run = line.add_run("河北省保定市科技园路668号")
    control = OxmlElement("w:sdt")
    about, content = OxmlElement("w:sdtPr"), OxmlElement("w:sdtContent")
    alias = OxmlElement("w:alias")
    alias.set(qn("w:val"), "填写项")
    about.extend((alias, OxmlElement("w:text")))
    content.append(run._r)
    control.extend((about, content))
    line._p.append(control)
    for text in FILLING:
        document.add_paragraph(text)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


@pytest.fixture(scope="module")
def made(libreoffice: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same filing, and two small files, in old formats."""
    folder = tmp_path_factory.mktemp("made")
    given = {"filing": application(), "choices": with_choices(), "controls": with_controls()}
    for name, content in given.items():
        (folder / f"{name}.docx").write_bytes(content)
    files = [folder / f"{name}.docx" for name in given]
    docs = converted(libreoffice, *files, to="doc:MS Word 97", folder=folder)
    (rtf,) = converted(libreoffice, files[0], to="rtf:Rich Text Format", folder=folder)
    return {**{path.stem: path for path in docs}, "rtf": rtf}


# --- as docx ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("source", ["filing", "rtf"])
def test_a_filing_in_an_old_format_says_what_it_said(
    made: dict[str, Path], tmp_path: Path, source: str
) -> None:
    path = tmp_path / "申报书.docx"
    path.write_bytes(application())
    new = extract(path, spec=SPEC)
    with Crew(workers=1) as crew:
        old = extract(made[source], spec=SPEC, crew=crew)
    differing = {
        field.path for field, answer in new if (answer.state, answer.value) != _told(old[field.path])
    }
    assert differing == set()
    assert old.files[0]["kind"] == "application"


def _told(answer: Any) -> tuple[str, Any]:
    return answer.state, answer.value


def test_several_files_are_made_in_one_call_and_a_broken_one_hides_no_other(
    made: dict[str, Path], tmp_path: Path
) -> None:
    broken = tmp_path / "坏.doc"
    broken.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(6000))
    files = [(made["choices"], "附件/一.doc", "doc"), (broken, "坏.doc", "doc")]
    first, second = read_all(files, tmp_path / "work")
    assert isinstance(first, Document)
    assert (first.name, first.kind, len(first.sha256)) == ("附件/一.doc", "doc", 64)
    assert isinstance(second, Corrupt)
    assert "坏.doc" in str(second)


def test_a_web_page_called_doc_is_read(tmp_path: Path) -> None:
    path = tmp_path / "网页.doc"
    path.write_text("<html><body><p>企业性质：☑民营</p></body></html>", encoding="utf-8")
    assert kind_of(path.read_bytes()) == "html"
    assert "企业性质：☑民营" in texts(read(path))


# --- ticks and answers --------------------------------------------------------------------------------------

OVERLAID = {
    r" eq \o\ac(□,√)": "☑",
    r" EQ \O\AC(□,×) ": "☒",
    r" eq \o(□)": "□",
}
SYMBOLS = {0xF0FE: "☑", 0xF0A8: "□", 0xF0FD: "☒"}


@pytest.fixture(scope="module")
def ticked(made: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str | int, list[str]]:
    """The paragraphs of a file for each way to tick, by what it was ticked with."""
    folder = tmp_path_factory.mktemp("ticked")
    plain = made["choices"].read_bytes()
    files: dict[str | int, bytes] = {
        **{code: as_overlaid_field(plain, code) for code in OVERLAID},
        **{code: as_symbol(plain, "建设方式：", code) for code in SYMBOLS},
        "repeated": made["controls"].read_bytes(),
    }
    given = []
    for number, content in enumerate(files.values()):
        path = folder / f"{number}.doc"
        path.write_bytes(content)
        given.append((path, path.name, "doc"))
    read_back = read_all(given, folder / "work")
    return {
        way: texts(each) for way, each in zip(files, read_back, strict=True) if isinstance(each, Document)
    }


@pytest.mark.parametrize(("code", "shown"), OVERLAID.items())
def test_a_mark_laid_over_a_box_by_a_field_is_kept(
    ticked: dict[str | int, list[str]], code: str, shown: str
) -> None:
    assert ticked[code][0] == f"企业性质：□国有 {shown}民营 □三资"


@pytest.mark.parametrize(("code", "shown"), SYMBOLS.items())
def test_a_symbol_is_no_bracket(ticked: dict[str | int, list[str]], code: int, shown: str) -> None:
    assert ticked[code][1] == f"建设方式：{shown}自建"


def test_what_a_converter_repeats_is_said_once(ticked: dict[str | int, list[str]]) -> None:
    assert ticked["repeated"][0] == "单位地址：河北省保定市科技园路668号"


def test_a_file_without_such_things_is_left_alone(made: dict[str, Path]) -> None:
    data = made["filing"].read_bytes()
    assert mended(data) == data


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_change_of_an_old_word_file_is_taken_without_complaint(data: st.DataObject) -> None:
    original = _some_doc()
    changed = bytearray(original)
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(changed) - 4))
        changed[at : at + 4] = data.draw(st.binary(min_size=4, max_size=4))
    cut = data.draw(st.sampled_from([len(changed), len(changed) // 2, 600]))
    assert len(mended(bytes(changed[:cut]))) == cut


def _some_doc() -> bytes:
    assert _DOCS, "the file of the tests above"
    return _DOCS[0]


_DOCS: list[bytes] = []


@pytest.fixture(scope="module", autouse=True)
def _keep(made: dict[str, Path]) -> None:
    _DOCS.append(made["choices"].read_bytes())


# --- the converter ------------------------------------------------------------------------------------------


class Listening(BaseHTTPRequestHandler):
    """Takes note of every request."""

    heard: list[str] = []  # noqa: RUF012 - one list for the one server of a test

    def do_GET(self) -> None:
        self.heard.append(self.path)
        self.send_error(404)

    do_HEAD = do_OPTIONS = do_GET  # noqa: N815 - http.server's own names

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Nothing: the test's output is no place for it."""


@pytest.fixture
def server() -> Iterator[str]:
    Listening.heard.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Listening) as serving:
        thread = threading.Thread(target=serving.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{serving.server_port}"
        serving.shutdown()
        thread.join()


def page_with_links(address: str) -> bytes:
    return (
        f'<html><head><link rel="stylesheet" href="{address}/a.css"></head>'
        f'<body><p>text<img src="{address}/a.png"></p></body></html>'
    ).encode()


_MANIFEST = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/>'
    '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>'
)


def text_with_links(address: str) -> bytes:
    namespaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
        for name, urn in {"office": "office", "text": "text", "draw": "drawing"}.items()
    )
    link = f'xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{address}'
    content = (
        f'<office:document-content {namespaces} office:version="1.2"><office:body><office:text>'
        f'<text:section text:name="a"><text:section-source {link}/a.odt"/></text:section>'
        f'<text:p>a<draw:frame text:anchor-type="as-char"><draw:image {link}/a.png"/></draw:frame></text:p>'
        "</office:text></office:body></office:document-content>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
    return made.getvalue()


def test_nothing_is_fetched_that_a_document_links_to(server: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page_with_links(server))
    (tmp_path / "b.odt").write_bytes(text_with_links(server))
    done = convert([tmp_path / "a.html", tmp_path / "b.odt"], tmp_path / "work")
    assert None not in done
    assert Listening.heard == []


def test_without_libreoffice_one_sentence_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "_USUAL", ())
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "申报书.rtf"
    path.write_bytes(b"{\\rtf1 text}")
    with pytest.raises(Unsupported) as raised:
        read(path)
    sentence = str(raised.value)
    assert "申报书.rtf" in sentence
    assert "LibreOffice" in sentence
    assert ".docx" in sentence
    assert sentence.count("。") == 1


@pytest.mark.parametrize("content", [b"{\\rtf1", b"MIME-Version: 1.0\r\n"])
def test_what_is_no_application_or_damaged_is_a_read_error_of_the_file(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "信.doc"
    path.write_bytes(content)
    with pytest.raises(ReadError, match=r"信\.doc"):
        extract(path, spec=SPEC)

"""A Word file is found in its package however it is put together, or refused in one sentence."""

from pathlib import Path

import pytest

from extractors.document import Document
from extractors.errors import Corrupt, Empty, ReadError, TooLarge, Unsupported
from extractors.readers import docx, read
from tests.extractors.readers.word import (
    content_types,
    document,
    p,
    pack,
    part,
    parts_of,
    relations,
    sdt,
    tbl,
    tc,
    text,
    tr,
    word,
)

BODY = f"<w:body>{p('正文')}</w:body>"
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"


def opened(parts: dict[str, bytes]) -> Document:
    return docx.read(pack(parts), name="申报书.docx")


def test_the_main_part_is_the_one_that_the_package_names() -> None:
    decoy = part("document", f"<w:body>{p('别处')}</w:body>")
    parts = {
        "[Content_Types].xml": content_types("/office/main.xml"),
        "_rels/.rels": relations(("officeDocument", "/Office/Main.xml")),
        "word/document.xml": decoy,
        "office/main.xml": part("document", BODY),
        "office/_rels/main.xml.rels": relations(("header", "../heads/h.xml")),
        "heads/h.xml": part("hdr", p("页眉")),
    }
    found = opened(parts)
    assert (text(found), [paragraph.text for paragraph in found.furniture]) == ("正文", ["页眉"])


@pytest.mark.parametrize("left_out", [["_rels/.rels"], ["_rels/.rels", "[Content_Types].xml"]])
def test_a_package_without_its_relations_is_read_by_types_or_by_name(left_out: list[str]) -> None:
    parts = {name: data for name, data in parts_of(p("正文")).items() if name not in left_out}
    assert text(opened(parts)) == "正文"


def test_a_file_with_macros_is_read_and_its_macros_are_not() -> None:
    parts = parts_of(p("正文")) | {
        "[Content_Types].xml": content_types(kind=MACRO),
        "word/vbaProject.bin": b"\xd0\xcf\x11\xe0",
    }
    assert text(opened(parts)) == "正文"


def test_strict_files_read_like_others() -> None:
    parts = parts_of(tbl(tr(tc("甲"), tc("乙", properties='<w:gridSpan w:val="2"/>'))), {"header": p("眉")})
    strict = {
        name: data.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, data in parts.items()
    }
    assert strict != parts
    assert opened(strict).blocks == opened(parts).blocks
    assert opened(strict).furniture == opened(parts).furniture


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_parts_in_utf_16_are_read(encoding: str) -> None:
    mark = "\ufeff" if encoding != "utf-16" else ""
    wide = {
        name: (mark + data.decode().replace("UTF-8", "UTF-16")).encode(encoding)
        for name, data in parts_of(p("正文"), {"styles": ""}).items()
    }
    assert text(opened(wide)) == "正文"


@pytest.mark.parametrize("missing", ["word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels"])
def test_a_missing_part_beside_the_text_is_no_hindrance(missing: str) -> None:
    parts = parts_of(p("正文", properties='<w:pStyle w:val="1"/>'), {"styles": "", "numbering": ""})
    del parts[missing]
    assert text(opened(parts)) == "正文"


@pytest.mark.parametrize(
    ("parts", "error"),
    [
        ({"word/document.xml": part("document", "")}, Corrupt),
        ({"word/document.xml": b"<x/>"}, Unsupported),
        ({"word/document.xml": b""}, Corrupt),
        ({"word/document.xml": part("document", "<w:body>")[:-20]}, Corrupt),
        ({"word/other.xml": part("document", BODY)}, Corrupt),
        ({"[Content_Types].xml": content_types(), "word/other.xml": part("document", BODY)}, Corrupt),
        ({"word/document.xml": part("document", "<w:body>" + "<w:tbl>" * 30_000)}, ReadError),
        ({"word/document.xml": b'<!DOCTYPE x [<!ENTITY y "z">]>' + part("document", BODY)[56:]}, Corrupt),
    ],
)
def test_what_is_no_document_is_refused_in_one_chinese_sentence(
    parts: dict[str, bytes], error: type[ReadError]
) -> None:
    with pytest.raises(error) as refused:
        opened(parts)
    sentence = str(refused.value)
    assert sentence.endswith("。")
    assert "\n" not in sentence


def nested(depth: int) -> str:
    inside = p("底")
    for _ in range(depth):
        inside = tbl(tr(tc(inside, p())))
    return inside


def test_tables_may_be_nested_as_deep_as_people_do() -> None:
    assert "底" in text(document(nested(20)))


@pytest.mark.parametrize(
    "body",
    [
        nested(110),
        p("<w:smartTag>" * 150 + "<w:r><w:br/></w:r>" + "</w:smartTag>" * 150),
        sdt("") + nested(90) + nested(101),
    ],
)
def test_nesting_beyond_reason_is_refused(body: str) -> None:
    with pytest.raises(TooLarge):
        document(body)


def test_a_document_of_nothing_is_a_document() -> None:
    assert document("").blocks == ()


def test_a_file_is_read_by_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "申报书.pdf"
    path.write_bytes(word(p("正文")))
    assert read(path).name == "申报书.pdf"
    found = read(path, name="材料/申报书")
    assert (found.name, found.kind, len(found.sha256), text(found)) == ("材料/申报书", "docx", 64, "正文")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", Empty),
        (b"GIF89a", Unsupported),
        (b"hello", Unsupported),
        (b"Rar!\x1a\x07\0", Unsupported),
    ],
)
def test_a_kind_without_a_reader_is_named(tmp_path: Path, data: bytes, error: type[ReadError]) -> None:
    path = tmp_path / "申报书.docx"
    path.write_bytes(data)
    with pytest.raises(error, match=r"申报书\.docx"):
        read(path)

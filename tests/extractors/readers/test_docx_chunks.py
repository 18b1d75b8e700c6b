"""Files that stand inside a Word file are part of its text where they can be read."""

import pytest

from extractors.document import Document, Paragraph, Table
from extractors.errors import ReadError
from extractors.readers import docx
from tests.extractors.readers.word import grid, p, pack, parts_of, relations, table_of, tbl, text, tr, word

CHUNK = '<w:altChunk r:id="rId1"/>'


def embedding(data: bytes, name: str = "chunk.bin", body: str = p("前") + CHUNK + p("后")) -> Document:
    parts = parts_of(body) | {
        "word/_rels/document.xml.rels": relations(("aFChunk", name)),
        f"word/{name}": data,
    }
    return docx.read(pack(parts), name="申报书.docx")


HTML = (
    "<html><head><title>题</title><style>p{}</style></head><body><h2>平台</h2><p>单位 \n 名称<br>某公司</p>"
    "<p style='display:none'>藏</p>散文<ul><li>一</li><li>二</li></ul>"
    "<p><input type=checkbox checked>国有 <input type=checkbox>民营</p></body></html>"
)
MHT = (
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
    'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
    "<html><p>网页</p></html>\r\n"
    "--x--\r\n"
)


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (word(p("内一") + p("内二")), ["内一", "内二"]),
        ("内一\n内二".encode(), ["内一", "内二"]),
        ("内一\r\n内二".encode("gb18030"), ["内一", "内二"]),
        (HTML.encode(), ["平台", "单位 名称\n某公司", "散文", "一", "二", "☑国有 □民营"]),
        (
            f'<?xml version="1.0" encoding="GBK"?>{HTML}'.encode("gb18030")[:400],
            ["平台", "单位 名称\n某公司"],
        ),
        (MHT.encode(), ["网页"]),
    ],
)
def test_a_chunk_that_can_be_read_stands_in_its_place(data: bytes, lines: list[str]) -> None:
    read = embedding(data)
    found = [(block.ordinal, block.text) for block in read.blocks if isinstance(block, Paragraph)]
    assert [line for _, line in found][: len(lines) + 1] == ["前", *lines]
    assert found[-1][1] == "后"
    assert [index for index, _ in found] == list(range(1, len(found) + 1))
    assert not read.notices


def test_tables_of_a_chunk_keep_their_spans() -> None:
    page = (
        "<table><tr><td rowspan=2>甲</td><th colspan=2>乙</th></tr><tr><td>丙</td>"
        "<td><table><tr><td>内</td></tr></table></td></tr></table>"
    )
    read = embedding(page.encode() + b"<html>", body=tbl(tr("前")) + CHUNK)
    table = read.blocks[-1]
    assert isinstance(table, Table)
    assert (table.ordinal, table.rows, table.columns) == (2, 2, 3)
    assert grid(table) == [(0, 0, 2, 1, "甲"), (0, 1, 1, 2, "乙"), (1, 1, 1, 1, "丙"), (1, 2, 1, 1, "内")]


def test_tables_of_an_embedded_document_count_on() -> None:
    assert grid(table_of(embedding(word(tbl(tr("内", "表")))))) == [(0, 0, 1, 1, "内"), (0, 1, 1, 1, "表")]


@pytest.mark.parametrize("data", [b"{\\rtf1 text}", b"\x89PNG\r\n\x1a\n", b""])
def test_a_chunk_that_cannot_be_read_is_told_of(data: bytes) -> None:
    read = embedding(data)
    assert text(read) == "前\n后"
    assert [notice.code for notice in read.notices] == ["skipped-part"]


def test_a_chunk_that_is_not_there_is_told_of() -> None:
    read = docx.read(word(p("前") + CHUNK), name="x")
    assert [notice.code for notice in read.notices] == ["skipped-part"]


def test_documents_inside_documents_come_to_an_end() -> None:
    inner = word(p("底"))
    for _ in range(4):
        parts = parts_of(CHUNK) | {
            "word/_rels/document.xml.rels": relations(("aFChunk", "in.docx")),
            "word/in.docx": inner,
        }
        inner = pack(parts)
    with pytest.raises(ReadError):
        docx.read(inner, name="x")


def test_a_page_nested_beyond_reason_is_refused() -> None:
    with pytest.raises(ReadError):
        embedding(("<html>" + "<div>" * 150 + "底").encode())

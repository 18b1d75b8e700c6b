"""What other tools make of Word files and PDF. Run by the interpreter that has them: nothing of ours here.

`python convert.py text NAME FILE…`: a JSON object {file: text}, or {file: [error]}.
`python convert.py time NAME FILE ROUNDS`: a JSON list of [seconds of the floor, seconds of the tool].
`python convert.py versions`: a JSON object {name: version or null}.
"""

from __future__ import annotations

import gc
import io
import json
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from importlib import import_module, metadata
from pathlib import Path
from typing import Any, Final


def _python_docx_cells(path: Path) -> str:
    """By `table.cell(row, column)`, as its documentation shows it."""
    document = import_module("docx").Document(str(path))
    lines = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        columns = range(len(table.columns))
        lines += [
            " | ".join(table.cell(row, column).text for column in columns) for row in range(len(table.rows))
        ]
    return "\n".join(lines)


def _python_docx(path: Path) -> str:
    """In document order, each row's cells once."""
    document = import_module("docx").Document(str(path))
    return "\n".join(_in_order(document))


def _in_order(container: Any) -> Iterator[str]:
    for block in container.iter_inner_content():
        if not hasattr(block, "rows"):
            yield block.text
            continue
        for row in block.rows:
            cells = {id(cell._tc): cell for cell in row.cells}  # noqa: SLF001 - merged cells come once per column
            yield " | ".join("\n".join(_in_order(cell)) for cell in cells.values())


def _mammoth(path: Path) -> str:
    with path.open("rb") as file:
        return str(import_module("mammoth").convert_to_html(file).value)


def _markitdown(path: Path) -> str:
    return str(import_module("markitdown").MarkItDown().convert(str(path)).text_content)


def _docx2python(path: Path) -> str:
    with import_module("docx2python").docx2python(str(path)) as found:
        return str(found.text)


def _pandoc(path: Path) -> str:
    return str(import_module("pypandoc").convert_file(str(path), "html", extra_args=["--wrap=none"]))


def _unstructured(path: Path) -> str:
    elements = import_module("unstructured.partition.docx").partition_docx(str(path))
    return "\n".join(getattr(each.metadata, "text_as_html", None) or each.text for each in elements)


def _docling(path: Path) -> str:
    """By its Word backend alone: its converter loads models, which Word files don't need."""
    kinds = import_module("docling.datamodel.base_models")
    documents = import_module("docling.datamodel.document")
    backend = import_module("docling.backend.msword_backend").MsWordDocumentBackend
    given = documents.InputDocument(path_or_stream=path, format=kinds.InputFormat.DOCX, backend=backend)
    return str(given._backend.convert().export_to_markdown())  # noqa: SLF001 - there is no public way past the models


def _pymupdf(path: Path) -> str:
    with import_module("pymupdf").open(path) as document:
        pages = [(page.get_text(), page.find_tables().tables) for page in document]
    return "\n".join(text + "\n".join(str(table.extract()) for table in tables) for text, tables in pages)


def _pdf_oxide(path: Path) -> str:
    document = import_module("pdf_oxide").PdfDocument(str(path))
    pages = range(document.page_count())
    return "\n".join(f"{document.extract_text(page)}\n{document.extract_tables(page)}" for page in pages)


TOOLS: Final[dict[str, tuple[str, Callable[[Path], str]]]] = {
    "python-docx": ("python-docx", _python_docx),
    "python-docx, by cells": ("python-docx", _python_docx_cells),
    "mammoth": ("mammoth", _mammoth),
    "markitdown": ("markitdown", _markitdown),
    "docx2python": ("docx2python", _docx2python),
    "pandoc": ("pypandoc-binary", _pandoc),
    "unstructured": ("unstructured", _unstructured),
    "docling": ("docling-slim", _docling),
    "pymupdf, text and tables": ("pymupdf", _pymupdf),
    "pdf_oxide, with tables": ("pdf_oxide", _pdf_oxide),
}


def versions() -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for name, (package, _) in TOOLS.items():
        try:
            found[name] = metadata.version(package)
        except metadata.PackageNotFoundError:
            found[name] = None
    return found


def texts(name: str, paths: list[str]) -> dict[str, str | list[str]]:
    _, convert = TOOLS[name]
    found: dict[str, str | list[str]] = {}
    for path in paths:
        try:
            found[path] = convert(Path(path))
        except Exception as error:  # noqa: BLE001 - what breaks a tool is its result here, and is told
            found[path] = [f"{type(error).__name__}: {error}"]
    return found


def times(name: str, path: str, rounds: int) -> list[tuple[float, float]]:
    """Floor and tool in turn, after one round that does not count."""
    _, convert = TOOLS[name]
    taken = [(_timed(lambda: _floor(path)), _timed(lambda: convert(Path(path)))) for _ in range(rounds + 1)]
    return taken[1:]


def _floor(path: str) -> object:
    """Unzip and parse; for a PDF PDFium's bare text."""
    data = Path(path).read_bytes()
    if path.endswith(".pdf"):
        with import_module("pypdfium2").PdfDocument(data) as document:
            return [page.get_textpage().get_text_range() for page in document]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return import_module("lxml.etree").fromstring(archive.read("word/document.xml"))


def _timed(verb: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    verb()
    return time.perf_counter() - start


def main(arguments: list[str]) -> object:
    match arguments:
        case ["versions"]:
            return versions()
        case ["text", name, *paths]:
            return texts(name, paths)
        case ["time", name, path, rounds]:
            return times(name, path, int(rounds))
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    told = sys.stdout
    sys.stdout = sys.stderr  # tools print what they please
    result = main(sys.argv[1:])
    print(json.dumps(result, ensure_ascii=False), file=told)

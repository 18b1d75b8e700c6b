"""Reads one file as the command line does and prints what came of it: run by the tests as a process.

Prints one JSON object: code and message of the error or null, texts of the paragraphs that have any
(the first hundred), peak in bytes (0 where the platform does not tell).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from extractors.document import Block, Paragraph, Table
from extractors.errors import ReadError
from extractors.isolate import limited


def texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            if block.text:
                yield block.text
        elif isinstance(block, Table):
            for cell in block.cells:
                yield from texts(cell.blocks)
        else:
            yield from texts(block.blocks)


def peak_memory() -> int:
    """The kernel's own mark on Linux: what getrusage tells there may be the parent's."""
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii"))
        return int(found[1]) * 1024 if found else 0
    if sys.platform == "darwin":
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return 0


def read(path: Path) -> dict[str, object]:
    from extractors.readers import read as read_document

    try:
        with limited():
            document = read_document(path)
            return {"code": None, "message": None, "texts": list(islice(texts(document.blocks), 100))}
    except ReadError as error:
        return {"code": error.code, "message": str(error), "texts": []}


if __name__ == "__main__":
    outcome = read(Path(sys.argv[1]))
    json.dump({**outcome, "peak": peak_memory()}, sys.stdout)

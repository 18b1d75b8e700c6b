"""Running the command line inside the tests' own process, and filings to run it on."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any, NamedTuple

from eval.filings.hand import HANDS
from eval.filings.samples import SAMPLES, render
from eval.filings.styles import STYLES
from eval.filings.truth import draw

__all__ = ["CODES", "SENTENCE", "Outcome", "Run", "faultless", "faulty", "letter", "with_words"]

CODES = {
    "encrypted",
    "corrupt",
    "too_large",
    "unsupported",
    "empty",
    "timeout",
    "not_an_application",
    "not_found",
    "internal",
}
SENTENCE = re.compile(r"[^\n]*[\u4e00-\u9fff][^\n]*。\n")


class Outcome(NamedTuple):
    """What one command line left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one object on standard output."""
        assert self.out.endswith("\n")
        assert "\n" not in self.out[:-1]
        return json.loads(self.out)


Run = Callable[..., Outcome]


@cache
def faultless(*blank: str) -> bytes:
    """A filing without faults but for the fields that are left blank in it."""
    truth = draw(11, "区域", traps=False).blank(*blank)
    return STYLES["printed"](truth, HANDS["careful"], Random(11)).docx  # noqa: S311 - a seed, no secret


@cache
def faulty() -> bytes:
    return render(next(each for each in SAMPLES.values() if each.faults)).docx


def letter() -> bytes:
    """A Word file that is no filing."""
    from docx import Document

    document = Document()
    document.add_paragraph("各位同事：下周一上午开会。")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def with_words(filing: bytes, old: str, new: str) -> bytes:
    """The filing with its document saying `new` for `old`; both as they stand in the XML."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(filing)) as source, zipfile.ZipFile(changed, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                assert old in data.decode("utf-8")
                data = data.decode("utf-8").replace(old, new).encode("utf-8")
            target.writestr(name, data)
    return changed.getvalue()

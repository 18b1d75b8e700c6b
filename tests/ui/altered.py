"""Filings with something of their own in them: a generated one, with words of its document replaced."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import cache
from typing import Final
from xml.sax.saxutils import escape

from eval.filings.make import make
from eval.filings.script import Rendered

__all__ = ["BREAKS", "HOSTILE", "LACKS", "faultless", "faulty", "hostile", "unrecommended", "written"]

HOSTILE: Final = (
    "=1+2 **粗体** [链接](http://evil.example/x) www.evil.example $x^2$ :material/home: :red[红] "
    "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'> &lt;b&gt; `码` a@evil.example"
)
LACKS: Final = ("ATT001", "FMT005")  # what all of them have not: attachments, a table of contents
BREAKS: Final = ("IDN001", "IDN003", "TXT002", *LACKS)  # the rules that `faulty` breaks


@cache
def _original() -> Rendered:
    return make("printed", 0, hand="plain")


def written(path: str) -> str:
    """What the faultless filing says at a field of text."""
    value = _original().values[path]
    assert isinstance(value, str)
    return value


def faultless() -> bytes:
    return _original().docx


@cache
def faulty() -> bytes:
    code = written("applicant.organization_code")
    return _with(
        {
            "applicant.address": "待补充",
            "applicant.contact.email": written("applicant.contact.email").replace("@", "."),
            "applicant.organization_code": f"{code[:-1]}{'G' if code[-1] != 'G' else 'H'}",
        }
    )


@cache
def hostile() -> bytes:
    """One that is read as an answer, and one that a finding's message repeats."""
    return _with({"applicant.address": f"河北省{HOSTILE}", "applicant.contact.email": HOSTILE})


@cache
def unrecommended() -> bytes:
    return _with({"cover.recommender": ""})


def _with(changed: Mapping[str, str]) -> bytes:
    """The faultless filing that says something else at some fields."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(faultless())) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                text = data.decode("utf-8")
                for path, said in changed.items():
                    assert written(path) in text, path
                    text = text.replace(written(path), escape(said))
                data = text.encode("utf-8")
            new.writestr(name, data)
    return made.getvalue()

"""Filings with something of their own in them: a generated one, with words in its document replaced."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import cache
from xml.sax.saxutils import escape

from eval.filings.make import make

__all__ = ["FAULTS", "HOSTILE", "altered", "faultless", "faulty"]

HOSTILE = (
    "=1+2 **粗体** [链接](http://evil.example/x) www.evil.example $x^2$ :material/home: :red[红] "
    "<script>alert(1)</script><img src=x onerror=alert(1)> &lt;b&gt; `码` a@evil.example"
)

# Each breaks one rule of the filing below.
FAULTS: Mapping[str, str] = {
    "河北省张家口市桥东区创新路690号": "待补充",
    "iiot83_86@example.com": "iiot83_86.example.com",
    "91130702MA6431916F": "91130702MA6431916G",
    '易控达云链工业互联网平台</w:t></w:r><w:r><w:t xml:space="preserve">      ': "云链平台</w:t></w:r><w:r><w:t>",
}


@cache
def faultless() -> bytes:
    return make("printed", 0).docx


@cache
def faulty() -> bytes:
    return altered(FAULTS)


def altered(replaced: Mapping[str, str], *, by: bytes | None = None) -> bytes:
    """The faultless filing (or `by`) with each string of its document.xml replaced; each has to be there."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(by or faultless())) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                text = data.decode("utf-8")
                for before, after in replaced.items():
                    assert before in text, before
                    text = text.replace(before, after)
                data = text.encode("utf-8")
            new.writestr(name, data)
    return written.getvalue()


def with_hostile_address() -> bytes:
    return altered({"河北省张家口市桥东区创新路690号": f"河北省{escape(HOSTILE)}"})

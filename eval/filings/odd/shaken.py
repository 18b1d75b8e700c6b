"""Changes that a reader does not see, or shrugs off: an odd filing says the same after each of them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random
from typing import Final

from eval.filings.odd.filing import Odd
from eval.filings.odd.paper import run

__all__ = ["SHAKES", "shaken"]

_PARAGRAPH: Final = r"<w:p>(?:(?!</w:p>|<w:p>).)*</w:p>"
_UNSEEN: Final = "\u200b\ufeff\u2060\u200d"
_TEXT: Final = r'(<w:t xml:space="preserve">)([^<]+)(</w:t>)'


def single_runs(xml: str) -> str:
    """A run a character, as spelling marks and edits leave them."""

    def cut(found: re.Match[str]) -> str:
        return "".join(run(each) for each in found[1])

    return re.sub(r'<w:r><w:t xml:space="preserve">([^<&]{2,60})</w:t></w:r>', cut, xml)


def soft_breaks(xml: str) -> str:
    """Line breaks for paragraphs, in every cell that holds paragraphs alone."""

    def joined(found: re.Match[str]) -> str:
        return f"<w:p>{'<w:r><w:br/></w:r>'.join(re.findall(r'<w:p>(.*?)</w:p>', found[0]))}</w:p>"

    return re.sub(rf"(?<=</w:tcPr>)(?:{_PARAGRAPH})+(?=</w:tc>)", joined, xml)


def empty_lines(xml: str) -> str:
    """An empty paragraph before each."""
    return xml.replace("<w:p>", "<w:p></w:p><w:p>")


def wide_blanks(xml: str) -> str:
    """Blanks of several kinds at both ends of each paragraph's text."""
    return re.sub(
        rf"<w:p><w:r>{_TEXT}</w:r></w:p>", "<w:p><w:r>\\1\u3000\u00a0\\2 \u3000\\3</w:r></w:p>", xml
    )


def unseen_marks(xml: str) -> str:
    """Zero-width characters inside texts, as pages of the web leave them."""
    draw = Random(7)

    def sown(found: re.Match[str]) -> str:
        text = found[2]
        place = draw.randrange(1, len(text)) if len(text) > 1 and "&" not in text else 0
        return f"{found[1]}{text[:place]}{draw.choice(_UNSEEN)}{text[place:]}{found[3]}"

    return re.sub(_TEXT, sown, xml)


def narrow_signs(xml: str) -> str:
    """Half-width colons and brackets."""
    return re.sub(_TEXT, lambda m: m[1] + m[2].translate(str.maketrans("：（）", ":()")) + m[3], xml)


def wide_figures(xml: str) -> str:
    """Full-width digits."""
    figures = str.maketrans("0123456789", "０１２３４５６７８９")
    return re.sub(_TEXT, lambda m: m[1] + m[2].translate(figures) + m[3], xml)


def bookmarked(xml: str) -> str:
    """Bookmarks, spelling marks and page breaks of the last print in every paragraph."""
    marks = '<w:bookmarkStart w:id="1" w:name="a"/><w:proofErr w:type="spellStart"/><w:r><w:lastRenderedPageBreak/></w:r><w:bookmarkEnd w:id="1"/>'
    return xml.replace("<w:p><w:r>", f"<w:p>{marks}<w:r>")


def controls_around(xml: str) -> str:
    """A content control around every paragraph that is not empty."""
    return re.sub(
        r"<w:p><w:r>(?:(?!</w:p>|<w:p>|<w:sdt>).)*</w:p>",
        r"<w:sdt><w:sdtPr/><w:sdtContent>\g<0></w:sdtContent></w:sdt>",
        xml,
    )


def inserted(xml: str) -> str:
    """Every run is a tracked insertion, with something deleted beside it."""
    gone = '<w:del w:id="8" w:author="a"><w:r><w:delText>旧字☑1</w:delText></w:r></w:del>'
    return re.sub(rf"<w:r>{_TEXT}</w:r>", rf'{gone}<w:ins w:id="9" w:author="a">\g<0></w:ins>', xml)


SHAKES: Final[Mapping[str, Callable[[str], str]]] = {
    each.__name__: each
    for each in (
        single_runs,
        soft_breaks,
        empty_lines,
        wide_blanks,
        unseen_marks,
        narrow_signs,
        wide_figures,
        bookmarked,
        controls_around,
        inserted,
    )
}


def shaken(odd: Odd, shake: Callable[[str], str]) -> Odd:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(odd.docx)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename == "word/document.xml":
                content = shake(content.decode("utf-8")).encode()
            new.writestr(item, content)
    return replace(odd, docx=out.getvalue())

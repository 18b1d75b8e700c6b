"""Formatting that changes nothing of what is read is dropped before the XML is parsed.

Word repeats font, size, spacing and borders with every run, paragraph and cell: three quarters of a
filing's markup, and as much of the time that parsing takes. A filing has a few dozen different property
lists, so each is judged once, as bytes, and the plain ones are cut out. What is cut is a whole element
from its start tag to its end tag, so the rest stays as well-formed as it was. Where bytes can't be taken
at their face (comments, CDATA, instructions, other encodings or prefixes) nothing is cut: the text that is
read is the same, later.

A paragraph or run whose list was cut keeps the list's number in an attribute, for `appearance`.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from extractors.readers.docx.styles import Styles

__all__ = ["CUT", "Lean", "without_formatting"]

CUT: Final = "cut"  # the attribute; Word's own attributes of these elements all have a prefix

_PROPERTIES = (b"pPr", b"rPr", b"tcPr", b"trPr")  # paragraphs first: their lists hold those of their marks
_SAMPLE, _OFTEN = 1 << 17, 40  # bytes looked at, and how many lists in them make a pass worth its time
_SIMPLE = re.compile(rb'(?:<w:\w+(?: [\w:]+="[^"<>&]*")*/>|<w:\w+>|</w:\w+>)*')
_NAMES = re.compile(rb"<w:(\w+)")
_STYLE = re.compile(rb'<w:([pr])Style w:val="([^"]*)"/>')
_FILL = re.compile(
    rb'<w:shd [^>]*(?:w:themeFill=|w:fill="(?!auto"|FFFFFF"|ffffff"))|<w:shd w:val="(?!clear"|nil")'
)
_TINY = re.compile(rb'<w:sz w:val="[0-9]"')
_SYMBOL_FONT = re.compile(rb"dings|symbol|marlett|monotype sorts", re.IGNORECASE)
_WHITE = re.compile(rb'<w:color [^>]*w:val="ffffff"', re.IGNORECASE)

_OF_PARAGRAPHS = b"""
    pStyle keepNext keepLines pageBreakBefore widowControl suppressLineNumbers pBdr shd tabs tab rPr framePr
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi cnfStyle
    adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc divId
    textDirection textAlignment textboxTightWrap
"""
_OF_RUNS = b"""
    rStyle rFonts b bCs i iCs caps smallCaps outline shadow emboss imprint noProof webHidden color w kern
    position sz szCs highlight u effect bdr fitText vertAlign rtl cs em lang eastAsianLayout
"""
_OF_CELLS_AND_ROWS = b"""
    tcW tcBorders top left start bottom right end insideH insideV tl2br tr2bl noWrap tcMar tcFitText vAlign
    hideMark between bar cantSplit trHeight tblHeader tblCellSpacing
"""
_HARMLESS = frozenset((_OF_PARAGRAPHS + _OF_RUNS + _OF_CELLS_AND_ROWS).split())
# Start tags of the elements that keep a list's number; other things with properties have longer names.
_TEXT = (b"<w:t>", b"<w:t ")  # a run's text, where it follows at once, keeps the number of the run's list
_OWNERS = {b"pPr": (b"<w:p>", b"<w:p "), b"rPr": (b"<w:r>", b"<w:r ")}


class Lean(NamedTuple):
    """A document part after the cut."""

    raw: bytes
    lists: tuple[bytes, ...] = ()  # what stands inside the property lists that were cut, by number


def without_formatting(raw: bytes, styles: Styles) -> Lean:
    """The bytes of a document part without the property lists that nothing is read from."""
    if not raw.isascii() and raw[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return Lean(raw)
    often = [name for name in _PROPERTIES if raw.count(b"<w:" + name + b">", 0, _SAMPLE) > _OFTEN]
    if not often or b"<!" in raw or raw.find(b"<?", 2) >= 0:
        return Lean(raw)
    judge = _Judge(styles)
    for name in often:
        raw = _cut(raw, name, judge)
    return Lean(raw, tuple(judge.verdicts))


def _cut(raw: bytes, name: bytes, judge: _Judge) -> bytes:
    start, end = b"<w:" + name + b">", b"</w:" + name + b">"
    owner, marks_text = _OWNERS.get(name), name == b"rPr"
    first, *pieces = raw.split(start)
    kept = [first]
    verdicts = judge.verdicts
    for piece in pieces:
        properties, closed, rest = piece.partition(end)
        mark = verdicts.get(properties)
        if mark is None:
            mark = b' %s="%d">' % (CUT.encode(), len(verdicts))
            mark = verdicts[properties] = mark if closed and judge.is_plain(properties) else b""
        if mark:
            if marks_text and rest.startswith(_TEXT):
                rest = b"<w:t" + mark[:-1] + rest[4:]
            elif owner is not None:
                before = kept[-1]
                if before.startswith(owner, before.rfind(b"<")) and before[-2:] != b"/>":
                    kept[-1] = before[:-1] + mark
            kept.append(rest)
        else:
            kept.append(start)
            kept.append(piece)
    return b"".join(kept)


class _Judge:
    """Tells property lists that matter from those that don't, each once."""

    def __init__(self, styles: Styles) -> None:
        self.verdicts: dict[bytes, bytes] = {}  # the attribute that stands for a plain list; b"" for others
        self._styles = styles

    def is_plain(self, properties: bytes) -> bool:
        if _SIMPLE.fullmatch(properties) is None:
            return False
        if not _HARMLESS.issuperset(_NAMES.findall(properties)):
            return False
        if _FILL.search(properties) or _TINY.search(properties) or _WHITE.search(properties):
            return False
        if _SYMBOL_FONT.search(properties) or any(word in properties for word in self._styles.overridden):
            return False
        return all(self._plain_style(kind, name.decode()) for kind, name in _STYLE.findall(properties))

    def _plain_style(self, kind: bytes, name: str) -> bool:
        if kind == b"p":
            return self._styles.paragraph(name).is_plain
        return not self._styles.run(name).shows

"""The names of WordprocessingML (ISO/IEC 29500-1 and Microsoft's extensions) that the reader knows.

Strict files are turned into transitional ones when they are opened, so that there is one set of names.
"""

from __future__ import annotations

from typing import Final

_OFFICE = "http://schemas.openxmlformats.org"
MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT: Final = (
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", MAIN),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", OFFICE),
    ("http://purl.oclc.org/ooxml/officeDocument/math", f"{_OFFICE}/officeDocument/2006/math"),
    ("http://purl.oclc.org/ooxml/drawingml/main", f"{_OFFICE}/drawingml/2006/main"),
)

W: Final = f"{{{MAIN}}}"
W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WPS: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V: Final = "{urn:schemas-microsoft-com:vml}"
OLE: Final = "{urn:schemas-microsoft-com:office:office}"

P: Final = W + "p"
R: Final = W + "r"
T: Final = W + "t"
TBL: Final = W + "tbl"
TR: Final = W + "tr"
TC: Final = W + "tc"
SDT: Final = W + "sdt"
BODY: Final = W + "body"
PPR: Final = W + "pPr"
RPR: Final = W + "rPr"
TRPR: Final = W + "trPr"
TCPR: Final = W + "tcPr"
TBLPR: Final = W + "tblPr"
SDTPR: Final = W + "sdtPr"
SDT_CONTENT: Final = W + "sdtContent"
INS: Final = W + "ins"
DEL: Final = W + "del"
MOVE_FROM: Final = W + "moveFrom"
MOVE_TO: Final = W + "moveTo"
HYPERLINK: Final = W + "hyperlink"
SMART_TAG: Final = W + "smartTag"
CUSTOM_XML: Final = W + "customXml"
FLD_SIMPLE: Final = W + "fldSimple"
FLD_CHAR: Final = W + "fldChar"
TXBX_CONTENT: Final = W + "txbxContent"
CONTROL: Final = W + "control"
ALT_CHUNK: Final = W + "altChunk"
SHD: Final = W + "shd"
R_FONTS: Final = W + "rFonts"
R_STYLE: Final = W + "rStyle"
P_STYLE: Final = W + "pStyle"
COLOR: Final = W + "color"
SIZE: Final = W + "sz"
BOLD: Final = W + "b"
SPACING: Final = W + "spacing"
VANISH: Final = W + "vanish"
STRIKE: Final = W + "strike"
DSTRIKE: Final = W + "dstrike"
NUM_PR: Final = W + "numPr"
OUTLINE_LEVEL: Final = W + "outlineLvl"
ALTERNATE: Final = MC + "AlternateContent"
CHOICE: Final = MC + "Choice"
FALLBACK: Final = MC + "Fallback"
O_MATH: Final = MATH + "oMath"
O_MATH_PARA: Final = MATH + "oMathPara"
MATH_TEXT: Final = MATH + "t"

VAL: Final = W + "val"
RELATION_ID: Final = f"{{{OFFICE}}}id"

_FALSE: Final = frozenset({"0", "false", "off", "none"})


def is_on(value: str | None) -> bool:
    """What an on/off property with this `w:val` says; without one it says yes (17.17.4)."""
    return value is None or value not in _FALSE

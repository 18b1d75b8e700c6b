"""What is around the rows of a spreadsheet file: styles, sheets' heads and tails, the zip (ECMA-376)."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, Literal, NamedTuple
from xml.sax.saxutils import escape, quoteattr

__all__ = ["LOOKS", "Look", "Sheet", "packed", "quoting", "sheet_head", "sheet_tail"]

Look = Literal["text", "whole", "short", "head", "link", "annex", "title", "plain", "ruled", "ruled_head"]

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_LARGE: Final = 2_000_000_000  # bytes
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the first time that a zip can tell
_DECLARED: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_FONTS: Final = {
    "body": '<sz val="10"/><name val="宋体"/><charset val="134"/>',
    "bold": '<b/><sz val="10"/><name val="宋体"/><charset val="134"/>',
    "link": '<u/><sz val="10"/><color rgb="FF0563C1"/><name val="宋体"/><charset val="134"/>',
    "annex": '<sz val="16"/><name val="黑体"/><charset val="134"/>',
    "title": '<sz val="22"/><name val="黑体"/><charset val="134"/>',
    "form": '<sz val="12"/><name val="宋体"/><charset val="134"/>',
}
_FILLS: Final = (
    '<patternFill patternType="none"/>',
    '<patternFill patternType="gray125"/>',
    '<patternFill patternType="solid"><fgColor rgb="FFE8EEF7"/><bgColor indexed="64"/></patternFill>',
)
_SIDES: Final = ("left", "right", "top", "bottom")
_RULED: Final = "".join(f'<{side} style="thin"><color auto="1"/></{side}>' for side in _SIDES)


class _Style(NamedTuple):
    font: str = "body"
    number: int = 0  # built-in format: 3 is 1,234
    fill: int = 0
    ruled: bool = False
    across: str = "left"
    down: str = "top"
    wraps: bool = True


_STYLES: Final[Mapping[Look, _Style]] = {
    "text": _Style(across="general"),
    "whole": _Style(number=3, across="general"),
    "short": _Style(across="general", wraps=False),
    "head": _Style("bold", fill=2, across="center", down="center"),
    "link": _Style("link"),
    "annex": _Style("annex", down="center"),
    "title": _Style("title", across="center", down="center"),
    "plain": _Style("form", down="center"),
    "ruled": _Style("form", ruled=True, across="center", down="center"),
    "ruled_head": _Style("form", ruled=True, across="center", down="center"),
}
# Look -> number of its style; the next one is the same for a text that must not be taken for a formula.
LOOKS: Final[Mapping[Look, int]] = {look: 2 * at for at, look in enumerate(_STYLES)}


class Sheet(NamedTuple):
    """A sheet as it goes into the file."""

    title: str
    content: Iterator[bytes]
    size: int  # bytes of the content
    links: Sequence[str]  # addresses, by the order of their relationships
    filtered: str = ""  # A1:C9
    repeated: int = 0  # rows that stand on every printed page


def quoting(look: Look) -> int:
    """The style of a text that begins like a formula."""
    return LOOKS[look] + 1


def sheet_head(widths: Sequence[float], frozen: tuple[int, int]) -> bytes:
    rows, columns = frozen
    top = f"{_letter(columns)}{rows + 1}"
    split = (f' xSplit="{columns}"' if columns else "") + (f' ySplit="{rows}"' if rows else "")
    corner = {(True, True): "bottomRight", (True, False): "bottomLeft", (False, True): "topRight"}
    pane = (
        f'<pane{split} topLeftCell="{top}" activePane="{corner[bool(rows), bool(columns)]}" state="frozen"/>'
        if rows or columns
        else ""
    )
    wide = "".join(
        f'<col min="{at}" max="{at}" width="{width:g}" customWidth="1"/>'
        for at, width in enumerate(widths, 1)
    )
    return (
        f'{_DECLARED}<worksheet xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="14.25"/><cols>{wide}</cols><sheetData>'
    ).encode()


def _letter(column: int) -> str:
    return chr(ord("A") + column)


def sheet_tail(
    *,
    filtered: str,
    merged: Sequence[str],
    links: Sequence[str],
    landscape: bool,
    pages_wide: int,
    footer: bool,
    centred: bool,
) -> bytes:
    cells = "".join(f'<mergeCell ref="{each}"/>' for each in merged)
    leads = "".join(f'<hyperlink ref="{each}" r:id="rId{at}"/>' for at, each in enumerate(links, 1))
    turned = "landscape" if landscape else "portrait"
    foot = "<headerFooter><oddFooter>&amp;L&amp;A&amp;R第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>"
    return (
        "</sheetData>"
        + (f'<autoFilter ref="{filtered}"/>' if filtered else "")
        + (f'<mergeCells count="{len(merged)}">{cells}</mergeCells>' if merged else "")
        + (f"<hyperlinks>{leads}</hyperlinks>" if links else "")
        + ('<printOptions horizontalCentered="1"/>' if centred else "")
        + '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
        + f'<pageSetup paperSize="9" orientation="{turned}" fitToWidth="{pages_wide}" fitToHeight="0"/>'
        + (foot if footer else "")
        + '<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors>'
        + "</worksheet>"
    ).encode()


def packed(target: Path, sheets: Iterable[Sheet], *, title: str) -> None:
    """Write the file beside its place and move it there whole."""
    part = target.with_name(f".{target.name}.part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=5) as archive:
            written = [_put_sheet(archive, number, each) for number, each in enumerate(sheets, 1)]
            for name, content in _around(written, title).items():
                _put(archive, name, [content.encode()])
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _put_sheet(archive: zipfile.ZipFile, number: int, sheet: Sheet) -> Sheet:
    _put(archive, f"xl/worksheets/sheet{number}.xml", sheet.content, size=sheet.size)
    if sheet.links:
        links = ((f"rId{at}", f"{_OFFICE}/hyperlink", each) for at, each in enumerate(sheet.links, 1))
        _put(
            archive, f"xl/worksheets/_rels/sheet{number}.xml.rels", [_related(links, external=True).encode()]
        )
    return sheet


def _put(archive: zipfile.ZipFile, name: str, content: Iterable[bytes], *, size: int = 0) -> None:
    info = zipfile.ZipInfo(name, date_time=_EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0  # else the bytes tell the platform
    # Excel takes a needless zip64 field for damage.
    with archive.open(info, "w", force_zip64=size >= _LARGE) as file:
        for chunk in content:
            file.write(chunk)


def _around(sheets: Sequence[Sheet], title: str) -> dict[str, str]:
    numbers = range(1, len(sheets) + 1)
    core = "core-properties"
    return {
        "[Content_Types].xml": _types(numbers),
        "_rels/.rels": _related(
            [("rId1", f"{_OFFICE}/officeDocument", "xl/workbook.xml"),
             ("rId2", f"{_PACKAGE}/relationships/metadata/{core}", "docProps/core.xml")]
        ),
        "docProps/core.xml": f'{_DECLARED}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/{core}"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title>'
        "<dc:language>zh-CN</dc:language></cp:coreProperties>",
        "xl/workbook.xml": _workbook(sheets),
        "xl/_rels/workbook.xml.rels": _related(
            [*((f"rId{at}", f"{_OFFICE}/worksheet", f"worksheets/sheet{at}.xml") for at in numbers),
             (f"rId{len(sheets) + 1}", f"{_OFFICE}/styles", "styles.xml")]
        ),
        "xl/styles.xml": _styles(),
    }  # fmt: skip


def _types(numbers: Iterable[int]) -> str:
    kinds = {
        "/xl/workbook.xml": f"{_TYPE}.sheet.main+xml",
        "/xl/styles.xml": f"{_TYPE}.styles+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        **{f"/xl/worksheets/sheet{at}.xml": f"{_TYPE}.worksheet+xml" for at in numbers},
    }
    told = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'{_DECLARED}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{told}</Types>'
    )


def _related(targets: Iterable[tuple[str, str, str]], *, external: bool = False) -> str:
    outside = ' TargetMode="External"' if external else ""
    told = "".join(
        f"<Relationship Id={quoteattr(key)} Type={quoteattr(kind)} Target={quoteattr(target)}{outside}/>"
        for key, kind, target in targets
    )
    return f'{_DECLARED}<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def _workbook(sheets: Sequence[Sheet]) -> str:
    listed = "".join(
        f'<sheet name={quoteattr(each.title)} sheetId="{at}" r:id="rId{at}"/>'
        for at, each in enumerate(sheets, 1)
    )
    names = "".join(_defined(at, each) for at, each in enumerate(sheets))
    return (
        f'{_DECLARED}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><bookViews><workbookView/></bookViews>'
        f"<sheets>{listed}</sheets>"
        + (f"<definedNames>{names}</definedNames>" if names else "")
        + "</workbook>"
    )


def _defined(at: int, sheet: Sheet) -> str:
    """What Excel keeps as names: the filtered range, and the rows on every printed page."""
    place = escape("'" + sheet.title.replace("'", "''") + "'!")
    told = ""
    if sheet.filtered:
        first, _, last = sheet.filtered.partition(":")
        range_ = f"{place}{_fixed(first)}:{_fixed(last)}"
        told += (
            f'<definedName name="_xlnm._FilterDatabase" localSheetId="{at}" hidden="1">{range_}</definedName>'
        )
    if sheet.repeated:
        rows = f"{place}$1:${sheet.repeated}"
        told += f'<definedName name="_xlnm.Print_Titles" localSheetId="{at}">{rows}</definedName>'
    return told


def _fixed(reference: str) -> str:
    letters = reference.rstrip("0123456789")
    return f"${letters}${reference[len(letters) :]}"


def _styles() -> str:
    fonts = "".join(f"<font>{each}</font>" for each in _FONTS.values())
    fills = "".join(f"<fill>{each}</fill>" for each in _FILLS)
    none = "<left/><right/><top/><bottom/>"
    borders = "".join(f"<border>{each}<diagonal/></border>" for each in (none, _RULED))
    looks = "".join(_xf(each, quoted=quoted) for each in _STYLES.values() for quoted in (False, True))
    return (
        f'{_DECLARED}<styleSheet xmlns="{_MAIN}"><fonts count="{len(_FONTS)}">{fonts}</fonts>'
        f'<fills count="{len(_FILLS)}">{fills}</fills><borders count="2">{borders}</borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{2 * len(_STYLES)}">{looks}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _xf(style: _Style, *, quoted: bool) -> str:
    wraps = ' wrapText="1"' if style.wraps else ""
    prefix = ' quotePrefix="1"' if quoted else ""
    return (
        f'<xf numFmtId="{style.number}" fontId="{list(_FONTS).index(style.font)}" fillId="{style.fill}"'
        f' borderId="{int(style.ruled)}" xfId="0"{prefix} applyNumberFormat="1" applyFont="1" applyFill="1"'
        ' applyBorder="1" applyAlignment="1">'
        f'<alignment horizontal="{style.across}" vertical="{style.down}"{wraps}/></xf>'
    )

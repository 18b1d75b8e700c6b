"""Workbooks and lists that claim to be endless, or that run or fetch something where they are opened."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping

from tests.hostile.archives import archive, entry, repeated
from tests.hostile.compound import compound_file

Make = Callable[[], bytes]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES, BOOK, RELS = "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
SHEET, STRINGS, STYLES = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"


def cell(text: str, place: str = "A1") -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


ROWS = f'<row r="1">{cell("设备名称")}{cell("数量", "B1")}</row><row r="2">{cell("数控机床", "A2")}<c r="B2"><v>9</v></c></row>'


def sheet(rows: str = ROWS, *, before: str = "", after: str = "") -> str:
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def related(*entries: tuple[str, str], more: str = "") -> str:
    listed = "".join(
        f'<Relationship Id="rId{at}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(entries, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}{more}</Relationships>'


def parts(changes: Mapping[str, str | None] | None = None) -> dict[str, str]:
    made: dict[str, str | None] = {
        TYPES: f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": related(("officeDocument", BOOK)),
        BOOK: f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="清单" sheetId="1" r:id="rId1"/></sheets></workbook>',
        RELS: related(
            ("worksheet", "worksheets/sheet1.xml"),
            ("sharedStrings", "sharedStrings.xml"),
            ("styles", "styles.xml"),
        ),
        SHEET: sheet(),
        **(changes or {}),
    }
    return {name: text for name, text in made.items() if text is not None}


def xlsx(changes: Mapping[str, str | None] | None = None) -> bytes:
    return archive([entry(name, text.encode()) for name, text in parts(changes).items()])


def of_rows(rows: str, **named: str) -> bytes:
    return xlsx({SHEET: sheet(rows, **named)})


def strings_bomb() -> bytes:
    head = f'<sst xmlns="{MAIN}" count="1000000000" uniqueCount="1000000000">'.encode()
    strings = repeated(STRINGS, b"<si><t>a</t></si>", 6_000_000, before=head, after=b"</sst>")
    return archive([*(entry(name, text.encode()) for name, text in parts().items()), strings])


def long_string_often() -> bytes:
    """One string of 9 MB that 20 000 cells show: 180 GB of text."""
    text = f'<sst xmlns="{MAIN}"><si><t>{"样" * 3_000_000}</t></si></sst>'
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 20_001))
    return xlsx({STRINGS: text, SHEET: sheet(rows)})


def merges(count: int) -> str:
    inside = "".join(f'<mergeCell ref="A{n}:XFD{n + 90}"/>' for n in range(1, count))
    return f"<mergeCells>{inside}</mergeCells>"


def far(places: int) -> str:
    """Cells at the ends of the grid, the rows between them blank."""
    return "".join(
        f'<row r="{n * 50}">{cell("x", f"A{n * 50}")}{cell("y", f"IV{n * 50}")}</row>'
        for n in range(1, places)
    )


def sheets_often(count: int) -> bytes:
    listed = "".join(f'<sheet name="表{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, count))
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>'
    return xlsx(
        {
            BOOK: book,
            SHEET: sheet("".join(f'<row r="{n}">{cell("x", f"A{n}")}</row>' for n in range(1, 2_000))),
        }
    )


def formats(code: str) -> bytes:
    styles = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="200" formatCode="{code}"/></numFmts>'
        '<cellXfs><xf numFmtId="200" fontId="0"/></cellXfs></styleSheet>'
    )
    return xlsx({STYLES: styles, SHEET: sheet('<row r="1"><c r="A1" s="0"><v>12345.678</v></c></row>')})


def outside() -> bytes:
    """Links to another workbook, a picture and a query, all in other places."""
    link = f'<Relationship Id="rId9" Type="{OFFICE}/externalLink" Target="http://127.0.0.1:9/a.xlsx" TargetMode="External"/>'
    rows = (
        '<row r="1"><c r="A1"><f>WEBSERVICE("http://127.0.0.1:9/")</f><v>1</v></c>'
        '<c r="B1"><f>[1]Sheet1!A1</f><v>2</v></c><c r="C1" t="str"><f>HYPERLINK("file:///etc/passwd")</f><v>x</v></c></row>'
    )
    return xlsx({RELS: related(("worksheet", "worksheets/sheet1.xml"), more=link), SHEET: sheet(rows)})


def upwards() -> bytes:
    return xlsx({RELS: related(("worksheet", "../../../../../../etc/passwd"))})


def old(change: Callable[[bytearray], None]) -> bytes:
    """A workbook of before 2007 with something changed."""
    import xlwt

    book = xlwt.Workbook()
    made = book.add_sheet("清单")
    for row in range(40):
        made.write(row, 0, f"数控机床{row}")
        made.write(row, 1, row)
    out = io.BytesIO()
    book.save(out)
    data = bytearray(out.getvalue())
    change(data)
    return bytes(data)


def put(place: int, value: int, size: int = 4) -> Callable[[bytearray], None]:
    def changing(data: bytearray) -> None:
        data[place : place + size] = value.to_bytes(size, "little")

    return changing


def circle(data: bytearray) -> None:
    """Each sector of the table is followed by itself."""
    start = (int.from_bytes(data[76:80], "little") + 1) * 512
    for at in range(128):
        data[start + 4 * at : start + 4 * at + 4] = at.to_bytes(4, "little")


def tree_circle(data: bytearray) -> None:
    """Each entry of the directory has the first one below it and on both sides."""
    start = (int.from_bytes(data[48:52], "little") + 1) * 512
    for at in range(4):
        data[start + 128 * at + 68 : start + 128 * at + 80] = (1).to_bytes(4, "little") * 3


NO_FORM = frozenset({"not_an_application"})
BROKEN = frozenset({"corrupt", "not_an_application"})
ANY = BROKEN | {"too_large"}
HEAVY = ANY | {"timeout"}
SHEETS: dict[str, tuple[Make, frozenset[str | None]]] = {
    "as it should be": (xlsx, NO_FORM),
    "a dimension of 10^9 rows": (
        lambda: of_rows(ROWS, before='<dimension ref="A1:XFD1048576000"/>'),
        NO_FORM,
    ),
    "a cell in row 10^9": (lambda: of_rows(f'<row r="999999999">{cell("x", "XFD9999999")}</row>'), NO_FORM),
    "a cell in column ZZZ": (lambda: of_rows(f"<row>{cell('x', 'ZZZ1')}{cell('y', 'A1')}</row>"), NO_FORM),
    "cells at both ends of 20 000 rows": (lambda: of_rows(far(1_000)), NO_FORM),
    "500 000 cells": (
        lambda: of_rows("".join(f"<row>{'<c><v>1</v></c>' * 50}</row>" for _ in range(10_000))),
        HEAVY,
    ),
    "6 000 000 shared strings": (strings_bomb, frozenset({"too_large"})),
    "9 MB in each of 20 000 cells": (long_string_often, HEAVY),
    "shared string number 10^12": (
        lambda: of_rows('<row r="1"><c r="A1" t="s"><v>999999999999</v></c></row>'),
        NO_FORM,
    ),
    "shared string number -1": (lambda: of_rows('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>'), NO_FORM),
    "style number 10^8": (lambda: of_rows('<row r="1"><c r="A1" s="99999999"><v>1</v></c></row>'), NO_FORM),
    "the number 1e999": (
        lambda: of_rows('<row r="1"><c r="A1"><v>1e999</v></c><c><v>nan</v></c></row>'),
        NO_FORM,
    ),
    "merged 60 000 times": (lambda: of_rows(ROWS, after=merges(60_000)), HEAVY),
    "500 sheets that are one": (lambda: sheets_often(501), HEAVY),
    "columns hidden 10^9 times": (
        lambda: of_rows(
            ROWS, before="<cols>" + '<col min="1" max="999999999" hidden="1"/>' * 2_000 + "</cols>"
        ),
        HEAVY,
    ),
    "a format of 100 000 signs": (lambda: formats("[" * 50_000 + "#" * 50_000), HEAVY),
    "a format of 30 000 places": (lambda: formats("0." + "0" * 30_000), HEAVY),
    "links to other places": (outside, NO_FORM),
    "a sheet outside": (upwards, BROKEN),
    "a sheet that is the workbook": (lambda: xlsx({RELS: related(("worksheet", "workbook.xml"))}), BROKEN),
    "an entity": (
        lambda: xlsx(
            {
                SHEET: '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
                + sheet(f"<row>{cell('&e;')}</row>")
            }
        ),
        frozenset({"corrupt"}),
    ),
    "macros": (
        lambda: archive(
            [
                *(entry(n, t.encode()) for n, t in parts().items()),
                entry("xl/vbaProject.bin", b"\xd0\xcf" * 99),
            ]
        ),
        NO_FORM,
    ),
    "under a password": (
        lambda: compound_file({"EncryptionInfo": b"\4\0\4\0", "EncryptedPackage": bytes(5000)}),
        frozenset({"encrypted"}),
    ),
    "a list of 30 MB without a break": (lambda: b"a,b\n" + b"x," * 15_000_000, HEAVY | {"unsupported"}),
    "a list of 3 000 000 rows": (lambda: "名称,数量\n".encode() * 3_000_000, HEAVY),
    "a list with an open quote": (lambda: b'a,b\n1,2\n"' + b"x,y\n" * 1_000_000, HEAVY | {"unsupported"}),
    "a list of formulas": (
        "名称,数量\n=cmd|'/C calc'!A0,@SUM(1)\n+1+1,-2\n=HYPERLINK(\"http://127.0.0.1:9\"),1\n".encode,
        NO_FORM,
    ),
    "an old workbook": (lambda: old(lambda _: None), NO_FORM),
    "an old workbook, its table a circle": (lambda: old(circle), BROKEN),
    "an old workbook, its directory a circle": (lambda: old(tree_circle), BROKEN | {"unsupported"}),
    "an old workbook of 2^31 tables": (lambda: old(put(72, 0x7FFFFFFF)), BROKEN),
    "an old workbook, its tables a circle": (lambda: old(put(68, 0)), BROKEN),
    "an old workbook of sectors of 2^60": (lambda: old(put(30, 60, 2)), BROKEN | {"unsupported"}),
    "an old workbook of short sectors of 2^60": (lambda: old(put(32, 60, 2)), BROKEN),
    "an old workbook, cut": (lambda: old(lambda _: None)[:3000], BROKEN),
}

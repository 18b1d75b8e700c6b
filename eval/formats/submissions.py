"""Whole submissions: the application with attachments of several kinds beside it, or with its signed copy."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Final

from docx import Document
from openpyxl import Workbook
from PIL import Image, ImageDraw, ImageFont

from eval.filings.hand import HANDS
from eval.filings.paths import CATEGORIES
from eval.filings.styles import STYLES
from eval.filings.truth import ATTACHMENT_TITLES, Category, Truth, Value, attachments, draw
from eval.filings.word.package import restamp
from eval.formats import scans, seals
from eval.formats.filed import Filed, Filing
from eval.formats.fonts import chinese_font
from eval.formats.office import pdfs

__all__ = ["copies", "folders", "zips"]

_KNOWN: Final[Mapping[str, Category]] = {"跨行业跨领域": "跨行业跨领域", "区域": "区域", "行业": "行业"}
_JUNK: Final = {
    "Thumbs.db": b"\xd0\xcf\x11\xe0junk",
    "附件/~$件5.xlsx": b"\x05user",
    "附件/.DS_Store": b"\0\0\0\1",
}
# What a clerk mends on paper and forgets in the file: one field of each sort.
_MENDED: Final = (
    "applicant.contact.mobile",
    "platform.investment",
    "platform.indicators.connected_devices",
    "platform.build_status",
)


def folders(filings: Sequence[Filing], *, with_junk: bool = True) -> Iterator[Filed]:
    """A folder as companies send it: the application as PDF, lists as workbooks, papers as pictures."""
    for filing in filings:
        truth, drawn = _truth(filing), Random(f"submission/{filing.case}")
        rendered = STYLES[filing.style](truth, HANDS["plain"], Random(filing.case))
        pdf = pdfs({"a.docx": rendered.docx})["a"]
        beside, found = _attachments(truth, drawn)
        files = {"申报书.pdf": pdf, **beside, **(_JUNK if with_junk else {})}
        values: dict[str, Value] = {**rendered.values, "attachments": attachments(found)}
        states = {**rendered.states, "attachments": "filled"}
        whole = dataclasses.replace(rendered, values=values, states=states, also_states={})
        yield Filed(filing.case, files, whole, source=pdf)


def zips(filings: Sequence[Filing]) -> Iterator[Filed]:
    """The same in one archive, its names in GBK without a word about it, as Chinese Windows packs them."""
    for each in folders(filings):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in each.files.items():
                info = zipfile.ZipInfo(_placeholder(f"{each.case}/{name}"), date_time=(2022, 11, 18, 9, 0, 0))
                info.create_system = 0
                archive.writestr(info, data)
        data = out.getvalue()
        for name in each.files:
            full = f"{each.case}/{name}"
            data = data.replace(_placeholder(full).encode(), full.encode("gbk"))
        yield dataclasses.replace(each, files={f"{each.case}.zip": data})


def copies(filings: Sequence[Filing]) -> Iterator[Filed]:
    """The Word file and its signed copy, scanned, that says something else in some places."""
    for filing in filings:
        truth, seed = _truth(filing), filing.case
        changed, paths = _mended(truth)
        word = STYLES[filing.style](truth, HANDS["plain"], Random(seed))
        paper = STYLES[filing.style](changed, HANDS["plain"], Random(seed))
        pdf = pdfs({"a.docx": paper.docx})["a"]
        copy = scans.scanned("盖章扫描件", paper, pdf, way=scans.Way(scans.LOOKS["clean"]), seed=filing.seed)
        files = {"申报书.docx": word.docx, **copy.files}
        yield Filed(filing.case, files, word, expected={"findings": {"CON006": sorted(paths)}})


def _truth(filing: Filing) -> Truth:
    category = _KNOWN[CATEGORIES[filing.seed % 3]]
    return draw(40_000 + filing.seed, category, traps=False)


def _mended(truth: Truth) -> tuple[Truth, tuple[str, ...]]:
    values = truth.values
    devices, money = values["platform.indicators.connected_devices"], values["platform.investment"]
    assert isinstance(devices, int)
    assert isinstance(money, (int, float))
    mobile = str(values["applicant.contact.mobile"])
    status = "在建" if values["platform.build_status"] != "在建" else "已建成"
    new: dict[str, Value] = {
        "applicant.contact.mobile": mobile[:-2] + ("27" if mobile[-2:] != "27" else "58"),
        "platform.investment": money + 300,
        "platform.indicators.connected_devices": devices + 1000,
        "platform.build_status": status,
    }
    return truth.changed(new), _MENDED


def _attachments(truth: Truth, rng: Random) -> tuple[dict[str, bytes], dict[int, list[str]]]:
    firm = truth.company
    files = {
        "附件/附件1 营业执照.jpg": _paper(
            "营业执照", [f"名  称  {firm.name}", f"统一社会信用代码  {firm.credit_code}"], rng, code="licence"
        ),
        "附件/附件3/2020年度审计报告.jpg": _paper(
            "审计报告", [firm.name, "2020年度"], rng, code="audit-2020"
        ),
        "附件/附件3/2021年度审计报告.jpg": _paper(
            "审计报告", [firm.name, "2021年度"], rng, code="audit-2021"
        ),
        "附件/附件5 工业设备清单.xlsx": _workbook(5, ("设备名称", "型号", "数量（台）"), rng),
        "附件/附件9 企业上云上平台清单.docx": _list(9, ("企业名称", "服务内容"), rng),
    }
    found = {
        1: ["附件/附件1 营业执照.jpg"],
        3: ["附件/附件3/2020年度审计报告.jpg", "附件/附件3/2021年度审计报告.jpg"],
        5: ["附件/附件5 工业设备清单.xlsx"],
        9: ["附件/附件9 企业上云上平台清单.docx"],
    }
    return files, found


def _paper(title: str, lines: Sequence[str], rng: Random, *, code: str) -> bytes:
    """A page with a title, lines, a seal and a QR code, as a picture."""
    import segno

    page = Image.new("RGB", (1240, 1754), "white")
    draw_on = ImageDraw.Draw(page)
    large, small = (ImageFont.truetype(str(chinese_font()), size) for size in (72, 34))
    draw_on.text((620, 200), title, font=large, fill="black", anchor="mm")
    for at, line in enumerate(lines):
        draw_on.text((160, 380 + 80 * at), line, font=small, fill="black")
    out = io.BytesIO()
    segno.make(f"https://audit.example.com/{code}", error="m").save(out, kind="png", scale=8)
    page.paste(Image.open(io.BytesIO(out.getvalue())).convert("RGB"), (860, 1250))
    stamp = seals.round_seal("河北某某会计师事务所", size=330, rng=rng)
    page.paste(stamp, (200, 1200), stamp)
    kept = io.BytesIO()
    page.save(kept, "JPEG", quality=88, dpi=(150, 150))
    return kept.getvalue()


def _workbook(number: int, columns: Sequence[str], rng: Random) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([ATTACHMENT_TITLES[number - 1]])
    sheet.append(["序号", *columns])
    for at in range(1, 9):
        sheet.append([at, f"数控机床{at}型", f"M-{rng.randint(100, 999)}", rng.randint(1, 60)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _list(number: int, columns: Sequence[str], rng: Random) -> bytes:
    document = Document()
    document.add_paragraph(f"附件{number}：{ATTACHMENT_TITLES[number - 1]}")
    table = document.add_table(rows=1, cols=len(columns) + 1)
    for cell, text in zip(table.rows[0].cells, ("序号", *columns), strict=True):
        cell.text = text
    for at in range(1, 7):
        for cell, text in zip(
            table.add_row().cells,
            (str(at), f"河北示例{rng.randint(10, 99)}制造有限公司", "能耗管理服务"),
            strict=True,
        ):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return restamp(out.getvalue())


def _placeholder(name: str) -> str:
    """ASCII of as many bytes as the name has in GBK: zipfile writes no other names without its flag."""
    length = len(name.encode("gbk"))
    return f"{_number_of(name):010d}".ljust(length, "_")[:length]


def _number_of(name: str) -> int:
    """Of ten digits, another for each name."""
    return int.from_bytes(name.encode("gbk"), "big") % 10**10

"""The twelve attachments of a filing as Office files, as companies make them, for an application in a folder."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Final

from docx import Document
from openpyxl import Workbook

from eval.filings.truth import ATTACHMENT_TITLES, Truth
from eval.filings.word.package import restamp

__all__ = ["CLAIMED", "Papers", "beside", "small", "titles_alone"]

_I: Final = "platform.indicators."
# Indicator -> the attachment that bears it out.
CLAIMED: Final[Mapping[str, int]] = {
    "core_patents": 4, "software_copyrights": 4, "connected_devices": 5, "mechanism_models": 6,
    "industrial_apps": 7, "solutions": 8, "connected_enterprises": 9,
}  # fmt: skip
_FEW: Final[Mapping[str, int]] = {
    "core_patents": 6, "software_copyrights": 9, "connected_devices": 640, "mechanism_models": 24,
    "industrial_apps": 17, "solutions": 8, "connected_enterprises": 31,
}  # fmt: skip
Rows = Sequence[Sequence[str | int]]
Packing = Callable[[int, str, str], str]  # number, title, ending -> the file's path


@dataclass(frozen=True)
class Papers:
    """What stands beside the application. `listed` is what the lists hold, where not what is claimed."""

    lacking: frozenset[int] = frozenset()
    audits: tuple[int, ...] = (2020, 2021)
    coded: bool = True  # QR codes on the audit reports
    enterprises_of: int = 2021
    listed: Mapping[str, int] = field(default_factory=dict)
    layout: str = "plain"  # of the lists: plain | totals | sheets | merged | cards
    packing: str = "numbered"
    extra: Mapping[str, bytes] = field(default_factory=dict)
    licence: Mapping[str, str] = field(default_factory=dict)  # what it says otherwise, by label

    def without(self, *numbers: int) -> Papers:
        return replace(self, lacking=frozenset(numbers))


def small(truth: Truth) -> Truth:
    """With indicators that short lists bear out."""
    return truth.changed({_I + name: count for name, count in _FEW.items()})


def beside(papers: Papers) -> Callable[[Truth, Random], Mapping[str, bytes]]:
    """The files of these papers."""

    def files(truth: Truth, rng: Random) -> dict[str, bytes]:
        place = _PACKINGS[papers.packing]
        made: dict[str, bytes] = dict(papers.extra)
        for number, content in _all(truth, papers, rng):
            if number not in papers.lacking:
                for title, ending, data in content:
                    made[place(number, title, ending)] = data
        return made

    return files


def _numbered(number: int, title: str, ending: str) -> str:
    return f"附件{number} {title}{ending}"


def _by_name(number: int, title: str, ending: str) -> str:
    return f"证明材料/{title}{ending}"


def _in_folders(number: int, title: str, ending: str) -> str:
    return f"附件{number}/{title.removeprefix('典型')}{ending}"


def _scanned_names(number: int, title: str, ending: str) -> str:
    """Names that tell nothing: the headings inside do."""
    return f"附件材料/{number:03d}{abs(hash_of(title)) % 90 + 10}{ending}"


def hash_of(text: str) -> int:
    return sum(at * ord(each) for at, each in enumerate(text, 1))


_PACKINGS: Final[Mapping[str, Packing]] = {
    "numbered": _numbered,
    "by name": _by_name,
    "in folders": _in_folders,
    "by heading": _scanned_names,
}

_File = tuple[str, str, bytes]  # title, ending, content


def _all(truth: Truth, papers: Papers, rng: Random) -> Iterable[tuple[int, list[_File]]]:
    firm = truth.company
    on_licence = {
        "统一社会信用代码": firm.credit_code, "名称": firm.name, "类型": "有限责任公司",
        "住所": str(truth.values["applicant.address"]), "经营范围": "软件开发；信息技术咨询服务。", **papers.licence,
    }  # fmt: skip
    licence = ("营业执照（副本）", *(f"{label}：{text}" for label, text in on_licence.items()))
    yield 1, [("营业执照", ".docx", _text(_headed(1), licence))]
    credit = (
        "企业信用报告",
        f"企业名称：{firm.name}",
        "报告时间：2022年10月",
        "未结清信贷信息：无不良类、关注类。",
    )
    yield 2, [("企业信用报告", ".docx", _text(_headed(2), credit))]
    yield 3, [_audit(firm.name, year, coded=papers.coded) for year in papers.audits]
    for number in range(4, 10):
        yield number, [_list(number, truth, papers, rng)]
    log = (f"2022-10-{day:02d} 08:00:12 INFO 服务启动，在线连接正常" for day in range(1, 13))
    yield 10, [("平台运行日志", ".docx", _text(_headed(10), ("平台运行日志", *log)))]
    proof = (
        "应用证明",
        f"兹证明我公司自2021年3月起使用{firm.name}建设的平台，运行稳定，效果良好。",
        "唐山恒岳管业有限公司",
    )
    yield 11, [("典型应用企业证明材料", ".docx", _text(_headed(11), proof))]
    yield (
        12,
        [
            (
                "高新技术企业证书",
                ".docx",
                _text(_headed(12), ("高新技术企业证书", f"企业名称：{firm.name}", "有效期：三年")),
            )
        ],
    )


def _headed(number: int) -> str:
    return f"附件{number}：{ATTACHMENT_TITLES[number - 1]}"


def titles_alone() -> bytes:
    """A list of all attachments, which is none of them."""
    return _text("附件目录", (_headed(number) for number in range(1, 13)))


def _text(heading: str, lines: Iterable[str], picture: bytes = b"") -> bytes:
    document = Document()
    for each in (heading, *lines):
        document.add_paragraph(each)
    if picture:
        document.add_picture(io.BytesIO(picture))
    out = io.BytesIO()
    document.save(out)
    return restamp(out.getvalue())


def _audit(name: str, year: int, *, coded: bool) -> _File:
    lines = (
        "审计报告", f"冀正审字〔{year + 1}〕第0{year % 100}7号", f"{name}全体股东：",
        f"我们审计了后附的财务报表，包括{year}年12月31日的资产负债表，{year}年度的利润表、现金流量表以及财务报表附注。",
        "我们认为，后附的财务报表在所有重大方面按照企业会计准则的规定编制。",
    )  # fmt: skip
    picture = _code(f"https://example.com/report/{year}") if coded else b""
    return f"{year}年度审计报告", ".docx", _text(_headed(3), lines, picture)


def _code(text: str) -> bytes:
    import segno

    out = io.BytesIO()
    segno.make(text, error="m").save(out, kind="png", scale=6, border=4)
    return out.getvalue()


_HEADS: Final[Mapping[int, tuple[str, ...]]] = {
    4: ("序号", "名称", "类型", "证书号"),
    5: ("序号", "设备名称", "型号", "数量（台/套）", "所属企业"),
    6: ("序号", "模型名称", "行业", "说明"),
    7: ("序号", "APP名称", "功能", "上线时间"),
    8: ("序号", "解决方案名称", "适用行业", "痛点"),
    9: ("序号", "企业名称", "服务内容", "上云时间"),
}


def _list(number: int, truth: Truth, papers: Papers, rng: Random) -> _File:
    counts = {
        name: papers.listed.get(name, truth.values[_I + name]) for name, at in CLAIMED.items() if at == number
    }
    rows = [
        row for name, count in counts.items() for row in _ROWS[number](name, int(str(count)), papers, rng)
    ]
    titles = {4: "知识产权清单", 5: "工业设备清单", 6: "工业模型清单", 7: "工业APP清单", 8: "解决方案清单",
              9: f"{papers.enterprises_of}年度实际服务企业上云上平台清单"}  # fmt: skip
    heading = _headed(number) if number != 9 else f"附件9：{titles[9]}"
    numbered = [[at, *row] for at, row in enumerate(rows, 1)]
    return titles[number], ".xlsx", _workbook(heading, _HEADS[number], numbered, papers.layout)


def _rights(name: str, count: int, papers: Papers, rng: Random) -> Rows:
    if name == "core_patents":
        return [
            (f"一种窑炉数据采集方法{at}", "发明专利", f"ZL2021{rng.randint(10**8, 10**9)}")
            for at in range(count)
        ]
    return [
        (f"云链边缘管理软件V{at}.0", "软件著作权", f"2021SR{rng.randint(10**6, 10**7)}")
        for at in range(count)
    ]


def _devices(name: str, count: int, papers: Papers, rng: Random) -> Rows:
    """A dozen lines of so many devices in all."""
    cuts = sorted(rng.sample(range(1, count), 11))
    amounts = [high - low for low, high in zip([0, *cuts], [*cuts, count], strict=True)]
    kinds = ("数控车床", "加热炉", "空压机", "注塑机", "行车", "水泵")
    return [
        (f"{kinds[at % 6]}{at}", f"K-{at}", each, "唐山恒岳管业有限公司") for at, each in enumerate(amounts)
    ]


def _one_a_row(what: str) -> Callable[[str, int, Papers, Random], Rows]:
    def rows(name: str, count: int, papers: Papers, rng: Random) -> Rows:
        year = papers.enterprises_of
        return [(what.format(at), "钢铁", f"{year}年{rng.randint(1, 12)}月") for at in range(1, count + 1)]

    return rows


_ROWS: Final[Mapping[int, Callable[[str, int, Papers, Random], Rows]]] = {
    4: _rights,
    5: _devices,
    6: _one_a_row("轧制力预测模型{}"),
    7: _one_a_row("能耗分析APP{}"),
    8: _one_a_row("第{}类产线数字化改造方案"),
    9: _one_a_row("河北示例{}号制造有限公司"),
}


def _workbook(heading: str, heads: Sequence[str], rows: Sequence[Sequence[str | int]], layout: str) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([heading])
    if layout == "merged":
        sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(heads))
    sheet.append(list(heads))
    first = rows if layout != "sheets" else rows[: len(rows) // 2]
    for row in first:
        sheet.append(list(row))
    if layout == "totals":
        amounts = [
            sum(each for each in column if isinstance(each, int)) for column in zip(*rows, strict=True)
        ]
        sheet.append(["合计", "", "", *(each or "" for each in amounts[3:])])
    if layout == "sheets":
        other = book.create_sheet("续")
        other.append(list(heads))
        for row in rows[len(rows) // 2 :]:
            other.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return restamp(out.getvalue())

"""Values in the form that the public interface promises."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from eval.filings.paths import KINDS
from eval.filings.prose.compose import Piece

State = Literal["filled", "blank", "none", "unreadable", "absent"]
Category = Literal["跨行业跨领域", "区域", "行业"]
Value = str | int | float | bool | list[str] | list[dict[str, object]] | None

ATTACHMENT_TITLES: Final = (
    "企业法人营业执照及组织机构代码证书",
    "企业征信情况报告",
    "近两年年度审计报告（附有二维码）、近两年项目专项审计报告（附有二维码）（附客户服务合同及相应发票）",
    "产品专利和知识产权证书",
    "工业设备清单",
    "工业模型清单",
    "工业APP清单",
    "解决方案清单",
    "2021年度实际服务企业上云上平台清单",
    "平台运行日志、平台截图",
    "申报书中需要提供的相关证明材料",
    "其他有助于说明项目情况和服务能力的资质证书、奖励证书、评估认定、用户评价等相关材料",
)
PROFILE_HEADINGS: Final = ("（一）申报单位情况介绍", "（二）申报单位核心竞争力介绍")

_CJK: Final = r"[\u3400-\u9fff\uf900-\ufaff]"
_GAP: Final = re.compile(rf"(?<={_CJK})[ \u3000\xa0]+(?={_CJK})")


def nothing(path: str) -> Value:
    return [] if KINDS[path] in ("enums", "texts", "honors", "attachments") else None


def canonical(text: str) -> str:
    """Text as the interface promises it: trimmed, width folded, no blanks between Chinese characters."""
    folded = unicodedata.normalize("NFKC", text)
    lines = (_GAP.sub("", each).strip(" ") for each in folded.split("\n"))
    return "\n".join(each for each in lines if each.strip())


def flat(pieces: Sequence[Piece]) -> str | None:
    """A narrative as one text: a paragraph a line, a table row a line with tabs."""
    lines = [
        line
        for piece in pieces
        for line in ([piece] if isinstance(piece, str) else ["\t".join(one) for one in piece])
    ]
    return canonical("\n".join(lines)) or None


def profile(prose: Mapping[str, tuple[Piece, ...]], headings: Sequence[str] = PROFILE_HEADINGS) -> str | None:
    """企业简介 as the whole cell, with its two headings where it has them."""
    parts = [prose["applicant.profile_introduction"], prose["applicant.profile_competence"]]
    if not any(parts):
        return None
    heads = headings or ("", "")
    return flat([piece for head, part in zip(heads, parts, strict=True) for piece in (head, *part) if piece])


def attachments(found: Mapping[int, list[str]] | None = None) -> list[dict[str, object]]:
    files = found or {}
    return [
        {
            "number": number,
            "title": canonical(title),
            "found": number in files,
            "files": files.get(number, []),
        }
        for number, title in enumerate(ATTACHMENT_TITLES, 1)
    ]


def number(value: float) -> int | float:
    """A JSON number: whole ones without a point."""
    return int(value) if float(value).is_integer() else round(float(value), 4)

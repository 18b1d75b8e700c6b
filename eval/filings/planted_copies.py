"""Signed copies that say something else than the file, or that are not stamped; and near misses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from eval.filings.truth import Category, Value

__all__ = ["COPIES", "Copy"]

_I: Final = "platform.indicators."
_STAMPED: Final = frozenset({"cover", "pledge"})


@dataclass(frozen=True)
class Copy:
    """The signed copy of a filing: what it says otherwise, in whose hand, where it is stamped and in what red."""

    name: str
    rule: str
    category: Category
    says: Mapping[str, Value] = field(default_factory=dict)
    expected: tuple[str, ...] = ()  # fields that the rule names
    hand: str = "plain"
    stamped: frozenset[str] = _STAMPED
    bureau: bool = False  # has stamped too
    ink: tuple[int, int, int] = (200, 30, 40)
    look: str = "clean"


_SEAL: Final = ("cover.applicant",)
COPIES: Final[Mapping[str, list[Copy]]] = {
    "SEAL001": [
        Copy("no stamp on the cover", "SEAL001", "区域", stamped=frozenset({"pledge"}), expected=_SEAL),
        Copy("no stamp at the pledge", "SEAL001", "行业", stamped=frozenset({"cover"}), expected=_SEAL),
        Copy("no stamp at all", "SEAL001", "跨行业跨领域", stamped=frozenset(), expected=_SEAL),
        Copy("the bureau's stamp alone at the pledge", "SEAL001", "行业", stamped=frozenset({"cover"}), bureau=True, expected=_SEAL),
        Copy("both stamped", "SEAL001", "行业"),
        Copy("both stamped in a dark red", "SEAL001", "区域", ink=(150, 20, 45)),
        Copy("both stamped in a light red, and the bureau's", "SEAL001", "跨行业跨领域", ink=(228, 90, 80), bureau=True),
        Copy("scanned in an office's haste", "SEAL001", "区域", look="office"),
    ],
    "CON006": [
        Copy("a mobile number mended on paper", "CON006", "行业", {"applicant.contact.mobile": "13700004321"}, ("applicant.contact.mobile",)),
        Copy("devices and enterprises mended", "CON006", "区域", {_I + "connected_devices": 31_177, _I + "connected_enterprises": 611},
             (_I + "connected_devices", _I + "connected_enterprises")),
        Copy("another date of founding", "CON006", "跨行业跨领域", {"applicant.founded_on": "2009-08-17"}, ("applicant.founded_on",)),
        Copy("another box ticked", "CON006", "行业", {"platform.build_status": "拟建"}, ("platform.build_status",)),
        Copy("a customer more", "CON006", "区域", {"platform.typical_customers": [
            "唐山恒岳管业有限公司", "邢台九域轴承有限公司", "保定禾工电缆有限公司", "沧州启元化工有限公司"]}, ("platform.typical_customers",)),
        Copy("the same in a careful hand", "CON006", "行业", hand="careful"),
        Copy("the same in wide characters", "CON006", "区域", hand="wide"),
        Copy("the same in 万 and 亿", "CON006", "跨行业跨领域", hand="big_units"),
        Copy("the same counted in Chinese", "CON006", "行业", hand="counting"),
    ],
}  # fmt: skip

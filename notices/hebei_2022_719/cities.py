"""The cities that recommend: eleven of 河北, 雄安新区, and 定州 and 辛集, which the notice addresses by name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from extractors.codes import division

__all__ = ["CITIES", "city_in", "city_of"]

# City -> divisions of GB/T 2260 that its codes begin with; the longest that fits counts.
CITIES: Final[Mapping[str, tuple[str, ...]]] = {
    "石家庄": ("1301",),
    "唐山": ("1302",),
    "秦皇岛": ("1303",),
    "邯郸": ("1304",),
    "邢台": ("1305",),
    "保定": ("1306",),
    "张家口": ("1307",),
    "承德": ("1308",),
    "沧州": ("1309",),
    "廊坊": ("1310",),
    "衡水": ("1311",),
    "雄安新区": ("1331", "130629", "130632", "130638"),
    "定州": ("130682",),
    "辛集": ("130181",),
}
# Lying in another city by the map, so they are looked for first.
_WITHIN: Final[Mapping[str, str]] = {
    "雄安": "雄安新区",
    "雄县": "雄安新区",
    "容城县": "雄安新区",
    "安新县": "雄安新区",
    "定州": "定州",
    "辛集": "辛集",
}
_STREET: Final = "(?![东西南北中]?(?:路|街|道|大街|大道|里|胡同))"
_PLACES: Final = tuple(
    (re.compile(name + _STREET), city)
    for name, city in (*_WITHIN.items(), *((city, city) for city in CITIES if city not in _WITHIN.values()))
)


def city_in(text: str) -> str:
    """The city that an address or the name of a bureau names, "" for none."""
    return next((city for place, city in _PLACES if place.search(text)), "")


def city_of(*, recommender: str | None, address: str | None, code: str | None) -> str:
    """The city of a filing: its recommender's, else that of its address, else of its code; "" for none of them."""
    named = city_in(recommender or "") or city_in(address or "")
    if named:
        return named
    of_code = division(code) or "" if code else ""
    fitting = [
        (len(prefix), city)
        for city, prefixes in CITIES.items()
        for prefix in prefixes
        if of_code.startswith(prefix)
    ]
    return max(fitting, default=(0, ""))[1]

"""Several amounts behind one label, each told by the words behind it: 11个设区市或3个省级以上产业园区."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.form import Field
from extractors.quantities import find_quantities
from extractors.text import narrow, squeeze

__all__ = ["before_suffix"]

_PARTING = re.compile("[或和及、,，;；/]")
_ONLY_COUNT = re.compile(r"(?:数量|数|共|为|约|总数|[:：\s_])*[\d一二三四五六七八九十百两]")  # 设区市：11个


def before_suffix(text: str, field: Field, suffixes: Iterable[str], *, label: str) -> str:
    """The amount that stands before (or, after a colon, behind) the field's suffix; "" where there is none.

    Without any suffix the text is the amount, if the label itself says which one it asks for.
    """
    plain = " ".join(narrow(text).replace("_", " ").split())
    places = {suffix: at for suffix in suffixes if (at := plain.find(suffix)) >= 0}
    mine = places.pop(field.suffix, -1)
    if mine < 0:
        return "" if places or field.suffix not in squeeze(label) else text
    start = max((at for at in places.values() if at < mine), default=0)
    for part in _PARTING.split(plain[start:mine])[::-1]:
        if found := find_quantities(part):
            return found[-1].text
    end = min((at for at in places.values() if at > mine), default=len(plain))
    behind = _PARTING.split(plain[mine + len(field.suffix) : end])[0]
    found = find_quantities(behind)
    return found[0].text if found and _ONLY_COUNT.match(behind) else ""

"""Whether mobile numbers, phone numbers and e-mail addresses have a possible form."""

from __future__ import annotations

import re
from collections.abc import Callable

from extractors.text import nfkc, squeeze

__all__ = ["email_ok", "mobile_ok", "phone_ok"]

_SEPARATORS = re.compile(r"[、,;；/|]|\s{2,}|\n|和|或")
_PREFIX = r"(?:\(?(?:\+|00)86\)?-?)?"
_MOBILE = re.compile(rf"{_PREFIX}1[3-9][0-9]{{9}}")
_EXTENSION = r"(?:(?:-|转|ext\.?|x|\()+[0-9]{1,6}\)?)?"
_AREA = r"\(?0(?:10|2[0-9]|[3-9][0-9]{2})\)?-?"  # 010, two digits behind 02, three behind 03 to 09
_FOREIGN_AREA = r"\(?(?:\+|00)86\)?-?\(?0?(?:10|2[0-9]|[3-9][0-9]{2})\)?-?"
_PHONE = re.compile(rf"(?:{_FOREIGN_AREA}|{_AREA})?[2-8][0-9]{{2,3}}-?[0-9]{{4}}{_EXTENSION}", re.IGNORECASE)
_SERVICE = re.compile(
    rf"(?:[48]00-?[0-9]{{3}}-?[0-9]{{4}}|[48]00[0-9]-?[0-9]{{3}}-?[0-9]{{3}}|9[56][0-9]{{3,4}}){_EXTENSION}",
    re.IGNORECASE,
)
_DASHES = re.compile(r"[-\u2010-\u2015\u2212]+")
_REMARK = re.compile(r"\([^()0-9]*+\)")
_ATOM = r"[A-Z0-9!#$%&'*+=?^_`{}~-]{1,64}+"
_LABEL = "[A-Z0-9][A-Z0-9-]{0,62}+(?<!-)"
_EMAIL = re.compile(rf"{_ATOM}(?:\.{_ATOM}){{0,8}}@(?:{_LABEL}\.){{1,7}}[A-Z]{{2,18}}", re.IGNORECASE)
_LONGEST = 300  # no cell of contacts is longer


def mobile_ok(text: str) -> bool:
    """Mainland mobile numbers: eleven digits from 13 to 19, maybe +86; several may be parted by 、 or /."""
    return _each(text, lambda each: _MOBILE.fullmatch(_undashed(each)) is not None)


def phone_ok(text: str) -> bool:
    """Fixed lines with or without area code and extension, 400 and 800 numbers, short 95xxx ones, mobiles."""
    return _each(
        text,
        lambda each: (
            _MOBILE.fullmatch(_undashed(each)) is not None
            or _PHONE.fullmatch(each) is not None
            or _SERVICE.fullmatch(each) is not None
        ),
    )


def email_ok(text: str) -> bool:
    """Addresses of the usual form, local@domain.tld; several may be parted by 、 or ;."""
    return _each(text, lambda each: len(each) <= 254 and _EMAIL.fullmatch(each) is not None)


def _each(text: str, ok: Callable[[str], bool]) -> bool:
    if len(text) > _LONGEST:
        return False
    folded = _REMARK.sub("", _DASHES.sub("-", nfkc(text).strip()))
    parts = [squeeze(part) for part in _SEPARATORS.split(folded)]
    return any(parts) and all(ok(part) for part in parts if part)


def _undashed(number: str) -> str:
    return number.replace("-", "")

"""Organization codes (GB 11714, 9 characters) and unified social credit codes (GB 32100, 18 characters)."""

from __future__ import annotations

import re

from extractors.text import nfkc, squeeze

__all__ = ["check_character", "credit_code_ok", "division", "normalise_code", "organization_code_ok"]

_ORGANIZATION = re.compile(r"[0-9A-Z]{8}[0-9X]")
_ORGANIZATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ORGANIZATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)

_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100: no I, O, S, V, Z
_CREDIT = re.compile(rf"[{_CREDIT_ALPHABET}]{{2}}[0-9]{{6}}[{_CREDIT_ALPHABET}]{{10}}")
_CREDIT_WEIGHTS = tuple(3**place % 31 for place in range(17))

_HYPHENS = re.compile(r"[-\u2010-\u2015\u2212\u30fc_.·]")  # all that people type for one


def normalise_code(text: str) -> str:
    """The code in half-width capitals, without blanks and hyphens: "12345678-9" gives "123456789"."""
    return _HYPHENS.sub("", squeeze(nfkc(text))).upper()


def check_character(body: str) -> str | None:
    """The check character behind the first 8 or 17 characters of a code; None where they are no code's."""
    if len(body) == 8 and all(char in _ORGANIZATION_ALPHABET for char in body):
        total = _weighted(body, _ORGANIZATION_ALPHABET, _ORGANIZATION_WEIGHTS)
        return "0123456789X0"[11 - total % 11]
    if len(body) == 17 and all(char in _CREDIT_ALPHABET for char in body):
        total = _weighted(body, _CREDIT_ALPHABET, _CREDIT_WEIGHTS)
        return _CREDIT_ALPHABET[-total % 31]
    return None


def organization_code_ok(code: str) -> bool:
    """Whether this is a 9-character organization code, its check character right."""
    return _ORGANIZATION.fullmatch(code) is not None and check_character(code[:8]) == code[8]


def credit_code_ok(code: str) -> bool:
    """Whether this is an 18-character unified social credit code, its check character right.

    Its characters 9 to 17 are an organization code; that one's own check character is right in all codes made
    from old ones, but GB 32100 does not ask for it.
    """
    return _CREDIT.fullmatch(code) is not None and check_character(code[:17]) == code[17]


def division(code: str) -> str | None:
    """The six digits of a unified social credit code that say where it was registered: "130100"."""
    return code[2:8] if _CREDIT.fullmatch(code) else None


def _weighted(body: str, alphabet: str, weights: tuple[int, ...]) -> int:
    return sum(alphabet.index(char) * weight for char, weight in zip(body, weights, strict=True))

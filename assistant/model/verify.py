"""What of a model's answer may be shown: sentences with a source, whose numbers and quotes stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Final, NamedTuple

from assistant.filing.reply import Citation, Place
from assistant.model.material import Ledger, Source
from assistant.question import normalise
from assistant.retrieve import grams
from extractors.numerals import read_numeral
from extractors.quantities import find_quantities
from extractors.text import narrow, squeeze
from notices.notice import Notice, Passage

__all__ = ["Claim", "Shown", "numbers", "verified"]

_LEAST_COMMON: Final = 0.34  # of a Chinese sentence's pairs have to stand in what it is said to stand on
_DIGITS: Final = re.compile(r"\d+(?:[,，]\d{3})*(?:\.\d+)?")
_COUNTED: Final = re.compile(
    "[零〇一二三四五六七八九十百千万亿]+(?=[份个家项年月日次条名种类倍台套元字级层天周人位成])"
)
_LISTED: Final = re.compile(r"^\s*(?:\d{1,2}[.、)）]|[-*•])\s*")
_FEW: Final = 6  # characters: the shortest quote that says something


class Claim(NamedTuple):
    """A sentence as the model gave it, with personal data put back."""

    text: str
    sources: tuple[int, ...] = ()
    quote: str = ""


class Shown(NamedTuple):
    """A sentence that holds, with what it stands on."""

    text: str
    citations: tuple[Citation, ...]


def verified(
    claim: Claim, ledger: Ledger, *, question: str, notice: Notice, leaned: Source | None = None
) -> Shown | None:
    """The claim where it holds, else None.

    `leaned` is the offline answer: numbers may be its own, and then its citations go along.
    """
    sources = [each for each in map(ledger.get, claim.sources) if each is not None]
    if not sources:
        sources = _closest(claim.text, ledger)
    if not sources:
        return None
    text = _LISTED.sub("", claim.text).strip()
    words = " ".join(each.text for each in sources)
    strange = numbers(text) - numbers(words) - numbers(question)
    if strange and leaned is not None and strange <= numbers(leaned.text):
        sources, strange = [*sources, leaned], set()
    if strange or not text or not _akin(text, " ".join(each.text for each in sources)):
        return None
    return Shown(text, tuple(dict.fromkeys(_cited(claim, sources, notice, leaned))))


def _cited(
    claim: Claim, sources: Iterable[Source], notice: Notice, leaned: Source | None
) -> Iterable[Citation]:
    """The model's own quote where these very words stand in a source, else the line that says most of it.

    What code worked out stands on all that it was worked out from.
    """
    for source in sources:
        narrowed = [_narrowed(each, claim.quote, notice) for each in source.citations]
        exact = [each for each in narrowed if each is not None] if len(squeeze(claim.quote)) >= _FEW else []
        if exact or source is leaned or not source.citations:
            yield from exact or source.citations
        else:
            yield max(source.citations, key=lambda each: _bears_out(claim.text, each.quote))


def _bears_out(text: str, quote: str) -> tuple[int, float]:
    return len(numbers(text) & numbers(quote)), _common(text, quote)


def _narrowed(citation: Citation, quote: str, notice: Notice) -> Citation | None:
    """The citation with `quote` for its words, where these stand in the text itself."""
    if isinstance(citation, Place):
        stands = squeeze(quote) in squeeze(citation.quote)
        return citation._replace(quote=quote.strip()) if stands else None
    stands = notice.text.in_source(quote) and notice.text.locate(quote, within=citation.clause) is not None
    return Passage(citation.clause, quote.strip()) if stands and "\n" not in quote.strip() else None


def numbers(text: str) -> set[Decimal]:
    """All numbers of a text by value: 12,000 is １２０００, 三份 is 3份. 一 is a word as well, and none."""
    plain = narrow(text)
    found = {_decimal(each) for each in _DIGITS.findall(plain)}
    found |= {_decimal(str(each.value)) for each in find_quantities(plain)}
    counted = (each for each in _COUNTED.findall(plain.replace("两", "二")) if each != "一")
    return {each for each in (*found, *map(read_numeral, counted)) if each is not None}


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(re.sub("[,，]", "", text)).normalize()
    except InvalidOperation:
        return None


def _closest(text: str, ledger: Ledger) -> list[Source]:
    """The source that a sentence without one has most words of."""
    scored = [(_common(text, each.text), each) for each in ledger.sources]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return [best[1]] if best is not None and best[0] >= 2 * _LEAST_COMMON else []


def _akin(text: str, words: str) -> bool:
    """Whether a Chinese sentence is about what the words say; of others only numbers can be compared."""
    chinese = len(re.findall(r"[一-鿿]", text)) > len(text) / 3
    return not chinese or _common(text, words) >= _LEAST_COMMON


def _common(text: str, words: str) -> float:
    own = {each for each in grams(normalise(text)) if len(each) > 1}
    return len(own & set(grams(normalise(words)))) / len(own) if own else 0.0

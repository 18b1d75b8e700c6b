"""Where the stamps of a signed application stand: on its cover, at the pledge, at the recommendation."""

from __future__ import annotations

from extractors.document import Seal
from extractors.form import Form

__all__ = ["bureau_seals", "cover_page", "is_grey", "pledge_page", "pledge_seals", "scanned_copy"]

_COVER = ("cover.applicant", "cover.platform_name", "cover.recommender", "cover.filed_on")
_HALF_LINE = 7.0  # points
_PLEDGE, _RECOMMENDATION = "applicant.pledge_date", "applicant.recommendation_date"


def scanned_copy(form: Form) -> Form | None:
    """The copy of an application whose cover is a picture."""
    return next((each for each in (form, *form.copies) if cover_page(each) is not None), None)


def cover_page(form: Form) -> int | None:
    return _picture(form, _COVER)


def pledge_page(form: Form) -> int | None:
    return _picture(form, (_PLEDGE,))


def is_grey(scanned: Form, page: int | None) -> bool:
    """Whether the page has no colour and something like a stamp: red ones can't be told there."""
    where = f"第 {page} 页"
    return any(each.code == "grey-scan" and each.location == where for each in scanned.notices)


def pledge_seals(scanned: Form) -> list[Seal]:
    """The applicant's stamps on the page of the pledge; what stands in the recommender's place is the bureau's."""
    page = pledge_page(scanned)
    return [each for each in scanned.seals if each.page == page and not _is_bureaus(scanned, each)]


def bureau_seals(scanned: Form) -> list[Seal]:
    """What may be the bureau's: stamps at its recommendation, or a second one on the cover."""
    cover = [each for each in scanned.seals if each.page == cover_page(scanned) and each.round]
    page = _picture(scanned, (_RECOMMENDATION,))
    own = [each for each in scanned.seals if each.page == page]
    below = [each for each in own if _is_bureaus(scanned, each)]
    return below or cover[1:] or [each for each in own if each.round][1:]


def _picture(form: Form, paths: tuple[str, ...]) -> int | None:
    """The page of the first of these fields that was read from a picture."""
    places = (each for path in paths for each in form[path].evidence)
    return next((each.page for each in places if each.method == "ocr" and each.page is not None), None)


def _is_bureaus(scanned: Form, seal: Seal) -> bool:
    """Whether a seal stands nearer to the recommender's date than to the pledge's: stamps are set on dates."""
    own, other = _height(scanned, _PLEDGE, seal.page), _height(scanned, _RECOMMENDATION, seal.page)
    if other is None or own is None or other <= own:
        return False
    middle = (seal.bbox[1] + seal.bbox[3]) / 2
    return abs(middle - other) < abs(middle - own)


def _height(form: Form, path: str, page: int) -> float | None:
    """How far down a page the middle of an answer's last line stands."""
    return next(
        (each.bbox[3] - _HALF_LINE for each in form[path].evidence if each.page == page and each.bbox), None
    )

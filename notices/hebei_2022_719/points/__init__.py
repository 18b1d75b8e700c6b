"""What people ask about this notice, and what it says to that: by subject, a file each."""

from __future__ import annotations

from notices.hebei_2022_719.points.about import ABOUT
from notices.hebei_2022_719.points.categories import CATEGORIES, DIFFERENCES
from notices.hebei_2022_719.points.choosing import CHOOSING
from notices.hebei_2022_719.points.eligibility import ELIGIBILITY
from notices.hebei_2022_719.points.form import FORM
from notices.hebei_2022_719.points.formatting import FORMATTING
from notices.hebei_2022_719.points.oddities import ODDITIES
from notices.hebei_2022_719.points.procedure import AFTER, PROCEDURE
from notices.hebei_2022_719.points.quota import QUOTA
from notices.hebei_2022_719.points.sending import SENDING
from notices.hebei_2022_719.points.services import SERVICES
from notices.hebei_2022_719.points.silent import SILENT
from notices.notice import Point

__all__ = ["DIFFERENCES", "POINTS"]

POINTS: tuple[Point, ...] = (
    *ELIGIBILITY,
    *PROCEDURE,
    *AFTER,
    *SENDING,
    *QUOTA,
    *ABOUT,
    *FORMATTING,
    *CATEGORIES,
    *FORM,
    *CHOOSING,
    *ODDITIES,
    *SERVICES,
    *SILENT,
)

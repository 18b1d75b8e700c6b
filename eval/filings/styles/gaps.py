"""Filings with gaps: answers left blank, answered 无, / or —, and answers that cannot be read."""

from __future__ import annotations

from random import Random

from eval.filings.hand import Hand
from eval.filings.paths import KINDS
from eval.filings.script import Rendered
from eval.filings.styles import headings, printed
from eval.filings.styles.desk import finish, script_for
from eval.filings.ticks import LISTED
from eval.filings.truth import Truth

_FIXED = (
    "applicant.name",
    "platform.name",
    "applicant.profile",
    "attachments",
    "platform.industry_other",
    "platform.domain_other",
)
_TOGETHER = (
    "rnd_20",
    "revenue_20",
    "cost_20",
    "service_cities",
    "service_parks",
    "build_partners",
    "iaas_provider",
)
ANSWERABLE = tuple(
    path
    for path, kind in KINDS.items()
    if kind in ("text", "code", "int", "decimal", "date", "longtext", "honors")
    and path not in _FIXED
    and not any(part in path for part in _TOGETHER)
)
CHOICES = (
    "applicant.ownership",
    "platform.build_status",
    "capability.cloud_type",
    "sustainability.is_independent_company",
)


def render(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    """Some required fields blank, some 无; a zero is an answer."""
    paths = [path for path in ANSWERABLE if not path.startswith("applicant.profile_")]
    picked = rng.sample(paths, 14)
    no_dates = [path for path in picked[7:] if KINDS[path] != "date"]
    gone = truth.blank(*picked[:7], rng.choice(CHOICES)).blank(*no_dates, state="none")
    zeros = [f"platform.indicators.{name}" for name in ("standards_and_projects", "third_party_developers")]
    gone = gone.changed(dict.fromkeys(zeros, 0), states=dict.fromkeys(zeros, "filled"))
    script = script_for(gone, hand, rng, ticks=LISTED)
    return finish(script, printed.pages(script) if rng.random() < 0.6 else headings.pages(script))


_UNREADABLE = {
    "platform.indicators.connected_devices": ("1000-1200", "800～1000台", "约1000至1500"),
    "platform.indicators.industrial_apps": ("12.5", "二十来个左右吧", "见附件7"),
    "applicant.founded_on": ("2018年13月", "2019年2月30日", "2018.02.31"),
    "applicant.registered_capital": ("5000~8000", "待核实", "以执照为准"),
    "sustainability.roi_percent": ("10-15", "良好"),
}


def render_unreadable(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    """Two ticks in a single choice, ranges, parts of a unit, dates that do not exist."""
    paths = rng.sample(list(_UNREADABLE), 3)
    doubled = {
        "applicant.ownership": ("国有", "民营"),
        "platform.build_status": ("已建成", "在建"),
        "sustainability.has_development_plan": ("是", "否"),
    }
    ticked = rng.choice(list(doubled))
    spoiled = truth.changed(
        dict.fromkeys([*paths, ticked], None),
        states=dict.fromkeys([*paths, ticked], "unreadable"),
        written={path: rng.choice(_UNREADABLE[path]) for path in paths},
        ticked={ticked: doubled[ticked]},
    )
    script = script_for(spoiled, hand, rng, ticks=LISTED)
    return finish(script, printed.pages(script) if rng.random() < 0.6 else headings.pages(script))

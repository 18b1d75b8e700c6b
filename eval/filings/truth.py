"""The truth about an invented filing: what an extractor must find, before anyone writes it down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from random import Random
from types import MappingProxyType

from eval.filings import company as companies
from eval.filings import draws
from eval.filings.canonical import (
    ATTACHMENT_TITLES,
    PROFILE_HEADINGS,
    Category,
    State,
    Value,
    attachments,
    canonical,
    flat,
    nothing,
    number,
    profile,
)
from eval.filings.company import Company
from eval.filings.paths import NARRATIVES, PATHS
from eval.filings.prose.compose import Piece, Setting

__all__ = [
    "ATTACHMENT_TITLES",
    "PROFILE_HEADINGS",
    "Category",
    "State",
    "Truth",
    "Value",
    "attachments",
    "canonical",
    "draw",
    "flat",
    "nothing",
    "number",
    "profile",
]


@dataclass(frozen=True)
class Truth:
    """Values in the form that the public interface gives in JSON, and a state for each of the 97 paths.

    `prose` holds the narratives as they are written (tables inside them and all), `written` the exact text for a
    field where no hand may choose it, `ticked` the boxes where they say something else than the value.
    """

    seed: int
    category: Category
    company: Company
    values: Mapping[str, Value]
    states: Mapping[str, State]
    prose: Mapping[str, tuple[Piece, ...]]
    written: Mapping[str, str] = field(default_factory=dict)
    ticked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def changed(
        self,
        values: Mapping[str, Value] | None = None,
        *,
        states: Mapping[str, State] | None = None,
        prose: Mapping[str, tuple[Piece, ...]] | None = None,
        written: Mapping[str, str] | None = None,
        ticked: Mapping[str, tuple[str, ...]] | None = None,
    ) -> Truth:
        """The same filing with these changes; values of narratives follow their prose."""
        new_prose = {**self.prose, **(prose or {})}
        new_values = {
            **self.values,
            **{path: flat(each) for path, each in (prose or {}).items()},
            **(values or {}),
        }
        new_values["applicant.profile"] = profile(new_prose)
        return replace(
            self,
            values=MappingProxyType(new_values),
            states=MappingProxyType({**self.states, **(states or {})}),
            prose=MappingProxyType(new_prose),
            written=MappingProxyType({**self.written, **(written or {})}),
            ticked=MappingProxyType({**self.ticked, **(ticked or {})}),
        )

    def blank(self, *paths: str, state: State = "blank") -> Truth:
        """The same filing with nothing (or 无, or no label) in these fields."""
        empty = {path: nothing(path) for path in paths}
        return self.changed(
            empty,
            states=dict.fromkeys(paths, state),
            prose={path: () for path in paths if path in NARRATIVES},
        ).changed(empty)


def draw(seed: int, category: Category, *, traps: bool = True, recommended: bool = True) -> Truth:
    """A faultless filing of this category. `recommended` says whether the bureau has done its part already."""
    rng = Random(f"truth/{category}/{seed}")
    firm = companies.company(rng)
    platform = f"{firm.brand}{rng.choice(('', '智慧', '产业大脑', '云链'))}工业互联网平台"
    setting = Setting(brand=firm.brand, platform=platform)
    prose = draws.prose(rng, category, setting, traps=traps)
    values: dict[str, Value] = {path: nothing(path) for path in PATHS}
    values |= draws.cover(rng, category, firm, platform, recommended=recommended)
    values |= draws.applicant(rng, firm, recommended=recommended)
    values |= draws.platform(rng, category, firm, platform)
    values |= draws.indicators(rng, category)
    values |= draws.sustainability(rng, values["platform.investment"])
    values |= {path: flat(pieces) for path, pieces in prose.items()}
    values |= {
        path: canonical(each) for path, each in values.items() if isinstance(each, str) and path not in prose
    }
    values["applicant.profile"] = profile(prose)
    values["capability.cloud_type"] = rng.choice(("公有云", "私有云", "混合云"))
    values["attachments"] = attachments()
    states: dict[str, State] = {
        path: "filled" if values[path] not in (None, []) else "blank" for path in PATHS
    }
    states["attachments"] = "blank"  # a list of titles is there, and none of the things themselves
    if values["applicant.contact.fax"] is None:
        states["applicant.contact.fax"] = rng.choice(("blank", "none"))
    if values["capability.identifier_resolution"] is None:
        states["capability.identifier_resolution"] = rng.choice(("blank", "none"))
    return Truth(
        seed=seed,
        category=category,
        company=firm,
        values=MappingProxyType(values),
        states=MappingProxyType(states),
        prose=MappingProxyType(prose),
    )

"""The sample submissions that the pages offer to try: `python -m eval.filings.samples OUT`.

One faultless filing of each category, each written in its own way, and one with the faults of a beginner.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from eval.filings.hand import HANDS
from eval.filings.mutant import Expected
from eval.filings.script import Rendered, Script
from eval.filings.styles import headings, printed
from eval.filings.styles.desk import finish
from eval.filings.ticks import TICKS
from eval.filings.truth import Category, Truth, draw
from eval.filings.word.ink import Ink


@dataclass(frozen=True)
class Sample:
    """`faults` are the errors and warnings that a check must find in it."""

    category: Category
    seed: int
    ticks: str
    hand: str
    as_headings: bool = False
    faults: tuple[Expected, ...] = ()


_BEGINNER: Final = (
    Expected("REQ001", "applicant.contact.mobile", "error"),
    Expected("REQ001", "applicant.pledge_date", "error"),
    Expected("SEL002", "platform.industry_count", "error"),
    Expected("SEL006", "platform.iaas_provider", "error"),
    Expected("NUM001", "platform.indicators.industrial_apps", "error"),
    Expected("SUM001", "sustainability.rnd_total", "error"),
    Expected("LST001", "platform.typical_customers", "error"),
    Expected("CON001", "platform.name", "error"),
    Expected("IDN001", "applicant.organization_code", "error"),
    Expected("TXT002", "next_plan", "error"),
    Expected("NUM002", "applicant.registered_capital", "warning"),
    Expected("IDN003", "applicant.contact.email", "warning"),
)
SAMPLES: Final[Mapping[str, Sample]] = {
    "示例1_跨行业跨领域平台申报书.docx": Sample("跨行业跨领域", 11, "box", "careful"),
    "示例2_区域平台申报书.docx": Sample("区域", 12, "content_control", "plain"),
    "示例3_行业平台申报书.docx": Sample("行业", 13, "check_behind", "careful", as_headings=True),
    "示例4_有待修改的申报书.docx": Sample("跨行业跨领域", 14, "box", "plain", faults=_BEGINNER),
}


def render(sample: Sample) -> Rendered:
    truth = draw(sample.seed, sample.category, traps=False)
    if sample.faults:
        truth = with_a_beginners_faults(truth)
    rng = Random(f"sample/{sample.seed}")
    script = Script(truth, HANDS[sample.hand], rng, ticks=TICKS[sample.ticks], hints=not sample.as_headings)
    pages = headings.pages(script) if sample.as_headings else printed.pages(script)
    return finish(script, pages, ink=Ink())


def with_a_beginners_faults(truth: Truth) -> Truth:
    """Exactly what `_BEGINNER` lists."""
    industries = truth.values["platform.industries"]
    total = truth.values["sustainability.rnd_total"]
    customers = truth.values["platform.typical_customers"]
    code = truth.company.credit_code
    assert isinstance(industries, list)
    assert isinstance(customers, list)
    assert isinstance(total, int)
    return truth.blank("applicant.contact.mobile", "applicant.pledge_date", "platform.iaas_provider").changed(
        {
            "platform.industry_count": len(industries) + 1,
            "platform.iaas_mode": "租用",
            "platform.indicators.industrial_apps": None,
            "sustainability.rnd_total": round(total * 1.1),
            "platform.typical_customers": [str(each) for each in customers[:2]],
            "cover.platform_name": f"{truth.values['platform.name']}V2",
            "applicant.organization_code": code[:-1] + ("3" if code[-1] != "3" else "5"),
            "applicant.registered_capital": 12_000,
            "applicant.contact.email": "shenbao.example.com",
        },
        states={"platform.indicators.industrial_apps": "unreadable"},
        written={"platform.indicators.industrial_apps": "12.5", "applicant.registered_capital": "1.2亿元"},
        prose={"next_plan": ("待补充",)},
    )


def write(out: Path) -> list[Path]:
    """The samples as files in this folder, which is made where it is missing; equal calls write equal bytes."""
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for name, sample in SAMPLES.items():
        path = out / name
        path.write_bytes(render(sample).docx)
        written.append(path)
    return written


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.filings.samples", description=__doc__)
    parser.add_argument("out", type=Path)
    for path in write(parser.parse_args().out):
        print(path)


if __name__ == "__main__":
    main()

"""`python -m eval.filings.odd OUT [NAME ...] [--shake SHAKE]`: make the odd filings, read them, say what went wrong."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from eval.filings.odd.converted import CONVERTED, office
from eval.filings.odd.every import FILINGS
from eval.filings.odd.regridded import GRIDS
from eval.filings.odd.score import Miss, score
from eval.filings.odd.shaken import SHAKES, shaken


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.filings.odd", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("names", nargs="*", help="only those whose name holds one of these")
    parser.add_argument("--shake", choices=(*SHAKES, *GRIDS), help="change each file in this way first")
    wanted = parser.parse_args()
    wanted.out.mkdir(parents=True, exist_ok=True)
    makers = {**FILINGS, **(CONVERTED if office() and not wanted.shake else {})}
    total: Counter[str] = Counter()
    for name, make in makers.items():
        if wanted.names and not any(each in name for each in wanted.names):
            continue
        odd = shaken(make(), {**SHAKES, **GRIDS}[wanted.shake]) if wanted.shake else make()
        result = score(odd, wanted.out / f"{name}.docx")
        counts = Counter(each.kind for each in result.misses)
        total += counts + Counter(asked=result.asked)
        print(f"## {name}: {result.exact:.3f} of {result.asked} {dict(counts)}")
        for each in result.misses:
            _tell(each)
    print(f"\nall: {dict(total)}")


def _tell(miss: Miss) -> None:
    told = ("expected", miss.expected), ("got", miss.got), ("quote", miss.quote)
    print(f"  {miss.kind:6} {miss.path}")
    for label, value in told:
        print(f"         {label:8} {_short(value)}")


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 300 else f"{shown[:180]} … {shown[-110:]}"


if __name__ == "__main__":
    main()

"""`python -m eval.filings OUT --seeds 3`: every style and seed as a .docx, with what it holds in a .json beside it."""

from __future__ import annotations

import argparse
from pathlib import Path

from eval.filings.make import as_json, make, named
from eval.filings.styles import STYLES


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.filings", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seeds", type=int, default=3, help="how many seeds of each style (default 3)")
    parser.add_argument("--first", type=int, default=0, help="the first seed (default 0)")
    parser.add_argument(
        "--style", action="append", choices=sorted(STYLES), help="only this style; may be repeated"
    )
    wanted = parser.parse_args()
    wanted.out.mkdir(parents=True, exist_ok=True)
    count = 0
    for style in wanted.style or STYLES:
        for seed in range(wanted.first, wanted.first + wanted.seeds):
            name = f"{style}-{seed}"
            filing = named(make(style, seed), f"{name}.docx")
            (wanted.out / f"{name}.docx").write_bytes(filing.docx)
            (wanted.out / f"{name}.json").write_text(as_json(filing), encoding="utf-8")
            count += 1
    print(f"{count} filings in {wanted.out}")


if __name__ == "__main__":
    main()

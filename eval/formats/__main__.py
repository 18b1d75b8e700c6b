"""Filings in a format, each with what it holds in a .json beside it, for `python -m eval.formats.score OUT`:
`python -m eval.formats OUT --format pdf-libreoffice --styles printed,nested --seeds 1 --first 5`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from eval.filings.styles import STYLES
from eval.formats.filed import Filing, save
from eval.formats.kinds import FORMATS


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.formats", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument(
        "--format", action="append", choices=sorted(FORMATS), help="may be repeated; default all"
    )
    parser.add_argument("--styles", default="printed", help="with commas, or 'all'")
    parser.add_argument("--seeds", type=int, default=1, help="how many of each style (default 1)")
    parser.add_argument("--first", type=int, default=5, help="the first seed (default 5)")
    parser.add_argument("--small", action="store_true", help="text in 10.5 points: fewer pages")
    wanted = parser.parse_args()
    styles = list(STYLES) if wanted.styles == "all" else wanted.styles.split(",")
    filings = [
        Filing(style, seed, small=wanted.small)
        for style in styles
        for seed in range(wanted.first, wanted.first + wanted.seeds)
    ]
    for name in wanted.format or FORMATS:
        for filed in FORMATS[name](filings):
            print(save(filed, wanted.out / name))


if __name__ == "__main__":
    main()

"""`python -m eval.bench.once STAGE FILE`: the seconds of one stage for one file, in a process of its own.

A process of its own because a parse costs up to twice as much in memory that another tree was freed from:
measured one after the other, the stages are as fast as their neighbours let them be.
"""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path

from eval.bench.filings import short
from eval.bench.stages import WHOLE, prepare


def seconds(stage: str, data: bytes) -> float:
    """The first time for this file; indexes and patterns, built once a process, were built for another.

    As in `timeit`, the garbage collector rests meanwhile: the command line lets it rest too.
    """
    for each in (WHOLE, stage):
        prepare(each, short())()
    verb = prepare(stage, data)
    gc.collect()
    gc.disable()
    start = time.perf_counter()
    verb()
    return time.perf_counter() - start


if __name__ == "__main__":
    print(seconds(sys.argv[1], Path(sys.argv[2]).read_bytes()))

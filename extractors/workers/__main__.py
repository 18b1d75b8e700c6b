"""`python -m extractors.workers nursery|worker …`: the processes that a `Crew` starts."""

from __future__ import annotations

import sys

from extractors.workers import nursery, work
from extractors.workers.confine import Bounds


def main() -> None:
    part, *numbers = sys.argv[1:]
    if part == "nursery":
        descriptor, memory, written = map(int, numbers)
        nursery.main(descriptor, Bounds(memory, written))
    else:
        memory, written = map(int, numbers)
        work.main(Bounds(memory, written))


if __name__ == "__main__":
    main()

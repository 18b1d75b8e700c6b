"""`python -m extractors.batch nursery|worker … MODULE:FUNCTION`: the processes that read a set.

FUNCTION is called once, before the first submission: it imports, and warms up, what reading one needs.
"""

from __future__ import annotations

import sys
from importlib import import_module

from extractors.workers import nursery, work
from extractors.workers.confine import Bounds
from extractors.workers.work import serve_trusted


def main() -> None:
    part, *numbers, warm = sys.argv[1:]

    def prepare() -> None:
        import_module("extractors.batch.reading")
        module, _, function = warm.partition(":")
        getattr(import_module(module), function)()

    if part == "nursery":
        descriptor, memory, written = map(int, numbers)
        nursery.main(descriptor, Bounds(memory, written), serving=serve_trusted, prepare=prepare)
    else:
        memory, written = map(int, numbers)
        prepare()
        work.main(Bounds(memory, written), serve_trusted)


if __name__ == "__main__":
    main()

"""`python -m eval.formats.score DIR`: read each filing below DIR as `shenbao extract --json` does; score it.

Prints, for each format, what was exact, wrong, missed and invented, field by field, and the list of errors.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from eval.formats.judged import Delivered, scored
from eval.scores.calibration import bins

__all__ = ["main"]

_SHOWN: Final = 70


def table_of(found: Sequence[Delivered]) -> list[str]:
    """A line a format."""
    header = (
        f"{'format':18} {'files':>5} {'unread':>6} {'fields':>6} {'exact%':>7} {'wrong':>5} {'missed':>6} "
        f"{'inv.':>4} {'state%':>7} {'ticks%':>7} {'bad ticks':>9} {'place%':>7} {'s/file':>7}"
    )
    lines = [header]
    for name in sorted({each.format for each in found}):
        some = [each for each in found if each.format == name]
        fields = [field for each in some for field in each.fields]
        kinds = Counter(field.verdict for field in fields)
        ticks = [field.tick for field in fields if field.tick is not None]
        placed = [field for field in fields if field.place is not None]
        lines.append(
            f"{name:18} {len(some):5} {sum(bool(each.unread) for each in some):6} {len(fields):6} "
            f"{_share(kinds['right'], len(fields))} {kinds['wrong']:5} {kinds['missed']:6} "
            f"{kinds['invented']:4} "
            f"{_share(sum(field.state_right for field in fields), len(fields))} "
            f"{_share(ticks.count('right'), len(ticks))} {ticks.count('wrong'):9} "
            f"{_share(sum(not field.place for field in placed), len(placed))} "
            f"{sum(each.seconds for each in some) / len(some):7.1f}"
        )
    return lines


def _share(good: int, total: int) -> str:
    return f"{good / total * 100:7.2f}" if total else "      –"


def by_field(found: Sequence[Delivered]) -> list[str]:
    """The fields with errors, the worst first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for each in found:
        for field in each.fields:
            counts[field.path][field.verdict] += 1
            counts[field.path]["place"] += bool(field.place)
            counts[field.path]["state"] += not field.state_right
    rows = sorted(counts.items(), key=lambda row: (row[1]["right"] - row[1].total(), row[0]))
    lines = [f"{'field':50} {'exact':>5} {'wrong':>5} {'missed':>6} {'inv.':>4} {'state':>5} {'place':>5}"]
    for path, some in rows:
        if some["wrong"] or some["missed"] or some["invented"] or some["place"] or some["state"]:
            lines.append(
                f"{path:50} {some['right']:5} {some['wrong']:5} {some['missed']:6} {some['invented']:4} "
                f"{some['state']:5} {some['place']:5}"
            )
    return lines


def errors_of(each: Delivered) -> list[str]:
    """Every field that is not as it should be."""
    lines = [f"## {each.format}/{each.case} ({each.seconds:.1f} s)"]
    lines += [f"  NOT READ: {each.unread}"] if each.unread else []
    for field in each.fields:
        said = (
            "; ".join(f"[{location}] “{_short(quote)}”" for location, quote in field.quotes) or "no evidence"
        )
        states = "" if field.state_right else f" STATE {field.states[0]} got {field.states[1]}"
        if field.verdict != "right":
            truth, got = _differing(field.expected, field.got)
            sure = "" if field.confidence is None else f" ({field.confidence:.2f})"
            lines.append(
                f"  {field.verdict.upper()} {field.path}{states}{sure}: truth {truth} | got {got} | {said}"
            )
        elif states:
            lines.append(f"  {field.path}{states} | {said}")
        if field.place:
            lines.append(f"  PLACE {field.path}: {field.place} | {said}")
    if each.planted is not None:
        lines += [f"  NOT FOUND {rule} {path}" for rule, path in each.planted.missed]
        lines += [f"  UNCALLED FOR {rule} {path}" for rule, path in each.planted.extra]
        lines.append(f"  {len(each.planted.found)} planted differences found")
    return lines if len(lines) > 1 else []


def _differing(expected: Any, got: Any) -> tuple[str, str]:
    """Both, from a little before where they part."""
    if isinstance(expected, str) and isinstance(got, str) and len(expected) + len(got) > 2 * _SHOWN:
        one, two = ("".join(each.split()) for each in (expected, got))
        at = next(
            (n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two))
        )
        start = max(at - 12, 0)
        return f"{at}/{len(one)}…{one[start : at + 30]!r}", f"{len(two)}…{two[start : at + 30]!r}"
    return _short(expected), _short(got)


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.formats.score", description=__doc__)
    parser.add_argument(
        "folder", type=Path, help="what `python -m eval.formats` wrote, or a format's folder in it"
    )
    parser.add_argument("--format", action="append", help="only this one; may be repeated")
    parser.add_argument("--case", help="only cases whose name has this in it")
    parser.add_argument("--command", action="store_true", help="through the command line, a process a file")
    parser.add_argument("--out", type=Path, help="write the errors there too")
    parser.add_argument("--brief", action="store_true", help="tables without the list of errors")
    wanted = parser.parse_args()
    paths = sorted(
        path
        for path in wanted.folder.rglob("*.json")
        if not any(part.startswith(".") for part in path.relative_to(wanted.folder).parts)
        and (not wanted.format or path.parent.name in wanted.format)
        and (not wanted.case or wanted.case in path.stem)
        and "states" in json.loads(path.read_text(encoding="utf-8"))
    )
    found = []
    for path in paths:
        found.append(scored(path, command=wanted.command))
        last = found[-1]
        print(f"{last.format}/{last.case}: {last.seconds:.1f} s {last.unread}", file=sys.stderr, flush=True)
    errors = [line for each in found for line in errors_of(each)]
    told = [*errors, "", *by_field(found), "", *table_of(found), "", *calibrated(found)]
    if wanted.out:
        wanted.out.write_text("\n".join(told) + "\n", encoding="utf-8")
    print("\n".join([*by_field(found), "", *table_of(found)] if wanted.brief else told))


def calibrated(found: Iterable[Delivered]) -> list[str]:
    """Confidence against what was right, of values that were recognised."""
    told = [
        (field.confidence, field.verdict == "right")
        for each in found
        for field in each.fields
        if field.confidence is not None and field.place is not None and field.confidence < 1
    ]
    return [
        f"confidence {each.low:g} to {each.high:g}: mean {each.said:.3f}, "
        f"right {each.right.good} of {each.right.total}"
        for each in bins(told)
    ]


if __name__ == "__main__":
    main()

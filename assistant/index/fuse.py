"""Several rankings made one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["fused"]

_DAMPING = 60  # of reciprocal rank fusion, as in Cormack, Clarke and Büttcher (2009)


def fused(rankings: Iterable[Sequence[int]], *, limit: int | None = None) -> list[int]:
    """Reciprocal rank fusion: what several rankings put high comes first; ties keep the first one's order."""
    scores: dict[int, float] = {}
    for ranking in rankings:
        for rank, each in enumerate(ranking, 1):
            scores[each] = scores.get(each, 0.0) + 1 / (_DAMPING + rank)
    return sorted(scores, key=lambda each: -scores[each])[:limit]

"""Passages that stand in texts of different owners, found among millions of characters.

Of every run of `length` characters at least one fingerprint is kept, the least of the hashes of its windows
(winnowing: Schleimer, Wilkerson, Aiken 2003), so that two texts that share such a run share one; one
in forty characters is kept. The texts wait in a file; equal fingerprints lead to pairs of places that are
compared character by character, so nothing is told that is not so. A passage that many share is compared with
its nearest likes only: time and memory grow with the texts, not with the square of their number.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes = NDArray[np.uint16]
    Hashes = NDArray[np.uint64]
    Places = NDArray[np.int64]

__all__ = ["Passages", "Shared"]

_BASE: Final = 0x9E3779B97F4A7C15  # odd, so that it has an inverse modulo 2**64
_MIX: Final = 0xBF58476D1CE4E5B9
_WORD: Final = 1 << 64
_NEIGHBOURS = (
    8  # places with the same fingerprint that one is compared with, in the order of what follows them
)
_AT_ONCE = 10_000  # places whose surroundings are held at once
_STRETCH = 512  # characters compared at once
_MOST = 1 << 20  # characters of one text that are looked at: 5 MB of a narrative are no narrative


class Shared(NamedTuple):
    """The longest run that two texts share."""

    one: int  # numbers of the texts, as `add` gave them
    other: int
    text: str
    length: int


class Passages:
    """Texts, and what they share. To be closed, or used in a `with`: the texts wait in a temporary file."""

    def __init__(self, *, length: int) -> None:
        """`length`: characters in a row from which on a run is told; UTF-16 units, to be exact."""
        import tempfile

        self._length = length
        self._window = (length + 1) // 2
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `close`
        self._starts: list[int] = [0]  # of each text in the file, in characters; the last is the end
        self._owners: list[int] = []
        self._hashes: list[Any] = []
        self._places: list[Any] = []  # character in the file
        self._powers: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._file.close()

    def add(self, text: str, *, owner: int) -> int:
        """Keep a text, as it is to be compared, and give its number; an owner's own texts may be alike."""
        import numpy as np

        raw = text[:_MOST].encode("utf-16-le", "surrogatepass")
        start, size = self._starts[-1], len(raw) // 2
        self._file.write(raw)
        self._starts.append(start + size)
        self._owners.append(owner)
        if size >= self._length:
            hashes = self._rolled(np.frombuffer(raw, dtype="<u2"))
            chosen = np.flatnonzero(_least(hashes, self._length - self._window + 1))
            self._hashes.append(hashes[chosen])
            self._places.append(chosen.astype(np.int64) + start)
        return len(self._owners) - 1

    def shared(self) -> Iterator[Shared]:
        """Of each pair of texts of different owners that were compared, the longest run that they share."""
        longest: dict[tuple[int, int], tuple[int, int]] = {}
        if self._hashes:
            self._file.flush()
            for group, places in self._groups():
                for one, other in self._promising(group, places):
                    self._measure(one, other, longest)
        for (one, other), (start, end) in sorted(longest.items()):
            yield Shared(one, other, self._read(start, end), end - start)

    def _rolled(self, codes: Codes) -> Hashes:
        """The hash of each window: a polynomial in the characters, modulo 2**64."""
        import numpy as np

        up, down = self._powers_to(len(codes) + 1)
        sums = np.zeros(len(codes) + 1, dtype=np.uint64)
        np.cumsum((codes.astype(np.uint64) + np.uint64(1)) * up[: len(codes)], out=sums[1:])
        hashes = (sums[self._window :] - sums[: -self._window]) * down[: len(codes) - self._window + 1]
        hashes ^= hashes >> np.uint64(32)
        hashes *= np.uint64(_MIX)
        mixed: Hashes = hashes ^ (hashes >> np.uint64(29))
        return mixed

    def _powers_to(self, count: int) -> tuple[Hashes, Hashes]:
        """Powers of the base and of its inverse."""
        import numpy as np

        if self._powers is None or len(self._powers[0]) < count:
            size = max(count, 1 << 15)
            made = []
            for factor in (_BASE, pow(_BASE, -1, _WORD)):
                powers = np.full(size, factor, dtype=np.uint64)
                powers[0] = 1
                made.append(np.multiply.accumulate(powers))
            self._powers = tuple(made)
        up, down = self._powers
        return up, down

    def _groups(self) -> Iterator[tuple[Places, Places]]:
        """Places whose fingerprint stands in texts of two or more owners, one a text, with numbers of groups.

        Many groups at a time, and only a very large one in several parts.
        """
        import numpy as np

        hashes, places = np.concatenate(self._hashes), np.concatenate(self._places)
        self._hashes, self._places = [], []
        order = np.argsort(hashes, kind="stable")  # places of one hash stay in their order, so texts do too
        hashes, places = hashes[order], places[order]
        del order
        same = hashes[1:] == hashes[:-1]
        again = np.concatenate((same, [False])) | np.concatenate(([False], same))
        hashes, places = hashes[again], places[again]
        if not len(places):
            return
        texts = self._texts_of(places)
        first = np.concatenate(([True], hashes[1:] != hashes[:-1]))
        once = first | np.concatenate(([True], texts[1:] != texts[:-1]))
        del hashes
        first, places, texts = first[once], places[once], texts[once]
        group = np.cumsum(first, dtype=np.int32) - 1
        owners = np.asarray(self._owners, dtype=np.int32)[texts]
        starts = np.flatnonzero(first)
        several = np.minimum.reduceat(owners, starts) != np.maximum.reduceat(owners, starts)
        chosen = several[group]
        group, places = group[chosen], places[chosen]
        del texts, first, once, owners, starts, chosen
        at = 0
        while at < len(places):
            whole = int(np.searchsorted(group, group[min(at + _AT_ONCE, len(places)) - 1], side="right"))
            end = min(whole, at + 2 * _AT_ONCE)
            yield group[at:end], places[at:end]
            at = end

    def _promising(self, group: Places, places: Places) -> Iterator[tuple[int, int]]:
        """Pairs of one group that agree around their places for long enough.

        Each place is compared with those that come next when a group is put in the order of what follows, and
        of what comes before: the longer two agree, the nearer they stand.
        """
        import numpy as np

        texts = self._texts_of(places)
        starts = np.asarray(self._starts)
        codes = np.memmap(self._file, dtype="<u2", mode="r")
        ahead, back = np.arange(self._length), -1 - np.arange(self._length - self._window)
        behind = codes[np.minimum(places[:, None] + ahead, len(codes) - 1)]
        before = codes[np.maximum(places[:, None] + back, 0)]
        room_ahead, room_back = starts[texts + 1] - places, places - starts[texts]
        for sides in (behind, before):
            order = np.lexsort((_as_bytes(sides), group))
            for step in range(1, min(_NEIGHBOURS, len(places) - 1) + 1):
                one, other = order[:-step], order[step:]
                alike = np.flatnonzero(group[one] == group[other])
                one, other = one[alike], other[alike]
                follows = np.minimum(
                    _agreed(behind[one], behind[other]), np.minimum(room_ahead[one], room_ahead[other])
                )
                precedes = np.minimum(
                    _agreed(before[one], before[other]), np.minimum(room_back[one], room_back[other])
                )
                long = follows + precedes >= self._length
                yield from zip(places[one[long]].tolist(), places[other[long]].tolist(), strict=True)

    def _texts_of(self, places: Places) -> Places:
        import numpy as np

        found: Places = np.searchsorted(np.asarray(self._starts), places, side="right") - 1
        return found

    def _measure(self, place: int, like: int, longest: dict[tuple[int, int], tuple[int, int]]) -> None:
        """Note the run around two places, where it is long enough and the longest of the pair."""
        one, other = sorted((place, like))
        pair = bisect_right(self._starts, one) - 1, bisect_right(self._starts, other) - 1
        if self._owners[pair[0]] == self._owners[pair[1]]:
            return
        start, end = longest.get(pair, (0, 0))
        if start <= one < end:
            return
        ahead = self._alike(one, other, pair, step=1)
        back = self._alike(one, other, pair, step=-1)
        if ahead + back >= max(self._length, end - start + 1):
            longest[pair] = (one - back, one + ahead)

    def _alike(self, one: int, other: int, pair: tuple[int, int], *, step: int) -> int:
        """How many characters agree from two places on, or before them."""
        import numpy as np

        if step > 0:
            room = min(self._starts[pair[0] + 1] - one, self._starts[pair[1] + 1] - other)
        else:
            room = min(one - self._starts[pair[0]], other - self._starts[pair[1]])
        agreed = 0
        while agreed < room:
            size = min(_STRETCH, room - agreed)
            at = (one + agreed, other + agreed) if step > 0 else (one - agreed - size, other - agreed - size)
            first, second = (np.frombuffer(self._bytes(each, each + size), dtype="<u2") for each in at)
            differing = np.flatnonzero((first != second)[::step])
            if len(differing):
                return agreed + int(differing[0])
            agreed += size
        return agreed

    def _bytes(self, start: int, end: int) -> bytes:
        self._file.seek(start * 2)
        return self._file.read((end - start) * 2)

    def _read(self, start: int, end: int) -> str:
        return self._bytes(start, end).decode("utf-16-le", "replace")


def _as_bytes(codes: Codes) -> NDArray[np.bytes_]:
    """Rows of characters as strings that sort as they do."""
    import numpy as np

    wide = np.ascontiguousarray(codes.astype(">u2"))
    strings: NDArray[np.bytes_] = wide.view(f"S{wide.shape[1] * 2}").ravel()
    return strings


def _agreed(one: Codes, other: Codes) -> Places:
    """How many characters each row begins with that the same row of `other` begins with too."""
    import numpy as np

    differing = one != other
    count: Places = np.where(differing.any(axis=1), differing.argmax(axis=1), one.shape[1])
    return count


def _least(hashes: Hashes, width: int) -> NDArray[np.bool_]:
    """Which hashes are the least of any `width` neighbours."""
    import numpy as np

    if len(hashes) <= width:
        return np.asarray(hashes == hashes.min())
    least = _slid(np.minimum, hashes, width)
    padded = np.concatenate((np.zeros(width - 1, np.uint64), least, np.zeros(width - 1, np.uint64)))
    return np.asarray(_slid(np.maximum, padded, width) == hashes)


def _slid(over: np.ufunc, values: Hashes, width: int) -> Hashes:
    """The least or greatest of every `width` neighbours, in linear time (van Herk 1992)."""
    import numpy as np

    count = len(values) - width + 1
    filled = np.concatenate((values, np.full(-len(values) % width, values[-1], np.uint64))).reshape(-1, width)
    ahead = over.accumulate(filled, axis=1).ravel()
    back = over.accumulate(filled[:, ::-1], axis=1)[:, ::-1].ravel()
    slid: Hashes = over(back[:count], ahead[width - 1 : width - 1 + count])
    return slid

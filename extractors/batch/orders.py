"""What is asked of whoever reads a submission, and what comes back: values that cross to other processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from extractors.form import FormSpec
    from extractors.rules import Context, Rule

__all__ = ["Brief", "Demands", "Done", "Engine", "Order"]


class Demands(Protocol):
    """What a notice asks of one filing."""

    @property
    def spec(self) -> FormSpec: ...
    @property
    def rules(self) -> Mapping[str, Rule]: ...
    @property
    def planned(self) -> Mapping[str, str]: ...


class Brief(NamedTuple):
    """What holds for every submission of a run. Can be pickled."""

    demands: Callable[[str], Demands]  # of a module: called in the process that reads, with the notice's id
    notice: str
    context: Context
    kept: frozenset[str]  # fields whose places the rules over the set look at
    fast: bool = False
    workers: int = 1  # processes that open the files of one submission


class Order(NamedTuple):
    """One submission to be read."""

    number: int
    name: str  # relative to the set
    where: str  # a path, or a URL that fsspec knows
    digest: str = ""  # of its content when it was read last
    sure: bool = False  # it has not been touched since
    form: bytes = b""  # what was read then, for good
    judged: bool = False  # what came of it is known too: there is nothing to do if the content is the same
    tried: bool = False  # the process that read it last did not live to tell
    look: str = ""  # where `where` is a URL: its mark (see `entries.Look`)
    scratch: str = ""  # a folder to unpack into that somebody clears away; "" for one of the system's


class Done(NamedTuple):
    """What came of an order."""

    digest: str = ""
    look: str = ""  # the mark of the files before they were read, "" where it can't be trusted
    form: bytes = b""  # packed; b"" where it is what the order brought
    parts: tuple[bytes, bytes, bytes] | None = None  # packed: member, body, judged; see `records`
    code: str = ""  # of the ReadError that it ended with, "" for none
    message: str = ""
    lasting: bool = True  # would come out the same once more


class Engine(Protocol):
    """Whoever has the orders carried out."""

    def carry_out(self, brief: Brief, orders: Iterable[Order]) -> Iterator[tuple[Order, Done] | None]:
        """Each order with what came of it, in the order in which they end; None about once a second."""

    def close(self) -> None:
        """End all that it started."""

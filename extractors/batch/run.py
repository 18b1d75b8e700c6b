"""One run over a set: see what is to be done, have it done, write the files of the set."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from extractors.batch.entries import Entry, mark_of, names_in, scan
from extractors.batch.faults import KEPT_IN, writing
from extractors.batch.finished import Counts, Finished, Outputs
from extractors.batch.lock import locked
from extractors.batch.scratch import scratch
from extractors.batch.store import Damaged, Head, Store, settled
from extractors.errors import Corrupt, Empty, Unsupported

if TYPE_CHECKING:
    from extractors.batch.merging import SetDemands
    from extractors.batch.orders import Brief, Engine
    from extractors.batch.planning import Keys, Step
    from extractors.batch.versions import Versions

__all__ = ["Listener", "Plan", "Summary", "run"]

_RESULTS, _FAILED = "results.jsonl", "failed.jsonl"
_TRIES = 3  # to write files from records of which some turn out to be damaged

Results = Callable[[], Any]


class Listener(Protocol):
    """Who is told how far a run is."""

    def begins(self, total: int, todo: int, cost: int) -> None: ...
    def goes_on(self) -> None: ...
    def ended(self, name: str, cost: int, fault: str) -> None: ...
    def writes(self, name: str) -> None: ...


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What is to be run over. What takes time to make is made when it is needed."""

    folder: str  # a path, or a URL that fsspec knows
    out: Path
    versions: Versions
    asked: Sequence[object]  # what was asked for, as it was written: a run that differs is another run
    brief: Callable[[], tuple[Brief, SetDemands]]
    engine: Callable[[int], Engine]  # with so many workers, where it starts them
    workers: int = (
        0  # submissions that are read at once, on one machine; 0 for as many as it has processors for
    )
    writers: Mapping[str, Callable[[Path, Results, Results], None]]  # of the other files of the set, by name
    again: bool = False  # what could not be read is read once more


@dataclass(frozen=True)
class Summary:
    counts: Counts
    read: int  # submissions that something was done about


def run(plan: Plan, listener: Listener) -> Summary:
    """Bring the files of the set up to date. Raises a ReadError that stops the whole run."""
    kept = plan.out / KEPT_IN
    left_out = _left_out(plan)
    if "://" not in plan.folder:
        names_in(Path(plan.folder))  # before anything is made for a folder that is none
    with writing(plan.out):
        kept.mkdir(parents=True, exist_ok=True)
    with locked(kept / "lock", whose=plan.out):
        outputs = Outputs(plan.out, (_RESULTS, _FAILED, *plan.writers))
        finished = Finished(kept / "finished.json")
        entries = _scan(plan.folder, left_out)
        mark = [mark_of(entries), *plan.versions, *plan.asked]
        counts = None if plan.again else finished.still(mark, outputs)
        if counts is not None:
            return Summary(counts, 0)
        finished.forget()
        with scratch(kept / "scratch") as folder:
            return _Run(plan, listener, Store(kept / "records"), folder).all(entries, mark, outputs, finished)


def _scan(folder: str, left_out: frozenset[str]) -> list[Entry]:
    if "://" in folder:
        from extractors.batch.remote import scan_url

        return scan_url(folder)
    return scan(Path(folder), leave_out=left_out)


def _left_out(plan: Plan) -> frozenset[str]:
    """The run's own entries of the set. Raises Unsupported where its files would be in a submission."""
    if "://" in plan.folder:
        return frozenset()
    folder, out = Path(plan.folder).resolve(), plan.out.resolve()
    written = {KEPT_IN, _RESULTS, _FAILED, *plan.writers} if _is_out(folder) or out == folder else set()
    others = _of_other_runs(folder)
    if folder not in out.parents:
        return frozenset(written | others)
    if out.parent != folder:
        raise Unsupported(f"“{plan.out}”在一份申报材料的文件夹里，结果会混进材料，请用 --out 换一个位置。")
    return frozenset(written | others | {out.name})


def _is_out(folder: Path) -> bool:
    """Whether a run has written its files there."""
    return (folder / KEPT_IN).is_dir()


def _of_other_runs(folder: Path) -> set[str]:
    """Entries of a set that are no submissions: where runs wrote, and links that lead back into the set."""
    try:
        inside = list(folder.iterdir())
    except OSError:  # `scan` says what is wrong with it
        return set()
    around = {folder, *folder.parents}
    return {each.name for each in inside if _is_out(each) or (each.is_symlink() and _leads(each) in around)}


def _leads(link: Path) -> Path | None:
    """Where a link ends; None for one in a circle."""
    try:
        return link.resolve()
    except (OSError, RuntimeError):
        return None


class _Run:
    def __init__(self, plan: Plan, listener: Listener, store: Store, folder: Path) -> None:
        from extractors.batch.planning import Keys

        self._plan = plan
        self._listener = listener
        self._store = store
        self._scratch = folder
        self._brief, self._demands = plan.brief()
        self._keys: Keys = Keys.of(self._brief, plan.versions)
        self._done = 0

    def all(
        self, entries: Sequence[Entry], mark: Sequence[object], outputs: Outputs, finished: Finished
    ) -> Summary:
        from extractors.submission.sources import is_junk

        wanted = [entry for entry in entries if not is_junk(entry.name)]
        if not wanted:
            raise Empty(f"文件夹“{self._plan.folder}”里没有申报材料，请检查路径，放入材料后重试。")
        self._store.open()
        heads: dict[str, Head] = {}
        again = self._plan.again
        for _ in range(_TRIES):
            self._bring_up_to_date(wanted, heads, again=again)
            again = False
            try:
                counts = self._write([heads[entry.name] for entry in wanted], outputs)
                break
            except Damaged as error:  # by a failing disk, or by hand: it is read again
                name = str(error)
                self._store.discard(name)
                del heads[name]
        else:
            raise Corrupt(
                f"“{self._plan.out}”里保存的记录反复损坏，请检查磁盘，或用 --out 换一个位置重新运行。"
            )
        self._store.keep_only([entry.name for entry in wanted])
        if self._lasts(wanted, heads):
            finished.note(mark, counts, outputs)
        return Summary(counts, self._done)

    def _bring_up_to_date(self, entries: Sequence[Entry], heads: dict[str, Head], *, again: bool) -> None:
        """Have a head in `heads` for each entry."""
        from extractors.batch.planning import Step, steps

        todo: list[Step] = []
        for each in steps(
            [entry for entry in entries if entry.name not in heads], self._store, self._keys, again=again
        ):
            if isinstance(each, Step):
                todo.append(each)
            else:
                entry, head = each
                heads[entry.name] = head
        todo.sort(key=lambda step: step.entry.look.cost, reverse=True)
        self._listener.begins(len(entries), len(todo), sum(step.entry.look.cost for step in todo))
        if todo:
            self._carry_out(todo, heads)

    def _carry_out(self, todo: Sequence[Step], heads: dict[str, Head]) -> None:
        from extractors.batch.planning import record
        from extractors.guard.limits import LIMITS

        workers = self._plan.workers or LIMITS.workers
        brief = self._brief._replace(workers=max(1, workers // len(todo)))
        engine = self._plan.engine(min(workers, len(todo)))
        try:
            orders = (step.order(number, self._store, self._scratch) for number, step in enumerate(todo))
            for ended in engine.carry_out(brief, orders):
                if ended is None:
                    self._listener.goes_on()
                    continue
                order, done = ended
                step = todo[order.number]
                head, parts = record(step, done, order, self._keys, self._store)
                self._store.write(head, parts)
                heads[order.name] = head
                self._done += 1
                self._listener.ended(order.name, step.entry.look.cost, head.message if head.code else "")
        finally:
            engine.close()

    def _write(self, heads: Sequence[Head], outputs: Outputs) -> Counts:
        from extractors.batch.merging import failures, results_in, write_failed, write_results

        results = outputs.path(_RESULTS)
        self._listener.writes(_RESULTS)
        verdicts = write_results(results, heads, self._store, self._demands)
        unread = write_failed(outputs.path(_FAILED), heads)
        for name, write in self._plan.writers.items():
            self._listener.writes(name)
            outputs.written_by(write, name, lambda: results_in(results), lambda: failures(heads))
        with writing(self._plan.out):
            settled(outputs.paths)
        passed, review, failed = (verdicts.get(each, 0) for each in ("pass", "review", "fail"))
        return Counts(passed, review, failed, unread)

    def _lasts(self, entries: Sequence[Entry], heads: Mapping[str, Head]) -> bool:
        """Whether another run over the same entries would have nothing to do."""
        return all(
            heads[entry.name].lasting and heads[entry.name].look == entry.look.mark for entry in entries
        )

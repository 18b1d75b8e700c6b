"""`shenbao batch`: a whole set of submissions, read, checked and laid beside each other."""

from __future__ import annotations

import os
from argparse import ArgumentTypeError, Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ui.arguments import Parser, add_fast, path
from ui.faults import STOPPED, UsageError
from ui.judging import add_judging
from ui.terminal import complain, say

if TYPE_CHECKING:
    from extractors.batch import Summary
    from extractors.batch.orders import Engine

__all__ = ["add_arguments", "run"]

_MOST_WORKERS: Final = 256


def add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "folder",
        metavar="文件夹",
        type=_folder,
        help="装有一批申报材料的文件夹，里面每个文件、文件夹或 .zip 是一份；也可以是 s3:// 等网址",
    )
    parser.add_argument(
        "--out", metavar="文件夹", type=path, required=True, help="结果写到哪里；再运行一次会接着做"
    )
    parser.add_argument(
        "--workers",
        metavar="个数",
        type=_workers,
        default=0,
        help="同时处理几份，默认与处理器个数相同，最多 4",
    )
    parser.add_argument(
        "--engine",
        metavar="方式",
        type=_engine,
        default="local",
        help="local（本机，默认）或 dask（已有的 Dask 集群）",
    )
    parser.add_argument("--scheduler", metavar="地址", help="Dask 集群的地址，例如 tcp://10.0.0.1:8786")
    add_judging(parser)
    add_fast(parser)
    parser.add_argument("--again", action="store_true", help="上次没有读成的再读一次")


def _folder(text: str) -> str:
    return text if "://" in text else str(path(text))


def _workers(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= _MOST_WORKERS):
        raise ArgumentTypeError(f"“--workers”后面应是 1 到 {_MOST_WORKERS} 的整数，不能是“{text}”")
    return int(text)


def _engine(text: str) -> str:
    if text not in {"local", "dask"}:
        raise ArgumentTypeError(f"“--engine”后面应是 local 或 dask，不能是“{text}”")
    return text


def run(options: Namespace) -> int:
    from extractors.batch import Plan, run
    from extractors.batch.versions import versions_of
    from ui.batching import NOTICE, brief_of, sources, writers
    from ui.rate import Rate

    if (options.engine == "dask") is not bool(options.scheduler):
        raise UsageError("“--engine dask”要和“--scheduler 地址”一起用，用法见 shenbao batch --help。")
    if options.today is None:
        options.today = date.today()  # noqa: DTZ011 - the user's own day; one for the whole run
    notices, ours = sources()
    plan = Plan(
        folder=options.folder,
        out=options.out,
        versions=versions_of(notices, [ours]),
        asked=_asked(options, NOTICE),
        brief=lambda: brief_of(options),
        engine=lambda workers: _engine_of(options, workers),
        workers=options.workers,
        writers=writers(options.folder),
        again=options.again,
    )
    rate = Rate()
    try:
        summary = run(plan, rate)
    except KeyboardInterrupt:
        rate.clear()
        complain("已停止；再运行同一命令会接着做，已完成的不会重做。")
        return STOPPED
    finally:
        rate.clear()
    say(_told(summary, options.out))
    return int(summary.counts.unread > 0)


def _asked(options: Namespace, notice: str) -> list[object]:
    folder = options.folder if "://" in options.folder else str(Path(options.folder).resolve())
    rules = [os.environ.get("SHENBAO_RULES", ""), *options.adjusted]
    return [
        notice,
        folder,
        str(options.out.resolve()),
        options.view,
        options.today.isoformat(),
        options.fast,
        rules,
    ]


def _engine_of(options: Namespace, workers: int) -> Engine:
    from ui.batching import WARM

    if options.engine == "dask":
        from extractors.batch.cluster import DaskEngine

        return DaskEngine(options.scheduler, warm=WARM)
    from extractors.batch.local import LocalEngine

    return LocalEngine(workers, warm=WARM)


def _told(summary: Summary, out: Path) -> str:
    counts = summary.counts
    parts = [
        f"{number} 份{word}"
        for number, word in (
            (counts.passed, "没有发现错误"),
            (counts.review, "需要人工判断"),
            (counts.failed, "有错误"),
            (counts.unread, "未能读取（见 failed.jsonl）"),
        )
        if number
    ]
    done = f"这次处理了 {summary.read} 份" if summary.read else "没有变化，不必重做"
    return f"共 {counts.total} 份：{'，'.join(parts)}；{done}。结果在 {out}。"

"""`shenbao report`: what people send on, as a Word file or a web page that can be printed."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from extractors.form import Evidence, Form
from extractors.rules import Report
from ui.arguments import Parser, add_fast, add_submission, path
from ui.faults import UsageError
from ui.judging import add_judging, context_of
from ui.printed import remarks
from ui.progress import shown_progress
from ui.reading import reading
from ui.terminal import clean, say
from ui.wording import VERDICTS, verdict_sentence
from ui.worker import NOTICE, Demands

if TYPE_CHECKING:
    from extractors.submission import Progress
    from ui.pictures import Context as Around
    from ui.pictures import Picture
    from ui.reports.draft import Draft

__all__ = ["add_arguments", "run"]

_SUFFIXES: Final = (".docx", ".html")
_SHOWN: Final = 2  # places of a finding that are shown
_MOST: Final = 80  # pictures of a report: what goes by e-mail has to stay small


def add_arguments(parser: Parser) -> None:
    add_submission(parser)
    parser.add_argument(
        "--out",
        metavar="文件",
        type=path,
        required=True,
        help="写到哪里：.docx 是 Word 文件，.html 是可以打印的网页；默认写自查报告，--as reviewer 写审核意见",
    )
    add_judging(parser)
    parser.add_argument(
        "--since",
        metavar="文件",
        type=path,
        help="与上次的检查结果（check --json 的输出）比较，写明改好了哪些、新出现哪些、还剩哪些",
    )
    parser.add_argument(
        "--among",
        metavar="文件",
        type=path,
        help="审核意见里的关键指标与这一批比较：batch 写出的 results.jsonl",
    )
    parser.add_argument("--no-pictures", action="store_true", help="不附页面图，会快得多")
    add_fast(parser)
    parser.add_argument("--force", action="store_true", help="已有同名文件时覆盖；默认不覆盖")


def run(options: Namespace) -> int:
    target: Path = options.out
    _refuse(target, force=options.force)
    _refuse_input(target, (options.path, options.since, options.among))
    _refuse_inside(target, options.path)
    with reading(as_json=False) as demands:
        draft = _draft(options, demands)
        content = _written(draft, target.suffix.lower())
    try:
        target.write_bytes(content)
    except OSError as error:
        raise UsageError(
            f"写不出“{target}”，请检查是否有权限写入、磁盘是否已满、文件是否正打开着。"
        ) from error
    from ui.reports import TITLES

    label = VERDICTS[draft.report.verdict]
    lines = (
        *remarks(draft.form),
        f"已写出{TITLES[draft.context.view]}：{clean(str(target))}",
        f"结论：{label.word}。{verdict_sentence(draft.report)}",
    )
    say("\n".join(lines))
    return 0


def _refuse(target: Path, *, force: bool) -> None:
    """Before anything is read: what could not be written, or would be written over."""
    if target.suffix.lower() not in _SUFFIXES:
        raise UsageError(f"“--out”后面的文件名要以 {' 或 '.join(_SUFFIXES)} 结尾，不能是“{target.name}”。")
    if target.is_dir():
        raise UsageError(f"“{target}”是文件夹，请写出文件名。")
    if not target.absolute().parent.is_dir():
        raise UsageError(f"没有“{target.parent}”这个文件夹，请先建好，或换一个位置。", code="not_found")
    if not force and target.is_file() and target.stat().st_size:
        raise UsageError(f"“{target.name}”已经存在，没有覆盖，请换一个文件名，或加上 --force。")


def _refuse_input(target: Path, given: Iterable[Path | None]) -> None:
    """What is read is never written over, not by force either."""
    for each in given:
        if each is not None and target.exists() and each.exists() and target.samefile(each):
            raise UsageError(f"“{target.name}”是要读取的文件，不能用报告覆盖它，请换一个文件名。")


def _refuse_inside(target: Path, source: Path) -> None:
    """A report among the material would be read as part of it the next time."""
    if source.is_dir() and target.resolve().is_relative_to(source.resolve()):
        raise UsageError(f"请不要把报告写进材料文件夹“{source.name}”，下次检查会把它当成材料，请换一个位置。")


def _draft(options: Namespace, demands: Demands) -> Draft:
    from extractors.check import check
    from extractors.submission import extract
    from notices import load
    from ui.reports.draft import Draft
    from ui.reports.medians import load_medians
    from ui.reports.since import load_earlier

    spec = demands.spec
    earlier = load_earlier(options.since, notice=spec.notice) if options.since is not None else None
    context = context_of(options, demands)
    with shown_progress() as progress:
        form = extract(options.path, spec=spec, fast=options.fast, progress=progress)
        report = check(form, rules=demands.rules, context=context, planned=demands.planned)
        pictures, around = ({}, {}) if options.no_pictures else _shown(options.path, form, report, progress)
    category = form.value("platform.category")
    among = load_medians(options.among, spec, category=category) if options.among is not None else None
    return Draft(
        name=options.path.resolve().name,
        form=form,
        report=report,
        context=context,
        rules=demands.rules,
        notice=load(NOTICE).title,
        pictures=pictures,
        around=around,
        earlier=earlier,
        medians=among,
    )


def _shown(
    source: Path, form: Form, report: Report, progress: Progress
) -> tuple[Mapping[Evidence, Picture], Mapping[Evidence, Around]]:
    """The pages that findings stand on, and the lines around those on pages that are not shown."""
    from ui.pictures import Originals, Picture
    from ui.reports.entries import spots

    places = [each for finding in report.findings for each in spots(form, finding)[:_SHOWN]]
    wanted = list(dict.fromkeys(places))[:_MOST]
    with Originals(source, progress=progress) as originals:
        shown = zip(wanted, originals.pictures(wanted), strict=True)
        pictures = {each: picture for each, picture in shown if isinstance(picture, Picture)}
        left = [each for each in wanted if each not in pictures]
        lines = zip(left, originals.contexts(left), strict=True)
        return pictures, {each: around for each, around in lines if around is not None}


def _written(draft: Draft, suffix: str) -> bytes:
    from extractors.isolate import renewed
    from ui.reports import FORMATS

    renewed()  # the reading has had its time
    return FORMATS[suffix].write(draft)

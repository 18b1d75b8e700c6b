"""`shenbao form`: the blank forms of the notice as Word files."""

from __future__ import annotations

from argparse import Namespace
from importlib import import_module
from io import BytesIO
from pathlib import Path

from notices import NOTICES
from ui.arguments import Parser, path
from ui.faults import UsageError
from ui.terminal import clean, say

__all__ = ["add_arguments", "run"]


def add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "-o", "--output", metavar="文件", type=path, required=True, help="写到哪里，文件名以 .docx 结尾"
    )
    parser.add_argument(
        "--summary", action="store_true", help="写出推荐汇总表（附件2）；默认写出申报书（附件1）"
    )
    parser.add_argument("--force", action="store_true", help="已有同名文件时覆盖；默认不覆盖")


def run(options: Namespace) -> int:
    target: Path = options.output
    if target.suffix.lower() != ".docx":
        raise UsageError(f"写出的是 Word 文件，请把文件名写成以 .docx 结尾，例如“{target.name}.docx”。")
    content = _blank(summary=options.summary)
    _refuse_to_overwrite(target, content, force=options.force)
    try:
        target.write_bytes(content)
    except OSError as error:
        raise UsageError(f"写不出“{target}”，请检查文件夹是否存在、是否有权限写入、磁盘是否已满。") from error
    say(
        f"已写出空白的{'推荐汇总表（附件2）' if options.summary else '申报书（附件1）'}：{clean(str(target))}"
    )
    return 0


def _blank(*, summary: bool) -> bytes:
    layout = import_module(f"{NOTICES[next(iter(NOTICES))]}.layout")
    written = BytesIO()
    if summary:
        layout.write_summary(written)
    else:
        layout.write_form(written)
    return written.getvalue()


def _refuse_to_overwrite(target: Path, content: bytes, *, force: bool) -> None:
    """What is there may be a form that somebody has filled in."""
    if force or not target.is_file() or target.read_bytes() in {b"", content}:
        return
    raise UsageError(f"“{target.name}”已经存在，为免覆盖已填的内容没有写出，请换一个文件名，或加上 --force。")

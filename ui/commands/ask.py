"""`shenbao ask`: questions about the notice, answered with its words."""

from __future__ import annotations

import codecs
import re
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from assistant.answer import EmptyQuestion, Reply, ask
from assistant.question import normalise
from notices import NOTICES, load
from ui.arguments import Parser, add_json, path
from ui.faults import UsageError
from ui.tables import wrap
from ui.terminal import clean, columns, complain, say, say_json

__all__ = ["add_arguments", "run"]

_LARGEST = 10 << 20  # bytes of a file of questions
_NOT_YET = "（尚未实现，给出时会拒绝）"


def add_arguments(parser: Parser) -> None:
    parser.add_argument("question", metavar="问题", nargs="?", help="一个问题，中文或英文；有空格时请加引号")
    add_json(parser, "每个问题在标准输出上给出一行 JSON 对象（UTF-8）")
    parser.add_argument(
        "--from",
        dest="source",
        metavar="文件",
        type=path,
        help="逐行回答文件里的问题，顺序不变，空行跳过；UTF-8、UTF-16 或 GBK 编码的文本文件",
    )
    parser.add_argument("--submission", metavar="路径", help=f"就一份申报材料提问{_NOT_YET}")
    parser.add_argument("--session", metavar="名称", help=f"接着此前的对话提问{_NOT_YET}")


def run(options: Namespace) -> int:
    _refuse_what_is_not_built(options)
    notice = load(next(iter(NOTICES)))
    for question in _questions(options):
        try:
            reply = ask(question, notice=notice)
        except EmptyQuestion as error:
            raise UsageError(str(error), code="empty") from error
        if options.json:
            say_json(reply.as_dict())
        else:
            say("\n".join(_told(reply, with_question=options.source is not None)))
        for warning in reply.warnings:
            complain(warning)
    return 0


def _refuse_what_is_not_built(options: Namespace) -> None:
    if options.submission is not None:
        raise UsageError("目前只能就通知提问，请去掉 --submission；要看一份申报材料，请用 shenbao check。")
    if options.session is not None:
        raise UsageError("目前每个问题单独回答，请去掉 --session，把问题写完整后再问。")


def _questions(options: Namespace) -> Iterator[str]:
    if options.source is None and options.question is None:
        raise UsageError("没有写问题，请写成 shenbao ask 问题，或用 --from 给出问题文件。", code="empty")
    if options.source is not None and options.question is not None:
        raise UsageError("问题和 --from 只能给一个，请去掉其中之一。")
    if options.source is None:
        yield options.question
        return
    # str.splitlines would split at form feeds and at U+2028 as well.
    asked = [line for line in re.split("\r\n|\r|\n", _text(options.source)) if normalise(line)]
    if not asked:
        raise UsageError(f"“{options.source.name}”里没有问题，请每行写一个问题。", code="empty")
    yield from asked


def _text(source: Path) -> str:
    if source.is_dir():
        raise UsageError(f"“{source.name}”是文件夹，请给出一个文本文件，每行一个问题。")
    with source.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise UsageError(f"“{source.name}”超过 10 MB，请分成几个文件。", code="too_large")
    try:
        return data.decode(_encoding(data))
    except UnicodeDecodeError as error:
        raise UsageError(
            f"“{source.name}”不是 UTF-8 或 GBK 编码的文本文件，请用记事本另存为 UTF-8 后重试。"
        ) from error


def _encoding(data: bytes) -> str:
    """By its byte order mark; else UTF-8 where it is, and GB 18030, which GBK is part of, where it isn't."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8-sig"


def _told(reply: Reply, *, with_question: bool) -> Iterator[str]:
    if with_question:
        yield from wrap(f"问：{clean(reply.question)}", columns())
    yield from wrap(clean(reply.answer), columns())
    unsaid = (each for each in reply.citations if each.quote not in reply.answer)
    for clause, quote in unsaid:
        yield from wrap(f"依据：{clean(clause)}：“{clean(quote)}”", columns())
    if with_question:
        yield ""

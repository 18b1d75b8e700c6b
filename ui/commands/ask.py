"""`shenbao ask`: questions about the notice and about filings, answered with their words."""

from __future__ import annotations

import codecs
import re
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from assistant.answer import EmptyQuestion, Reply
from assistant.desk import AnyReply, Desk
from assistant.question import normalise
from notices import NOTICES, load
from notices.notice import Passage
from ui.arguments import Parser, add_json, path
from ui.faults import UsageError
from ui.models import add_model, chosen_model
from ui.tables import Cell, table, wrap
from ui.terminal import clean, columns, complain, say, say_json

if TYPE_CHECKING:
    from assistant.filing.reply import Citation, Grid

__all__ = ["add_arguments", "run"]

_Keep: TypeAlias = Callable[[AnyReply], None]
_LARGEST = 10 << 20  # bytes of a file of questions


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
    parser.add_argument(
        "--submission",
        metavar="路径",
        type=path,
        help="就一份申报材料提问（文件、文件夹或 .zip）；文件夹里有多份申报书时，就全部申报书提问。"
        "读过的内容保存在本机的用户文件夹里，材料没有变动时不再重读",
    )
    parser.add_argument("--session", metavar="名称", help="接着这个名称的对话提问，没有就新开一个")
    add_model(parser, "用大模型作答")


def run(options: Namespace) -> int:
    asked = list(_questions(options))
    desk = _desk(options)
    with _session(options.session, desk) as keep:
        for question in asked:
            if options.session is None:  # the lines of a file are questions of their own
                desk.begin_afresh()
            try:
                reply = desk.ask(question)
            except EmptyQuestion as error:
                raise UsageError(str(error), code="empty") from error
            if options.json:
                say_json(reply.as_dict())
            else:
                say("\n".join(_told(reply, with_question=options.source is not None)))
            for warning in reply.warnings:
                complain(warning)
            keep(reply)
    return 0


def _desk(options: Namespace) -> Desk:
    """Everything a question needs; filings are read and a model is named only where they are asked for."""
    notice = load(next(iter(NOTICES)))
    desk = Desk(notice)
    if options.submission is not None:
        from assistant.filing.talk import Talk
        from assistant.index.embedding import choose
        from ui.filings import open_filings
        from ui.worker import NOTICE, demands

        filings, unread = open_filings(options.submission, as_json=options.json)
        for sentence in unread:
            complain(f"未读取：{sentence}")
        desk.talk = Talk(filings, notice, demands(NOTICE).rules, embedding=choose())
    _add_model(desk, options)
    return desk


def _add_model(desk: Desk, options: Namespace) -> None:
    chosen = chosen_model(options)
    if chosen is None:
        return
    from assistant.model.respond import Assistant

    filings = desk.talk.filings if desk.talk is not None else ()
    embedding = None
    if desk.talk is not None:
        from assistant.index.embedding import choose

        embedding = desk.talk.embedding = choose(chosen)
    desk.assistant = Assistant(chosen, desk.notice, filings, offline=desk.aside, embedding=embedding)


@contextmanager
def _session(name: str | None, desk: Desk) -> Iterator[_Keep]:
    """Take up the session, and give what puts each turn into it."""
    if name is None:
        yield lambda _: None
        return
    from assistant.conversation import Conversation
    from assistant.sessions import BadName, Locked, load_session, save_turn

    def keep(reply: AnyReply) -> None:
        conversation, talk = desk.state()
        try:
            save_turn(
                name, question=reply.question, answer=reply.answer, conversation=conversation, talk=talk
            )
        except Locked as error:
            complain(str(error))

    try:
        stored = load_session(name)
    except BadName as error:
        raise UsageError(str(error)) from error
    desk.conversation = Conversation.of(stored.conversation)
    if desk.talk is not None:
        from assistant.filing.talk import Last

        desk.talk.last = Last.of(stored.talk)
    yield keep


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


def _told(reply: AnyReply, *, with_question: bool) -> Iterator[str]:
    if with_question:
        yield from wrap(f"问：{clean(reply.question)}", columns())
    grid = None if isinstance(reply, Reply) else reply.table
    yield from _lines(reply, grid)
    unsaid = (each for each in reply.citations if each.quote not in reply.answer)
    for each in unsaid:
        yield from wrap(f"依据：{clean(_where(each))}：“{clean(each.quote)}”", columns())
    if with_question:
        yield ""


def _lines(reply: AnyReply, grid: Grid | None) -> Iterator[str]:
    """The answer; where it is a table, its first line and the table."""
    if grid is None or not grid.rows:
        yield from wrap(clean(reply.answer), columns())
        return
    first = reply.answer.split("\n", maxsplit=1)[0]
    if not first.startswith("1. "):
        yield from wrap(clean(first), columns())
    rows = [tuple(Cell(_shown(each)) for each in row) for row in grid.rows]
    yield from table(rows, header=grid.columns, columns=columns())


def _shown(value: str | float | None) -> str:
    return f"{value:,}" if isinstance(value, int | float) else clean(value or "")


def _where(citation: Citation) -> str:
    if isinstance(citation, Passage):
        return citation.clause
    from assistant.filing.reply import told_where

    return told_where(citation)

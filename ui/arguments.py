"""Command lines taken apart by argparse, with every word that a user reads in Chinese."""

from __future__ import annotations

import argparse
import re
from datetime import date
from pathlib import Path
from typing import Final, NoReturn

from ui.faults import UsageError
from ui.tables import width as width_of
from ui.tables import wrap
from ui.terminal import columns, say

__all__ = ["Parser", "add_fast", "add_json", "add_submission", "day", "path"]

_GAP = 2
_INDENT = 2
_LONGEST_NAME = 24  # columns of an option's name; what is longer has its help on the next line

# What argparse says in English, told by its fixed words; first match counts, and the last row takes the rest.
_SAID: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(pattern, re.DOTALL), sentence)
    for pattern, sentence in (
        (r"argument (?P<what>\S+): (?P<said>.*[\u4e00-\u9fff].*)", "{said}"),
        (r"unrecognized arguments: (?P<what>-\S*)(?: .*)?", "没有“{what}”这个选项"),
        (r"unrecognized arguments: (?P<what>.*)", "多出了“{what}”；内容里有空格时，请加上引号"),
        (r"the following arguments are required: (?P<what>.*)", "缺少“{what}”"),
        (r"argument (?P<what>\S+): expected .*", "“{what}”后面缺少内容"),
        (r"argument (?P<what>\S+): ignored explicit argument .*", "“{what}”后面不带内容"),
        (r"(?P<what>).*", "命令的写法不对"),
    )
)


class Parser(argparse.ArgumentParser):
    """An argument parser whose help and errors are Chinese; wrong usage raises UsageError."""

    def __init__(self, *, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description, add_help=False, allow_abbrev=False)
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        found = next((each, said) for pattern, said in _SAID if (each := pattern.fullmatch(message)))
        match, said = found
        raise UsageError(f"{said.format_map(match.groupdict())}，用法见 {self.prog} --help。")

    def format_usage(self) -> str:
        return f"用法：{self.prog} {' '.join(_usage(each) for each in self._shown)}\n"

    def format_help(self) -> str:
        entries = [f"{line}\n" for each in self._shown for line in _entry(each)]
        told = [f"{line}\n" for line in wrap(self.description or "", columns())]
        after = [f"\n{line}" for line in wrap(self.epilog, columns())] if self.epilog else []
        return "".join([self.format_usage(), "\n", *told, "\n", *entries, *after])

    def print_help(self, file: object = None) -> None:  # noqa: ARG002 - argparse's own signature
        say(self.format_help().rstrip("\n"))

    @property
    def _shown(self) -> list[argparse.Action]:
        """What is asked for first, then options, help last."""
        return sorted(self._actions, key=lambda each: (bool(each.option_strings), each.dest == "help"))


def _usage(action: argparse.Action) -> str:
    name = _name(action)
    return name if action.required else f"[{name}]"


def _name(action: argparse.Action, *, every: bool = False) -> str:
    names = action.option_strings if every else action.option_strings[:1]
    metavar = str(action.metavar) if action.metavar else ""
    return " ".join(filter(None, [", ".join(names), metavar]))


def _entry(action: argparse.Action) -> list[str]:
    name = _name(action, every=True)
    start = _INDENT + _LONGEST_NAME + _GAP
    told = wrap(action.help or "", columns() - start)
    lines = [" " * start + each for each in told]
    if width_of(name) > _LONGEST_NAME:
        return [" " * _INDENT + name, *lines]
    padded = " " * _INDENT + name + " " * (_LONGEST_NAME + _GAP - width_of(name))
    return [padded + (told[0] if told else ""), *lines[1:]]


def path(text: str) -> Path:
    """A path that says something: an empty one would be the working folder."""
    if not text.strip():
        raise argparse.ArgumentTypeError("路径是空的")
    return Path(text)


def day(text: str) -> date:
    """A day as YYYY-MM-DD and in no other way."""
    wrong = argparse.ArgumentTypeError(f"日期应写成 2022-10-31 这样，并且确有这一天，不能是“{text}”")
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise wrong
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise wrong from error


def add_submission(parser: Parser) -> None:
    parser.add_argument(
        "path",
        metavar="路径",
        type=path,
        help="一份申报材料：申报书（.docx、.doc、.wps、.pdf、.ofd，扫描件或照片），或装有申报书和附件的文件夹、.zip",
    )


def add_fast(parser: Parser) -> None:
    parser.add_argument(
        "--fast", action="store_true", help="只识别申报书所在的扫描页，附件的扫描页不识别，会快得多"
    )


def add_json(parser: Parser, told: str = "只在标准输出上给出一个 JSON 对象（UTF-8）") -> None:
    parser.add_argument("--json", action="store_true", help=told)

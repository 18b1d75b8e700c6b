"""The command `shenbao`."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Final, NamedTuple

from ui.arguments import Parser
from ui.faults import STOPPED, UsageError, tell
from ui.tables import width
from ui.terminal import complain, prepare, say

__all__ = ["COMMANDS", "main"]


class Command(NamedTuple):
    """One command, not imported yet."""

    module: str
    summary: str


COMMANDS: Final[Mapping[str, Command]] = {
    "extract": Command("ui.commands.extract", "读出一份申报材料的全部栏目，以及各在哪里读到"),
    "check": Command("ui.commands.check", "对照通知检查一份申报材料，列出要改的地方"),
    "batch": Command("ui.commands.batch", "检查一批申报材料，写出每份的结果和汇总表"),
    "ask": Command("ui.commands.ask", "就通知提问，回答附通知原文"),
    "report": Command("ui.commands.report", "写出自查报告或审核意见（Word 文件或网页）"),
    "form": Command("ui.commands.form", "写出空白的申报书（附件1）或推荐汇总表（附件2）"),
    "rules": Command("ui.commands.rules", "列出检查规则，或说明其中一条"),
    "schema": Command("ui.commands.schema", "写出 --json 结果的 JSON Schema，供别的程序核对"),
    "ui": Command("ui.commands.serve", "打开网页界面：在本机，或提供给别人"),
    "admin": Command("ui.commands.admin", "管理网页界面的账号"),
    "backup": Command("ui.commands.backup", "备份网页界面里的全部数据"),
    "restore": Command("ui.commands.restore", "把备份恢复到空的位置"),
}
_HELP: Final = frozenset({"-h", "--help"})


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line (default: the process's own) and give its exit status."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    as_json = "--json" in arguments
    try:
        prepare(as_json=as_json)
        return _run(arguments)
    except SystemExit as done:  # of argparse after help, and of the server
        return done.code if isinstance(done.code, int) else 0
    except KeyboardInterrupt:
        complain("已停止。")
        return STOPPED
    except Exception as error:  # noqa: BLE001 - the edge: nobody is shown a traceback
        return tell(error, as_json=as_json)


def _run(arguments: list[str]) -> int:
    name, *rest = arguments or [""]
    if name in _HELP:
        say(_help())
        return 0
    if name == "--version":
        say(_version())
        return 0
    if name not in COMMANDS:
        raise UsageError(_unknown(name))
    command = import_module(COMMANDS[name].module)
    parser = Parser(prog=f"shenbao {name}", description=f"{COMMANDS[name].summary}。")
    command.add_arguments(parser)
    status: int = command.run(parser.parse_args(rest))
    return status


def _unknown(name: str) -> str:
    known = f"可用的命令有 {'、'.join(COMMANDS)}，用法见 shenbao --help。"
    if not name:
        return f"没有写命令，{known}"
    if name.startswith("-"):
        return f"“{name}”要写在命令之后，{known}"
    return f"没有“{name}”这个命令，{known}"


def _help() -> str:
    longest = max(map(width, COMMANDS))
    listed = (f"  {name:<{longest}}  {each.summary}" for name, each in COMMANDS.items())
    lines = (
        "用法：shenbao 命令 [参数…]",
        "",
        "读取并检查河北省省级工业互联网平台申报书（冀工信软件函〔2022〕719号），全部在本机完成。",
        "",
        *listed,
        "",
        "各命令的用法：shenbao 命令 --help；版本：shenbao --version。",
        "退出码：0 完成；1 检查发现错误，或一批中有没能读取的；2 用法不对，或材料无法读取。",
    )
    return "\n".join(lines)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"shenbao {version('shenbao')}"
    except PackageNotFoundError:
        return "shenbao（没有安装，直接从源码运行）"


if __name__ == "__main__":
    sys.exit(main())

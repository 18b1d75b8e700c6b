"""`shenbao ui`: the pages, served on this machine or to others."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from contextlib import closing
from ipaddress import ip_address
from pathlib import Path
from typing import Final

from ui.arguments import Parser
from ui.faults import UsageError
from ui.terminal import say

__all__ = ["add_arguments", "run"]

_APP: Final = Path(__file__).resolve().parents[1] / "app.py"
_HERE: Final = "127.0.0.1"
_PORT: Final = 8501
_NO_WELCOME: Final = "--logger.hideWelcomeMessage=true"
_SHOWN: Final = {"0.0.0.0": "本机地址", "::": "本机地址"}  # noqa: S104 - shown, not bound


def add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "--address",
        metavar="地址",
        default=_HERE,
        help="在哪个地址提供；默认 127.0.0.1，只有本机能打开。写 0.0.0.0 时别人也能打开，要先设账号",
    )
    parser.add_argument("--port", metavar="端口", type=_port, default=_PORT, help="默认 8501")
    parser.add_argument(
        "--host",
        dest="hosts",
        metavar="名称",
        action="append",
        default=[],
        help="只接受以这个名称（或地址）打开的网页，可以写多次；默认本机以外不限",
    )
    parser.epilog = (
        "按 Ctrl+C 停止。没有账号时，网页只对本机提供，不用登录；"
        "提供给别人以前，先用 shenbao admin create 建立管理员，并用反向代理加上 HTTPS。"
    )


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 2**16:
        raise ArgumentTypeError(f"端口应是 1 至 65535 的数字，不能是“{text}”")
    return int(text)


def run(options: Namespace) -> int:
    """Serve until stopped: what `streamlit run ui/app.py` does, settings beside the script included.

    Raises UsageError where others could reach the pages and no account is set up.
    """
    if not _only_here(options.address) and not _accounts():
        raise UsageError(
            f"要在 {options.address} 上提供给别人，先用 shenbao admin create 登录名 建立管理员账号。"
        )
    from click import Abort
    from streamlit.web.cli import main

    shown = options.hosts[0] if options.hosts else _SHOWN.get(options.address, options.address)
    say(f"网页在 http://{shown}:{options.port} ，用浏览器打开；按 Ctrl+C 停止。")
    try:
        main(["run", str(_APP), *_settings(options)], prog_name="streamlit", standalone_mode=False)
    except (Abort, KeyboardInterrupt):  # Ctrl+C is how it is ended
        say("已停止。")
    return 0


def _settings(options: Namespace) -> list[str]:
    # Streamlit's own welcome is English, and asks a server elsewhere for this machine's address.
    settings = [f"--server.address={options.address}", f"--server.port={options.port}", _NO_WELCOME]
    if options.hosts:
        return [*settings, *(f"--server.allowedHosts={each}" for each in options.hosts)]
    # With accounts a page elsewhere gains nothing by a name of its own: it has not the login's cookie.
    return settings if _only_here(options.address) else [*settings, "--server.allowedHosts=*"]


def _only_here(address: str) -> bool:
    """Whether nobody but this machine can reach it."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"


def _accounts() -> bool:
    from ui.store import StoreError, open_store

    try:
        with closing(open_store()) as store:
            return store.accounts.exist()
    except StoreError as error:
        raise UsageError(str(error)) from error

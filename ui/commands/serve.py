"""`shenbao ui`: the pages, served on this machine."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ui.arguments import Parser

__all__ = ["add_arguments", "run"]

_APP = Path(__file__).resolve().parents[1] / "app.py"


def add_arguments(parser: Parser) -> None:
    parser.epilog = "在本机 127.0.0.1:8501 提供网页，按 Ctrl+C 停止。"


def run(options: Namespace) -> int:
    """Serve until stopped: what `streamlit run ui/app.py` does, settings beside the script included."""
    from streamlit.web.cli import main

    main(["run", str(_APP)], prog_name="streamlit")
    return 0

"""Without a configured endpoint nothing is sent anywhere: a process without sockets answers all the same."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.ui.cli.commanding import faultless

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import os, sys, socket

def refuse(*arguments, **named):
    raise AssertionError("a socket was opened")

socket.socket.connect = socket.socket.connect_ex = socket.create_connection = socket.getaddrinfo = refuse
for name in [each for each in os.environ if each.startswith(("SHENBAO_", "OPENAI_"))]:
    del os.environ[name]
from ui.cli import main
status = 0
for question in sys.argv[2:]:
    status |= main(["ask", question, "--submission", sys.argv[1], "--json"])
heavy = {"langchain", "langchain_openai", "openai", "httpx", "chromadb", "streamlit", "numpy"}
print(sorted(heavy & set(sys.modules)))
raise SystemExit(status)
"""


def test_the_notice_and_a_filing_are_answered_without_a_socket_and_without_a_model(tmp_path: Path) -> None:
    path = tmp_path / "申报书.docx"
    path.write_bytes(faultless("applicant.contact.mobile"))
    questions = ["申报材料什么时候截止？", "还缺什么？", "申报书里怎么写数据安全的", "总结一下"]
    command = [sys.executable, "-X", "utf8", "-c", PROGRAM, str(path), *questions]
    home = {
        **os.environ,
        "XDG_DATA_HOME": str(tmp_path),
        "LOCALAPPDATA": str(tmp_path),
        "HOME": str(tmp_path),
    }
    run = subprocess.run(command, env=home, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    *replies, heavy = run.stdout.splitlines()
    assert [json.loads(each)["answered"] for each in replies] == [True] * 4
    assert heavy == "[]"

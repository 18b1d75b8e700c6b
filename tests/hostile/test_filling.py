"""Filings with something behind them that is slow to look for labels and answers in."""

from __future__ import annotations

import io
import json
import time
import zipfile
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

import pytest

from eval.filings.hand import HANDS
from eval.filings.styles import STYLES
from eval.filings.truth import draw
from tests.hostile.conftest import SECONDS
from ui.cli import main


def filing(behind: str) -> bytes:
    """A sound filing with one more paragraph at its end."""
    truth = draw(11, "区域", traps=False)
    sound = STYLES["printed"](truth, HANDS["careful"], Random(11)).docx  # noqa: S311 - a seed, no secret
    more = f'<w:p><w:r><w:t xml:space="preserve">{escape(behind)}</w:t></w:r></w:p>'
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sound)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                before, end, after = data.decode().rpartition("<w:sectPr")
                data = f"{before}{more}{end}{after}".encode()
            target.writestr(name, data)
    return made.getvalue()


LINES = {
    "a long word": "平台能力" * 300_000,
    "boxes": "□钢铁☑石化" * 50_000,
    "digits": "(4)接入设备数量：" + "1" * 300_000,
    "Chinese digits": "投资总额：" + "一百" * 100_000,
    "labels": "平台名称：" * 60_000,
    "brackets": "（" * 200_000,
    "blanks": f"平台名称{' ' * 500_000}x",
    "low lines": f"平台名称{'_' * 500_000}x",
    "dates": "填报日期：2022年" + "1月" * 100_000,
    "an address": "E-mail：" + "a.b@" * 100_000,
    "dots": "联系人：" + "。.·" * 100_000,
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES.keys())
def test_an_endless_line_keeps_nothing_else_from_being_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    path = tmp_path / "申报书.docx"
    path.write_bytes(filing(line))
    started = time.monotonic()
    assert main(["check", str(path), "--json"]) in {0, 1}
    assert time.monotonic() - started <= SECONDS
    told = json.loads(capsys.readouterr().out)
    assert len(told["states"]) == 97
    assert told["submission"]["platform"]["name"] == draw(11, "区域", traps=False).values["platform.name"]

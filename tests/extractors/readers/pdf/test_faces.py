"""What a PDF says of how its text is set."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extractors.appearance import Paper
from extractors.readers import read
from extractors.readers.pdf.faces import family_of

NAMES = {
    b"ABCDEF+SimSun": ("SimSun", False),
    b"FangSong_GB2312": ("FangSong_GB2312", False),
    b"SimHei,Bold": ("SimHei", True),
    "ABCDEF+宋体".encode(): ("宋体", False),
    "宋体".encode("gbk").decode("latin-1").encode(): ("宋体", False),
    b"ABCDEF+NotoSansCJKjp-Regular": ("", False),
    b"STSong-Light": ("", False),
}


@pytest.mark.parametrize(("written", "meant"), NAMES.items())
def test_a_font_s_name_is_its_family(written: bytes, meant: tuple[str, bool]) -> None:
    assert family_of(written) == meant


def test_sizes_line_distances_and_paper_are_measured(tmp_path: Path) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    path = tmp_path / "正文.pdf"
    canvas = Canvas(str(path), pagesize=(595.3, 841.9))
    canvas.setFont("STSong-Light", 14)
    text = "平台面向装备制造企业提供设备接入与数据分析服务覆盖研发生产"
    for line in range(4):
        canvas.drawString(72, 700 - 29 * line, text)
    canvas.save()
    found = read(path).appearance
    assert found is not None
    (paper,), (setting,) = found.papers, found.paragraphs
    assert paper == pytest.approx(Paper(595.3, 841.9), abs=0.1)
    assert setting.text == text * 4
    assert [(face.font, face.size) for face, _ in setting.faces] == [("", 14.0)]
    assert setting.characters == 4 * len(text)
    assert setting.pitch is not None
    assert setting.pitch.rule == "measured"
    assert setting.pitch.value == pytest.approx(29.0, abs=0.4)

"""A page of a form, drawn: a table, tick boxes of all kinds, a stamp."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 595.0, 842.0  # points
DOTS = 150 / 72  # pixels a point
EM = 12.0  # points
LABELS = ("单位名称", "组织机构代码", "企业性质", "注册资本", "建设方式", "单位地址")
VALUES = (
    "河北某某云智科技有限公司",
    "91130102MA0ABCDE1X",
    "国有民营三资其他",
    "26578万元",
    "接入窗口三处",
    "石家庄市桥西区中山路8号",
)
COLUMNS = (60.0, 180.0, 530.0)
ROWS = (120.0, 160.0, 200.0, 240.0, 280.0, 320.0, 360.0)
TICKED = 1  # of 国有, 民营, 三资, 其他
RED = (205, 35, 45)

Picture = NDArray[Any]


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    for name in ("NotoSansCJK-Regular.ttc", "msyh.ttc", "simhei.ttf", "PingFang.ttc", "wqy-zenhei.ttc"):
        try:
            return ImageFont.truetype(name, size)
        except OSError:
            continue
    pytest.skip("no font with Chinese characters is installed")


class Paper:
    """What is drawn on it is told in points."""

    def __init__(self, *, dots: float = DOTS) -> None:
        self.dots = dots
        self.image = Image.new("RGB", (round(WIDTH * dots), round(HEIGHT * dots)), (250, 249, 247))
        self.draw = ImageDraw.Draw(self.image)

    def text(self, x: float, y: float, words: str, *, size: float = EM, color: Any = (20, 20, 20)) -> None:
        self.draw.text((x * self.dots, y * self.dots), words, font=font(round(size * self.dots)), fill=color)

    def line(self, x0: float, y0: float, x1: float, y1: float, *, wide: int = 2) -> None:
        ends = [each * self.dots for each in (x0, y0, x1, y1)]
        self.draw.line(ends, fill=(20, 20, 20), width=wide)

    def box(self, x: float, y: float, *, mark: str = "", side: float = 10.0) -> None:
        """A tick box. `mark`: "" blank, "tick", "cross", "full", "beside" for one drawn across its corner."""
        s, d = side, self.dots
        self.draw.rectangle([x * d, y * d, (x + s) * d, (y + s) * d], outline=(20, 20, 20), width=2)
        if mark == "full":
            self.draw.rectangle([x * d, y * d, (x + s) * d, (y + s) * d], fill=(20, 20, 20))
        strokes = {
            "tick": [(0.2, 0.5), (0.45, 0.8), (0.85, 0.2)],
            "beside": [(0.3, 0.4), (0.5, 0.8), (1.5, -0.4)],
        }.get(mark, [])
        for (ax, ay), (bx, by) in pairwise(strokes):
            self.line(x + ax * s, y + ay * s, x + bx * s, y + by * s, wide=3)
        if mark == "cross":
            self.line(x, y, x + s, y + s)
            self.line(x + s, y, x, y + s)

    def stamp(self, x: float, y: float, *, side: float = 115.0, is_round: bool = True) -> None:
        """A stamp that lets what is under it be seen, as ink does."""
        size = round(side * self.dots)
        mask = Image.new("L", (size, size), 0)
        draw = ImageDraw.Draw(mask)
        wide = max(3, size // 40)
        shape = draw.ellipse if is_round else draw.rectangle
        shape([wide, wide, size - wide, size - wide], outline=210, width=wide)
        draw.text((size * 0.3, size * 0.35), "公章", font=font(round(size * 0.2)), fill=210)
        place = round(x * self.dots), round(y * self.dots)
        under = np.asarray(self.image.crop((*place, place[0] + size, place[1] + size)), dtype=float)
        share = np.asarray(mask, dtype=float)[..., None] / 255
        inked = under * (1 - share) + under * np.array(RED) / 255 * share
        self.image.paste(Image.fromarray(inked.astype(np.uint8)), place)

    @property
    def pixels(self) -> Picture:
        return np.array(self.image)


def form(*, dots: float = DOTS, stamped: bool = True) -> Paper:
    """A table of six rows; the third has four boxes of which one is ticked, a stamp lies over the fourth."""
    paper = Paper(dots=dots)
    paper.text(200, 70, "申报单位基本信息", size=18)
    for y in ROWS:
        paper.line(COLUMNS[0], y, COLUMNS[-1], y)
    for x in COLUMNS:
        paper.line(x, ROWS[0], x, ROWS[-1])
    for y, label, value in zip(ROWS, LABELS, VALUES, strict=False):
        paper.text(COLUMNS[0] + 8, y + 12, label)
        if label == "企业性质":
            for index in range(4):
                x = COLUMNS[1] + 10 + 70 * index
                paper.box(x, y + 16, mark="tick" if index == TICKED else "")
                paper.text(x + 14, y + 12, value[2 * index : 2 * index + 2])
        else:
            paper.text(COLUMNS[1] + 10, y + 12, value)
    for index in range(5):
        paper.text(70, 390 + 24 * index, "本单位承诺所填内容真实完整并对其负责，如有不实愿承担责任。")
    if stamped:
        paper.stamp(190, 235)
    return paper

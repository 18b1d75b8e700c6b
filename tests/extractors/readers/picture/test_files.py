"""Picture files: pages, sizes, turns, limits."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any

import pytest

from extractors.errors import Corrupt, TooLarge
from extractors.readers.picture import first_look, page_size, picture_of

Image = pytest.importorskip("PIL.Image")

A4 = (595, 842)


def saved(path: Path, size: tuple[int, int] = (600, 848), **how: Any) -> Path:
    Image.new("RGB", size, "white").save(path, **how)
    return path


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.bmp", "a.gif", "a.tiff"])
def test_a_picture_is_one_page_to_be_recognised(tmp_path: Path, name: str) -> None:
    path = saved(tmp_path / name)
    pages = first_look(path)
    assert (pages.count, pages.read, pages.unread) == (1, (), (1,))
    image = picture_of(path, 1)
    assert (image.shape, str(image.dtype)) == ((848, 600, 3), "uint8")


def test_each_frame_of_a_tiff_is_a_page(tmp_path: Path) -> None:
    path = tmp_path / "a.tiff"
    frames = [Image.new("L", (300, 424), shade) for shade in (10, 120, 250)]
    frames[0].save(path, save_all=True, append_images=frames[1:])
    assert first_look(path).unread == (1, 2, 3)
    assert [int(picture_of(path, number).mean()) for number in (1, 2, 3)] == [10, 120, 250]


@pytest.mark.parametrize(
    ("size", "how", "expected"),
    [
        ((1654, 2339), {"dpi": (200, 200)}, A4),
        ((1654, 2339), {}, A4),
        ((1654, 2339), {"dpi": (2400, 2400)}, A4),  # a page of 7 cm is none
        ((3000, 4000), {"dpi": (72, 72)}, (631, 842)),  # a camera's 72 dpi says nothing
        ((3307, 2339), {"dpi": (200, 200)}, (1191, 842)),  # A3
    ],
)
def test_the_size_is_the_files_where_that_is_sane(
    tmp_path: Path, size: tuple[int, int], how: dict[str, Any], expected: tuple[int, int]
) -> None:
    assert page_size(saved(tmp_path / "a.jpg", size, **how), 1) == pytest.approx(expected, abs=2)


def test_a_phones_turn_is_undone(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be seen, turn it clockwise
    path = saved(tmp_path / "a.jpg", (848, 600), exif=exif)
    assert picture_of(path, 1).shape == (848, 600, 3)
    width, height = page_size(path, 1)
    assert width < height


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "I;16", "CMYK"])
def test_every_mode_comes_out_as_red_green_blue(tmp_path: Path, mode: str) -> None:
    path = tmp_path / ("a.tiff" if mode == "CMYK" else "a.png")
    image = Image.new(mode, (60, 80), 0 if mode != "CMYK" else (0, 0, 0, 0))
    image.save(path)
    assert picture_of(path, 1).shape == (80, 60, 3)
    if mode in {"LA", "RGBA"}:
        assert picture_of(path, 1).min() == 255  # what is transparent is paper


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "炸弹.png"
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + body)
    for read in (first_look, lambda where: picture_of(where, 1)):
        with pytest.raises(TooLarge, match="炸弹"):
            read(path)


@pytest.mark.parametrize("data", [b"\xff\xd8\xff\xe0 no picture", b"II*\0\xff\xff\xff\xff", b"GIF89a"])
def test_what_is_no_picture_is_damaged(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "坏图.jpg"
    path.write_bytes(data)
    with pytest.raises(Corrupt, match="坏图"):
        first_look(path)


def test_half_a_picture_is_damaged(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", (900, 900))
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(Corrupt):
        picture_of(path, 1)

"""Places are shown on their page, marked; what can't be shown is told of in a sentence."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from extractors.errors import Unsupported
from extractors.form import Evidence
from extractors.workers import Crew
from tests.extractors.readers.picture.drawn import COLUMNS, ROWS, form
from tests.extractors.readers.picture.test_recognition import photographed
from tests.ui.altered import faulty
from ui.pictures import NoPicture, Originals, Picture
from ui.pictures.office import print_pdf

BOX = (200.0, 300.0, 320.0, 330.0)  # points


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew]:
    with Crew(workers=1) as crew:
        yield crew


def at(file: str, *, page: int | None = 1, bbox: tuple[float, float, float, float] | None = BOX) -> Evidence:
    return Evidence(file=file, location="段落 1", quote="一些文字", page=page, bbox=bbox)


def paper(kind: str) -> bytes:
    """A page of A4 at 100 dpi with a black bar in `BOX`."""
    image = Image.new("RGB", (827, 1169), "white")
    ImageDraw.Draw(image).rectangle([each / 72 * 100 for each in BOX], fill="black")
    made = io.BytesIO()
    image.save(made, kind, **({"resolution": 100} if kind == "PDF" else {"dpi": (100, 100)}))
    return made.getvalue()


def colours(png: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(png))
    assert image.format == "PNG"
    return image.convert("RGB")


def red(image: Image.Image) -> tuple[int, int, int, int] | None:
    """The box around what is red."""
    pixels = np.asarray(image).astype(int)
    ys, xs = np.nonzero((pixels[..., 0] > 150) & (pixels[..., 1:].max(axis=-1) < 90))
    return (int(xs.min()), int(ys.min()), int(xs.max()), int(ys.max())) if xs.size else None


@pytest.mark.parametrize("kind", ["PDF", "PNG", "JPEG", "TIFF"])
def test_the_spot_is_marked_where_it_stands(crew: Crew, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"扫描件.{kind.lower()}"
    path.write_bytes(paper(kind))
    with Originals(path, crew=crew) as originals:
        (shown,) = originals.pictures([at(path.name)], whole=True)
    assert isinstance(shown, Picture)
    page, crop = colours(shown.page), colours(shown.crop)
    assert page.width / page.height == pytest.approx(210 / 297, rel=0.01)
    assert crop.width == page.width
    assert crop.height < page.height / 3
    scale = page.width / 595.3
    assert red(page) == pytest.approx([each * scale for each in BOX], abs=8 * scale)
    assert red(crop) is not None


@pytest.mark.parametrize("on_its_head", [False, True])
def test_of_a_photo_the_sheet_is_shown_flat(crew: Crew, tmp_path: Path, *, on_its_head: bool) -> None:
    photo, _ = photographed(form(dots=200 / 72).pixels)
    path = tmp_path / "照片.png"
    Image.fromarray(photo[::-1, ::-1] if on_its_head else photo).save(path)
    first = (COLUMNS[0], ROWS[0], COLUMNS[1], ROWS[1])  # a cell of the form, in points of the sheet
    with Originals(path, crew=crew) as originals:
        (shown,) = originals.pictures([at(path.name, bbox=first)], whole=True)
    assert isinstance(shown, Picture)
    page = np.asarray(colours(shown.page)).astype(int)
    height, width = page.shape[:2]
    assert height / width == pytest.approx(842 / 595, rel=0.05)
    desk = page[height // 3 : -height // 3, [5, -6]]
    assert desk.min() > 100  # paper up to both sides
    left, top, right, bottom = (round(each / 595 * width) for each in first)
    inside = page[top + 8 : bottom - 8, left + 8 : right - 8]
    assert (inside.max(axis=2) < 110).mean() > 0.02  # the words that stand there


def test_files_in_folders_and_in_archives_in_archives_are_found_by_their_names(
    crew: Crew, tmp_path: Path
) -> None:
    inner, outer = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("执照.png", paper("PNG"))
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr("材料/申报书.pdf", paper("PDF"))
        archive.writestr("材料/附件.zip", inner.getvalue())
    path = tmp_path / "材料.zip"
    path.write_bytes(outer.getvalue())
    with Originals(path, crew=crew) as originals:
        shown = originals.pictures(
            [at("材料/申报书.pdf"), at("材料/附件.zip/执照.png"), at("材料/没有.pdf"), at("../申报书.pdf")]
        )
    assert [type(each) for each in shown] == [Picture, Picture, NoPicture, NoPicture]
    folder = tmp_path / "文件夹"
    folder.mkdir()
    (folder / "执照.jpg").write_bytes(paper("JPEG"))
    with Originals(folder, crew=crew) as originals:
        assert isinstance(originals.pictures([at("执照.jpg")])[0], Picture)


def test_one_file_is_shown_whatever_the_evidence_calls_it(crew: Crew, tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(paper("PDF"))
    with Originals(path, crew=crew) as originals:
        assert isinstance(originals.pictures([at("某平台申报书.pdf")])[0], Picture)


def _huge_png() -> bytes:
    header = struct.pack(">2I5B", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7\n%%EOF", paper("PDF")[:900], _huge_png(), b"PK\x03\x04 rubbish", b"\0" * 4000, b"hello"],
    ids=["empty", "no page", "cut off", "huge", "broken archive", "zeros", "text"],
)
def test_a_file_that_cannot_be_drawn_gets_a_sentence(crew: Crew, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "申报书.pdf"
    path.write_bytes(data)
    with Originals(path, crew=crew) as originals:
        (shown,) = originals.pictures([at(path.name)])
    assert isinstance(shown, NoPicture)
    assert shown.reason.endswith("。")
    assert "Traceback" not in shown.reason


@pytest.mark.parametrize(
    "bbox",
    [None, (-50.0, -80.0, -10.0, -20.0), (5000.0, 9000.0, 5100.0, 9020.0), (0.0, 0.0, 595.0, 842.0)],
)
def test_a_box_that_is_none_or_off_the_page_leaves_the_page(
    crew: Crew, tmp_path: Path, bbox: tuple[float, float, float, float] | None
) -> None:
    path = tmp_path / "申报书.pdf"
    path.write_bytes(paper("PDF"))
    with Originals(path, crew=crew) as originals:
        (shown,) = originals.pictures([at(path.name, bbox=bbox)])
    assert isinstance(shown, Picture)
    assert colours(shown.crop).height > 50


def test_what_has_no_pages_is_shown_by_the_lines_around_it(crew: Crew, tmp_path: Path) -> None:
    path = tmp_path / "申报书.docx"
    path.write_bytes(faulty())
    evidence = Evidence(file=path.name, location="表 1 行 4", quote="单位地址\t待补充")
    with Originals(path, crew=crew, office=False) as originals:
        (shown,) = originals.pictures([evidence])
        (around,) = originals.contexts([evidence])
    assert isinstance(shown, NoPicture)
    assert around is not None
    assert "注册资本" in "".join(around.before)
    assert "联系人" in "".join(around.after)


def test_without_libreoffice_the_reason_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def soffice() -> Path:
        raise Unsupported("读不了旧格式。")

    monkeypatch.setattr("ui.pictures.office.soffice", soffice)
    path = tmp_path / "申报书.docx"
    path.write_bytes(faulty())
    with pytest.raises(Unsupported, match="没有页面图"):
        print_pdf(path, tmp_path / "made")


@pytest.mark.needs_libreoffice
def test_a_word_file_is_shown_on_the_page_where_its_words_stand(crew: Crew, tmp_path: Path) -> None:
    path = tmp_path / "申报书.docx"
    path.write_bytes(faulty())
    known = Evidence(file=path.name, location="表 1 行 4", quote="单位地址\t待补充")
    short = Evidence(file=path.name, location="表 1 行 6", quote="手机")  # told by its neighbours
    unknown = Evidence(file=path.name, location="段落 999", quote="这句话申报书里没有，一个字也没有")
    alone = Evidence(file=path.name, location="段落 999", quote="平台")  # stands everywhere
    with Originals(path, crew=crew) as originals:
        found, word, missing, anywhere = originals.pictures([known, short, unknown, alone])
    assert isinstance(found, Picture)
    assert found.printed
    assert found.number > 1
    assert isinstance(word, Picture)
    assert word.number == found.number
    assert isinstance(missing, NoPicture)
    assert isinstance(anywhere, NoPicture)

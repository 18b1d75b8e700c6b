"""In a worker: a text document as LibreOffice prints it, and where on those pages some words stand."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from extractors.document import Box
from extractors.errors import Corrupt, ReadError, Unsupported
from extractors.guard import kind_of, read_bytes
from extractors.readers.legacy.office import environment, soffice, write_settings
from extractors.text import nfkc, squeeze

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

__all__ = ["PRINTED", "Place", "places", "print_pdf"]

PRINTED: Final = "given.pdf"
_SUFFIXES: Final = {
    "docx": ".docx",
    "doc": ".doc",
    "wps": ".wps",
    "rtf": ".rtf",
    "odt": ".odt",
    "html": ".html",
    "mhtml": ".doc",
}
_MOST_CHARACTERS: Final = 100_000  # of a page that is searched
_SHORTEST: Final = 4  # characters that tell a place by themselves: fewer stand in many
_LONGEST: Final = 60  # characters of a piece: what is longer goes over lines and pages
_TRIED: Final = 20  # places of a page where the longest piece stands
_NEAR: Final = 200  # characters among which the lines around it stand
_SURER: Final = 0.05  # of a place, for each of them
_REACH: Final = 3  # lengths of a quote within which its pieces stand
_ENOUGH: Final = 0.5  # of a quote's characters have to be found near each other
# Boxes look otherwise in each font, and what is filled in stands among the form's own marks.
_UNSURE: Final = re.compile("[\u25a0-\u25ff\u2610-\u2612\u2713-\u2718\ufffc\ufffd_\uf000-\uf0ff]+")


# What crosses to another process is plain: a page of the PDF, and the box around the words in points.
Place: TypeAlias = tuple[int, Box]


def print_pdf(path: Path, folder: Path) -> None:
    """Make `PRINTED`, a PDF of a text document, in `folder`, which is new. Raises a ReadError.

    There is no time limit here: the worker that runs this is killed with what it started.
    """
    kind = kind_of(read_bytes(path))
    if kind not in _SUFFIXES:
        raise Unsupported("这种文件没有固定的页，没有页面图。")
    try:
        program = soffice()
    except Unsupported as error:  # its own sentence is about reading
        raise Unsupported("本机没有安装 LibreOffice，这种文件没有页面图。") from error
    given, profile = folder / f"given{_SUFFIXES[kind]}", folder / "profile"
    folder.mkdir(parents=True)
    given.write_bytes(read_bytes(path))
    write_settings(profile)
    command = [
        str(program),
        f"-env:UserInstallation={profile.resolve().as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
        *("--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder), str(given)),
    ]
    try:
        subprocess.run(  # noqa: S603 - the program that was found above
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
            cwd=folder,
            env=environment(folder),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise ReadError("LibreOffice 启动失败，没有画出页面。") from error
    if not (folder / PRINTED).is_file():
        raise Corrupt("LibreOffice 打不开这个文件，没有画出页面。")


def places(pdf: Path, quotes: Sequence[tuple[str, Sequence[str]]]) -> list[Place | None]:
    """Where each quote stands in the PDF; None where it is not found, or only in part.

    Each comes with lines that stand around it: of several places where it stands they tell which is meant.
    """
    wanted = [(_pieces(quote), [_bare(each)[:_LONGEST] for each in around]) for quote, around in quotes]
    best: list[tuple[float, Place | None]] = [(0.0, None)] * len(quotes)
    for page in _pages(pdf):
        for at, (pieces, around) in enumerate(wanted):
            share, place = page.find(pieces, around) if pieces else (0.0, None)
            if place is not None and share > best[at][0]:
                best[at] = share, place
    return [
        place if score >= _needed(pieces) else None
        for (score, place), (pieces, _) in zip(best, wanted, strict=True)
    ]


def _pieces(quote: str) -> list[str]:
    """What is looked for: a cell or line each, without blanks and boxes, the beginning of long ones."""
    parts = (each for line in quote.split("\n") for cell in line.split("\t") for each in _UNSURE.split(cell))
    return [piece[:_LONGEST] for piece in map(_bare, parts) if piece]


def _needed(pieces: Sequence[str]) -> float:
    """The score that a place must have: a short word stands in many, so its neighbours must be there."""
    return _ENOUGH if sum(map(len, pieces)) >= _SHORTEST else 1.0 + 2 * _SURER


def _bare(text: str) -> str:
    return nfkc(squeeze(text))


class _Page(NamedTuple):
    """The text of one page without blanks, and where each of its characters stands."""

    number: int
    text: str
    boxes: tuple[Box, ...]

    def find(self, pieces: Sequence[str], around: Sequence[str]) -> tuple[float, Place | None]:
        """The share of the pieces' characters that stands here together, and the box around them.

        A little more than the share where the lines around stand there too.
        """
        longest, whole = max(pieces, key=len), sum(map(len, pieces))
        most, best = 0.0, list[tuple[int, int]]()
        for found in islice(re.finditer(re.escape(longest), self.text), _TRIED):
            spans = self._together(found.start(), longest, pieces)
            near = self.text[max(spans[0][0] - _NEAR, 0) : spans[0][1] + _NEAR]
            score = _length(spans) / whole + _SURER * sum(each in near for each in around)
            if score > most:
                most, best = score, spans
        if not best:
            return 0.0, None
        boxes = [self.boxes[at] for start, end in best for at in range(start, end)]
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        return most, (self.number, (min(lefts), min(tops), max(rights), max(bottoms)))

    def _together(self, anchor: int, longest: str, pieces: Sequence[str]) -> list[tuple[int, int]]:
        """Where the longest piece stands, and the others before and after it, the nearest ones."""
        spans = [(anchor, anchor + len(longest))]
        reach = _REACH * sum(map(len, pieces))
        middle = pieces.index(longest)
        end = anchor
        for piece in reversed(pieces[:middle]):
            at = self.text.rfind(piece, max(anchor - reach, 0), end)
            if at >= 0:
                spans.append((at, at + len(piece)))
                end = at
        start = spans[0][1]
        for piece in pieces[middle + 1 :]:
            at = self.text.find(piece, start, anchor + reach)
            if at >= 0:
                spans.append((at, at + len(piece)))
                start = spans[-1][1]
        return spans


def _length(spans: Sequence[tuple[int, int]]) -> int:
    return sum(end - start for start, end in spans)


def _pages(pdf: Path) -> Iterator[_Page]:
    from extractors.readers.pdf.opened import opened, page_of, upright

    with opened(pdf) as document:
        for number in range(1, len(document) + 1):
            with page_of(document, number) as page:
                if page is not None:
                    to_page = upright(page).box
                    found = [
                        (each, to_page(*box)) for letter, box in _letters(page) for each in _bare(letter)
                    ]
                    yield _Page(number, "".join(each for each, _ in found), tuple(box for _, box in found))


def _letters(page: PdfPage) -> Iterator[tuple[str, Box]]:
    """Each character with its box in the page's own coordinates."""
    from pypdfium2 import raw

    text = page.get_textpage()
    try:
        for at in range(min(text.count_chars(), _MOST_CHARACTERS)):
            code = raw.FPDFText_GetUnicode(text, at)
            if code:
                yield chr(code), text.get_charbox(at)
    finally:
        text.close()

"""What is done to a finished PDF: it is turned, cropped, laid two-up, locked, its fonts broken."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

import pikepdf

from eval.formats.filed import UPRIGHT, Matrix, Patch, Sheet

__all__ = ["REWORKED", "Rework", "locked", "two_up", "unmapped"]

Rework = Callable[[bytes], tuple[bytes, tuple[Sheet, ...] | None]]
_BOXES: Final[Mapping[str, int]] = {
    "25A1": 0xF0A8,
    "2610": 0xF0A8,
    "2611": 0xF0FE,
    "2612": 0xF0FD,
    "25A0": 0xF06E,
}


def _saved(pdf: pikepdf.Pdf, **how: object) -> bytes:
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, **how)  # type: ignore[arg-type]
    return out.getvalue()


def _size(page: pikepdf.Page) -> tuple[float, float]:
    x0, y0, x1, y1 = (float(each) for each in page.mediabox)
    return x1 - x0, y1 - y0


def drawn_turned(data: bytes) -> tuple[bytes, tuple[Sheet, ...] | None]:
    """Every third page drawn on its side and turned back by /Rotate: it looks as before."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            width, height = _size(page)
            if number % 3 == 1:
                page.contents_add(b"q 0 1 -1 0 %.2f 0 cm" % height, prepend=True)
                page.contents_add(b"Q")
                page.mediabox = pikepdf.Array([0, 0, height, width])
                page.Rotate = 90
            elif number % 3 == 2:
                page.contents_add(b"q -1 0 0 -1 %.2f %.2f cm" % (width, height), prepend=True)
                page.contents_add(b"Q")
                page.Rotate = 180
        return _saved(pdf), None


def sideways(data: bytes) -> tuple[bytes, tuple[Sheet, ...] | None]:
    """Pages that lie on their side when the file is opened. Boxes may be told as shown or as read."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        sheets = []
        for number, page in enumerate(pdf.pages, 1):
            _, height = _size(page)
            page.Rotate = 90
            shown: Matrix = (0, -1, height, 1, 0, 0, 0, 0, 1)
            sheets.append((Patch(number, shown), Patch(number, UPRIGHT)))
        return _saved(pdf), tuple(sheets)


def cropped(data: bytes) -> tuple[bytes, tuple[Sheet, ...] | None]:
    """A larger paper with printer's words outside of what is shown, and a corner that is not 0, 0."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        font = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
        )
        for page in pdf.pages:
            width, height = _size(page)
            name = page.add_resource(font, pikepdf.Name.Font)
            page.contents_add(b"q 1 0 0 1 120 90 cm", prepend=True)
            note = b"Q BT %s 9 Tf 130 40 Td (CROP MARK 9999 do not print) Tj ET" % str(name).encode()
            page.contents_add(note)
            page.mediabox = pikepdf.Array([20, 10, 120 + width + 60, 90 + height + 50])
            page.cropbox = pikepdf.Array([120, 90, 120 + width, 90 + height])
        return _saved(pdf), None


def two_up(data: bytes) -> tuple[bytes, tuple[Sheet, ...] | None]:
    """Two pages side by side on a sheet lying across, as for saving paper."""
    with pikepdf.open(io.BytesIO(data)) as source, pikepdf.new() as pdf:
        pages = list(source.pages)
        sheets = []
        for first in range(0, len(pages), 2):
            pair = pages[first : first + 2]
            width, height = _size(pair[0])
            scale = min(height / 2 / width, width / height)
            sheet = pdf.add_blank_page(page_size=(height, width))
            patches, content = [], b""
            for at, page in enumerate(pair):
                form = pdf.copy_foreign(page.as_form_xobject())
                name = sheet.add_resource(form, pikepdf.Name.XObject)
                left = at * height / 2 + (height / 2 - width * scale) / 2
                content += b"q %.5f 0 0 %.5f %.3f %.3f cm %s Do Q " % (
                    scale, scale, left, width - height * scale, str(name).encode(),
                )  # fmt: skip
                patches.append(Patch(first + at + 1, (scale, 0, left, 0, scale, 0, 0, 0, 1)))
            sheet.contents_add(content)
            sheets.append(tuple(patches))
        return _saved(pdf), tuple(sheets)


def locked(data: bytes, *, user: str = "", owner: str = "sesame") -> bytes:
    """With a password to open it, or only one to change it."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        allowed = pikepdf.Permissions(extract=False, modify_other=False, print_lowres=True)
        out = io.BytesIO()
        # An encrypted file takes its id into its key: no wish for a fixed one is heard.
        pdf.save(out, encryption=pikepdf.Encryption(user=user, owner=owner, R=6, allow=allowed))
        return out.getvalue()


def owner_locked(data: bytes) -> tuple[bytes, tuple[Sheet, ...] | None]:
    return locked(data), None


def unmapped(data: bytes, *, pages: Iterable[int], garbage: bool = False) -> bytes:
    """These pages (from 1) look right and say nothing: fonts without, or with a wrong, ToUnicode."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number in pages:
            page = pdf.pages[number - 1]
            resources = pikepdf.Dictionary(dict(page.Resources.items()))
            fonts = {}
            for name, font in page.Resources.Font.items():
                own = pikepdf.Dictionary(dict(font.items()))
                if garbage:
                    own.ToUnicode = pdf.make_stream(_shifted(font.ToUnicode.read_bytes()))
                elif "/ToUnicode" in own:
                    del own["/ToUnicode"]
                fonts[name] = pdf.make_indirect(own)
            resources.Font = pikepdf.Dictionary(fonts)
            page.obj.Resources = resources
        return _saved(pdf)


def wingdings(data: bytes) -> tuple[bytes, tuple[Sheet, ...] | None]:
    """Boxes as Word prints those of Wingdings: private-use code points in the text."""
    return _with_boxes(data, _BOXES.get), None


def nameless_boxes(data: bytes) -> tuple[bytes, tuple[Sheet, ...] | None]:
    """Boxes whose font says nothing about them: drawn right, and no text."""
    return _with_boxes(data, lambda code: 0 if code in _BOXES else None), None


def _with_boxes(data: bytes, code_for: Callable[[str], int | None]) -> bytes:
    """Change what the fonts say of boxes; 0 takes the entry out."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary) and "/ToUnicode" in each:
                text = each.ToUnicode.read_bytes().decode("latin-1")
                each.ToUnicode = pdf.make_stream(_remapped(text, code_for).encode("latin-1"))
        return _saved(pdf)


def _remapped(cmap: str, code_for: Callable[[str], int | None]) -> str:
    def entry(match: re.Match[str]) -> str:
        new = code_for(match[2].upper())
        if new is None:
            return match[0]
        return "" if new == 0 else f"<{match[1]}> <{new:04X}>"

    def block(match: re.Match[str]) -> str:
        entries = [
            line for line in re.sub(r"<(\w+)>\s*<(\w+)>", entry, match[2]).splitlines() if line.strip()
        ]
        return f"{len(entries)} beginbfchar\n" + "\n".join(entries) + "\nendbfchar" if entries else ""

    return re.sub(r"(\d+) beginbfchar(.*?)endbfchar", block, cmap, flags=re.DOTALL)


def _shifted(cmap: bytes) -> bytes:
    """Every code said to be a character some places on: letters that make no words."""
    text = cmap.decode("latin-1")
    moved = re.sub(
        r"(<\w+>\s*)<(\w{4})>",
        lambda match: f"{match[1]}<{(int(match[2], 16) * 7 + 1361) % 0x4F00 + 0x2E80:04X}>",
        text,
    )
    return moved.encode("latin-1")


REWORKED: Final[Mapping[str, Rework]] = {
    "pdf-turned": drawn_turned,
    "pdf-sideways": sideways,
    "pdf-cropped": cropped,
    "pdf-twoup": two_up,
    "pdf-owner-locked": owner_locked,
    "pdf-wingdings": wingdings,
    "pdf-nameless-boxes": nameless_boxes,
}

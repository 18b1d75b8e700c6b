"""OFD files from the XML of their parts, as small as they can be. Measures are millimetres."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from extractors.page import Page, Run
from extractors.readers import ofd

NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
MM = 72 / 25.4


def part(root: str, content: str, attributes: str = "") -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f"{head}<ofd:{root} {NAMESPACE} {attributes}>{content}</ofd:{root}>".encode()


def page_part(objects: str, *, before: str = "", area: str = "0 0 210 297") -> bytes:
    box = f"<ofd:Area><ofd:PhysicalBox>{area}</ofd:PhysicalBox></ofd:Area>" if area else ""
    layer = f'<ofd:Content><ofd:Layer ID="9" Type="Body">{objects}</ofd:Layer></ofd:Content>'
    return part("Page", box + before + layer)


def ofd_file(
    *pages: bytes | str,
    fonts: str = "",
    resources: str = "",
    common: str = "",
    document: str = "",
    body: str = "",
    more: Mapping[str, bytes] | None = None,
) -> bytes:
    """Each page is its part, or the objects of its one layer."""
    listed = "".join(
        f'<ofd:Page ID="{100 + index}" BaseLoc="Pages/Page_{index}/Content.xml"/>'
        for index in range(len(pages))
    )
    root = f"<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>{body}</ofd:DocBody>"
    parts = {
        "OFD.xml": part("OFD", root, 'Version="1.0" DocType="OFD"'),
        "Doc_0/Document.xml": part(
            "Document",
            "<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
            f"<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>{common}</ofd:CommonData>"
            f"<ofd:Pages>{listed}</ofd:Pages>{document}",
        ),
        "Doc_0/PublicRes.xml": part("Res", f"<ofd:Fonts>{fonts}</ofd:Fonts>{resources}", 'BaseLoc="Res"'),
    }
    for index, page in enumerate(pages):
        content = page_part(page) if isinstance(page, str) else page
        parts[f"Doc_0/Pages/Page_{index}/Content.xml"] = content
    return zipped({**parts, **(more or {})})


def zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def text(
    words: str,
    *,
    x: float = 20,
    y: float = 20,
    size: float = 4,
    code: str = "",
    attributes: str = "",
    inside: str = "",
) -> str:
    """A text object whose boundary starts at (x, y); its letters step by their size unless `code` says."""
    steps = code or (f'X="0" Y="{0.88 * size}" DeltaX="g {len(words) - 1} {size}"' if len(words) > 1 else
                     f'X="0" Y="{0.88 * size}"')  # fmt: skip
    return (
        f'<ofd:TextObject ID="7" Boundary="{x} {y} {size * len(words)} {size}" Size="{size}" {attributes}>'
        f"{inside}<ofd:TextCode {steps}>{words}</ofd:TextCode></ofd:TextObject>"
    )


def path(data: str, *, x: float = 0, y: float = 0, attributes: str = "", inside: str = "") -> str:
    return (
        f'<ofd:PathObject ID="8" Boundary="{x} {y} 210 297" {attributes}>{inside}'
        f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def page_of(*pages: bytes | str, **named: str) -> Page:
    """The first page of such a file, read."""
    return ofd.pages(ofd_file(*pages, **named), name="甲.ofd").read[0]  # type: ignore[arg-type]


def texts(page: Page) -> list[str]:
    return [run.text for run in page.runs if not run.hidden]


def box(run: Run) -> tuple[float, ...]:
    """In millimetres."""
    return tuple(round(each / MM, 2) for each in run[1:5])

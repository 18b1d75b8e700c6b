"""OFD files that loop, lie, unpack to gigabytes, or name what is outside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tests.extractors.readers.ofds import ofd_file, page_part, part, path, text, zipped
from tests.hostile.archives import archive, entry, repeated
from tests.hostile.bad_pictures import jpeg, png, tiff, tiff_tags, zeros
from tests.hostile.pdfs import LINES

Make = Callable[[], bytes]
FILING = "".join(text(line, y=20 + 8 * at) for at, line in enumerate(LINES))
PAGE = "Doc_0/Pages/Page_0/Content.xml"


def filing(more: str = "", **named: Any) -> bytes:
    return ofd_file(FILING + more, **named)


def with_parts(parts: Mapping[str, bytes], *, body: str = FILING, **named: Any) -> bytes:
    return ofd_file(body, more=parts, **named)


def steps(written: str) -> str:
    return text("平台", code=f'X="0" Y="4" DeltaX="{written}"')


def composites(fan: int, depth: int, *, circle: bool = False) -> bytes:
    """Each draws the next one so many times; the last one the first where they are a circle."""
    units = []
    for at in range(depth):
        following = (at + 1) % depth if circle else at + 1
        drawn = f'<ofd:CompositeObject ID="7" Boundary="0 0 9 9" ResourceID="{500 + following}"/>' * fan
        units.append(
            f'<ofd:CompositeGraphicUnit ID="{500 + at}" Width="9" Height="9"><ofd:Content>{drawn}</ofd:Content>'
            "</ofd:CompositeGraphicUnit>"
        )
    resources = f"<ofd:CompositeGraphicUnits>{''.join(units)}</ofd:CompositeGraphicUnits>"
    used = '<ofd:CompositeObject ID="7" Boundary="0 0 9 9" ResourceID="500"/>'
    return filing(used, resources=resources)


def template(content: bytes, *, common: str = '<ofd:TemplatePage ID="3" BaseLoc="Tpls/T.xml"/>') -> bytes:
    used = page_part(FILING, before='<ofd:Template TemplateID="3" ZOrder="Background"/>')
    return ofd_file(used, common=common, more={"Doc_0/Tpls/T.xml": content})


def template_in_itself() -> bytes:
    return template(page_part(text("样"), before='<ofd:Template TemplateID="3"/>'))


def template_is_the_page() -> bytes:
    common = '<ofd:TemplatePage ID="3" BaseLoc="Pages/Page_0/Content.xml"/>'
    return template(page_part(""), common=common)


def parameters_in_a_circle() -> bytes:
    chain = '<ofd:DrawParam ID="60" Relative="61"/><ofd:DrawParam ID="61" Relative="60"/>'
    drawn = path("M 0 0 L 9 9", attributes='DrawParam="60"')
    return filing(drawn, resources=f"<ofd:DrawParams>{chain}</ofd:DrawParams>")


def blocks(depth: int) -> str:
    return '<ofd:PageBlock ID="1">' * depth + text("深") + "</ofd:PageBlock>" * depth


def pages_listed(count: int) -> bytes:
    """The one page so many times in the list."""
    made = '<ofd:Page ID="100" BaseLoc="Pages/Page_0/Content.xml"/>' * count
    root = part(
        "Document",
        "<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>"
        f"<ofd:Pages>{made}</ofd:Pages>",
    )
    return with_parts({"Doc_0/Document.xml": root})


def picture(data: bytes, name: str = "a.png") -> bytes:
    """A page that is this picture."""
    media = (
        f'<ofd:MultiMedias><ofd:MultiMedia ID="70" Type="Image"><ofd:MediaFile>{name}</ofd:MediaFile>'
        "</ofd:MultiMedia></ofd:MultiMedias>"
    )
    drawn = '<ofd:ImageObject ID="7" Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="70"/>'
    return with_parts({f"Doc_0/Res/{name}": data}, body=drawn, resources=media)


def bomb() -> bytes:
    """A page of 300 MB of blanks."""
    from tests.hostile.makers import MARK

    honest = [entry(name, data) for name, data in _parts(filing()).items() if name != PAGE]
    return archive([*honest, repeated(PAGE, b" " * 4096, 75_000, before=MARK.encode())])


def _parts(data: bytes) -> dict[str, bytes]:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def changed(name: str, change: Callable[[bytes], bytes | None]) -> bytes:
    made = {key: change(data) if key == name else data for key, data in _parts(filing()).items()}
    return zipped({key: data for key, data in made.items() if data is not None})


def declared(doctype: str) -> bytes:
    return changed(
        PAGE, lambda data: data.replace(b"?>", b"?>" + doctype.encode(), 1).replace(LINES[0].encode(), b"&e;")
    )


READ = frozenset({None})
ANY = frozenset({None, "corrupt", "too_large", "not_an_application"})
HEAVY = ANY | {"timeout"}
BROKEN = frozenset({"corrupt", "not_an_application"})
OFDS: dict[str, tuple[Make, frozenset[str | None]]] = {
    "as it should be": (filing, READ),
    # --- repeated
    "10^9 steps": (lambda: filing(steps("g 1000000000 4")), READ),
    "10^300 steps": (lambda: filing(steps(f"g {'9' * 300} 4")), READ),
    "-1 steps, and no number": (lambda: filing(steps("g -1 4 g g g x")), READ),
    "steps of 10^308": (lambda: filing(steps("g 9 1e308 NaN inf")), READ),
    "a place of NaN": (lambda: filing(text("平台", code='X="NaN" Y="-inf"')), READ),
    "1 000 000 letters": (lambda: filing(text("平台" * 500_000)), HEAVY),
    "300 000 objects": (lambda: filing(text("平") * 300_000), HEAVY),
    "100 000 crossing lines": (
        lambda: filing(
            "".join(
                path(f"M 0 {n % 290} L 210 {n % 290} M {n % 200} 0 L {n % 200} 290") for n in range(50_000)
            )
        ),
        HEAVY,
    ),
    "a path of 2 000 000 pieces": (lambda: filing(path("M 0 0 " + "L 9 9 " * 2_000_000)), HEAVY),
    "100 000 small squares": (
        lambda: filing(
            "".join(
                path(f"M {n % 200} {n // 200 % 290} l 3 0 L 3 3 L 0 3 C", x=n % 200, y=n // 200)
                for n in range(100_000)
            )
        ),
        HEAVY,
    ),
    # --- loops
    "composites in a circle": (lambda: composites(1, 2, circle=True), READ),
    "composites in a circle, twice each": (lambda: composites(2, 3, circle=True), HEAVY),
    "composites in one another, 10^11": (lambda: composites(10, 11), HEAVY),
    "a template in itself": (template_in_itself, READ),
    "a template that is the page": (template_is_the_page, ANY),
    "drawing parameters in a circle": (parameters_in_a_circle, READ),
    "blocks in one another, 200": (lambda: filing(blocks(200)), READ),
    "blocks in one another, 100 000": (lambda: filing(blocks(100_000)), frozenset({"too_large", "corrupt"})),
    # --- lies
    "a page 3 000 times": (lambda: pages_listed(3_000), frozenset({"too_large"})),
    "no page": (lambda: pages_listed(0), frozenset({"corrupt"})),
    "a page that is not there": (lambda: changed(PAGE, lambda _: None), BROKEN),
    "a page that is no XML": (lambda: changed(PAGE, lambda data: data[:200]), BROKEN),
    "no Document.xml": (lambda: changed("Doc_0/Document.xml", lambda _: None), frozenset({"corrupt"})),
    "OFD.xml of nothing": (lambda: changed("OFD.xml", lambda _: b""), frozenset({"corrupt"})),
    "OFD.xml that is its own document": (
        lambda: changed("OFD.xml", lambda data: data.replace(b"Doc_0/Document.xml", b"OFD.xml")),
        frozenset({"corrupt"}),
    ),
    "a document outside": (
        lambda: changed(
            "OFD.xml", lambda data: data.replace(b"Doc_0/Document.xml", b"../../../../etc/passwd")
        ),
        frozenset({"corrupt"}),
    ),
    "a page outside": (
        lambda: changed(
            "Doc_0/Document.xml", lambda data: data.replace(b"Pages/Page_0", b"../../../../../../etc")
        ),
        BROKEN,
    ),
    "10^6 by 10^6 millimetres": (lambda: ofd_file(page_part(FILING, area="0 0 1000000 1000000")), ANY),
    "a picture on 10^6 by 10^6 millimetres": (
        lambda: picture(png(9, 9)).replace(b"0 0 210 297", b"0 0 999 999"),
        ANY | {"unsupported"},
    ),
    "cut at the half": (lambda: filing()[: len(filing()) // 2], frozenset({"corrupt"})),
    "encrypted": (
        lambda: with_parts({"Doc_0/Encrypts/Encryptions.xml": part("Encryptions", "")}),
        frozenset({"encrypted"}),
    ),
    # --- bombs
    "a page of 300 MB": (bomb, frozenset({"too_large"})),
    "a page that is a PNG of 100 000 by 100 000": (
        lambda: picture(png(100_000, 100_000, zeros(10 << 20))),
        frozenset({"too_large"}),
    ),
    "a page that is a TIFF of 2^31": (
        lambda: picture(tiff(tiff_tags(2**31 - 1, 2**31 - 1)), "a.tif"),
        frozenset({"too_large", "unsupported", "not_an_application"}),
    ),
    "a page that is a JPEG of 65 535": (
        lambda: picture(jpeg(65_535, 65_535), "a.jpg"),
        frozenset({"too_large"}),
    ),
    "a page that is JBIG2": (
        lambda: picture(b"\x97JB2\r\n\x1a\n" + bytes(99), "a.jb2"),
        frozenset({"unsupported", "not_an_application"}),
    ),
    # --- entities
    "an entity from a file": (
        lambda: declared('<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>'),
        frozenset({"corrupt"}),
    ),
    "an entity from the network": (
        lambda: declared('<!DOCTYPE a [<!ENTITY e SYSTEM "http://127.0.0.1:9/e">]>'),
        frozenset({"corrupt"}),
    ),
    "entities in entities": (
        lambda: declared(
            '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY e "&b;&b;&b;">]>'
        ),
        frozenset({"corrupt"}),
    ),
}

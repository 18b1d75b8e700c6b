"""XML with declarations that no Office part may have, each in several spellings."""

from __future__ import annotations

from collections.abc import Callable

from tests.hostile.makers import DECLARATION, in_utf16

_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_QUADRATIC = f'<!ENTITY l9 "{"哈" * 50_000}">'

DECLARATIONS = {
    "doctype": "<!DOCTYPE {root}>",
    "laughs": f'<!DOCTYPE {{root}} [<!ENTITY l0 "哈">{_LAUGHS}]>',
    "quadratic": f"<!DOCTYPE {{root}} [{_QUADRATIC}]>",
    "external": '<!DOCTYPE {root} [<!ENTITY l9 SYSTEM "file:///etc/hostname">]>',
    "parameter": '<!DOCTYPE {root} [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p.dtd">%p;<!ENTITY l9 "x">]>',
    "public": '<!DOCTYPE {root} PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://127.0.0.1:9/xhtml.dtd">',
}


def declared(part: str, declaration: str, *, encoding: str) -> bytes:
    """`part` with the declaration before its root, and its entity used in the part where it has one."""
    head, _, rest = part.partition("?>")
    root = rest.lstrip("\n<").partition(" ")[0]
    doctype = DECLARATIONS[declaration].format(root=root)
    if "ENTITY l9" in doctype:
        rest = rest.replace("<w:t>", "<w:t>&l9;")
    text = f"{head}?>\n<!-- {'x' * 100} -->\n{doctype}{rest}"
    return _ENCODERS[encoding](text)


def in_utf7(text: str, *, blanks: int) -> bytes:
    """The text with its "<!" spelled in base 64, which no search for bytes finds."""
    declaration = f'<?xml version="1.0"{" " * blanks}encoding="UTF-7"?>'.encode()
    body = text.partition("?>")[2].partition("-->")[2]
    return declaration + b"+ADwAIQ-".join(piece.encode("utf-7") for piece in body.split("<!"))


_ENCODERS: dict[str, Callable[[str], bytes]] = {
    "utf-8": lambda text: text.encode(),
    "utf-8-bom": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "utf-16-le": lambda text: in_utf16(text, "le"),
    "utf-16-be": lambda text: in_utf16(text, "be"),
    "utf-16-unmarked": lambda text: text.replace('"UTF-8"', '"UTF-16"').encode("utf-16-le"),
    "no-declaration": lambda text: text.removeprefix(DECLARATION).encode(),
    "utf-7": lambda text: in_utf7(text, blanks=1),
    "utf-7-far": lambda text: in_utf7(text, blanks=500),  # where a look at the first bytes may not reach
    "utf-32": lambda text: text.replace("UTF-8", "UTF-32").encode("utf-32"),
}

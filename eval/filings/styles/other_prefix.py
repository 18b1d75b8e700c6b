"""XML that other programs write: the same words under other namespace prefixes, other part order."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from random import Random

from eval.filings.hand import Hand
from eval.filings.script import Rendered
from eval.filings.styles import printed
from eval.filings.styles.desk import finish, script_for
from eval.filings.ticks import LISTED
from eval.filings.truth import Truth
from eval.filings.word.ink import NAMESPACES, LivedInInk
from eval.filings.word.package import stamp


def _other_prefix(xml: bytes, *, bare: bool) -> bytes:
    """Elements in the default namespace (attributes keep a prefix), or everything under another prefix."""
    text = xml.decode()
    text = text.replace(" w:", " ns0:").replace("xmlns:w=", "xmlns:ns0=")
    if bare:
        text = text.replace("<w:", "<").replace("</w:", "</")
        return text.replace("xmlns:ns0=", f'xmlns="{NAMESPACES["w"]}" xmlns:ns0=', 1).encode()
    return text.replace("<w:", "<ns0:").replace("</w:", "</ns0:").encode()


def render(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    script = script_for(truth, hand, rng, ticks=LISTED)
    filing = finish(script, printed.pages(script), ink=LivedInInk(rng))
    with zipfile.ZipFile(io.BytesIO(filing.docx)) as archive:
        members = {name: archive.read(name) for name in reversed(archive.namelist())}
    bare = rng.random() < 0.5
    changed = {
        name: _other_prefix(content, bare=bare)
        if name.startswith("word/") and name.endswith(".xml")
        else content
        for name, content in members.items()
    }
    return dataclasses.replace(filing, docx=stamp(changed))

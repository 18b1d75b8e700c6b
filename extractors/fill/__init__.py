"""fill: a document and what a form asks make a filled form.

Labels are found first, wherever they may stand; then the section of each line; then the one place of each field;
then what is written for it; and last that text is read as the field's kind.
"""

from __future__ import annotations

from extractors.document import Document
from extractors.fill.filling import fill, recognised

__all__ = ["Document", "fill", "recognised"]

"""fill: a document and what a form asks make a filled form; `filling` has its steps in their order."""

from __future__ import annotations

from extractors.fill.filling import fill, recognised

__all__ = ["fill", "recognised"]

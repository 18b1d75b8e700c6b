"""The attachments of a filing: which files and pages they are, and what stands in them."""

from __future__ import annotations

from extractors.attached.attaching import attach

__all__ = ["attach"]

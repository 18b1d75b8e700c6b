"""Where this user's own small files are kept: conversations, and what was found out about a model."""

from __future__ import annotations

import os
import sys
from pathlib import Path

__all__ = ["user_folder"]


def user_folder() -> Path:
    """SHENBAO_HOME where it is set, else the platform's folder for such data; it may not be there yet."""
    chosen = os.environ.get("SHENBAO_HOME", "").strip()
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "shenbao"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "shenbao"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "shenbao"

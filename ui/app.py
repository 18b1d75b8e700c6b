"""What is served: the pages, and the two addresses of logging in. `make run` serves this."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import streamlit as st
from starlette.middleware import Middleware

from ui.gate import ROUTES, refuse_to_others
from ui.same_origin import SameOrigin


@asynccontextmanager
async def _life(_: st.App) -> AsyncIterator[dict[str, Any]]:
    """Make ready while the browser opens."""
    from ui.house import close_houses, warm

    threading.Thread(target=warm, name="warm", daemon=True).start()
    yield {}
    close_houses()


refuse_to_others()
app = st.App("frame.py", routes=ROUTES, lifespan=_life, middleware=[Middleware(SameOrigin)])

"""Requests that a page of another site makes are turned away before Streamlit sees them.

Streamlit turns them away too, but first asks a server on the internet which address this machine has there,
in case the page stands at that one. A proxy in front has to pass the browser's `Host` on.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Final, TypeAlias
from urllib.parse import urlsplit

__all__ = ["SameOrigin"]

_Scope: TypeAlias = MutableMapping[str, Any]
_Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, Any]]]
_Send: TypeAlias = Callable[[MutableMapping[str, Any]], Awaitable[None]]
_App: TypeAlias = Callable[[_Scope, _Receive, _Send], Awaitable[None]]

_POLICY_VIOLATION: Final = 1008  # of RFC 6455


class SameOrigin:
    """ASGI middleware: `st.App(..., middleware=[Middleware(SameOrigin)])`."""

    def __init__(self, app: _App) -> None:
        self._app = app

    async def __call__(self, scope: _Scope, receive: _Receive, send: _Send) -> None:
        if scope["type"] not in ("http", "websocket") or _from_here(scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
        else:
            await send({"type": "http.response.start", "status": 403, "headers": []})
            await send({"type": "http.response.body", "body": b""})


def _from_here(scope: _Scope) -> bool:
    """Browsers name the origin of whatever a page asks for, except of what a reader opens."""
    headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
    origin = headers.get(b"origin")
    return origin is None or urlsplit(origin).netloc.casefold() == headers.get(b"host", "").casefold()

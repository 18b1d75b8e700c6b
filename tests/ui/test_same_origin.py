"""Who may ask the server for anything, by the page that asks."""

import asyncio
from typing import Any

import pytest

from ui.same_origin import SameOrigin


def _asked(kind: str, **headers: str) -> list[Any]:
    """What is sent, and "served" where the application was reached."""
    sent: list[Any] = []

    async def served(scope: Any, receive: Any, send: Any) -> None:
        sent.append("served")

    async def receive() -> dict[str, str]:
        return {"type": f"{kind}.connect"}

    async def send(message: Any) -> None:
        sent.append(message)

    named = [(name.encode("ascii"), value.encode("latin-1")) for name, value in headers.items()]
    asyncio.run(SameOrigin(served)({"type": kind, "headers": named}, receive, send))
    return sent


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize(
    "headers",
    [
        {"host": "127.0.0.1:8501"},
        {"host": "127.0.0.1:8501", "origin": "http://127.0.0.1:8501"},
        {"host": "sb.example.gov", "origin": "https://SB.example.gov"},
    ],
)
def test_our_own_pages_are_served(kind: str, headers: dict[str, str]) -> None:
    assert _asked(kind, **headers) == ["served"]


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "http://127.0.0.1:8502", "http://127.0.0.1:8501.evil", ""],
)
def test_pages_of_others_are_turned_away(origin: str) -> None:
    assert _asked("http", host="127.0.0.1:8501", origin=origin)[0]["status"] == 403
    assert _asked("websocket", host="127.0.0.1:8501", origin=origin) == [
        {"type": "websocket.close", "code": 1008}
    ]


def test_the_start_of_the_server_is_let_through() -> None:
    assert _asked("lifespan") == ["served"]

"""An OpenAI-compatible server on loopback: it says what it was told to, and keeps what it was asked."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

__all__ = ["Calls", "Nonsense", "Script", "Slow", "Status", "answer", "serving"]

_PIECE = 7  # characters of a streamed chunk


class Calls(NamedTuple):
    """The model calls a tool."""

    name: str
    arguments: dict[str, Any]


class Status(NamedTuple):
    code: int


class Slow(NamedTuple):
    """It says `text` after so many seconds."""

    seconds: float
    text: str


class Nonsense(NamedTuple):
    """Bytes that are no reply of such a server."""

    data: bytes


Reply = str | Calls | Status | Slow | Nonsense | Callable[[dict[str, Any]], str]


@dataclass
class Script:
    """What is to be said; the last reply is said again for ever."""

    replies: list[Reply]
    asked: list[dict[str, Any]] = field(default_factory=list)
    url: str = ""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def next(self, request: dict[str, Any]) -> Reply:
        with self._lock:
            self.asked.append(request)
            return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]

    @property
    def sent(self) -> str:
        """All that left for the server."""
        return json.dumps(self.asked, ensure_ascii=False)


def answer(*sentences: tuple[str, int, str], answered: bool = True) -> str:
    """A reply that keeps to the schema."""
    told = [{"text": text, "source": source, "quote": quote} for text, source, quote in sentences]
    return json.dumps({"answered": answered, "sentences": told}, ensure_ascii=False)


@contextmanager
def serving(*replies: Reply) -> Iterator[Script]:
    script = Script(list(replies))
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(script))
    server.daemon_threads = True
    server.block_on_close = False  # a reply that nobody waits for any more is not waited for
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    script.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield script
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(script: Script) -> type[BaseHTTPRequestHandler]:  # noqa: C901 - one small server
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if self.path.endswith("/embeddings"):
                self._json({"object": "list", "model": "m", "data": _vectors(request["input"])})
                return
            reply = script.next(request)
            if isinstance(reply, Slow):
                time.sleep(reply.seconds)
                reply = reply.text
            if callable(reply):
                reply = reply(request)
            try:
                self._say(reply, streaming=bool(request.get("stream")))
            except (BrokenPipeError, ConnectionResetError):
                return  # who asked has stopped waiting

        def _say(self, reply: object, *, streaming: bool) -> None:
            if isinstance(reply, Status):
                self._json({"error": {"message": "no", "type": "x", "code": "x"}}, status=reply.code)
            elif isinstance(reply, Nonsense):
                self._send(reply.data, "text/plain", 200)
            elif streaming:
                lines = [f"data: {json.dumps(each, ensure_ascii=False)}\n\n" for each in _chunks(reply)]
                self._send("".join([*lines, "data: [DONE]\n\n"]).encode(), "text/event-stream", 200)
            else:
                self._json(_whole(reply))

        def _json(self, value: object, *, status: int = 200) -> None:
            self._send(json.dumps(value, ensure_ascii=False).encode(), "application/json", status)

        def _send(self, data: bytes, kind: str, status: int) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - its own name
            """Tests are quiet."""

    return Handler


def _call(reply: Calls) -> dict[str, Any]:
    function = {"name": reply.name, "arguments": json.dumps(reply.arguments, ensure_ascii=False)}
    return {"index": 0, "id": "call_1", "type": "function", "function": function}


def _whole(reply: object) -> dict[str, Any]:
    message: dict[str, Any] = {"role": "assistant", "content": "" if isinstance(reply, Calls) else reply}
    if isinstance(reply, Calls):
        message["tool_calls"] = [_call(reply)]
    finish = "tool_calls" if isinstance(reply, Calls) else "stop"
    choice = {"index": 0, "message": message, "finish_reason": finish}
    return {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}


def _chunks(reply: object) -> Iterator[dict[str, Any]]:
    deltas: list[dict[str, Any]] = [{"role": "assistant", "content": ""}]
    if isinstance(reply, Calls):
        deltas.append({"tool_calls": [_call(reply)]})
    else:
        text = str(reply)
        deltas += [{"content": text[at : at + _PIECE]} for at in range(0, len(text), _PIECE)]
    for delta in deltas:
        yield _chunk(delta, None)
    yield _chunk({}, "tool_calls" if isinstance(reply, Calls) else "stop")


def _chunk(delta: dict[str, Any], finish: str | None) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}


def _vectors(texts: list[str]) -> list[dict[str, Any]]:
    """By the characters in a text: texts that share many are near each other."""
    vectors = []
    for number, text in enumerate(texts):
        counts = [0.0] * 64
        for character in str(text):
            counts[ord(character) % 64] += 1.0
        vectors.append({"object": "embedding", "index": number, "embedding": counts})
    return vectors

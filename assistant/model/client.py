"""The model behind an endpoint, as a stream of text within a time; whatever goes wrong is one error."""

from __future__ import annotations

import os
import queue
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from assistant.model.settings import Settings

if TYPE_CHECKING:
    from langchain_openai import ChatOpenAI

__all__ = ["ModelFailed", "chat_model", "streamed", "within"]

_CONNECT: Final = 4.0  # seconds
_TOKENS: Final = 700  # of an answer; a small model that has lost its way writes line breaks for ever
_END: Final = object()
# By the names of the client's errors, so that naming them imports nothing.
_REASONS: Final[Mapping[str, str]] = {
    "APITimeoutError": "大模型服务没有及时回应",
    "APIConnectionError": "连不上大模型服务",
    "RateLimitError": "大模型服务繁忙或额度用尽",
    "AuthenticationError": "大模型服务不接受所设的密钥",
    "PermissionDeniedError": "大模型服务不接受所设的密钥",
    "NotFoundError": "大模型服务上没有所设的模型或地址不对",
    "BadRequestError": "大模型服务不接受这样的请求",
    "InternalServerError": "大模型服务出错",
}


class ModelFailed(Exception):
    """No usable answer came; `str()` of it is a few Chinese words for the user."""


def chat_model(settings: Settings, *, seconds: float, tokens: int = _TOKENS) -> ChatOpenAI:
    """The client. Nothing is traced to anywhere, whatever the environment of the user's other tools says."""
    for name in ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2"):
        os.environ[name] = "false"
    import httpx
    from langchain_openai import ChatOpenAI
    from pydantic import SecretStr

    return ChatOpenAI(
        model=settings.model,
        base_url=settings.endpoint,
        api_key=SecretStr(settings.api_key or "none"),
        temperature=0,
        timeout=httpx.Timeout(seconds, connect=min(_CONNECT, seconds)),
        max_retries=0,
        max_completion_tokens=None,
        extra_body={"max_tokens": tokens},  # the name that all servers know
        use_responses_api=False,
        stream_usage=False,
    )


def streamed(
    settings: Settings, messages: list[tuple[str, str]], *, schema: Mapping[str, Any]
) -> Callable[[], Iterator[str]]:
    """What makes the stream of an answer that keeps to a JSON schema, where the server knows how."""

    def pieces() -> Iterator[str]:
        asked = {"type": "json_schema", "json_schema": {"name": "answer", "schema": schema, "strict": True}}
        model = chat_model(settings, seconds=settings.seconds).bind(response_format=asked)
        for chunk in model.stream(messages):
            yield str(chunk.text)

    return pieces


def within(seconds: float, pieces: Callable[[], Iterator[str]]) -> Iterator[str]:
    """The pieces as they come, until the time is up. Raises ModelFailed.

    A thread waits for the server; one that never answers is left behind, and ends with the process.
    """
    waiting: queue.SimpleQueue[Any] = queue.SimpleQueue()
    over = threading.Event()

    def work() -> None:
        try:
            for piece in pieces():
                waiting.put(piece)
                if over.is_set():
                    return
            waiting.put(_END)
        except Exception as error:  # noqa: BLE001 - whatever a foreign client raises: there is no answer
            waiting.put(error)

    threading.Thread(target=work, name="model", daemon=True).start()
    deadline = time.monotonic() + seconds
    try:
        while True:
            yield from _next(waiting, deadline)
    except _Finished:
        return
    finally:
        over.set()


class _Finished(Exception):
    """The stream has come to its end."""


def _next(waiting: queue.SimpleQueue[Any], deadline: float) -> Iterator[str]:
    try:
        found = waiting.get(timeout=max(deadline - time.monotonic(), 0.001))
    except queue.Empty:
        raise ModelFailed("大模型在限定时间内没有答完") from None
    if found is _END:
        raise _Finished
    if isinstance(found, ModelFailed):
        raise found
    if isinstance(found, Exception):
        raise ModelFailed(_reason(found)) from found
    yield str(found)


def _reason(error: Exception) -> str:
    kinds = (each.__name__ for each in type(error).__mro__)
    return next((_REASONS[each] for each in kinds if each in _REASONS), "大模型的回应无法使用")

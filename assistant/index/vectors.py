"""Passages by their vectors, in a Chroma collection that lives in this process's memory and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from assistant.index.embedding import Embedding

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

__all__ = ["Vectors"]

_BATCH: Final = 2000  # Chroma refuses more than some five thousand at once
_client: list[ClientAPI] = []  # one a process: Chroma keeps what it made for each set of settings


class Vectors:
    """An index over `texts`, known by their numbers; it is gone with `close`, or with the process."""

    def __init__(self, texts: Sequence[str], *, embedding: Embedding) -> None:
        self._embedding = embedding
        self._size = len(texts)
        self._name = f"passages-{uuid4().hex}"
        self._collection = _open().create_collection(
            self._name, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )
        for start in range(0, len(texts), _BATCH):
            some = texts[start : start + _BATCH]
            ids = [str(start + at) for at in range(len(some))]
            vectors: Any = embedding.passages(some)
            self._collection.add(ids=ids, embeddings=vectors)

    def search(self, text: str, *, limit: int = 10) -> list[int]:
        """The numbers of the nearest passages, nearest first."""
        if not self._size:
            return []
        vector: Any = self._embedding.query(text)
        found = self._collection.query(
            query_embeddings=[vector], n_results=min(limit, self._size), include=[]
        )
        return [int(each) for each in found["ids"][0]]

    def close(self) -> None:
        _open().delete_collection(self._name)


def _open() -> ClientAPI:
    """The client: embedded, in memory, telling nobody. Its server is never run."""
    if not _client:
        import chromadb
        from chromadb.config import Settings

        quiet = Settings(anonymized_telemetry=False, is_persistent=False, allow_reset=False)
        _client.append(chromadb.EphemeralClient(settings=quiet))
    return _client[0]

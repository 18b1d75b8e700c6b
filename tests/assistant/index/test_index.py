"""Passages found again: by words, by vectors, and by both."""

import math

import pytest

from assistant.index.embedding import Characters, Endpoint, choose
from assistant.index.fuse import fused
from assistant.index.hybrid import Hybrid
from assistant.index.lexical import Lexical
from assistant.index.vectors import Vectors
from assistant.model.settings import Settings
from tests.assistant.model.scripted import serving

TEXTS = ["边缘网关完成数据清洗", "平台通过了安全等级测评", "新增发明专利三件", "安全防护覆盖五个层面"]


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def test_words_rank_what_has_most_of_them() -> None:
    hits = Lexical(TEXTS).search(["安全防护"])
    assert [each.number for each in hits] == [3, 1]
    assert hits[0].coverage == 1.0 > hits[1].coverage


def test_words_that_nothing_has_find_nothing() -> None:
    assert Lexical(TEXTS).search(["量子"]) == []
    assert Lexical([]).search(["量子"]) == []


def test_what_several_rankings_put_high_comes_first() -> None:
    assert fused([[1, 2, 3], [2, 3, 1], [2, 1, 3]])[0] == 2
    assert fused([[5], []]) == [5]


def test_vectors_of_characters_are_of_length_one_and_alike_for_like_texts() -> None:
    one, other, far = Characters().passages([TEXTS[1], TEXTS[3], TEXTS[2]])
    assert math.isclose(math.hypot(*one), 1.0)
    near = sum(a * b for a, b in zip(one, other, strict=True))
    assert near > sum(a * b for a, b in zip(one, far, strict=True))


def test_chroma_finds_the_nearest_of_its_own_passages_only() -> None:
    one, other = (Vectors(texts, embedding=Characters()) for texts in (TEXTS, ["毫不相干的话"]))
    assert one.search("安全防护的层面", limit=2)[0] == 3
    assert other.search("安全防护的层面", limit=5) == [0]
    one.close()
    other.close()


def test_nothing_is_found_among_nothing() -> None:
    assert Vectors([], embedding=Characters()).search("安全") == []


def test_the_endpoint_embeds_where_one_is_named() -> None:
    with serving("") as script:
        settings = Settings(endpoint=script.url, model="m", embedding="e")
        embedding = choose(settings)
        assert isinstance(embedding, Endpoint)
        index = Hybrid(TEXTS, embedding=embedding)
        assert index.search(["安全防护"], query="安全防护覆盖五个层面", limit=1) == [3]


def test_without_an_embedding_words_alone_count() -> None:
    assert Hybrid(TEXTS, embedding=None).search(["专利"], query="专利", limit=3) == [2]

"""Slips of the pen and of the ear, put right where the word that was meant is known.

Chinese is typed by sound, so a wrong character sounds like the right one; English words lose or swap letters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final

__all__ = ["Ear", "nearest", "simplified"]

_TRADITIONAL: Final = str.maketrans(
    "請問報書幾份數據遞單區業領雙條紙質裝訂間題體級錄縫蓋電話郵箱號碼聯繫時間後見證認準術發開辦審計專項標識節點網設備應費構務術類別選邊層員"
    "點寫說嗎麼這個為與從來對於學會導師產權國際無總額萬貸補貼獎勵過關檔頁線轉讓減覽觀讀誰該歲陽陰門馬鳥長東車風飛魚黃齊龍儀優儲則創動勞匯參",
    "请问报书几份数据递单区业领双条纸质装订间题体级录缝盖电话邮箱号码联系时间后见证认准术发开办审计专项标识节点网设备应费构务术类别选边层员"
    "点写说吗么这个为与从来对于学会导师产权国际无总额万贷补贴奖励过关档页线转让减览观读谁该岁阳阴门马鸟长东车风飞鱼黄齐龙仪优储则创动劳汇参",
)
_HAN = re.compile(r"[\u3400-\u9fff]+")
_RARE: Final = b"\xd8\xa1"  # from here on GB 2312 is ordered by radical
_SHORTEST_PINYIN: Final = 5  # letters; what is shorter may be any abbreviation
_LONGEST: Final = 10  # characters of a word that is looked for by its sound


def simplified(text: str) -> str:
    return text.translate(_TRADITIONAL)


def nearest(word: str, known: Collection[str], *, shortest: int = 5) -> str | None:
    """A known word a slip away from `word`: a letter more, less, wrong, or two letters swapped.

    Short words have too many neighbours that are words themselves (thick, tick).
    """
    close = sorted(
        each
        for each in known
        if len(each) >= shortest
        and abs(len(each) - len(word)) <= 1
        and each[:1] == word[:1]
        and _slip(word, each)
    )
    return close[0] if close else None


def _slip(one: str, other: str) -> bool:
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    return (
        left[1:] == right[1:]
        or left[1:] == right
        or left == right[1:]
        or (left[:2] == right[1::-1] and left[2:] == right[2:])
    )


class Ear:
    """Hears known words in what sounds like them."""

    def __init__(self, words: Iterable[str], *, common: Iterable[str] = ()) -> None:
        """`words` are listened for; `common` ones are only known to be right as they stand."""
        wanted = frozenset(each for each in words if _HAN.fullmatch(each) and 2 <= len(each) <= _LONGEST)
        self.known = wanted | {each for each in common if _HAN.fullmatch(each) and 2 <= len(each) <= _LONGEST}
        self.by_sound: dict[tuple[str, ...], list[str]] = {}
        for each in sorted(wanted):
            self.by_sound.setdefault(_sound(each), []).append(each)
        self.by_pinyin = {"".join(sounds): words[0] for sounds, words in self.by_sound.items()}
        self.lengths = sorted({len(each) for each in self.known}, reverse=True)

    def put_right(self, text: str) -> str:
        """`text` with misheard words replaced; a stretch that is made of known words is left alone."""
        return _HAN.sub(lambda run: self._run(run.group()), text)

    def from_pinyin(self, letters: str) -> str | None:
        """The word that is spelt in pinyin, such as 双跨 for shuangkua."""
        return self.by_pinyin.get(_merged(letters)) if len(letters) >= _SHORTEST_PINYIN else None

    def _run(self, run: str) -> str:
        taken = self._spelt_right(run)
        for length in self.lengths:
            for at in range(len(run) - length + 1):
                meant = self._meant(run[at : at + length], taken[at : at + length])
                if meant:
                    run = run[:at] + meant + run[at + length :]
                    taken[at : at + length] = [True] * length
        return run

    def _meant(self, heard: str, taken: list[bool]) -> str | None:
        alike = self.by_sound.get(_sound(heard), [])
        if not alike or heard in alike or all(taken):
            return None
        meant = min(alike, key=lambda each: len(_differing(heard, each)))
        wrong = _differing(heard, meant)
        # A word of two characters is told from many others by one only: both have to be free.
        if any(taken[at] for at in wrong) or (len(heard) == 2 and any(taken)):
            return None
        return meant if len(wrong) < len(heard) or len(heard) > 2 else None

    def _spelt_right(self, run: str) -> list[bool]:
        taken = [False] * len(run)
        for length in self.lengths:
            for at in range(len(run) - length + 1):
                if run[at : at + length] in self.known:
                    taken[at : at + length] = [True] * length
        return taken


def _differing(one: str, other: str) -> list[int]:
    return [at for at, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]


def _merged(pinyin: str) -> str:
    """Pinyin as the table of syllables spells it."""
    return re.sub("([ei]n)g", r"\1", re.sub("([zcs])h", r"\1", pinyin))


def _sound(word: str) -> tuple[str, ...]:
    return tuple(map(_syllable, word))


@lru_cache(maxsize=4096)
def _syllable(character: str) -> str:
    """Without tone; z/zh, c/ch, s/sh and n/ng are one, as to many typists. Rare characters are their own."""
    firsts, syllables = _table()
    place = character.encode("gb2312", errors="replace")
    if not firsts[0] <= place < _RARE:
        return character
    return syllables[bisect_right(firsts, place) - 1]


@lru_cache(maxsize=1)
def _table() -> tuple[list[bytes], list[str]]:
    """Where each syllable begins in GB 2312-80, which orders its common characters by pinyin."""
    lines = Path(__file__).with_name("syllables.txt").read_text(encoding="utf-8").splitlines()
    each = [pair for line in lines if not line.startswith("#") for pair in line.split()]
    return [pair[-1].encode("gb2312") for pair in each], [_merged(pair[:-1]) for pair in each]

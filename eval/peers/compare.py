"""Tick and table fidelity of other readers: what was ticked and what stood together, told from their text.

The same questions are asked of every text, Shenbao's own included; none needs to understand the form.
"""

from __future__ import annotations

import html
import re
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from eval.peers.ask import PeerFailed, ask, installed
from eval.peers.filings import Filing, filings
from eval.scores.figures import Rate
from extractors.document import Block, Paragraph, Table
from extractors.readers import read

__all__ = ["Fidelity", "beside", "compare", "told"]

_NEAR: Final = 40  # characters between a label and its answer, or between two cells of a row
_CLOSE: Final = 4  # characters between an option and its mark
_FAR: Final = 500  # characters within which the options of a choice stand
_MARKS: Final = frozenset("xXR¨þ£")  # letters that stand for boxes in symbol fonts, and the x of [x]
_MARKUP: Final = re.compile(r"<[^>]*>|\\(?=[\[\]_*#.|()-])|[\s|]+|-{3,}|[*#]+")
_CHECKBOX: Final = re.compile(r"<input[^>]*checkbox[^>]*>", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"(?:from )?\w+://\S+")
_SHOWN: Final = 120  # characters of what a tool said when it failed
_NOT_MARKS: Final = "|<>=+~^`$"


@dataclass(frozen=True, slots=True)
class Fidelity:
    ticks: Rate  # choices of which ticked and unticked options can be told apart
    facts: Rate  # short answers that stand right behind their labels
    rows: Rate  # rows of tables inside narratives whose cells stand together
    text: Rate  # paragraphs of narratives that are there in whole
    by_ticks: Mapping[str, Rate]


def compare() -> dict[str, Fidelity | str]:
    """What each tool keeps of the same filings; a sentence for those that did not run."""
    asked = filings()
    with tempfile.TemporaryDirectory() as folder:
        paths = {filing.name: Path(folder) / f"{filing.name}.docx" for filing in asked}
        for filing in asked:
            paths[filing.name].write_bytes(filing.docx)
        ours = {name: _said(read(path).blocks) for name, path in paths.items()}
        found: dict[str, Fidelity | str] = {"Shenbao's reader": _judge(asked, ours)}
        for tool, version in installed().items():
            if tool.endswith("by cells"):
                continue  # the same text as by rows, only slower
            found[f"{tool} {version}" if version else tool] = (
                _of_tool(tool, asked, paths) if version else "not installed"
            )
    return found


def _of_tool(tool: str, asked: Sequence[Filing], paths: Mapping[str, Path]) -> Fidelity | str:
    try:
        texts = ask("text", tool, *map(str, paths.values()))
    except PeerFailed as error:
        return str(error)
    broken = [text[0] for text in texts.values() if isinstance(text, list)]
    if len(broken) == len(texts):
        return f"failed on every file: {_ADDRESS.split(broken[0])[0].strip()[:_SHOWN]}"
    read_by = {name: texts[str(path)] for name, path in paths.items()}
    return _judge(asked, {name: text if isinstance(text, str) else "" for name, text in read_by.items()})


def _judge(asked: Sequence[Filing], texts: Mapping[str, str]) -> Fidelity:
    flat = {name: _flat(text) for name, text in texts.items()}
    choices = {
        each.name: [told(flat[each.name], *choice, behind=each.behind) for choice in each.choices]
        for each in asked
    }
    return Fidelity(
        ticks=_rate(one for some in choices.values() for one in some),
        facts=_rate(beside(flat[each.name], fact) for each in asked for fact in each.facts),
        rows=_rate(beside(flat[each.name], row) for each in asked for row in each.rows),
        text=_rate(_flat(words) in flat[each.name] for each in asked for words in each.text),
        by_ticks={name: _rate(some) for name, some in choices.items()},
    )


def _rate(results: Iterable[bool]) -> Rate:
    listed = list(results)
    return Rate(sum(listed), len(listed))


@lru_cache(maxsize=256)
def _flat(text: str) -> str:
    """Without markup and blanks; a checkbox of HTML is a box."""
    boxed = _CHECKBOX.sub(lambda found: "☑" if "checked" in found[0] else "□", text)
    return unicodedata.normalize("NFC", _MARKUP.sub("", html.unescape(boxed)))


def told(
    text: str, label: str, options: Sequence[str], ticked: frozenset[str], *, behind: bool = False
) -> bool:
    """Whether the marks at the ticked options differ from the others', on the side where they stand."""
    text = _flat(text)
    for start in _places(text, _flat(label)):
        near = text[start : start + _FAR]
        spans = _spans(near, options)
        if spans is not None:
            return _apart(_behind(near, spans) if behind else _before(near, spans), options, ticked)
    return False


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at + len(words)
        at = text.find(words, at + 1)


def _spans(text: str, options: Sequence[str]) -> list[tuple[int, int]] | None:
    """Where the options stand, one behind the other."""
    spans, at = [], 0
    for option in map(_flat, options):
        start = text.find(option, at)
        if start < 0:
            return None
        at = start + len(option)
        spans.append((start, at))
    return spans


def _before(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    ends = [0, *(end for _, end in spans)]
    return [
        _seen(text[max(end, start - _CLOSE) : start]) for end, (start, _) in zip(ends, spans, strict=False)
    ]


def _behind(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    starts = [*(start for start, _ in spans[1:]), len(text)]
    return [
        _seen(text[end : min(start, end + _CLOSE)]) for start, (_, end) in zip(starts, spans, strict=True)
    ]


def _seen(text: str) -> str:
    return "".join(each for each in text if each in _MARKS or (_is_symbol(each) and each not in _NOT_MARKS))


def _is_symbol(each: str) -> bool:
    return unicodedata.category(each)[0] == "S" or unicodedata.category(each) == "Co"


def _apart(marks: Sequence[str], options: Sequence[str], ticked: frozenset[str]) -> bool:
    on = {mark for mark, option in zip(marks, options, strict=True) if option in ticked}
    off = {mark for mark, option in zip(marks, options, strict=True) if option not in ticked}
    return "" not in on and not on & off  # a tick that vanished is no sign, though the empty boxes are there


def beside(text: str, parts: Sequence[str]) -> bool:
    """Whether the parts stand one behind the other with little between them."""
    text = _flat(text)
    pattern = f".{{0,{_NEAR}}}?".join(re.escape(_flat(part)) for part in parts)
    return re.search(pattern, text, re.DOTALL) is not None


def _said(blocks: Iterable[Block]) -> str:
    """Our own reader's text, cells parted by tabs."""
    return "\n".join(_lines(blocks))


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield block.text
            case Table():
                yield "\t".join(_said(cell.blocks) for cell in block.cells)
            case _:
                yield from _lines(block.blocks)

"""What the clerk is about to write: a truth in one hand, with one habit of ticking and one set of labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Final

from eval.filings import wording
from eval.filings.hand import Hand
from eval.filings.paths import KINDS, OPTIONS, UNITS
from eval.filings.prose.compose import Piece
from eval.filings.ticks import TICKS, Option, Ticks
from eval.filings.truth import State, Truth, Value, canonical, nothing, profile
from eval.filings.word.nodes import Block, Inline, Par, Tab, Text, cell, hint, row, tab

APPLICATION: Final = "申报书.docx"
NONE_WORDS: Final = ("无", "/", "—")
OTHER_OF: Final = {
    "platform.industries": "platform.industry_other",
    "platform.domains": "platform.domain_other",
}


@dataclass(frozen=True)
class Rendered:
    """A file and what is in it.

    `also` holds further values that are as right as the first (the whole 企业简介 with or without its headings);
    `also_states` likewise. `foreign_units` says that NUM002 has something to remark on.
    """

    docx: bytes
    values: Mapping[str, Value]
    states: Mapping[str, State]
    also: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    also_states: Mapping[str, tuple[State, ...]] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    foreign_units: bool = False


class Script:
    """Hands out written values and keeps book of what the filing shows of the truth."""

    def __init__(
        self,
        truth: Truth,
        hand: Hand,
        rng: Random,
        *,
        ticks: Ticks,
        relabel: float = 0.0,
        hints: bool = True,
    ) -> None:
        self.truth = truth
        self.hand = hand
        self.rng = rng
        self.ticks = ticks
        self.relabel = relabel
        self.hints = hints
        self.values: dict[str, Value] = dict(truth.values)
        self.states: dict[str, State] = dict(truth.states)
        self.also: dict[str, tuple[Value, ...]] = {}
        self.also_states: dict[str, tuple[State, ...]] = {}
        self._labels: dict[str, str] = {}
        self.also["applicant.profile"] = (profile(truth.prose, headings=()),)
        if not ticks.listed:
            self._forget_unlisted()

    def _forget_unlisted(self) -> None:
        """Where only the chosen options are written, the line for 其他 and its like is not there at all."""
        for path in (*OTHER_OF.values(), "platform.build_partners", "platform.iaas_provider"):
            if self.states[path] == "blank":
                self.states[path] = "absent"
                self.also_states[path] = ("blank",)

    def dice(self, key: str) -> Random:
        """Chance that depends on the field and not on the order of writing."""
        return Random(f"{self.truth.seed}/{self.hand.name}/{self.ticks.name}/{key}")

    def drop(self, *paths: str) -> None:
        """Note that the filing has no place for these fields."""
        for path in paths:
            self.values[path] = nothing(path)
            self.states[path] = "absent"

    def label(self, path: str) -> str:
        if path not in self._labels:
            names = wording.LABELS[path]
            free = self.rng.random() < self.relabel
            name = self.rng.choice(names) if free else names[0]
            # 单 位 名 称: people spread short labels to fill the cell.
            apart = (
                free and len(name) <= 4 and name.isalpha() and not name.isascii() and self.rng.random() < 0.2
            )
            self._labels[path] = self.rng.choice((" ", "  ", "\u3000")).join(name) if apart else name
        return self._labels[path]

    def value(self, path: str) -> str:
        """The written text of one field; empty where it is blank."""
        if path in self.truth.written:
            return self.truth.written[path]
        state, value, dice = self.states[path], self.values[path], self.dice(path)
        if state == "none":
            return dice.choice(NONE_WORDS)
        if state in ("blank", "absent") or value is None:
            return ""
        match KINDS[path]:
            case "text":
                kept = path == "platform.built_period"  # promised as written
                return str(value) if kept else self.hand.text(dice, str(value))
            case "code":
                return self.hand.code(dice, str(value))
            case "int" | "decimal":
                assert isinstance(value, (int, float))
                return self.hand.number(dice, value, UNITS[path])
            case "date":
                return self.hand.date(dice, str(value))
            case _:
                raise ValueError(f"{path} is not written as one text")

    def text(self, path: str) -> Text:
        return Text(self.value(path), "value", path)

    def hint(self, path: str) -> list[Text]:
        return [hint(wording.HINTS[path])] if self.hints and path in wording.HINTS else []

    def gap(self) -> Text:
        """The printed blank that a hand leaves around its value."""
        return Text(" " * self.rng.randint(0, 6))

    def measured(self, path: str, *, unit: str | None = None) -> tuple[Inline, ...]:
        """Value and the form's unit behind it, as on the printed lines: `1200（台/套）`."""
        printed = UNITS[path] if unit is None else unit
        text = self.value(path)
        if text.endswith(printed.strip("（）")) and self.dice(path + "/unit").random() < 0.7:
            return (Text(text, "value", path),)
        blank = Text(self.dice(path + "/line").choice(("        ", "____", "")) if not text else "")
        return (Text(text, "value", path), blank, Text(printed))

    def chosen(self, path: str) -> tuple[str, ...]:
        if path in self.truth.ticked:
            return self.truth.ticked[path]
        value = self.values[path]
        if isinstance(value, list):
            return tuple(str(each) for each in value)
        if isinstance(value, bool):
            return ("是",) if value else ("否",)
        return () if value is None else (str(value),)

    def choice(self, path: str, *, printed: Mapping[str, str] | None = None) -> list[tuple[Inline, ...]]:
        """The options of a field with their marks, one entry an option."""
        options = OPTIONS.get(path, ("是", "否"))
        chosen = self.chosen(path)
        other = OTHER_OF.get(path)
        asked = []
        for each in options:
            after = self._other(other) if other and each == "其他" else ()
            asked.append(Option((printed or {}).get(each, each), each in chosen, after))
        return self.ticks.write(asked, self.rng)

    def _other(self, path: str) -> tuple[Inline, ...]:
        filled = bool(self.value(path))
        if not self.ticks.listed:
            return (Text("："), self.text(path)) if filled else ()
        if filled:
            dice = self.dice(path + "/other")
            ask = dice.choice(("（请注明）", "（请注明）：", "（请注明）"))
            return (Text(ask), self.text(path))
        return (Text("（请注明）          "),)

    def spread(self, options: Sequence[tuple[Inline, ...]], *, a_line: int | None = None) -> list[Par]:
        """Options side by side, `a_line` of them in each paragraph."""
        step = a_line or len(options) or 1
        mark = self.rng.choice((" ", "  ", "   ", "\u3000")) if self.ticks.listed else "、"
        lines = (
            [options[at : at + step] for at in range(0, len(options), step)]
            if self.ticks.listed
            else [options]
        )
        return [
            Par(
                tuple(
                    part for n, each in enumerate(one) for part in ((Text(mark),) if n else ()) + tuple(each)
                )
            )
            for one in lines
        ]

    def choice_line(self, path: str, *before: Inline, printed: Mapping[str, str] | None = None) -> Par:
        found = self.spread(self.choice(path, printed=printed))
        return Par((*before, *(found[0].inlines if found else ())))

    def prose(self, path: str) -> list[Block]:
        """A narrative as blocks: paragraphs, and tables inside it."""
        if path in self.truth.written:
            return [Par((self.text(path),))]
        if self.states[path] == "none":
            return [Par((Text(self.dice(path).choice(NONE_WORDS), "value", path),))]
        if self.states[path] == "absent":
            return []
        return [self._piece(each, path) for each in self.truth.prose[path]]

    def _piece(self, piece: Piece, path: str) -> Par | Tab:
        if isinstance(piece, str):
            return Par((Text(piece, "value", path),), indent=self.hand.name != "plain")
        return tab([row(*(cell(Text(each, "value", path)) for each in line)) for line in piece])

    def finish(self, docx: bytes, **notes: str) -> Rendered:
        for path, kind in KINDS.items():
            value = self.values[path]
            if kind == "text" and isinstance(value, str):
                self.values[path] = canonical(value)
        if self.states["attachments"] == "blank":
            self.also_states["attachments"] = ("filled", "absent")
        return Rendered(
            docx=docx,
            values=self.values,
            states=self.states,
            also=self.also,
            also_states=self.also_states,
            notes={"ticks": self.ticks.name, "hand": self.hand.name, **notes},
            foreign_units=self.hand.foreign_units,
        )


def pick_ticks(rng: Random, names: Sequence[str]) -> Ticks:
    return TICKS[rng.choice(list(names))]

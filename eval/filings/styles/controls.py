"""A form made of content controls: check boxes, inline, cell, row and block controls, dates, placeholders, drop-downs."""

from __future__ import annotations

from random import Random

from eval.filings.hand import Hand
from eval.filings.script import Rendered, Script
from eval.filings.styles import headings, printed
from eval.filings.styles.desk import finish, script_for
from eval.filings.ticks import Option, Ticks
from eval.filings.truth import Truth
from eval.filings.word.inks import ControlInk
from eval.filings.word.nodes import Inline, Raw

ASKED = (
    *(
        "applicant.address",
        "applicant.contact.title",
        "applicant.contact.fax",
        "cover.recommender",
        "platform.builder",
    ),
    *("platform.indicators.protocols", "platform.indicators.microservices", "sustainability.rnd_total"),
)


def render(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    """Some controls still show their placeholder: nothing was filled in there."""
    script = script_for(truth.blank(*rng.sample(ASKED, 3)), hand, rng, ticks=("content_control",))
    blocks = printed.pages(script) if rng.random() < 0.7 else headings.pages(script)
    return finish(script, blocks, ink=ControlInk(rng))


def _drop_down(option: Option, rng: Random) -> tuple[Inline, ...]:
    items = "".join(
        f'<w:listItem w:displayText="{each}" w:value="{each}"/>'
        for each in ("选择一项。", "其他", option.label)
    )
    kind = rng.choice(("dropDownList", "comboBox"))
    return (
        Raw(
            f'<w:sdt><w:sdtPr><w:id w:val="{rng.randrange(1, 2**31)}"/><w:{kind}>{items}</w:{kind}></w:sdtPr>'
            f"<w:sdtContent><w:r><w:t>{option.label}</w:t></w:r></w:sdtContent></w:sdt>"
        ),
        *option.after,
    )


def render_drop_downs(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    """Each choice is a drop-down that shows what was chosen."""
    ticks = Ticks("drop_down", _drop_down, listed=False, literal=False)
    script = Script(truth, hand, rng, ticks=ticks, hints=rng.random() < 0.5)
    return finish(script, printed.pages(script), ink=ControlInk(rng))

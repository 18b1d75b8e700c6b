"""Every prompt, once, as a Markdown file beside this one that declares the `$variables` it takes.

A file begins with `---`, a line `variables: a, b`, and `---`; what follows is the prompt. `$$` is a dollar
sign. Values are put in as they are: a `$` in one of them is text.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from string import Template
from typing import Final, NamedTuple

__all__ = ["Prompt", "PromptError", "names", "prompt", "render"]

_FOLDER: Final = Path(__file__).resolve().parent
_HEAD: Final = re.compile(r"\A---\nvariables:(?P<variables>[^\n]*)\n---\n(?P<text>.*)\Z", re.DOTALL)


class PromptError(ValueError):
    """A prompt that is not there, or was given other variables than it declares; its text names them."""


class Prompt(NamedTuple):
    """A prompt as it stands in its file."""

    name: str
    variables: frozenset[str]  # declared
    text: str

    @property
    def used(self) -> frozenset[str]:
        """The variables that stand in the text."""
        return frozenset(Template(self.text).get_identifiers())


def names() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.md")))


@cache
def prompt(name: str) -> Prompt:
    """The prompt called `name`. Raises PromptError."""
    if name not in names():
        raise PromptError(f"there is no prompt {name!r}; there are {', '.join(names())}")
    found = _HEAD.match((_FOLDER / f"{name}.md").read_text(encoding="utf-8").replace("\r\n", "\n"))
    if found is None:
        raise PromptError(f"the prompt {name!r} does not begin with its variables")
    declared = frozenset(filter(None, re.split(r"[,\s]+", found["variables"])))
    return Prompt(name, declared, found["text"].strip())


def render(name: str, **variables: str) -> str:
    """The prompt called `name` with its variables put in. Raises PromptError: one missing or too many."""
    wanted = prompt(name)
    missing, extra = sorted(wanted.variables - set(variables)), sorted(set(variables) - wanted.variables)
    if missing:
        raise PromptError(f"the prompt {name!r} needs {', '.join(missing)}")
    if extra:
        raise PromptError(f"the prompt {name!r} does not take {', '.join(extra)}")
    return Template(wanted.text).substitute(variables)

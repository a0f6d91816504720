"""The guide: the checklist's source, as sections of paragraphs and steps."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import NamedTuple

from bounceback_tui.domain.episode import StepState, Tick
from bounceback_tui.domain.frozen import Frozen

TOOLS = ("feedback", "reframe", "strengths", "focus", "cv", "rest", "leads", "writing", "next-one")
"""Names of the tools that a step may open."""

ID_LENGTH = 40
"""Most characters in the id of a step or section."""

MAX_BYTES = 200_000
"""Largest guide that is read, in bytes of UTF-8."""

MAX_LINES = 10_000
"""Most lines in a guide: a heap of empty ones would keep the parser busy for seconds."""

MAX_STEPS = 500
"""Most steps in a guide."""

MAX_LENGTH = 200
"""Most characters in a step, a title or a credit."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SUGGESTED_LENGTH = 24
"""Most characters of an id that is suggested, without the number that may follow."""


class Step(Frozen):
    """One thing to do. `id` stays the same when the wording is edited."""

    id: str
    text: str
    tool: str = ""
    """Name of the tool that the step opens, or empty."""


class Section(Frozen):
    """A part of the guide: a few paragraphs and its steps."""

    id: str
    title: str
    text: str
    """Markdown."""
    steps: tuple[Step, ...]


class Guide(Frozen):
    """A whole guide; `digest` names this very wording."""

    title: str
    credit: str
    """Who is to be thanked for it, one line; may be empty."""
    opening: str
    """Markdown."""
    sections: tuple[Section, ...]
    closing: str
    """Markdown."""
    digest: str = ""

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps in order."""
        return tuple(step for section in self.sections for step in section.steps)


class Problem(NamedTuple):
    """Something wrong in a guide."""

    line: int
    """Counted from 1."""
    sentence: str


class GuideError(ValueError):
    """A guide that cannot be used; `problems` are all that was found, in the order of their lines."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(f"line {line}: {sentence}" for line, sentence in problems))
        self.problems = problems


class Progress(Frozen):
    """How far a section got: steps done, and steps that count (those not for me do not)."""

    done: int
    counted: int


def is_id(text: str) -> bool:
    """Whether `text` can name a step or section: words of a–z and 0–9 with hyphens between."""
    return len(text) <= ID_LENGTH and _ID.fullmatch(text) is not None


def suggested_id(text: str, taken: Collection[str] = (), otherwise: str = "step") -> str:
    """An id made of the first words of `text`, not in `taken`; `otherwise` where no word can be used."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    suggestion = ""
    for word in re.findall(r"[a-z0-9]+", plain.replace("'", "")):
        longer = f"{suggestion}-{word}".lstrip("-")
        if len(longer) > _SUGGESTED_LENGTH:
            break
        suggestion = longer
    suggestion = suggestion or otherwise
    found, count = suggestion, 1
    while found in taken:
        count += 1
        found = f"{suggestion}-{count}"
    return found


def unreadable(text: str) -> Problem | None:
    """Why a text should not even be parsed, if it should not: too large, or not text."""
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        return Problem(1, f"this is larger than the {MAX_BYTES // 1000} kB that a guide may have")
    if len(re.findall("\r\n?|\n", text)) > MAX_LINES:
        return Problem(MAX_LINES, f"a guide has at most {MAX_LINES:,} lines")
    bad = re.search("[\0\ud800-\udfff]", text)
    if bad is None:
        return None
    line = len(re.findall("\r\n?|\n", text[: bad.start()])) + 1
    what = "a nul byte" if bad[0] == "\0" else "something that is not UTF-8"
    return Problem(line, f"there is {what} here; a guide is a plain text file in UTF-8")


def progress(section: Section, ticks: Mapping[str, Tick]) -> Progress:
    """How far one section got, given the ticks by step id."""
    states = [ticks[step.id].state if step.id in ticks else StepState.OPEN for step in section.steps]
    return Progress(states.count(StepState.DONE), len(states) - states.count(StepState.NOT_FOR_ME))


def next_step(guide: Guide, ticks: Mapping[str, Tick]) -> Step | None:
    """The first step still open, in the order of the guide."""
    return next(
        (step for step in guide.steps if step.id not in ticks or ticks[step.id].state is StepState.OPEN),
        None,
    )

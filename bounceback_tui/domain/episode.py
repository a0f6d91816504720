"""Episodes: the time that starts at a rejection, and what is done in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from enum import StrEnum
from typing import NamedTuple

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.kinds import Kind, Source
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.text import plural


class StepState(StrEnum):
    """What became of a step in one episode."""

    OPEN = "open"
    DONE = "done"
    NOT_FOR_ME = "not for me"


CLOSING = "(closing)"
"""In the place of a step's id: the note of that tick is what was said when an episode was closed.

No step of a guide can have it, since ids hold no brackets.
"""


class Tick(Frozen):
    """A step in one episode: its state since `at`, a note, and an if-then plan."""

    step_id: str
    at: Moment
    state: StepState = StepState.OPEN
    note: str = ""
    plan: str = ""
    due_on: date | None = None
    """The day that the plan is for."""
    due_time: time | None = None
    """And the time of day, by the clock on the wall wherever somebody is then."""
    helped: bool | None = None
    """Whether it helped, as said afterwards; None where nothing was said."""


class Episode(Frozen):
    """The time after one rejection or ghosting, with what is needed to speak of it."""

    id: str
    event_id: str
    application_id: str
    company: str
    role: str
    stage: Kind
    """The stage reached before it ended."""
    kind: Kind
    """Rejected or ghosted."""
    began: date
    """Local date of the rejection; days are counted from it."""
    forecast: int | None = None
    """The person's own guess, in days, of when they will feel like themselves."""
    closed: bool = False
    source: Source | None = None
    """Where the application came from."""
    guide: str = ""
    """Name of the person's own guide that is used; empty for the one that comes with the program."""
    answered: bool = False
    """Whether it began with a silence that the employer broke after all."""


def setbacks_told(episodes: Sequence[Episode]) -> str:
    """ "2 rejections and 1 silence": what these episodes began with."""
    silent = sum(one.kind is Kind.GHOSTED for one in episodes)
    counts = ((len(episodes) - silent, "rejection"), (silent, "silence"))
    return " and ".join(plural(count, noun) for count, noun in counts if count)


class Setback(NamedTuple):
    """The little of an episode that statistics need; there may be very many."""

    id: str
    """Key of the episode."""
    company: str
    began: date
    """Local date of the rejection."""
    forecast: int | None = None
    """The person's own guess, in days, of when they will feel like themselves."""
    closed: bool = False
    fits: bool = True
    """Whether it counts; one that a filter leaves out is still there, since it may cut another short."""
    silent: bool = False
    """Whether nobody ever answered: ghosted, not rejected."""


class Attribution(Frozen):
    """Where the cause seems to lie, three sliders of 0–100; None where not moved.

    The dimensions are those of attribution research (Abramson, Seligman, Teasdale 1978).
    """

    locus: int | None = None
    """0 it was me … 100 it was them."""
    stability: int | None = None
    """0 it will pass … 100 it will last."""
    globality: int | None = None
    """0 only this job … 100 everything."""

    def __post_init__(self) -> None:
        for value in (self.locus, self.stability, self.globality):
            if value is not None and value not in range(101):
                raise ValueError(f"a slider runs from 0 to 100, not {value}")

    def __bool__(self) -> bool:
        return any(value is not None for value in (self.locus, self.stability, self.globality))


SLIDERS = {
    "locus": ("me", "them"),
    "stability": ("passing", "lasting"),
    "globality": ("this job", "everything"),
}
"""What each slider of an `Attribution` says at 0 and at 100, by its name there."""

NOT_ATTRIBUTED = Attribution()
"""No slider was moved."""


class Side(StrEnum):
    """The lists of "the other side"."""

    OUTSIDE = "outside me"
    CHANGEABLE = "could change"
    WENT_RIGHT = "went right"


class Cause(Frozen):
    """One line of "the other side" of an outcome."""

    side: Side
    text: str

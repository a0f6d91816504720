"""What statistics look at: the little of a whole journal that they need, handed in as one value."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from bounceback_tui.domain.episode import NOT_ATTRIBUTED, Attribution, StepState
from bounceback_tui.domain.frozen import Frozen

if TYPE_CHECKING:  # whoever fills these in has them already
    from collections.abc import Iterable, Sequence

    from bounceback_tui.domain.application import Log
    from bounceback_tui.domain.checkin import DayMoods
    from bounceback_tui.domain.episode import ShortEpisode
    from bounceback_tui.domain.feedback import FeedbackState, Remark
    from bounceback_tui.domain.lead import Rest


class Act(NamedTuple):
    """Something deliberate that somebody did for the search: an application, feedback asked, a lead."""

    day: date
    after_the_news: bool = True
    """Whether it came after the rejections of that very day, if there were any."""


class Reasons(NamedTuple):
    """What a rejection was put down to; every rejection has one, though it may name nothing."""

    episode: str
    """Key of the episode."""
    day: date
    """Local date of the rejection."""
    outside: tuple[str, ...] = ()
    """Causes outside me, as they were written."""
    changeable: tuple[str, ...] = ()
    """What I could change."""
    at_log: Attribution = NOT_ATTRIBUTED
    """The sliders when it was written down."""
    at_close: Attribution = NOT_ATTRIBUTED
    """And when the episode was closed."""


class Request(NamedTuple):
    """A request for feedback in an episode, or remarks that came without one."""

    episode: str
    """Key of the episode."""
    company: str
    state: FeedbackState
    asked_on: date | None = None
    """None where nobody was asked."""
    answered_on: date | None = None
    remarks: tuple[Remark, ...] = ()


class StepMark(NamedTuple):
    """A step of the guide in one episode."""

    step: str
    """Its id."""
    words: str
    """What it says; the id where it is no longer in the guide."""
    state: StepState = StepState.OPEN
    day: date | None = None
    """Local date of that state; None where the step was never touched."""
    planned: bool = False
    """Whether it has an if-then plan."""
    helped: bool | None = None
    """Whether it helped, as said afterwards; None where nothing was said."""


class Checklist(NamedTuple):
    """All steps of the guide in one episode, whether they were touched or not."""

    episode: str
    """Key of the episode."""
    began: date
    """Local date of the rejection."""
    beside: tuple[StepMark, ...]
    """Steps that are not in the guide, or no longer."""
    touched: tuple[StepMark, ...] = ()
    """Those of the guide that somebody did something with."""
    guide: tuple[StepMark, ...] = ()
    """All steps of the guide, as if none was touched; the same for very many."""
    fits: bool = True
    """Whether it counts by itself; one that a filter leaves out is there where it shares its day with one."""

    @property
    def steps(self) -> tuple[StepMark, ...]:
        """All of them, those of the guide first."""
        marks = {mark.step: mark for mark in self.touched}
        return (*[marks.get(mark.step, mark) for mark in self.guide], *self.beside)


class MoodsAround(NamedTuple):
    """The moods around a text, 1–9 each; None where there is no reading."""

    entry: str
    """Key of the entry."""
    day: date
    """Local date on which it was written."""
    before: int | None
    after: int | None
    next_day: int | None


class Past(Frozen):
    """Everything a statistic may use. In no particular order; nothing later than `today` counts.

    A filter chooses which cases count, each by the day on which it began. What it leaves out is gone from
    `applications`, `reasons`, `requests` and `writings`, and from `checklists` unless it shares its day with
    one that counts, since they share a way back. Readings and episodes are all there,
    since a way back begins with the days before and may be cut short by any rejection; those that do not
    count have `ShortEpisode.fits` False.
    """

    today: date
    readings: Sequence[DayMoods] = ()
    episodes: tuple[ShortEpisode, ...] = ()
    """Every episode, in short."""
    applications: Sequence[Log] = ()
    """The log of each, in short."""
    rests: tuple[Rest, ...] = ()
    acts: tuple[Act, ...] = ()
    reasons: tuple[Reasons, ...] = ()
    requests: tuple[Request, ...] = ()
    checklists: Sequence[Checklist] = ()
    writings: Iterable[MoodsAround] = ()
    """Entries with a text, a reading before writing and a later one, which may come only once."""
    days_written: Iterable[date] = ()
    """Local dates of entries with a text, and logged days with a mood right before or after; the same."""
    since: date | None = None
    """The first day that counts where days are the cases; None for all."""
    until: date | None = None
    """And the last."""

"""Something with a date that Today, the command line and a calendar show, in words."""

from __future__ import annotations

from datetime import date, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from bounceback_tui.domain.calendar_terms import Span, short_day, weekday_date
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.ids import mark_of

if TYPE_CHECKING:
    from bounceback_tui.domain.moment import Moment

_FAR = timedelta(days=300)

AHEAD = timedelta(days=7)
"""How far Today looks ahead."""

OVERDUE = timedelta(days=7)
"""How long something whose day has passed goes on to be shown: after that it would only nag."""


class DueKind(StrEnum):
    """What kind of thing it is; part of the name that it has in a calendar."""

    FOLLOW_UP = "follow-up"
    LEAD = "lead"
    PLAN = "plan"
    INTERVIEW = "interview"
    """Anything at which one meets somebody, or hands something in."""
    NEXT = "next"
    """The next date of an application."""
    REST = "rest"
    PREPARATION = "preparation"
    WRITING = "writing"
    CHECK_IN = "check-in"
    THOUGHT = "thought"


OFFERS = (DueKind.PREPARATION, DueKind.WRITING, DueKind.CHECK_IN, DueKind.THOUGHT)
"""What is offered for a day rather than dated: no calendar holds it."""


class PlannedFor(Frozen):
    """The moment that a plan is for."""

    day: date
    time: time | None = None
    """The time of day, by the clock on the wall wherever somebody is then; None where only a day was said."""


class Due(Frozen):
    """One line of "Coming up"."""

    day: date
    text: str
    kind: DueKind
    tool: str = ""
    """Name of the tool that it is done in; empty for something else."""
    subject: str = ""
    """Key of what it opens: what the tool turns to, an application, or for a plan the episode and step."""
    time: time | None = None
    """The time of day, by the clock on the wall."""
    at: Moment | None = None
    """The same as a point in time, where it is agreed with somebody else and moves with no zone."""
    row: str = ""
    """Key of what the date belongs to, where that is not the subject."""
    plain: str = ""
    """What a calendar says of it, which others may see; empty where that is the text."""
    span: Span | None = None
    """All its days, where it lasts."""

    @property
    def uid(self) -> str:
        """What it is called for good: the same thing on another day, or in other words, has the same."""
        key, _, more = (self.row or self.subject).partition(" ")
        # the name of a step is the person's own where the guide is
        return "-".join(part for part in (self.kind, key, more and mark_of(more)) if part)

    def when(self, today: date) -> str:
        """ "today 09:00", "Wed 25 Nov", with the year where that is not plain."""
        near = self.day - today < _FAR
        day = "today" if self.day == today else short_day(self.day) if near else weekday_date(self.day)
        return f"{day} {self.time:%H:%M}" if self.time else day

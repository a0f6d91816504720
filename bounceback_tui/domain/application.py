"""Applications and the log of what happened to each."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.kinds import (
    LAST_WORDS,
    MEETINGS,
    NEWS,
    SETBACKS,
    STAGE_WORDS,
    STAGES,
    Kind,
    Result,
    Source,
    Status,
    furthest,
    result_of,
    status_of,
)
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.text import one_line

__all__ = [
    "LAST_WORDS",
    "MEETINGS",
    "NEWS",
    "NOT_SAID",
    "SETBACKS",
    "STAGES",
    "STAGE_WORDS",
    "Application",
    "Beside",
    "Event",
    "Kind",
    "Log",
    "Prepared",
    "Quality",
    "Result",
    "Source",
    "Status",
    "furthest",
    "result_of",
    "status_of",
]


class Event(Frozen, beside=("noted",)):
    """Something that happened to an application."""

    id: str
    application_id: str
    kind: Kind
    at: Moment
    date_known: bool = True
    """False for a stage that only follows from an outcome ("rejected after the final round")."""
    note: str = ""
    noted: int = 0
    """Its place in the order in which all events were noted; 0 until it is stored."""


class Quality(Frozen):
    """What somebody says of how they chose and wrote an application; None where nothing was said.

    Quality and not quantity: how hard people search goes with interviews, but not with how good the job is,
    and how well they search goes with both (van Hooft and others 2021).
    """

    read_closely: bool | None = None
    """The posting was read closely."""
    tailored: bool | None = None
    """The CV was tailored to it."""
    liked: bool | None = None
    """They really like the look of it."""

    def __bool__(self) -> bool:
        return (self.read_closely, self.tailored, self.liked) != (None, None, None)


NOT_SAID = Quality()
"""Nothing was said of it."""


class Prepared(NamedTuple):
    """An interview that somebody prepares for; it need not stand in the log."""

    day: date
    id: str
    """Key of the preparation."""


class Application(Frozen):
    """One job applied for, with its events in the order of the log; see `domain/log_order.py`."""

    id: str
    company: str
    role: str = ""
    source: Source | None = None
    specialised: bool | None = None
    link: str = ""
    notes: str = ""
    """Markdown."""
    events: tuple[Event, ...] = ()
    next_on: date | None = None
    """Local date on which to do the next thing."""
    next_words: str = ""
    """What that is, in a few words."""
    document: str = ""
    """Where the CV or letter lies that it was sent with: a path or a link."""
    quality: Quality = NOT_SAID
    prepared: tuple[Prepared, ...] = ()
    """Interviews with a day that are kept in "Before the next one"."""

    @property
    def stage_reached(self) -> Kind:
        """The furthest stage in the log; whoever applied has at least applied."""
        return furthest(event.kind for event in self.events)

    @property
    def status(self) -> Status:
        """What the last event says; a stage after silence opens an application again."""
        return status_of([event.kind for event in self.events])


class Log(NamedTuple):
    """The log of an application in short: the little that statistics need; there may be very many."""

    kinds: tuple[Kind, ...]
    """What happened, in order."""
    days: tuple[date, ...]
    """The local date of each; of a meeting that was planned before the news, that of the news."""
    known: tuple[bool, ...] = ()
    """Whether that date is known, and not only follows from what came next; empty where all are."""
    id: str = ""
    """Key of the application."""
    company: str = ""
    role: str = ""
    interview: date | None = None
    """The last day of an interview that is prepared for, whether or not it stands in the log."""


class Beside(Frozen):
    """What else belongs to the application of an entry."""

    entries: int = 0
    """Other entries, without those in the trash."""
    dates: int = 0
    """Other dated events that no entry tells of."""

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.entries or self.dates)


def of_job(company: str, *more: str) -> str:
    """ "Acme · Data engineer · final round": a company and what else is known of the job."""
    return " · ".join([one_line(company) or "A company", *(one_line(part) for part in more if part.strip())])

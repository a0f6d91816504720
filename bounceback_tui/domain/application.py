"""Applications and the log of what happened to each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from bounceback_tui.domain.moment import Moment


class Kind(StrEnum):
    """What can happen to an application."""

    APPLIED = "applied"
    SCREEN = "screen"
    INTERVIEW = "interview"
    TASK = "task"
    FINAL = "final"
    OFFER = "offer"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    GHOSTED = "ghosted"
    WITHDREW = "withdrew"


class Source(StrEnum):
    """Where an application came from."""

    REFERRAL = "referral"
    AGENCY = "agency"
    JOB_BOARD = "job board"
    COMPANY_SITE = "company site"
    RECRUITER = "recruiter"
    OTHER = "other"


class Result(StrEnum):
    """How the outcome that somebody journals turned out."""

    REJECTED = "rejected"
    GHOSTED = "ghosted"
    MOVED_ON = "moved on"
    OFFER = "offer"
    ACCEPTED = "accepted"
    WITHDREW = "withdrew"

    @property
    def opens_episode(self) -> bool:
        """Whether a time of recovery starts here."""
        return self in (Result.REJECTED, Result.GHOSTED)


class Status(StrEnum):
    """Where an application stands now; derived from its log, never stored."""

    OPEN = "open"
    OFFER = "offer"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    GHOSTED = "ghosted"
    WITHDREW = "withdrew"

    @property
    def ended(self) -> bool:
        """Whether nothing more is expected."""
        return self not in (Status.OPEN, Status.OFFER)


STAGES = (Kind.APPLIED, Kind.SCREEN, Kind.INTERVIEW, Kind.TASK, Kind.FINAL, Kind.OFFER)
"""Events that are a stage, in the order in which they usually come."""

MEETINGS = STAGES[1:-1]
"""Stages at which one meets somebody, or hands something in, at a time that may lie ahead."""

LAST_WORDS = (Kind.ACCEPTED, Kind.REJECTED, Kind.WITHDREW)
"""Events that come last on their day, in whatever order they were noted."""

NEWS = (Kind.OFFER, *LAST_WORDS, Kind.GHOSTED)
"""Events after which it is not the employer's turn, whatever was planned before."""

SETBACKS = (Kind.REJECTED, Kind.GHOSTED)
"""Events that open an episode."""

STAGE_WORDS = {
    Kind.APPLIED: "application",
    Kind.SCREEN: "first screen",
    Kind.INTERVIEW: "interview",
    Kind.TASK: "task",
    Kind.FINAL: "final round",
    Kind.OFFER: "offer",
}
"""A stage as a noun: "turned down after the final round"."""

_ENDINGS = {
    Kind.ACCEPTED: Status.ACCEPTED,
    Kind.REJECTED: Status.REJECTED,
    Kind.GHOSTED: Status.GHOSTED,
    Kind.WITHDREW: Status.WITHDREW,
    Kind.OFFER: Status.OFFER,
}


@dataclass(frozen=True)
class Event:
    """Something that happened to an application."""

    id: str
    application_id: str
    kind: Kind
    at: Moment
    date_known: bool = True
    """False for a stage that only follows from an outcome ("rejected after the final round")."""
    note: str = ""
    noted: int = field(default=0, compare=False)
    """Its place in the order in which all events were noted; 0 until it is stored."""


@dataclass(frozen=True)
class Quality:
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


@dataclass(frozen=True)
class Application:
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


def status_of(kinds: Sequence[Kind]) -> Status:
    """Where an application stands after all this, in order."""
    return _ENDINGS.get(kinds[-1], Status.OPEN) if kinds else Status.OPEN


@dataclass(frozen=True)
class Beside:
    """What else belongs to the application of an entry."""

    entries: int = 0
    """Other entries, without those in the trash."""
    dates: int = 0
    """Other dated events that no entry tells of."""

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.entries or self.dates)


def furthest(kinds: Iterable[Kind]) -> Kind:
    """The furthest stage among `kinds`, APPLIED where there is none; an accepted job had an offer."""
    reached = [Kind.OFFER if kind is Kind.ACCEPTED else kind for kind in kinds]
    return max((kind for kind in reached if kind in STAGES), key=STAGES.index, default=Kind.APPLIED)


def result_of(kind: Kind) -> Result:
    """The result that an event of this kind stands for; a stage reached is a step forward."""
    return Result.MOVED_ON if kind in STAGES[:-1] else Result(kind.value)

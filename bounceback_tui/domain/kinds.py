"""What can happen to an application, where it comes from, and what becomes of it: the words, no values.

Apart from `domain/application.py`, since whoever only lists entries needs no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum


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


def status_of(kinds: Sequence[Kind]) -> Status:
    """Where an application stands after all this, in order."""
    return _ENDINGS.get(kinds[-1], Status.OPEN) if kinds else Status.OPEN


def furthest(kinds: Iterable[Kind]) -> Kind:
    """The furthest stage among `kinds`, APPLIED where there is none; an accepted job had an offer."""
    reached = [Kind.OFFER if kind is Kind.ACCEPTED else kind for kind in kinds]
    return max((kind for kind in reached if kind in STAGES), key=STAGES.index, default=Kind.APPLIED)


def result_of(kind: Kind) -> Result:
    """The result that an event of this kind stands for; a stage reached is a step forward."""
    return Result.MOVED_ON if kind in STAGES[:-1] else Result(kind.value)

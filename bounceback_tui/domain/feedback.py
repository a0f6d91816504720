"""The request for feedback in an episode, and what was answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class FeedbackState(StrEnum):
    """How far a request for feedback got."""

    NOT_ASKED = "not asked"
    ASKED = "asked"
    ANSWERED = "answered"
    DECLINED = "declined"
    SILENT = "silent"


class RemarkKind(StrEnum):
    """What a remark speaks of."""

    STRENGTH = "strength"
    GAP = "gap"
    OUTSIDE = "outside me"


@dataclass(frozen=True)
class Remark:
    """One thing that was said in an answer, with its theme."""

    kind: RemarkKind
    theme: str
    text: str = ""


@dataclass(frozen=True)
class Feedback:
    """A request for feedback; one for each episode."""

    episode_id: str
    state: FeedbackState = FeedbackState.NOT_ASKED
    asked_on: date | None = None
    follow_up_on: date | None = None
    answered_on: date | None = None
    answer: str = ""
    remarks: tuple[Remark, ...] = ()
    subject: str = ""
    """Subject line of the e-mail that asks."""
    message: str = ""
    """Its text, as the person left it."""
    followed_up_on: date | None = None
    """When they asked a second time, which is once at most."""
    thanked_on: date | None = None

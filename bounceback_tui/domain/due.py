"""Something with a date that Today shows, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True)
class PlannedFor:
    """The moment that a plan is for."""

    day: date
    time: time | None = None
    """The time of day, by the clock on the wall wherever somebody is then; None where only a day was said."""


@dataclass(frozen=True)
class Due:
    """One line of "Coming up"."""

    day: date
    text: str
    tool: str = ""
    """Name of the tool that it is done in; empty for something else."""
    subject: str = ""
    """Key of what it is about: what the tool turns to, or for a plan the episode and step."""
    time: time | None = None
    """The time of day, by the clock on the wall."""

"""Leads to branch out to, and rests to recover in."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from bounceback_tui.domain.frozen import Frozen


class LeadKind(StrEnum):
    """What somebody can branch out to."""

    FRIEND = "friend"
    AGENCY = "agency"
    BOARD_ONLINE = "job board online"
    BOARD_PRINT = "job board in print"
    OTHER = "other"


class Lead(Frozen):
    """Somebody or something to turn to, with a next date."""

    id: str
    kind: LeadKind
    name: str
    note: str = ""
    next_on: date | None = None
    done: bool = False
    contacted_on: date | None = None
    """When somebody last turned to it; the times before are kept, for the statistics alone."""


class NextDate(Frozen):
    """When to turn to a lead next; None for no day in particular."""

    lead_id: str
    day: date | None


class Rest(Frozen):
    """A few planned days off, both ends included; clocks pause and nothing nags."""

    id: str
    starts: date
    ends: date
    enjoy: str = ""
    """Something enjoyable to do in it."""

    def __post_init__(self) -> None:
        if self.ends < self.starts:
            raise ValueError("a rest ends on or after the day it starts")

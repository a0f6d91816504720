"""The writing programme: about 20 minutes a day on five days (Spera, Buhrfeind and Pennebaker 1994)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bounceback_tui.domain.moment import Moment

SESSIONS = 5
"""Sessions of a programme."""

MINUTES = 20
"""About how long a session lasts."""


class WritingState(StrEnum):
    """What became of a programme."""

    GOING = "going"
    PAUSED = "paused"
    ENDED = "ended"


@dataclass(frozen=True)
class WritingSession:
    """One session; its words are an entry of the journal."""

    place: int
    """From 1 to 5."""
    entry_id: str
    seconds: int
    """How long it lasted."""


@dataclass(frozen=True)
class WritingProgramme:
    """Five sessions, as far as they were held."""

    id: str
    begun_at: Moment
    state: WritingState = WritingState.GOING
    episode_id: str | None = None
    sessions: tuple[WritingSession, ...] = ()
    """In order."""

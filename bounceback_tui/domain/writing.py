"""The writing programme: about 20 minutes a day on five days (Spera, Buhrfeind and Pennebaker 1994)."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Written

SESSIONS = 5
"""Sessions of a programme."""

MINUTES = 20
"""About how long a session lasts."""

TAG = "writing"
"""Tag of the entries that its sessions are."""


class WritingState(StrEnum):
    """What became of a programme."""

    GOING = "going"
    PAUSED = "paused"
    ENDED = "ended"


class WritingSession(Frozen):
    """One session; its words are an entry of the journal."""

    place: int
    """From 1 to 5."""
    entry_id: str
    seconds: int
    """How long it lasted."""
    day: date
    """Local date of the entry."""
    title: str = ""
    """Of the entry; empty where the person deleted it."""
    deleted: bool = False
    """Whether the entry is in the trash: the session was held all the same."""
    before: int | None = None
    """Mood 1–9 when starting to write; None where it was not said. So with the others."""
    after: int | None = None
    """Right after."""
    next_day: int | None = None
    """On the day after."""


class WritingProgramme(Frozen):
    """Five sessions, as far as they were held."""

    id: str
    begun_at: Moment
    state: WritingState = WritingState.GOING
    episode_id: str | None = None
    sessions: tuple[WritingSession, ...] = ()
    """In order."""

    @property
    def next_place(self) -> int:
        """The place of the session that comes next; one past the last where all were held.

        A place without a session before the last one was held: its entry was deleted for good.
        """
        return max((one.place for one in self.sessions), default=0) + 1

    @property
    def next_day(self) -> date:
        """The first day that the next session is meant for: the one after the last."""
        last = max((one.day for one in self.sessions), default=self.begun_at.local_date)
        return last + timedelta(days=1)

    @property
    def is_whole(self) -> bool:
        """Whether all five were held."""
        return self.next_place > SESSIONS


class WritingHeld(Frozen):
    """A session that was just written, to be saved."""

    written: Written
    seconds: int
    """How long it lasted."""

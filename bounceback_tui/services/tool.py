"""What the tools of the guide have in common."""

from __future__ import annotations

from datetime import date

from bounceback_tui.clock import Clock
from bounceback_tui.domain.due import Due
from bounceback_tui.services.undo import Undo
from bounceback_tui.storage.database import Database


class Tool:
    """Keeps what belongs to recovery beside the ticks, and knows what of it is due."""

    def __init__(self, database: Database, clock: Clock, undo: Undo) -> None:
        self._database = database
        self._clock = clock
        self._undo = undo

    @property
    def _today(self) -> date:
        return self._clock.now().local_date

    def due(self, today: date, until: date) -> list[Due]:
        """What is coming up until that day, that day included, or was due before `today`; in any order."""
        return []

"""Taking everything out of a journal."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bounceback_tui.clock import Clock
from bounceback_tui.domain.due import Due
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.dump import dump


class Exchange:
    """Exports of a whole journal, and of its dates."""

    def __init__(self, database: Database, clock: Clock, ahead: Callable[[], Sequence[Due]]) -> None:
        """`ahead` is everything that has a date from today on."""
        self._database = database
        self._clock = clock
        self._ahead = ahead

    def as_json(self) -> dict[str, object]:
        """Everything in the journal as one object that tells its format. Raises StorageError."""
        return {"format": "bounceback", "exported_at": self._clock.now().isoformat(), **dump(self._database)}

    def as_calendar(self) -> str:
        """Every date from today on as an iCalendar file. Raises StorageError."""
        from bounceback_tui.formats.ics import calendar  # noqa: PLC0415 - few exports are calendars

        return calendar(self._ahead(), self._clock.now())

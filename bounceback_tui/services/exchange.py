"""Taking everything out of a journal."""

from __future__ import annotations

from bounceback_tui.clock import Clock
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.dump import dump


class Exchange:
    """Exports of a whole journal."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def as_json(self) -> dict[str, object]:
        """Everything in the journal as one object that tells its format. Raises StorageError."""
        return {"format": "bounceback", "exported_at": self._clock.now().isoformat(), **dump(self._database)}

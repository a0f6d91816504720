"""Rest: a few planned days off with something enjoyable; nothing nags in them."""

from __future__ import annotations

from datetime import date

from bounceback_tui.domain.due import Due
from bounceback_tui.domain.lead import Rest
from bounceback_tui.services.tool import Tool
from bounceback_tui.storage import rests


class Rests(Tool):
    """The rests that were planned."""

    def every(self) -> list[Rest]:
        """All rests, the earliest first."""
        return rests.every(self._database)

    def on(self, day: date) -> Rest | None:
        """The rest that a day belongs to."""
        return next((one for one in self.every() if one.starts <= day <= one.ends), None)

    def put(self, rest: Rest) -> None:
        """Keep a rest. Raises StorageError."""
        with self._undo.step("save a rest"):
            rests.put(self._database, rest)

    def due(self, today: date, until: date) -> list[Due]:
        """The rests that begin."""
        return [
            Due(one.starts, "your rest begins", "rest", one.id)
            for one in self.every()
            if today < one.starts <= until
        ]

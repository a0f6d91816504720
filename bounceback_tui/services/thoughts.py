"""Thought records: a hot thought looked at from both sides."""

from __future__ import annotations

from bounceback_tui.domain.text import quoted
from bounceback_tui.domain.thought import ThoughtRecord
from bounceback_tui.services.tool import Tool
from bounceback_tui.storage import thoughts


class Thoughts(Tool):
    """The thoughts that were answered, or begun to be."""

    def every(self) -> list[ThoughtRecord]:
        """All thought records, the latest first."""
        return thoughts.every(self._database)

    def put(self, record: ThoughtRecord) -> None:
        """Keep a thought record. Raises StorageError."""
        with self._undo.step(f"save {quoted(record.thought)}"):
            thoughts.put(self._database, record)

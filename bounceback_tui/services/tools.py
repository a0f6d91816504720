"""What the tools of the guide keep: requests for feedback, leads, rests and thought records."""

from __future__ import annotations

from collections.abc import Mapping

from bounceback_tui.domain.feedback import Feedback
from bounceback_tui.domain.lead import Lead, Rest
from bounceback_tui.domain.text import quoted
from bounceback_tui.domain.thought import ThoughtRecord
from bounceback_tui.services.undo import Undo
from bounceback_tui.storage import feedback, leads, thoughts
from bounceback_tui.storage.database import Database


class Tools:
    """Keeps what belongs to recovery beside the ticks; each `put` replaces what was there under its key."""

    def __init__(self, database: Database, undo: Undo) -> None:
        self._database = database
        self._undo = undo

    def feedback(self) -> Mapping[str, Feedback]:
        """Every request for feedback by the key of its episode."""
        return feedback.every(self._database)

    def put_feedback(self, request: Feedback) -> None:
        """Keep a request with its remarks. Raises StorageError."""
        with self._undo.step("save feedback"):
            feedback.put(self._database, request)

    def leads(self) -> list[Lead]:
        """All leads, open ones by their next date first."""
        return leads.every_lead(self._database)

    def put_lead(self, lead: Lead) -> None:
        """Keep a lead. Raises StorageError."""
        with self._undo.step(f"save {quoted(lead.name)}"):
            leads.put_lead(self._database, lead)

    def rests(self) -> list[Rest]:
        """All rests, the earliest first."""
        return leads.every_rest(self._database)

    def put_rest(self, rest: Rest) -> None:
        """Keep a rest. Raises StorageError."""
        with self._undo.step("save a rest"):
            leads.put_rest(self._database, rest)

    def thoughts(self) -> list[ThoughtRecord]:
        """All thought records, the latest first."""
        return thoughts.every(self._database)

    def put_thought(self, record: ThoughtRecord) -> None:
        """Keep a thought record. Raises StorageError."""
        with self._undo.step(f"save {quoted(record.thought)}"):
            thoughts.put(self._database, record)

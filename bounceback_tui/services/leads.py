"""Leads: friends, agencies and boards to branch out to."""

from __future__ import annotations

from datetime import date

from bounceback_tui.domain.due import Due
from bounceback_tui.domain.lead import Lead
from bounceback_tui.domain.text import quoted
from bounceback_tui.services.tool import Tool
from bounceback_tui.storage import leads


class Leads(Tool):
    """Somebody or something to turn to, with a next date."""

    def every(self) -> list[Lead]:
        """All leads, open ones by their next date first."""
        return leads.every(self._database)

    def put(self, lead: Lead) -> None:
        """Keep a lead. Raises StorageError."""
        with self._undo.step(f"save {quoted(lead.name)}"):
            leads.put(self._database, lead)

    def due(self, today: date, until: date) -> list[Due]:
        """The next dates of open leads."""
        return [
            Due(one.next_on, f"{one.kind}: {one.name}", "leads", one.id)
            for one in self.every()
            if one.next_on and one.next_on <= until and not one.done
        ]

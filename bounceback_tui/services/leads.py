"""Leads: friends, agencies and boards to branch out to."""

from __future__ import annotations

from datetime import date

from bounceback_tui.domain.due import OVERDUE, Due, DueKind
from bounceback_tui.domain.frozen import replace
from bounceback_tui.domain.lead import Lead
from bounceback_tui.services.shelf import Shelf
from bounceback_tui.storage import leads
from bounceback_tui.storage.trash import Table


class Leads(Shelf[Lead]):
    """Somebody or something to turn to, with a next date."""

    TABLE = Table.LEAD
    NOUN = "lead"

    def every(self) -> list[Lead]:
        """All leads, open ones by their next date first."""
        return leads.every(self._database)

    def store(self, thing: Lead) -> None:
        """Write one down."""
        leads.put(self._database, thing)

    def name_of(self, thing: Lead) -> str:
        """Its name."""
        return thing.name

    def set_next(self, key: str, day: date | None) -> None:
        """Turn to it next on another day, or on none in particular. Raises CannotDo."""
        self.put(replace(self.find(key), next_on=day), "set the next date of")

    def contacted(self, key: str) -> None:
        """Somebody turned to it today: a next date that has come by now is seen to. Raises CannotDo."""
        lead, today = self.find(key), self._today
        ahead = lead.next_on if lead.next_on and lead.next_on > today else None
        self.put(replace(lead, contacted_on=today, next_on=ahead), "note that you were in touch with")

    def set_done(self, key: str, done: bool) -> Lead:
        """Nothing more is to be done about it, or there is again; how it stands then. Raises CannotDo."""
        lead = replace(self.find(key), done=done)
        self.put(lead, "be done with" if done else "open again")
        return lead

    def due(self, today: date, until: date) -> list[Due]:
        """The next dates of open leads; one that has passed stays for a week, and then in the list alone."""
        return [
            Due(one.next_on, f"{one.kind}: {one.name}", DueKind.LEAD, "leads", one.id)
            for one in self.every()
            if one.next_on and today - OVERDUE <= one.next_on <= until and not one.done
        ]

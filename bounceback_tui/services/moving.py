"""An entry that was logged under the wrong application goes to the one that it is about."""

from __future__ import annotations

from dataclasses import replace

from bounceback_tui.clock import Clock
from bounceback_tui.domain.application import STAGES, Application, Event, Kind
from bounceback_tui.domain.entry import Entry
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.applications import Applications
from bounceback_tui.services.correction import implied_by
from bounceback_tui.storage import applications, entries
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.trash import Table, Thing, bring_back, put_away


class Moving:
    """Takes what one entry tells of to another application, inside a step of undo; all others stay."""

    def __init__(self, database: Database, clock: Clock, applied: Applications) -> None:
        self._database = database
        self._clock = clock
        self._applications = applied

    def move(self, entry: Entry, application: Application, event: Event, new: Outcome) -> None:
        """Take an entry with its event and the stage implied by it to the application that `new` names.

        An event that another entry tells of, too, stays with that, and this entry gets one of its own. An
        application of which nothing is left goes to the trash, unless a person or a preparation is with it.
        """
        target = self._target(application, new)
        if entries.is_shared(self._database, event.id, entry.id):
            own = replace(event, id=new_id(self._clock.now().utc), application_id=target.id)
            applications.add_event(self._database, own)
            entries.tell_of(self._database, entry.id, own.id)
            return
        applications.move_event(self._database, event.id, target.id)
        implied = implied_by(application, event)
        if implied:
            applications.move_event(self._database, implied.id, target.id)
            if any(one.kind is implied.kind for one in target.events):  # its own log knows that stage
                put_away(self._database, [Thing(Table.EVENT, implied.id)], self._clock.now())
        is_empty = len(application.events) == 1 + bool(implied)
        if is_empty and not applications.is_prepared(self._database, application.id):
            put_away(self._database, [Thing(Table.APPLICATION, application.id)], self._clock.now())

    def _target(self, application: Application, new: Outcome) -> Application:
        """Where it goes: where it belonged before, be that in the trash by now, or where the names say."""
        if new.application:
            bring_back(self._database, [Thing(Table.APPLICATION, new.application)])
            known = applications.with_id(self._database, new.application)
            if known:
                return known[0]
        return self._applications.for_outcome(new, but=application.id)


def settled(new: Outcome, old: Outcome, there: Outcome) -> Outcome:
    """What is said of an entry once it stands in another application, which keeps its own names.

    `there` is what it says in that place as it is. A stage that nobody touched gives way to a log that
    goes further.
    """
    further = new.stage == old.stage and _rank(there.stage) > _rank(new.stage)
    return replace(
        new,
        application=there.application,
        company=there.company,
        role=there.role,
        source=there.source,
        stage=there.stage if further else new.stage,
    )


def _rank(stage: Kind | None) -> int:
    return STAGES.index(stage or Kind.APPLIED)

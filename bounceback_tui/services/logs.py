"""The log of one application with all that belongs to it, and correcting what stands in it.

What an entry tells of is corrected with that entry, which keeps its versions. It is never parted from it:
whoever takes such an event out takes the entry along, at their word.
"""

from __future__ import annotations

from bounceback_tui.clock import Clock
from bounceback_tui.domain.application import SETBACKS, Application, Event
from bounceback_tui.domain.entry import HistoryItem
from bounceback_tui.domain.frozen import Frozen, replace
from bounceback_tui.domain.person import Person
from bounceback_tui.domain.text import cut, plural, quoted
from bounceback_tui.services.applications import Applications
from bounceback_tui.services.correction import implied_by
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.lookup import back_from_latest, latest, only
from bounceback_tui.services.undo import Undo
from bounceback_tui.storage import applications, entries, episodes, people
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.trash import Table, Thing, belongs_to_application, goes_with, put_away

_GONE = "That is not in the log any more. Nothing was changed."


class Detail(Frozen):
    """All that belongs to one application."""

    application: Application
    people: tuple[Person, ...] = ()
    """Those who were met, the latest first."""
    entries: tuple[HistoryItem, ...] = ()
    """What was written about it, newest first."""

    @property
    def goes_along(self) -> str:
        """ "Acme · Tester with 3 events and 1 person": what deleting it puts away."""
        one = self.application
        name = " · ".join(cut(part, 40) for part in (one.company or "This application", one.role) if part)
        counts = ((len(one.events), "event", "events"), (len(self.people), "person", "people"))
        along = " and ".join(plural(count, noun, nouns) for count, noun, nouns in counts if count)
        return f"{name} with {along}" if along else name

    @property
    def stays(self) -> str:
        """ "The 2 entries about it stay in the journal."; empty where there is none."""
        if not self.entries:
            return ""
        if len(self.entries) == 1:
            return "The entry about it stays in the journal."
        return f"The {len(self.entries)} entries about it stay in the journal."

    def telling(self, event_id: str) -> HistoryItem | None:
        """The latest entry that tells of an event."""
        return next((one for one in self.entries if one.entry.event_id == event_id), None)


class Logs:
    """Reads one application whole, and corrects its log; each correction is a step of undo."""

    def __init__(self, database: Database, clock: Clock, undo: Undo, applied: Applications) -> None:
        self._database = database
        self._clock = clock
        self._undo = undo
        self._applications = applied

    def of(self, application: Application) -> Detail:
        """An application with its people and entries. Raises StorageError."""
        with self._database.read():
            return Detail(
                application,
                tuple(people.of_application(self._database, application.id)),
                tuple(entries.of_application(self._database, application.id)),
            )

    def line(self, beginning: str) -> tuple[Application, Event]:
        """The event whose key begins so, with its application; "-1" is that noted last. Raises CannotDo."""
        place = back_from_latest(beginning)
        if place is not None:
            keys = applications.latest_events(self._database)
            key = latest(keys[place : place + 1], len(keys), "event")
        else:
            found = applications.events_with_id(self._database, beginning.strip())
            key = only(found, "event", beginning)
        return self._event(key)

    def change_event(self, event: Event) -> None:
        """Let an event be of another kind or date, or have another note. Raises CannotDo.

        With another date, that is known from then on. A setback opens an episode; what is none any more
        hides its episode, which keeps its ticks.
        """
        application, old = self._event(event.id)
        known = event.date_known or event.at != old.at
        new = replace(old, kind=event.kind, at=event.at, note=event.note.strip(), date_known=known)
        if new == old:
            return
        told = entries.of_event(self._database, old.id)
        if told and replace(new, note=old.note) != old:
            raise CannotDo(
                f"{quoted(told[-1].entry.title)} tells of that; change it there. Nothing was changed here."
            )
        with self._undo.step(f"change “{old.kind}” of {_who(application)}"):
            applications.change_event(self._database, new)
            implied = implied_by(application, old) if old.date_known else None
            if implied and new.at != old.at:  # else the stage before an ending would come after it
                applications.change_event(self._database, replace(implied, at=new.at))
            if new.kind in SETBACKS and not episodes.of_event(self._database, new.id):
                self._applications.open_episode(new.id)

    def delete_event(self, event_id: str, with_entries: bool = False) -> Event:
        """Put an event into the trash, with the stage that only followed from it; what it was.

        Where entries tell of it they go along `with_entries`; else it stays, since they would tell of
        nothing. Raises CannotDo then, and where it is gone.
        """
        application, event = self._event(event_id)
        told = entries.of_event(self._database, event.id)
        if told and not with_entries:
            raise CannotDo(f"{quoted(told[-1].entry.title)} tells of that, so it stays. Nothing was changed.")
        things = [Thing(Table.EVENT, event.id)]
        implied = implied_by(application, event) if event.date_known else None
        if implied and not entries.of_event(self._database, implied.id):
            things.append(Thing(Table.EVENT, implied.id))
        for item in told:
            things += goes_with(self._database, item.entry.id)
        with self._undo.step(f"take “{event.kind}” out of the log of {_who(application)}"):
            put_away(self._database, things, self._clock.now())
        return event

    def delete(self, application_id: str) -> Detail:
        """Put an application into the trash with its log, people and plans, in one step; what it was.

        Entries that tell of it stay in the journal. Raises CannotDo where it is gone.
        """
        detail = self.of(self._applications.find(application_id))
        things = belongs_to_application(self._database, detail.application.id)
        with self._undo.step(f"delete {_who(detail.application)}"):
            put_away(self._database, things, self._clock.now())
        return detail

    def may_go_for_good(self, application_id: str) -> None:
        """Raises CannotDo where an entry tells of an application, be it in the trash."""
        if entries.tells_of(self._database, application_id):
            raise CannotDo(
                "What you wrote tells of it, so it stays. Nothing was changed; delete those entries for good"
                " first, or put it into the trash alone."
            )

    def left_by(self, item: HistoryItem) -> str:
        """What stays in the log of an application though its entry is deleted, in a sentence; often nothing.

        An event is still told of where another entry belongs to it.
        """
        found = self._applications.with_event(item.entry.event_id or "")
        if not found or entries.of_event(self._database, found[1].id):
            return ""
        return f"“{found[1].kind}” stays in the log of {_who(found[0])}"

    def _event(self, event_id: str) -> tuple[Application, Event]:
        found = self._applications.with_event(event_id)
        if not found:
            raise CannotDo(_GONE)
        return found


def _who(application: Application) -> str:
    return cut(application.company, 40) or "the application"

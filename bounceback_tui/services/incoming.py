"""One thing after the other out of another program's file: whether it is new, and writing it down.

A key of the other program tells whether it came in before, or a digest of its content where it has none. What
somebody deleted since does not come back, and what is there is never changed: an application only gets the
events that it does not have yet, and what it lacks of source, link and notes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from bounceback_tui.domain.application import SETBACKS, Application, Event, Kind, Status, status_of
from bounceback_tui.domain.checkin import CheckIn, Relation
from bounceback_tui.domain.entry import Entry, title_of
from bounceback_tui.domain.frozen import replace
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.import_report import Found, Sort
from bounceback_tui.domain.incoming import (
    Incoming,
    IncomingApplication,
    IncomingEntry,
    IncomingEvent,
    IncomingThought,
    Refused,
)
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.tags import all_tags
from bounceback_tui.domain.text import tidy
from bounceback_tui.domain.thought import ThoughtRecord
from bounceback_tui.formats.exact import with_rest
from bounceback_tui.services.incoming_event import told_of
from bounceback_tui.services.incoming_keys import bare, event_id, said_digest, source_id
from bounceback_tui.services.incoming_words import is_in, told, why_not
from bounceback_tui.storage import applications, checkins, entries, episodes, imports, thoughts
from bounceback_tui.storage.columns import FreePlaces, key_of
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.digests import digest_of
from bounceback_tui.storage.errors import StorageError, does_not_fit

RECENT = timedelta(weeks=4)
"""A rejection of longer ago comes in with its episode closed, so that an old history does not fill Today."""


class Taker:
    """Takes things in, or with `look` only counts what would come in. The latter writes nothing."""

    def __init__(
        self, db: Database, format: str, now: Moment, *, look: bool = False, guide: Callable[[], str] = str
    ) -> None:
        """`guide` names the guide of new episodes."""
        self._db = db
        self._format = format
        self._now = now
        self._look = look
        self._guide = guide
        self._met: set[int] = set()
        self._said: dict[int, int] = {}
        self._made: set[str] = set()
        self._places = FreePlaces(db)
        self._there: dict[date, set[int]] = {}
        self._named: dict[tuple[str, str], list[imports.There]] = {}
        self.found = Found()
        """What was seen so far."""

    def take(self, thing: Incoming | Refused) -> None:
        """Take one in, all of it or none. Raises StorageError."""
        if isinstance(thing, Refused):
            if thing.elsewhere:
                self.found.elsewhere += 1
                return
            self.found.refuse(thing.line, thing.why)
            return
        if why := why_not(thing):
            self.found.refuse(thing.line, why)
            return
        try:
            if self._look:
                self._take(thing)
            else:
                with self._db.write():
                    self._take(thing)
        except StorageError as error:
            if not does_not_fit(error) or not self._db.writing:
                raise
            self.found.refuse(thing.line, "one of its values does not fit")

    def _take(self, thing: Incoming) -> None:
        key = source_id(thing)
        if isinstance(thing, IncomingApplication):
            self._application(thing, key)
            return
        told_apart = self._told_apart(thing, key)
        here = key == told_apart and imports.is_here(self._db, thing.key)
        if self._is_known(told_apart) or here or self._has_words(thing):
            self.found.known += 1
            return
        if isinstance(thing, IncomingEntry):
            sort = self._entry(thing, told_apart)
        else:
            sort = self._thought(thing, told_apart)
        self._count(sort, thing)

    def _is_known(self, key: str) -> bool:
        """Whether it came in before, from this file or another."""
        mark = int(digest_of(key), 16)
        if mark in self._met:
            return True
        self._met.add(mark)
        formats = imports.OURS if self._format in imports.OURS else (self._format,)
        return any(imports.known(self._db, one, key) for one in formats)

    def _has_words(self, thing: Incoming) -> bool:
        """Whether an entry without a key says what one of that minute says that was there before."""
        if (
            not isinstance(thing, IncomingEntry)
            or thing.key
            or not (thing.title.strip() or thing.text.strip())
        ):
            return False
        day = thing.at.local_date
        if day not in self._there:  # once for all of that day: a file may hold very many
            self._there[day] = {
                _said_at(one.at, one.title, one.text)
                for one in imports.entries_on(self._db, day)
                if one.id not in self._made
            }
        return _said_at(thing.at, thing.title, thing.text) in self._there[day]

    def _told_apart(self, thing: Incoming, key: str) -> str:
        """The key of a thing; with what it says, where another one of the file has the same."""
        if not thing.key:
            return key
        said = said_digest(thing, ("key", "line"))
        first = self._said.setdefault(int(digest_of(key), 16), int(said, 16))
        return key if first == int(said, 16) else f"{key}\n{said}"

    def _count(self, sort: Sort, thing: Incoming) -> None:
        self.found.add(sort)
        self.found.show(told(thing))

    def _entry(self, thing: IncomingEntry, key: str) -> Sort:
        alone = not (thing.title.strip() or thing.text.strip() or thing.about)
        if self._look:
            return Sort.CHECKIN if alone else Sort.ENTRY
        row = new_id(self._now.utc)
        self._made.add(row)
        if not alone:
            event = told_of(self._db, thing)
            text = thing.text if event else with_rest(thing.text, thing.about)
            title = thing.title.strip() or title_of(text)
            entry = Entry(row, thing.at, title, tidy(text), all_tags(thing.tags, text), event)
            entries.add(self._db, entry, self._now, self._places)
            imports.note(self._db, self._format, key, "entry", row)
        if thing.reading:
            reading = new_id(self._now.utc)
            relation = Relation.ALONE if alone else Relation.BEFORE
            checkins.add(
                self._db, CheckIn(reading, thing.at, thing.reading, relation, None if alone else row)
            )
            if alone:
                imports.note(self._db, self._format, key, "checkin", reading)
        return Sort.CHECKIN if alone else Sort.ENTRY

    def _thought(self, thing: IncomingThought, key: str) -> Sort:
        if not self._look:
            row = new_id(self._now.utc)
            record = ThoughtRecord(
                id=row,
                written_at=thing.at,
                thought=tidy(thing.thought),
                episode_id=None,
                belief_before=thing.belief_before,
                evidence_for=tidy(thing.evidence_for),
                evidence_against=tidy(thing.evidence_against),
                traps=thing.traps,
                fairer=tidy(thing.fairer),
                belief_after=thing.belief_after,
            )
            thoughts.put(self._db, record)
            imports.note(self._db, self._format, key, "thought", row)
        return Sort.THOUGHT

    def _application(self, thing: IncomingApplication, key: str) -> None:
        if thing.undated:
            stands = IncomingEvent(thing.undated, self._now, date_known=False)
            thing = replace(thing, events=(*thing.events, stands))
        before = imports.known(self._db, self._format, key)
        again = self._is_known(key)
        there = imports.application(self._db, before.row_id if before else thing.key)
        if there is None and not again:
            there = self._same(thing)
        if there is None and again:
            self.found.known += 1  # twice in this file, or deleted for good
        elif there is None:
            self._new_application(thing, key)
        elif there.deleted:
            self.found.known += 1
        else:
            self._more_events(thing, key, there, before is None)

    def _same(self, thing: IncomingApplication) -> imports.There | None:
        """The application that this is: one whose log tells of an event of it, else one that is open."""
        named = self._named_so(key_of(thing.company), key_of(thing.role))
        for one in named:
            if any(is_in(event, one) for event in thing.events):
                return one
        for one in named:
            status = status_of([Kind(line.kind) for line in one.log])
            if not one.deleted and (not status.ended or status is Status.GHOSTED):
                return one
        return None

    def _named_so(self, company: str, role: str) -> list[imports.There]:
        """The applications of these names that were there before, looked for once: there may be very many."""
        if (company, role) not in self._named:
            found = imports.applications_named(self._db, company, role)
            self._named[company, role] = [one for one in found if one.id not in self._made]
        return self._named[company, role]

    def _new_application(self, thing: IncomingApplication, key: str) -> None:
        self._count(Sort.APPLICATION, thing)
        self._tell_unread(thing)
        row = new_id(self._now.utc)
        if not self._look:
            self._made.add(row)
            company, role = thing.company.strip(), thing.role.strip()
            made = Application(
                row, company, role, thing.source, link=thing.link.strip(), notes=tidy(thing.notes)
            )
            applications.add(self._db, made, self._now)
            imports.note(self._db, self._format, key, "application", row)
        self._events(thing.events, row, key)

    def _more_events(self, thing: IncomingApplication, key: str, there: imports.There, first: bool) -> None:
        missing: list[IncomingEvent] = []
        had: list[IncomingEvent] = []
        for event in thing.events:
            if imports.known(self._db, self._format, event_id(key, event)):
                continue
            (had if is_in(event, there) else missing).append(event)
        filled = self._beside(thing, there, first)
        if missing or filled:
            self._tell_unread(thing)
            self.found.add(Sort.EVENT, len(missing))
            self.found.add(Sort.DETAIL, filled)
            self.found.show(told(thing))
        else:
            self.found.known += 1
        if not self._look and (missing or filled):
            if first:
                imports.note(self._db, self._format, key, "application", there.id)
            for place in {event_id(key, event) for event in had}:  # two interviews on one day have one
                imports.note(self._db, self._format, place, "application", there.id)
        if missing and not self._look:
            self._named.clear()  # its log says more now
        self._events(tuple(missing), there.id, key)

    def _tell_unread(self, thing: IncomingApplication) -> None:
        for said in thing.unread:
            self.found.miss_date(thing.line, said)

    def _beside(self, thing: IncomingApplication, there: imports.There, first: bool) -> int:
        """Fill in what is not known here of source, link and notes; how much. What differs stays.

        Only the `first` time, and not from an older copy of this journal: it may have been emptied since.
        """
        old = imports.beside(self._db, there.id)
        said = imports.Beside(thing.source and thing.source.value, thing.link.strip(), tidy(thing.notes))
        self.found.kept += any(a and b and b not in a for a, b in zip(old, said, strict=True))
        if not first or thing.key == there.id:
            return 0
        new = imports.Beside(old.source or said.source, old.link or said.link, old.notes or said.notes)
        if new != old and not self._look:
            imports.fill(self._db, there.id, new)
        return sum(a != b for a, b in zip(old, new, strict=True))

    def _events(self, events: tuple[IncomingEvent, ...], application: str, key: str) -> None:
        for event in dict.fromkeys(events):
            closed = event.kind in SETBACKS and not self._is_recent(event)
            self.found.closed += closed
            if self._look:
                continue
            row = new_id(self._now.utc)
            applications.add_event(
                self._db,
                Event(row, application, event.kind, event.at, event.date_known, event.note.strip()),
            )
            place = event_id(key, event)
            if not imports.known(self._db, self._format, place):
                imports.note(self._db, self._format, place, "event", row)
            if event.kind in SETBACKS:
                episode = new_id(self._now.utc)
                episodes.add(self._db, episode, row, None, self._guide())
                if closed:
                    episodes.set_closed(self._db, episode, self._now)

    def _is_recent(self, event: IncomingEvent) -> bool:
        return event.date_known and self._now.utc - event.at.utc <= RECENT


def _said_at(at: Moment, title: str, text: str) -> int:
    """A mark for the words of an entry and the minute of its day."""
    return int(digest_of(f"{at.local:%H:%M}", *bare(title, text)), 16)

"""The journal: tell what happened, write, check in, and read it all again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bounceback_tui.clock import Clock
from bounceback_tui.domain.application import STAGE_WORDS, Application, Event, Kind
from bounceback_tui.domain.checkin import NOTHING_READ, CheckIn, Reading, Relation
from bounceback_tui.domain.entry import Entry, HistoryItem, Revision, clean_tags, title_of
from bounceback_tui.domain.episode import Attribution, Cause
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Logged, Outcome
from bounceback_tui.domain.query import Query
from bounceback_tui.services.applications import Applications
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.history import History
from bounceback_tui.services.lookup import only
from bounceback_tui.services.undo import Undo
from bounceback_tui.storage import applications, checkins, entries, episodes
from bounceback_tui.storage.database import Database


@dataclass(frozen=True)
class Shown:
    """An entry with everything that was said beside it."""

    item: HistoryItem
    checkins: tuple[CheckIn, ...]
    revisions: tuple[Revision, ...]
    causes: tuple[Cause, ...]
    attribution: Attribution | None


class Journal:
    """What a person can do with their journal."""

    def __init__(self, database: Database, clock: Clock, undo: Undo, applied: Applications) -> None:
        self._database = database
        self._clock = clock
        self._undo = undo
        self._applications = applied

    def log(self, outcome: Outcome) -> Logged:
        """Save what happened, whole or not at all. Raises CannotDo where nothing was said, and StorageError.

        The entry and the event stand at `outcome.when`; how it feels is always a reading of now.
        """
        if not outcome.says_something:
            raise CannotDo("Name the company, or write a line about it; either is enough to save.")
        now = self._clock.now()
        when = outcome.when or now
        with self._database.write():
            application, made = self._applications.for_outcome(outcome)
            event, to_record = self._applications.event_for_outcome(application, outcome, when)
            opened = [self._applications.record(one, outcome.forecast) for one in to_record]
            if outcome.causes:
                episodes.put_causes(self._database, event.id, outcome.causes)
            if outcome.attribution:
                episodes.put_attribution(self._database, event.id, outcome.attribution)
            title = outcome.title.strip() or title_of(outcome.text) or _title(application, event, outcome)
            entry = Entry(
                new_id(now.utc), when, title, outcome.text.strip(), clean_tags(outcome.tags), event.id
            )
            entries.add(self._database, entry, now)
            self._beside(entry.id, Relation.BEFORE, outcome.before)
            self._beside(entry.id, Relation.AFTER, outcome.after)
        self._undo.remember(
            f"Saved what happened{_at(application.company)}",
            lambda: self._take_out(entry.id, to_record, application.id if made else None),
        )
        episode = next((key for key in opened if key), None) or self._episode_of(event)
        return Logged(entry.id, application.id, event.id, episode)

    def note(
        self,
        text: str,
        *,
        title: str = "",
        tags: Sequence[str] = (),
        before: Reading = NOTHING_READ,
        after: Reading = NOTHING_READ,
        when: Moment | None = None,
    ) -> str:
        """Save free writing; the key of the entry. Raises CannotDo where nothing was written."""
        if not text.strip() and not title.strip():
            raise CannotDo("There is nothing to save yet; one line is enough.")
        now = self._clock.now()
        entry = Entry(
            new_id(now.utc),
            when or now,
            title.strip() or title_of(text),
            text.strip(),
            clean_tags(tuple(tags)),
        )
        with self._database.write():
            entries.add(self._database, entry, now)
            self._beside(entry.id, Relation.BEFORE, before)
            self._beside(entry.id, Relation.AFTER, after)
        self._undo.remember("Saved an entry", lambda: self._trash(entry.id, now))
        return entry.id

    def check_in(self, reading: Reading, when: Moment | None = None) -> str:
        """Save how it feels; the key of the check-in. Raises CannotDo where nothing was said.

        On the day after an entry with a reading, it also belongs to that entry as its next day.
        """
        if not reading:
            raise CannotDo("There is nothing to save yet; one digit for mood is enough.")
        now = self._clock.now()
        entry = self.awaiting_next_day() if when is None else None
        checkin = CheckIn(
            new_id(now.utc),
            when or now,
            reading,
            Relation.NEXT_DAY if entry else Relation.ALONE,
            entry.entry.id if entry else None,
        )
        checkins.add(self._database, checkin)
        self._undo.remember(
            "Saved a check-in",
            lambda: checkins.set_deleted(self._database, checkin.id, self._clock.now()),
        )
        return checkin.id

    def awaiting_next_day(self) -> HistoryItem | None:
        """The latest entry of yesterday that has a reading beside it, but none of the day after."""
        key = checkins.awaiting_next_day(self._database, self._clock.now().local_date)
        return self.find(key) if key else None

    def change(self, entry_id: str, title: str, text: str, tags: Sequence[str]) -> None:
        """Let an entry say something else; what it said is kept as a revision. Raises CannotDo."""
        old = self.find(entry_id).entry
        names = clean_tags(tuple(tags))
        new = old.with_text(title.strip() or title_of(text), text.strip(), tuple(sorted(names)))
        if new == old:
            return
        self._change(old, new)
        self._undo.remember("Changed an entry", lambda: self._change(new, old))

    def delete(self, entry_id: str) -> HistoryItem:
        """Put an entry into the trash, with the check-ins beside it. Raises CannotDo."""
        item = self.find(entry_id)
        self._trash(item.entry.id, self._clock.now())
        self._undo.remember("Deleted an entry", lambda: self._trash(item.entry.id, None))
        return item

    def restore(self, entry_id: str) -> HistoryItem:
        """Take an entry out of the trash. Raises CannotDo."""
        item = self.find(entry_id)
        self._trash(item.entry.id, None)
        self._undo.remember("Restored an entry", lambda: self._trash(item.entry.id, self._clock.now()))
        return item

    def find(self, beginning: str) -> HistoryItem:
        """The entry whose key begins so; "-1" is the latest. Raises CannotDo."""
        if beginning.strip() == "-1":
            latest = self.history(Query()).items(0, 1)
            if not latest:
                raise CannotDo("The journal is still empty.")
            return latest[0]
        return only(entries.with_id(self._database, beginning.strip()), "entry", beginning)

    def show(self, entry_id: str) -> Shown:
        """An entry with everything that was said beside it. Raises CannotDo."""
        item = self.find(entry_id)
        key, event = item.entry.id, item.entry.event_id
        return Shown(
            item,
            tuple(checkins.of_entry(self._database, key)),
            tuple(entries.revisions(self._database, key)),
            episodes.causes(self._database, event) if event else (),
            episodes.attribution(self._database, event) if event else None,
        )

    def history(self, query: Query) -> History:
        """The matching entries, newest first."""
        return History(self._database, query)

    def tags(self) -> list[str]:
        """Tags in use, the most frequent first."""
        return entries.tags(self._database)

    def feelings(self) -> list[str]:
        """Feelings named before, the most frequent first."""
        return checkins.feeling_names(self._database)

    def _beside(self, entry_id: str, relation: Relation, reading: Reading) -> None:
        if reading:
            now = self._clock.now()
            checkins.add(self._database, CheckIn(new_id(now.utc), now, reading, relation, entry_id))

    def _change(self, old: Entry, new: Entry) -> None:
        now = self._clock.now()
        entries.change(
            self._database, new, Revision(new_id(now.utc), old.id, now, old.title, old.text, old.tags)
        )

    def _trash(self, entry_id: str, when: Moment | None) -> None:
        with self._database.write():
            entries.set_deleted(self._database, entry_id, when)
            checkins.set_deleted_with_entry(self._database, entry_id, when)

    def _take_out(self, entry_id: str, events: Sequence[Event], application_id: str | None) -> None:
        now = self._clock.now()
        with self._database.write():
            self._trash(entry_id, now)
            for event in events:
                applications.set_event_deleted(self._database, event.id, now)
            if application_id:
                applications.set_deleted(self._database, application_id, now)

    def _episode_of(self, event: Event) -> str | None:
        return next((one.id for one in episodes.every(self._database) if one.event_id == event.id), None)


def _at(company: str) -> str:
    return f" with {company}" if company else ""


def _title(application: Application, event: Event, outcome: Outcome) -> str:
    """A title for an outcome of which nothing was written: "Acme: rejected after the final round"."""
    stage = (
        f" after the {STAGE_WORDS[outcome.stage]}" if outcome.stage and event.kind is Kind.REJECTED else ""
    )
    return f"{application.company}: {event.kind}{stage}"

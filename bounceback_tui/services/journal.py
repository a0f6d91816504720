"""The journal: tell what happened, write, check in, and read it all again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from bounceback_tui.clock import Clock
from bounceback_tui.domain.checkin import NOTHING_READ, CheckIn, Reading, Relation
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.text import cut, quoted, tidy
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.integrity import told_damage
from bounceback_tui.services.lookup import back_from_latest, latest, only
from bounceback_tui.services.undo import Undo
from bounceback_tui.storage import checkins
from bounceback_tui.storage.database import Database

if TYPE_CHECKING:  # a note, a mood and a list do without; together they take as long as all the rest
    from bounceback_tui.domain.application import Application, Event
    from bounceback_tui.domain.entry import HistoryItem, Revision
    from bounceback_tui.domain.episode import Attribution, Cause
    from bounceback_tui.domain.outcome import Logged, Outcome, Written
    from bounceback_tui.domain.query_values import Query
    from bounceback_tui.services.applications import Applications
    from bounceback_tui.services.history import History


class Shown(Frozen):
    """An entry with everything that was said beside it."""

    item: HistoryItem
    checkins: tuple[CheckIn, ...]
    revisions: tuple[Revision, ...]
    causes: tuple[Cause, ...]
    attribution: Attribution | None
    forecast: int | None
    """Days until they expected to feel like themselves, where its event opened an episode."""
    damage: str = ""
    """A sentence where the words are not those that were saved; else empty."""


class Journal:
    """What a person can do with their journal."""

    def __init__(
        self, database: Database, clock: Clock, undo: Undo, applied: Callable[[], Applications]
    ) -> None:
        """`applied` gives the applications, which only an outcome asks for."""
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
        from bounceback_tui.domain.entry import Entry, title_of  # noqa: PLC0415 - see above
        from bounceback_tui.domain.outcome import Logged  # noqa: PLC0415
        from bounceback_tui.domain.tags import all_tags  # noqa: PLC0415
        from bounceback_tui.services.said import Said  # noqa: PLC0415
        from bounceback_tui.storage import entries, episodes  # noqa: PLC0415

        applications = self._applications()
        now = self._clock.now()
        when = outcome.when or now
        with self._undo.step(f"save what happened{_at(outcome.company)}"):
            application = applications.for_outcome(outcome)
            event, to_record = applications.event_for_outcome(application, outcome, when)
            for one in to_record:
                applications.record(one, outcome.forecast)
            Said.of(self._database, event.id).with_more(outcome).put(self._database, event.id)
            title = outcome.title.strip() or title_of(outcome.text) or _title(application, event, outcome)
            tags = all_tags(outcome.tags, outcome.text)
            entry = Entry(new_id(now.utc), when, title, tidy(outcome.text), tags, event.id)
            entries.add(self._database, entry, now)
            self._beside(entry.id, Relation.BEFORE, outcome.before)
            self._beside(entry.id, Relation.AFTER, outcome.after)
        return Logged(entry.id, application.id, event.id, episodes.of_event(self._database, event.id))

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
        from bounceback_tui.domain.entry import Entry, title_of  # noqa: PLC0415 - see above
        from bounceback_tui.domain.tags import all_tags  # noqa: PLC0415
        from bounceback_tui.storage import entries  # noqa: PLC0415

        now = self._clock.now()
        entry = Entry(
            new_id(now.utc),
            when or now,
            title.strip() or title_of(text),
            tidy(text),
            all_tags(tags, text),
        )
        with self._undo.step(f"save {quoted(entry.title)}"):
            entries.add(self._database, entry, now)
            self._beside(entry.id, Relation.BEFORE, before)
            self._beside(entry.id, Relation.AFTER, after)
        return entry.id

    def write(self, written: Written) -> str:
        """Save a page of free writing; the key of the entry. Raises CannotDo."""
        return self.note(
            written.text,
            title=written.title,
            tags=written.tags,
            before=written.before,
            after=written.after,
        )

    def check_in(self, reading: Reading, when: Moment | None = None) -> str:
        """Save how it feels; the key of the check-in. Raises CannotDo where nothing was said.

        On the day after an entry with a reading, it also belongs to that entry as its next day.
        """
        if not reading:
            raise CannotDo("There is nothing to save yet; one digit for mood is enough.")
        now = self._clock.now()
        with self._undo.step("save a check-in"):
            entry = checkins.awaiting_next_day(self._database, now.local_date) if when is None else None
            relation = Relation.NEXT_DAY if entry else Relation.ALONE
            checkin = CheckIn(new_id(now.utc), when or now, reading, relation, entry)
            checkins.add(self._database, checkin)
        return checkin.id

    def awaiting_next_day(self) -> HistoryItem | None:
        """The last entry written yesterday with a reading beside it, but none of the day after."""
        key = checkins.awaiting_next_day(self._database, self._clock.now().local_date)
        return self.find(key) if key else None

    def delete(self, entry_id: str) -> HistoryItem:
        """Put an entry into the trash, with the check-ins beside it. Raises CannotDo.

        What became of an application by it stays in the log of that application.
        """
        from bounceback_tui.storage.trash import goes_with, put_away  # noqa: PLC0415 - see above

        item = self.find(entry_id)
        with self._undo.step(f"delete {quoted(item.entry.title)}"):
            put_away(self._database, goes_with(self._database, item.entry.id), self._clock.now())
        return item

    def restore(self, entry_id: str) -> HistoryItem:
        """Take an entry out of the trash, with all that went there along with it; "-1" is the latest in it.

        Raises CannotDo.
        """
        from bounceback_tui.storage.trash import Table, Thing, bring_back, gone_with  # noqa: PLC0415 - see above

        item = self.find(entry_id, _trash())
        with self._undo.step(f"restore {quoted(item.entry.title)}"):
            bring_back(self._database, gone_with(self._database, Thing(Table.ENTRY, item.entry.id)))
        return item

    def destroy(self, entry_id: str) -> HistoryItem:
        """Delete an entry in the trash for good, with its check-ins, versions and drafts. Raises CannotDo.

        It cannot be taken back, nor can what was done before it was last touched. Backups still hold it.
        """
        from bounceback_tui.storage.for_good import destroy  # noqa: PLC0415 - see above
        from bounceback_tui.storage.trash import Table, Thing  # noqa: PLC0415

        item = self.find(entry_id, _trash())
        if not item.entry.deleted:
            raise CannotDo(
                "Only what is in the trash is deleted for good; delete it first. Nothing was changed."
            )
        with self._database.write():
            self._undo.pass_over()  # else words of other entries could go with the steps
            destroy(self._database, Thing(Table.ENTRY, item.entry.id))
        return item

    def find(self, beginning: str, among: Query | None = None) -> HistoryItem:
        """The entry whose key begins so; "-1" is the latest of those that fit `among`, "-2" the one before.

        Raises CannotDo.
        """
        from bounceback_tui.domain.query_values import Query  # noqa: PLC0415 - see above
        from bounceback_tui.storage import entries  # noqa: PLC0415

        among = among or Query()
        place = back_from_latest(beginning)
        if place is not None:
            history = self.history(among)
            while place >= history.known and not history.complete:
                history.read_on()
            if not history.known:
                raise CannotDo("The trash is empty." if among.deleted else "The journal is still empty.")
            found = history.items(place, place + 1)
            return latest(found, history.known, "entry", "entries")
        return only(entries.with_id(self._database, beginning.strip()), "entry", beginning)

    def is_there(self, entry_id: str) -> bool:
        """Whether there is an entry of this very key, in the trash or not."""
        from bounceback_tui.storage import entries  # noqa: PLC0415 - see above

        return bool(entries.with_id(self._database, entry_id))

    def show(self, entry_id: str) -> Shown:
        """An entry with everything that was said beside it. Raises CannotDo."""
        from bounceback_tui.storage import entries, episodes  # noqa: PLC0415 - see above

        item = self.find(entry_id)
        key, event = item.entry.id, item.entry.event_id
        return Shown(
            item,
            tuple(checkins.of_entry(self._database, key)),
            tuple(entries.revisions(self._database, key)),
            episodes.causes(self._database, event) if event else (),
            episodes.attribution(self._database, event) if event else None,
            episodes.forecast_of(self._database, event) if event else None,
            told_damage(self._database) if item.entry.damaged else "",
        )

    def history(self, query: Query) -> History:
        """The matching entries, newest first."""
        from bounceback_tui.services.history import History  # noqa: PLC0415 - see above

        return History(self._database, query)

    def feelings(self) -> list[str]:
        """Feelings named before, the most frequent first."""
        return checkins.feeling_names(self._database)

    def _beside(self, entry_id: str, relation: Relation, reading: Reading) -> None:
        if reading:
            now = self._clock.now()
            checkins.add(self._database, CheckIn(new_id(now.utc), now, reading, relation, entry_id))


def _trash() -> Query:
    from bounceback_tui.domain.query_values import Query  # noqa: PLC0415 - see above

    return Query(deleted=True)


def _at(company: str) -> str:
    """ " with Acme", where there is a company."""
    name = cut(company, 40)
    return f" with {name}" if name else ""


def _title(application: Application, event: Event, outcome: Outcome) -> str:
    """A title for an outcome of which nothing was written: "Acme: rejected after the final round"."""
    from bounceback_tui.domain.application import STAGE_WORDS, Kind  # noqa: PLC0415 - see above

    stage = (
        f" after the {STAGE_WORDS[outcome.stage]}" if outcome.stage and event.kind is Kind.REJECTED else ""
    )
    company = f"{application.company}: " if application.company else ""
    return f"{company}{event.kind}{stage}"

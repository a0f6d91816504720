"""Words in steps that were taken back and are now passed over: they become earlier versions, and drafts."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import chain

from bounceback_tui.clock import Clock
from bounceback_tui.domain.checkin import NOTHING_READ, CheckInVersion, Reading
from bounceback_tui.domain.entry import Revision
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.outcome import Told
from bounceback_tui.services.drafts import ASIDE
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.rescue_rows import RowRescue
from bounceback_tui.storage import checkins, drafts, entries, episodes, undo, undo_about
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.errors import StorageError


@dataclass
class Lost:
    """What stood only in those steps."""

    versions: dict[str, list[Told]] = field(default_factory=dict)
    """What entries said, by key."""
    readings: dict[str, list[Reading]] = field(default_factory=dict)
    """What check-ins said that are told with no entry, by key."""
    notes: list[tuple[str, str, str]] = field(default_factory=list)
    """Form ("note" or "plan"), the episode and step that it is about, and the words."""


class _LookedAt(Exception):
    """All was seen; nothing of it shall stay."""


class Rescue:
    """Looks at what would be lost, by doing it all again and taking that back at once, and keeps it."""

    def __init__(self, database: Database, clock: Clock, told: Callable[[str], Told]) -> None:
        """`told` is all that an entry says, by its key."""
        self._database = database
        self._clock = clock
        self._told = told
        self._rows = RowRescue(database)
        self._now: dict[str, tuple[Told, bool]] = {}
        self._felt: dict[str, Reading | None] = {}
        self._ticks: dict[tuple[str, str], tuple[str, str]] = {}

    def look(self) -> Lost:
        """What is only in the steps that were taken back, as far as they can be done again."""
        lost = Lost()
        last = undo_about.last_with_words(self._database)
        with suppress(_LookedAt), self._database.write():
            while (step := undo.next_undone(self._database) or last + 1) <= last:
                try:
                    with self._database.write():
                        self._look_at(step, lost)
                except (StorageError, CannotDo):
                    if not self._database.writing:  # the disk failed, and all was taken back with it
                        raise
                    undo.drop(self._database, step)  # what cannot be looked at stops nothing
            raise _LookedAt
        return lost

    def _look_at(self, step: int, lost: Lost) -> None:
        """Do a step again, and see what its entries and ticks say then that they do not say now.

        What came in from a file is still in that file.
        """
        if undo.is_import(self._database, step):
            undo.turn(self._database, self._clock.now(), undone=True)
            return
        keys, ticks = undo_about.rows_of(self._database, step)
        for key in keys:
            if key not in self._now:
                self._now[key] = (self._told(key), undo_about.is_in_trash(self._database, key))
        for place in ticks:
            self._ticks.setdefault(place, self._words(*place))
        felt = undo_about.checkins_of(self._database, step)
        for key in felt:
            self._felt.setdefault(key, checkins.reading_of(self._database, key))
        rows = self._rows.before(step)
        undo.turn(self._database, self._clock.now(), undone=True)
        self._rows.after(rows)
        for key in keys:
            self._compare(lost, self._told(key))
        for key in felt:
            redone, known = checkins.reading_of(self._database, key), lost.readings.setdefault(key, [])
            if redone and redone not in (*known, self._felt[key]):
                known.append(redone)
        for place in ticks:
            self._compare_words(lost, place, self._ticks[place])

    def keep(self, lost: Lost) -> None:
        """Keep it where it can be found: among the versions of its entry, and among the drafts."""
        now = self._clock.now()
        self._rows.keep(now)
        for told in chain.from_iterable(lost.versions.values()):
            kept = Revision(new_id(now.utc), told.entry_id, now, told.title, told.text, told.tags, told)
            entries.keep_revision(self._database, kept)
        for key, readings in lost.readings.items():
            for reading in readings:
                checkins.keep_version(self._database, key, CheckInVersion(new_id(now.utc), now, reading))
        for form, place, words in lost.notes:
            target = f"{place}{ASIDE}{new_id(now.utc)}"
            drafts.put(self._database, form, target, {"text": words}, now)

    def _compare(self, lost: Lost, redone: Told) -> None:
        """Note what an entry said, unless it says so now, or will once it comes out of the trash."""
        key = redone.entry_id
        there, trashed = self._now[key]
        same = _same_in_trash(redone, there) if trashed else redone == there
        if same and trashed and not undo_about.is_in_trash(self._database, key):
            self._now[key] = (redone, False)  # so it comes out of there; what it said later is more
        known = lost.versions.setdefault(key, [])
        if not same and redone not in known:
            known.append(redone)

    def _words(self, episode: str, step: str) -> tuple[str, str]:
        tick = episodes.ticks(self._database, episode).get(step)
        return (tick.note, tick.plan) if tick else ("", "")

    def _compare_words(self, lost: Lost, place: tuple[str, str], there: tuple[str, str]) -> None:
        for form, redone, now in zip(("note", "plan"), self._words(*place), there, strict=True):
            found = (form, " ".join(place), redone)
            if redone and redone != now and found not in lost.notes:
                lost.notes.append(found)


def _same_in_trash(redone: Told, there: Told) -> bool:
    """Whether what lies in the trash says the same: there it has no readings, and perhaps no application."""
    if type(redone) is type(there):
        bare = [replace(one, before=NOTHING_READ, after=NOTHING_READ) for one in (redone, there)]
        return bare[0] == bare[1]
    return (redone.title, redone.text, redone.tags) == (there.title, there.text, there.tags)

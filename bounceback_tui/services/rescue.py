"""Words in steps that were taken back and are now passed over: they become earlier versions, and drafts."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain

from bounceback_tui.clock import Clock
from bounceback_tui.domain.entry import Revision
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.outcome import Told
from bounceback_tui.services.drafts import ASIDE
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.rescue_rows import RowRescue
from bounceback_tui.storage import drafts, entries, episodes, undo
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.errors import StorageError


@dataclass
class Lost:
    """What stood only in those steps."""

    versions: dict[str, list[Told]] = field(default_factory=dict)
    """What entries said, by key."""
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
        self._ticks: dict[tuple[str, str], tuple[str, str]] = {}

    def look(self) -> Lost:
        """What is only in the steps that were taken back, as far as they can be done again."""
        lost = Lost()
        with suppress(_LookedAt), self._database.write():
            with suppress(StorageError, CannotDo):  # what cannot be looked at stops nothing
                while (step := undo.next_undone(self._database)) is not None:
                    self._look_at(step, lost)
            raise _LookedAt
        return lost

    def _look_at(self, step: int, lost: Lost) -> None:
        """Do a step again, and see what its entries and ticks say then that they do not say now."""
        keys, ticks = undo.rows_of(self._database, step)
        for key in keys:
            if key not in self._now:
                self._now[key] = (self._told(key), undo.is_in_trash(self._database, key))
        for place in ticks:
            self._ticks.setdefault(place, self._words(*place))
        rows = self._rows.before(step)
        undo.turn(self._database, self._clock.now(), undone=True)
        self._rows.after(rows)
        for key in keys:
            self._compare(lost, self._told(key), *self._now[key])
        for place in ticks:
            self._compare_words(lost, place, self._ticks[place])

    def keep(self, lost: Lost) -> None:
        """Keep it where it can be found: among the versions of its entry, and among the drafts."""
        now = self._clock.now()
        self._rows.keep(now)
        for told in chain.from_iterable(lost.versions.values()):
            kept = Revision(new_id(now.utc), told.entry_id, now, told.title, told.text, told.tags, told)
            entries.keep_revision(self._database, kept)
        for form, place, words in lost.notes:
            target = f"{place}{ASIDE}{new_id(now.utc)}"
            drafts.put(self._database, form, target, {"text": words}, now)

    @staticmethod
    def _compare(lost: Lost, redone: Told, there: Told, trashed: bool) -> None:
        """Note what an entry said, unless it says so now; of one in the trash, the words alone can differ."""
        same = (
            (redone.title, redone.text, redone.tags) == (there.title, there.text, there.tags)
            if trashed
            else redone == there
        )
        known = lost.versions.setdefault(redone.entry_id, [])
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

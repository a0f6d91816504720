"""Words in steps that were taken back and are now passed over: they become earlier versions, and drafts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from bounceback_tui.clock import Clock
from bounceback_tui.domain.entry import Revision
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.outcome import Told
from bounceback_tui.services.drafts import ASIDE
from bounceback_tui.storage import drafts, entries, episodes, undo
from bounceback_tui.storage.database import Database


@dataclass
class Lost:
    """What stood only in those steps."""

    versions: list[Told] = field(default_factory=list)
    """What entries said."""
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

    def look(self) -> Lost:
        """What is only in the steps that were taken back. Raises StorageError."""
        lost, now = Lost(), self._clock.now()
        keys, ticks = undo.undone_rows(self._database)
        there = {key: self._told(key) for key in keys}
        trash = undo.in_trash(self._database, keys)
        words = {place: self._words(*place) for place in ticks}
        try:
            with self._database.write():
                while undo.turn(self._database, now, undone=True):
                    for key in keys:
                        self._compare(lost, self._told(key), there[key], key in trash)
                    for place in ticks:
                        self._compare_words(lost, place, words[place])
                raise _LookedAt
        except _LookedAt:
            return lost

    def keep(self, lost: Lost) -> None:
        """Keep it where it can be found: among the versions of its entry, and among the drafts."""
        now = self._clock.now()
        for told in lost.versions:
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
        if not same and redone not in lost.versions:
            lost.versions.append(redone)

    def _words(self, episode: str, step: str) -> tuple[str, str]:
        tick = episodes.ticks(self._database, episode).get(step)
        return (tick.note, tick.plan) if tick else ("", "")

    def _compare_words(self, lost: Lost, place: tuple[str, str], there: tuple[str, str]) -> None:
        for form, redone, now in zip(("note", "plan"), self._words(*place), there, strict=True):
            found = (form, " ".join(place), redone)
            if redone and redone != now and found not in lost.notes:
                lost.notes.append(found)

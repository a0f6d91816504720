"""Taking everything out of a journal, whole or in a form that others read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bounceback_tui.clock import Clock
from bounceback_tui.domain.application import Application
from bounceback_tui.domain.checkin import NOTHING_READ, CheckIn, Relation
from bounceback_tui.domain.due import Due
from bounceback_tui.domain.going import Going, go_on, onwards, part_of
from bounceback_tui.domain.outgoing import OutgoingEntry
from bounceback_tui.domain.proof import Proof
from bounceback_tui.domain.query_values import Query
from bounceback_tui.formats.write_json import json_text
from bounceback_tui.formats.writing import Held, How, Piece, WriteFormat
from bounceback_tui.storage import applications, checkins, entries
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.dump import dump

__all__ = ["Exchange", "json_text"]

_GUARDED = How()

_READING = 0.5
"""Share of the work that reading is, where everything is read before anything is written."""

_AT_ONCE = 200
"""Entries that are read at once."""


class Exchange:
    """Exports of a whole journal, in every format that is written."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        ahead: Callable[[], Sequence[Due]],
        proof: Callable[[], Proof],
    ) -> None:
        """`ahead` is everything that has a date from today on, `proof` that of the whole search."""
        self._database = database
        self._clock = clock
        self._ahead = ahead
        self._proof = proof

    def as_json(self, going: Going = onwards) -> dict[str, object]:
        """Everything in the journal as one object that tells its format. Raises StorageError and Stopped."""
        tables = dump(self._database, going)
        return {"format": "bounceback", "exported_at": self._clock.now().isoformat(), **tables}

    def write(self, format: WriteFormat, how: How = _GUARDED, going: Going = onwards) -> Iterator[Piece]:
        """A format piece by piece, all of it of one moment. Raises StorageError and Stopped.

        Until the last piece was taken, or the iterator is closed, nothing can be saved through this journal.
        1.0 is told behind the last piece, right before what was written takes its place.
        """
        with self._database.read():
            yield from format.write(self._held(going), how)
        go_on(going, 1.0)

    def _held(self, going: Going) -> Held:
        return Held(
            self._clock.now(),
            entries=lambda: self._entries(going),
            checkins=lambda: self._checkins(going),
            applications=self._applications,
            dues=self._ahead,
            proof=self._proof,
            everything=lambda: self.as_json(part_of(going, 0.0, _READING)),
            going=part_of(going, _READING, 1.0),
        )

    def _entries(self, going: Going) -> Iterator[OutgoingEntry]:
        places = entries.positions(self._database, Query())[::-1]
        for start in range(0, len(places), _AT_ONCE):
            go_on(going, start / len(places))
            found = entries.items(self._database, places[start : start + _AT_ONCE])
            ids = [one.entry.id for one in found.values()]
            felt = checkins.beside(self._database, ids, Relation.BEFORE)
            for place in sorted(found):
                item = found[place]
                yield OutgoingEntry(item, felt.get(item.entry.id, NOTHING_READ))

    def _checkins(self, going: Going) -> Iterator[CheckIn]:
        keys = checkins.keys(self._database)
        for start in range(0, len(keys), _AT_ONCE):
            go_on(going, start / len(keys))
            yield from checkins.with_keys(self._database, keys[start : start + _AT_ONCE])

    def _applications(self) -> list[Application]:
        # their keys are in the order in which they were made
        return sorted(applications.matching(self._database, Query()), key=lambda one: one.id)

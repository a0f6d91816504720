"""Places of entries in the history: microseconds since 1970 in UTC, one entry each."""

from __future__ import annotations

from bounceback_tui.storage.database import Database

_KEPT = 10_000
"""Moments of which the next free place is remembered."""


def free_place(db: Database, wanted: int) -> int:
    """That place, or where an entry stands there the next one behind it that is free. Raises StorageError."""
    return db.number(
        """WITH RECURSIVE place (n) AS (SELECT ? UNION ALL SELECT n + 1 FROM place
        WHERE EXISTS (SELECT 1 FROM entry WHERE position = n)) SELECT max(n) FROM place""",
        (wanted,),
    )


class FreePlaces:
    """Free places for very many entries, of which many may be of one moment: none is looked at twice.

    Each place that it gives has to be taken before it gives another.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._next: dict[int, int] = {}

    def take(self, wanted: int) -> int:
        """As `free_place`. Raises StorageError."""
        place = free_place(self._db, max(wanted, self._next.pop(wanted, wanted)))
        self._next[wanted] = place + 1
        if len(self._next) > _KEPT:
            self._next.pop(next(iter(self._next)))
        return place

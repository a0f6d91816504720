"""The history, newest first, read only as far as somebody looks."""

from __future__ import annotations

from bisect import bisect_left
from operator import neg
from typing import TYPE_CHECKING

from bounceback_tui.domain.entry import HistoryItem
from bounceback_tui.domain.query_values import Query
from bounceback_tui.services.roll import Roll
from bounceback_tui.storage import entries
from bounceback_tui.storage.database import Database

if TYPE_CHECKING:
    from bounceback_tui.domain.calendar_terms import Span

PAGE = 500
"""How many places in the history are read at once; places are small numbers, entries are read when shown."""


class History(Roll[int, HistoryItem]):
    """The entries that match a query; opening it costs the same however long the journal is."""

    def __init__(self, database: Database, query: Query) -> None:
        super().__init__(
            entries.positions(database, query, limit=PAGE), lambda wanted: entries.items(database, wanted)
        )
        self._database = database
        self._query = query
        self._complete = self.known < PAGE

    @property
    def complete(self) -> bool:
        """Whether these are all."""
        return self._complete

    def read_on(self, everything: bool = False) -> None:
        """Know of the next page of older entries, or of all."""
        if self._complete:
            return
        limit = -1 if everything else PAGE
        more = entries.positions(self._database, self._query, self._keys[-1], limit)
        self._keys += more
        self._complete = everything or len(more) < PAGE

    def place_at(self, days: Span) -> int | None:
        """Where the newest entry of these days stands, else the newest before, else the oldest there is.

        None where there is none at all. Reads on only as far as that, and a page further.
        """
        if not self._keys:
            return None
        found = self._newest(Query(since=days.first, until=days.last))
        # far from home a day may begin before the one before it has ended here: so this is asked apart
        found = found or self._newest(Query(until=days.last))
        if not found:
            self.read_on(everything=True)
            return self.known - 1
        if not self._complete and found[0] < self._keys[-1]:
            self._keys += entries.positions(self._database, self._query, self._keys[-1], down_to=found[0])
            self.read_on()
        # one that somebody else wrote meanwhile is not among these: then the one before it
        return min(bisect_left(self._keys, -found[0], key=neg), self.known - 1)

    def _newest(self, among: Query) -> list[int]:
        return entries.positions(self._database, self._query & among, limit=1)

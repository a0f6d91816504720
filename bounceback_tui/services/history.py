"""The history, newest first, read only as far as somebody looks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from operator import neg
from typing import TYPE_CHECKING, cast, overload

from bounceback_tui.domain.entry import HistoryItem
from bounceback_tui.domain.query_values import Query
from bounceback_tui.services.roll import Roll
from bounceback_tui.storage import entries
from bounceback_tui.storage.columns import microseconds
from bounceback_tui.storage.database import Database

if TYPE_CHECKING:
    from bounceback_tui.domain.calendar_terms import Span

PAGE = 500
"""How many places in the history are read at once; places are small numbers, entries are read when shown."""


_NOTHING = 0.5
"""Beside a place, where no entry can stand."""


class _BothEnds(Sequence[int]):
    """Very many places, of which the newest and the oldest are known, and those between once asked for."""

    def __init__(
        self, newest: list[int], between: int, oldest: list[int], read: Callable[[], list[int]]
    ) -> None:
        """`between` says how many more `read` will give; it may raise StorageError."""
        self._newest, self._between, self._oldest, self._read = newest, between, oldest, read

    def __len__(self) -> int:
        return len(self._newest) + self._between + len(self._oldest)

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> list[int]: ...
    def __getitem__(self, at: int | slice) -> int | list[int]:
        wanted = range(len(self))[at] if isinstance(at, slice) else (range(len(self))[at],)
        ahead = len(self._newest) + self._between
        if self._between and wanted and max(wanted) >= len(self._newest) and min(wanted) < ahead:
            between = self._read()[: self._between]
            # where another program took some away meanwhile, nothing stands: all others keep their places
            gone = [cast("int", self._oldest[0] + _NOTHING)] * (self._between - len(between))
            self._newest = [*self._newest, *between, *gone, *self._oldest]
            self._between, self._oldest = 0, []
            return self._newest[at]
        found = [self._newest[one] if one < ahead else self._oldest[one - ahead] for one in wanted]
        return found if isinstance(at, slice) else found[0]


class History(Roll[int, HistoryItem]):
    """The entries that match a query; opening it costs the same however long the journal is."""

    def __init__(self, database: Database, query: Query) -> None:
        self._version = database.version
        self._head = entries.positions(database, query, limit=PAGE)
        super().__init__(self._head, lambda wanted: entries.items(database, wanted))
        self._database = database
        self._query = query
        self._complete = self.known < PAGE

    @property
    def complete(self) -> bool:
        """Whether these are all."""
        return self._complete

    def holds(self, query: Query) -> bool:
        """Whether it still is what a query finds: nobody wrote since. Raises StorageError."""
        return query == self._query and self._database.version == self._version

    def read_on(self, everything: bool = False) -> None:
        """Know of the next page of older entries, or of all."""
        if self._complete:
            return
        if everything and not self._query:
            self._know_both_ends()
            return
        more = entries.positions(self._database, self._query, self._keys[-1], -1 if everything else PAGE)
        self._head += more
        self._complete = everything or len(more) < PAGE

    def _know_both_ends(self) -> None:
        """Know how many there are and where the oldest stand; where those between do once somebody is there.

        A list that is shown to its end needs no more, and to read it all takes long in a long journal.
        """
        older, oldest = entries.oldest(self._database, self._head[-1], PAGE)
        between = older - len(oldest)
        if between:
            first, last = self._head[-1], oldest[0] + 1
            self._keys = _BothEnds(
                self._head,
                between,
                oldest,
                lambda: entries.positions(self._database, self._query, first, down_to=last),
            )
        else:
            self._head += oldest
        self._complete = True

    def place_of_item(self, wanted: HistoryItem, near: int = 0) -> int | None:
        """Where an entry stands, `near` looked at first; None where it is not in it. Raises StorageError.

        Reads on as far as needed.
        """
        if [one.entry.id for one in self.items(near, near + 1)] == [wanted.entry.id]:
            return near
        at = microseconds(wanted.entry.written_at)
        while not self._complete and self._keys[-1] > at:
            self.read_on()
        place = bisect_right(self._keys, -at, key=neg) - 1
        while found := self.items(place, place + 1) if place >= 0 else []:  # later ones may be of one moment
            if found[0].entry.id == wanted.entry.id:
                return place
            if found[0].entry.written_at.utc != wanted.entry.written_at.utc:
                break
            place -= 1
        return None

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
            self._head += entries.positions(self._database, self._query, self._keys[-1], down_to=found[0])
            self.read_on()
        # one that somebody else wrote meanwhile is not among these: then the one before it
        return min(bisect_left(self._keys, -found[0], key=neg), self.known - 1)

    def _newest(self, among: Query) -> list[int]:
        return entries.positions(self._database, self._query & among, limit=1)

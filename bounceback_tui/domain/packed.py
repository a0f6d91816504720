"""Very many rows in columns, for what is kept of a long journal: each row is made only while it is looked at.

A row that is there takes some eighty bytes and each of its dates thirty more; in columns it takes ten or
twenty, and Python hardly gives memory back that was once taken.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice, pairwise
from typing import Any, TypeVar, overload

One = TypeVar("One")


class _Rows(Sequence[One]):
    """Whatever can be gone through again and again, like a tuple."""

    @overload
    def __getitem__(self, place: int) -> One: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[One, ...]: ...
    def __getitem__(self, place: int | slice) -> One | tuple[One, ...]:
        if isinstance(place, slice):
            return tuple(self._at(one) for one in range(*place.indices(len(self))))
        return self._at(range(len(self))[place])

    def _at(self, place: int) -> One:
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


class Days(_Rows[date]):
    """Dates, four bytes each."""

    def __init__(self, days: Iterable[date] = ()) -> None:
        self._ordinals = array("i", map(date.toordinal, days))

    def append(self, day: date) -> None:
        """One more, while they are put together."""
        self._ordinals.append(day.toordinal())

    def put(self, place: int, day: date) -> None:
        """Another one in a place."""
        self._ordinals[place] = day.toordinal()

    def __len__(self) -> int:
        return len(self._ordinals)

    def __iter__(self) -> Iterator[date]:
        return map(date.fromordinal, self._ordinals)

    def _at(self, place: int) -> date:
        return date.fromordinal(self._ordinals[place])


class Keys(_Rows[str]):
    """Keys beside each other, a byte a sign."""

    def __init__(self, keys: Iterable[str] = ()) -> None:
        self._text = bytearray()
        self._ends = array("i", (0,))
        for key in keys:
            self.append(key)

    def append(self, key: str) -> None:
        """One more, while they are put together."""
        self._text += key.encode()
        self._ends.append(len(self._text))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __iter__(self) -> Iterator[str]:
        return (self._text[start:end].decode() for start, end in pairwise(self._ends))

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._place_of(key) is not None

    def index(self, key: str, start: int = 0, stop: int | None = None) -> int:
        """Where a key stands first. Raises ValueError."""
        place = self._place_of(key, start)
        if place is None or (stop is not None and place >= stop):
            raise ValueError(f"{key!r} is none of them")
        return place

    def _place_of(self, key: str, start: int = 0) -> int | None:
        if not key:  # which is found between any two signs
            empty = (place for place in range(start, len(self)) if self._ends[place] == self._ends[place + 1])
            return next(empty, None)
        sought, at = key.encode(), self._ends[start]
        while (at := self._text.find(sought, at)) >= 0:
            place = bisect_left(self._ends, at + 1) - 1  # behind any that are empty
            if self._ends[place] == at and self._ends[place + 1] == at + len(sought):
                return place
            at += 1
        return None

    def _at(self, place: int) -> str:
        return self._text[self._ends[place] : self._ends[place + 1]].decode()


class Groups(_Rows[tuple[One, ...]]):
    """Some after some of a longer column."""

    def __init__(self, column: Sequence[One]) -> None:
        """`column` may grow while they are put together; see `end`."""
        self._column = column
        self._ends = array("i", (0,))

    def end(self) -> None:
        """A group ends where the column ends now."""
        self._ends.append(len(self._column))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __iter__(self) -> Iterator[tuple[One, ...]]:
        rest = iter(self._column)
        # `tuple` takes too much for each first, and Python keeps what of it is left over
        return ((*islice(rest, end - start),) for start, end in pairwise(self._ends))

    def _at(self, place: int) -> tuple[One, ...]:
        return tuple(self._column[self._ends[place] : self._ends[place + 1]])


class Packed(_Rows[One]):
    """Rows, each made of what stands at its place in each column."""

    def __init__(self, make: Callable[..., One], *columns: Sequence[Any]) -> None:
        self._make = make
        self._columns = columns

    @property
    def backwards(self) -> Packed[One]:
        """The last one first."""
        turned = (one.backwards if isinstance(one, Packed) else one[::-1] for one in self._columns)
        return Packed(self._make, *turned)

    @property
    def columns(self) -> tuple[Sequence[Any], ...]:
        """What stands at each place of all rows, for whoever goes through them and needs no row."""
        return self._columns

    def __len__(self) -> int:
        return len(self._columns[0])

    def __iter__(self) -> Iterator[One]:
        return map(self._make, *self._columns)

    def _at(self, place: int) -> One:
        return self._make(*(column[place] for column in self._columns))


def taken_apart(rows: Iterable[tuple[Any, ...]]) -> Iterable[tuple[Any, ...]]:
    """Each row as a plain tuple, for whoever goes through very many and needs none as a row."""
    return zip(*rows.columns, strict=True) if isinstance(rows, Packed) else rows

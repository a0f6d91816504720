"""Very many rows in columns, for what is kept of a long journal: each row is made only while it is looked at.

A row that is there takes some eighty bytes and each of its dates thirty more; in columns it takes ten or
twenty, and Python hardly gives memory back that was once taken.
"""

from __future__ import annotations

from array import array
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

    def __len__(self) -> int:
        return len(self._ordinals)

    def __iter__(self) -> Iterator[date]:
        return map(date.fromordinal, self._ordinals)

    def _at(self, place: int) -> date:
        return date.fromordinal(self._ordinals[place])


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

    def __len__(self) -> int:
        return len(self._columns[0])

    def __iter__(self) -> Iterator[One]:
        return map(self._make, *self._columns)

    def _at(self, place: int) -> One:
        return self._make(*(column[place] for column in self._columns))

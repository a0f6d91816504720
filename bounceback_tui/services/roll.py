"""A roll: the keys of many things in order, while the things themselves are read when somebody looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from bounceback_tui.storage.database import Database

Key = TypeVar("Key")
Thing = TypeVar("Thing")
Found = TypeVar("Found")

AROUND = 64
"""Things read at once where one is looked at: more than any screen shows, so that it costs one look."""

KEPT = 1000
"""Things kept for the next look; beyond that those read before are forgotten and read again when wanted."""


class Roll(Generic[Key, Thing]):
    """Things in order, 0 is the first; only those that somebody looked at were read."""

    def __init__(self, keys: Sequence[Key], read: Callable[[Sequence[Key]], Mapping[Key, Thing]]) -> None:
        """`read` gives what is found of some keys; it may raise StorageError."""
        self._keys = keys
        self._read = read
        self._things: dict[Key, Thing] = {}

    @property
    def known(self) -> int:
        """How many things are known of so far."""
        return len(self._keys)

    @property
    def keys(self) -> Sequence[Key]:
        """The keys known of so far, in order."""
        return self._keys

    def at(self, place: int) -> Thing | None:
        """The thing at a place; None where there is no such place, or it is gone meanwhile. StorageError."""
        if place not in range(self.known):
            return None
        if self._keys[place] not in self._things:
            start = place - place % AROUND
            self.items(start, start + AROUND)
        return self._things.get(self._keys[place])

    def place_of(self, key: Key) -> int | None:
        """Where the thing with this key stands, as far as is known; None where it is not among them."""
        return self._keys.index(key) if key in self._keys else None

    def items(self, start: int, stop: int, keep: bool = True) -> list[Thing]:
        """The things from `start` up to `stop`, as far as they are known of. Raises StorageError.

        `keep` them for the next time, unless everything is only passed through.
        """
        wanted = self._keys[start:stop]
        missing: Sequence[Key] = [key for key in wanted if key not in self._things]
        if missing and len(self._things) > KEPT:
            self._things.clear()
            missing = wanted
        found = self._things if keep else dict(self._things)
        if missing:
            found.update(self._read(missing))
        return [found[key] for key in wanted if key in found]


class UntilWritten(Generic[Found]):
    """Something found out from a journal, and found out again only once somebody has written to it."""

    def __init__(self, database: Database, find: Callable[[], Found]) -> None:
        self._database = database
        self._find = find
        self._kept: tuple[tuple[int, int], Found] | None = None

    def get(self) -> Found:
        """What holds now. Raises StorageError."""
        version = self._database.version
        if self._kept is None or self._kept[0] != version:
            self._kept = version, self._find()
        return self._kept[1]

"""Focus: what the next job must have, and postings held against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bounceback_tui.clock import Clock
from bounceback_tui.domain.focus import FocusKind, FocusPoint, Posting, told
from bounceback_tui.services.lookup import one_meant, only
from bounceback_tui.services.shelf import Shelf
from bounceback_tui.services.undo import Undo
from bounceback_tui.storage import focus
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.trash import Table


class Postings(Shelf[Posting]):
    """Postings that were held against the points."""

    TABLE = Table.POSTING
    NOUN = "posting"

    def every(self) -> list[Posting]:
        """All postings, the latest first."""
        return focus.postings(self._database)

    def store(self, thing: Posting) -> None:
        """Write one down."""
        focus.put_posting(self._database, thing)

    def name_of(self, thing: Posting) -> str:
        """Its title."""
        return thing.title

    def points(self, key: str = "") -> list[FocusPoint]:
        """What a posting is held against: all points, and for a kept one also those it answered before."""
        return focus.every(self._database, answered_in=key)

    def point_meant(self, points: Sequence[FocusPoint], said: str) -> FocusPoint:
        """The one of these points whose key begins so, or else whose words do. Raises CannotDo."""

        def find(key: str) -> FocusPoint:
            return only([one for one in points if one.id.startswith(key.strip().upper())], "point", key)

        return one_meant(points, said, find, lambda one: one.text, "point")

    def told(self, posting: Posting) -> str:
        """What a posting says to the points, in words."""
        return told(self.points(posting.id), posting.answers)


class Focus(Shelf[FocusPoint]):
    """What to look for, and what to keep away from."""

    TABLE = Table.FOCUS
    NOUN = "point"

    def __init__(self, database: Database, clock: Clock, undo: Undo) -> None:
        super().__init__(database, clock, undo)
        self.postings = Postings(database, clock, undo)
        """Postings held against it."""

    def every(self) -> list[FocusPoint]:
        """All points: must-haves, nice-to-haves, not again."""
        return focus.every(self._database)

    def store(self, thing: FocusPoint) -> None:
        """Write one down."""
        focus.put(self._database, thing)

    def name_of(self, thing: FocusPoint) -> str:
        """What it says."""
        return thing.text

    def turn(self, key: str) -> FocusPoint:
        """Let a point be of the next kind, the first after the last; how it is then. Raises CannotDo."""
        point = self.find(key)
        kinds = tuple(FocusKind)
        turned = replace(point, kind=kinds[(kinds.index(point.kind) + 1) % len(kinds)])
        self.put(turned, "change the kind of")
        return turned

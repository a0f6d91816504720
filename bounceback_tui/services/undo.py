"""Taking back what was done, one thing after the other, and doing it again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bounceback_tui.clock import Clock
from bounceback_tui.storage import undo
from bounceback_tui.storage.database import Database


class Undo:
    """The steps that a person took, in the order in which they took them, whichever window or command it was.

    They are kept in the journal and outlive a restart. What is taken back and then passed over by something
    else cannot be done again, but its words are kept: in the trash, or as an earlier version.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    @contextmanager
    def step(self, label: str) -> Iterator[None]:
        """Whatever is written inside is one step; `label` says it in words: "delete “Panel at Acme”".

        All or nothing. Raises StorageError.
        """
        with undo.recording(self._database, label, self._clock.now()):
            yield

    @property
    def next_back(self) -> str | None:
        """Label of what would be taken back next, None where there is nothing. Raises StorageError."""
        return undo.label(self._database)

    @property
    def next_again(self) -> str | None:
        """Label of what would be done again next, None where there is nothing. Raises StorageError."""
        return undo.label(self._database, undone=True)

    def take_back(self) -> str | None:
        """Take back the latest step; its label, None where there is nothing. Raises StorageError."""
        return undo.turn(self._database, self._clock.now())

    def do_again(self) -> str | None:
        """Do again what was taken back last; its label, None where there is nothing. Raises StorageError."""
        return undo.turn(self._database, self._clock.now(), undone=True)

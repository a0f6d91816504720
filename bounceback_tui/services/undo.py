"""Taking back what was done, one thing after the other, and doing it again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bounceback_tui.clock import Clock
from bounceback_tui.domain.going import Going, onwards
from bounceback_tui.storage import undo
from bounceback_tui.storage.database import Database

if TYPE_CHECKING:  # most commands write nothing
    from bounceback_tui.domain.outcome import Told


class ImportStep:
    """An import that is under way."""

    def __init__(self, number: int) -> None:
        self.number = number
        """That of its step."""
        self.label = "import"
        """What to call it, once that is known: "import of 42 entries from jrnl"."""


class Undo:
    """The steps that a person took, in the order in which they took them, whichever window or command it was.

    They are kept in the journal and outlive a restart. What is taken back and then passed over by something
    else cannot be done again, but its words are kept: in the trash, as an earlier version, or as a draft.
    """

    def __init__(self, database: Database, clock: Clock, told: Callable[[str], Told] | None = None) -> None:
        """`told` is all that an entry says, by its key; without it nothing is kept of what is passed over."""
        self._database = database
        self._clock = clock
        self._told = told

    @contextmanager
    def step(self, label: str) -> Iterator[None]:
        """Whatever is written inside is one step; `label` says it in words: "delete “Panel at Acme”".

        All or nothing; inside another write it is a part of that. Raises StorageError.
        """
        if self._database.writing:
            with self._database.write():
                yield
            return
        with self._database.write():
            keep = self._rescue()
            step = undo.begin(self._database, label)
            yield
            if undo.finish(self._database, step):
                keep()
                undo.drop_undone(self._database)

    @contextmanager
    def import_step(self) -> Iterator[ImportStep]:
        """All that comes in inside is one step, and gone when it is taken back; all or nothing.

        Its label has to be set inside. Raises StorageError.
        """
        with self._database.write():
            keep = self._rescue()
            step = ImportStep(undo.begin(self._database, "import", imported=True))
            yield step
            if undo.finish_import(self._database, step.number, step.label):
                keep()
                undo.drop_undone(self._database)

    def pass_over(self) -> None:
        """What was taken back cannot be done again from here on; its words are kept. Raises StorageError."""
        with self._database.write():
            self._rescue()()
            undo.drop_undone(self._database)

    def _rescue(self) -> Callable[[], object]:
        """What keeps the words of steps that are passed over. They are looked for at once."""
        if not self._told or not self.next_again:
            return lambda: None
        from bounceback_tui.services.rescue import Rescue  # noqa: PLC0415 - seldom is anything passed over

        rescue = Rescue(self._database, self._clock, self._told)
        lost = rescue.look()
        return lambda: rescue.keep(lost)

    @property
    def next_back(self) -> str | None:
        """Label of what would be taken back next, None where there is nothing. Raises StorageError."""
        return undo.label(self._database)

    @property
    def next_again(self) -> str | None:
        """Label of what would be done again next, None where there is nothing. Raises StorageError."""
        return undo.label(self._database, undone=True)

    def takes_a_while(self, *, again: bool = False) -> bool:
        """Whether taking back what is next, or doing it `again`, is long work. Raises StorageError."""
        return undo.takes_a_while(self._database, undone=again)

    def take_back(self, going: Going = onwards) -> str | None:
        """Take back the latest step; its label, None where there is nothing.

        Raises StorageError and Stopped.
        """
        return undo.turn(self._database, self._clock.now(), going=going)

    def do_again(self, going: Going = onwards) -> str | None:
        """Do again what was taken back last; its label, None where there is nothing.

        Raises StorageError and Stopped.
        """
        return undo.turn(self._database, self._clock.now(), undone=True, going=going)

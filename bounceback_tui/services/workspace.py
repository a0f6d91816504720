"""An open journal with all that can be done to it."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from bounceback_tui.clock import Clock
from bounceback_tui.services.applications import Applications
from bounceback_tui.services.drafts import Drafts
from bounceback_tui.services.exchange import Exchange
from bounceback_tui.services.journal import Journal
from bounceback_tui.services.patterns import Patterns
from bounceback_tui.services.recovery import Recovery
from bounceback_tui.services.today import Today
from bounceback_tui.services.tools import Tools
from bounceback_tui.services.undo import Undo
from bounceback_tui.storage.database import Database


class Workspace:
    """Opens a journal and hands out the services; closes it at the end of a `with`."""

    def __init__(self, path: Path, clock: Clock, guide_text: str) -> None:
        """Raises StorageError where the journal cannot be opened."""
        self.path = path
        self.clock = clock
        self.database = Database(path)
        self.undo = Undo()
        self.applications = Applications(self.database, clock, self.undo)
        self.journal = Journal(self.database, clock, self.undo, self.applications)
        self.recovery = Recovery(self.database, clock, self.undo, guide_text)
        self.tools = Tools(self.database)
        self.drafts = Drafts(self.database, clock)
        self.patterns = Patterns(self.database, clock)
        self.exchange = Exchange(self.database, clock)
        self.today = Today(self.database, clock, self.recovery, self.tools)

    def __enter__(self) -> Workspace:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the journal; may be called twice."""
        self.database.close()

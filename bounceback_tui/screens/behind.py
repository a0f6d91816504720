"""The entries behind a bar or a point of a picture."""

from __future__ import annotations

from textual.content import Content

from bounceback_tui.domain.behind import Behind
from bounceback_tui.domain.entry import HistoryItem
from bounceback_tui.screens.list_window import ListWindow
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.history_list import item_lines
from bounceback_tui.widgets.safe import safe


class BehindWindow(ListWindow[HistoryItem]):
    """A list over the page. Returns the key of the entry that shall be read, or None."""

    HEADING = "Entries"
    EMPTY = (
        "No entry tells of it. What was logged without words stands under Applications, "
        "a mood alone among the check-ins of the Journal."
    )

    def __init__(self, workspace: Workspace, behind: Behind) -> None:
        super().__init__(workspace)
        self._behind = behind

    def heading(self) -> Content:
        """What the bar or point was."""
        return safe(self._behind.title, "bold $text-accent")

    def things(self) -> list[HistoryItem]:
        """The entries, newest first. Raises StorageError."""
        return self.workspace.patterns.behind(self._behind)

    def name_of(self, thing: HistoryItem) -> str:
        """Its key."""
        return thing.entry.id

    def line(self, thing: HistoryItem, width: int) -> Content:
        """As the Journal lists it."""
        return item_lines(thing, width, self.workspace.clock.now().local_date)

    def query_of(self, thing: HistoryItem) -> str:
        """Its key, by which the Journal turns to it."""
        return thing.entry.id

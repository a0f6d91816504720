"""What a search finds beside entries, in one list; each opens where it belongs."""

from __future__ import annotations

from textual.content import Content

from bounceback_tui.domain.query import parse
from bounceback_tui.domain.things import TOOLS, noun
from bounceback_tui.screens.list_window import ListWindow
from bounceback_tui.screens.page import Page
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.elsewhere import Hit
from bounceback_tui.widgets.drawing import padded
from bounceback_tui.widgets.marks import marked, marks_of
from bounceback_tui.widgets.safe import safe_line

_KIND = 18
"""Cells for what it is."""


class ElsewhereWindow(ListWindow[Hit]):
    """A list over the page. Returns the episode and step that Recover shall turn to, or None."""

    HEADING = "Also found"
    EMPTY = "Nothing more is found."

    def __init__(self, workspace: Workspace, subject: str = "") -> None:
        """`subject` is the text of the search."""
        super().__init__(workspace)
        today = workspace.clock.now().local_date
        # as while it is typed: what the line under the search counted is what is listed
        self._query = parse(subject, today, workspace.settings.date_order, typing=True)
        self._marks = marks_of(self._query)

    def things(self) -> list[Hit]:
        """All of them. Raises StorageError."""
        return self.workspace.elsewhere.hits(self._query)

    def name_of(self, thing: Hit) -> str:
        """Its kind and its key."""
        return f"{thing.place} {thing.key}"

    def query_of(self, thing: Hit) -> str:
        """The episode and the step."""
        return thing.key

    def line(self, thing: Hit, width: int) -> Content:
        """ "lead              Ann, she knows the fair", with the words marked."""
        kind = padded(safe_line(noun(thing.place), _KIND, "$text-accent"), _KIND)
        words = safe_line(thing.words, max(width - _KIND, 0))
        return kind + marked(words, self._marks)

    def open_one(self, thing: Hit) -> None:
        """In its tool, over this list; a step is shown in Recover."""
        if tool := TOOLS.get(thing.place):
            self.post_message(Page.ToolWanted(self.query_one("#listed"), tool, thing.key))
        else:
            super().open_one(thing)

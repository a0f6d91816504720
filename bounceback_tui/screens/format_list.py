"""A list of formats to choose one of, to read or to write."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual.content import Content

from bounceback_tui.formats.reading import ReadFormat
from bounceback_tui.formats.writing import WriteFormat
from bounceback_tui.screens.list_window import ListWindow
from bounceback_tui.widgets.safe import safe_line

Format = TypeVar("Format", ReadFormat, WriteFormat)

_TITLE = 34
"""Cells for what a format is called."""


class FormatList(ListWindow[Format], Generic[Format]):
    """Returns the name of the one that is chosen, or None."""

    EMPTY = ""
    OPENS = False

    def name_of(self, thing: Format) -> str:
        """As it is typed in a shell."""
        return thing.name

    def query_of(self, thing: Format) -> str:
        """The same."""
        return thing.name

    def line(self, thing: Format, width: int) -> Content:
        """ "Daylio (CSV)          moods, with notes and activities as tags"."""
        title = safe_line(thing.title, width).pad_right(max(_TITLE - len(thing.title), 2))
        return title + safe_line(thing.holds, max(width - title.cell_length, 0), "$foreground-muted")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is done here that could be taken back."""
        return action in ("choose", "dismiss")

    def action_choose(self) -> None:
        """The one under the cursor."""
        if self.thing:
            self.open_one(self.thing)

"""The searches that were given a name, to look again or to be forgotten."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from bounceback_tui.domain.query import SavedSearch, describe, parse
from bounceback_tui.domain.text import cut, quoted
from bounceback_tui.screens.ask_line import AskLine, Remark
from bounceback_tui.screens.attempt import attempt, worked
from bounceback_tui.screens.list_window import ListWindow
from bounceback_tui.services.searches import LONGEST_NAME
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.safe import safe_line

_NAMES = 24  # cells for the names


class SavedSearches(ListWindow[SavedSearch]):
    """A list over the page."""

    HEADING = "Saved searches"
    EMPTY = "None yet. Search the Journal; then s gives the search a name."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "remove", "forget", tooltip="Forget this search, at the second press"),
    ]

    def things(self) -> list[SavedSearch]:
        """All of them. Raises StorageError."""
        return self.workspace.searches.every()

    def name_of(self, thing: SavedSearch) -> str:
        """Its name."""
        return thing.name

    def query_of(self, thing: SavedSearch) -> str:
        """Its text."""
        return thing.query

    def line(self, thing: SavedSearch, width: int) -> Content:
        """The name, and what it looks for in words."""
        name = safe_line(thing.name, max(min(_NAMES, width // 2) - 2, 1))
        words = told(self.workspace, thing.query)
        head = name.pad_right(max(min(_NAMES, width // 2) - name.cell_length, 1))
        return head + safe_line(words, max(width - head.cell_length, 0), "$foreground-muted")

    def ask(self, thing: SavedSearch) -> str:
        """The entries stay, which is said."""
        return f"x once more forgets {quoted(thing.name)}; what it finds stays."

    def take_away(self, thing: SavedSearch) -> str:
        """Forget it. Raises CannotDo and StorageError."""
        self.workspace.searches.forget(thing.name)
        return f"{quoted(thing.name)} is forgotten. u brings it back."


def give_name(widget: Widget, workspace: Workspace, query: str) -> None:
    """Ask for the name of a search, and save it; what is not clear is said before."""

    def save(name: str | None) -> None:
        saved = attempt(widget, lambda: workspace.searches.save(name, query)) if name else None
        if saved:
            words = f"Saved: {quoted(saved.name)}. It is in the palette (ctrl+p), and under s."
            widget.notify(words, markup=False, timeout=4)

    if worked(widget, lambda: workspace.searches.check(query)):
        widget.app.push_screen(_ask_for_name(widget, workspace, query), save)


def _ask_for_name(widget: Widget, workspace: Workspace, query: str) -> AskLine:
    """The window that asks for the name of a search."""

    def remark(name: str) -> Remark:
        there = attempt(widget, lambda: workspace.searches.find(name))
        if there:
            words = f"{quoted(there.name)} is there already: {cut(told(workspace, there.query), 80)}"
            return Remark(words, again="replaces it")
        if len(name.strip()) > LONGEST_NAME:
            return Remark(f"at most {LONGEST_NAME} characters", fits=False)
        return Remark("a word or two; it is in the palette (ctrl+p) from then on", fits=bool(name.strip()))

    return AskLine("Save this search", told(workspace, query), remark, placeholder="finals, good days …")


def told(workspace: Workspace, query: str) -> str:
    """What a search looks for, in words, as of today."""
    today = workspace.clock.now().local_date
    return describe(parse(query, today, workspace.settings.date_order), today)

"""Somebody to talk to: there for whoever looks for it, whatever their mood, with where help is at once."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from bounceback_tui.screens.window import Window
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.column import WindowColumn
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.safe import safe

TITLE = "Somebody to talk to"


class Somebody(Window[None]):
    """The person's own words or ours. Nothing is noted of its having been opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", "close", key_display="esc"),
    ]

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._words = workspace.care.whom_to_talk_to()

    def compose(self) -> ComposeResult:
        """The words, in a column that scrolls where they are long."""
        with Vertical(classes="dialog"):
            yield Static(safe(TITLE, "bold $text-accent"), classes="dialog--title")
            with WindowColumn(id="somebody-column"):
                yield Static(safe(self._words), id="somebody-words")
        yield KeyBar()

    def on_mount(self) -> None:
        """Scroll with the arrows at once."""
        self.query_one("#somebody-column").focus()

"""Closing a rejection: enter alone does it; what helped and the cause may be said, and may be left out."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from bounceback_tui.domain.outcome import Closing
from bounceback_tui.domain.text import cut
from bounceback_tui.screens.cause_sliders import attribution_in, cause_sliders
from bounceback_tui.screens.dialog import Dialog
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.fields import Writing
from bounceback_tui.widgets.safe import safe


class ClosingForm(Dialog):
    """Its target is the episode."""

    FORM = "closing"
    DONE = "Closed. It stays here, after the open ones. u takes it back."
    UNCHANGED_TOO = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "close it", key_display="enter", priority=True),
    ]

    def __init__(self, workspace: Workspace, target: str = "") -> None:
        """Raises CannotDo where the rejection was taken back."""
        super().__init__(workspace, target)
        self._about = workspace.recovery.find(self.target)
        self._said = workspace.recovery.closing_of(self._about)

    @property
    def title_words(self) -> str:
        """What is asked."""
        return f"Close {cut(self._about.company, 40) or 'this one'}?"

    def fields(self) -> ComposeResult:
        """A line to write, and the three sliders as seen from here."""
        yield Static(
            safe("enter closes it. Only if you like: what helped, and where the cause seems to lie now."),
            classes="dialog--about",
        )
        yield Writing(self._said.text, placeholder="What helped? Next time it is shown to you.", id="text")
        yield from cause_sliders(self._said.attribution)

    def on_mount(self) -> None:
        """Write at once, or close at once."""
        field = self.query_one("#text", Writing)
        field.styles.height = 3
        field.move_cursor(field.document.end)
        field.focus()

    def value(self) -> Closing:
        """What was said."""
        text = self.query_one("#text", Writing).text.strip()
        return Closing(self._about.id, text, attribution_in(self))

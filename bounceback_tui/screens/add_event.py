"""Asks what happened to an application, and when."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from bounceback_tui.domain.application import SETBACKS, Kind
from bounceback_tui.domain.outcome import NewEvent
from bounceback_tui.screens.dialog import Dialog
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.application_list import name_of
from bounceback_tui.widgets.choice import Choice
from bounceback_tui.widgets.fields import Line
from bounceback_tui.widgets.when_field import WhenField


class AddEvent(Dialog):
    """What happened is enough; without a date it was now."""

    FORM = "event"
    AUTO_FOCUS = "#kind"

    def __init__(self, workspace: Workspace, target: str = "") -> None:
        """`target` is the application. Raises CannotDo where it is gone."""
        super().__init__(workspace, target)
        self._about = name_of(workspace.applications.find(self.target))

    @property
    def title_words(self) -> str:
        """What is asked, of which application."""
        return f"What happened with {self._about}?"

    @property
    def done(self) -> str:
        """What is said once it is safe; a setback gets its guide."""
        kind = Kind(self.query_one("#kind", Choice).value or Kind.APPLIED)
        if kind in SETBACKS:
            return "Noted. I am sorry. Its guide waits on Recover, for whenever you want it. u takes it back."
        return f"Noted: {kind}. u takes it back."

    def fields(self) -> ComposeResult:
        """Kind, when, a note."""
        yield Choice("What", tuple(Kind), id="kind", required=True)
        yield WhenField(self.workspace.clock, self.workspace.settings.date_order)
        with Horizontal(classes="field"):
            yield Static("Note", classes="label")
            yield Line(id="note", placeholder="who, what about, what next …")

    def on_mount(self) -> None:
        """A letter tells what happened."""
        self.query_one(str(self.AUTO_FOCUS)).focus()

    def value(self) -> NewEvent:
        """The event. Raises ValueError where nothing was chosen, and for a date that is none."""
        kind = self.query_one("#kind", Choice).value
        if not kind:
            self.query_one("#kind").focus()
            raise ValueError("Choose what happened: its first letter is enough.")
        note = self.query_one("#note", Line).value.strip()
        return NewEvent(self.target, Kind(kind), self.when(), note)

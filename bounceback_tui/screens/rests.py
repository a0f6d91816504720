"""The rests that were planned: change one, come back from one, take one away."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen

from bounceback_tui.domain.calendar_terms import Span
from bounceback_tui.domain.lead import Rest
from bounceback_tui.domain.rest_days import told_days
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.list_window import ListWindow
from bounceback_tui.screens.rest import RestForm
from bounceback_tui.screens.words import BACK
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.safe import safe_line

_DAYS = 32
"""Cells for the days."""


def rest_tool(workspace: Workspace, subject: str = "") -> Screen[str] | Screen[str | None]:
    """The list where there is a rest, else the form at once. Raises StorageError."""
    return RestsWindow(workspace, subject) if workspace.tools.rests.every() else RestForm(workspace)


class RestsWindow(ListWindow[Rest]):
    """A list over the page, the latest first."""

    WHOLE = True
    HEADING = "Rests"
    ABOUT = "Days off with something you enjoy. Nothing is due in them."
    EMPTY = "None planned. n plans one."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "plan", "plan one", tooltip="Plan another rest"),
        Binding("b", "back", "I am back", tooltip="End the rest of today"),
        Binding("x", "remove", "take away", tooltip="Take this rest away, at the second press"),
    ]

    def things(self) -> list[Rest]:
        """All of them. Raises StorageError."""
        return self.workspace.tools.rests.every()[::-1]

    def name_of(self, thing: Rest) -> str:
        """Its key."""
        return thing.id

    def line(self, thing: Rest, width: int) -> Content:
        """The days, and what is enjoyable in them."""
        today = self.workspace.clock.now().local_date
        now = " · now" if thing.starts <= today <= thing.ends else ""
        days = told_days(Span(thing.starts, thing.ends)).removesuffix(f" {today.year}")
        style = "$foreground-muted" if thing.ends < today else "$text-accent"
        head = safe_line(days + now, width, style)
        head = head.pad_right(max(min(_DAYS, width) - head.cell_length, 2))
        return head + safe_line(thing.enjoy, max(width - head.cell_length, 0))

    def ask(self, thing: Rest) -> str:
        """Which days are ordinary days again."""
        return f"x once more takes it away: {told_days(Span(thing.starts, thing.ends))}."

    def take_away(self, thing: Rest) -> str:
        """Into the trash. Raises StorageError."""
        self.workspace.tools.rests.remove(thing)
        return "The rest is taken away. u brings it back."

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only somebody who rests can come back; another rest can always be planned."""
        if action == "back":
            today = self.workspace.clock.now().local_date
            return any(one.starts <= today <= one.ends for one in self._things)
        return action == "plan" or super().check_action(action, parameters)

    def open_one(self, thing: Rest) -> None:
        """Change it."""
        self.want_form(RestForm.FORM, thing.id)

    def action_plan(self) -> None:
        """Another rest."""
        self.want_form(RestForm.FORM)

    def action_back(self) -> None:
        """End the rest of today."""
        if attempt(self, self.workspace.tools.rests.come_back):
            self.notify(BACK, markup=False, timeout=4)
        self.read()

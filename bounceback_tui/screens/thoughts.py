"""All thought records: to read one, go on with one, or begin another."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from bounceback_tui.domain.calendar_terms import day_near
from bounceback_tui.domain.text import quoted
from bounceback_tui.domain.thought import ThoughtRecord
from bounceback_tui.screens.list_window import ListWindow
from bounceback_tui.widgets.plain_marks import leads_to
from bounceback_tui.widgets.safe import safe_line


class ThoughtsWindow(ListWindow[ThoughtRecord]):
    """A list over the page; those that are not finished come first."""

    HEADING = "Thoughts, looked at from both sides"
    ABOUT = "The figures say how true it felt before and after. Either way is fine: they are yours to read."
    EMPTY = "None yet. n begins one."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "begin", "a new one", tooltip="Look at another thought"),
        Binding("x", "remove", "delete", tooltip="Put this one into the trash, at the second press"),
    ]

    def things(self) -> list[ThoughtRecord]:
        """All of them. Raises StorageError."""
        return self.workspace.tools.thoughts.every()

    def name_of(self, thing: ThoughtRecord) -> str:
        """Its key."""
        return thing.id

    def line(self, thing: ThoughtRecord, width: int) -> Content:
        """ "Mon 23 Nov    80 →  65  I am always second"."""
        day = day_near(thing.written_at.local_date, self.workspace.clock.now().local_date)
        to = leads_to(self)
        head = Content.assemble(
            (f"{day:<12}", "$text-accent"),
            (f"{_belief(thing.belief_before)}{to}{_belief(thing.belief_after)}  ", "$foreground-muted"),
            ("" if thing.finished else "begun  ", "$text-accent"),
        )
        return head + safe_line(thing.thought, max(width - head.cell_length, 0))

    def ask(self, thing: ThoughtRecord) -> str:
        """Which one."""
        return f"x once more puts {quoted(thing.thought)} into the trash."

    def take_away(self, thing: ThoughtRecord) -> str:
        """Into the trash. Raises StorageError."""
        self.workspace.tools.thoughts.delete(thing)
        return f"{quoted(thing.thought)} is in the trash. u brings it back."

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One can always be begun."""
        return action == "begin" or super().check_action(action, parameters)

    def action_begin(self) -> None:
        """Look at another thought."""
        self.want_form("thought")

    def open_one(self, thing: ThoughtRecord) -> None:
        """Go on with it."""
        self.want_form("thought", thing.id)


def _belief(value: int | None) -> str:
    return f"{'–' if value is None else value:>3}"

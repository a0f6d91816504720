"""Asks what happened to an application, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from bounceback_tui.clock import Clock
from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.calendar_terms import DateOrder
from bounceback_tui.domain.moment import Moment
from bounceback_tui.screens.asking import Asking
from bounceback_tui.widgets.choice import Choice
from bounceback_tui.widgets.fields import Line
from bounceback_tui.widgets.when_field import WhenField


@dataclass(frozen=True)
class NewEvent:
    """Something that happened."""

    kind: Kind
    when: Moment | None
    """None for now."""
    note: str


class AddEvent(Asking[NewEvent]):
    """What happened is enough; without a date it was now."""

    def __init__(
        self,
        clock: Clock,
        about: str,
        kept: dict[str, Any] | None = None,
        order: DateOrder = DateOrder.ASK,
    ) -> None:
        """`about` is the application in words; `order` is what 3/4 means."""
        super().__init__(f"What happened with {about}?", kept)
        self._clock = clock
        self._order = order

    def fields(self) -> ComposeResult:
        """Kind, when, a note."""
        yield Choice("What", tuple(Kind), id="kind", required=True)
        yield WhenField(self._clock, self._order)
        with Horizontal(classes="field"):
            yield Static("Note", classes="label")
            yield Line(id="note", placeholder="who, what about, what next …")

    def on_mount(self) -> None:
        """A letter tells what happened."""
        self.query_one("#kind").focus()

    def value(self) -> NewEvent:
        """The event. Raises ValueError where nothing was chosen, and for a date that is none."""
        kind = self.query_one("#kind", Choice).value
        if not kind:
            self.query_one("#kind").focus()
            raise ValueError("Choose what happened: its first letter is enough.")
        return NewEvent(Kind(kind), self.when(), self.query_one("#note", Line).value.strip())

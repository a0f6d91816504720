"""Asks for a day, or for a week, a month or a year, and goes there in the history."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from bounceback_tui.domain.calendar_terms import Span, weekday_date
from bounceback_tui.domain.dates import (
    AmbiguousDate,
    DateNotUnderstood,
    DateOrder,
    echo_span,
    understand_span,
)
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.field_label import labelled
from bounceback_tui.widgets.fields import Line
from bounceback_tui.widgets.history_list import HistoryList
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.order_choice import OrderChoice, both_readings
from bounceback_tui.widgets.safe import safe

_HINT = "a day, a week, a month or a year in words"


class GoTo(ModalScreen[Span | None]):
    """One line. Returns the days that were meant; None where it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", "go there", key_display="enter", priority=True),
        Binding("escape", "dismiss", "leave"),
    ]

    def __init__(self, today: date, order: DateOrder = DateOrder.ASK) -> None:
        """`order` is what 3/4 means."""
        super().__init__()
        self._today = today
        self._order = order

    def compose(self) -> ComposeResult:
        """The line, what is understood of it, and the question that seldom is asked."""
        with Vertical(id="go-to"):
            hint = "march, 2026-01, 3 weeks ago, last friday …"
            yield from labelled("Go to", Line(id="go-to-line", placeholder=hint))
            yield Static(id="go-to-echo", markup=False)
            yield OrderChoice()
        yield KeyBar()

    def on_mount(self) -> None:
        """Type at once."""
        self._line = self.query_one(Line)
        self._line.focus()
        self._echo()

    def action_go(self) -> None:
        """Return what was meant, or say what is unclear."""
        try:
            self.dismiss(self._span())
        except DateNotUnderstood as problem:
            self._say(problem, "$text-warning")
            self._line.focus()

    @on(Input.Changed)
    def _echo(self) -> None:
        """What is understood so far; while somebody types, nothing is said against it."""
        try:
            self._say(f"= {echo_span(self._span(), self._today)}", "$foreground-muted")
        except AmbiguousDate as problem:
            self._say(problem, "$foreground-muted")
        except DateNotUnderstood:
            self._say(_HINT, "$foreground-muted")

    @on(OrderChoice.OrderChosen)
    def _settle(self, event: OrderChoice.OrderChosen) -> None:
        self._order = event.order
        self._echo()

    def _say(self, words: str | DateNotUnderstood, style: str) -> None:
        unclear = isinstance(words, AmbiguousDate)
        if unclear or not self.query_one(OrderChoice).has_focus:  # it stays, for a slip of the finger
            self.query_one("#go-to").set_class(unclear, "-unclear")
        said = both_readings(words) if isinstance(words, AmbiguousDate) else str(words)
        self.query_one("#go-to-echo", Static).update(safe(said, style))

    def _span(self) -> Span:
        """Raises DateNotUnderstood."""
        return understand_span(self._line.value, self._today, self._order)


def ask_where(entries: HistoryList, workspace: Workspace) -> None:
    """Ask for a day, and go to the newest entry of these; where there is none, to the nearest, and say so."""
    today = workspace.clock.now().local_date

    def go(span: Span | None) -> None:
        item = attempt(entries, lambda: entries.go_to(span)) if span else None
        if span and item:
            entries.refresh_bindings()
            if words := _landed(span, item.entry.written_at.local_date, workspace.clock.now().local_date):
                entries.notify(words, markup=False, timeout=6)

    entries.app.push_screen(GoTo(today, workspace.settings.date_order), go)


def _landed(span: Span, day: date, today: date) -> str:
    """What to say of a jump to `span` that ended at an entry of `day`; empty where all is as wanted."""
    if span.first <= day <= span.last:
        return ""
    wanted = echo_span(span, today).split(" (", maxsplit=1)[0]
    where = "the last one before" if day < span.first else "the oldest one here"
    return f"Nothing here from {wanted}; {where} is from {weekday_date(day)}."

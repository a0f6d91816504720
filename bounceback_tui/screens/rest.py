"""Plan a rest: from, to, and something enjoyable; and whether what is due in it moves."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from bounceback_tui.domain.calendar_terms import AmbiguousDate, DateNotUnderstood, Span, short_day
from bounceback_tui.domain.rest_days import Falling, RestWanted, told_days, told_length
from bounceback_tui.domain.rest_words import USUAL, lasting, rest_days
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.dialog import Dialog
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.choice import Choice
from bounceback_tui.widgets.field_label import labelled
from bounceback_tui.widgets.fields import Line
from bounceback_tui.widgets.order_choice import OrderChoice, both_readings
from bounceback_tui.widgets.safe import safe

MOVE, STAY = "move to the day after", "stay where they are"
"""What becomes of what is due in a rest."""


class RestForm(Dialog):
    """Three lines. Nothing needs to be typed: three days from today on is a rest."""

    FORM = "rest"
    AUTO_FOCUS = "#starts"
    DONE: ClassVar[str] = "Your rest is planned. u takes it back."

    def __init__(self, workspace: Workspace, target: str = "") -> None:
        """`target` is the rest to change; empty for a new one. Raises StorageError."""
        super().__init__(workspace, target)
        self._rest = workspace.tools.rests.find(self.target) if self.target else None
        self._order = workspace.settings.date_order

    @property
    def title_words(self) -> str:
        """What is asked."""
        return "Your rest" if self._rest else "Plan a rest"

    def fields(self) -> ComposeResult:
        """The days, what was understood, something enjoyable, and the question what moves."""
        rest = self._rest
        for name, label, value, placeholder in (
            ("starts", "From", rest.starts.isoformat() if rest else "", "today, or “tomorrow”"),
            ("ends", "To", rest.ends.isoformat() if rest else "", f"{USUAL}, or “sunday”"),
        ):
            yield from labelled(label, Line(value, id=name, placeholder=placeholder))
        yield Static(id="rest-echo", markup=False)
        yield OrderChoice()
        hint = "something you like, on purpose"
        yield from labelled("Enjoy", Line(rest.enjoy if rest else "", id="enjoy", placeholder=hint))
        yield Static(id="rest-due", markup=False)
        yield Choice("They", (MOVE, STAY), MOVE, required=True, id="move")

    def on_mount(self) -> None:
        """Say what empty lines mean."""
        self._tell()

    def content(self) -> dict[str, Any]:
        """The fields, with days in a form that means the same on any later day."""
        content = super().content()
        today = self.workspace.clock.now().local_date
        starts, ends = lasting(content["starts"], content["ends"], today, self._order)
        return content | {"starts": starts, "ends": ends}

    def value(self) -> RestWanted:
        """The rest. Raises ValueError where the days are not clear."""
        try:
            days = self._days()
        except DateNotUnderstood as problem:
            self.query_one("#starts").focus()
            raise ValueError("The days are not clear yet.") from problem
        return RestWanted(
            days,
            self.query_one("#enjoy", Line).value.strip(),
            self.query_one("#move", Choice).value == MOVE,
            self.target,
        )

    @on(Input.Changed)
    def _tell(self) -> None:
        """What was understood, and what is due in these days."""
        order, echo = self.query_one(OrderChoice), self.query_one("#rest-echo", Static)
        order.display = order.has_focus  # it stays, for a slip of the finger
        falling = Falling()
        try:
            days = self._days()
            falling = attempt(self, lambda: self.workspace.tools.rests.falling(days)) or falling
            echo.update(safe(f"= {told_days(days)}, {told_length(days)}", "$foreground-muted"))
            self._tell_due(falling, days)
        except AmbiguousDate as problem:
            order.display = True
            echo.update(safe(both_readings(problem), "$text-warning"))
        except DateNotUnderstood as problem:
            echo.update(safe(str(problem), "$text-warning"))
        for name in ("#rest-due", "#move"):
            self.query_one(name).display = bool(falling)

    def _tell_due(self, falling: Falling, days: Span) -> None:
        after = attempt(self, lambda: self.workspace.tools.rests.day_after(days.last))
        to = f" {short_day(after)}" if after else ""
        words = f"Due in these days: {falling}. The day after is{to}."
        self.query_one("#rest-due", Static).update(safe(words, "$foreground-muted"))

    @on(OrderChoice.OrderChosen)
    def _settle(self, event: OrderChoice.OrderChosen) -> None:
        self._order = event.order
        self._tell()

    def _days(self) -> Span:
        """Raises DateNotUnderstood."""
        starts, ends = (self.query_one(f"#{name}", Line).value for name in ("starts", "ends"))
        return rest_days(starts, ends, self.workspace.clock.now().local_date, self._order)

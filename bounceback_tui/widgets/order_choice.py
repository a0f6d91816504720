"""Asks what 3/4 means, once and for all."""

from __future__ import annotations

from textual import on

from bounceback_tui.domain.calendar_terms import AmbiguousDate, DateOrder, short_date
from bounceback_tui.widgets.choice import Choice
from bounceback_tui.widgets.message import WidgetMessage


class OrderChoice(Choice):
    """Day first or month first; hidden until there is something to settle."""

    DEFAULT_CSS = """
    OrderChoice { display: none; }
    """

    class OrderChosen(WidgetMessage):
        """From now on 3/4 means this. It goes on up to whoever can remember it."""

        order: DateOrder
        """One of the two."""

    def __init__(self) -> None:
        super().__init__("Which?", (DateOrder.DAY_MONTH, DateOrder.MONTH_DAY), required=True)

    @on(Choice.Changed)
    def _settle(self, event: Choice.Changed) -> None:
        event.stop()  # for a form it is no field: what was typed says all that is kept of it
        if event.value:
            self.post_message(self.OrderChosen(self, DateOrder(event.value)))


def both_readings(problem: AmbiguousDate) -> str:
    """What is to be settled: "Is 3/4 3 Apr 2026 (day first) or 4 Mar 2026 (month first)?"."""
    day, month = map(short_date, problem.readings)
    return f"Is {problem.said} {day} (day first) or {month} (month first)? Choose below, once for good."

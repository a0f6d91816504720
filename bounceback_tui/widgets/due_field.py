"""A field for the moment that a plan is for, which tells back what was understood."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from bounceback_tui.clock import Clock
from bounceback_tui.domain.dates import DateNotUnderstood, DateOrder
from bounceback_tui.domain.due import PlannedFor
from bounceback_tui.domain.due_dates import NONE, due_in, echo_due, understand_due, written_due
from bounceback_tui.domain.moment import Moment
from bounceback_tui.widgets.fields import Line
from bounceback_tui.widgets.when_field import WhenField


class DueField(WhenField):
    """A day to come, with a time if wanted. Left empty, it is the moment that the plan itself begins with."""

    PLACEHOLDER: ClassVar[str] = "“tuesday 9:00”, “tomorrow”, “no” …"

    def __init__(
        self,
        clock: Clock,
        order: DateOrder,
        plan: Callable[[], str],
        before: PlannedFor | None = None,
    ) -> None:
        """`plan` gives the words of the plan; `before` is the moment so far, which may be over."""
        super().__init__(clock, order)
        self._plan = plan
        self._due_before = before

    @property
    def due(self) -> PlannedFor | None:
        """The moment, None for none in particular. Raises DateNotUnderstood."""
        text = self._typed
        if not text:
            return due_in(self._plan(), self._clock.now(), self._clock.zone, self._order)
        return self._due(text, self._order)

    @property
    def lasting(self) -> str:
        """What was typed, in a form that means the same on any later day."""
        text = self._typed
        try:
            due = self._due(text, self._order) if text else None
        except DateNotUnderstood:
            return text
        return written_due(due) if due else text

    def echoed(self) -> str:
        """The moment; where it comes from the plan, that is said. Raises DateNotUnderstood."""
        due = self.due
        if due is None:
            return "on no day in particular" if self._typed else ""
        words = f"= {echo_due(due, self._clock.now())}"
        return words if self._typed else f"{words}, as your plan says"

    @property
    def _typed(self) -> str:
        return self.query_one(Line).value.strip()

    def _understood(self, order: DateOrder) -> Moment | None:
        """For the question what 3/4 means. Raises DateNotUnderstood."""
        if text := self._typed:
            self._due(text, order)
        return None

    def _due(self, text: str, order: DateOrder) -> PlannedFor | None:
        if text.casefold() in NONE:
            return None
        if self._due_before and text == written_due(self._due_before):
            return self._due_before  # it may be over by now
        return understand_due(text, self._clock.now(), self._clock.zone, order)

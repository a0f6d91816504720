"""A field for a date in words, which tells back what was understood."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from bounceback_tui.clock import Clock
from bounceback_tui.domain.dates import (
    AmbiguousDate,
    DateNotUnderstood,
    DateOrder,
    echo,
    echo_date,
    understand,
    understand_date,
)
from bounceback_tui.domain.event_dates import echo_meeting, understand_meeting
from bounceback_tui.domain.moment import Moment
from bounceback_tui.widgets.field_label import labelled
from bounceback_tui.widgets.fields import Line
from bounceback_tui.widgets.order_choice import OrderChoice, both_readings
from bounceback_tui.widgets.safe import safe


class WhenField(Vertical):
    """When something happened; now, where nothing is typed. Its line has the id "when".

    Where 3/4 was never settled, it asks below the line; `OrderChoice.OrderChosen` goes up.
    """

    DEFAULT_CSS = """
    WhenField { height: auto; }
    WhenField > .when--echo { padding-left: 11; height: auto; }
    WhenField.-unclear > OrderChoice { display: block; }
    """

    LABEL: ClassVar[str] = "When"
    """What is asked."""

    PLACEHOLDER: ClassVar[str] = "now, or “yesterday 3pm”"
    """Stands in the empty line."""

    MEETING: ClassVar[str] = "now, or “friday 14:00”"
    """The same where a date may lie ahead."""

    LINE: ClassVar[str] = "when"
    """The id of the line."""

    def __init__(
        self,
        clock: Clock,
        order: DateOrder = DateOrder.ASK,
        before: Moment | None = None,
        *,
        meeting: bool = False,
    ) -> None:
        """`order` is what 3/4 means; an empty line means `before`, or else now. A `meeting` may lie ahead."""
        super().__init__()
        self._meeting = meeting
        self._before = before
        self._clock = clock
        self._order = order
        self._settled = order is not DateOrder.ASK

    @property
    def moment(self) -> Moment | None:
        """The moment that was typed, None for now. Raises DateNotUnderstood."""
        return self._understood(self._order)

    @property
    def lasting(self) -> str:
        """What was typed, in a form that means the same on any later day; as it is where it means nothing."""
        text = self.query_one(Line).value.strip()
        try:
            moment = self.moment
        except DateNotUnderstood:
            return text
        return self.written(moment)

    def written(self, moment: Moment | None) -> str:
        """ "2026-11-22 15:00", with the offset where the clocks here would show something else then."""
        if moment is None:
            return ""
        here = moment.utc.astimezone(self._clock.zone).utcoffset() == moment.local.utcoffset()
        if here and self._meeting and not moment.has_time:
            return moment.local_date.isoformat()
        return f"{moment.local:%Y-%m-%d %H:%M}" if here else moment.isoformat()

    def ask_for(self, meeting: bool) -> None:
        """Whether it is that of a meeting, which may lie ahead."""
        if meeting != self._meeting:
            self._meeting = meeting
            self.query_one(Line).placeholder = self.MEETING if meeting else self.PLACEHOLDER
            self._echo()

    def assume(self, moment: Moment) -> None:
        """Say when it was, unless that was said."""
        line = self.query_one(Line)
        if not line.value.strip():
            line.value = self.written(moment)

    def compose(self) -> ComposeResult:
        """The line, the echo below it, and the question that seldom is asked."""
        hint = self.MEETING if self._meeting else self.PLACEHOLDER
        yield from labelled(self.LABEL, Line(id=self.LINE, placeholder=hint))
        yield Static(classes="when--echo", markup=False)
        yield OrderChoice()

    def on_mount(self) -> None:
        """Say what an empty line means."""
        self._echo()

    @on(Input.Changed)
    def _echo(self) -> None:
        shown = self.query_one(".when--echo", Static)
        self.set_class(not self._settled and self._is_ambiguous, "-unclear")
        try:
            shown.update(safe(self.echoed(), "$foreground-muted"))
        except AmbiguousDate as problem:
            shown.update(safe(both_readings(problem), "$text-warning"))
        except DateNotUnderstood as error:
            shown.update(safe(str(error), "$text-warning"))
        if self.query_one(Line).has_focus:  # it may have become longer than there is room below
            self.call_after_refresh(shown.scroll_visible, animate=False)

    def echoed(self) -> str:
        """What is told back of the line. Raises DateNotUnderstood."""
        now = self._clock.now()
        told = echo_meeting if self._meeting else echo
        return f"= {told(self.moment or self._before or now, now)}"

    def show_echo(self) -> None:
        """Tell back again: something else than the line has changed."""
        self._echo()

    @on(OrderChoice.OrderChosen)
    def _settle(self, event: OrderChoice.OrderChosen) -> None:
        """Understood now; the question stays in sight, for a slip of the finger."""
        self._order = event.order
        self._echo()

    @property
    def _is_ambiguous(self) -> bool:
        """Whether it takes an order to understand what was typed."""
        try:
            self._check(DateOrder.ASK)
        except AmbiguousDate:
            return True
        except DateNotUnderstood:
            pass
        return False

    def _check(self, order: DateOrder) -> None:
        """Raises DateNotUnderstood."""
        self._understood(order)

    def _understood(self, order: DateOrder) -> Moment | None:
        text = self.query_one(Line).value.strip()
        now, zone = self._clock.now(), self._clock.zone
        if not text:
            return None
        if self._meeting:
            return understand_meeting(text, now, zone, order)
        return understand(text, now, zone, order).moment


class DayField(WhenField):
    """A day, past or to come; none, where nothing is typed. Its line has the id "day"."""

    LABEL = "Next"
    PLACEHOLDER = "in 3 days, friday, 1 Dec …"
    LINE = "day"

    def __init__(self, clock: Clock, order: DateOrder = DateOrder.ASK, day: date | None = None) -> None:
        """`day` is what stands there at first."""
        super().__init__(clock, order)
        self._day_before = day

    def on_mount(self) -> None:
        """Show the day that was there."""
        if self._day_before:
            self.query_one(Line).value = self._day_before.isoformat()

    @property
    def day(self) -> date | None:
        """The day that was typed, None for none. Raises DateNotUnderstood."""
        return self._day(self._order)

    @property
    def lasting(self) -> str:
        """What was typed, in a form that means the same on any later day; as it is where it means nothing."""
        try:
            day = self.day
        except DateNotUnderstood:
            return self.query_one(Line).value.strip()
        return day.isoformat() if day else ""

    def assume(self, moment: Moment) -> None:
        """An empty line means no day, whenever that was."""

    def echoed(self) -> str:
        """The day. Raises DateNotUnderstood."""
        day = self.day
        return f"= {echo_date(day, self._clock.now().local_date)}" if day else "= no day in particular"

    def _check(self, order: DateOrder) -> None:
        self._day(order)

    def _day(self, order: DateOrder) -> date | None:
        text = self.query_one(Line).value.strip()
        return understand_date(text, self._clock.now().local_date, order) if text else None

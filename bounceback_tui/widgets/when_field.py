"""A field for a date in words, which tells back what was understood."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from bounceback_tui.clock import Clock
from bounceback_tui.domain.dates import DateNotUnderstood, echo, understand
from bounceback_tui.domain.moment import Moment
from bounceback_tui.widgets.fields import Line
from bounceback_tui.widgets.safe import safe


class WhenField(Vertical):
    """When something happened; now, where nothing is typed. Its line has the id "when"."""

    DEFAULT_CSS = """
    WhenField { height: auto; }
    WhenField > .when--echo { padding-left: 10; height: auto; }
    """

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock

    @property
    def moment(self) -> Moment | None:
        """The moment that was typed, None for now. Raises DateNotUnderstood."""
        text = self.query_one(Line).value.strip()
        return understand(text, self._clock.now(), self._clock.zone).moment if text else None

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
        return f"{moment.local:%Y-%m-%d %H:%M}" if here else moment.isoformat()

    def date(self, moment: Moment) -> None:
        """Say when it was, unless that was said."""
        line = self.query_one(Line)
        if not line.value.strip():
            line.value = self.written(moment)

    def compose(self) -> ComposeResult:
        """The line, and the echo below it."""
        with Horizontal(classes="field"):
            yield Static("When", classes="label")
            yield Line(id="when", placeholder="now, or “yesterday 3pm”")
        yield Static(classes="when--echo", markup=False)

    def on_mount(self) -> None:
        """Say what an empty line means."""
        self._echo()

    @on(Input.Changed)
    def _echo(self) -> None:
        now = self._clock.now()
        shown = self.query_one(".when--echo", Static)
        try:
            shown.update(safe(f"= {echo(self.moment or now, now)}", "$foreground-muted"))
        except DateNotUnderstood as error:
            shown.update(safe(str(error), "$text-warning"))

"""Above the pictures: which part of the journal they look at, by a period and by a filter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from dateutil.relativedelta import relativedelta
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from bounceback_tui.domain.query import Field, Query, describe, parse
from bounceback_tui.screens.known_names import known_names
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.safe import safe
from bounceback_tui.widgets.search_box import SearchBox

PERIODS: tuple[tuple[str, int], ...] = (
    ("your whole journal", 0),
    ("the last 12 months", 12),
    ("the last 6 months", 6),
    ("the last 3 months", 3),
)
"""What `p` goes through, with its months; 0 for no period."""


class PatternFilter(Vertical):
    """Tells the period and the filter in words; the box is there while it is typed in or holds something."""

    @dataclass
    class Changed(WidgetMessage):
        """Something else is looked at."""

        query: Query
        """What counts from now on."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(id="patterns-filter")
        self._workspace = workspace
        self._period = 0
        self.query_asked = Query()
        """What counts now."""

    def compose(self) -> ComposeResult:
        """The box, and the line below it."""
        with Horizontal(id="patterns-box"):
            yield Static("f", id="patterns-slash")
            yield SearchBox(
                self._known_names,
                placeholder="source:referral, company:acme, stage:final, since:january …",
                id="patterns-search",
            )
        yield Static(id="patterns-told", markup=False)

    @property
    def box(self) -> SearchBox:
        """Where somebody types."""
        return self.query_one(SearchBox)

    @property
    def chooses(self) -> bool:
        """Whether it asks for more than days."""
        return replace(self.query_asked, since=None, until=None) != Query()

    @property
    def is_on(self) -> bool:
        """Whether anything is left out, or something stands in the box that was not understood."""
        return bool(self.query_asked) or bool(self.box.value)

    def on_mount(self) -> None:
        """All there is, to begin with."""
        self._tell()

    def start_typing(self) -> None:
        """Show the box, for the next letter to begin a filter."""
        self.query_one("#patterns-box").display = True
        self.box.focus()
        self.box.action_select_all()

    def next_period(self) -> None:
        """The next of the periods, after the last one all again."""
        self._period = (self._period + 1) % len(PERIODS)
        self._ask()

    def clear(self) -> None:
        """All there is, again."""
        self._period = 0
        with self.prevent(Input.Changed):
            self.box.value = ""
        self._ask()

    def look_again(self) -> None:
        """Another day may have begun, on which "since yesterday" is another day."""
        self._ask()

    @on(Input.Changed, "#patterns-search")
    @on(events.DescendantBlur)
    def _ask(self) -> None:
        today = self._workspace.clock.now().local_date
        typing = self.box.has_focus
        asked = parse(self.box.value, today, self._workspace.settings.date_order, typing=typing)
        if asked.deleted:
            said = "What is in the trash does not count, so is:deleted was left out."
            asked = replace(asked, deleted=False, problems=(*asked.problems, said))
        months = PERIODS[self._period][1]
        whole = asked & Query(since=_months_before(today, months)) if months else asked
        changed = whole != self.query_asked
        self.query_asked = whole
        self._tell(asked)
        if changed:
            self.post_message(self.Changed(self, whole))

    def _tell(self, asked: Query | None = None) -> None:
        """ "Looking at everything through a referral, the last 6 months"."""
        asked = Query() if asked is None else asked  # one with problems alone is empty as well
        today = self._workspace.clock.now().local_date
        words = PERIODS[self._period][0]
        if asked:
            words = f"{describe(asked, today, 'everything')}{f', {words}' * bool(self._period)}"
        lines = [safe(f"Looking at {words}", "$text-accent" if self.is_on else "$foreground-muted")]
        lines += [safe(one, "$text-warning") for one in asked.problems[:2]]
        self.query_one("#patterns-told", Static).update(Content("\n").join(lines))
        self.query_one("#patterns-box").display = bool(self.box.value) or self.box.has_focus

    def _known_names(self, field: Field) -> Iterable[str]:
        return known_names(self, self._workspace, field)


def _months_before(today: date, months: int) -> date:
    day: date = today - relativedelta(months=months)
    return day

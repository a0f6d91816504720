"""Above the pictures: which part of the journal they look at, by a period and by a filter."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType

from bounceback_tui.domain.query import Query, describe, things_of
from bounceback_tui.screens.filter_box import FilterBox
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.search_box import SearchBox

PERIODS: tuple[tuple[str, int], ...] = (
    ("your whole journal", 0),
    ("the last 12 months", 12),
    ("the last 6 months", 6),
    ("the last 3 months", 3),
)
"""What `p` goes through, with its months; 0 for no period."""


class PatternBox(SearchBox):
    """A box above an answer, where others stand above a list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "leave", "to the answer", key_display="enter", tooltip="Look at what is left"),
    ]


class PatternFilter(FilterBox):
    """A filter with a period beside it."""

    BOX = PatternBox

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "patterns")
        self._period = 0

    def next_period(self) -> None:
        """The next of the periods, after the last one all again."""
        self._period = (self._period + 1) % len(PERIODS)
        self.look_again()

    def clear(self) -> None:
        """All there is, again."""
        self._period = 0
        super().clear()

    def narrowed(self, asked: Query) -> Query:
        """The filter within the period."""
        months = PERIODS[self._period][1]
        return asked & Query(since=_months_before(self.today, months)) if months else asked

    def words(self, asked: Query) -> str:
        """ "Looking at everything through a referral, the last 6 months"."""
        words = PERIODS[self._period][0]
        if asked:  # one with problems alone is empty as well
            words = f"{describe(asked, self.today, things_of(asked))}{f', {words}' * bool(self._period)}"
        return f"Looking at {words}"


def _months_before(today: date, months: int) -> date:
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - only for who chooses a period

    day: date = today - relativedelta(months=months)
    return day

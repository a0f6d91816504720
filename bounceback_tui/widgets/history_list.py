"""The history as a list that is read only as far as somebody looks."""

from __future__ import annotations

import re
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size

from bounceback_tui.domain.calendar_terms import Span, day_near
from bounceback_tui.domain.entry import HistoryItem
from bounceback_tui.domain.text import one_line
from bounceback_tui.services.history import History
from bounceback_tui.storage.errors import StorageError
from bounceback_tui.widgets.marks import marked
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.palette import mood_mark
from bounceback_tui.widgets.roll_rows import RollRows
from bounceback_tui.widgets.safe import safe_line

_AHEAD = 50  # rows before the last known one at which older entries are read
_DATE_CELLS = 11
_COMPANY_CELLS = 24
_BESIDE_COMPANY = 55  # cells that the rest of a line keeps, before a company gets more than a quarter of it
_MUTED = "$foreground-muted"


class HistoryList(RollRows[HistoryItem]):
    """Entries, newest first. One line each, or with `row_height` 2 a title and a line of its own below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right", "select", "read", tooltip="Read this entry in full"),
        Binding("end,G", "last", "oldest", show=False, tooltip="To the oldest entry"),
    ]

    class Grown(WidgetMessage):
        """More entries are known of than before."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._history: History | None = None
        self._today = date.min
        self._marks: re.Pattern[str] | None = None

    @property
    def item(self) -> HistoryItem | None:
        """The entry under the cursor; None in an empty list, and where it cannot be read."""
        return self.thing_at(self.cursor)

    def show_history(
        self,
        history: History,
        today: date,
        cursor: int = 0,
        marks: re.Pattern[str] | None = None,
        empty: Content | None = None,
    ) -> None:
        """Show a history with the cursor on one of its entries; `marks` are marked in the titles."""
        shown = self._history, self._today, self._marks, self.cursor, self.count
        self._roll, self._history, self._today, self._marks = history, history, today, marks
        if shown == (history, today, marks, cursor, history.known) and self.count:
            self.post_message(self.Highlighted(self, cursor))  # all is there, and drawn
        else:
            self.set_rows(history.known, cursor=cursor, empty=empty)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Know of older entries before somebody gets to the end, by keys or by the wheel of a mouse."""
        super().watch_scroll_y(old_value, new_value)
        self._reach((round(new_value) + self.size.height) // self.row_height)

    def action_last(self) -> None:
        """Go to the oldest entry there is."""
        self._grow(everything=True)
        super().action_last()

    def go_to(self, days: Span) -> HistoryItem | None:
        """Put the cursor on the newest entry of these days or before, else on the oldest there is.

        The entry, or None where there is none. Raises StorageError.
        """
        place = self._history.place_at(days) if self._history else None
        if place is None:
            return None
        self._take_in()
        self.cursor = place
        return self.item

    def _reach(self, index: int) -> None:
        if index >= self.count - _AHEAD:
            self._grow()

    def _grow(self, everything: bool = False) -> None:
        if self._history is None or self._history.complete or not self.count:
            return
        try:
            self._history.read_on(everything)
        except StorageError:
            return  # the part that is known stays; the next key tries again
        self._take_in()

    def _take_in(self) -> None:
        """More rows below: unlike with other rows, neither the cursor nor what is in sight may move."""
        self._count = self._history.known if self._history else 0
        self.virtual_size = Size(0, self._count * self.row_height)
        self.refresh()
        self.post_message(self.Grown(self))

    def draw_thing(self, item: HistoryItem, width: int) -> Content:
        """An entry: its mood, title, day and company."""
        return item_lines(item, width, self._today, self._marks, tall=self.row_height > 1)


def item_lines(
    item: HistoryItem,
    width: int,
    today: date,
    marks: re.Pattern[str] | None = None,
    *,
    tall: bool = False,
) -> Content:
    """An entry on one line of `width` cells, or `tall` on two: its mood, title, day and company."""
    head = Content.assemble(mood_mark(item.mood), "  ")
    title = marked(safe_line(item.entry.title or "Without a title"), marks)
    if item.twice:
        title = Content.styled("≠ ", "$text-warning") + title
    if tall:
        beside = " · ".join(part for part in (_day(item, today), _company(item), item.result or "") if part)
        below = safe_line(beside, width - head.cell_length, _MUTED)
        return head + title + Content(f"\n{' ' * head.cell_length}") + below
    day = Content.styled(f"{_day(item, today):<{_DATE_CELLS}}  ", _MUTED)
    company = safe_line(_company(item), _company_cells(width), _MUTED)
    room = width - head.cell_length - day.cell_length
    if not company.plain:
        return head + day + title
    title = title.truncate(max(room - _company_cells(width) - 2, 0), ellipsis=True)
    gap = room - title.cell_length - _company_cells(width)
    return Content.assemble(head, day, title, " " * gap, company)


def _day(item: HistoryItem, today: date) -> str:
    return day_near(item.entry.written_at.local_date, today)


def _company(item: HistoryItem) -> str:
    return one_line(item.company or "")


def _company_cells(width: int) -> int:
    return min(_COMPANY_CELLS, max(width // 4, width - _BESIDE_COMPANY))

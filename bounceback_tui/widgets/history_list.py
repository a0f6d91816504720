"""The history as a list that is read only as far as somebody looks."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size

from bounceback_tui.domain.calendar_terms import Span, short_date, weekday_date
from bounceback_tui.domain.entry import HistoryItem
from bounceback_tui.domain.text import one_line
from bounceback_tui.services.history import History
from bounceback_tui.storage.errors import StorageError
from bounceback_tui.widgets.marks import marked
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.palette import mood_mark
from bounceback_tui.widgets.rows import Rows
from bounceback_tui.widgets.safe import safe_line

_AT_ONCE = 64  # entries read at once: more than any screen shows
_AHEAD = 50  # rows before the last known one at which older entries are read
_DATE_CELLS = 11
_COMPANY_CELLS = 18
_MUTED = "$foreground-muted"


class HistoryList(Rows):
    """Entries, newest first. One line each, or with `row_height` 2 a title and a line of its own below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right", "select", "read", tooltip="Read this entry in full"),
        Binding("end", "last", "oldest", show=False, tooltip="To the oldest entry"),
    ]

    @dataclass
    class Grown(WidgetMessage):
        """More entries are known of than before."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(0, self._draw_entry, id=id)
        self._history: History | None = None
        self._today = date.min
        self._marks: re.Pattern[str] | None = None
        self._read: dict[int, list[HistoryItem]] = {}

    @property
    def item(self) -> HistoryItem | None:
        """The entry under the cursor; None in an empty list."""
        return self._item_at(self.cursor) if self.count else None

    def show_history(
        self,
        history: History,
        today: date,
        cursor: int = 0,
        marks: re.Pattern[str] | None = None,
        empty: Content | None = None,
    ) -> None:
        """Show a history with the cursor on one of its entries; `marks` are marked in the titles."""
        self._history, self._today, self._marks = history, today, marks
        self._read.clear()
        self.set_rows(history.known, cursor=cursor, empty=empty)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something to open only where there are rows."""
        return action != "select" or self.count > 0

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
        self._read.clear()
        self._count = self._history.known if self._history else 0
        self.virtual_size = Size(0, self._count * self.row_height)
        self.refresh()
        self.post_message(self.Grown(self))

    def _item_at(self, index: int) -> HistoryItem | None:
        """An entry; it is read with those around it, so that a screen costs one look into the journal."""
        start = index - index % _AT_ONCE
        if start not in self._read and self._history:
            try:
                self._read[start] = self._history.items(start, start + _AT_ONCE)
            except StorageError:
                return None
        around = self._read.get(start, [])
        return around[index - start] if index - start < len(around) else None

    def _draw_entry(self, index: int, width: int, selected: bool) -> Content:
        item = self._item_at(index)
        if item is None:
            return Content.styled("could not be read", _MUTED)
        head = Content.assemble(mood_mark(item.mood), "  ")
        if self.row_height > 1:
            beside = " · ".join(part for part in (self._day(item), _company(item), item.result or "") if part)
            below = safe_line(beside, width - head.cell_length, _MUTED)
            return head + self._title(item) + Content(f"\n{' ' * head.cell_length}") + below
        day = Content.styled(f"{self._day(item):<{_DATE_CELLS}}  ", _MUTED)
        company = safe_line(_company(item), min(_COMPANY_CELLS, width // 4), _MUTED)
        room = width - head.cell_length - day.cell_length
        if not company.plain:
            return head + day + self._title(item)
        title = self._title(item).truncate(max(room - _company_cells(width) - 2, 0), ellipsis=True)
        gap = room - title.cell_length - _company_cells(width)
        return Content.assemble(head, day, title, " " * gap, company)

    def _title(self, item: HistoryItem) -> Content:
        return marked(safe_line(item.entry.title or "Without a title"), self._marks)

    def _day(self, item: HistoryItem) -> str:
        """ "Fri 20 Nov", or with the year where it is another one than this."""
        day = item.entry.written_at.local_date
        return weekday_date(day)[:-5] if day.year == self._today.year else short_date(day)


def _company(item: HistoryItem) -> str:
    return one_line(item.company or "")


def _company_cells(width: int) -> int:
    return min(_COMPANY_CELLS, width // 4)


def place_of(history: History, wanted: HistoryItem) -> int | None:
    """Where an entry stands in a history, which is read on as far as needed. None where it is not in it."""
    at = wanted.entry.written_at.utc

    def later(place: int) -> bool:
        found = history.items(place, place + 1)
        return bool(found) and found[0].entry.written_at.utc > at

    while not history.complete and history.known and later(history.known - 1):
        history.read_on()
    place = bisect_left(range(history.known), True, key=lambda place: not later(place))
    while found := history.items(place, place + 1):
        if found[0].entry.id == wanted.entry.id:
            return place
        if found[0].entry.written_at.utc != at:
            break
        place += 1
    return None

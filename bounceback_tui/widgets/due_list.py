"""What is coming up, a line each; enter opens what it is about."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.widget import Widget

from bounceback_tui.domain.due import Due
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.widgets.drawing import FOCUS_MARK
from bounceback_tui.widgets.list_keys import GoesToFirst, list_keys
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.safe import safe_line

_DAY = 11  # cells for "Wed 25 Nov"


class DueLine(Frozen):
    """Something that is due, and its day in words."""

    due: Due
    when: str


class DueList(GoesToFirst, Widget, can_focus=True):
    """Lines under a heading, with a cursor while it has the focus. Nothing where nothing is due."""

    DEFAULT_CSS = """
    DueList { height: auto; display: none; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", tooltip="Open what this is about"),
        *list_keys(),
    ]

    cursor: reactive[int] = reactive(0)
    """Place of the line that enter opens."""

    class Opened(WidgetMessage):
        """Somebody wants to see to it."""

        due: Due
        """What it is."""

    class Moved(WidgetMessage):
        """The cursor is on another line, which may be out of sight."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[DueLine, ...] = ()
        self._today = date.min
        self._days = _DAY

    def show(self, lines: tuple[DueLine, ...], today: date) -> None:
        """Show other lines; the cursor stays where it can."""
        self._lines, self._today = lines, today
        self._days = max([len(self._since(line.due) + line.when) + 2 for line in lines] + [_DAY])
        self.cursor = max(min(self.cursor, len(lines) - 1), 0)
        self.display = bool(lines)
        self.refresh(layout=True)

    @property
    def cursor_region(self) -> Region:
        """Where the line of the cursor stands on the screen; with the first one its heading."""
        line = self.content_region
        heading = self.cursor == 0
        return Region(line.x, line.y + self.cursor + (not heading), line.width, 1 + heading)

    def watch_cursor(self) -> None:
        """Have it kept in sight."""
        self.post_message(self.Moved(self))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A heading, and a line each."""
        return len(self._lines) + 1

    def render(self) -> Content:
        """The lines for the present width."""
        width = self.content_size.width
        lines = [self._line(place, width) for place in range(len(self._lines))]
        return Content("\n").join([Content.styled("Coming up", "$foreground-muted"), *lines])

    def action_move(self, step: int) -> None:
        """Another line; past the ends, whatever stands there."""
        if self.cursor + step in range(len(self._lines)):
            self.cursor += step
        elif step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def action_first(self) -> None:
        """The first line."""
        self.cursor = 0

    def action_last(self) -> None:
        """The last line."""
        self.cursor = max(len(self._lines) - 1, 0)

    def action_open(self) -> None:
        """Open what the line under the cursor is about."""
        if self._lines:
            self.post_message(self.Opened(self, self._lines[self.cursor].due))

    def on_click(self, event: events.Click) -> None:
        """Open the line that was clicked."""
        offset = event.get_content_offset(self)
        if offset is not None and offset.y - 1 in range(len(self._lines)):
            self.cursor = offset.y - 1
            self.action_open()

    def _line(self, place: int, width: int) -> Content:
        one = self._lines[place]
        here = self.has_focus and place == self.cursor
        since = self._since(one.due)
        head = Content.assemble(
            (FOCUS_MARK if here else " " * len(FOCUS_MARK), "$accent"),
            since,
            (f"{one.when:<{self._days - len(since)}}", "$text-accent"),
        )
        words = safe_line(one.due.text, max(width - head.cell_length, 1), "bold" if here else "")
        return head + words

    def _since(self, due: Due) -> str:
        """What stands before a day that has passed."""
        return "since " if due.day < self._today else ""

"""What all pictures share: a cursor that walks from mark to mark, and a line that names what is under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from bounceback_tui.widgets.drawing import PICTURE_CSS
from bounceback_tui.widgets.list_keys import GoesToFirst
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.safe import safe_line
from bounceback_tui.widgets.sentences import in_lines

_SHORT = 70  # cells that a line of words should have


class Picture(GoesToFirst, Widget, can_focus=True):
    """Draws a figure and, in its last line, what the mark under the cursor or the pointer says.

    A mark is whatever can be looked at alone: a day, a bar, a pair. Without the focus and without a
    pointer on it nothing is marked.
    """

    DEFAULT_CSS = f"Picture {{ height: auto; {PICTURE_CSS} }}"

    ALLOW_SELECT = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "step(-1)", "move", key_display="← →", tooltip="To the one before"),
        Binding("right,l", "step(1)", show=False, tooltip="To the next one"),
        Binding("home", "end_of(0)", show=False, tooltip="To the first"),
        Binding("end,G", "end_of(-1)", show=False, tooltip="To the last"),
        Binding("enter", "open", "entries", tooltip="Read the entries behind it"),
    ]

    FIRST_ACTION = "end_of(0)"

    cursor: reactive[int] = reactive(0, repaint=True)
    """Index of the mark that the keys are on."""

    pointed: reactive[int | None] = reactive(None)
    """Index of the mark under the pointer."""

    class Opened(WidgetMessage):
        """The entries behind a mark are asked for."""

        index: int
        """Its index."""

    STRETCHED: ClassVar[bool] = False
    """Whether the figure takes whatever height it is given."""

    SAID: ClassVar[int] = 1
    """Lines below the figure, for what a mark says."""

    def __init__(self, marks: Sequence[str] = (), *, cursor: int = 0) -> None:
        """`marks` are what each says, in order, as plain text; `cursor` is on one of them, -1 the last."""
        super().__init__(classes="stretched" if self.STRETCHED else None)
        self.marks = marks
        """What each mark says."""
        self.set_reactive(Picture.cursor, cursor % len(self.marks) if self.marks else 0)

    def draw(self, width: int, height: int, marked: int | None) -> Content:
        """The figure in `width` × `height` cells, with one of its marks emphasised unless that is None."""
        raise NotImplementedError

    def mark_at(self, x: int, y: int, width: int, height: int) -> int | None:
        """The mark that a cell of the figure belongs to."""
        return None

    @property
    def turns(self) -> bool:
        """Whether there is another part to turn to, such as another year."""
        return False

    def turn(self, step: int) -> None:
        """Turn to the part before (-1) or after (1)."""

    def lines(self, width: int) -> int:
        """Lines that the figure takes at this width, unless it is stretched."""
        return 0

    @property
    def marked(self) -> int | None:
        """The mark that is emphasised now."""
        if self.pointed is not None:
            return self.pointed
        return self.cursor if self.has_focus and self.marks else None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The figure and what stands below it."""
        return self.lines(width) + self.said_in(width)

    def said_in(self, width: int) -> int:
        """Lines for what a mark says; two where one is short, unless that would take from the figure."""
        return 2 if self.SAID == 1 and width < _SHORT and not self.STRETCHED else self.SAID

    def render(self) -> Content:
        """The figure for the present size, and the words of its mark."""
        width, height = self.content_size
        marked = self.marked
        figure = self.draw(width, max(height - self.said_in(width), 1), marked)
        return Content("\n").join([figure, *self._said(marked, width)])

    def _said(self, marked: int | None, width: int) -> list[Content]:
        """What a mark says, cut to the lines there are for it."""
        most = self.said_in(width)
        if not most:
            return []
        said = Content("") if marked is None else safe_line(self.marks[marked], None, "bold $text-accent")
        lines = in_lines(said, width)
        return [
            *lines[: most - 1],
            Content(" ").join(lines[most - 1 :]).truncate(width, ellipsis=True),
        ]

    def validate_cursor(self, cursor: int) -> int:
        """On one of the marks."""
        return min(max(cursor, 0), max(len(self.marks) - 1, 0))

    def action_step(self, step: int) -> None:
        """Move by so many marks."""
        self.pointed = None
        self.cursor += step

    def action_end_of(self, end: int) -> None:
        """To the first mark (0) or the last (-1)."""
        self.pointed = None
        self.cursor = len(self.marks) - 1 if end else 0

    def action_open(self) -> None:
        """Ask for the entries behind the mark."""
        if self.marks:
            self.post_message(self.Opened(self, self.cursor))

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide it."""
        self.refresh()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Name what is under the pointer."""
        self.pointed = self._at(event)

    def on_leave(self) -> None:
        """Nothing is under it any more."""
        self.pointed = None

    def on_click(self, event: events.Click) -> None:
        """Go to a mark; open it where the cursor is there already."""
        found = self._at(event)
        if found is None:
            return
        if found == self.cursor and self.has_focus:
            self.action_open()
        self.cursor = found

    def _at(self, event: events.MouseEvent) -> int | None:
        offset = event.get_content_offset(self)
        width, height = self.content_size
        below = self.said_in(width)
        if offset is None or offset.y >= height - below:
            return None
        return self.mark_at(offset.x, offset.y, width, height - below)


class RowPicture(Picture):
    """A picture whose marks stand under each other, so that the keys up and down walk along it as well."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", show=False, tooltip="To the one above"),
        Binding("down,j", "step(1)", show=False, tooltip="To the one below"),
    ]

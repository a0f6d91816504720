"""A long list drawn by line: nothing is made or walked but what is on the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.content import Content
from textual.css.styles import RulesMap
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widget import Widget

from bounceback_tui.widgets.drawing import FOCUS_MARK
from bounceback_tui.widgets.list_keys import GoesToFirst, list_keys
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.plain_marks import is_plain

Line = Callable[[int, int, bool], Content]
"""Draws a row: its index, the cells it has, whether the cursor is on it. Two lines are parted by "\\n"."""

_MARGIN = len(FOCUS_MARK)
_EMPTY = -1  # in the place of an index
_NOT_WRAPPED = RulesMap(text_wrap="nowrap")
_NOT_REVERSED = Style(reverse=False)
_KEPT = 512  # rows kept as drawn: several screens full


def line_strip(widget: Widget, content: Content, width: int, style: Style) -> Strip:
    """A line that fits, drawn without a third of the cost: words to wrap, and links to look for."""
    strips = content.render_strips(width, 1, style, RenderOptions(widget._get_style, _NOT_WRAPPED))
    return strips[0].extend_cell_length(width, (style + _NOT_REVERSED).rich_style)


def _no_line(index: int, width: int, selected: bool) -> Content:
    return Content("")


class Rows(GoesToFirst, ScrollView, can_focus=True, inherit_bindings=False):
    """Rows of one or two lines with a cursor that is always visible.

    Rows are known by index alone, so whoever gets a message looks whether the index still means the same.
    """

    DEFAULT_CSS = """
    Rows { overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
    Rows > .rows--cursor {
        color: $block-cursor-blurred-foreground;
        background: $block-cursor-blurred-background;
    }
    Rows:focus > .rows--cursor {
        color: $block-cursor-foreground;
        background: $block-cursor-background;
        text-style: $block-cursor-text-style;
    }
    Rows > .rows--empty { color: $foreground-muted; }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--empty"}
    """The row under the cursor; the text of an empty list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *list_keys(),
        Binding("pageup", "page(-1)", "page up", show=False),
        Binding("pagedown", "page(1)", "page down", show=False),
        Binding("enter", "select", "open"),
    ]

    IN_A_FORM: ClassVar[bool] = False
    """Whether fields stand around it: then the cursor is seen with the focus alone, as theirs is."""

    cursor: reactive[int] = reactive(0, repaint=False, init=False)
    """Index of the row under the cursor; 0 in an empty list."""

    row_height: reactive[int] = reactive(1, repaint=False, init=False)
    """Lines of each row, 1 or 2."""

    class Highlighted(WidgetMessage):
        """The cursor is on another row, or the rows are other ones."""

        index: int
        """Index of the row."""

    class Resized(WidgetMessage):
        """A row has more room, or less."""

    class Selected(WidgetMessage):
        """A row was opened: with enter, or by clicking on the one under the cursor."""

        index: int
        """Index of the row."""

    def __init__(
        self,
        count: int = 0,
        line: Line = _no_line,
        *,
        row_height: int = 1,
        empty: str | Content = "Nothing here yet.",
        opens: bool = True,
        id: str | None = None,
    ) -> None:
        """Where enter `opens` nothing it is for the screen around it; a click posts `Selected` anyway."""
        super().__init__(id=id)
        self._opens = opens
        self.set_reactive(Rows.row_height, row_height)
        self._count = count
        self._line = line
        self._empty = empty if isinstance(empty, Content) else Content(empty)
        self._ready = False  # `is_mounted` comes too late for the first message
        self._drawn: LRUCache[tuple[int, int, Style, int], list[Strip]] = LRUCache(_KEPT)
        self._worn: tuple[str, bool] | None = None

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._count

    def set_rows(self, count: int, cursor: int = 0, empty: str | Content | None = None) -> None:
        """Show other rows, with the cursor on one of them; posts `Highlighted` unless there are none."""
        self._count = count
        if empty is not None:
            self._empty = empty if isinstance(empty, Content) else Content(empty)
        self.set_reactive(Rows.cursor, self.validate_cursor(cursor))
        if self._ready:
            self._show_all()

    def notify_style_update(self) -> None:
        """Forget what was drawn in the colours of another theme; the focus alone changes no row."""
        worn = self.app.theme, is_plain(self)
        if worn != self._worn:
            self._drawn.clear()
            self._worn = worn
        super().notify_style_update()

    def redraw(self) -> None:
        """Draw the same rows anew, since something else is known of them; nothing moves."""
        self._drawn.clear()
        self.refresh()

    def _redraw(self, index: int) -> None:
        self.refresh_lines(index * self.row_height, self.row_height)

    def on_mount(self) -> None:
        """Learn how long the list is."""
        self._ready = True
        self._show_all()

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._scroll_to_cursor()
        self.post_message(self.Resized(self))

    @property
    def room(self) -> int:
        """Cells that a row has for what stands in it."""
        return max(self.scrollable_content_region.width - _MARGIN, 0)

    def _show_all(self) -> None:
        self._drawn.clear()
        self.virtual_size = Size(0, self._count * self.row_height)
        self._scroll_to_cursor()
        self.refresh()
        if self._count:
            self.post_message(self.Highlighted(self, self.cursor))

    def _scroll_to_cursor(self) -> None:
        region = Region(0, self.cursor * self.row_height, 1, self.row_height)
        self.scroll_to_region(region, animate=False, force=True, immediate=True, x_axis=False)

    def validate_cursor(self, cursor: int) -> int:
        """The nearest row there is."""
        return max(min(cursor, self._count - 1), 0)

    def watch_cursor(self, before: int, now: int) -> None:
        """Draw both rows anew and tell of it."""
        if not self._ready:
            return
        self._redraw(before)
        self._redraw(now)
        self._scroll_to_cursor()
        self.post_message(self.Highlighted(self, now))

    def watch_row_height(self) -> None:
        """Draw all rows anew: there is more room in each, or less."""
        if self._ready:
            self._show_all()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something to open only where there are rows."""
        return action != "select" or (self._opens and self._count > 0)

    def action_move(self, step: int) -> None:
        """Move the cursor by rows."""
        self.cursor += step

    def action_page(self, pages: int) -> None:
        """Move the cursor by as many rows as are in sight."""
        self.cursor += pages * max(self.scrollable_content_region.height // self.row_height, 1)

    def action_first(self) -> None:
        """Go to the first row."""
        self.cursor = 0

    def action_last(self) -> None:
        """Go to the last row."""
        self.cursor = self._count - 1

    def action_select(self) -> None:
        """Open the row under the cursor."""
        if self._count:
            self.post_message(self.Selected(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to a row; open it if it is there already."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        index = (offset.y + self.scroll_offset.y) // self.row_height
        if index == self.cursor:
            self.action_select()
        elif index < self._count:
            self.cursor = index

    def render_line(self, y: int) -> Strip:
        """One line of the screen; the cost does not depend on how long the list is."""
        width = self.scrollable_content_region.width
        if width <= 0:
            return Strip.blank(0)
        if not self._count:
            return self._empty_line(y, width)
        index, part = divmod(y + self.scroll_offset.y, self.row_height)
        if index >= self._count:
            return Strip.blank(width, self.rich_style)
        selected = index == self.cursor and (self.has_focus or not self.IN_A_FORM)
        style = self.get_visual_style("rows--cursor") if selected else self.visual_style
        drawn = index, width, style, selected + (selected and self.has_focus)
        strips = self._drawn.get(drawn)
        if strips is None:
            strips = self._drawn[drawn] = self._draw(index, width, style, selected)
        return strips[part]

    def _draw(self, index: int, width: int, style: Style, selected: bool) -> list[Strip]:
        """The lines of a row. Under the cursor it has one colour, which is sure to be readable there."""
        room = max(width - _MARGIN, 0)
        content = self._line(index, room, selected)
        if selected and self.has_focus:
            content = Content(content.plain)
        lines = [line.truncate(room, ellipsis=True) for line in content.split("\n", allow_blank=True)]
        lines += [Content("")] * self.row_height
        strips: list[Strip] = []
        for part, line in enumerate(lines[: self.row_height]):
            margin = FOCUS_MARK if selected and part == 0 else " " * _MARGIN
            strips.append(line_strip(self, Content(margin) + line, width, style))
        return strips

    def _empty_line(self, y: int, width: int) -> Strip:
        style = self.get_visual_style("rows--empty")
        drawn = _EMPTY, width, style, 0
        strips = self._drawn.get(drawn)
        if strips is None:
            strips = Visual.to_strips(self, self._empty, width, None, style, apply_selection=False, pad=True)
            self._drawn[drawn] = strips
        return strips[y] if y < len(strips) else Strip.blank(width, style.rich_style)

"""A field for one line: text that was pasted with control characters in it cannot steer the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.suggester import SuggestFromList
from textual.widgets import Input

from bounceback_tui.domain.text import one_line, visible
from bounceback_tui.widgets.field_label import mark_label

_MORE = "…"


class Line(Input):
    """A field for one line, with names to complete from; several pasted lines become one."""

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        names: Iterable[str] = (),
        id: str | None = None,
    ) -> None:
        known = [one_line(name) for name in names]
        super().__init__(
            value=one_line(value),
            placeholder=one_line(placeholder),
            suggester=SuggestFromList(known, case_sensitive=False) if known else None,
            compact=True,
            select_on_focus=False,
            id=id,
        )

    def watch_has_focus(self, focused: bool) -> None:
        """Say so before the label, too, where no colour can be seen."""
        super().watch_has_focus(focused)
        mark_label(self, focused)
        if focused:  # Textual shows the cursor only once it is moved
            self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        self.scroll_to_region(Region(self._cursor_offset, 0, 1, 1), force=True, animate=False)

    def render_line(self, y: int) -> Strip:
        """The line; that it goes on beyond its ends is told by a sign there, but never on the cursor."""
        strip = super().render_line(y)
        room, first = self.scrollable_content_region.width, round(self.scroll_x)
        cursor = self._position_to_cell(self.cursor_position) - first if self.has_focus else -1
        if y or room <= 1:
            return strip
        if cell_len(self.value or self.placeholder) - first > room and cursor < room - 1:
            strip = Strip.join([strip.crop(0, room - 1), self._more(strip, room - 1), strip.crop(room)])
        if first and cursor:
            strip = Strip.join([self._more(strip, 0), strip.crop(1)])
        return strip

    def _more(self, strip: Strip, x: int) -> Strip:
        """The sign for more in the style of a cell; half of a wide letter is left out with it."""
        return Strip([Segment(_MORE, next(iter(strip.crop(x, x + 1)), Segment("")).style)], 1)

    def _on_paste(self, event: events.Paste) -> None:
        """Textual keeps the first line of a paste only; here all of it becomes one line."""
        if event.text:
            self.insert_text_at_cursor(one_line(event.text))
        event.prevent_default()
        event.stop()

    def validate_value(self, value: str) -> str:
        """Make control characters visible."""
        return visible(value).replace("\n", " ")

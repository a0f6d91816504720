"""The line at the top: the pages with their keys, and the date."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.plain_marks import bracketed


class PageTabs(Widget):
    """Names of the pages, the present one marked; a click asks for a page."""

    DEFAULT_CSS = """
    PageTabs { height: 1; padding: 0 1; text-wrap: nowrap; text-overflow: clip; }
    """

    current: reactive[str] = reactive("")
    """Name of the page that is shown."""

    date: reactive[str] = reactive("")
    """Stands at the right where there is room."""

    class Picked(WidgetMessage):
        """A page was clicked."""

        page: str
        """Its name."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = tuple(names)

    def render(self) -> Content:
        """The line for the present width."""
        pieces = []
        for place, label in enumerate(self._labels()):
            style = (
                "bold $text-accent underline" if self._names[place] == self.current else "$foreground-muted"
            )
            pieces.append(Content.styled(label, style))
        line = Content(self._gap()).join(pieces)
        room = self.content_size.width - line.cell_length - len(self.date)
        if room >= 2:
            line += Content.styled(" " * room + self.date, "$foreground-muted")
        return line

    def on_click(self, event: events.Click) -> None:
        """Ask for the page under the pointer."""
        offset = event.get_content_offset(self)
        start = 0
        for name, label in zip(self._names, self._labels(), strict=True):
            if offset is not None and start <= offset.x < start + len(label):
                self.post_message(self.Picked(self, name))
            start += len(label) + len(self._gap())

    def _labels(self) -> list[str]:
        return [
            bracketed(f"{place} {name}", name == self.current, self)
            for place, name in enumerate(self._names, start=1)
        ]

    def _gap(self) -> str:
        """Two or three cells between the names, as there is room; one where brackets took the other."""
        length, gaps = sum(map(len, self._labels())), len(self._names) - 1
        width = self.content_size.width
        return "   " if width >= length + 3 * (gaps + 1) else " " if width < length + 2 * gaps else "  "

"""A column that scrolls up and down and leaves ← and → to whoever wants them."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from bounceback_tui.widgets.key_bar import RARELY
from bounceback_tui.widgets.list_keys import GoesToFirst, list_keys


class Column(GoesToFirst, VerticalScroll, inherit_bindings=False):
    """Like `VerticalScroll`, whose keys for sideways scrolling would hide those of the page around it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *list_keys("scroll_up", "scroll_down", "scroll_home", "scroll_end"),
        Binding("pagedown", "page_down", "read on", key_display="pgdn", group=RARELY, tooltip="Scroll down"),
        Binding("pageup", "page_up", "read back", show=False, tooltip="Scroll up"),
    ]

    FIRST_ACTION = "scroll_home"

    def watch_has_focus(self, _has_focus: bool) -> None:
        """With the focus it has another style, perhaps, and what stands in it has not.

        The toolkit would look up that of every widget within, at each visit to a page.
        """
        self.app.stylesheet.update_nodes([self])


class WindowColumn(Column):
    """In a window, where the key to read on is offered only while there is more than can be seen."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether there is anything to scroll."""
        if action in ("page_down", "page_up"):
            return self.allow_vertical_scroll
        return super().check_action(action, parameters)

    def watch_show_vertical_scrollbar(self) -> None:
        """There is more to see than there was, or less."""
        self.refresh_bindings()

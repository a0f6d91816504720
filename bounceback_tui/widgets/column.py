"""A column that scrolls up and down and leaves ← and → to whoever wants them."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll


class Column(VerticalScroll, inherit_bindings=False):
    """Like `VerticalScroll`, whose keys for sideways scrolling would hide those of the page around it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll_up", "up", show=False),
        Binding("down,j", "scroll_down", "down", show=False),
        Binding("pagedown", "page_down", "read on", key_display="pgdn", tooltip="Scroll down"),
        Binding("pageup", "page_up", "read back", show=False, tooltip="Scroll up"),
        Binding("home", "scroll_home", "top", show=False),
        Binding("end", "scroll_end", "bottom", show=False),
    ]

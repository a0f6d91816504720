"""What is filled in below a title that stays, of which the part with the focus is always in sight."""

from __future__ import annotations

from typing import Any

from textual.containers import VerticalScroll
from textual.geometry import Offset, Region, Spacing


class Titled(VerticalScroll):
    """Its title is docked at the top: what is scrolled to comes to stand below that, not behind it."""

    def scroll_to_region(self, region: Region, *, spacing: Spacing | None = None, **options: Any) -> Offset:
        """As in any column, in what the title leaves of it."""
        docked = (widget for widget in self.children if widget.styles.dock == "top" and widget.display)
        above = sum(widget.outer_size.height + widget.styles.margin.bottom for widget in docked)
        return super().scroll_to_region(
            region, spacing=(spacing or Spacing()) + Spacing(top=above), **options
        )

    def on_resize(self) -> None:
        """A field has keys of its own, and with a line more of them at the foot there is less room."""
        focused = self.screen.focused
        if focused and self in focused.ancestors:
            self.call_after_refresh(focused.scroll_visible, animate=False)

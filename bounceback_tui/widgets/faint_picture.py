"""An example of a picture, where there is too little yet to draw the real one."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.widget import Widget

from bounceback_tui.widgets.drawing import AXIS, PICTURE_CSS

Draw = Callable[[int, int], Content]
"""Draws a picture of a width and height in cells."""


class FaintPicture(Widget):
    """Shapes in the colour of axes; whoever shows it says that it is an example."""

    DEFAULT_CSS = f"FaintPicture {{ height: 9; {PICTURE_CSS} }}"

    ALLOW_SELECT = False

    def __init__(self, draw: Draw) -> None:
        super().__init__(classes="stretched")
        self._draw = draw

    def render(self) -> Content:
        """The example for the present size."""
        return Content.styled(self._draw(*self.content_size).plain, AXIS)

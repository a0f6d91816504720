"""An example of a picture, where there is too little yet to draw the real one."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from bounceback_tui.widgets.drawing import AXIS, PICTURE_CSS

Draw = Callable[[int, int], Content]
"""Draws a picture of a width and height in cells."""


class FaintPicture(Widget):
    """Shapes in the colour of axes; whoever shows it says that it is an example."""

    DEFAULT_CSS = f"FaintPicture {{ height: auto; {PICTURE_CSS} }}"

    ALLOW_SELECT = False

    lines: reactive[int] = reactive(9, layout=True)
    """The most that it takes; an example of a few bars is lower than that."""

    def __init__(self, draw: Draw) -> None:
        super().__init__()
        self._draw = draw

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines that the example takes at this width."""
        return min(self._draw(width, self.lines).plain.count("\n") + 1, self.lines)

    def render(self) -> Content:
        """The example for the present width."""
        return Content.styled(self._draw(self.content_size.width, self.lines).plain, AXIS)

"""Words that are laid out anew for each width: cut to one line, or with what goes on below its beginning."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

Draw = Callable[[int], Sequence[Content]]
"""The lines for so many cells; none of them is wider."""


class Fitted(Widget):
    """What is drawn for the width that there is."""

    DEFAULT_CSS = """
    Fitted { height: auto; }
    """

    def __init__(self, draw: Draw = lambda _: (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._draw = draw

    def show(self, draw: Draw) -> None:
        """Show something else."""
        self._draw = draw
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines that it takes at this width."""
        return len(self._draw(width))

    def render(self) -> Content:
        """The lines for the present width."""
        return Content("\n").join(self._draw(self.content_size.width))

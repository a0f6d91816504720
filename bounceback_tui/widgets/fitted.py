"""Words that are laid out anew for each width that there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

Draw = Callable[[int], Sequence[Content]]
"""The lines for so many cells; none of them is wider."""


class InLines:
    """Mixed into a widget, it is as high as its lines are at the present width; which, each widget says."""

    def lines_at(self, width: int) -> Sequence[Content]:
        """The lines for so many cells."""
        raise NotImplementedError

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines that it takes at this width."""
        return len(self.lines_at(width))

    def render(self) -> Content:
        """The lines for the present width."""
        assert isinstance(self, Widget)
        return Content("\n").join(self.lines_at(self.content_size.width))


class Fitted(InLines, Widget):
    """Lines that somebody else draws: cut to one, or with what goes on below its beginning."""

    DEFAULT_CSS = "Fitted { height: auto; }"

    def __init__(self, draw: Draw = lambda _: (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._draw = draw

    def show(self, draw: Draw) -> None:
        """Show something else."""
        self._draw = draw
        self.refresh(layout=True)

    def lines_at(self, width: int) -> Sequence[Content]:
        """What is drawn."""
        return self._draw(width)

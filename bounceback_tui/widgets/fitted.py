"""Words that are laid out anew for each width that there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Self

from textual.content import Content
from textual.geometry import Region, Size
from textual.widget import Widget

Draw = Callable[[int], Sequence[Content]]
"""The lines for so many cells; none of them is wider."""


if TYPE_CHECKING:
    _Mixed = Widget
else:
    _Mixed = object  # a widget class of its own would take the place of the other one's style


class InLines(_Mixed):
    """Mixed into a widget, it is as high as its lines are at the present width; which, each widget says.

    The toolkit asks for the height up to seven times until a page stands, and then for the lines; they are
    made once for a width, until the widget is to look different.
    """

    _made: tuple[int, Sequence[Content]] | None = None

    def lines_at(self, width: int) -> Sequence[Content]:
        """The lines for so many cells."""
        raise NotImplementedError

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines that it takes at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The lines for the present width."""
        return Content("\n").join(self._lines(self.content_size.width))

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Make the lines anew."""
        self._made = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _lines(self, width: int) -> Sequence[Content]:
        if self._made is None or self._made[0] != width:
            self._made = width, self.lines_at(width)
        return self._made[1]


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

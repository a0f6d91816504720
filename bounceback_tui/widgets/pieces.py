"""Something long to read, in pieces of which only those in sight are ever drawn."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any

from textual import events
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual, VisualType, visualize

from bounceback_tui.domain.frozen import Frozen

WIDEST = 92
"""Cells of a line at most: longer ones are hard to read."""

_KEPT = 64  # pieces kept as drawn: several screens full


class Piece(Frozen):
    """A part of what is shown, and what can be told of its height before it is drawn."""

    draw: Callable[[int], VisualType]
    """What it looks like within so many cells."""
    length: int = 0
    """Characters."""
    breaks: int = 0
    """Line breaks among them."""
    below: int = 1
    """Empty lines that part it from the next one."""

    def guess(self, width: int) -> int:
        """About how many lines it takes, with those below."""
        return self.breaks + self.length // width + 1 + self.below


class Pieces(ScrollView):
    """Pieces under each other. Heights are guessed until somebody comes near, and then known for good.

    Where a guess was wrong, what is in sight stays where it is and the rest moves.
    """

    DEFAULT_CSS = """
    Pieces { overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._pieces: Sequence[Piece] = ()
        self._heights: list[int] = []
        self._starts = [0]
        self._known = bytearray()
        self._width = 0
        self._settling = False
        self._drawn: LRUCache[int, list[Strip]] = LRUCache(_KEPT)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show other pieces, from the beginning."""
        self._pieces = pieces
        self.scroll_to(y=0, force=True)
        self._begin()
        self._settle()
        self.refresh()

    def draw_again(self, index: int) -> None:
        """Draw a piece anew that looks different now; its height must be the same."""
        self._drawn.discard(index)
        self.refresh()

    def is_in_sight(self, index: int) -> bool:
        """Whether any of a piece is on the screen."""
        top, height = round(self.scroll_y), self.scrollable_content_region.height
        return self._starts[index] < top + height and self._starts[index] + self._heights[index] > top

    def bring_into_sight(self, index: int) -> None:
        """Scroll no further than it takes to see a piece; of one that is too long, its beginning."""
        if self._room <= 0:
            return
        self._know(index)
        self._measure()
        height = self.scrollable_content_region.height
        start = self._starts[index]
        end = start + min(self._heights[index] - self._pieces[index].below, height)
        top = min(max(round(self.scroll_y), end - height), start)
        if top != round(self.scroll_y):
            self.scroll_to(y=top, force=True)

    def notify_style_update(self) -> None:
        """Forget what was drawn in the colours of another theme."""
        self._drawn.clear()
        super().notify_style_update()

    def on_resize(self, event: events.Resize) -> None:
        """Keep what is at the top in sight."""
        if self._room == self._width:
            self._settle()
            return
        index = self.piece_at(round(self.scroll_y))
        part = (self.scroll_y - self._starts[index]) / self._heights[index] if self._heights else 0
        self._begin()
        if self._heights and self._room > 0:
            self._know(index)
            self._measure()
            self.scroll_to(y=self._starts[index] + part * self._heights[index], force=True)
        self._settle()
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw what comes into sight, with a screen above and below."""
        self._settle()
        super().watch_scroll_y(old_value, new_value)

    def scroll_to(self, x: float | None = None, y: float | None = None, **options: Any) -> None:
        """Go there at once: a height that becomes known on the way would make a glide miss its end."""
        super().scroll_to(x, y, **(options | {"animate": False}))

    def action_scroll_end(self) -> None:
        """Go to the end."""
        self.scroll_to(y=self.max_scroll_y)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        line = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if self._room <= 0 or line >= self._starts[-1]:
            return Strip.blank(max(width, 0), self.rich_style)
        index = self.piece_at(line)
        strips, line = self._strips(index), line - self._starts[index]
        return strips[line] if line < len(strips) else Strip.blank(width, self.rich_style)

    @property
    def _room(self) -> int:
        """Cells of a line."""
        return min(self.scrollable_content_region.width, WIDEST)

    def _begin(self) -> None:
        """Guess all heights anew."""
        self._width = self._room
        self._drawn.clear()
        self._heights = [piece.guess(max(self._width, 1)) for piece in self._pieces]
        self._known = bytearray(len(self._heights))
        self._measure()

    def _measure(self) -> None:
        self._starts = [0, *accumulate(self._heights)]
        self.virtual_size = Size(0, self._starts[-1])

    def _settle(self) -> None:
        """Know the height of everything near, without moving what is in sight."""
        height = self.scrollable_content_region.height
        if self._settling or self._room <= 0 or not self._heights:
            return
        self._settling = True
        top = round(self.scroll_y)
        at_end = 0 < self.max_scroll_y <= top
        while (index := self._next_unknown(top - height, top + 2 * height)) is not None:
            grown = self._know(index)
            if self._starts[index] < top:
                top += grown
            self._starts = [0, *accumulate(self._heights)]
        self.virtual_size = Size(0, self._starts[-1])
        self.scroll_to(y=self.max_scroll_y if at_end else top, force=True)
        self._settling = False

    def _next_unknown(self, first: int, last: int) -> int | None:
        """A piece between two lines whose height is a guess; the last one first, then upwards."""
        near = range(self.piece_at(last), self.piece_at(first) - 1, -1)
        return next((index for index in near if not self._known[index]), None)

    def _know(self, index: int) -> int:
        """Find out the height of a piece; by how much it is more than was guessed."""
        height = len(self._strips(index)) + self._pieces[index].below
        grown = height - self._heights[index]
        self._heights[index] = height
        self._known[index] = 1
        return grown

    def piece_at(self, line: int) -> int:
        """The piece to which a line belongs; the first or last one for lines outside."""
        return min(max(bisect_right(self._starts, line) - 1, 0), max(len(self._heights) - 1, 0))

    def _strips(self, index: int) -> list[Strip]:
        """The lines of a piece."""
        strips = self._drawn.get(index)
        if strips is None:
            strips = self._drawn[index] = self._draw(self._pieces[index])
        return strips

    def _draw(self, piece: Piece) -> list[Strip]:
        visual = visualize(self, piece.draw(self._room), markup=False)
        style = self.visual_style
        drawn = Visual.to_strips(self, visual, self._room, None, style, apply_selection=False, pad=True)
        width = self.scrollable_content_region.width
        return [strip.extend_cell_length(width, style.rich_style) for strip in drawn]


def piece_of(content: Content) -> Piece:
    """A piece that is there already; it wraps where it is too long."""
    return Piece(lambda _: content, len(content.plain), content.plain.count("\n"))

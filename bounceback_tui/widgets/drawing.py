"""What the pictures are drawn with: braille dots and rows of styled cells."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from math import ceil

from textual.content import Content

Cell = tuple[str, str]
"""One character and its style."""

AXIS = "$foreground-muted"
"""Style of axes, ticks and everything else that only serves."""

LINE = "bold $text-accent"
"""Style of the line that a picture is about."""

PICTURE_CSS = "text-wrap: nowrap; text-overflow: clip;"
"""A picture is cut at the edge; wrapped it could not be read."""

FOCUS_MARK = "▸ "
"""Stands before a row that has the focus, so that it shows without colour too."""

LABEL = 8
"""Cells for what a field is called, so that fields under each other line up."""


def name_style(focused: bool) -> str:
    """Style of what a field is called; it stands out while the field has the focus."""
    return "$text-accent" if focused else AXIS


_NICE = (1, 2, 5, 7, 10, 14, 20, 30, 50, 60, 100, 200, 365, 500, 1000)
_TICK = 7  # cells from one tick to the next, at least

_BITS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))


class Braille:
    """A field of dots, two across and four down in each cell; dots outside of it are dropped."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns = columns
        """Width in cells."""
        self.rows = rows
        """Height in cells."""
        self._cells: dict[tuple[int, int], int] = {}

    @property
    def width(self) -> int:
        """Width in dots."""
        return self.columns * 2

    @property
    def height(self) -> int:
        """Height in dots."""
        return self.rows * 4

    def dot(self, x: int, y: int) -> None:
        """Set the dot in column `x` and row `y`, counted from the top left."""
        if 0 <= x < self.width and 0 <= y < self.height:
            cell = (x // 2, y // 4)
            self._cells[cell] = self._cells.get(cell, 0) | _BITS[x % 2][y % 4]

    def upright(self, x: int, y: int, to_y: int) -> None:
        """Set all dots from `y` to `to_y`, both included."""
        for row in range(min(y, to_y), max(y, to_y) + 1):
            self.dot(x, row)

    def bits(self, column: int, row: int) -> int:
        """The dots of one cell; 0 where there are none."""
        return self._cells.get((column, row), 0)


def day_step(days: float, columns: int) -> int:
    """So many days lie between two ticks on an axis, for their figures not to run into each other."""
    least = _TICK * days / columns
    return next((step for step in _NICE if step >= least), _NICE[-1] * ceil(least / _NICE[-1]))


def braille(bits: int) -> str:
    """The character with these dots."""
    return chr(0x2800 + bits)


def styled(cells: Iterable[Cell]) -> Content:
    """A line of cells; neighbours of one style become one span."""
    runs = groupby(cells, key=lambda cell: cell[1])
    return Content.assemble(*(("".join(text for text, _ in run), style) for style, run in runs))


def stacked(lines: Iterable[Content]) -> Content:
    """Lines under each other."""
    return Content("\n").join(lines)


def padded(content: Content, cells: int) -> Content:
    """A line with room behind it up to so many cells; one that is wider stays as it is."""
    return content.pad_right(max(cells - content.cell_length, 0))


def fitting(pieces: Iterable[Content], width: int, gap: int = 3) -> Content:
    """As many of `pieces` side by side as `width` cells hold, whole ones only, first ones first."""
    kept: list[Content] = []
    room = width
    for piece in pieces:
        if piece.cell_length <= room:
            kept.append(piece)
            room -= piece.cell_length + gap
    return Content(" " * gap).join(kept)

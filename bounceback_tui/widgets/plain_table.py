"""A small table in plain aligned text, as wide as it needs to be and no wider than there is room."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from bounceback_tui.domain.table import Heading, Table
from bounceback_tui.widgets.drawing import AXIS, PICTURE_CSS, stacked
from bounceback_tui.widgets.rows import line_strip
from bounceback_tui.widgets.safe import cells_of, safe, safe_line
from bounceback_tui.widgets.sentences import in_lines

_GAP = 3
_LEAST = 6  # cells that a column which gives way keeps
_STUMP = 16  # cells with fewer of which a column of words says too little
_MEASURE = 100  # cells: longer lines of sentences are hard to read
_INDENT = 4  # of what stands below the words of its row
_KEPT = 256  # lines kept as drawn: several screens full


class TableLines:
    """The lines of a table, at most `width` cells wide; the gaps shrink before anything is cut.

    Where a first column of words would be cut to a stump, it has lines of its own, each above the rest of its
    row. What a line looks like is worked out only where it is asked for: there may be thousands.
    """

    def __init__(self, table: Table, natural: Sequence[int], width: int) -> None:
        """`natural` is how wide each column would like to be."""
        self._table = table
        self._width = width
        self._first = 0
        self._lay_out(natural)
        if self._widths and table.headings[0].gives_way and self._widths[0] < min(natural[0], _STUMP):
            self._first = 1
            self._lay_out(natural)
        foot = in_lines(safe(table.foot, AXIS), min(width, _MEASURE)) if table.foot and table.rows else []
        self._foot = [Content(""), *foot] if foot else []

    def _lay_out(self, natural: Sequence[int]) -> None:
        """Gap and widths of the columns from the first on that stand beside each other."""
        natural, headings = natural[self._first :], self._table.headings[self._first :]
        gaps = max(len(natural) - 1, 0)
        width = self._width - self._first * _INDENT
        if sum(natural) + _GAP * gaps <= width:
            self._gap = _GAP
        else:
            self._gap = 2 if sum(_least(natural, headings)) + 2 * gaps <= width else 1
        self._widths = _given_way(natural, headings, width - self._gap * gaps) if natural else []

    def __len__(self) -> int:
        """Lines: the head, the rows and the foot; none without rows."""
        rows = len(self._table.rows)
        return (1 + rows) * (1 + self._first) + len(self._foot) if rows else 0

    def line(self, at: int) -> Content:
        """One of them, counted from the top."""
        rows = self._table.rows
        place, below = divmod(at, 1 + self._first)
        if place > len(rows):
            return self._foot[at - (1 + len(rows)) * (1 + self._first)]
        if place:
            cells = [safe_line(cell) for cell in rows[place - 1]]
        else:
            cells = [Content.styled(heading.words, AXIS) for heading in self._table.headings]
        if not self._first:
            return self._row(cells)
        if not below:
            return cells[0].truncate(self._width, ellipsis=True)
        return Content(" " * _INDENT) + self._row(cells[1:])

    def _row(self, cells: Sequence[Content]) -> Content:
        padded = []
        for cell, heading, width in zip(
            cells, self._table.headings[self._first :], self._widths, strict=True
        ):
            cut = cell.truncate(width, ellipsis=True)
            room = max(width - cut.cell_length, 0)
            padded.append(cut.pad_left(room) if heading.right else cut.pad_right(room))
        return Content(" " * self._gap).join(padded).truncate(self._width)


def natural_widths(table: Table) -> list[int]:
    """Cells that each column would like to have."""
    widths = [len(heading.words) for heading in table.headings]
    for row in table.rows:  # gone through once: each is made while it is looked at
        widths = list(map(max, widths, map(cells_of, row)))
    return widths


def _given_way(natural: Sequence[int], headings: Sequence[Heading], width: int) -> list[int]:
    """Widths that come to `width` if they can: of the columns that give way the widest first."""
    for most in range(max(min(max(natural), width), _LEAST), _LEAST, -1):
        widths = [
            min(each, most) if heading.gives_way else each
            for each, heading in zip(natural, headings, strict=True)
        ]
        if sum(widths) <= width:
            return widths
    return _least(natural, headings)


def _least(natural: Sequence[int], headings: Sequence[Heading]) -> list[int]:
    """Widths without which a column says nothing."""
    return [
        min(each, _LEAST) if heading.gives_way else each
        for each, heading in zip(natural, headings, strict=True)
    ]


class PlainTable(Widget):
    """`TableLines` in whatever width there is; as high as it needs to be, and drawn where it is in sight."""

    DEFAULT_CSS = f"PlainTable {{ height: auto; {PICTURE_CSS} }}"

    table: reactive[Table] = reactive(Table(), layout=True)
    """What is shown."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._lines: dict[int, TableLines] = {}
        self._drawn: LRUCache[tuple[int, int], Strip] = LRUCache(_KEPT)
        self.set_reactive(PlainTable.table, table)

    def watch_table(self) -> None:
        """Forget what was worked out for the one before."""
        self.__dict__.pop("_natural", None)
        self._lines.clear()
        self._drawn.clear()

    def notify_style_update(self) -> None:
        """Forget what was drawn in the colours of another theme."""
        self._drawn.clear()
        super().notify_style_update()

    def on_unmount(self) -> None:
        """Let go of rows and lines at once: the widget itself is found only by a search for garbage."""
        self.set_reactive(PlainTable.table, Table())
        self.watch_table()
        self._styles_cache.clear()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines at this width, and one where there is nothing to show."""
        return max(len(self._at(width)), 1)

    def render(self) -> Content:
        """All of it, which only a selection by the mouse asks for."""
        lines = self._at(self.content_size.width)
        return stacked(lines.line(at) for at in range(len(lines)))

    def render_line(self, y: int) -> Strip:
        """One line of it; the cost does not depend on how many there are."""
        if self.text_selection is not None:
            return super().render_line(y)
        width = self.content_size.width
        lines = self._at(width)
        if width <= 0 or y >= len(lines):
            return Strip.blank(max(width, 0), self.visual_style.rich_style)
        strip = self._drawn.get((y, width))
        if strip is None:
            strip = line_strip(self, lines.line(y), width, self.visual_style).apply_offsets(0, y)
            self._drawn[y, width] = strip
        return strip

    @cached_property
    def _natural(self) -> list[int]:
        return natural_widths(self.table)

    def _at(self, width: int) -> TableLines:
        if width not in self._lines:
            if len(self._lines) > 1:
                self._lines.clear()  # widths of before: layouts ask for one or two at a time
            self._lines[width] = TableLines(self.table, self._natural, width)
        return self._lines[width]

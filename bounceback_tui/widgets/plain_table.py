"""A small table in plain aligned text, as wide as it needs to be and no wider than there is room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from bounceback_tui.widgets.drawing import AXIS, PICTURE_CSS, stacked

_GAP = 3
_LEAST = 6  # cells that a column which gives way keeps


EMPTY = Content("")
"""Nothing."""


@dataclass(frozen=True)
class Heading:
    """The head of a column."""

    words: str
    right: bool = False
    """Whether its cells stand at the right, as figures do."""
    gives_way: bool = False
    """Whether its cells are cut where there is too little room."""


@dataclass(frozen=True)
class Table:
    """Headings, and rows of as many cells. User text in a cell has gone through `safe_line`."""

    headings: tuple[Heading, ...] = ()
    rows: tuple[tuple[Content, ...], ...] = ()
    foot: Content = EMPTY
    """What must be said about it; empty for nothing."""


def draw_table(table: Table, width: int) -> Content:
    """The table, at most `width` cells wide; the gaps shrink before anything is cut."""
    if not table.rows:
        return Content("")
    natural = [
        max([len(heading.words), *(row[at].cell_length for row in table.rows)])
        for at, heading in enumerate(table.headings)
    ]
    gaps = max(len(natural) - 1, 0)
    gap = _GAP if sum(natural) + _GAP * gaps <= width else 1 if sum(natural) + 2 * gaps > width else 2
    widths = list(natural)
    for at, heading in enumerate(table.headings):
        over = sum(widths) + gap * gaps - width
        if heading.gives_way and over > 0:
            widths[at] = max(widths[at] - over, min(_LEAST, widths[at]))
    head = [Content.styled(heading.words, AXIS) for heading in table.headings]
    lines = [_line(row, table.headings, widths, gap).truncate(width) for row in (head, *table.rows)]
    if table.foot.plain:
        lines += [Content(""), *table.foot.wrap(width)]
    return stacked(lines)


def _line(cells: Sequence[Content], headings: Sequence[Heading], widths: Sequence[int], gap: int) -> Content:
    padded = []
    for cell, heading, width in zip(cells, headings, widths, strict=True):
        cut = cell.truncate(width, ellipsis=True)
        room = max(width - cut.cell_length, 0)
        padded.append(cut.pad_left(room) if heading.right else cut.pad_right(room))
    return Content(" " * gap).join(padded)


class PlainTable(Widget):
    """`draw_table` in whatever width there is; as high as it needs to be."""

    DEFAULT_CSS = f"PlainTable {{ height: auto; {PICTURE_CSS} }}"

    table: reactive[Table] = reactive(Table(), layout=True)
    """What is shown."""

    def __init__(self, table: Table, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.set_reactive(PlainTable.table, table)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines at this width."""
        return draw_table(self.table, width).plain.count("\n") + 1

    def render(self) -> Content:
        """The table for the present width."""
        return draw_table(self.table, self.content_size.width)

"""A small table in plain aligned text, as wide as it needs to be and no wider than there is room."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from bounceback_tui.domain.table import Heading, Table
from bounceback_tui.widgets.drawing import AXIS, PICTURE_CSS, stacked
from bounceback_tui.widgets.safe import safe, safe_line

_GAP = 3
_LEAST = 6  # cells that a column which gives way keeps


def draw_table(table: Table, width: int) -> Content:
    """The table, at most `width` cells wide; the gaps shrink before anything is cut."""
    if not table.rows:
        return Content("")
    rows = [[safe_line(cell) for cell in row] for row in table.rows]
    natural = [
        max([len(heading.words), *(row[at].cell_length for row in rows)])
        for at, heading in enumerate(table.headings)
    ]
    gaps = max(len(natural) - 1, 0)
    gap = _GAP if sum(natural) + _GAP * gaps <= width else 1 if sum(natural) + 2 * gaps > width else 2
    widths = _given_way(natural, table.headings, width - gap * gaps)
    head = [Content.styled(heading.words, AXIS) for heading in table.headings]
    lines = [_line(row, table.headings, widths, gap).truncate(width) for row in (head, *rows)]
    if table.foot:
        lines += [Content(""), *safe(table.foot, AXIS).wrap(width)]
    return stacked(lines)


def _given_way(natural: Sequence[int], headings: Sequence[Heading], width: int) -> list[int]:
    """Widths that come to `width` if they can: of the columns that give way the widest first."""
    for most in range(max(min(max(natural), width), _LEAST), _LEAST, -1):
        widths = [
            min(each, most) if heading.gives_way else each
            for each, heading in zip(natural, headings, strict=True)
        ]
        if sum(widths) <= width:
            return widths
    return [
        min(each, _LEAST) if heading.gives_way else each
        for each, heading in zip(natural, headings, strict=True)
    ]


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

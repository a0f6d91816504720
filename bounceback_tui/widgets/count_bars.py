"""Groups of bars, one for each thing that was counted, the most frequent first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from textual.content import Content
from textual.geometry import Size

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.widgets.drawing import AXIS, FOCUS_MARK, padded, stacked
from bounceback_tui.widgets.picture import RowPicture
from bounceback_tui.widgets.safe import cells_of, safe_line

LOWEST = 7
"""Lines that the figure may always take."""

_FILLS = (("█", "$text-accent"), ("▒", "$text-secondary"), ("░", "$text"))
"""What the bars of each group are made of: different signs, for eyes and terminals without colour."""

_COLUMN = 48  # cells from which groups stand side by side
_BETWEEN = 4  # cells between groups side by side
_SIGN = len(FOCUS_MARK)  # cells for the sign of the cursor
_UNIT = 4  # most cells of a bar for each one that was counted
_NONE = "none named yet"


class Bar(Frozen):
    """One thing that was counted."""

    label: str
    count: int


class Group(Frozen):
    """Bars under a heading."""

    heading: str
    bars: tuple[Bar, ...] = ()

    @property
    def lines(self) -> int:
        """Lines that all of it takes below the heading."""
        return max(len(self.bars), 1)


class _Block(Frozen):
    """Where a group stands, and which of its bars are shown."""

    group: Group
    place: int
    """Index of the group."""
    first: int
    """Index of its first bar among the marks."""
    x: int
    y: int
    width: int
    shown: range
    """Its bars that are shown."""


def needed(groups: Sequence[Group], width: int) -> int:
    """Lines that all bars take at a width."""
    lines = [1 + group.lines for group in groups]
    if _side_by_side(groups, width):
        return max(lines)
    return sum(lines) + max(len(groups) - 1, 0)


def draw_counts(
    groups: Sequence[Group],
    width: int,
    height: int,
    marked: int | None = None,
    *,
    cursor: int = 0,
    figures: bool = True,
) -> Content:
    """The picture, `width` × `height` cells (60 × 7 and more read well): as many bars as fit, one at the
    cursor among them, and how many more there are. `figures` False leaves out all numbers.
    """
    most = max((bar.count for group in groups for bar in group.bars), default=1)
    longest = max((cells_of(bar.label) for group in groups for bar in group.bars), default=0)
    blocks = list(_blocks(groups, width, height, cursor))
    drawn = []
    for block in blocks:
        label = min(longest, max(block.width // 2, block.width - _SIGN - _UNIT * most - 3 - len(str(most))))
        lines = [_heading(block), *_rows(block, label, most, marked, figures)]
        drawn.append([line.truncate(block.width) for line in lines])
    if len({block.x for block in blocks}) < len(blocks):
        lines = [Content("")] * height
        for block, column in zip(blocks, drawn, strict=True):
            lines[block.y : block.y + len(column)] = column
        return stacked(lines[:height])
    rows = zip_longest(*drawn, fillvalue=Content(""))
    return stacked(_beside(row, blocks) for row in rows)


def bar_at(groups: Sequence[Group], x: int, y: int, size: Size, cursor: int = 0) -> int | None:
    """The bar that a cell of a picture of that size belongs to, counted through all groups."""
    for block in _blocks(groups, *size, cursor):
        row = y - block.y - 1
        if block.x <= x < block.x + block.width and row in range(len(block.shown)):
            return block.first + block.shown[row]
    return None


def _side_by_side(groups: Sequence[Group], width: int) -> bool:
    return len(groups) > 1 and width >= _COLUMN * len(groups) + _BETWEEN * (len(groups) - 1)


def _blocks(groups: Sequence[Group], width: int, height: int, cursor: int) -> Iterator[_Block]:
    beside = _side_by_side(groups, width)
    if beside:
        column = (width - _BETWEEN * (len(groups) - 1)) // len(groups)
        rooms, gap = [max(height - 1, 1)] * len(groups), 0
    else:
        column = width
        gap = int(needed(groups, width) <= height)
        rooms = _shared_out([group.lines for group in groups], height - len(groups))
    first, y = 0, 0
    for place, (group, room) in enumerate(zip(groups, rooms, strict=True)):
        bars = len(group.bars)
        here = cursor - first if cursor in range(first, first + bars) else 0
        start = max(here - room + 1, 0)
        shown = range(start, min(start + room, bars))
        x = place * (column + _BETWEEN) if beside else 0
        yield _Block(group, place, first, x, y, column, shown)
        first += bars
        if not beside:
            y += 1 + max(len(shown), 1) + gap


def _shared_out(wanted: Sequence[int], lines: int) -> list[int]:
    """Lines for each group, as even as can be; one for each at least."""
    rooms = [1] * len(wanted)
    for _ in range(lines - len(wanted)):
        open_ones = [at for at, room in enumerate(rooms) if room < wanted[at]]
        if not open_ones:
            break
        rooms[min(open_ones, key=rooms.__getitem__)] += 1
    return rooms


def _beside(row: Sequence[Content], blocks: Sequence[_Block]) -> Content:
    """A line of several groups."""
    cells = [padded(line, block.width) for line, block in zip(row, blocks, strict=True)]
    return Content(" " * _BETWEEN).join(cells)


def _heading(block: _Block) -> Content:
    sign, style = _FILLS[block.place % len(_FILLS)]
    left = len(block.group.bars) - len(block.shown)
    more = f"  and {left} more" * (left > 0)
    return Content.assemble(
        (sign, style),
        " ",
        safe_line(block.group.heading, style="bold"),
        (more, AXIS),
    )


def _rows(block: _Block, label: int, most: int, marked: int | None, figures: bool) -> Iterator[Content]:
    sign, style = _FILLS[block.place % len(_FILLS)]
    track = max(block.width - _SIGN - label - 2 - len(str(most)) - 1, 1)
    if not block.group.bars:
        yield Content.styled(" " * _SIGN + _NONE, AXIS)
    for at in block.shown:
        bar = block.group.bars[at]
        here = block.first + at == marked
        name = safe_line(bar.label, label, "bold $text-accent" if here else "")
        cells = bar.count * min(track // most, _UNIT) if most <= track else round(bar.count * track / most)
        yield Content.assemble(
            (FOCUS_MARK if here else " " * _SIGN, "bold $text-accent"),
            padded(name, label),
            "  ",
            (sign * max(cells, 1), style),
            f" {bar.count}" if figures else "",
        )


class CountBars(RowPicture):
    """`draw_counts` in whatever width there is, as high as it needs to be and not more than half a screen."""

    DEFAULT_CSS = "CountBars { height: auto; }"

    def __init__(self, groups: tuple[Group, ...], marks: Sequence[str]) -> None:
        """`marks` are what the bars say, through all groups."""
        super().__init__(marks)
        self.groups = groups
        """What was counted."""

    def draw(self, width: int, height: int, marked: int | None) -> Content:
        """The bars; those around the cursor stay where they are while the pointer moves."""
        return draw_counts(self.groups, width, height, marked, cursor=self.cursor)

    def mark_at(self, x: int, y: int, width: int, height: int) -> int | None:
        """The bar in that line."""
        return bar_at(self.groups, x, y, Size(width, height), self.cursor)

    def lines(self, width: int) -> int:
        """Lines that all bars take."""
        return needed(self.groups, width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """What it needs, while all of it can be seen at once."""
        said = self.said_in(width)
        return min(self.lines(width), max(LOWEST, viewport.height // 2) + 1 - said) + said

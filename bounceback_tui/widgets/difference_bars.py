"""Differences with their intervals: a point and a line left or right of 0, the counts beside it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import ClassVar

from textual.content import Content

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.widgets.drawing import AXIS, FOCUS_MARK, LINE, Cell, padded, stacked, styled
from bounceback_tui.widgets.picture import RowPicture
from bounceback_tui.widgets.safe import cells_of, safe_line

LEAST_TRACK, MOST_TRACK = 11, 41
"""Cells of a track; odd, so that 0 stands in the middle."""

_MARK, _GAP = len(FOCUS_MARK), 2
_LEAST_LABEL = 14  # holds "↑ 12 ↓ 7 more"
_CROSSED = {"┈": "│", "━": "┿"}  # what the line of 0 makes of them
_ROOM_FOR_COUNTS = 50  # below so many cells the counts are left out


class DifferenceRow(Frozen):
    """One difference and its interval; None where it is not known."""

    label: str
    counts: str
    """What it rests on, in a few words."""
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    instead: str = ""
    """What is said in place of a difference that is not known."""


def draw_differences(
    rows: Sequence[DifferenceRow], width: int, height: int, marked: int | None = None, around: int = 0
) -> Content:
    """A line a row, as many as fit around one of them, and a scale below; `width` 44 and more reads well."""
    if not rows:
        return Content.styled("Nothing to compare yet.", AXIS)
    label, track, counts = _columns(rows, width)
    reach = _reach(rows)
    shown = rows_shown(len(rows), height, around)
    lines = []
    for at in shown:
        here = at == marked
        name = safe_line(rows[at].label, label, "bold" if here else "")
        lead = Content.styled(FOCUS_MARK if here else " " * _MARK, LINE) + padded(name, label)
        lines.append((lead + " " * _GAP + _row(rows[at], track, counts, reach)).truncate(width))
    more = _hidden(shown.start, len(rows) - shown.stop, _MARK + label)
    lead = padded(more, _MARK + label + _GAP)
    lines.append((lead + _scale(track, reach)).truncate(width))
    return stacked(lines)


def rows_shown(many: int, height: int, around: int) -> range:
    """Which of so many rows are in sight with a scale below them: those around one of them."""
    room = max(height - 1, 1)
    if many <= room:
        return range(many)
    first = min(max(around - room // 2, 0), many - room)
    return range(first, first + room)


def _columns(rows: Sequence[DifferenceRow], width: int) -> tuple[int, int, int]:
    """Cells of the labels, of the track and of the counts."""
    counts = max(cells_of(row.counts) for row in rows) if width >= _ROOM_FOR_COUNTS else 0
    room = width - _MARK - _GAP - (counts + _GAP if counts else 0)
    longest = max(_LEAST_LABEL, *(cells_of(row.label) for row in rows))
    track = min(max(room - longest, room * 2 // 5, LEAST_TRACK), MOST_TRACK)
    track -= 1 - track % 2
    return max(min(longest, room - track), 1), track, counts


def _reach(rows: Sequence[DifferenceRow]) -> int:
    """How far from 0 the scale goes, in whole days."""
    known = [abs(value) for row in rows for value in (row.difference, row.low, row.high) if value is not None]
    return max(ceil(max(known, default=1)), 1)


def _row(row: DifferenceRow, track: int, counts: int, reach: int) -> Content:
    beside = safe_line(row.counts, counts) if counts else Content("")
    middle = track // 2
    if row.difference is None:
        words = safe_line(row.instead, track, AXIS)
        return padded(words, track + _GAP * bool(counts)) + beside.stylize(AXIS)
    cells: list[Cell] = [("┈", AXIS)] * track
    if row.low is not None and row.high is not None:
        low, high = _cell(row.low, track, reach), _cell(row.high, track, reach)
        cells[low : high + 1] = [("━", LINE)] * (high - low + 1)
        if low < high:
            cells[low], cells[high] = ("┣", LINE), ("┫", LINE)
    if cells[middle][0] in _CROSSED:
        cells[middle] = (_CROSSED[cells[middle][0]], cells[middle][1])
    cells[_cell(row.difference, track, reach)] = ("●", "bold $text")
    return styled(cells) + " " * (_GAP * bool(counts)) + beside


def _cell(value: float, track: int, reach: int) -> int:
    middle = track // 2
    return middle + round(min(max(value / reach, -1.0), 1.0) * middle)


def _scale(track: int, reach: int) -> Content:
    """ "9 fewer     0      9 more", or signs alone where there is little room."""
    left, right = f"{reach} fewer", f"{reach} more"
    middle = track // 2
    if len(left) >= middle or len(right) >= middle:
        left, right = f"−{reach}", f"+{reach}"
    words = left.ljust(middle) + "0" + right.rjust(track - middle - 1)
    return Content.styled(words, AXIS)


def _hidden(above: int, below: int, width: int) -> Content:
    words = [f"↑ {above}"] * bool(above) + [f"↓ {below}"] * bool(below) + ["more"] * bool(above or below)
    return Content.styled(" ".join(words), AXIS).truncate(width)


class DifferenceBars(RowPicture):
    """`draw_differences` with a cursor that walks from row to row."""

    STRETCHED: ClassVar[bool] = True

    SAID: ClassVar[int] = 3

    def __init__(self, rows: Sequence[DifferenceRow], marks: Sequence[str]) -> None:
        """`marks` are what each row says in full."""
        super().__init__(marks)
        self.rows = tuple(rows)
        """The differences, top to bottom."""

    def draw(self, width: int, height: int, marked: int | None) -> Content:
        """The rows for the present size, those around the cursor where there is no room for all."""
        drawn = draw_differences(self.rows, width, height, marked, self.cursor)
        return stacked([drawn, *[Content("")] * (height - drawn.plain.count("\n") - 1)])

    def mark_at(self, x: int, y: int, width: int, height: int) -> int | None:
        """The row of a cell."""
        shown = rows_shown(len(self.rows), height, self.cursor)
        return shown[y] if y < len(shown) else None

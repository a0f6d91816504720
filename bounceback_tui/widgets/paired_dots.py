"""What was expected and what it was, on one axis of days: two dots a line, joined."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content
from textual.geometry import Size

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.widgets.drawing import (
    AXIS,
    FOCUS_MARK,
    LINE,
    Cell,
    day_step,
    fitting,
    padded,
    stacked,
    styled,
)
from bounceback_tui.widgets.picture import RowPicture
from bounceback_tui.widgets.safe import cells_of, safe_line

EXPECTED, ACTUAL, BOTH, LONGER = "○", "●", "◉", "▷"
"""A forecast; what it was; both on one place; and what goes on longer than is known."""

MIN_TRACK = 12
"""Fewest cells of the axis."""

MIN_ROWS = 5
"""Lines that are shown in the lowest window, where there are as many."""

_BELOW = 3  # rows for the axis, the days and the legend
_CURSOR = len(FOCUS_MARK)
_LABEL = 18  # most cells of a label, or a quarter of the width
_GAP = 2


class DotRow(NamedTuple):
    """One line: days of 0 and more."""

    label: str
    """What it is about, as somebody wrote it."""
    figure: str
    """The same in figures, short."""
    actual: int | None = None
    """None for nothing yet."""
    expected: int | None = None
    """None where nothing was expected: then the line begins with the axis."""
    longer: bool = False
    """Whether it went on, for nobody knows how long."""


class _Frame(Frozen):
    """Where labels, days and figures lie in a picture."""

    label: int
    track: int
    figure: int
    days: int

    def column(self, day: int) -> int:
        """The cell of a day; the last one of all that lie beyond."""
        return min(round(day / self.days * (self.track - 1)), self.track - 1)


def draw_dots(
    rows: Sequence[DotRow],
    words: tuple[str, str],
    width: int,
    height: int,
    *,
    marked: int | None = None,
    first: int = 0,
) -> Content:
    """The picture, `width` × `height` cells (60 × 8 reads well), of the rows from `first` on.

    `words` say what the two dots are: what was expected, empty for nothing, and what it was. One that goes on
    longer than the axis ends at its edge.
    """
    if not rows:
        return Content.styled("Nothing to compare yet.", AXIS)
    frame = _frame(rows, width)
    shown = range(first, min(first + max(height - _BELOW, 1), len(rows)))
    step = day_step(frame.days, frame.track)
    ticks = [(frame.column(day), str(day)) for day in range(0, frame.days + 1, step)]
    return stacked(
        [
            *(_row(frame, rows[index], index == marked) for index in shown),
            _axis(frame, {column for column, _ in ticks}),
            _days(frame, ticks),
            _legend(rows, words, shown, width),
        ]
    )


def _frame(rows: Sequence[DotRow], width: int) -> _Frame:
    figure = max(len(row.figure) for row in rows)
    room = width - _CURSOR - figure - 2 * _GAP
    wanted = min(max(cells_of(row.label) for row in rows), max(width // 4, _LABEL))
    label = max(min(wanted, room - MIN_TRACK), 1)
    known = [row.expected for row in rows] + [row.actual for row in rows if not row.longer]
    days = max((day for day in known if day is not None), default=0)
    # nothing but ways that still go on: then these are the axis
    days = days or max((row.actual for row in rows if row.actual is not None), default=0)
    return _Frame(label, max(room - label, MIN_TRACK), figure, max(days, 1))


def _row(frame: _Frame, row: DotRow, marked: bool) -> Content:
    style = "bold $text-accent" if marked else ""
    name = safe_line(row.label, frame.label, style)
    lead = Content.styled(FOCUS_MARK if marked else " " * _CURSOR, style)
    figure = Content.styled(" " * _GAP + row.figure.rjust(frame.figure), style or AXIS)
    return lead + padded(name, frame.label + _GAP) + styled(_track(frame, row)) + figure


def _track(frame: _Frame, row: DotRow) -> list[Cell]:
    cells: list[Cell] = [(" ", AXIS)] * frame.track
    expected = None if row.expected is None else frame.column(row.expected)
    if row.actual is not None:
        actual = frame.column(row.actual)
        start, stop = sorted((expected or 0, actual))
        cells[start : stop + 1] = [("─", LINE)] * (stop - start + 1)
    if expected is not None:
        cells[expected] = (EXPECTED, "bold $text")
    if row.actual is not None:
        same = actual == expected and not row.longer
        cells[actual] = (BOTH if same else LONGER if row.longer else ACTUAL, "bold $text")
    return cells


def _axis(frame: _Frame, ticks: set[int]) -> Content:
    line = "".join("┴" if column in ticks else "─" for column in range(frame.track))
    return Content.styled(" " * (_CURSOR + frame.label + _GAP) + line, AXIS)


def _days(frame: _Frame, ticks: Sequence[tuple[int, str]]) -> Content:
    left = _CURSOR + frame.label + _GAP
    line = " " * (left - 5) + "days" if left >= 7 else ""
    for column, label in ticks:
        line = line.ljust(left + min(column, frame.track - len(label))) + label
    return Content.styled(line, AXIS)


def _legend(rows: Sequence[DotRow], words: tuple[str, str], shown: range, width: int) -> Content:
    expected, actual = words
    signs = [(EXPECTED, expected)] * bool(expected) + [(ACTUAL, actual)]
    if any(row.longer for row in rows):
        signs.append((LONGER, "longer than that"))
    pieces = [Content.assemble((sign, "bold $text"), (f" {said}", AXIS)) for sign, said in signs]
    if len(shown) < len(rows):
        pieces.insert(0, Content.styled(f"{shown.start + 1}–{shown.stop} of {len(rows)}", AXIS))
    return Content(" " * _CURSOR) + fitting(pieces, width - _CURSOR)


class PairedDots(RowPicture):
    """`draw_dots` with a mark for each row; those that do not fit come with the cursor."""

    DEFAULT_CSS = "PairedDots { height: auto; }"

    def __init__(self, rows: Sequence[DotRow], words: tuple[str, str], marks: Sequence[str]) -> None:
        """`marks` say of each row what there is to say."""
        super().__init__(marks)
        self._rows = tuple(rows)
        self._words = words
        self._first = 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as half the window holds, and the lines below them."""
        return min(len(self._rows), max(viewport.height // 2 - _BELOW, MIN_ROWS)) + _BELOW + 1

    def draw(self, width: int, height: int, marked: int | None) -> Content:
        """The rows around the cursor."""
        fits = max(height - _BELOW, 1)
        self._first = max(min(self._first, self.cursor), self.cursor - fits + 1)
        return draw_dots(self._rows, self._words, width, height, marked=marked, first=self._first)

    def mark_at(self, x: int, y: int, width: int, height: int) -> int | None:
        """The row in that line."""
        index = self._first + y
        return index if y < height - _BELOW and index < len(self._rows) else None

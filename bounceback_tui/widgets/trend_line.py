"""Mood over days: a line in braille, or a single row of bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from bounceback_tui.domain.checkin import SCALE
from bounceback_tui.widgets.drawing import (
    AXIS,
    LINE,
    PICTURE_CSS,
    Braille,
    Cell,
    braille,
    fitting,
    stacked,
    styled,
)
from bounceback_tui.widgets.palette import mood_mark

Day = tuple[date, float | None, float | None]
"""A date, its value 1–9, and the rolling median on it; None where there is nothing."""

MIN_WIDTH, MIN_HEIGHT = 30, 6
"""The smallest picture, in cells."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LEFT = 3  # cells for the digits and the axis
_BELOW = 3  # rows for the axis, the dates and the legend


@dataclass(frozen=True)
class _Frame:
    """Where days and moods lie in a picture."""

    first: date
    days: int
    columns: int
    rows: int

    def dots(self, day: date) -> tuple[int, int]:
        """First and last column of dots that belong to a day."""
        index, width = (day - self.first).days, self.columns * 2
        start = index * width // self.days
        return start, max(start, (index + 1) * width // self.days - 1)

    def column(self, day: date) -> int:
        """The column of cells in which the middle of a day lies."""
        return sum(self.dots(day)) // 4

    def dot_row(self, mood: float) -> int:
        """The row of dots for a mood; 9 is at the top."""
        low, high = SCALE.start, SCALE.stop - 1
        return round((high - min(max(mood, low), high)) / (high - low) * (self.rows * 4 - 1))


def spark(values: Sequence[float | None]) -> Content:
    """Moods side by side, one cell a day; None is a day without a check-in."""
    return Content.assemble(*(mood_mark(value, digit=False) for value in values))


def draw_trend(
    days: Sequence[Day], rejections: Sequence[date], usual: float | None, width: int, height: int
) -> Content:
    """The picture, `width` × `height` cells (at least 30 × 6).

    Dots are days, the line is the rolling median; both stop where days are missing. ▾ marks a rejection.
    """
    logged = sorted(day for day in days if day[1] is not None or day[2] is not None)
    if not logged:
        return Content.styled("Nothing to draw yet. A check-in on a few days makes a line.", AXIS)
    first = logged[0][0]
    last = max([logged[-1][0], *rejections])
    columns, rows = max(width, MIN_WIDTH) - _LEFT, max(height, MIN_HEIGHT) - _BELOW
    frame = _Frame(first, (last - first).days + 1, columns, rows)
    marks = {frame.column(day) for day in rejections if day >= first}
    ticks = _ticks(frame)
    return stacked(
        [
            *_plot(frame, logged, marks, usual),
            _axis(frame, marks, {column for column, _ in ticks}),
            _dates(frame, ticks),
            _legend(any(day[2] is not None for day in logged), bool(marks), usual, columns),
        ]
    )


def _plot(frame: _Frame, logged: Sequence[Day], marks: set[int], usual: float | None) -> Iterator[Content]:
    points, line = Braille(frame.columns, frame.rows), Braille(frame.columns, frame.rows)
    _draw_points(points, frame, logged)
    _draw_line(line, frame, logged)
    usual_row = None if usual is None else frame.dot_row(usual) // 4
    scale = {frame.dot_row(mood) // 4: mood for mood in ((9, 7, 3, 1, 5) if frame.rows >= 7 else (9, 1, 5))}
    for row in range(frame.rows):
        mood = scale.get(row)
        tick = "│" if mood is None else "┼" if mood == 5 else "┤"
        cells: list[Cell] = [(f"{mood or ' '} {tick}", AXIS)]
        for column in range(frame.columns):
            if bits := line.bits(column, row):
                cells.append((braille(bits | points.bits(column, row)), LINE))
            elif bits := points.bits(column, row):
                cells.append((braille(bits), "$text"))
            elif column in marks:
                cells.append(("┊", AXIS))
            else:
                cells.append(("╌" if row == usual_row else " ", AXIS))
        yield styled(cells)


def _draw_points(field: Braille, frame: _Frame, logged: Sequence[Day]) -> None:
    for day, value, _ in logged:
        if value is not None:
            field.dot(sum(frame.dots(day)) // 2, frame.dot_row(value))


def _draw_line(field: Braille, frame: _Frame, logged: Sequence[Day]) -> None:
    before: tuple[date, int] | None = None
    for day, _, rolling in logged:
        if rolling is None:
            before = None
            continue
        row = frame.dot_row(rolling)
        start, end = frame.dots(day)
        for x in range(start, end + 1):
            field.dot(x, row)
        if before is not None and before[0] == day - timedelta(days=1):
            field.upright(start, before[1], row)
        before = day, row


def _axis(frame: _Frame, marks: set[int], ticks: set[int]) -> Content:
    cells: list[Cell] = [("  └", AXIS)]
    for column in range(frame.columns):
        if column in marks:
            cells.append(("▾", "bold $text"))
        else:
            cells.append(("┬" if column in ticks else "─", AXIS))
    return styled(cells)


def _dates(frame: _Frame, ticks: Sequence[tuple[int, str]]) -> Content:
    line = " " * _LEFT
    for column, label in ticks:
        line = line.ljust(_LEFT + column) + label
    return Content.styled(line, AXIS)


def _legend(lined: bool, marked: bool, usual: float | None, width: int) -> Content:
    pieces = [Content.assemble(("⠒⠒", LINE), (" median of 7 days", AXIS))] if lined else []
    if marked:
        pieces.append(Content.assemble(("▾", "bold $text"), (" rejection", AXIS)))
    pieces.append(Content.assemble(("⠂", "$text"), (" a day", AXIS)))
    if usual is not None:
        pieces.append(Content.styled(f"╌ usual {usual:g}", AXIS))
    return Content(" " * _LEFT) + fitting(pieces, width)


def _ticks(frame: _Frame) -> list[tuple[int, str]]:
    """Columns and dates to write under the axis: the closest ones that do not run into each other."""
    ticks: list[tuple[int, str]] = []
    for days in _tick_days(frame):
        ticks = [(frame.column(day), label) for day, label in days]
        ticks = [tick for tick in ticks if tick[0] + len(tick[1]) <= frame.columns]
        if all(column + len(label) + 2 <= ticks[i + 1][0] for i, (column, label) in enumerate(ticks[:-1])):
            break
    if ticks:
        return ticks
    return [(0, _day_label(frame.first))]


def _tick_days(frame: _Frame) -> Iterator[list[tuple[date, str]]]:
    """Ever sparser choices of days: each, every Monday, every other, months, quarters, years, decades."""
    days = [frame.first + timedelta(days=index) for index in range(frame.days)]
    mondays = [day for day in days if day.weekday() == 0]
    for chosen in (days, days[::2], mondays, mondays[::2]):
        yield [(day, _day_label(day)) for day in chosen]
    firsts = [day for day in days if day.day == 1]
    for months in (1, 3, 6):
        chosen = [day for day in firsts if (day.month - 1) % months == 0]
        yield [(day, _MONTHS[day.month - 1] if day.month > 1 else str(day.year)) for day in chosen]
    for years in (1, 10):
        yield [(day, str(day.year)) for day in firsts if day.month == 1 and day.year % years == 0]


def _day_label(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"


class TrendLine(Widget):
    """`draw_trend` in whatever room there is."""

    DEFAULT_CSS = f"TrendLine {{ height: 12; min-height: {MIN_HEIGHT}; {PICTURE_CSS} }}"

    days: reactive[tuple[Day, ...]] = reactive(())
    """Days with their value and rolling median, in any order."""

    rejections: reactive[tuple[date, ...]] = reactive(())
    """Dates to mark."""

    usual: reactive[float | None] = reactive(None)
    """The usual mood, None where not known."""

    def __init__(
        self,
        days: tuple[Day, ...] = (),
        rejections: tuple[date, ...] = (),
        usual: float | None = None,
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes or "stretched")
        self.set_reactive(TrendLine.days, days)
        self.set_reactive(TrendLine.rejections, rejections)
        self.set_reactive(TrendLine.usual, usual)

    def render(self) -> Content:
        """The picture for the present size."""
        return draw_trend(self.days, self.rejections, self.usual, *self.size)

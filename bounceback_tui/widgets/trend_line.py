"""Mood over days: a line in braille that can be walked along, or a single row of bars."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from bounceback_tui.domain.calendar_terms import MONTHS
from bounceback_tui.domain.checkin import SCALE
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.widgets.drawing import (
    AXIS,
    LINE,
    Braille,
    Cell,
    braille,
    fitting,
    stacked,
    styled,
)
from bounceback_tui.widgets.palette import NOT_SAID, level, mood_mark
from bounceback_tui.widgets.picture import Picture

Day = tuple[date, float | None, float | None]
"""A date, its value 1–9, and the rolling median on it; None where there is nothing."""

MIN_WIDTH, MIN_HEIGHT = 30, 6
"""The smallest picture, in cells."""

_MONTHS = tuple(name[:3].title() for name in MONTHS)
_LEFT = 3  # cells for the digits and the axis
_BELOW = 3  # rows for the axis, the dates and the legend
_PAGE = timedelta(days=30)
_MARKED = "bold $text-accent"


class _Frame(Frozen):
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


def spark(values: Sequence[float | None], digits: bool = False) -> Content:
    """Moods side by side, one cell a day, as bars or `digits`; None is a day without a check-in."""
    if digits:
        return Content("".join(NOT_SAID if value is None else str(level(value)) for value in values))
    return Content.assemble(*(mood_mark(value, digit=False) for value in values))


def draw_trend(
    days: Sequence[Day],
    rejections: Sequence[date],
    usual: float | None,
    width: int,
    height: int,
    *,
    marked: date | None = None,
) -> Content:
    """The picture, `width` × `height` cells (at least 30 × 6).

    Dots are days, the line is the rolling median; both stop where days are missing. ▾ marks a rejection,
    and ▲ with a line above it the day that is looked at.
    """
    drawn = _drawn(days, rejections, usual, width, height)
    return _finished(drawn, marked) if drawn else _nothing()


def _nothing() -> Content:
    return Content.styled("Nothing to draw yet. A check-in on a few days makes a line.", AXIS)


class _Drawn(Frozen):
    """A picture in which no day is marked yet: many years take a while, and a cursor moves often."""

    frame: _Frame
    rows: list[list[Cell]]
    """The plot and the axis: one cell for the scale, and one for each column."""
    foot: list[Content]
    """The dates and the legend."""


def _drawn(
    days: Sequence[Day], rejections: Collection[date], usual: float | None, width: int, height: int
) -> _Drawn | None:
    """None where nothing was logged."""
    logged = sorted(day for day in days if day[1] is not None or day[2] is not None)
    if not logged:
        return None
    frame = _framed(logged[0][0], max([logged[-1][0], *rejections]), width, height)
    marks = {frame.column(day) for day in rejections if day >= frame.first}
    ticks = _ticks(frame)
    lined = any(day[2] is not None for day in logged)
    return _Drawn(
        frame,
        [*_plot(frame, logged, marks, usual), _axis(frame, marks, {column for column, _ in ticks})],
        [_dates(frame, ticks), _legend(lined, bool(marks), usual, frame.columns)],
    )


def _finished(drawn: _Drawn, marked: date | None) -> Content:
    rows = drawn.rows
    if marked is not None:
        place = drawn.frame.column(marked) + 1
        signs = [row[place][0] for row in rows[:-1]]
        column = [*(sign if "\u2801" <= sign <= "\u28ff" else "│" for sign in signs), "▲"]
        rows = [
            [*row[:place], (sign, _MARKED), *row[place + 1 :]] for row, sign in zip(rows, column, strict=True)
        ]
    return stacked([*map(styled, rows), *drawn.foot])


def _framed(first: date, last: date, width: int, height: int) -> _Frame:
    columns, rows = max(width, MIN_WIDTH) - _LEFT, max(height, MIN_HEIGHT) - _BELOW
    return _Frame(first, (last - first).days + 1, columns, rows)


def _plot(frame: _Frame, logged: Sequence[Day], marks: set[int], usual: float | None) -> Iterator[list[Cell]]:
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
        yield cells


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


def _axis(frame: _Frame, marks: set[int], ticks: set[int]) -> list[Cell]:
    cells: list[Cell] = [("  └", AXIS)]
    for column in range(frame.columns):
        if column in marks:
            cells.append(("▾", "bold $text"))
        else:
            cells.append(("┬" if column in ticks else "─", AXIS))
    return cells


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
        if len(chosen) <= frame.columns:  # more can never stand beside each other
            yield [(day, _day_label(day)) for day in chosen]
    firsts = [day for day in days if day.day == 1]
    for months in (1, 3, 6):
        chosen = [day for day in firsts if (day.month - 1) % months == 0]
        yield [(day, _MONTHS[day.month - 1] if day.month > 1 else str(day.year)) for day in chosen]
    for years in (1, 10):
        yield [(day, str(day.year)) for day in firsts if day.month == 1 and day.year % years == 0]


def _day_label(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"


class TrendLine(Picture):
    """`draw_trend` in whatever room there is; its marks are the logged days and the days of rejections."""

    DEFAULT_CSS = f"TrendLine {{ height: 12; min-height: {MIN_HEIGHT}; }}"

    STRETCHED = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+left", "leap(-1)", show=False, tooltip="About a month back"),
        Binding("ctrl+right", "leap(1)", show=False, tooltip="About a month on"),
    ]

    def __init__(
        self,
        days: Sequence[Day] = (),
        rejections: Sequence[date] = (),
        usual: float | None = None,
        words: Mapping[date, str] | None = None,
    ) -> None:
        """Days in any order; `words` are what each day says that can be looked at. The last one is first."""
        dated = dict(sorted((words or {}).items()))
        super().__init__(tuple(dated.values()), cursor=-1)
        self._days = tuple(days)
        self._rejections = frozenset(rejections)
        self._usual = usual
        self._dates = tuple(dated)
        self._known: tuple[tuple[int, int], _Drawn | None] | None = None

    def draw(self, width: int, height: int, marked: int | None) -> Content:
        """The picture for the present size."""
        if self._known is None or self._known[0] != (width, height):
            drawn = _drawn(self._days, self._rejections, self._usual, width, height)
            self._known = (width, height), drawn
        drawn = self._known[1]
        return _finished(drawn, None if marked is None else self._dates[marked]) if drawn else _nothing()

    def mark_at(self, x: int, y: int, width: int, height: int) -> int | None:
        """The day in a column of cells: one with a rejection first, else the one nearest to its middle."""
        if not self._dates:
            return None
        frame = _framed(self._dates[0], self._dates[-1], width, height)
        place = x - _LEFT
        found = [
            (day not in self._rejections, abs(sum(frame.dots(day)) - place * 4 - 1), at)
            for at, day in enumerate(self._dates)
            if frame.dots(day)[0] // 2 <= place <= frame.dots(day)[1] // 2
        ]
        return min(found)[2] if found else None

    def action_leap(self, step: int) -> None:
        """To the next day that is about a month away, or the last one before the end."""
        if not self._dates:
            return
        self.pointed = None
        wanted = self._dates[self.cursor].toordinal() + step * _PAGE.days
        ordinals = [day.toordinal() for day in self._dates]
        self.cursor = bisect_left(ordinals, wanted) if step > 0 else bisect_right(ordinals, wanted) - 1

"""A year in pixels: a cell for each day, a column for each week, from Monday down to Sunday."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from bounceback_tui.domain.calendar_terms import MONTHS, WEEKDAYS
from bounceback_tui.domain.checkin import SCALE
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.widgets.drawing import AXIS, Cell, fitting, stacked, styled
from bounceback_tui.widgets.palette import NO_ENTRY, NO_ENTRY_STYLE, glyph, level, mood_mark, mood_style
from bounceback_tui.widgets.picture import Picture

TURNED = "▾"
"""Stands for a day with a rejection, in the colour of its mood."""

LINES = 11
"""The year, the months, seven weekdays, the cursor, the legend, and an empty line before that."""

MOST_WEEKS = 54
"""Columns of a leap year that begins on a Sunday; any other has 53."""

_LEFT = 3  # cells for the weekday and the sign of the cursor
_ABOVE = 2  # lines for the year and the months
_MARKED = "bold $text-accent"


class Year(Frozen):
    """What is drawn: a year, and what is known of its days."""

    year: int
    shown: Collection[date]
    """Days that have a cell; all others stay blank."""
    moods: Mapping[date, float]
    """1–9, of the days on which something was logged."""
    rejections: Collection[date] = ()
    earlier: int | None = None
    """The year to be turned back to; None where there is none."""
    later: int | None = None
    """And the one to be turned on to."""


class _Grid(Frozen):
    """Where the days of a year lie."""

    year: int
    cells: int
    """Cells that a day takes: 1, or 2 where there is room."""

    @property
    def monday(self) -> date:
        """The first cell, which may belong to the year before."""
        first = date(self.year, 1, 1)
        return date.fromordinal(max(first.toordinal() - first.weekday(), 1))

    @property
    def weeks(self) -> int:
        """Columns that the year takes."""
        return self.week(date(self.year, 12, 31)) + 1

    def week(self, day: date) -> int:
        """The column of a day, counted in days and not in cells."""
        return (day - self.monday).days // 7

    def day(self, week: int, weekday: int) -> date:
        """The day of a cell."""
        return self.monday + timedelta(days=7 * week + weekday)


def _grid(year: int, width: int) -> _Grid:
    return _Grid(year, 2 if width >= _LEFT + 2 * MOST_WEEKS else 1)


def draw_year(known: Year, width: int, marked: date | None = None) -> Content:
    """The picture: 11 lines of 57 cells, or of 111 where they fit, with the figure of each day then."""
    grid = _grid(known.year, width)
    return stacked(
        [
            Content.assemble(*((text, style) for text, style, _ in _title(known))),
            _months(grid),
            *(_weekday(known, grid, weekday, marked) for weekday in range(7)),
            _cursor(grid, marked),
            _legend(known, width),
        ]
    )


def _title(known: Year) -> Iterator[tuple[str, str, int]]:
    """Pieces of the first line with their style, and by how many years each turns."""
    yield str(known.year), "bold", 0
    if known.earlier is not None:
        yield f"   < {known.earlier}", AXIS, -1
    if known.later is not None:
        yield f"   > {known.later}", AXIS, 1


def _months(grid: _Grid) -> Content:
    line = ""
    for place, name in enumerate(MONTHS, 1):
        column = grid.week(date(grid.year, place, 1)) * grid.cells
        line = line.ljust(_LEFT + column) + name[:3].title()
    return Content.styled(line, AXIS)


def _weekday(known: Year, grid: _Grid, weekday: int, marked: date | None) -> Content:
    name = WEEKDAYS[weekday][:2].title()
    here = marked is not None and marked.weekday() == weekday
    cells: list[Cell] = [(f"{name}▸", _MARKED) if here else (f"{name} ", AXIS)]
    for week in range(grid.weeks):
        day = grid.day(week, weekday)
        cells.append(_cell(known, day, grid.cells, day == marked))
    return styled(cells)


def _cell(known: Year, day: date, cells: int, marked: bool) -> Cell:
    if day.year != known.year or day not in known.shown:
        return " " * cells, ""
    mood = known.moods.get(day)
    sign = NO_ENTRY if mood is None else glyph(mood)
    style = NO_ENTRY_STYLE if mood is None else mood_style(mood)
    if day in known.rejections:
        sign, style = TURNED, "bold $text" if mood is None else f"bold {style}"
    if marked:
        # a full block turned around would be an empty one
        style = f"bold {'underline' if sign == glyph(SCALE.stop - 1) else 'reverse'} {style}"
    figure = " " if mood is None else str(level(mood))
    return (sign + figure)[:cells], style


def _cursor(grid: _Grid, marked: date | None) -> Content:
    if marked is None:
        return Content("")
    return Content.styled(" " * (_LEFT + grid.week(marked) * grid.cells) + "▲", _MARKED)


def _legend(known: Year, width: int) -> Content:
    bars = Content.assemble(*(mood_mark(mood, digit=False) for mood in SCALE))
    pieces = [Content.assemble(bars, (" mood 1 to 9", AXIS))]
    if any(day.year == known.year and day in known.shown for day in known.rejections):
        pieces.append(Content.assemble((TURNED, "bold $text"), (" rejection", AXIS)))
    pieces.append(Content.styled(f"{NO_ENTRY} nothing logged", AXIS))
    return Content(" " * _LEFT) + fitting(pieces, width - _LEFT)


class YearInPixels(Picture):
    """`draw_year` of one year after the other; its marks are their days, logged or not."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "week(-1)", "move", key_display="← ↑ ↓ →", tooltip="A week back"),
        Binding("right,l", "week(1)", show=False, tooltip="A week on"),
        Binding("up,k", "step(-1)", show=False, tooltip="A day back"),
        Binding("down,j", "step(1)", show=False, tooltip="A day on"),
    ]

    def __init__(
        self, moods: Mapping[date, float], rejections: Iterable[date], words: Mapping[date, str]
    ) -> None:
        """`words` are what each day says that has a cell; the last one is where the cursor begins."""
        dated = dict(sorted(words.items()))
        super().__init__(tuple(dated.values()), cursor=-1)
        self._moods = dict(moods)
        self._rejections = frozenset(rejections)
        self._dates = tuple(dated)
        self._places = {day: place for place, day in enumerate(self._dates)}
        self._years = sorted({day.year for day in self._dates})

    @property
    def turns(self) -> bool:
        """Whether there is another year."""
        return len(self._years) > 1

    @property
    def year(self) -> Year:
        """What is drawn now: the year of the cursor."""
        year = self._dates[self.cursor].year
        place = self._years.index(year)
        earlier = self._years[place - 1] if place else None
        later = self._years[place + 1] if place + 1 < len(self._years) else None
        return Year(year, self._places, self._moods, self._rejections, earlier, later)

    def lines(self, width: int) -> int:
        """Always as many."""
        return LINES

    def draw(self, width: int, height: int, marked: int | None) -> Content:
        """The year of the cursor."""
        if not self._dates:
            return Content.styled("Nothing to draw yet. A check-in on a few days fills a year.", AXIS)
        return draw_year(self.year, width, None if marked is None else self._dates[marked])

    def mark_at(self, x: int, y: int, width: int, height: int) -> int | None:
        """The day of a cell; None where it is blank."""
        if not self._dates or y - _ABOVE not in range(7):
            return None
        grid = _grid(self.year.year, width)
        week = (x - _LEFT) // grid.cells
        if week not in range(grid.weeks):
            return None
        day = grid.day(week, y - _ABOVE)
        return self._places.get(day) if day.year == grid.year else None

    def turn(self, step: int) -> None:
        """The same day of another year, or the one nearest to it."""
        if not self.turns:
            return
        year = self.year.earlier if step < 0 else self.year.later
        if year is None:
            return
        self.pointed = None
        day = self._dates[self.cursor]
        wanted = day.replace(year=year, day=min(day.day, 28) if day.month == 2 else day.day)
        last = bisect_left(self._dates, date(year, 12, 31))
        found = bisect_left(self._dates, wanted)
        self.cursor = min(found, last, len(self._dates) - 1)

    def action_week(self, step: int) -> None:
        """To the same weekday of the week before or after, as far as there are days."""
        if self._dates:
            self.pointed = None
            self.cursor = bisect_left(self._dates, self._dates[self.cursor] + timedelta(days=7 * step))

    def action_end_of(self, end: int) -> None:
        """To the first day of the year (0) or the last (-1)."""
        if self._dates:
            self.pointed = None
            in_year = [place for place, day in enumerate(self._dates) if day.year == self.year.year]
            self.cursor = in_year[end]

    def on_click(self, event: events.Click) -> None:
        """Turn to the year whose name was clicked; days are the picture's own affair."""
        offset = event.get_content_offset(self)
        if not self._dates or offset is None or offset.y:
            return
        end = 0
        for text, _, step in _title(self.year):
            end += len(text)
            if offset.x < end:
                if step:
                    self.turn(step)
                return

"""So many days each: bars on one axis, with a middle to hold them against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textual.content import Content

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.widgets.drawing import AXIS, LINE, Cell, day_step, fitting, padded, stacked, styled
from bounceback_tui.widgets.interval_bars import POINTER
from bounceback_tui.widgets.picture import RowPicture
from bounceback_tui.widgets.safe import cells_of, safe_line

_GAP = 2
_BELOW = 3  # lines for the axis, the days and the legend
_REACH = 4  # the axis ends at so many times the middle, or a very long bar would leave nothing of the others
_LEAST_ROWS, _LEAST_DAYS = 5, 28


class DayRow(NamedTuple):
    """One bar."""

    label: str
    """Whose days they are; plain text."""
    days: int
    fact: str = ""
    """What stands beside the bar, such as "9 days"."""


class UsualDays(Frozen):
    """What bars are held against."""

    half: int | None = None
    """The middle, in days; None where it is not known."""
    quarters: tuple[int | None, int | None] = (None, None)
    """Where the middle half begins and ends; an end that is not known lies beyond the picture."""


class _Frame(Frozen):
    """Where days lie in a picture."""

    days: int
    """At the right end."""
    label: int
    track: int
    longer: bool
    """Whether a bar runs beyond the end."""

    def column(self, day: int) -> int:
        return min(round(day / self.days * (self.track - 1)), self.track - 1)


def draw_days(
    rows: Sequence[DayRow],
    usual: UsualDays,
    width: int,
    marked: int | None = None,
    shown: range | None = None,
) -> Content:
    """The picture, `width` cells wide (at least 40), a line a row and three below them.

    ┊ is the middle and ░ the middle half, ▶ the end of a bar that is longer than the axis; ▸ stands beside
    the row that is marked. `shown` are the rows that are drawn, on the axis of all; None for all.
    """
    if not rows:
        return Content.styled("Nothing to draw yet.", AXIS)
    frame = _frame(rows, usual, width)
    ground = _ground(frame, usual)
    shown = range(len(rows)) if shown is None else shown
    lines = []
    for index in shown:
        row = rows[index]
        name = safe_line(row.label, frame.label, "bold" if index == marked else "")
        lead = padded(name, frame.label)
        pointer = Content.styled(POINTER, "bold $text-accent") if index == marked else Content(" ")
        fact = Content(" " * _GAP + row.fact) if row.fact else Content("")
        lines.append(lead + Content(" ") + pointer + _bar(frame, ground, row.days) + fact)
    return stacked([*lines, *_foot(frame, usual, len(rows) - shown.stop)])


def _frame(rows: Sequence[DayRow], usual: UsualDays, width: int) -> _Frame:
    known = (usual.half, *usual.quarters, 1)
    longest = max(row.days for row in rows)
    days = max([longest, *(day for day in known if day is not None)])
    if usual.half is not None:
        days = min(days, max(usual.half * _REACH, _LEAST_DAYS))
    label = min(max((cells_of(row.label) for row in rows), default=0), max(width // 3, 12))
    fact = max((len(row.fact) + _GAP for row in rows if row.fact), default=0)
    return _Frame(days, label, max(width - label - _GAP - fact, 10), longest > days)


def _ground(frame: _Frame, usual: UsualDays) -> list[Cell]:
    """The track that the bars lie on."""
    cells: list[Cell] = [(" ", AXIS)] * frame.track
    first, last = usual.quarters
    if first is not None:
        start = frame.column(first)
        stop = frame.track if last is None else frame.column(last) + 1
        cells[start:stop] = [("░", AXIS)] * (stop - start)
    if usual.half is not None:
        cells[frame.column(usual.half)] = ("┊", "bold $text")
    return cells


def _bar(frame: _Frame, ground: Sequence[Cell], days: int) -> Content:
    end = frame.column(days)
    bar: list[Cell] = [("┿", LINE) if ground[at][0] == "┊" else ("━", LINE) for at in range(end)]
    tip = "▶" if days > frame.days else "●"
    return styled([*bar, (tip, "bold $text"), *ground[end + 1 :]])


def _foot(frame: _Frame, usual: UsualDays, more: int) -> Iterator[Content]:
    step = day_step(frame.days, frame.track)
    ticks = {frame.column(day): str(day) for day in range(0, frame.days + 1, step)}
    indent = frame.label + _GAP
    axis: list[Cell] = [("┬" if column in ticks else "─", AXIS) for column in range(frame.track)]
    below = f"{more} more ↓" if more > 0 else ""
    yield Content.styled(below.rjust(frame.label).ljust(indent), AXIS) + styled(axis)
    days = "days".rjust(frame.label).ljust(indent)
    for column, label in ticks.items():
        days = days.ljust(indent + min(column, frame.track - len(label))) + label
    yield Content.styled(days, AXIS)
    pieces = []
    if usual.half is not None:
        pieces.append(Content.assemble(("┊", "bold $text"), (f" half answered by day {usual.half}", AXIS)))
    if usual.quarters[0] is not None:
        pieces.append(Content.styled("░ the middle half", AXIS))
    if frame.longer:
        pieces.append(Content.assemble(("▶", "bold $text"), (" goes on", AXIS)))
    yield fitting(pieces, indent + frame.track)


class DayBars(RowPicture):
    """`draw_days` with a mark for each row."""

    SAID = 2

    def __init__(self, rows: Sequence[DayRow], usual: UsualDays, marks: Sequence[str]) -> None:
        """`marks` are what the rows say, in their order."""
        super().__init__(marks)
        self._rows = tuple(rows)
        self._usual = usual

    def draw(self, width: int, height: int, marked: int | None) -> Content:
        """The rows on their axis, as many as fit."""
        return draw_days(self._rows, self._usual, width, marked, self._shown(height))

    def mark_at(self, x: int, y: int, width: int, height: int) -> int | None:
        """The row at a line."""
        shown = self._shown(height)
        return shown[y] if y < len(shown) else None

    def lines(self, width: int) -> int:
        """A line for each row, as long as they leave room for the rest of a page, and the foot."""
        most = max(self.app.size.height // 2 - _BELOW - self.SAID, _LEAST_ROWS)
        return min(len(self._rows), most) + _BELOW

    def _shown(self, height: int) -> range:
        """The rows around the cursor that so many lines hold."""
        fit = min(max(height - _BELOW, 1), len(self._rows))
        first = min(max(self.cursor - fit // 2, 0), len(self._rows) - fit)
        return range(first, first + fit)

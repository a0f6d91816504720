"""Examples of the pictures, made up and free of figures, for a journal that holds too little yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from textual.content import Content

from bounceback_tui.widgets.interval_bars import IntervalRow, draw_intervals
from bounceback_tui.widgets.slopes import Panel, draw_slopes
from bounceback_tui.widgets.survival_curve import draw_survival
from bounceback_tui.widgets.trend_line import draw_trend

_MOODS = (6, 6, 7, 6, 5, 6, 6, 3, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 5, 6, 7, 6, 6, 7, 6, 6)
_SHARES = ((1, 0.9), (3, 0.8), (4, 0.7), (6, 0.55), (8, 0.45), (11, 0.35), (14, 0.2), (19, 0.1), (24, 0.0))
_FIGURES = 24  # cells that bars leave for figures, which an example has not
_LEGEND_AND_DAYS = 2  # lines at the foot of a picture


def example_line(width: int, height: int) -> Content:
    """Mood over some weeks, with a dip."""
    first = date(2026, 1, 1)
    days = [(first + timedelta(days=at), float(mood), float(mood)) for at, mood in enumerate(_MOODS)]
    return _without_foot(draw_trend(days, (), None, width, height + _LEGEND_AND_DAYS))


def example_curve(width: int, height: int) -> Content:
    """A share that falls day by day."""
    curve = [(float(day), share, None, None) for day, share in _SHARES]
    return _without_foot(draw_survival(curve, None, width, height + _LEGEND_AND_DAYS))


def example_bars(labels: Sequence[str], width: int, height: int) -> Content:
    """Shares with their intervals, one for each label."""
    shapes = ((6, 20, 0.15, 0.5), (6, 10, 0.3, 0.85), (5, 8, 0.3, 0.87), (2, 4, 0.15, 0.85))
    return _bars([IntervalRow(label, *shape) for label, shape in zip(labels, shapes, strict=False)], width)


def example_pair(width: int, height: int) -> Content:
    """A share with a plan, and one without."""
    pair = (IntervalRow("with a plan", 7, 10, 0.45, 0.88), IntervalRow("without one", 4, 10, 0.25, 0.6))
    return _bars(pair, width)


def example_slopes(width: int, height: int) -> Content:
    """Moods that dip right after writing and are higher the next day."""
    cases = ((4, 3, 5), (5, 5, 6), (6, 4, 5), (3, 3, 5), (5, 3, 7))
    with_writing = Panel("with writing", ("before", "after", "next day"), (), (5, 4, 6), cases)
    without = Panel("without", ("such a day", "next day"), (), (5, 5.5))
    title, *plot, times, _ = (
        line.plain for line in draw_slopes((with_writing, without), width).split("\n", allow_blank=True)
    )
    rows = min(max(height - 2, 1), len(plot))
    first = (len(plot) - rows) // 2
    middle = [" " + row[1:] for row in plot[first : first + rows]]  # no figures
    return Content("\n".join([title, *middle, times]))


def _bars(rows: Sequence[IntervalRow], width: int) -> Content:
    """Bars without their figures."""
    lines = draw_intervals(rows, width + _FIGURES).plain.split("\n")
    drawn = [line[: max(map(line.rfind, "┈┫●")) + 1] or line for line in lines[: len(lines) - 1]]
    return Content("\n").join(Content(line) for line in drawn)


def _without_foot(picture: Content) -> Content:
    """Dates and legend would be taken for the person's own."""
    return Content("\n").join(picture.split("\n")[:-_LEGEND_AND_DAYS])

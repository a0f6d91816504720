"""Examples of the pictures, made up and free of figures, for a journal that holds too little yet.

Each loads its picture when it is drawn: no answer shows two of them, and most journals show none.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from bounceback_tui.widgets.interval_bars import IntervalRow
    from bounceback_tui.widgets.paired_dots import DotRow


_MOODS = (6, 6, 7, 6, 5, 6, 6, 3, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 5, 6, 7, 6, 6, 7, 6, 6)
_SHARES = ((1, 0.9), (3, 0.8), (4, 0.7), (6, 0.55), (8, 0.45), (11, 0.35), (14, 0.2), (19, 0.1), (24, 0.0))
_NAMES = ("one company", "another", "a third", "a fourth", "a fifth")
_SILENT = (("one", 21), ("another", 12), ("a third", 3))
_FIGURES = 24  # cells that bars leave for figures, which an example has not
_PIXELS = 57  # cells of a year without figures
_LEGEND_AND_DAYS = 2  # lines at the foot of a picture


def example_line(width: int, height: int) -> Content:
    """Mood over some weeks, with a dip."""
    from bounceback_tui.widgets.trend_line import draw_trend  # noqa: PLC0415 - see above

    first = date(2026, 1, 1)
    days = [(first + timedelta(days=at), float(mood), float(mood)) for at, mood in enumerate(_MOODS)]
    return _without_foot(draw_trend(days, (), None, width, height + _LEGEND_AND_DAYS))


def example_year(width: int, height: int) -> Content:
    """A year with a dip after each rejection, and days on which nothing was logged."""
    from bounceback_tui.widgets.year_in_pixels import Year, draw_year  # noqa: PLC0415 - see above

    first = date(2026, 1, 1)
    days = [first + timedelta(days=at) for at in range(365)]
    slow = 2 * len(_MOODS)  # a dip as short as that of the line would hardly be seen
    moods = {day: float(_MOODS[at % slow // 2]) for at, day in enumerate(days) if at % 13 not in {4, 9}}
    drawn = draw_year(Year(2026, days, moods, days[14::slow]), min(width, _PIXELS))
    return Content("\n").join(drawn.split("\n")[2:9])


def example_curve(width: int, height: int) -> Content:
    """A share that falls day by day."""
    from bounceback_tui.widgets.survival_curve import draw_survival  # noqa: PLC0415 - see above

    curve = [(float(day), share, None, None) for day, share in _SHARES]
    return _without_foot(draw_survival(curve, None, width, height + _LEGEND_AND_DAYS))


def example_dots(width: int, height: int) -> Content:
    """What was expected, and what it was; one is not over yet."""
    from bounceback_tui.widgets.paired_dots import DotRow  # noqa: PLC0415 - see above

    pairs = ((14, 6, False), (10, 8, False), (7, 12, True), (12, 5, False), (5, 9, False))
    rows = [
        DotRow(name, "", took, expected, on) for name, (expected, took, on) in zip(_NAMES, pairs, strict=True)
    ]
    return _dots_alone(rows, width, height)


def example_strip(width: int, height: int) -> Content:
    """Days until the next thing; after one nothing came yet."""
    from bounceback_tui.widgets.paired_dots import DotRow  # noqa: PLC0415 - see above

    rows = [DotRow(name, "", days) for name, days in zip(_NAMES, (4, None, 9, 2, 6), strict=True)]
    return _dots_alone(rows, width, height)


def example_bars(labels: Sequence[str], width: int, height: int) -> Content:
    """Shares with their intervals, one for each label."""
    from bounceback_tui.widgets.interval_bars import IntervalRow  # noqa: PLC0415 - see above

    shapes = ((6, 20, 0.15, 0.5), (6, 10, 0.3, 0.85), (5, 8, 0.3, 0.87), (2, 4, 0.15, 0.85))
    return _bars([IntervalRow(label, *shape) for label, shape in zip(labels, shapes, strict=False)], width)


def example_pair(width: int, height: int) -> Content:
    """A share with a plan, and one without."""
    from bounceback_tui.widgets.interval_bars import IntervalRow  # noqa: PLC0415 - see above

    pair = (IntervalRow("with a plan", 7, 10, 0.45, 0.88), IntervalRow("without one", 4, 10, 0.25, 0.6))
    return _bars(pair, width)


def example_slopes(width: int, height: int) -> Content:
    """Moods that dip right after writing and are higher the next day."""
    from bounceback_tui.widgets.slopes import Panel, draw_slopes  # noqa: PLC0415 - see above

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
    from bounceback_tui.widgets.interval_bars import draw_intervals  # noqa: PLC0415 - see above

    lines = draw_intervals(rows, width + _FIGURES).plain.split("\n")
    drawn = [line[: max(map(line.rfind, "┈┫●")) + 1] or line for line in lines[: len(lines) - 1]]
    return Content("\n").join(Content(line) for line in drawn)


def _dots_alone(rows: Sequence[DotRow], width: int, height: int) -> Content:
    """Without days and legend; the axis stays."""
    from bounceback_tui.widgets.paired_dots import draw_dots  # noqa: PLC0415 - see above

    drawn = draw_dots(rows, ("", ""), width, height + _LEGEND_AND_DAYS).split("\n")
    return Content("\n").join(drawn[:-_LEGEND_AND_DAYS])


def example_differences(width: int, height: int) -> Content:
    """Steps that went with more days or with fewer, each with how far off that may be."""
    from bounceback_tui.widgets.difference_bars import DifferenceRow, draw_differences  # noqa: PLC0415 - see above

    shapes = ((-3, -6, 1), (1, -3, 5), (-4, -7, -1), (0, -4, 4), (2, -2, 6))
    names = ("a step you ticked early", "another one", "a third", "one more", "and the last")
    rows = [DifferenceRow(name, "", *shape) for name, shape in zip(names, shapes, strict=True)]
    drawn = draw_differences(rows[: max(height - 1, 1)], width, height).split("\n")[:-1]
    axis = drawn[0].plain.find("│") if "│" in drawn[0].plain else drawn[0].plain.index("┿")
    foot = "fewer days ".rjust(axis) + "0" + " more days"
    return Content("\n").join([*drawn, Content(foot).truncate(width)])


def example_silence(width: int, height: int) -> Content:
    """Days of silence of three applications, against a middle."""
    from bounceback_tui.widgets.day_bars import DayRow, UsualDays, draw_days  # noqa: PLC0415 - see above

    rows = [DayRow(f"{which} application", days) for which, days in _SILENT]
    drawn = draw_days(rows, UsualDays(9, (5, 16)), width)
    return Content("\n").join(drawn.split("\n")[: len(rows)])


def example_counts(
    groups: Sequence[tuple[str, Sequence[tuple[str, int]]]], width: int, height: int
) -> Content:
    """Bars in groups: each a heading, and labels with their lengths."""
    from bounceback_tui.widgets.count_bars import Bar, Group, draw_counts  # noqa: PLC0415 - see above

    drawn = [Group(heading, tuple(Bar(*bar) for bar in bars)) for heading, bars in groups]
    return draw_counts(drawn, width, height, figures=False)


def _without_foot(picture: Content) -> Content:
    """Dates and legend would be taken for the person's own."""
    return Content("\n").join(picture.split("\n")[:-_LEGEND_AND_DAYS])

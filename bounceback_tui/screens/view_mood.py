"""How have I felt: the mood line."""

from __future__ import annotations

from datetime import date, timedelta

from bounceback_tui.domain.calendar_terms import short_date
from bounceback_tui.domain.text import plural
from bounceback_tui.screens.examples import example_line
from bounceback_tui.screens.pattern_view import View, rests_on, too_few
from bounceback_tui.statistics.mood import Mood
from bounceback_tui.widgets.trend_line import TrendLine

PERIOD = timedelta(days=183)
"""How far back the mood picture reaches: about six months."""


def mood_view(result: Mood) -> View:
    """The mood line of the last six months in which something was logged, and all months."""
    cases = rests_on(plural(result.n, "logged day"))
    if not result.enough:
        return too_few(cases if result.n else "", example_line)
    since = result.days[-1].day - PERIOD
    days = [day for day in result.days if day.day >= since]
    first = days[0].day
    rejections = [day for day in result.rejections if day >= first]
    last = max([days[-1].day, *rejections])
    picture = TrendLine(
        tuple((day.day, day.mood, day.rolling) for day in days), tuple(rejections), result.usual
    )
    return View(cases, f"Your mood from {_date(first)} to {_date(last)}", picture, result.table())


def _date(day: date) -> str:
    return short_date(day)

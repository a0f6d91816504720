"""How have I felt: the mood line, and a year in pixels."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from operator import attrgetter

from bounceback_tui.domain.behind import Behind
from bounceback_tui.domain.calendar_terms import short_date, weekday_date
from bounceback_tui.domain.episode import UNNAMED
from bounceback_tui.domain.text import cut, listing, plural
from bounceback_tui.screens.examples import example_line, example_year
from bounceback_tui.screens.pattern_view import View, rests_on, too_few
from bounceback_tui.statistics.mood import Mood, MoodDay, Turned
from bounceback_tui.statistics.words import plain
from bounceback_tui.widgets.faint_picture import Draw
from bounceback_tui.widgets.trend_line import TrendLine
from bounceback_tui.widgets.year_in_pixels import YearInPixels

PERIOD = timedelta(days=183)
"""How far back the mood line reaches where no period was chosen: about six months."""

_NAME = 30  # characters of a company; the mood must still be read beside it


def mood_view(result: Mood) -> View:
    """The mood line of the period, or of the last six months in which something was logged."""
    if not result.enough:
        return _too_few(result, example_line)
    since = result.since or result.days[-1].day - PERIOD
    days = result.days[bisect_left(result.days, since, key=attrgetter("day")) :]  # those before are not made
    first = days[0].day
    rejections = [day for day in result.rejections if day >= first]
    last = max([days[-1].day, *rejections])
    words = _words(result, days, {*rejections, *(day.day for day in days)})
    picture = TrendLine(
        tuple((day.day, day.mood, day.rolling) for day in days), rejections, result.usual, words
    )
    heading = f"Your mood from {short_date(first)} to {short_date(last)}"
    return View(_cases(result), heading, picture, result.table(), _behind(words))


def year_view(result: Mood) -> View:
    """Each year with a logged day, as far as the period and today reach."""
    if not result.enough:
        return _too_few(result, example_year)
    words = _words(result, result.days, set(_days_of_years(result)))
    picture = YearInPixels({day.day: day.mood for day in result.days}, result.rejections, words)
    heading = "A sign for each day: the higher it is, the better the mood"
    return View(
        _cases(result),
        heading,
        picture,
        result.table(),
        _behind(words),
        in_words="Every day, logged or not, the latest last",
    )


def _cases(result: Mood) -> str:
    return rests_on(plural(result.n, "logged day"))


def _too_few(result: Mood, example: Draw) -> View:
    return too_few(_cases(result) if result.n else "", example)


def _days_of_years(result: Mood) -> Iterator[date]:
    for year in sorted({day.day.year for day in result.days}):
        first = max(date(year, 1, 1), result.since or date.min)
        last = min(date(year, 12, 31), result.today, result.until or date.max)
        for number in range(first.toordinal(), last.toordinal() + 1):
            yield date.fromordinal(number)


def _words(result: Mood, logged_days: Iterable[MoodDay], days: Collection[date]) -> dict[date, str]:
    """What can be said of each of these days, of which some are logged."""
    logged = {day.day: day for day in logged_days}
    turned = {one.day: one for one in result.turned(days)}
    return {day: f"{weekday_date(day)}: {_of_day(day, logged, turned)}" for day in sorted(days)}


def _of_day(day: date, logged: Mapping[date, MoodDay], turned: Mapping[date, Turned]) -> str:
    """ "Acme said no · mood 4, median of 7 days 5": who it was first, since the end may be cut."""
    parts = []
    if found := turned.get(day):
        parts += [f"{listing(_names(found.said_no))} said no"] if found.said_no else []
        parts += [f"{listing(_names(found.silent))} went silent"] if found.silent else []
    if mood := logged.get(day):
        line = "" if mood.rolling is None else f", median of {plural(mood.over, 'day')} {plain(mood.rolling)}"
        parts.append(f"mood {plain(mood.mood)}{line}")
    return " · ".join(parts) or "nothing logged"


def _names(companies: Iterable[str]) -> list[str]:
    return [cut(company, _NAME) or UNNAMED for company in companies]


def _behind(words: Mapping[date, str]) -> tuple[Behind, ...]:
    return tuple(Behind(said.partition(":")[0], days=(day, day)) for day, said in words.items())

"""How have I felt: the mood of each logged day, its rolling median, and the person's own usual."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import groupby, islice
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from bounceback_tui.domain.calendar_terms import short_date
from bounceback_tui.domain.episode import ShortEpisode
from bounceback_tui.domain.packed import Days, Packed
from bounceback_tui.domain.past import Past
from bounceback_tui.domain.table import Heading, Row, Table
from bounceback_tui.domain.text import plural
from bounceback_tui.statistics.days import Daily, daily_values, middle
from bounceback_tui.statistics.recovery import Clock, clocks
from bounceback_tui.statistics.statistic import Result, Statistic
from bounceback_tui.statistics.words import plain, still_missing

ROLLING = 7
"""Logged days of a rolling median."""

USUAL = 60
"""Logged days that make the usual mood."""

ENOUGH = 3
"""Logged days from which something is said."""


class MoodDay(NamedTuple):
    """A logged day."""

    day: date
    mood: float
    """Median of the day, 1–9."""
    rolling: float | None
    """Median of the last 7 logged days up to this one, or of as many as there are."""
    over: int
    """Of how many: 7, or fewer at the very beginning. Days before the period are among them."""


class Turned(NamedTuple):
    """A date on which somebody was turned down, and by whom; only what fits a filter."""

    day: date
    said_no: tuple[str, ...]
    """Companies that said no, as they were written."""
    silent: tuple[str, ...]
    """Companies from which nothing came any more."""


class Mood(Result):
    """The mood line. `n` counts the logged days of the period."""

    days: Packed[MoodDay]
    """Those of the period, earliest first."""

    episodes: tuple[ShortEpisode, ...]
    """Rejections and ghostings up to today, earliest first; only what fits a filter."""

    usual: float | None
    """The person's own usual mood as of today, 1–9, whatever the period."""

    today: date

    since: date | None = None
    """First day of the period; None where it has none."""

    until: date | None = None
    """And its last."""

    @cached_property
    def rejections(self) -> tuple[date, ...]:
        """Dates with a rejection or a ghosting, earliest first, each once."""
        return tuple(dict.fromkeys(one.began for one in self.episodes))

    def turned(self, days: Collection[date]) -> Iterator[Turned]:
        """Those of these dates on which somebody was turned down, earliest first, and by whom."""
        first = bisect_left(self.episodes, min(days, default=date.max), key=attrgetter("began"))
        by_date = groupby(islice(self.episodes, first, None), attrgetter("began"))
        return (_turned(day, of_day) for day, of_day in by_date if day in days)

    def table(self) -> Table:
        """A row for each month, the latest first. A month with too few days has no median."""
        days, moods = map(list, self.days.columns[:2])
        felt = {month: moods[place] for month, place in _by_month(days)}
        marks = {month: place.stop - place.start for month, place in _by_month(self.rejections)}
        headings = (
            Heading("month"),
            *(Heading(words, right=True) for words in ("days", "median", "from–to", "rejections")),
        )
        months = sorted({*felt, *marks}, reverse=True)
        return Table(headings, tuple(_row(one, felt.get(one, ()), marks.get(one, 0)) for one in months))

    def as_json(self) -> dict[str, object]:
        """The result as `stats mood --json` gives it."""
        return super().as_json() | {
            "days": [
                {"date": each.day.isoformat(), "mood": each.mood, "rolling": each.rolling}
                for each in self.days
            ],
            "rejections": [day.isoformat() for day in self.rejections],
            "usual": self.usual,
        }


def _by_month(days: Sequence[date]) -> Iterator[tuple[date, slice]]:
    """The first of each month that has one of these days, earliest first, and where its own stand."""
    start = 0
    while start < len(days):
        month = _month(days[start])
        end = bisect_right(days, month, start, min(start + 31, len(days)), key=_month)  # few are looked at
        yield month, slice(start, end)
        start = end


def _month(day: date) -> date:
    return day.replace(day=1)


def _row(month: date, moods: Sequence[float], rejections: int) -> Row:
    return (
        short_date(month).split(" ", 1)[1],
        str(len(moods)),
        plain(middle(moods)) if len(moods) >= ENOUGH else "too few",
        f"{plain(min(moods))}–{plain(max(moods))}" if moods else "–",
        str(rejections or "–"),
    )


def compute(past: Past) -> Mood:
    """The mood of every logged day of the period, with the rolling median, and the usual of today."""
    daily = daily_values(past)
    first = daily.before(past.since) if past.since else 0
    last = daily.up_to(past.until) if past.until else len(daily.days)
    n = max(last - first, 0)
    enough = n >= ENOUGH
    days = _days(daily, first, last, enough)
    usual, free = _usual(past, daily, clocks(past, daily))
    chosen = (one for one in past.episodes if one.fits and one.began <= past.today)
    if enough:
        sentence = f"{_finding(days, n, daily)}{_usual_words(usual, free, days[-1].day == daily.days[-1])}"
    else:
        sentence = _missing(n, past.since is not None or past.until is not None)
    return Mood(
        name=STATISTIC.name,
        n=n,
        enough=enough,
        sentence=sentence,
        days=days,
        episodes=tuple(sorted(chosen, key=attrgetter("began", "id"))),
        usual=usual if enough else None,
        today=past.today,
        since=past.since,
        until=past.until,
    )


def _days(daily: Daily, first: int, last: int, enough: bool) -> Packed[MoodDay]:
    """The logged days from index `first` up to `last`; their medians go over the days before, too."""
    values = daily.values
    over = bytes([min(end, ROLLING) for end in range(first + 1, last + 1)])
    rolling = [
        middle(values[end - many : end]) if enough else None for end, many in enumerate(over, first + 1)
    ]
    return Packed(MoodDay, Days(daily.days[first:last]), values[first:last], rolling, over)


def _turned(day: date, episodes: Iterable[ShortEpisode]) -> Turned:
    by_name = sorted(episodes, key=lambda one: (one.company.casefold(), one.company))
    silent = tuple(one.company for one in by_name if one.silent)
    return Turned(day, tuple(one.company for one in by_name if not one.silent), silent)


def _usual(past: Past, daily: Daily, timed: Sequence[Clock]) -> tuple[float | None, int]:
    """The usual mood, 1–9, and how many logged days it could rest on.

    It is the median of the last 60 logged days outside open episodes, None with fewer than 3 such days.
    An episode is open until the person closes it. It holds the days from its rejection until the day
    before the person was found back, from it or from a later one; until today where they were not. So
    an episode that is over but was never closed keeps its own low days out of the usual, and no later
    ones. A closed episode holds no days.
    """
    held = _held(past, daily, timed)
    free = [value for value, out in zip(daily.values, held, strict=True) if not out]
    return (median(free[-USUAL:]) if len(free) >= ENOUGH else None), len(free)


def _held(past: Past, daily: Daily, timed: Sequence[Clock]) -> bytearray:
    """One byte a logged day: 1 where it lies inside an open episode."""
    backs = sorted(clock.back_on for clock in timed if clock.back_on)
    held = bytearray(len(daily.days))
    marked = 0
    for began in sorted(
        {each.began for each in past.episodes if not each.closed and each.began <= past.today}
    ):
        over = bisect_right(backs, began)
        stop = daily.before(backs[over]) if over < len(backs) else len(held)
        start = max(daily.before(began), marked)  # no day is marked twice, however many episodes are open
        if stop > start:
            held[start:stop] = b"\x01" * (stop - start)
            marked = stop
    return held


def _missing(n: int, period: bool) -> str:
    here = " in this period" if period else ""
    return still_missing(f"{plural(ENOUGH - n, 'more logged day')}{here}")


def _finding(days: Sequence[MoodDay], n: int, daily: Daily) -> str:
    """The latest median of the period, and which days it is of."""
    last = days[-1]
    if last.day < daily.days[-1]:
        over = f"the {plural(last.over, 'logged day')} up to {short_date(last.day)}"
    elif last.over < len(daily.days):
        over = f"your last {plural(last.over, 'logged day')}"
    else:
        over = f"your {plural(last.over, 'logged day')}"
    before = f", {last.over - n} of them before this period," if n < last.over else ""
    recent = last.mood if last.rolling is None else last.rolling
    return f"Over {over}{before} your mood was about {plain(recent)}"


def _usual_words(usual: float | None, free: int, latest: bool) -> str:
    """The usual mood as the end of a sentence; `latest` tells whether its beginning speaks of now."""
    if usual is None:
        more = plural(ENOUGH - free, "more logged day")
        return f". Your usual is not known yet; still missing: {more} outside open episodes."
    return (
        f"; your usual is about {plain(usual)}." if latest else f"; your usual today is about {plain(usual)}."
    )


STATISTIC = Statistic(
    parts=("readings", "episodes"),
    name="mood",
    question="How have I felt",
    compute=compute,
    filtered="The filter chooses which rejections are marked; the days are all days.",
    how=(
        "A day's mood is the median of its readings. Readings taken right after writing are left out, "
        "since mood often dips for a while after such writing (Smyth 1998). The line is the median of the "
        "last 7 days with a reading, so that one odd day does not bend it. Your usual is the median of the "
        "last 60 such days outside open episodes: an open episode keeps out the days from its rejection "
        "until you were back, or until today. Your usual is that of today, whatever the period. "
        "The marks are the days of rejections; they show what came when, not why. Mood runs "
        "from 1 to 9 on a plain scale of our own, and 5 is neither good nor bad."
    ),
)
"""The statistic as the registry lists it."""

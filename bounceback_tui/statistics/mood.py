"""How have I felt: the mood of each logged day, its rolling median, and the person's own usual."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from bounceback_tui.domain.past import Past
from bounceback_tui.domain.text import plural
from bounceback_tui.statistics.days import Daily, daily_values
from bounceback_tui.statistics.recovery import Clock, clocks
from bounceback_tui.statistics.statistic import Result, Statistic
from bounceback_tui.statistics.words import plain

ROLLING = 7
"""Logged days of a rolling median."""

USUAL = 60
"""Logged days that make the usual mood."""

ENOUGH = 3
"""Logged days from which something is said."""


@dataclass(frozen=True, slots=True)
class MoodDay:
    """A logged day."""

    day: date
    mood: float
    """Median of the day, 1–9."""
    rolling: float | None
    """Median of the last 7 logged days up to this one, or of as many as there are."""


@dataclass(frozen=True)
class Mood(Result):
    """The mood line. `n` counts logged days."""

    days: tuple[MoodDay, ...]
    """Earliest first."""

    rejections: tuple[date, ...]
    """Dates with a rejection or a ghosting, earliest first, each once."""

    usual: float | None
    """The person's own usual mood, 1–9."""

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


def compute(past: Past) -> Mood:
    """The mood of every logged day up to today, with the rolling median and the usual."""
    daily = daily_values(past)
    n = len(daily.days)
    timed = clocks(past, daily)
    usual, free = _usual(past, daily, timed)
    rolling = [median(daily.values[max(0, end - ROLLING) : end]) for end in range(1, n + 1)]
    enough = n >= ENOUGH
    return Mood(
        name=STATISTIC.name,
        n=n,
        enough=enough,
        sentence=_sentence(n, rolling[-1], usual, free) if enough else _missing(n),
        days=tuple(
            MoodDay(day, value, level if enough else None)
            for day, value, level in zip(daily.days, daily.values, rolling, strict=True)
        ),
        rejections=tuple(clock.began for clock in timed),
        usual=usual,
    )


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


def _missing(n: int) -> str:
    return f"Too few to say yet; still missing: {plural(ENOUGH - n, 'more logged day')}."


def _sentence(n: int, recent: float, usual: float | None, free: int) -> str:
    days = f"your last {ROLLING} logged days" if n > ROLLING else f"your {plural(n, 'logged day')}"
    finding = f"Over {days} your mood was about {plain(recent)}"
    if usual is None:
        more = plural(ENOUGH - free, "more logged day")
        return f"{finding}. Your usual is not known yet; still missing: {more} outside open episodes."
    return f"{finding}; your usual is about {plain(usual)}."


STATISTIC = Statistic(
    parts=("readings", "episodes"),
    name="mood",
    question="How have I felt",
    compute=compute,
    how=(
        "A day's mood is the median of its readings. Readings taken right after writing are left out, "
        "because writing lowers mood for a while (Smyth 1998). The line is the median of the last 7 days "
        "with a reading, so that one odd day does not bend it. Your usual is the median of the last 60 "
        "such days outside open episodes: an open episode keeps out the days from its rejection until you "
        "were back, or until today. The marks are the days of rejections; they show what came when, not "
        "why. Mood runs from 1 to 9 on a plain scale of our own, and 5 is neither good nor bad."
    ),
)
"""The statistic as the registry lists it."""

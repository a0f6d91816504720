"""How soon do I go on: days from a rejection to the next deliberate act, those of rest left out."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from statistics import median
from typing import NamedTuple

from bounceback_tui.domain.calendar_terms import short_date
from bounceback_tui.domain.episode import ShortEpisode
from bounceback_tui.domain.packed import Packed
from bounceback_tui.domain.past import Past
from bounceback_tui.domain.rest_days import RestCount
from bounceback_tui.domain.table import Heading, Row, Table
from bounceback_tui.domain.text import listing, plural
from bounceback_tui.statistics.intervals import median_rank
from bounceback_tui.statistics.statistic import Result, Statistic
from bounceback_tui.statistics.too_few import nothing_yet, spared, too_few
from bounceback_tui.statistics.words import days_in_words

ENOUGH = 3
"""Rejections with an act after them from which something is said."""

NOTHING_YET = "nothing yet, and nothing has to be"
"""What is said where no act came after a rejection."""


class GoingOn(NamedTuple):
    """A date with rejections, and how soon something was done after it."""

    began: date
    episodes: tuple[ShortEpisode, ...]
    """Those of that date that count."""
    days: int | None
    """Days until the next act without those of rest; None where none came yet."""
    rested: bool = False
    """Whether days of rest were left out."""

    @property
    def words(self) -> str:
        """ "the same day", "after about 3 days", or that nothing came yet."""
        if self.days is None:
            return NOTHING_YET
        if self.days:
            return f"after about {plural(self.days, 'day')}"
        return "while still resting" if self.rested else "the same day"

    @property
    def companies(self) -> str:
        """Who said no: "Acme and Brook"."""
        return listing([one.who for one in self.episodes])


class Return(Result):
    """The returns to the search."""

    returns: tuple[GoingOn, ...]
    """Each date with a rejection, the earliest first; `n` are those with an act after them."""

    median: float | None
    """The middle of their days; None where there is too little to say."""

    interval: tuple[int | None, int | None]
    """The 95 % limits of the median in days; None where there are too few for them."""

    @property
    def days(self) -> tuple[int, ...]:
        """For each date with an act after it, the earliest first: days without those of rest."""
        return tuple(one.days for one in self.returns if one.days is not None)

    @property
    def waiting(self) -> int:
        """Dates after which no act came yet; they have no figure, and do not count in `n`."""
        return len(self.returns) - self.n

    def table(self) -> Table:
        """Each date, the latest first."""
        headings = (Heading("date"), Heading("company", gives_way=True), Heading("the next thing"))
        rows = Packed(_row, self.returns[::-1])
        return Table(headings, rows, "Days of rest are left out." * bool(rows))

    def as_json(self) -> dict[str, object]:
        """The result as `stats return --json` gives it."""
        return super().as_json() | {
            "median": self.median,
            "days": list(self.days),
            "interval": list(self.interval),
            "waiting": self.waiting,
        }


def _row(one: GoingOn) -> Row:
    return short_date(one.began), one.companies, one.words


def compute(past: Past) -> Return:
    """How long it took to go on; rejections of one date share one clock."""
    by_date: dict[date, list[ShortEpisode]] = {}
    for one in sorted(past.episodes, key=lambda one: one.id):
        if one.fits and one.began <= past.today:
            by_date.setdefault(one.began, []).append(one)
    acts, rest = _Acts(past), RestCount(past.rests)
    returns = []
    for day in sorted(by_date):
        act = acts.after(day)
        days = None if act is None else (act - day).days - rest.between(day, act)
        rested = act is not None and days != (act - day).days
        returns.append(GoingOn(day, tuple(by_date[day]), days, rested))
    found = sorted(one.days for one in returns if one.days is not None)
    n, waiting = len(found), len(returns) - len(found)
    middle = float(median(found)) if n >= ENOUGH else None
    rank = median_rank(n)
    limits = (None, None) if rank is None else (found[rank - 1], found[-rank])
    return Return(
        name=STATISTIC.name,
        n=n,
        enough=middle is not None,
        sentence=_missing(past, n, waiting)
        if middle is None
        else _sentence(middle, limits, n, waiting, any(one.rested and not one.days for one in returns)),
        returns=tuple(returns),
        median=middle,
        interval=limits,
    )


class _Acts:
    """The days on which somebody did something for the search."""

    def __init__(self, past: Past) -> None:
        acts = [act for act in past.acts if act.day <= past.today]
        self._days = sorted({act.day for act in acts})
        self._same_day = {act.day for act in acts if act.after_the_news}

    def after(self, day: date) -> date | None:
        """The first of them since a rejection on `day`; None where there is none yet."""
        if day in self._same_day:
            return day
        place = bisect_right(self._days, day)
        return self._days[place] if place < len(self._days) else None


def _missing(past: Past, n: int, waiting: int) -> str:
    act = f"something followed {ENOUGH} times: you applied, asked for feedback or turned to a lead"
    if spared(past):
        return nothing_yet(act)
    after = "After your rejection" if waiting == 1 and not n else f"After {waiting} of your {n + waiting}"
    so_far = f"{after} nothing came yet, and nothing has to" if waiting else ""
    return too_few(so_far, act)


def _sentence(
    middle: float, limits: tuple[int | None, int | None], n: int, waiting: int, rested: bool
) -> str:
    when = "the same day, or while still resting" if rested else "the same day"
    when = f"after about {days_in_words(middle)}" if middle else when
    more = f" After {waiting} more nothing came yet, and nothing has to." if waiting else ""
    return (
        f"After a rejection you usually did the next thing for your search {when}, days of rest left out: "
        f"{_likely(*limits)} (from {n} rejections).{more}"
    )


def _likely(low: int | None, high: int | None) -> str:
    if low is None or high is None:
        return "with so few, how far off that may be is not known yet"
    if low == high:
        return "likely no more than a day off"
    return f"likely between {low} and {plural(high, 'day')}"


STATISTIC = Statistic(
    name="return",
    question="How soon do I go on",
    compute=compute,
    parts=("episodes", "rests", "acts"),
    how=(
        "For each date with a rejection: the days until the next deliberate act, which is an application "
        "that you sent, feedback that you asked for, or a lead that you turned to. Days that you had "
        "planned as a rest are left out, each once, in however many rests it lies. The figure is the median. "
        "Rejections of one day count once. Its interval is read off the cases in order (Thompson 1936) and "
        "needs 6. Those after which nothing came yet are told beside it and have "
        "no figure, so the usual time may be longer than it looks. Sooner is not better: how hard people "
        "search goes with interviews and offers, and not with the quality of the job (van Hooft and others "
        "2021)."
    ),
)
"""The statistic as the registry lists it."""

"""How soon do I go on: days from a rejection to the next deliberate act, those of rest left out."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from statistics import median

from bounceback_tui.domain.past import Past
from bounceback_tui.domain.rest_days import RestCount
from bounceback_tui.domain.text import plural
from bounceback_tui.statistics.statistic import Result, Statistic
from bounceback_tui.statistics.words import plain

ENOUGH = 3
"""Rejections with an act after them from which something is said."""


@dataclass(frozen=True)
class Return(Result):
    """The returns to the search."""

    days: tuple[int, ...]
    """For each date with a rejection and an act after it, the earliest first: days without those of rest."""

    median: float | None
    """The middle of them; None where there is too little to say."""

    waiting: int
    """Dates with a rejection after which no act came yet; they have no figure, and do not count in `n`."""

    def as_json(self) -> dict[str, object]:
        """The result as `stats return --json` gives it."""
        return super().as_json() | {
            "median": self.median,
            "days": list(self.days),
            "waiting": self.waiting,
        }


def compute(past: Past) -> Return:
    """How long it took to go on; rejections of one date share one clock."""
    began = sorted({one.began for one in past.episodes if one.fits and one.began <= past.today})
    acts = _Acts(past)
    rest = RestCount(past.rests)
    days = []
    for day in began:
        act = acts.after(day)
        if act is not None:
            days.append((act - day).days - rest.between(day, act))
    enough = len(days) >= ENOUGH
    middle = float(median(days)) if enough else None
    waiting = len(began) - len(days)
    return Return(
        name=STATISTIC.name,
        n=len(days),
        enough=enough,
        sentence=_missing(len(days)) if middle is None else _sentence(middle, len(days), waiting),
        days=tuple(days),
        median=middle,
        waiting=waiting,
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


def _missing(n: int) -> str:
    return (
        f"Too few to say yet; still missing: {plural(ENOUGH - n, 'more rejection')} after which you applied, "
        "asked for feedback or turned to a lead."
    )


def _sentence(middle: float, n: int, waiting: int) -> str:
    days = f"about {plain(middle)} {'day' if middle == 1 else 'days'}"
    when = "the same day" if middle == 0 else f"after {days}"
    more = f" After {waiting} more nothing came yet, and nothing has to." if waiting else ""
    return (
        f"After a rejection you usually did the next thing for your search {when}, days of rest left out "
        f"(from {n} rejections).{more}"
    )


STATISTIC = Statistic(
    name="return",
    question="How soon do I go on",
    compute=compute,
    parts=("episodes", "rests", "acts"),
    how=(
        "For each date with a rejection: the days until the next deliberate act, which is an application "
        "that you sent, feedback that you asked for, or a lead that you turned to. Days that you had "
        "planned as a rest are left out, each once, in however many rests it lies. The figure is the median. "
        "Rejections of one day count once. Those after which nothing came yet are told beside it and have "
        "no figure, so the usual time may be longer than it looks. Sooner is not better: how hard people "
        "search goes with interviews and offers, and not with the quality of the job (van Hooft and others "
        "2021)."
    ),
)
"""The statistic as the registry lists it."""

"""The days of rests: what is due in them, and how days are counted around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta

from bounceback_tui.domain.calendar_terms import Span, short_day, weekday_date
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.lead import Rest
from bounceback_tui.domain.text import listing, plural

_DAY = timedelta(days=1)


class RestWanted(Frozen):
    """A rest as somebody plans it or changes it."""

    days: Span
    enjoy: str = ""
    """Something enjoyable to do in it."""
    move: bool = True
    """Whether what is due in it moves to the day after."""
    rest_id: str = ""
    """Key of the rest that is changed; empty for a new one."""


class Falling(Frozen):
    """How much is due in some days."""

    follow_ups: int = 0
    """Requests for feedback to be followed up."""
    leads: int = 0
    plans: int = 0
    """If-then plans for steps."""
    next_dates: int = 0
    """Next dates of applications."""

    def __bool__(self) -> bool:
        return bool(self.follow_ups or self.leads or self.plans or self.next_dates)

    def __str__(self) -> str:
        """ "1 follow-up and 2 plans"."""
        parts = (
            (self.follow_ups, "follow-up"),
            (self.leads, "lead"),
            (self.plans, "plan"),
            (self.next_dates, "next date"),
        )
        return listing([plural(count, word) for count, word in parts if count]) or "nothing"


def told_days(days: Span) -> str:
    """ "Mon 23 Nov to Wed 25 Nov 2026", or "Mon 23 Nov 2026" for one day."""
    first, last = days
    if first == last:
        return weekday_date(first)
    begins = weekday_date(first) if first.year != last.year else short_day(first)
    return f"{begins} to {weekday_date(last)}"


def told_length(days: Span) -> str:
    """ "one day", "3 days": how long they are."""
    count = (days.last - days.first).days + 1
    return "one day" if count == 1 else plural(count, "day")


def begun_before(days: Span, today: date) -> str:
    """What to say of a rest that begins before today, which may be a slip; empty for any other."""
    if days.last < today:
        return "All of it is over already."
    if days.first < today:
        place = (today - days.first).days
        began = "yesterday" if place == 1 else f"{place} days ago"
        return f"It began {began}; today is day {place + 1} of {(days.last - days.first).days + 1}."
    return ""


def day_after(last: date, rests: Iterable[Rest]) -> date:
    """The first day after `last` that belongs to none of the rests."""
    day = last + _DAY
    for rest in sorted(rests, key=lambda one: one.starts):
        if rest.starts <= day <= rest.ends:
            day = rest.ends + _DAY
    return day


class RestCount:
    """How many days between two dates were days of rest; each counts once, in however many rests it lies."""

    def __init__(self, rests: Iterable[Rest]) -> None:
        self._starts: list[date] = []
        self._ends: list[date] = []
        self._before: list[int] = []  # days of rest before each stretch
        for rest in sorted(rests, key=lambda one: one.starts):
            if self._ends and rest.starts <= self._ends[-1] + _DAY:
                self._ends[-1] = max(self._ends[-1], rest.ends)
            else:
                self._before.append(self._up_to_end())
                self._starts.append(rest.starts)
                self._ends.append(rest.ends)

    def between(self, start: date, end: date) -> int:
        """Days of rest after `start`, up to and with `end`."""
        return self._up_to(end) - self._up_to(start)

    def _up_to(self, day: date) -> int:
        place = bisect_right(self._starts, day) - 1
        if place < 0:
            return 0
        return self._before[place] + (min(day, self._ends[place]) - self._starts[place]).days + 1

    def _up_to_end(self) -> int:
        return self._before[-1] + (self._ends[-1] - self._starts[-1]).days + 1 if self._ends else 0

"""What all readers of dates share: names, errors, and calendar arithmetic that refuses kindly."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from bounceback_tui.domain.frozen import Frozen

YEARS = range(1970, 2101)
"""Years taken seriously; another one is a slip of the finger."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""In the order of `date.weekday()`."""

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
"""January is number 0 here."""

WEEKDAY_NUMBERS = {word: n for n, name in enumerate(WEEKDAYS) for word in (name, name[:3])} | {
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
"""What `date.weekday()` gives, by name and abbreviation."""

MONTH_NUMBERS = {word: n for n, name in enumerate(MONTHS, 1) for word in (name, name[:3])} | {"sept": 9}
"""1–12, by name and abbreviation."""


class DateOrder(StrEnum):
    """What 3/4 means; the values are the words in which it is settled."""

    ASK = "ask"
    """Not known yet: dates that could be either are refused, with both readings."""
    DAY_MONTH = "day first"
    """3 April."""
    MONTH_DAY = "month first"
    """March 4th."""


class Lean(StrEnum):
    """Which way a day without a year, month or week lies; today counts for both."""

    PAST = "past"
    COMING = "coming"


class Span(NamedTuple):
    """Days from `first` to `last`, both included."""

    first: date
    last: date


class Frame(Frozen):
    """What a phrase is read against."""

    today: date
    order: DateOrder
    lean: Lean

    @property
    def step(self) -> int:
        """-1 or 1: the way in which to look for the nearest such day."""
        return -1 if self.lean is Lean.PAST else 1


class DateNotUnderstood(ValueError):
    """A text that is not taken for a date; its message is one sentence for the person who typed it."""


class AmbiguousDate(DateNotUnderstood):
    """Figures that can be read in two ways, such as 3/4."""

    def __init__(self, said: str, readings: tuple[date, date]) -> None:
        self.said = said
        """The figures alone."""
        self.readings = readings
        """The day as DAY_MONTH reads it, then as MONTH_DAY does."""
        self.clause = f"{said} could be {short_date(readings[0])} or {short_date(readings[1])}"
        """Both readings, as the beginning of a sentence."""
        super().__init__(f"{self.clause}; write the month as a word.")


def real_date(year: int, month: int, day: int) -> date:
    """The date with these numbers. Raises DateNotUnderstood, saying which of them cannot be."""
    check_year(year)
    if not 1 <= month <= 12:
        raise DateNotUnderstood(
            f"There is no month {month}; write the date like “23 Nov 2026” or “2026-11-23”."
        )
    if not 1 <= day <= days_in(year, month):
        name = MONTHS[month - 1].title()
        raise DateNotUnderstood(
            f"{name} {year} has {days_in(year, month)} days, so there is no day {day} in it."
        )
    return date(year, month, day)


def check_year(year: int) -> None:
    """Raises DateNotUnderstood for a year outside YEARS."""
    if year not in YEARS:
        raise DateNotUnderstood(f"Dates run from {YEARS[0]} to {YEARS[-1]} here.")


def days_in(year: int, month: int) -> int:
    """How many days a month has."""
    # of December the year does not matter
    return (date(year, month % 12 + 1, 1) - timedelta(days=1)).day


def month_after(year: int, month: int, step: int) -> tuple[int, int]:
    """The year and month `step` months later, or earlier where it is negative."""
    months = year * 12 + month - 1 + step
    return months // 12, months % 12 + 1


def weekday_date(day: date) -> str:
    """ "Fri 20 Nov 2026"."""
    return f"{WEEKDAYS[day.weekday()][:3].title()} {short_date(day)}"


def short_date(day: date) -> str:
    """ "20 Nov 2026": the same in every locale."""
    return f"{day.day} {MONTHS[day.month - 1][:3].title()} {day.year}"


def short_day(day: date) -> str:
    """ "Mon 23 Nov"."""
    return weekday_date(day)[:-5]


def day_near(day: date, today: date) -> str:
    """ "Mon 23 Nov", with the year where it is another one than this: "23 Nov 2025"."""
    return short_day(day) if day.year == today.year else short_date(day)

"""Which calendar day, or span of days, a phrase means: the half of dates in words that knows no clock.

Phrases come tidied (lower case, single spaces, no commas). Each reader returns None for what is not
its own, and raises DateNotUnderstood where it knows what is wrong. Digits are ASCII only.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from bounceback_tui.domain.calendar_terms import (
    MONTH_NUMBERS,
    WEEKDAY_NUMBERS,
    WEEKDAYS,
    YEARS,
    DateNotUnderstood,
    Frame,
    Lean,
    Span,
    check_year,
    days_in,
    month_after,
    real_date,
    short_date,
)
from bounceback_tui.domain.date_figures import figures, written, year_first
from bounceback_tui.domain.text import NUMBERS

_COUNT = {word: n for n, word in enumerate(NUMBERS) if n} | {
    "a": 1,
    "an": 1,
    "a couple of": 2,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
}

COUNT = "[0-9]{1,4}|" + "|".join(sorted(_COUNT, key=len, reverse=True))
"""Pattern for a count, in digits or as a word; `count` reads it."""

_NEAR_DAYS = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "day before yesterday": -2,
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
}
_UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_NEAR = {"last": -1, "this": 0, "next": 1}


def count(word: str) -> int:
    """The number that a text matching COUNT stands for."""
    return _COUNT[word] if word in _COUNT else int(word)


def day_in(words: str, frame: Frame) -> date | None:
    """The day that `words` name, or None. Raises DateNotUnderstood for an impossible or unclear one."""
    named = re.fullmatch("([a-z]+) (.*[0-9].*)", words)
    if named and named[1] in WEEKDAY_NUMBERS:
        day = day_in(named[2], frame)
        if day and day.weekday() != WEEKDAY_NUMBERS[named[1]]:
            name = WEEKDAYS[day.weekday()].title()
            raise DateNotUnderstood(f"{short_date(day)} is a {name}; correct the weekday or leave it out.")
        return day
    for reader in (_near, _counted, _weekday, _weekday_of_week, _ordinal, written, year_first, figures):
        if day := reader(words.removeprefix("on "), frame):
            check_year(day.year)
            return day
    return None


def span_in(words: str, frame: Frame) -> Span | None:
    """The year, month or week that `words` name, or None. Raises DateNotUnderstood for an impossible one."""
    if near := re.fullmatch("(last|this|next) (week|month|year)", words):
        return _near_span(_NEAR[near[1]], near[2], frame.today)
    if numbers := re.fullmatch("([0-9]{4})(?:[-/]([0-9]{1,2}))?", words):
        year = int(numbers[1])
        return _month(year, int(numbers[2])) if numbers[2] else _year(year)
    return _named_month(words.removeprefix("in "), frame)


def _named_month(words: str, frame: Frame) -> Span | None:
    """ "january", "jan 2026", "last march" (the latest before this month), "march last year"."""
    named = re.fullmatch(
        "(?:(?P<near>last|this|next) )?(?P<month>[a-z]+)"
        "(?: (?P<year>[0-9]{4}|(?:of )?(?:last|this|next) year))?",
        words,
    )
    if not named or named["month"] not in MONTH_NUMBERS or (named["near"] and named["year"]):
        return None
    month, today = MONTH_NUMBERS[named["month"]], frame.today
    if named["year"]:
        year = named["year"].split()
        return _month(int(year[0]) if len(year) == 1 else today.year + _NEAR[year[-2]], month)
    step = {"last": -1, "this": 0, "next": 1, None: frame.step}[named["near"]]
    other_year = (month - today.month) * step < 0 or (month == today.month and named["near"] is not None)
    return _month(today.year + (step if other_year else 0), month)


def _near_span(step: int, unit: str, today: date) -> Span:
    if unit == "week":
        monday = today + timedelta(days=7 * step - today.weekday())
        return Span(monday, monday + timedelta(days=6))
    return (
        _month(*month_after(today.year, today.month, step)) if unit == "month" else _year(today.year + step)
    )


def _month(year: int, month: int) -> Span:
    first = real_date(year, month, 1)
    return Span(first, date(year, month, days_in(year, month)))


def _year(year: int) -> Span:
    return Span(real_date(year, 1, 1), date(year, 12, 31))


def _near(words: str, frame: Frame) -> date | None:
    return frame.today + timedelta(days=_NEAR_DAYS[words]) if words in _NEAR_DAYS else None


def _counted(words: str, frame: Frame) -> date | None:
    """ "3 days ago", "in a week", "two months from now"; a month before 31 March is the end of February."""
    match = re.fullmatch(f"(in )?({COUNT}) (day|week|fortnight|month|year)s?( ago| from now)?", words)
    if not match or bool(match[1]) == bool(match[4]):
        return None
    number = count(match[2]) * (-1 if match[4] == " ago" else 1)
    try:
        if match[3] in _UNIT_DAYS:
            return frame.today + timedelta(days=number * _UNIT_DAYS[match[3]])
        from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - slower to load than all of this

        return frame.today + relativedelta(months=number * (12 if match[3] == "year" else 1))
    except (ValueError, OverflowError):
        raise DateNotUnderstood(f"Dates run from {YEARS[0]} to {YEARS[-1]} here.") from None


def _weekday(words: str, frame: Frame) -> date | None:
    match = re.fullmatch("(?:(?:this )?(last|past|this|next) )?([a-z]+)", words)
    if not match or match[2] not in WEEKDAY_NUMBERS:
        return None
    number = WEEKDAY_NUMBERS[match[2]]
    this = frame.today + timedelta(days=number - frame.today.weekday())
    if match[1] == "this":
        if this < frame.today and frame.lean is Lean.COMING:
            name = WEEKDAYS[number].title()
            raise DateNotUnderstood(f"This week's {name} was {short_date(this)}; write “next {name}”.")
        return this
    if match[1] is None and this == frame.today:
        return this
    if match[1] == "next" or (match[1] is None and frame.lean is Lean.COMING):
        return this if this > frame.today else this + timedelta(weeks=1)
    return this if this < frame.today else this - timedelta(weeks=1)


def _weekday_of_week(words: str, frame: Frame) -> date | None:
    """ "tuesday last week", "last week on tuesday"; weeks begin on Monday."""
    match = re.fullmatch("(?P<day>[a-z]+) (?:of )?(?P<week>last|this|next) week", words)
    match = match or re.fullmatch("(?P<week>last|this|next) week (?:on )?(?P<day>[a-z]+)", words)
    if not match or match["day"] not in WEEKDAY_NUMBERS:
        return None
    days = WEEKDAY_NUMBERS[match["day"]] - frame.today.weekday()
    return frame.today + timedelta(days=days, weeks=_NEAR[match["week"]])


def _ordinal(words: str, frame: Frame) -> date | None:
    """ "the 3rd": of this month or, where that lies the other way, of the nearest that has such a day."""
    match = re.fullmatch("(?:the )?([0-9]{1,2})(?:st|nd|rd|th)", words) or re.fullmatch(
        "the ([0-9]{1,2})", words
    )
    if not match:
        return None
    number = int(match[1])
    if not 1 <= number <= 31:
        raise DateNotUnderstood(f"No month has a day {number}; write for example “on the 3rd” or “3 Nov”.")
    year, month = frame.today.year, frame.today.month
    while number > days_in(year, month) or (date(year, month, number) - frame.today).days * frame.step < 0:
        year, month = month_after(year, month, frame.step)
    return date(year, month, number)

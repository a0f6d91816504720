"""Written-out dates: "23 Nov", "November 23 2026", "23/11", "23.11.2026", "2026-11-23"."""

from __future__ import annotations

import re
from datetime import date

from bounceback_tui.domain.calendar_terms import (
    MONTH_NUMBERS,
    MONTHS,
    AmbiguousDate,
    DateNotUnderstood,
    DateOrder,
    Frame,
    Lean,
    check_year,
    days_in,
    real_date,
    short_date,
)

FAR = 300
"""Days after which a date without a year is asked about: "24 Nov", typed on 23 November, could be either."""

_DAY = "(?:the )?(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = "(?:[ -](?P<year>[0-9]+))?"
_LEAP = 2024
"""A year in which every day exists that exists in some year."""


def written(words: str, frame: Frame) -> date | None:
    """A day and the name of its month, in either order. Raises DateNotUnderstood for a 31st of June."""
    match = re.fullmatch(f"{_DAY}(?: of)?[ -]?(?P<month>[a-z]+){_YEAR}", words)
    match = match or re.fullmatch(f"(?P<month>[a-z]+)[ -]?{_DAY}{_YEAR}", words)
    if not match or match["month"] not in MONTH_NUMBERS:
        return None
    day, month = int(match["day"]), MONTH_NUMBERS[match["month"]]
    if match["year"]:
        return real_date(_year(match["year"]), month, day)
    if not 1 <= day <= days_in(_LEAP, month):
        name = MONTHS[month - 1].title()
        raise DateNotUnderstood(f"{name} has {days_in(_LEAP, month)} days, so there is no day {day} in it.")
    return _yearless(day, month, frame)


def year_first(words: str, frame: Frame) -> date | None:
    """Year, month and day in figures; nobody writes the day in the middle."""
    match = re.fullmatch(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})", words)
    return real_date(int(match[1]), int(match[3]), int(match[4])) if match else None


def figures(words: str, frame: Frame) -> date | None:
    """Day and month in figures. Raises DateNotUnderstood where they make no date.

    Where both orders make one and `frame` knows none, that is an AmbiguousDate.
    """
    match = re.fullmatch(r"([0-9]{1,2})([-/.])([0-9]{1,2})(?:\2([0-9]+)|\.?)", words)
    if not match or (match[2] == "-" and not match[4]):
        return None
    one, other = int(match[1]), int(match[3])
    year = _year(match[4]) if match[4] else None
    readings = {DateOrder.DAY_MONTH: (one, other), DateOrder.MONTH_DAY: (other, one)}
    if frame.order is not DateOrder.ASK:
        readings = {frame.order: readings[frame.order]}
    possible = list(dict.fromkeys(pair for pair in readings.values() if _exists(*pair, year)))
    if not possible:
        how = "" if frame.order is DateOrder.ASK else f" with the {frame.order}"
        raise DateNotUnderstood(f"{words} is no date{how}; write it like “23 Nov 2026” or “2026-11-23”.")
    if len(possible) == 2:
        raise _ambiguous(words, possible, year, frame)
    day, month = possible[0]
    return real_date(year, month, day) if year else _yearless(day, month, frame)


def _ambiguous(words: str, pairs: list[tuple[int, int]], year: int | None, frame: Frame) -> AmbiguousDate:
    first, second = (real_date(year, m, d) if year else _occurrence(d, m, frame) for d, m in pairs)
    return AmbiguousDate(words, (first, second))


def _exists(day: int, month: int, year: int | None) -> bool:
    return 1 <= month <= 12 and 1 <= day <= days_in(year or _LEAP, month)


def _year(text: str) -> int:
    if len(text) != 4:
        raise DateNotUnderstood("Write the year with four digits, as in “23 Nov 2026”.")
    check_year(int(text))
    return int(text)


def _yearless(day: int, month: int, frame: Frame) -> date:
    """The occurrence that `frame` leans to, unless it is so far off that the other one may be meant."""
    found = _occurrence(day, month, frame)
    if abs((found - frame.today).days) <= FAR:
        return found
    lean = Lean.COMING if frame.lean is Lean.PAST else Lean.PAST
    early, late = sorted((found, _occurrence(day, month, Frame(frame.today, frame.order, lean))))
    raise DateNotUnderstood(f"That could be {short_date(early)} or {short_date(late)}; add the year.")


def _occurrence(day: int, month: int, frame: Frame) -> date:
    """The latest such day up to today, or the first from today on; leap days may be eight years apart."""
    year = frame.today.year
    years = range(year, year + 9 * frame.step, frame.step)
    days = (date(year, month, day) for year in years if day <= days_in(year, month))
    return next(found for found in days if (found - frame.today).days * frame.step >= 0)

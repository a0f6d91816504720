"""Days and times as other programs write them; whatever can be read in two ways is not guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, tzinfo
from typing import NamedTuple

from bounceback_tui.domain.calendar_terms import MONTH_NUMBERS, YEARS, DateOrder
from bounceback_tui.domain.moment import Moment
from bounceback_tui.formats.reading import Answers, Question

LONGEST = 100
"""Characters of a date; whatever is longer is none."""

_NOON = time(12)
_CLOCK = re.compile(
    r"(?:\bat |[T, ]|^)\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap])?\.?(?:m\b\.?)?", re.I
)
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_FIGURES = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
_WORDS = re.compile(r"[^\W\d_]+|\d+")

ORDERS = (DateOrder.DAY_MONTH, DateOrder.MONTH_DAY)
"""What can be answered to the question below."""

ASK_ORDER = Question(
    "date_order", "Does the day come first in its dates, as in 23/11, or the month?", tuple(map(str, ORDERS))
)
"""Asked where no value over 12 tells it."""


class Read(NamedTuple):
    """A day, and the time of day where one was written."""

    day: date
    clock: time | None = None

    def moment(self, zone: tzinfo) -> Moment:
        """Of a clock in `zone`; a day without a time is at noon."""
        at = Moment.at(datetime.combine(self.day, self.clock or _NOON), zone)
        return at.timed() if self.clock else at


def iso_moment(text: str, zone: tzinfo) -> Moment | None:
    """A date-time as ISO 8601 writes it; one of UTC, or without an offset, is told in `zone`."""
    try:
        when = datetime.fromisoformat(text.strip())
        if when.year not in YEARS:
            return None
        if when.tzinfo is None:
            return Moment.at(when, zone)
        return Moment.of(when.astimezone(zone) if not when.utcoffset() else when)
    except (ValueError, OverflowError):
        return None


def clock_of(text: str) -> time | None:
    """ "6:50 pm", "14:58" or "14:58:03"."""
    match = _CLOCK.fullmatch(_spaced(text))
    return _clock(match) if match else None


def date_of(text: str, order: DateOrder = DateOrder.ASK) -> Read | None:
    """A day, with a time or without: "2026-11-22", "22/11/2026 14:58", "Nov 22, 2026", "22-Nov-26".

    None where it is no date, and where it could be two and `order` does not say which.
    """
    said = _spaced(text)
    if len(said) > LONGEST:
        return None
    moved = re.sub(r"(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})$", "", said) if ":" in said else said
    match = _CLOCK.search(moved)
    clock = _clock(match) if match else None
    if match and clock is None:
        return None
    plain = (moved[: match.start()] + moved[match.end() :] if match else moved).strip(" ,T")
    day = _in_figures(plain, order) or _in_words(plain)
    return Read(day, clock) if day else None


def said_order(answers: Answers) -> DateOrder | None:
    """What was answered of the order of dates."""
    said = answers.said.get(ASK_ORDER.name)
    return DateOrder(said) if said in ORDERS else None


def is_in_figures(text: str) -> bool:
    """Whether a text begins like a date that needs an order: "3/4/2026"."""
    return _FIGURES.match(_spaced(text)) is not None


def order_in(texts: Iterable[str]) -> DateOrder | None:
    """What all these dates say of their order; ASK where that is open, None where none of them depends on it.

    A value over 12 decides; where two say different things, neither does.
    """
    said: set[DateOrder] = set()
    open_ones = False
    for text in texts:
        match = _FIGURES.match(_spaced(text)) if len(text) <= LONGEST else None
        if not match:
            continue
        first, second = int(match[1]), int(match[3])
        if first > 12 >= second:
            said.add(DateOrder.DAY_MONTH)
        elif second > 12 >= first:
            said.add(DateOrder.MONTH_DAY)
        elif first != second:
            open_ones = True
    if len(said) == 1:
        return said.pop()
    return DateOrder.ASK if open_ones else None


def _in_figures(text: str, order: DateOrder) -> date | None:
    if match := _YEAR_FIRST.fullmatch(text):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    match = _FIGURES.fullmatch(text)
    if not match:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    year += 2000 * (len(match[4]) == 2)
    if first > 12 or second > 12 or first == second:
        return _date(year, second, first) if first > 12 or first == second else _date(year, first, second)
    if order is DateOrder.ASK:
        return None
    return _date(year, second, first) if order is DateOrder.DAY_MONTH else _date(year, first, second)


def _in_words(text: str) -> date | None:
    """A day with its month as a word: one word, one or two figures, and nothing that is left over."""
    parts = [part.casefold() for part in _WORDS.findall(text)]
    months = [MONTH_NUMBERS[part] for part in parts if part in MONTH_NUMBERS]
    figures = [part for part in parts if part.isdecimal()]  # a raised 2 is a digit, too
    if len(months) != 1 or len(figures) != 2:
        return None
    day, year = figures if len(figures[1]) in (2, 4) and len(figures[0]) <= 2 else figures[::-1]
    if len(day) > 2 or len(year) not in (2, 4):
        return None
    return _date(int(year) + 2000 * (len(year) == 2), months[0], int(day))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None


def _clock(match: re.Match[str]) -> time | None:
    hour, minute, second, half = int(match[1]), int(match[2]), int(match[3] or 0), match[4]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (half.casefold() == "p")
    return time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _spaced(text: str) -> str:
    """Single plain spaces: some programs put narrow ones before "pm"."""
    return " ".join(text.split())

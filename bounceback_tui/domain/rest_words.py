"""What somebody means by the days of a rest, in two lines of words."""

from __future__ import annotations

from datetime import date, timedelta

from bounceback_tui.domain.calendar_terms import (
    WEEKDAY_NUMBERS,
    DateNotUnderstood,
    DateOrder,
    Span,
)
from bounceback_tui.domain.dates import understand_date

USUAL = "3 days"
"""How long a rest is where nothing was said."""

_DAY = timedelta(days=1)


def rest_days(starts: str, ends: str, today: date, order: DateOrder = DateOrder.ASK) -> Span:
    """The days that two texts mean: "tomorrow" and "3 days", "sunday" or a date.

    Without a word it begins today and lasts three days. Raises DateNotUnderstood.
    """
    first = understand_date(starts, today, order) if starts.strip() else today
    said = ends.strip() or USUAL
    last = _length(said, first)
    if last is None:
        from_there = first > today and said.casefold() in WEEKDAY_NUMBERS  # the sunday after it begins
        last = understand_date(said, first if from_there else today, order)
    if last < first:
        raise DateNotUnderstood("That rest would end before it begins; write “3 days”, or a later day.")
    return Span(first, last)


def _length(said: str, first: date) -> date | None:
    """The last day of "3 days" or "a week" from the first on; None for what is no length."""
    try:
        return understand_date(f"in {said}", first) - _DAY
    except DateNotUnderstood:
        return None


def lasting(starts: str, ends: str, today: date, order: DateOrder = DateOrder.ASK) -> tuple[str, str]:
    """The two texts with dates for words, so that they mean the same later on.

    What is empty, a length, or not clear yet stays as it is.
    """
    try:
        first, last = rest_days(starts, ends, today, order)
    except DateNotUnderstood:
        return starts, ends
    stays = not ends.strip() or _length(ends.strip(), first)
    return first.isoformat() if starts.strip() else starts, ends if stays else last.isoformat()

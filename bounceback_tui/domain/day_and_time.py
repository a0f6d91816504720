"""Which day a phrase names, and at which time of it; what could be either of two is refused."""

from __future__ import annotations

import re
from datetime import date

from bounceback_tui.domain.calendar_terms import WEEKDAY_NUMBERS, DateNotUnderstood, Frame
from bounceback_tui.domain.date_words import day_in
from bounceback_tui.domain.time_words import Phrase, could_be_date, take_apart


def phrase_and_day(words: str, frame: Frame) -> tuple[Phrase, date | None]:
    """`words` taken apart, and the day that they name; None where they name none.

    Raises DateNotUnderstood, also for an hour after the day that is no more than a number.
    """
    phrase = take_apart(words)
    if phrase.clock is None:
        _refuse_dotted(phrase.day)
    day = day_in(phrase.day, frame)
    bare = None if day else re.fullmatch("(.*?([a-z]+)) ([0-9]{1,2})", words)
    if not bare or int(bare[3]) > 23:
        return phrase, day
    before, last, hour = bare.groups()
    earlier = take_apart(before)  # "3pm 20" has a time already
    if earlier.clock is not None or (day := day_in(earlier.day, frame)) is None:
        return phrase, None
    if last in WEEKDAY_NUMBERS and int(hour) > 12:
        raise DateNotUnderstood(
            f"{hour} could be a time or a day of the month; write “{hour}:00” or the date."
        )
    return take_apart(f"{before} at {hour}"), day


def _refuse_dotted(day: str) -> None:
    """Raises DateNotUnderstood for "23.11", which is a date to some and a time to others."""
    match = re.search(r"(?:^| )([0-9]{1,2})\.([0-9]{2})$", day)
    if match and int(match[1]) < 24 and could_be_date(match[1], match[2]):
        one, two = match.groups()
        raise DateNotUnderstood(f"{one}.{two} could be a date or a time; write {one}/{two} or {one}:{two}.")

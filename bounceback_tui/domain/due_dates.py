"""The moment that a plan is for, in words: "tuesday 9:00", and the one that a plan itself begins with.

The rules are those of `dates`, but everything lies ahead: "tuesday" is the next one, today included, and
a time alone is today's, or tomorrow's where it has passed.
"""

from __future__ import annotations

import re
from datetime import time, timedelta, tzinfo

from bounceback_tui.domain.calendar_terms import DateNotUnderstood, DateOrder, Frame, Lean, weekday_date
from bounceback_tui.domain.dates import echo_date, tidy, understand
from bounceback_tui.domain.day_and_time import phrase_and_day
from bounceback_tui.domain.due import PlannedFor
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.text import quoted

NONE = ("no", "none", "never", "-")
"""Words for: on no day in particular."""

_SOON = re.compile(r"in .+ (?:minute|min|hour|hr)s?")
_OPENING = re.compile(r"(?:(?:if|when|once)\s+)?(?:(?:it|it's|it’s)\s+)?(?:is\s+)?(?:on\s+)?", re.IGNORECASE)
_GOES_ON = ("and", "at", "in", "on", "then", "i", "after", "before", "when", "once", "or", "with", "by")
"""Words that may follow a moment in a sentence: "the 3rd" of "the 3rd interviewer" is none."""

_THIS_DAY = re.compile("today|tonight|this ")
_WEEKDAY = re.compile("(?:on )?(?:mon|tue|wed|thu|fri|sat|sun)")

_LONGEST = 6
"""Words of a moment within a plan."""


def understand_due(text: str, now: Moment, zone: tzinfo, order: DateOrder = DateOrder.ASK) -> PlannedFor:
    """The day, and where one was said the time, that `text` means to somebody in `zone`.

    Raises DateNotUnderstood, also for what is over.
    """
    words = tidy(text)
    here = now.utc.astimezone(zone)
    if _SOON.fullmatch(words):
        soon = understand(words, now, zone, order, allow_future=True).moment.local
        return PlannedFor(soon.date(), soon.time().replace(second=0, microsecond=0))
    phrase, day = phrase_and_day(words, Frame(here.date(), order, Lean.COMING))
    if day is None:
        raise DateNotUnderstood(
            f"{quoted(text)} is not a day that is known here; write “tuesday 9:00”, “tomorrow” or"
            " “in 3 days”."
        )
    clock = phrase.clock
    if clock is None and phrase.part:
        clock = phrase.part.usual
    if clock and day == here.date() and clock < here.time() and not _THIS_DAY.search(words):
        if phrase.day == "today":  # a time alone
            day += timedelta(days=1)
        elif _WEEKDAY.match(phrase.day):
            day += timedelta(weeks=1)
    if day < here.date():
        raise DateNotUnderstood(f"{weekday_date(day)} is over; write a day that is still to come.")
    return PlannedFor(day, clock and time(clock.hour, clock.minute))


def due_in(plan: str, now: Moment, zone: tzinfo, order: DateOrder = DateOrder.ASK) -> PlannedFor | None:
    """The moment that a plan begins with: "If it is Tuesday 9:00 and …"; None where it begins with none."""
    opening = _OPENING.match(plan)
    words = re.sub("([,;:])( |$)", r" \1 ", plan[opening.end() if opening else 0 :][:200]).split()
    for count in range(min(len(words), _LONGEST), 0, -1):
        behind = words[count].casefold() if count < len(words) else ","
        if behind not in (",", ";", ":", *_GOES_ON):
            continue
        try:
            return understand_due(" ".join(words[:count]), now, zone, order)
        except DateNotUnderstood:
            continue
    return None


def echo_due(due: PlannedFor, now: Moment) -> str:
    """What was understood, to be checked at a glance: "Tue 24 Nov 2026 (tomorrow), 09:00"."""
    day = echo_date(due.day, now.local_date)
    return f"{day}, {due.time:%H:%M}" if due.time else day


def written_due(due: PlannedFor) -> str:
    """The same in a form that means it on any later day: "2026-11-24 09:00"."""
    return f"{due.day} {due.time:%H:%M}" if due.time else f"{due.day}"

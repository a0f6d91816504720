"""When something happened to an application or, for a meeting, when it will: in words, read strictly.

The rules are those of `dates`. Only a meeting may lie ahead, and so it does where that is likelier:

- "friday" is the coming one, today included.
- A date without a year is the nearest one, and within the next week always that.
- Without a time of day a meeting ahead, or one of today, is at no time in particular: no part of the day is
  made a time of, since a calendar would have it at that very minute.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo

from bounceback_tui.domain.dates import (
    AmbiguousDate,
    DateNotUnderstood,
    DateOrder,
    Lean,
    Understood,
    echo,
    echo_date,
    understand,
)
from bounceback_tui.domain.moment import Moment

_SURELY = timedelta(days=7)
"""Days ahead within which such a day is meant, and not the one behind."""


def understand_meeting(text: str, now: Moment, zone: tzinfo, order: DateOrder = DateOrder.ASK) -> Moment:
    """The moment of a meeting, behind or ahead. Raises DateNotUnderstood."""
    found: list[Understood] = []
    problems: list[DateNotUnderstood] = []
    for lean in (Lean.COMING, Lean.PAST):
        try:
            found.append(understand(text, now, zone, order, allow_future=True, lean=lean))
        except AmbiguousDate:
            raise
        except DateNotUnderstood as problem:
            problems.append(problem)
    if not found:
        raise problems[-1]
    today = now.utc.astimezone(zone).date()
    meant = _likelier(found, today)
    day = meant.moment.local_date
    if meant.has_time:
        return meant.moment.timed()
    return Moment.at(datetime.combine(day, time(12)), zone) if day >= today else meant.moment


def echo_meeting(moment: Moment, now: Moment) -> str:
    """What was understood; of a day without a time the day alone."""
    return echo(moment, now) if moment.has_time else echo_date(moment.local_date, now.local_date)


def _likelier(found: list[Understood], today: date) -> Understood:
    """The coming one of two, unless the one behind is nearer."""
    coming, past = found[0], found[-1]
    ahead, behind = coming.moment.local_date - today, today - past.moment.local_date
    return coming if ahead <= max(_SURELY, behind) else past

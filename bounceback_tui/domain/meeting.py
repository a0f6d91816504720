"""Meetings ahead: what stands in the log of an application and has not happened yet."""

from __future__ import annotations

from datetime import date, time

from bounceback_tui.domain.application import MEETINGS, STAGE_WORDS, Application, Event, Kind
from bounceback_tui.domain.due import OVERDUE
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.text import cut

_LONGEST = 60
"""Characters of a name within a line."""


def meetings_ahead(application: Application, now: Moment, until: date) -> list[Event]:
    """Those from now until that day, that day included; none of an application that is over."""
    if application.status.ended:
        return []
    return [
        event
        for event in application.events
        if event.kind in MEETINGS and event.date_known and _is_ahead(event, now) and _day(event) <= until
    ]


def prepared_ahead(application: Application, today: date) -> list[date]:
    """Days from today on of interviews that are prepared for and stand in no log; none where it is over."""
    if application.status.ended:
        return []
    return [day for day, _ in application.prepared if day >= today and not meets_on(application, day)]


def due_of(application: Application, now: Moment) -> date | None:
    """The day on which something is to be done or happens next; None where nothing is, and once it is over.

    A next date that has passed is due for a week more, as everywhere: whoever let it pass for longer has
    left it behind, and then it must neither keep its place on top nor hide that nobody answers.
    """
    if application.status.ended:
        return None
    today = now.local_date
    days = [_day(event) for event in meetings_ahead(application, now, date.max)]
    days += prepared_ahead(application, today)
    if application.next_on and application.next_on >= today - OVERDUE:
        days.append(application.next_on)
    return min(days, default=None)


def meets_on(application: Application, day: date) -> bool:
    """Whether a meeting on that day stands in the log."""
    return any(
        event.kind in MEETINGS and event.date_known and _day(event) == day for event in application.events
    )


def time_of(event: Event) -> time | None:
    """Its time of day where it happens; None where only the day is known."""
    return event.at.local.time().replace(second=0, microsecond=0) if event.at.has_time else None


def told_meeting(event: Event, application: Application) -> str:
    """ "final round with Acme, Data engineer"."""
    way = "for" if event.kind is Kind.TASK else "with"
    role = cut(application.role, _LONGEST)
    with_whom = ", ".join(part for part in (firm(application.company), role) if part)
    return f"{STAGE_WORDS[event.kind]} {way} {with_whom}"


def firm(company: str, longest: int = _LONGEST) -> str:
    """A company within a line, at most `longest` characters; "the company" where its name is not known."""
    return cut(company, longest) or "the company"


def _day(event: Event) -> date:
    return event.at.local_date


def _is_ahead(event: Event, now: Moment) -> bool:
    """What has begun is not ahead any more; where no time is known, that is the whole day."""
    if time_of(event) is None:
        return _day(event) >= now.local_date
    return event.at.utc > now.utc

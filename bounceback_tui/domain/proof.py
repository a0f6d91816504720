"""Proof of a search for work: applications with their dated events, and nothing else of a journal.

Made for an employment office. What is not a field here cannot get into it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bounceback_tui.domain.application import Application, Event, Kind
from bounceback_tui.domain.frozen import Frozen

WORDS = {
    Kind.APPLIED: "applied",
    Kind.SCREEN: "first screening",
    Kind.INTERVIEW: "interview",
    Kind.TASK: "task",
    Kind.FINAL: "final round",
    Kind.OFFER: "offer",
    Kind.ACCEPTED: "accepted the offer",
    Kind.REJECTED: "turned down",
    Kind.GHOSTED: "no answer",
    Kind.WITHDREW: "withdrawn",
}
"""What happened, in the words of an office."""


class Dated(Frozen):
    """Something that happened."""

    what: str
    """One of `WORDS`."""
    day: date | None
    """Its local date; None where that was not noted."""
    ahead: bool = False
    """Whether that day is still to come."""


class Applied(Frozen):
    """One application as an office is told of it."""

    company: str
    role: str
    source: str
    """How it was found: "job board"; empty where that was not noted."""
    day: date | None
    """The local date of applying; None where that was not noted."""
    then: tuple[Dated, ...]
    """All that came after, in order."""
    known: date | None = None
    """The first date that is noted of it at all."""


class Proof(Frozen):
    """The applications of a period, by the date of applying."""

    made_on: date
    since: date | None
    """First day of the period; None for no bound."""
    until: date | None
    """Last day of the period; None for no bound."""
    applications: tuple[Applied, ...]


def proof_of(
    applications: Iterable[Application], since: date | None, until: date | None, today: date
) -> Proof:
    """The applications that were sent in a period, up to today.

    Where the date of applying is not noted, the first date that is decides. One without any date stands
    at the end, and in no period.
    """
    told = [_applied(one, today) for one in applications]
    within = [one for one in told if _is_within(one, since, until, today)]
    within.sort(key=lambda one: (one.known or date.max, one.company.casefold(), one.role.casefold()))
    return Proof(today, since, until, tuple(within))


def _is_within(one: Applied, since: date | None, until: date | None, today: date) -> bool:
    if one.known is None:
        return since is None and until is None
    return (since or date.min) <= one.known <= min(until or today, today)


def _applied(application: Application, today: date) -> Applied:
    sent = next((one for one in application.events if one.kind is Kind.APPLIED and one.date_known), None)
    days = [one.at.local_date for one in application.events if one.date_known]
    return Applied(
        application.company,
        application.role,
        str(application.source or ""),
        sent.at.local_date if sent else None,
        tuple(_dated(one, today) for one in application.events if one.kind is not Kind.APPLIED),
        sent.at.local_date if sent else min(days, default=None),
    )


def _dated(event: Event, today: date) -> Dated:
    day = event.at.local_date if event.date_known else None
    return Dated(WORDS[event.kind], day, day is not None and day > today)

"""Dates in words on the command line; what 3/4 means is asked where somebody is there to answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import click

from bounceback_tui.cli import values
from bounceback_tui.domain.calendar_terms import AmbiguousDate, DateNotUnderstood, DateOrder
from bounceback_tui.domain.dates import understand, understand_date
from bounceback_tui.domain.due import PlannedFor
from bounceback_tui.domain.moment import Moment

if TYPE_CHECKING:
    from bounceback_tui.cli.session import Session

Meant = TypeVar("Meant")


def moment(session: Session, words: str, meeting: bool = False) -> Moment:
    """As `Session.moment` says. Raises UsageError."""
    now, zone = session.clock.now(), session.clock.zone
    if meeting:
        from bounceback_tui.domain.event_dates import understand_meeting  # noqa: PLC0415 - few are one

        return understood(session, lambda order: understand_meeting(words, now, zone, order))
    return understood(session, lambda order: understand(words, now, zone, order).moment)


def due(session: Session, words: str) -> PlannedFor | None:
    """The moment that a plan is for; None where the words say that there is none. Raises UsageError."""
    from bounceback_tui.domain import due_dates  # noqa: PLC0415 - few dates are a plan's

    if words.strip().casefold() in ("", *due_dates.NONE):
        return None
    now, zone = session.clock.now(), session.clock.zone
    return understood(session, lambda order: due_dates.understand_due(words, now, zone, order))


def day(session: Session, words: str) -> date:
    """The day that was meant, past or to come. Raises UsageError."""
    today = session.clock.now().local_date
    return understood(session, lambda order: understand_date(words, today, order))


def day_or_none(session: Session, words: str) -> date | None:
    """The same where there may be none: empty, or “none”. Raises UsageError."""
    return None if words.strip().casefold() in ("", values.NONE) else day(session, words)


def understood(session: Session, read: Callable[[DateOrder], Meant]) -> Meant:
    """What `read` makes of dates in words, given what 3/4 means. Raises UsageError."""
    try:
        try:
            return read(session.date_order)
        except AmbiguousDate as problem:
            from bounceback_tui.cli.date_order import settled_order  # noqa: PLC0415 - asked once, if at all

            return read(settled_order(session.settings, problem))
    except DateNotUnderstood as problem:
        raise click.UsageError(str(problem)) from None

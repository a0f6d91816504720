"""What lies ahead in the log of an application, how it is told, and what a line says of its day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from bounceback_tui.domain.application import MEETINGS, Application, Event, Kind
from bounceback_tui.domain.due import Due, DueKind
from bounceback_tui.domain.meeting import firm, meetings_ahead, meets_on, time_of, told_meeting
from bounceback_tui.domain.moment import Moment

NOW = Moment.of(datetime.fromisoformat("2026-11-23T09:30+01:00"))
TODAY = NOW.local_date
LAST = TODAY + timedelta(days=7)


def event(kind: Kind, at: str, known: bool = True) -> Event:
    return Event(at, "A", kind, Moment.of(datetime.fromisoformat(at)), known)


def acme(*events: Event) -> Application:
    return Application("A", "Acme", "Data engineer", events=events)


@pytest.mark.parametrize(
    ("at", "ahead"),
    [
        ("2026-11-23T09:00+01:00", False),  # it has begun
        ("2026-11-23T09:30+01:00", False),
        ("2026-11-23T09:31+01:00", True),
        ("2026-11-23T12:00+01:00", True),  # some time today
        ("2026-11-22T12:00+01:00", False),
        ("2026-11-30T23:59+01:00", True),
        ("2026-12-01T00:00+01:00", False),
        ("2026-11-23T08:00-08:00", True),  # where it is earlier
        ("2026-11-23T22:30+14:00", False),  # the same minute, where it is later
    ],
)
def test_what_has_not_begun_is_ahead(at: str, ahead: bool) -> None:
    assert bool(meetings_ahead(acme(event(Kind.INTERVIEW, at)), NOW, LAST)) is ahead


def test_a_day_without_a_time_stays_until_it_is_over() -> None:
    evening = Moment.of(datetime.fromisoformat("2026-11-23T22:00+01:00"))
    assert meetings_ahead(acme(event(Kind.INTERVIEW, "2026-11-23T12:00+01:00")), evening, LAST)
    assert not meetings_ahead(acme(event(Kind.INTERVIEW, "2026-11-23T12:30+01:00")), evening, LAST)


@pytest.mark.parametrize("kind", Kind)
def test_only_meetings_with_a_date_count(kind: Kind) -> None:
    there = event(kind, "2026-11-25T14:00+01:00")
    assert bool(meetings_ahead(acme(there), NOW, LAST)) is (kind in MEETINGS)
    assert meets_on(acme(there), date(2026, 11, 25)) is (kind in MEETINGS)
    assert not meets_on(acme(there), date(2026, 11, 26))
    assert not meetings_ahead(acme(event(kind, "2026-11-25T14:00+01:00", known=False)), NOW, LAST)


@pytest.mark.parametrize("end", [Kind.REJECTED, Kind.GHOSTED, Kind.WITHDREW, Kind.ACCEPTED])
def test_nothing_is_ahead_once_it_is_over(end: Kind) -> None:
    over = event(end, "2026-11-27T14:00+01:00")
    assert not meetings_ahead(acme(event(Kind.FINAL, "2026-11-25T14:00+01:00"), over), NOW, LAST)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Kind.SCREEN, "first screen with Acme, Data engineer"),
        (Kind.INTERVIEW, "interview with Acme, Data engineer"),
        (Kind.TASK, "task for Acme, Data engineer"),
        (Kind.FINAL, "final round with Acme, Data engineer"),
    ],
)
def test_a_meeting_is_told_with_whom_it_is(kind: Kind, words: str) -> None:
    one = event(kind, "2026-11-25T14:00+01:00")
    assert told_meeting(one, acme(one)) == words
    assert told_meeting(one, Application("A", "")).endswith(" the company")
    assert time_of(one) == time(14)


def test_a_long_name_leaves_room() -> None:
    assert len(firm("x" * 500)) == 60
    assert firm(" \n") == "the company"


@pytest.mark.parametrize(
    ("days", "clock", "words"),
    [
        (0, None, "today"),
        (0, time(9), "today 09:00"),
        (2, None, "Wed 25 Nov"),
        (2, time(14, 30), "Wed 25 Nov 14:30"),
        (-3, None, "Fri 20 Nov"),
        (40, None, "Sat 2 Jan"),
        (365, None, "Tue 23 Nov 2027"),
    ],
)
def test_a_day_is_told_with_the_year_only_where_it_is_far(days: int, clock: time | None, words: str) -> None:
    due = Due(TODAY + timedelta(days=days), "x", DueKind.NEXT, time=clock)
    assert due.when(TODAY) == words

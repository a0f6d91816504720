"""When a meeting is, in words: it may lie ahead, and does so where that is likelier."""

from __future__ import annotations

from datetime import timedelta, timezone

import pytest
from journals import NOW, moment

from bounceback_tui.domain.application import Event, Kind
from bounceback_tui.domain.dates import AmbiguousDate, DateNotUnderstood, DateOrder
from bounceback_tui.domain.event_dates import echo_meeting, understand_meeting
from bounceback_tui.domain.meeting import time_of
from bounceback_tui.domain.moment import Moment

TODAY = Moment.of(NOW)  # Monday 23 November 2026, 09:30


def told(text: str, order: DateOrder = DateOrder.ASK) -> str:
    return echo_meeting(understand_meeting(text, TODAY, NOW.tzinfo, order), TODAY)


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("next friday 14:00", "Fri 27 Nov 2026, 14:00 (in 4 days)"),
        ("friday", "Fri 27 Nov 2026 (in 4 days)"),
        ("last friday", "Fri 20 Nov 2026 (3 days ago)"),
        ("monday 15:00", "Mon 23 Nov 2026, 15:00 (today)"),
        ("in 3 days", "Thu 26 Nov 2026 (in 3 days)"),
        ("tomorrow 9am", "Tue 24 Nov 2026, 09:00 (tomorrow)"),
        ("3 dec", "Thu 3 Dec 2026 (in 10 days)"),
        ("3 dec 12:00", "Thu 3 Dec 2026, 12:00 (in 10 days)"),
        ("10 jan", "Sun 10 Jan 2027 (in 48 days)"),
        ("3 nov 10:00", "Tue 3 Nov 2026, 10:00 (20 days ago)"),
        ("3 sep 10:00", "Thu 3 Sep 2026, 10:00 (81 days ago)"),
        ("2026-12-03 14:00", "Thu 3 Dec 2026, 14:00 (in 10 days)"),
        ("2026-12-03", "Thu 3 Dec 2026 (in 10 days)"),
        ("yesterday 3pm", "Sun 22 Nov 2026, 15:00 (yesterday)"),
        ("in 2 hours", "Mon 23 Nov 2026, 11:30 (today)"),
        ("now", "Mon 23 Nov 2026, 09:30 (today)"),
    ],
)
def test_the_likelier_day_is_meant(text: str, means: str) -> None:
    assert told(text) == means


@pytest.mark.parametrize("text", ["today", "this evening", "tomorrow morning", "friday afternoon"])
def test_without_a_time_a_day_is_no_time_in_particular(text: str) -> None:
    at = understand_meeting(text, TODAY, NOW.tzinfo)
    assert not at.has_time
    assert time_of(Event("E", "A", Kind.INTERVIEW, at)) is None


@pytest.mark.parametrize("text", ["3 dec 12:00", "3 dec noon", "2026-12-03 12:00", "2026-12-03 12pm"])
def test_a_noon_that_was_said_is_a_time(text: str) -> None:
    at = understand_meeting(text, TODAY, NOW.tzinfo)
    assert at.isoformat() == "2026-12-03T12:00:00+01:00"
    assert f"{time_of(Event('E', 'A', Kind.INTERVIEW, at)):%H:%M}" == "12:00"


def test_what_is_unclear_is_refused_as_ever() -> None:
    with pytest.raises(DateNotUnderstood, match="not a date that is known here"):
        told("soonish")
    with pytest.raises(AmbiguousDate):
        told("3/4")
    assert told("3/12", DateOrder.DAY_MONTH) == "Thu 3 Dec 2026 (in 10 days)"


def test_a_time_that_is_known_stays_so() -> None:
    noon = moment("2026-12-03T12:00+01:00")
    assert (noon.has_time, noon.timed().has_time) == (False, True)
    assert noon.timed().timed() == noon.timed()
    nine = moment("2026-12-03T09:00+01:00")
    assert nine.timed() == nine


def test_today_is_that_of_the_person_and_not_of_the_machine() -> None:
    west, now = timezone(-timedelta(hours=8)), moment("2026-11-23T19:00-08:00")  # the 24th in UTC
    found = understand_meeting("today", now, west)
    assert echo_meeting(found, now) == "Mon 23 Nov 2026 (today)"

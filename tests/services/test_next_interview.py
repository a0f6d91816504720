"""What is next: interviews in the log or prepared for, and next dates; then nobody is silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from icalendar import Calendar
from journals import NOW, HandSetClock, written

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.due import OVERDUE
from bounceback_tui.domain.meeting import due_of
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.preparation import Preparation
from bounceback_tui.domain.silence import days_silent, next_told
from bounceback_tui.formats.ics import ICS
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.statistics.silence import Silence

TODAY = NOW.date()


def at(days: int, clock: str = "10:00") -> Moment:
    hour, minute = map(int, clock.split(":"))
    return Moment.of((NOW + timedelta(days=days)).replace(hour=hour, minute=minute))


def day(days: int) -> date:
    return TODAY + timedelta(days=days)


def applied(workspace: Workspace, company: str, days: int = -90) -> str:
    return workspace.applications.add(company, "Tester", when=at(days)).id


def prepared(workspace: Workspace, key: str, days: int) -> str:
    return workspace.tools.preparations.prepare(Preparation("", key, workspace.clock.now(), day(days)))


def names(workspace: Workspace) -> list[str]:
    return [one.company for one in workspace.applications.every()]


def asks(workspace: Workspace, key: str) -> bool:
    found = workspace.applications.find(key)
    return workspace.gone_silent.asks(found, workspace.gone_silent.usual())


def waiting(workspace: Workspace) -> list[str]:
    result = workspace.patterns.result("silence")
    assert isinstance(result, Silence)
    return [one.application for one in result.open]


@pytest.mark.parametrize("days", [0, 1, 20])
def test_an_interview_that_is_prepared_for_is_next_and_nobody_is_silent(
    workspace: Workspace, days: int
) -> None:
    key = applied(workspace, "Acme", -80)
    applied(workspace, "Brook")
    assert names(workspace) == ["Brook", "Acme"]
    assert asks(workspace, key)
    assert key in waiting(workspace)
    prepared(workspace, key, days)
    found = workspace.applications.find(key)
    assert names(workspace) == ["Acme", "Brook"]
    assert due_of(found, Moment.of(NOW)) == day(days)
    assert days_silent(found, TODAY) is None
    assert next_told(found, Moment.of(NOW)).endswith(": interview")
    assert not asks(workspace, key)
    assert key not in waiting(workspace)
    workspace.undo.take_back()
    assert names(workspace) == ["Brook", "Acme"]
    assert asks(workspace, key)


def test_one_that_is_behind_or_has_no_day_is_not_next(workspace: Workspace, clock: HandSetClock) -> None:
    key = applied(workspace, "Acme")
    prepared(workspace, key, 1)
    workspace.tools.preparations.prepare(Preparation("", key, at(0)))
    clock.forward(days=2)
    assert due_of(workspace.applications.find(key), clock.now()) is None
    assert asks(workspace, key)
    assert key in waiting(workspace)


def test_an_interview_noted_just_now_is_not_due_any_more(workspace: Workspace, clock: HandSetClock) -> None:
    acme, brook = applied(workspace, "Acme", -9), applied(workspace, "Brook", -20)
    workspace.applications.add_event(acme, Kind.INTERVIEW)
    assert due_of(workspace.applications.find(acme), Moment.of(NOW)) is None
    assert names(workspace) == ["Brook", "Acme"]
    workspace.applications.add_event(acme, Kind.FINAL, at(0, "15:00"))
    assert names(workspace) == ["Acme", "Brook"]
    clock.forward(hours=8)
    assert [one.id for one in workspace.applications.every()] == [brook, acme]


def test_one_of_today_without_a_time_is_due_all_day(workspace: Workspace, clock: HandSetClock) -> None:
    key = applied(workspace, "Acme", -9)
    applied(workspace, "Brook", -20)
    workspace.applications.add_event(key, Kind.INTERVIEW, at(0, "12:00"))
    clock.forward(hours=12)
    assert names(workspace) == ["Acme", "Brook"]


def test_one_within_the_hour_is_next_where_it_is_still_the_day_before_yesterday(
    workspace: Workspace, clock: HandSetClock
) -> None:
    clock.when = datetime.fromisoformat("2026-11-24T00:30+14:00")
    key = applied(workspace, "Acme", -9)
    applied(workspace, "Brook", -20)
    assert names(workspace) == ["Brook", "Acme"], "the control: the longest silent is first"
    call = Moment.of(datetime.fromisoformat("2026-11-22T23:00-12:00"))
    assert 0 < (call.utc - clock.now().utc).total_seconds() < 3600
    workspace.applications.add_event(key, Kind.INTERVIEW, call)
    assert names(workspace) == ["Acme", "Brook"]


@pytest.mark.parametrize(("past", "left_behind"), [(OVERDUE.days, False), (OVERDUE.days + 1, True)])
def test_a_next_date_that_passed_long_ago_pins_and_hides_nothing(
    workspace: Workspace, past: int, left_behind: bool
) -> None:
    key = applied(workspace, "Acme", -60)
    applied(workspace, "Brook", -70)
    workspace.applications.describe(
        replace(workspace.applications.find(key), next_on=day(-past), next_words="call")
    )
    found = workspace.applications.find(key)
    assert (names(workspace) == ["Brook", "Acme"]) is left_behind
    assert asks(workspace, key) is left_behind
    assert bool(workspace.coming_up.until(TODAY)) is not left_behind
    assert next_told(found, Moment.of(NOW)).endswith(": call")  # it stays in its own list
    workspace.applications.add_event(key, Kind.INTERVIEW, at(3))
    told = next_told(workspace.applications.find(key), Moment.of(NOW))
    assert told == ("Thu: interview" if left_behind else f"{16 - past + 7} Nov: call")


def in_calendar(workspace: Workspace) -> dict[str, str]:
    """What a calendar holds, by name; each export updates it."""
    read = Calendar.from_ical(written(workspace, ICS).encode())
    return {str(one["UID"]): str(one["SUMMARY"]) for one in read.walk("VEVENT")}


@pytest.mark.parametrize("prepared_first", [True, False])
def test_one_interview_is_one_event_in_the_calendar_whatever_was_noted_first(
    workspace: Workspace, clock: HandSetClock, prepared_first: bool
) -> None:
    key = applied(workspace, "Acme")
    noted = {}
    steps = [
        lambda: prepared(workspace, key, 3),
        lambda: workspace.applications.add_event(key, Kind.INTERVIEW, at(3, "14:00")),
    ]
    for step in steps if prepared_first else steps[::-1]:
        step()
        clock.forward(minutes=1)
        noted |= in_calendar(workspace)
    assert list(noted.values()) == ["interview with Acme, Tester"]
    workspace.applications.add_event(key, Kind.TASK, at(3, "09:00"))
    noted |= in_calendar(workspace)
    assert list(noted.values()) == ["interview with Acme, Tester", "task for Acme, Tester"]


def test_an_interview_that_took_place_today_is_next_no_more_though_it_was_prepared(
    workspace: Workspace, clock: HandSetClock
) -> None:
    key = applied(workspace, "Acme", -2)
    applied(workspace, "Brook")
    prepared(workspace, key, 0)
    workspace.applications.add_event(key, Kind.INTERVIEW, at(0, "08:00"))
    found = workspace.applications.find(key)
    assert due_of(found, workspace.clock.now()) is None
    assert names(workspace) == ["Brook", "Acme"]

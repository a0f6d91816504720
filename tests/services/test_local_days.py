"""Days are those of the person's own calendar, wherever they were and whatever the clocks did."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from journals import HandSetClock, moment, open_journal

from bounceback_tui.domain.application import Result
from bounceback_tui.domain.behind import Behind
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import Query
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.statistics.bounce_back import BounceBack
from bounceback_tui.statistics.mood import Mood

LONDON, TOKYO, LOS_ANGELES = map(ZoneInfo, ("Europe/London", "Asia/Tokyo", "America/Los_Angeles"))


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    clock = HandSetClock(datetime(2026, 12, 1, 12, tzinfo=LONDON))
    with open_journal(tmp_path / "journal.db", clock) as workspace:
        yield workspace


def logged_days(journal: Workspace, query: Query | None = None) -> dict[date, float]:
    found = journal.patterns.result("mood", query or Query())
    assert isinstance(found, Mood)
    return {one.day: one.mood for one in found.days}


def at(zone: ZoneInfo, day: date, hour: float = 12) -> Moment:
    local = datetime.combine(day, time()) + timedelta(hours=hour)
    return Moment.at(local, zone)


@pytest.mark.many(3)
@pytest.mark.parametrize(
    ("felt", "day"),
    [
        # the clocks go back at 2:00 on 25 October 2026, and forward at 1:00 on 29 March
        ("2026-10-24T23:30+01:00", date(2026, 10, 24)),
        ("2026-10-25T00:30+01:00", date(2026, 10, 25)),
        ("2026-10-25T01:30+01:00", date(2026, 10, 25)),
        ("2026-10-25T01:30+00:00", date(2026, 10, 25)),
        ("2026-10-25T23:59+00:00", date(2026, 10, 25)),
        ("2026-10-26T00:00+00:00", date(2026, 10, 26)),
        ("2026-03-28T23:59+00:00", date(2026, 3, 28)),
        ("2026-03-29T00:30+00:00", date(2026, 3, 29)),
        ("2026-03-29T23:59+01:00", date(2026, 3, 29)),
        ("2026-03-30T00:10+01:00", date(2026, 3, 30)),
        # where it is another day in London
        ("2026-11-03T07:00+09:00", date(2026, 11, 3)),
        ("2026-11-03T22:00-08:00", date(2026, 11, 3)),
        ("2026-11-03T00:05+14:00", date(2026, 11, 3)),
        ("2026-11-03T23:55-12:00", date(2026, 11, 3)),
        ("2026-11-03T05:30+05:45", date(2026, 11, 3)),
    ],
)
def test_a_reading_falls_on_the_day_that_it_was_for_the_person(
    journal: Workspace, felt: str, day: date
) -> None:
    journal.journal.check_in(Reading(4), moment(felt))
    assert logged_days(journal) == {day: 4}


def test_both_halves_of_the_long_night_are_one_day(journal: Workspace) -> None:
    for felt, mood in (("01:30+01:00", 2), ("01:30+00:00", 4), ("23:30+00:00", 9)):
        journal.journal.check_in(Reading(mood), moment(f"2026-10-25T{felt}"))
    assert logged_days(journal) == {date(2026, 10, 25): 4}


def test_a_day_that_was_lived_twice_is_one_day(journal: Workspace) -> None:
    # from Auckland across the date line: the later reading is of the day before
    journal.journal.check_in(Reading(7), moment("2026-11-10T08:00+13:00"))
    journal.journal.check_in(Reading(3), moment("2026-11-09T20:00-08:00"))
    journal.journal.check_in(Reading(5), moment("2026-11-10T09:00-08:00"))
    assert logged_days(journal) == {date(2026, 11, 9): 3, date(2026, 11, 10): 6}


def test_a_period_begins_and_ends_on_local_days(journal: Workspace) -> None:
    for felt, mood in (
        ("2026-11-02T23:50-08:00", 1),
        ("2026-11-03T00:10+09:00", 4),
        ("2026-11-03T23:50-08:00", 5),
        ("2026-11-04T00:10+09:00", 9),
    ):
        journal.journal.check_in(Reading(mood), moment(felt))
    day = date(2026, 11, 3)
    assert logged_days(journal, Query(since=day, until=day)) == {day: 4.5}


def test_the_entries_of_a_day_are_those_of_the_local_day(journal: Workspace) -> None:
    for title, when in (
        ("far east", "2026-11-03T00:10+09:00"),
        ("far west", "2026-11-03T23:50-08:00"),
        ("before", "2026-11-02T23:50-08:00"),
        ("after", "2026-11-04T00:10+09:00"),
    ):
        journal.journal.log(Outcome(title, text=title, when=moment(when)))
    day = date(2026, 11, 3)
    found = journal.patterns.behind(Behind("", days=(day, day)))
    assert {item.company for item in found} == {"far east", "far west"}


@pytest.mark.many(12)
@pytest.mark.parametrize(
    ("no", "no_at", "zone", "back"),
    [
        # nine days by the calendar each; in hours or in UTC it would often be eight or ten
        (date(2026, 10, 20), 23.9, LONDON, date(2026, 10, 29)),
        (date(2026, 3, 25), 23.9, LONDON, date(2026, 4, 3)),
        (date(2026, 3, 25), 0.1, LONDON, date(2026, 4, 3)),
        (date(2026, 11, 3), 23.9, TOKYO, date(2026, 11, 12)),
        (date(2026, 11, 3), 0.1, LOS_ANGELES, date(2026, 11, 12)),
        (date(2026, 10, 30), 23.9, LOS_ANGELES, date(2026, 11, 8)),
    ],
)
@pytest.mark.parametrize(("hour", "there"), [(0.1, None), (23.9, None), (0.1, TOKYO), (23.9, LOS_ANGELES)])
def test_the_way_back_is_counted_in_local_days_across_clock_changes_and_flights(  # noqa: PLR0917 - two tables
    journal: Workspace,
    no: date,
    no_at: float,
    zone: ZoneInfo,
    back: date,
    hour: float,
    there: ZoneInfo | None,
) -> None:
    for days in range(1, 11):
        journal.journal.check_in(Reading(6), at(zone, no - timedelta(days=days)))
    logged = journal.journal.log(Outcome("Acme", result=Result.REJECTED, when=at(zone, no, no_at)))
    assert logged.episode
    day = no + timedelta(days=1)
    while day < back + timedelta(days=3):
        # the first good day is the middle one of three whose median is good
        mood = 6 if day >= back else 2
        journal.journal.check_in(Reading(mood), at(there or zone, day, hour))
        day += timedelta(days=1)
    found = journal.patterns.result("bounce-back")
    assert isinstance(found, BounceBack)
    (way,) = found.episodes
    assert (way.clock.state, way.clock.back_on, way.clock.days) == ("recovered", back, 9)


def test_today_is_the_local_day_too(tmp_path: Path) -> None:
    clock = HandSetClock(datetime(2026, 11, 3, 0, 30, tzinfo=TOKYO))  # still 2 November in London
    with open_journal(tmp_path / "journal.db", clock) as journal:
        journal.journal.check_in(Reading(4))
        assert logged_days(journal) == {date(2026, 11, 3): 4}
        clock.when = datetime(2026, 11, 2, 23, 0, tzinfo=LOS_ANGELES)  # flown back over midnight
        assert logged_days(journal) == {}  # of tomorrow, by the calendar there
        clock.forward(hours=2)
        assert logged_days(journal) == {date(2026, 11, 3): 4}

"""Dates in words around leap days, changes of the clocks, turns of the year, and away from home."""

from __future__ import annotations

from calendar import monthrange
from datetime import timedelta

import pytest
from helpers_dates import BERLIN, NOW, TODAY, TOKYO, at, told

from bounceback_tui.domain.calendar_terms import days_in
from bounceback_tui.domain.dates import (
    DateNotUnderstood,
    DateOrder,
    Lean,
    echo_date,
    understand,
    understand_date,
)


@pytest.mark.parametrize(
    ("text", "now", "expected"),
    [
        ("29 feb", "2024-03-02T10:00", "2024-02-29 12:00"),
        ("a year ago", "2024-02-29T10:00", "2023-02-28 12:00"),
        ("a month ago", "2024-03-31T10:00", "2024-02-29 12:00"),
        ("yesterday", "2024-03-01T10:00", "2024-02-29 12:00"),
        ("the 31st", "2026-03-01T10:00", "2026-01-31 12:00"),
        ("yesterday 11pm", "2027-01-01T00:30", "2026-12-31 23:00"),
        ("an hour ago", "2027-01-01T00:30", "2026-12-31 23:30"),
        ("28 Dec", "2027-01-03T10:00", "2026-12-28 12:00"),
        ("28/12", "2027-01-03T10:00", "2026-12-28 12:00"),
        ("last friday", "2027-01-02T10:00", "2027-01-01 12:00"),
        ("wednesday last week", "2027-01-04T10:00", "2026-12-30 12:00"),
        ("last friday", "2026-11-27T10:00", "2026-11-20 12:00"),
        ("friday", "2026-11-27T10:00", "2026-11-27 10:00"),
        ("this friday", "2026-11-28T10:00", "2026-11-27 12:00"),
        ("this morning", "2026-11-23T07:30", "2026-11-23 07:30"),
        ("last night", "2026-11-23T01:30", "2026-11-22 21:00"),
    ],
)
def test_around_the_edges_of_the_calendar(text: str, now: str, expected: str) -> None:
    assert told(text, at(now)) == expected


@pytest.mark.parametrize(
    ("text", "now", "expected"),
    [
        ("yesterday at 3am", "2026-03-30T10:00", "2026-03-29T03:00:00+02:00"),
        ("yesterday at 1am", "2026-03-30T10:00", "2026-03-29T01:00:00+01:00"),
        ("3 hours ago", "2026-03-29T05:00", "2026-03-29T01:00:00+01:00"),
        ("a day ago", "2026-03-29T18:00", "2026-03-28T12:00:00+01:00"),
        ("yesterday 2:30", "2026-10-26T10:00", "2026-10-25T02:30:00+02:00"),
        ("3 hours ago", "2026-10-25T04:00", "2026-10-25T02:00:00+02:00"),
        ("2 hours ago", "2026-10-25T04:00", "2026-10-25T02:00:00+01:00"),
        ("2026-10-25T02:30+01:00", "2026-10-26T10:00", "2026-10-25T02:30:00+01:00"),
        ("yesterday", "2026-10-26T10:00", "2026-10-25T12:00:00+01:00"),
    ],
)
def test_when_the_clocks_change(text: str, now: str, expected: str) -> None:
    assert understand(text, at(now), BERLIN).moment.isoformat() == expected


@pytest.mark.parametrize("text", ["yesterday at 2:30", "2026-03-29T02:00", "29 mar 2026 2.59am"])
def test_a_time_that_the_clocks_skipped_is_refused(text: str) -> None:
    with pytest.raises(DateNotUnderstood, match=r"clocks went forward past 02:.*03:.* would do"):
        understand(text, at("2026-03-30T10:00"), BERLIN)


def test_away_from_home_the_local_calendar_counts() -> None:
    late = at("2026-11-23T23:30")  # in Tokyo it is 7:30 on Tuesday
    assert understand("today", late, TOKYO).moment.isoformat() == "2026-11-24T07:30:00+09:00"
    found = understand("yesterday at 3pm", late, TOKYO).moment
    assert (found.isoformat(), found.zone) == ("2026-11-23T15:00:00+09:00", "Asia/Tokyo")
    assert understand("7am", late, TOKYO).moment.isoformat() == "2026-11-24T07:00:00+09:00"
    with pytest.raises(DateNotUnderstood, match="still to come"):
        understand("tuesday 8am", late, TOKYO)


def test_a_written_offset_stays_and_z_is_told_in_the_local_zone() -> None:
    away = understand("2026-11-20T15:00+09:00", NOW, BERLIN).moment
    assert away.isoformat() == "2026-11-20T15:00:00+09:00"
    home = understand("2026-11-20 15:00 +01:00", NOW, BERLIN).moment
    assert (home.isoformat(), home.zone) == ("2026-11-20T15:00:00+01:00", "Europe/Berlin")
    assert understand("2026-11-20T23:30Z", NOW, BERLIN).moment.isoformat() == "2026-11-21T00:30:00+01:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 2 hours", "2026-11-23 16:05"),
        ("tomorrow 9am", "2026-11-24 09:00"),
        ("next friday", "2026-11-27 12:00"),
        ("tonight", "2026-11-23 21:00"),
        ("this evening at 7", "2026-11-23 19:00"),
        ("2 dec 2026 15:00", "2026-12-02 15:00"),
        ("friday", "2026-11-20 12:00"),
    ],
)
def test_the_future_where_it_is_allowed(text: str, expected: str) -> None:
    found = understand(text, NOW, BERLIN, allow_future=True).moment
    assert f"{found.local:%Y-%m-%d %H:%M}" == expected


@pytest.mark.parametrize(
    ("text", "lean", "meant"),
    [
        ("the 3", Lean.COMING, "2026-12-03"),
        ("the 3", Lean.PAST, "2026-11-03"),
        ("22 nov", Lean.COMING, "That could be 22 Nov 2026 or 22 Nov 2027; add the year."),
        ("24 nov", Lean.PAST, "That could be 24 Nov 2025 or 24 Nov 2026; add the year."),
    ],
)
def test_the_nearest_such_day_unless_it_is_far_off(text: str, lean: Lean, meant: str) -> None:
    try:
        found = str(understand_date(text, TODAY, lean=lean))
    except DateNotUnderstood as problem:
        found = str(problem)
    assert found == meant


@pytest.mark.parametrize(
    ("days", "away"),
    [
        (99, "in 99 days"),
        (100, "in 3 months"),
        (-99, "99 days ago"),
        (-100, "3 months ago"),
        (-1, "yesterday"),
    ],
)
def test_how_far_off_a_day_is(days: int, away: str) -> None:
    assert echo_date(TODAY + timedelta(days=days), TODAY).endswith(f"({away})")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2026-13-01 10:00", "There is no 2026-13-01 10:00 on any calendar or clock."),
        ("2026-11-20 25:00+01:00", "There is no 2026-11-20 25:00+01:00 on any calendar or clock."),
        (
            "2026-03-29 02:30",
            "On 29 Mar 2026 the clocks went forward past 02:30; 03:30 would do.",
        ),
    ],
)
def test_a_time_that_never_was_is_refused_in_full_words(text: str, says: str) -> None:
    with pytest.raises(DateNotUnderstood) as said:
        understand(text, NOW, BERLIN)
    assert str(said.value) == says


MONTHS = range(1, 13)


def test_a_month_has_as_many_days_as_the_calendar_says() -> None:
    for month in MONTHS:
        assert [days_in(year, month) for year in (1970, 2000, 2024, 2100)] == [
            monthrange(year, month)[1] for year in (1970, 2000, 2024, 2100)
        ]


@pytest.mark.parametrize("text", ["in 9999 years", "in 9999 weeks", "in 200 years", "300 years ago"])
def test_what_lies_beyond_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(DateNotUnderstood) as said:
        understand_date(text, TODAY)
    assert str(said.value) == "Dates run from 1970 to 2100 here."


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Nonsense", "“nonsense” is not a date that is known here; write “tomorrow”, “next tuesday”, "),
        ("january", "“january” is more than one day; write “tomorrow”, “next tuesday”, "),
        (" ", "A date is missing; write “tomorrow”, “next tuesday”, "),
    ],
)
def test_what_is_no_day_is_named_and_told_what_would_be(text: str, says: str) -> None:
    with pytest.raises(DateNotUnderstood) as said:
        understand_date(text, TODAY)
    assert str(said.value) == f"{says}“in 3 days”, “23 Nov” or “2026-11-23”."


def test_the_first_month_and_the_last_are_months() -> None:
    both = [understand_date(text, TODAY, DateOrder.DAY_MONTH) for text in ("3/1/2026", "3/12/2026")]
    assert [f"{one}" for one in both] == ["2026-01-03", "2026-12-03"]

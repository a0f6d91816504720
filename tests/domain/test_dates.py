"""Dates in words: what is understood, what is refused, and that nothing else ever happens."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bounceback_tui.domain.dates import (
    LONGEST,
    AmbiguousDate,
    DateNotUnderstood,
    DateOrder,
    Lean,
    echo,
    echo_date,
    understand,
    understand_date,
    understand_span,
)
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.text import one_line

BERLIN = ZoneInfo("Europe/Berlin")
TOKYO = ZoneInfo("Asia/Tokyo")
TODAY = date(2026, 11, 23)
"""A Monday."""


def at(text: str) -> Moment:
    """A moment in Berlin, from ISO."""
    return Moment.at(datetime.fromisoformat(text), BERLIN)


NOW = at("2026-11-23T14:05")


def told(text: str, now: Moment = NOW, order: DateOrder = DateOrder.ASK) -> str:
    """What `text` means in Berlin, to the minute."""
    return f"{understand(text, now, BERLIN, order).moment.local:%Y-%m-%d %H:%M}"


UNDERSTOOD = [
    # the present and its neighbours
    ("now", "2026-11-23 14:05", True),
    ("just now", "2026-11-23 14:05", True),
    ("today", "2026-11-23 14:05", False),
    ("  ToDay ", "2026-11-23 14:05", False),
    ("yesterday", "2026-11-22 12:00", False),
    ("the day before yesterday", "2026-11-21 12:00", False),
    ("yesterday at 3pm", "2026-11-22 15:00", True),
    ("yesterday 3pm", "2026-11-22 15:00", True),
    ("3 p.m. yesterday", "2026-11-22 15:00", True),
    ("at 3pm on friday", "2026-11-20 15:00", True),
    ("today 9:30", "2026-11-23 09:30", True),
    ("10am", "2026-11-23 10:00", True),
    ("14:05", "2026-11-23 14:05", True),
    ("noon", "2026-11-23 12:00", True),
    ("yesterday at midnight", "2026-11-22 00:00", True),
    ("yesterday 12am", "2026-11-22 00:00", True),
    ("yesterday 12:15 pm", "2026-11-22 12:15", True),
    ("yesterday at 3.30pm", "2026-11-22 15:30", True),
    ("yesterday 15.30", "2026-11-22 15:30", True),
    ("yesterday at 15", "2026-11-22 15:00", True),
    # parts of the day
    ("this morning", "2026-11-23 09:00", False),
    ("this afternoon", "2026-11-23 14:05", False),
    ("11pm last night", "2026-11-22 23:00", True),
    ("last friday night", "2026-11-20 21:00", False),
    ("yesterday at 8 in the morning", "2026-11-22 08:00", True),
    ("this morning at 7", "2026-11-23 07:00", True),
    ("9am this morning", "2026-11-23 09:00", True),
    ("last night", "2026-11-22 21:00", False),
    ("last night at 11", "2026-11-22 23:00", True),
    ("yesterday evening at 7:30", "2026-11-22 19:30", True),
    ("yesterday at 8 o’clock in the evening", "2026-11-22 20:00", True),
    ("friday morning", "2026-11-20 09:00", False),
    # so long ago
    ("5 minutes ago", "2026-11-23 14:00", True),
    ("an hour ago", "2026-11-23 13:05", True),
    ("half an hour ago", "2026-11-23 13:35", True),
    ("20 hours ago", "2026-11-22 18:05", True),
    ("3 days ago", "2026-11-20 12:00", False),
    ("three days ago at noon", "2026-11-20 12:00", True),
    ("a week ago", "2026-11-16 12:00", False),
    ("2 weeks ago", "2026-11-09 12:00", False),
    ("a fortnight ago", "2026-11-09 12:00", False),
    ("twelve months ago", "2025-11-23 12:00", False),
    ("9 months ago", "2026-02-23 12:00", False),
    ("a couple of days ago", "2026-11-21 12:00", False),
    # weekdays
    ("last friday", "2026-11-20 12:00", False),
    ("last monday", "2026-11-16 12:00", False),
    ("monday", "2026-11-23 14:05", False),
    ("Tues", "2026-11-17 12:00", False),
    ("thurs. 4pm", "2026-11-19 16:00", True),
    ("this monday 9am", "2026-11-23 09:00", True),
    ("wednesday last week", "2026-11-18 12:00", False),
    ("last week on wed", "2026-11-18 12:00", False),
    # written out
    ("on the 3rd", "2026-11-03 12:00", False),
    ("the 30th", "2026-10-30 12:00", False),
    ("23 Nov", "2026-11-23 14:05", False),
    ("Nov 20 at 3pm", "2026-11-20 15:00", True),
    ("the 20th of November", "2026-11-20 12:00", False),
    ("1 Sept. 2026", "2026-09-01 12:00", False),
    ("November 3rd, 2025, 15:00", "2025-11-03 15:00", True),
    ("Fri 20 Nov 2026, 15:00", "2026-11-20 15:00", True),
    ("20-nov-2026", "2026-11-20 12:00", False),
    ("20/11", "2026-11-20 12:00", False),
    ("20.11. 9:15", "2026-11-20 09:15", True),
    ("20.11.2026", "2026-11-20 12:00", False),
    ("11/20/2026", "2026-11-20 12:00", False),
    ("4/4/2026", "2026-04-04 12:00", False),
    ("31.10", "2026-10-31 12:00", False),
    # ISO
    ("2026-11-20", "2026-11-20 12:00", False),
    ("2026/11/20 3pm", "2026-11-20 15:00", True),
    ("2026-11-20T15:00", "2026-11-20 15:00", True),
    ("2026-11-20 15:00:30", "2026-11-20 15:00", True),
    ("2026-11-20t15:00z", "2026-11-20 16:00", True),
    # leap days and the ends of months and years
    ("29 feb 2024", "2024-02-29 12:00", False),
    ("2024-02-29 08:00", "2024-02-29 08:00", True),
    ("31 dec 2025 23:59", "2025-12-31 23:59", True),
]


@pytest.mark.parametrize(("text", "expected", "has_time"), UNDERSTOOD)
def test_understood(text: str, expected: str, has_time: bool) -> None:
    found = understand(text, NOW, BERLIN)
    assert (f"{found.moment.local:%Y-%m-%d %H:%M}", found.has_time) == (expected, has_time)
    assert found.moment.zone == "Europe/Berlin"


REFUSED = [
    ("", "missing"),
    ("   ", "missing"),
    ("soon", "yesterday 3pm"),
    ("32 Nov", "30 days"),
    ("31 nov 2025", "30 days"),
    ("0 nov", "30 days"),
    ("29 feb 2025", "28 days"),
    ("29 feb", "29 Feb 2024 or 29 Feb 2028"),
    ("2026-02-30", "28 days"),
    ("2026-13-01", "month 13"),
    ("2026-02-30T15:00", "calendar"),
    ("32/13", "23 Nov 2026"),
    ("the 32nd", "day 32"),
    ("25:00", "25:00"),
    ("yesterday 24:00", "24:00"),
    ("yesterday 15:60", "15:60"),
    ("yesterday 13pm", "13pm"),
    ("yesterday 0am", "0am"),
    ("yesterday at 3", "3am or 3pm"),
    ("at 3", "3am or 3pm"),
    ("this morning at 3pm", "morning"),
    ("last night at 2am", "night"),
    ("3/4", "3 Apr 2026 or 4 Mar 2026"),
    ("3/4/2025 at 3pm", "3 Apr 2025 or 4 Mar 2025"),
    ("23.11", "date or a time"),
    ("yesterday 3.30", "date or a time"),
    ("23/11/26", "four figures"),
    ("23 Nov 26", "four figures"),
    ("20 Nov 202", "four figures"),
    ("1 jan 1066", "from 1970"),
    ("9999 months ago", "from 1970"),
    ("3/12/9999", "to 2100"),
    ("9999-12-31T23:59+00:00", "to 2100"),
    ("thu 20 nov 2026", "is a Friday"),
    ("24 nov", "24 Nov 2025 or 24 Nov 2026"),
    ("november", "more than one day"),
    ("2026-11", "more than one day"),
    ("last week", "more than one day"),
    ("a few days ago", "3 days ago"),
    ("2026-11-20T15:00+25:00", "clock"),
    ("3pm yesterday at 4pm", "yesterday 3pm"),
    ("3 days ago ago", "3 days ago"),
    ("in 3 days ago", "3 days ago"),
    ("x" * (LONGEST + 1), "too long"),
    ("today " * 100_000, "too long"),
    # still to come
    ("15:00", "Mon 23 Nov 2026, 15:00, is still to come"),
    ("tonight", "still to come"),
    ("this friday", "Fri 27 Nov 2026 is still to come"),
    ("tomorrow", "still to come"),
    ("next tuesday", "still to come"),
    ("in 2 hours", "still to come"),
    ("23 nov 2027", "still to come"),
]


@pytest.mark.parametrize(("text", "says"), REFUSED)
def test_refused_with_a_sentence(text: str, says: str) -> None:
    with pytest.raises(DateNotUnderstood) as refusal:
        understand(text, NOW, BERLIN)
    assert says in str(refusal.value)
    assert str(refusal.value).endswith(".")
    assert len(str(refusal.value)) < 200


def test_an_ambiguous_date_brings_both_readings_in_order() -> None:
    with pytest.raises(AmbiguousDate) as refusal:
        understand("3/4", NOW, BERLIN)
    assert refusal.value.readings == (date(2026, 4, 3), date(2026, 3, 4))


def test_the_order_of_day_and_month_is_kept_to() -> None:
    assert told("3/4", order=DateOrder.DAY_MONTH) == "2026-04-03 12:00"
    assert told("3/4", order=DateOrder.MONTH_DAY) == "2026-03-04 12:00"
    assert told("3.4.2025 15:00", order=DateOrder.DAY_MONTH) == "2025-04-03 15:00"
    assert told("4/4", order=DateOrder.MONTH_DAY) == "2026-04-04 12:00"
    with pytest.raises(DateNotUnderstood, match="day first"):
        told("4/13", order=DateOrder.DAY_MONTH)
    with pytest.raises(DateNotUnderstood, match="month first"):
        told("23/11", order=DateOrder.MONTH_DAY)


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
    ("text", "coming", "past"),
    [
        ("tomorrow", "2026-11-24", "2026-11-24"),
        ("the day after tomorrow", "2026-11-25", "2026-11-25"),
        ("in 3 days", "2026-11-26", "2026-11-26"),
        ("in a week", "2026-11-30", "2026-11-30"),
        ("two months from now", "2027-01-23", "2027-01-23"),
        ("next tuesday", "2026-11-24", "2026-11-24"),
        ("next monday", "2026-11-30", "2026-11-30"),
        ("tuesday next week", "2026-12-01", "2026-12-01"),
        ("this friday", "2026-11-27", "2026-11-27"),
        ("monday", "2026-11-23", "2026-11-23"),
        ("tuesday", "2026-11-24", "2026-11-17"),
        ("the 3rd", "2026-12-03", "2026-11-03"),
        ("3 jan", "2027-01-03", None),
        ("3 nov", None, "2026-11-03"),
        ("30 jan", "2027-01-30", "2026-01-30"),
        ("23.11", "2026-11-23", "2026-11-23"),
    ],
)
def test_plain_dates_lean_forward_or_back(text: str, coming: str | None, past: str | None) -> None:
    for lean, expected in ((Lean.COMING, coming), (Lean.PAST, past)):
        if expected:
            assert understand_date(text, TODAY, lean=lean).isoformat() == expected
        else:
            with pytest.raises(DateNotUnderstood, match="add the year"):
                understand_date(text, TODAY, lean=lean)


def test_a_plain_date_has_no_time_and_no_weekday_gone_by() -> None:
    with pytest.raises(DateNotUnderstood, match="tomorrow"):
        understand_date("tomorrow 3pm", TODAY)
    with pytest.raises(DateNotUnderstood, match="This week's Monday was 23 Nov 2026"):
        understand_date("this monday", date(2026, 11, 25))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-12", "2026-12-01", "2026-12-31"),
        ("january", "2026-01-01", "2026-01-31"),
        ("november", "2026-11-01", "2026-11-30"),
        ("Dec", "2025-12-01", "2025-12-31"),
        ("feb 2024", "2024-02-01", "2024-02-29"),
        ("last week", "2026-11-16", "2026-11-22"),
        ("this week", "2026-11-23", "2026-11-29"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("next month", "2026-12-01", "2026-12-31"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("yesterday", "2026-11-22", "2026-11-22"),
        ("last friday", "2026-11-20", "2026-11-20"),
    ],
)
def test_spans(text: str, first: str, last: str) -> None:
    assert understand_span(text, TODAY) == (date.fromisoformat(first), date.fromisoformat(last))


def test_spans_turn_the_year_and_lean() -> None:
    assert understand_span("last month", date(2027, 1, 5)).first == date(2026, 12, 1)
    assert understand_span("january", TODAY, lean=Lean.COMING).first == date(2027, 1, 1)
    for wrong in ("2026-13", "1066", "sometime", ""):
        with pytest.raises(DateNotUnderstood):
            understand_span(wrong, TODAY)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-20T15:00", "Fri 20 Nov 2026, 15:00 (5 days ago)"),
        ("2026-11-25T08:00", "Wed 25 Nov 2026, 08:00 (today)"),
        ("2026-11-24T23:59", "Tue 24 Nov 2026, 23:59 (yesterday)"),
        ("2026-11-26T00:00", "Thu 26 Nov 2026, 00:00 (tomorrow)"),
        ("2026-12-01T09:05", "Tue 1 Dec 2026, 09:05 (in 6 days)"),
        ("2026-08-18T12:00", "Tue 18 Aug 2026, 12:00 (99 days ago)"),
        ("2025-11-26T12:00", "Wed 26 Nov 2025, 12:00 (11 months ago)"),
        ("2021-01-01T12:00", "Fri 1 Jan 2021, 12:00 (5 years ago)"),
    ],
)
def test_echo(moment: str, expected: str) -> None:
    assert echo(at(moment), at("2026-11-25T10:00")) == expected


def test_echo_of_a_plain_date() -> None:
    assert echo_date(date(2026, 11, 24), TODAY) == "Tue 24 Nov 2026 (tomorrow)"


MINUTES = st.integers(60 * 24 * 365 * 10, 29_500_000).map(lambda n: datetime.fromtimestamp(n * 60, UTC))
"""From 1979 to February 2026."""
ZONES = st.sampled_from([BERLIN, TOKYO, ZoneInfo("America/St_Johns"), ZoneInfo("Pacific/Apia"), UTC])
WORDS = st.sampled_from(
    [
        *("a", "an", "the", "on", "at", "in", "of", "ago", "last", "this", "next", "half", "couple", "z"),
        *("week", "day", "days", "month", "year", "hours", "friday", "sat", "nov", "may", "o'clock", "3rd"),
        *("noon", "night", "morning", "yesterday", "today", "3pm", "15:00", "99:99", "+01:00", ",", "."),
        *("3", "31", "23", "2026", "3/4", "31/12/2026", "2026-11", "2026-11-20", "-2", "3.30"),
    ]
)
TEXTS = st.text(max_size=LONGEST + 5) | st.lists(WORDS, max_size=8).map(" ".join)


@settings(deadline=None, max_examples=500)
@given(TEXTS, MINUTES, ZONES, st.sampled_from(DateOrder), st.booleans())
@example("9999-12-31T23:59:59-23:59", datetime(2026, 1, 1, tzinfo=UTC), BERLIN, DateOrder.ASK, True)
@example("０３/０４/２０２６", datetime(2026, 1, 1, tzinfo=UTC), BERLIN, DateOrder.ASK, True)
@example("\ud800\x1b[31m", datetime(2026, 1, 1, tzinfo=UTC), BERLIN, DateOrder.ASK, True)
def test_any_text_is_understood_or_refused(
    text: str, now: datetime, zone: ZoneInfo, order: DateOrder, future: bool
) -> None:
    present = Moment.of(now)
    try:
        found = understand(text, present, zone, order, allow_future=future)
    except DateNotUnderstood as refusal:
        message = str(refusal)
        assert message == one_line(message)
        assert len(message) < 200
    else:
        assert future or found.moment <= present or found.moment.utc == present.utc
    for plain in (understand_date, understand_span):
        try:
            plain(text, now.date(), order)
        except DateNotUnderstood:
            continue


@settings(deadline=None)
@given(MINUTES)
def test_an_echo_is_understood_as_what_it_tells(instant: datetime) -> None:
    moment = Moment.of(instant.astimezone(BERLIN))
    said = echo(moment, NOW).split(" (")[0]
    again = understand(said, NOW, BERLIN).moment
    assert again.local.replace(tzinfo=None) == moment.local.replace(tzinfo=None)


@settings(deadline=None)
@given(MINUTES, ZONES)
def test_a_moment_written_as_iso_comes_back_anywhere(instant: datetime, zone: ZoneInfo) -> None:
    moment = Moment.of(instant.astimezone(zone))
    again = understand(moment.isoformat(), NOW, BERLIN).moment
    assert (again.utc, again.offset) == (moment.utc, moment.offset)


@given(st.dates(date(1980, 1, 1), date(2050, 1, 1)), st.sampled_from(["monday", "thursday", "sunday"]))
def test_weekdays_keep_their_distance(today: date, name: str) -> None:
    last, bare, following = (
        understand_date(f"{which}{name}", today, lean=Lean.PAST) for which in ("last ", "", "next ")
    )
    assert {f"{day:%A}".lower() for day in (last, bare, following)} == {name}
    assert timedelta(1) <= today - last <= timedelta(7)
    assert timedelta(0) <= today - bare <= timedelta(6)
    assert timedelta(1) <= following - today <= timedelta(7)


def test_dateutil_is_loaded_for_months_alone() -> None:
    code = (
        "import sys\n"
        "from datetime import date\n"
        "from bounceback_tui.domain.dates import understand_date\n"
        "understand_date('last friday', date(2026, 11, 23))\n"
        "assert 'dateutil' not in sys.modules\n"
        "understand_date('a month ago', date(2026, 11, 23))\n"
        "assert 'dateutil.parser' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)

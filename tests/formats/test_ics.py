"""The calendar, read back by another program, whatever it holds."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from bounceback_tui.domain.calendar_terms import Span
from bounceback_tui.domain.due import Due, DueKind
from bounceback_tui.domain.moment import Moment
from bounceback_tui.formats.ics import calendar, tidy

NOW = Moment.of(datetime.fromisoformat("2026-11-23T09:30+01:00"))
DAY = date(2026, 11, 25)

ANYTHING = st.text(st.characters(exclude_categories=()))
HOSTILE = (
    "x\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:PROCEDURE",
    "x\nATTENDEE:mailto:everybody@evil.test",
    "a\u2028b\x85c\x0bd\u2029e\rf",
    "Smith, Jones; Sons \\ Co: \\n \\, \\;",
    "\x1b]52;c;aGk=\x07\x00 \u202egnp.exe \x9b31m",
    "\ud83d half a sign",
    "日本語🙂" * 60,
    "z" * 3000,
    ' ="quoted";VALUE=DATE:',
    "",
)


def due(text: str = "interview with Acme", **said: object) -> Due:
    values: dict[str, object] = {"day": DAY, "kind": DueKind.INTERVIEW, "subject": "A" * 26} | said
    return Due(text=text, **values)  # one of the fields


def events(*dues: Due, now: Moment = NOW) -> list[Event]:
    """What another program reads in the file."""
    text = calendar(dues, now)
    raw = text.encode()
    lines = raw.split(b"\r\n")
    assert lines.pop() == b""
    assert all(0 < len(line) <= 75 for line in lines)
    assert not {b"\r", b"\n"} & {line[at : at + 1] for line in lines for at in range(len(line))}
    for line in lines:
        line.decode()  # no character is parted
    read = Calendar.from_ical(raw)
    assert (read["VERSION"], read["CALSCALE"]) == ("2.0", "GREGORIAN")
    assert {part.name for part in read.walk()} == {
        "VCALENDAR",
        *(["VEVENT"] if dues else ["VTIMEZONE", "STANDARD"]),
    }
    assert read.errors == []
    return [part for part in read.walk("VEVENT") if isinstance(part, Event)]


def summary(text: str) -> str:
    (event,) = events(due(text))
    return str(event["SUMMARY"])


def test_an_empty_calendar_is_one_and_holds_something_as_it_must() -> None:
    assert events() == []
    (zone,) = Calendar.from_ical(calendar((), NOW)).subcomponents
    assert zone.name == "VTIMEZONE"
    assert zone.to_tz() is not None
    assert "VTIMEZONE" not in calendar([due()], NOW)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    found = summary(text)
    assert found == tidy(text)
    assert not {"\x1b", "\x07", "\x00", "\x9b", "\u202e", "\r"} & set(found)


@given(ANYTHING)
def test_any_summary_comes_back(text: str) -> None:
    assert summary(text) == tidy(text)


@given(st.text("aé日🙂 ,\\", max_size=300))
def test_what_steers_nothing_stays_as_it_is(text: str) -> None:
    assert summary(text) == text


def test_what_others_may_see_is_all_that_is_said() -> None:
    (event,) = events(due("If I cry, then I ring Jo", plain="Acme: Ring a friend", kind=DueKind.PLAN))
    assert event["SUMMARY"] == "Acme: Ring a friend"
    assert event["CLASS"] == "PRIVATE"
    assert set(event) == {
        *("UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "CLASS", "TRANSP")
    }


def test_whole_days_end_before_the_next_one() -> None:
    one, rest = events(due(), due(kind=DueKind.REST, span=Span(DAY, DAY + timedelta(days=2))))
    assert (one["DTSTART"].dt, one["DTEND"].dt) == (DAY, DAY + timedelta(days=1))
    assert (rest["DTSTART"].dt, rest["DTEND"].dt) == (DAY, DAY + timedelta(days=3))
    assert one["TRANSP"] == rest["TRANSP"] == "TRANSPARENT"
    (last,) = events(due(day=date.max))
    assert last["DTSTART"].dt == date.max


@pytest.mark.many(12)
@pytest.mark.parametrize("zone", sorted(available_timezones()))
def test_an_interview_is_at_the_same_moment_wherever_it_was_agreed(zone: str) -> None:
    local = datetime(2026, 11, 25, 14, 30, tzinfo=ZoneInfo(zone))
    (event,) = events(due(day=local.date(), time=local.time(), at=Moment.of(local)))
    found = event["DTSTART"].dt
    assert found == local
    assert found.utcoffset() == timedelta(0)
    assert "TRANSP" not in event


def test_a_plan_is_at_its_time_by_the_clock_on_the_wall() -> None:
    (event,) = events(due(kind=DueKind.PLAN, time=time(9, 5)))
    assert event["DTSTART"].dt == datetime(2026, 11, 25, 9, 5)  # noqa: DTZ001 - that is what it means
    assert "DTEND" not in event


def test_a_second_calendar_updates_the_first() -> None:
    later = Moment(NOW.utc + timedelta(minutes=2), NOW.offset, NOW.zone)
    (before,) = events(due())
    (after,) = events(due("final round with Acme", day=DAY + timedelta(days=1)), now=later)
    assert before["UID"] == after["UID"]
    assert before["SEQUENCE"] < after["SEQUENCE"]
    assert before["DTSTAMP"].dt == NOW.utc
    assert before["DTSTAMP"].dt < after["DTSTAMP"].dt
    assert calendar([due()], NOW) == calendar([due()], NOW)


@given(st.lists(st.tuples(st.sampled_from(DueKind), st.text("AB", min_size=1), ANYTHING), unique=True))
def test_different_things_never_share_a_name(things: list[tuple[DueKind, str, str]]) -> None:
    known = {(kind, key, step): due(kind=kind, subject=f"{key} {step}") for kind, key, step in things}
    assert len({one.uid for one in known.values()}) == len(known)
    assert all(one.uid.isascii() and len(one.uid) < 200 for one in known.values())


@pytest.mark.parametrize("year", [2037, 2100, 8999])
def test_far_years_are_told_too(year: int) -> None:
    now = Moment.of(datetime.fromisoformat(f"{year}-01-02T03:04:05+00:00"))
    (event,) = events(due(day=now.local_date), now=now)
    assert event["DTSTAMP"].dt == now.utc
    assert event["SEQUENCE"] < 2**31

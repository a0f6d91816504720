"""Moments: the day that somebody lived stays theirs, wherever they are read."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.domain.moment import Moment

BERLIN = ZoneInfo("Europe/Berlin")
INSTANTS = st.integers(0, 4_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
"""From 1970 to 2096."""
ZONES = st.sampled_from(["Europe/Berlin", "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia"]).map(ZoneInfo)


def clock(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_a_moment_knows_what_the_local_clock_said() -> None:
    moment = Moment.at(clock("2026-11-22T15:00"), BERLIN)
    assert moment == Moment(datetime(2026, 11, 22, 14, tzinfo=UTC), 60, "Europe/Berlin")
    assert moment.isoformat() == "2026-11-22T15:00:00+01:00"
    assert moment.local_date == date(2026, 11, 22)


def test_the_local_day_is_not_that_of_utc() -> None:
    late = Moment.of(clock("2026-11-22T23:30-08:00"))
    assert (late.utc.date(), late.local_date) == (date(2026, 11, 23), date(2026, 11, 22))
    early = Moment.of(clock("2026-11-23T01:30+09:00"))
    assert (early.utc.date(), early.local_date) == (date(2026, 11, 22), date(2026, 11, 23))


def test_the_zone_may_be_named() -> None:
    assert Moment.of(clock("2026-11-22T15:00+01:00"), "Europe/Berlin").zone == "Europe/Berlin"
    assert Moment.of(clock("2026-11-22T15:00+01:00")).zone == "UTC+01:00"


def test_a_naive_date_time_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        Moment.of(clock("2026-11-22T15:00"))


def test_both_of_a_repeated_hour_can_be_told_apart() -> None:
    first = Moment.at(clock("2026-10-25T02:30"), BERLIN)
    second = Moment.at(clock("2026-10-25T02:30").replace(fold=1), BERLIN)
    assert (first.isoformat(), second.isoformat()) == (
        "2026-10-25T02:30:00+02:00",
        "2026-10-25T02:30:00+01:00",
    )
    assert second.utc - first.utc == timedelta(hours=1)
    assert first < second


def test_odd_offsets_are_kept() -> None:
    assert Moment.at(clock("2026-11-22T15:00"), ZoneInfo("Asia/Kathmandu")).offset == 345
    assert Moment.of(clock("2026-11-22T15:00-03:30")).isoformat() == "2026-11-22T15:00:00-03:30"


@given(INSTANTS, ZONES)
def test_a_moment_tells_what_the_zone_tells(instant: datetime, zone: ZoneInfo) -> None:
    local = instant.astimezone(zone)
    moment = Moment.of(local)
    assert moment.utc == instant
    assert moment.utc.tzinfo is UTC
    assert moment.local.replace(tzinfo=None) == local.replace(tzinfo=None)
    assert moment.zone == zone.key
    assert datetime.fromisoformat(moment.isoformat()) == instant


@given(INSTANTS, INSTANTS, ZONES, ZONES)
def test_moments_are_ordered_by_the_time_that_passes(
    one: datetime, other: datetime, here: ZoneInfo, there: ZoneInfo
) -> None:
    a, b = Moment.of(one.astimezone(here)), Moment.of(other.astimezone(there))
    if one != other:
        assert (a < b) == (one < other)


@given(INSTANTS, st.integers(-23 * 60, 23 * 60))
def test_only_the_offset_decides(instant: datetime, minutes: int) -> None:
    away = timezone(timedelta(minutes=minutes))
    moment = Moment.of(instant.astimezone(away), "Nowhere/Known")
    assert moment.local == instant
    assert moment.local_date == instant.astimezone(away).date()
    assert pickle.loads(pickle.dumps(moment)) == copy.copy(moment) == moment

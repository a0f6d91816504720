"""Keys are unlike each other, sort by time, and can be read aloud."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.domain.ids import ALPHABET, LENGTH, new_id

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
YEARS = st.datetimes(datetime(1970, 1, 1), datetime(9000, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds are naive


def test_a_key_is_26_signs_that_cannot_be_confused() -> None:
    key = new_id(NOW)
    assert len(key) == LENGTH == 26
    assert set(key) <= set(ALPHABET)
    assert not set("ILOU") & set(ALPHABET)


def test_no_two_keys_are_the_same() -> None:
    assert len({new_id(NOW) for _ in range(5000)}) == 5000


def test_a_key_tells_its_time() -> None:
    """The worked example of the ULID specification: 1469918176385 ms begins 01ARYZ6S41."""
    when = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=1469918176385)
    assert new_id(when).startswith("01ARYZ6S41")


@given(YEARS, st.timedeltas(timedelta(milliseconds=2), timedelta(days=400)))
def test_keys_sort_by_time(when: datetime, later: timedelta) -> None:
    assert new_id(when) < new_id(when + later)

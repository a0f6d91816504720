"""Moments and names survive the way into columns and back."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.domain.moment import Moment
from bounceback_tui.storage.columns import (
    key_of,
    microseconds,
    moment_columns,
    moment_from,
    stamp,
    storable,
)

OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.builds(
    Moment.of,
    st.datetimes(datetime(1900, 1, 1), datetime(9000, 1, 1), timezones=OFFSETS),  # noqa: DTZ001 - bounds are naive
)


@given(MOMENTS)
def test_a_moment_comes_back(moment: Moment) -> None:
    columns = moment_columns("written", moment)
    again = moment_from(str(columns["written_at"]), moment.offset, str(columns["zone"]))
    assert again == moment
    assert columns["local_date"] == again.local_date.isoformat()


@given(MOMENTS, MOMENTS)
def test_stamps_and_places_are_in_the_order_of_time(one: Moment, other: Moment) -> None:
    assert (stamp(one) < stamp(other)) == (one.utc < other.utc) == (microseconds(one) < microseconds(other))
    assert (stamp(one) == stamp(other)) == (one.utc == other.utc)


def test_places_count_from_1970() -> None:
    assert microseconds(Moment(datetime(1970, 1, 1, tzinfo=UTC), 0, "")) == 0
    assert microseconds(Moment(datetime(1969, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC), 0, "")) == -1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ACME  GmbH", "Acme gmbh"),
        (" acme\t", "Acme"),
        ("Café", unicodedata.normalize("NFD", "café")),
        ("STRASSE", "straße"),
        ("Ａｃｍｅ", "acme"),
        ("x\ud800", "X\udfff"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(("one", "other"), [("Acme", "Acme Labs"), ("Müller", "Muller"), ("A & B", "A B")])
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


@given(st.text(st.characters()))
def test_the_key_of_a_key_is_itself_and_can_be_stored(name: str) -> None:
    assert key_of(key_of(name)) == key_of(name)
    key_of(name).encode()
    storable(name).encode()


@given(st.text())
def test_text_without_broken_halves_is_stored_as_it_is(text: str) -> None:
    assert storable(text) == text


def test_two_halves_that_belong_together_become_one_character() -> None:
    assert storable("\ud83d\ude42") == "🙂"
    assert storable("a\ud83db\ude42") == "a\ufffdb\ufffd"

"""Rows in columns are the same to whoever looks as rows that are there, and take a part of the room."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.domain.application import Kind, Log
from bounceback_tui.domain.packed import Days, Groups, Keys, Packed

keys = st.lists(st.text(st.characters(codec="utf-8"), max_size=4))
days = st.lists(st.dates())
places = st.integers(-12, 12)


@given(keys, places, places)
def test_keys_are_those_that_were_put_there(given_keys: list[str], first: int, last: int) -> None:
    kept = Keys(given_keys)
    assert list(kept) == given_keys
    assert kept == given_keys
    assert len(kept) == len(given_keys)
    assert kept[first:last] == tuple(given_keys[first:last])
    assert hash(kept) == hash(tuple(given_keys))


@given(keys, st.text(max_size=3))
def test_a_key_is_found_where_it_stands_first_and_no_part_of_one_is(given_keys: list[str], key: str) -> None:
    kept = Keys(given_keys)
    for one in given_keys:
        assert one in kept
        assert kept.index(one) == given_keys.index(one)
    if key not in given_keys:
        assert key not in kept
        with pytest.raises(ValueError, match="none of them"):
            kept.index(key)


def test_a_place_that_is_not_there_is_none() -> None:
    kept = Keys(["one", "two"])
    assert kept[-1] == "two"
    with pytest.raises(IndexError):
        kept[2]


@given(st.lists(days))
def test_groups_are_what_came_between_their_ends(groups: list[list[date]]) -> None:
    column = Days()
    kept = Groups(column)
    for group in groups:
        for one in group:
            column.append(one)
        kept.end()
    assert list(kept) == [tuple(group) for group in groups]
    assert [kept[place] for place in range(len(kept))] == [tuple(group) for group in groups]


@given(days)
def test_rows_are_made_of_what_stands_in_each_column_and_also_backwards(given_days: list[date]) -> None:
    rows = [(one, f"{number}") for number, one in enumerate(given_days)]
    inner = Packed(lambda one: one, Days(given_days))
    packed = Packed(lambda *row: row, inner, [words for _, words in rows])
    assert list(packed) == rows
    assert packed == tuple(rows)
    assert [packed[place] for place in range(len(packed))] == rows
    assert list(packed.backwards) == rows[::-1]


def test_a_day_can_be_put_in_the_place_of_another() -> None:
    kept = Days([date(2026, 1, 1), date(2026, 1, 2)])
    kept.put(0, date(2025, 12, 31))
    assert list(kept) == [date(2025, 12, 31), date(2026, 1, 2)]


def test_logs_in_columns_take_less_than_a_third_of_the_room() -> None:
    def room(make: Callable[[], object]) -> int:
        tracemalloc.start()
        kept = make()
        taken = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
        assert kept
        return taken

    kinds, many = (Kind.APPLIED, Kind.SCREEN, Kind.REJECTED), range(2000)

    def some_days(number: int) -> tuple[date, ...]:
        return tuple([date(2020, 1, 1) + timedelta(number + week) for week in (0, 7, 14)])

    def packed() -> Packed[Log]:
        column = Days()
        of = Groups(column)
        for number in many:
            for one in some_days(number):
                column.append(one)
            of.end()
        return Packed(
            Log, [kinds] * len(many), of, [()] * len(many), Keys(f"{number:026}" for number in many)
        )

    def plain() -> tuple[Log, ...]:
        return tuple([Log(kinds, some_days(number), (), f"{number:026}") for number in many])

    assert packed() == plain()
    assert room(packed) * 3 < room(plain)

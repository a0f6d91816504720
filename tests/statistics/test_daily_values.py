"""What a logged day is, and its value."""

from __future__ import annotations

from made_up_pasts import day

from bounceback_tui.domain.checkin import DayMoods
from bounceback_tui.domain.past import Past
from bounceback_tui.statistics.days import Daily, daily_values


def values(*readings: tuple[int, int, bool], today: int = 50) -> dict[int, float]:
    """Day number to value, for readings of (day number, mood, right after writing)."""
    known = tuple(DayMoods(day(number), str(mood), after) for number, mood, after in readings)
    daily = daily_values(Past(day(today), known))
    return {(each - day(0)).days: value for each, value in zip(daily.days, daily.values, strict=True)}


def test_a_day_is_worth_the_median_of_its_readings() -> None:
    assert values((1, 2, False), (1, 9, False), (1, 3, False), (2, 4, False), (2, 5, False)) == {1: 3, 2: 4.5}


def test_readings_right_after_writing_are_left_out() -> None:
    assert values((1, 6, False), (1, 2, True), (1, 1, True)) == {1: 6}


def test_a_day_with_nothing_but_readings_after_writing_is_not_logged() -> None:
    assert values((1, 6, True), (2, 5, False)) == {2: 5}


def test_days_later_than_today_do_not_count() -> None:
    assert values((3, 5, False), (4, 6, False), (5, 7, False), today=4) == {3: 5, 4: 6}


def test_days_are_found_by_date_whether_logged_or_not() -> None:
    daily = Daily((day(1), day(3)), (5.0, 6.0))
    assert [daily.before(day(number)) for number in (0, 1, 2, 3, 4)] == [0, 0, 1, 1, 2]
    assert [daily.up_to(day(number)) for number in (0, 1, 2, 3, 4)] == [0, 1, 1, 2, 2]

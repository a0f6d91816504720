"""How long one way back took: each clause of the definition on an example worked by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from made_up_pasts import BEFORE, day, level, past, rejection

from bounceback_tui.domain.checkin import DayMoods
from bounceback_tui.domain.episode import ShortEpisode
from bounceback_tui.domain.past import Past
from bounceback_tui.statistics import bounce_back
from bounceback_tui.statistics.days import daily_values
from bounceback_tui.statistics.recovery import State, clocks, still_back

Found = tuple[float | None, str, int | None]
"""Baseline, state and days of one episode."""


def found(today: int, moods: Mapping[int, int], *episodes: ShortEpisode | int) -> list[Found]:
    """What is known of each episode, earliest first."""
    return of(past(today, moods, episodes))


def of(known: Past) -> list[Found]:
    ways = bounce_back.compute(known).episodes
    return [(way.clock.baseline, way.clock.state.value, way.clock.days) for way in ways]


# The baseline


def test_the_baseline_is_the_median_of_the_fortnight_before() -> None:
    moods = {-14: 9, -10: 4, -9: 5, -5: 7, -1: 8}
    assert found(5, moods, 0) == [(7, "censored", 5)]


def test_five_logged_days_make_a_baseline_and_four_do_not() -> None:
    five = {-14: 6, -9: 6, -8: 6, -3: 6, -1: 6}
    four = {number: value for number, value in five.items() if number != -9}
    assert found(5, five, 0) == [(6, "censored", 5)]
    assert found(5, four, 0) == [(None, "no baseline", None)]


def test_the_fifteenth_day_before_and_the_day_itself_are_not_in_the_baseline() -> None:
    assert found(5, {-15: 9, -14: 6, -9: 6, -8: 6, -3: 6, 0: 9}, 0) == [(None, "no baseline", None)]


def test_readings_right_after_writing_count_neither_before_nor_after_the_rejection() -> None:
    known = past(9, BEFORE | level(1, 9, 6), [0])
    written = tuple(DayMoods(day(number), "1", True) for number in range(-14, 10))
    assert of(replace(known, readings=known.readings + written)) == [(6, "recovered", 2)]
    only_written = tuple(reading._replace(after=True) for reading in known.readings)
    assert of(replace(known, readings=only_written)) == [(None, "no baseline", None)]


def test_days_of_an_earlier_episode_are_left_out_until_the_day_it_was_over() -> None:
    # Low on days 0 to 7, so back on day 8: five days are left on day 13, and four on day 12.
    moods = level(-14, -3, 6) | level(0, 7, 2) | level(8, 40, 6)
    assert found(13, moods, 0, 13) == [(6, "recovered", 8), (6, "censored", 0)]
    assert found(12, moods, 0, 12) == [(6, "recovered", 8), (None, "no baseline", None)]


def test_days_of_an_earlier_episode_that_was_cut_short_are_all_left_out() -> None:
    # The days before the first rejection still serve where five of them lie within the fortnight.
    moods = BEFORE | level(0, 30, 2)
    assert found(30, moods, 0, 9) == [(6, "censored", 9), (6, "censored", 21)]
    assert found(30, moods, 0, 10) == [(6, "censored", 10), (None, "no baseline", None)]


def test_the_day_that_cuts_an_episode_short_still_belongs_to_it() -> None:
    # Day 70 has no baseline, and none is lent so long after, so that of its own it holds no day.
    moods = BEFORE | level(0, 80, 2)
    cut, bare = (6, "censored", 70), (None, "no baseline", None)
    assert found(80, moods, 0, 70, 75) == [cut, bare, bare]
    assert found(80, moods, 0, 70, 76) == [cut, bare, (2, "recovered", 2)]


def test_without_a_baseline_of_its_own_an_episode_is_judged_by_the_one_before() -> None:
    # Low from the first to day 25, so that the second has no baseline. Of the fortnight before day
    # 31, nine low days belong to the second; the five good ones make the baseline of the third.
    moods = BEFORE | level(0, 25, 2) | level(26, 60, 6)
    cut, bare = (6, "censored", 14), (None, "no baseline", None)
    assert found(40, moods, 0, 14, 31) == [cut, bare, (6, "recovered", 2)]
    assert found(40, moods, 0, 14, 30) == [cut, bare, bare]


def test_where_there_is_no_baseline_to_lend_the_days_count() -> None:
    assert found(20, level(0, 20, 5), 0, 14) == [(None, "no baseline", None), (5, "recovered", 2)]


def test_a_baseline_is_lent_for_sixty_days_and_then_a_new_normal_is_found() -> None:
    # Never again as high as before the first, and a rejection every fortnight.
    moods = BEFORE | level(0, 120, 4)
    lent_on_day_60 = found(90, moods, 0, 14, 28, 42, 60, 74)
    assert [baseline for baseline, _, _ in lent_on_day_60] == [6, None, None, None, None, None]
    not_lent_on_day_61 = found(90, moods, 0, 14, 28, 42, 61, 75)
    assert [baseline for baseline, _, _ in not_lent_on_day_61] == [6, None, None, None, None, 4]


# Being back


def test_back_is_the_middle_of_the_first_three_logged_days_that_show_it() -> None:
    moods = BEFORE | {1: 3, 2: 3, 4: 4, 6: 6, 7: 6, 8: 6}
    assert found(20, moods, 0) == [(6, "recovered", 6)]


def test_one_low_day_among_three_does_not_matter() -> None:
    assert found(20, BEFORE | {1: 6, 3: 2, 4: 6}, 0) == [(6, "recovered", 3)]


def test_half_a_point_below_the_baseline_is_back_and_more_is_not() -> None:
    just = past(9, BEFORE | level(1, 9, 5), [0])
    assert of(just) == [(6, "censored", 9)]
    raised = tuple(DayMoods(day(number), "6", False) for number in range(1, 10))
    assert of(replace(just, readings=just.readings + raised)) == [(6, "recovered", 2)]


def test_three_logged_days_must_lie_less_than_ten_days_apart() -> None:
    assert found(30, BEFORE | {3: 6, 7: 6, 12: 6}, 0) == [(6, "recovered", 7)]
    assert found(30, BEFORE | {3: 6, 7: 6, 13: 6}, 0) == [(6, "censored", 30)]
    assert found(30, BEFORE | {3: 6, 7: 6, 13: 6, 14: 6}, 0) == [(6, "recovered", 13)]


def test_two_logged_days_are_too_few_to_be_back() -> None:
    assert found(30, BEFORE | {3: 9, 4: 9}, 0) == [(6, "censored", 30)]


def test_the_day_of_the_rejection_is_not_one_of_the_three() -> None:
    assert found(3, BEFORE | {0: 9, 1: 9, 2: 9}, 0) == [(6, "censored", 3)]


def test_the_day_of_the_next_rejection_is_not_one_of_the_three() -> None:
    moods = BEFORE | {1: 6, 2: 6, 3: 6, 4: 6}
    assert found(3, moods, 0, 3)[0] == (6, "censored", 3)
    assert found(4, moods, 0, 4)[0] == (6, "recovered", 2)


def test_today_may_be_one_of_the_three_and_tomorrow_not() -> None:
    moods = BEFORE | level(1, 9, 6)
    assert found(3, moods, 0) == [(6, "recovered", 2)]
    assert found(2, moods, 0) == [(6, "censored", 2)]


# Being cut short


def test_a_rejection_on_the_next_day_cuts_the_first_short_after_one_day() -> None:
    moods = BEFORE | level(0, 20, 2) | level(6, 20, 6)
    assert found(20, moods, 0, 1) == [(6, "censored", 1), (6, "recovered", 5)]


def test_a_rejection_of_today_has_lasted_no_days_yet() -> None:
    assert found(0, BEFORE | {0: 2}, 0) == [(6, "censored", 0)]


def test_a_rejection_later_than_today_neither_shows_nor_cuts_short() -> None:
    assert found(5, BEFORE | level(1, 9, 2), 0, 6) == [(6, "censored", 5)]


def test_closing_an_episode_is_not_being_back() -> None:
    assert found(20, BEFORE | level(0, 20, 2), rejection(0, closed=True)) == [(6, "censored", 20)]


def test_the_first_dates_of_the_calendar_do_no_harm() -> None:
    early = rejection(0)._replace(began=date.min)
    assert of(Past(date(1, 1, 9), (), (early,))) == [(None, "no baseline", None)]


@pytest.mark.parametrize(
    ("moods", "stays"),
    [
        (BEFORE | level(0, 9, 6), True),
        (BEFORE | level(0, 9, 6) | {10: 2, 11: 2}, False),
        (BEFORE | level(0, 9, 6) | {10: 2}, True),  # the middle one of the latest three
        (BEFORE | level(0, 9, 2), False),  # never was back
        (level(0, 9, 6), False),  # no baseline to be back at
    ],
)
def test_a_way_back_that_is_over_has_stayed_so_while_the_latest_three_days_show_it(
    moods: Mapping[int, int], stays: bool
) -> None:
    known = past(20, moods, [0])
    daily = daily_values(known)
    (clock,) = clocks(known, daily)
    assert still_back(clock, daily.values[-3:]) is stays


def test_half_a_point_below_is_still_back() -> None:
    known = past(20, BEFORE | level(0, 9, 6), [0])
    (clock,) = clocks(known, daily_values(known))
    for moods, stays in (({30: 5, 31: 6}, True), ({30: 5}, False)):
        later = daily_values(past(40, moods, ())).values[-3:]
        assert still_back(clock._replace(baseline=6.0), later) is stays
        assert not still_back(clock._replace(state=State.CENSORED), later)
        assert not still_back(clock._replace(baseline=None), later)
    assert not still_back(clock, daily_values(past(40, {}, ())).values)


def test_one_way_back_in_words() -> None:
    known = past(20, BEFORE | level(0, 3, 2) | level(4, 15, 6), [0, rejection(12), rejection(20), -90])
    assert [way.words for way in bounce_back.compute(known).episodes] == [
        "no baseline: fewer than 5 logged days in the 14 days before",
        "back after about 4 days",
        "back after about 2 days",
        "not known; today is the first day",
    ]
    ways = bounce_back.compute(past(1, BEFORE, [0])).episodes
    assert [(way.words, way.clock.told) for way in ways] == [
        ("not known; longer than about 1 day", "longer than about 1 day")
    ]

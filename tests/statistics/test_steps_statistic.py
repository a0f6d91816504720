"""What helps: which ways back count, on which side of a step, and what is said of the difference."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import date
from math import log

import pytest
from brisk import often
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_pasts import day, level, past, readings, rejection
from made_up_steps import DONE, NOT_FOR_ME, OPEN, checklist, life, twelve

from bounceback_tui.domain.past import Past, StepMark
from bounceback_tui.statistics import steps
from bounceback_tui.statistics.days import daily_values
from bounceback_tui.statistics.recovery import Clock, State, clocks
from bounceback_tui.statistics.step_finding import StepFinding, in_words
from bounceback_tui.statistics.survival import Span, kaplan_meier


def finding(lived: Past, step: str = "walk") -> StepFinding:
    return next(one for one in steps.compute(lived).steps if one.step == step)


# Which ways back count


@pytest.mark.parametrize("days", [None, 0, 3])
def test_of_a_way_back_that_was_over_by_day_three_nothing_is_left(days: int | None) -> None:
    with pytest.raises(ValueError, match="nothing is left after day 3"):
        steps.remaining(Clock(day(0), 6, State.RECOVERED, days, None))
    assert steps.remaining(Clock(day(0), 6, State.RECOVERED, 4, None)) == Span(1, True)


@pytest.mark.parametrize(("took", "counted"), [(2, 0), (3, 0), (4, 1), (9, 1)])
def test_only_ways_back_that_are_not_over_by_day_three_count(took: int, counted: int) -> None:
    result = steps.compute(life((took, {"walk": 1})))
    assert result.n == counted
    assert finding(life((took, {"walk": 1}))).ticked_n == counted


@pytest.mark.parametrize(("today", "counted"), [(3, 0), (4, 1)])
def test_one_that_is_still_under_way_counts_once_day_three_is_over(today: int, counted: int) -> None:
    lived = replace(life((9, {"walk": 1})), today=day(today))
    assert steps.compute(lived).n == counted


@pytest.mark.parametrize(("following", "counted"), [(3, 1), (4, 2)])
def test_one_cut_short_by_the_next_rejection_on_day_three_is_left_out(following: int, counted: int) -> None:
    lived = past(20, level(-14, -1, 6) | level(0, 20, 2), [0, following])
    lived = replace(lived, checklists=(checklist(0, walk=None), checklist(following, walk=None)))
    assert steps.compute(lived).n == counted  # the second one is cut short today


def test_one_without_a_baseline_is_left_out() -> None:
    lived = life((9, {"walk": 1}))
    bare = replace(lived, readings=tuple(one for one in lived.readings if one.day >= day(-4)))
    assert steps.compute(bare).n == 0


# On which side


@pytest.mark.parametrize(
    ("how", "ticked"),
    [
        (0, 1),
        (3, 1),
        (4, 0),
        (None, 0),
        (StepMark("walk", "Walk", OPEN, day(1)), 0),
        (StepMark("walk", "Walk", NOT_FOR_ME, day(1)), 0),
        (StepMark("walk", "Walk", NOT_FOR_ME, day(30)), 0),
        (StepMark("walk", "Walk", OPEN, None, planned=True), 0),
    ],
)
def test_a_step_counts_as_ticked_where_it_was_done_by_day_three(
    how: int | StepMark | None, ticked: int
) -> None:
    found = finding(life((9, {"walk": how})))
    assert (found.ticked_n, found.not_n) == (ticked, 1 - ticked)


def test_a_way_back_on_whose_list_it_does_not_stand_says_nothing_of_it() -> None:
    found = finding(life((9, {"walk": 1}), (9, {"rest": 1}), (9, {"walk": None})))
    assert (found.ticked_n, found.not_n) == (1, 1)


def test_rejections_of_one_date_are_one_case_and_ticked_if_any_was() -> None:
    lived = life((9, {"walk": None}), (9, {"walk": None}))
    more = replace(
        lived,
        episodes=(*lived.episodes, rejection(0, "again"), rejection(0, "third")),
        checklists=(*lived.checklists, checklist(0, "again", walk=1), checklist(0, "third", walk=7)),
    )
    result = steps.compute(more)
    assert result.n == 2
    assert (result.steps[0].ticked_n, result.steps[0].not_n) == (1, 1)
    assert result.steps[0].episodes == ("again",)


def test_what_a_filter_leaves_out_keeps_its_days_but_does_not_count() -> None:
    lived = twelve([9] * 4, [12] * 8)
    out = lived.episodes[-1].id
    fewer = replace(
        lived,
        episodes=tuple(one._replace(fits=one.id != out) for one in lived.episodes),
        checklists=tuple(one for one in lived.checklists if one.episode != out),
    )
    result = steps.compute(fewer)
    assert (result.n, result.steps[0].ticked_n, result.steps[0].not_n) == (11, 4, 7)


# What is compared


def test_the_days_to_go_are_counted_from_day_three_and_those_cut_short_are_not_thrown_away() -> None:
    found = finding(twelve([9] * 4, [12] * 8))
    assert (found.ticked_median, found.not_median, found.difference) == (6, 9, -3)
    assert (found.low, found.high) == (-3, -3)
    ways = [(9, {"walk": 1})] * 4 + [(12, {"walk": None})] * 4 + [(None, {"walk": None})] * 5
    cut_short = finding(life(*ways))
    assert (cut_short.not_n, cut_short.not_median) == (9, None)
    assert (cut_short.difference, cut_short.low, cut_short.high, cut_short.enough) == (None, None, None, True)


@pytest.mark.parametrize(
    ("with_it", "without", "enough"),
    [(3, 7, True), (3, 6, False), (2, 9, False), (9, 2, False), (7, 3, True)],
)
def test_ten_and_three_on_each_side_are_enough(with_it: int, without: int, enough: bool) -> None:
    result = steps.compute(twelve([9] * with_it, [12] * without))
    found = result.steps[0]
    assert (result.enough, found.enough) == (enough, enough)
    assert (found.ticked_median is None, found.difference is None, found.low is None) == (not enough,) * 3


def test_steps_stand_in_the_order_of_the_latest_guide_with_words_where_there_are_any() -> None:
    gone = StepMark("old", "old", DONE, day(61))
    lived = life((9, {"rest": 1, "walk": 1}), (9, {"walk": 1, "new": None, "old": gone}))
    assert [(one.step, one.words) for one in steps.compute(lived).steps] == [
        ("walk", "Words of walk"),
        ("new", "Words of new"),
        ("old", "old"),
        ("rest", "Words of rest"),
    ]


# What is said


def test_a_step_says_itself_in_full() -> None:
    found = StepFinding("ask", "Ask for feedback", 4, 8, 6, 9, -9.0, 2.0)
    assert in_words(found) == (
        "Ask for feedback: ticked by day 3 in 4, about 6 more days; not in 8, about 9; "
        "difference 3 fewer, likely between 9 fewer and 2 more"
    )
    unknown = replace(found, not_median=None, low=None, high=None)
    assert "not in 8, not known yet how many; the difference is not known" in in_words(unknown)
    assert in_words(StepFinding("ask", "Ask", 1, 8)) == "Ask: ticked by day 3 in 1, not in 8: too few to say"
    assert in_words(replace(found, low=None, high=None)).endswith("how far off is not known yet")
    assert in_words(replace(found, ticked_median=9, low=0, high=0)).endswith("no difference, likely 0")


def test_json_has_the_keys_of_the_contract() -> None:
    parsed = json.loads(json.dumps(steps.compute(twelve([9] * 4, [12] * 8)).as_json()))
    assert list(parsed) == ["name", "n", "enough", "sentence", "landmark_day", "steps"]
    assert (parsed["name"], parsed["n"], parsed["landmark_day"]) == ("steps", 12, 3)
    assert parsed["steps"] == [
        {
            "step": "walk",
            "words": "Words of walk",
            "ticked_n": 4,
            "not_n": 8,
            "ticked_median": 6,
            "not_median": 9,
            "difference": -3,
            "low": -3,
            "high": -3,
            "enough": True,
        }
    ]


def test_the_table_tells_both_sides_and_their_difference() -> None:
    table = steps.compute(twelve([6, 9, 14, 20], [5, 7, 8, 9, 12, 15, 18, 25])).table()
    assert [one.words for one in table.headings] == [
        *("step", "with", "days", "without", "days", "difference", "likely"),
    ]
    [row] = table.rows
    assert row[:6] == ("Words of walk", "4", "6", "8", "6", "0")
    assert steps.compute(twelve([9], [9])).table().rows == (
        ("Words of walk", "1", "–", "1", "–", "too few", ""),
    )


# What must hold for any past

some_steps = st.dictionaries(st.sampled_from("abc"), st.none() | st.integers(0, 6), min_size=1)
lives = st.lists(st.tuples(st.none() | st.integers(2, 30), some_steps), min_size=10, max_size=16).map(
    lambda ways: life(*ways)
)


@given(lives, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=often(25))
def test_the_order_of_what_is_handed_in_does_not_matter(lived: Past, chance: random.Random) -> None:
    shuffled = replace(
        lived,
        readings=tuple(chance.sample(lived.readings, len(lived.readings))),
        episodes=tuple(chance.sample(lived.episodes, len(lived.episodes))),
        checklists=tuple(chance.sample(lived.checklists, len(lived.checklists))),
    )
    assert steps.compute(shuffled) == steps.compute(lived)


@given(lives, st.integers(0, 900))
@settings(deadline=None, max_examples=often(25))
def test_nothing_later_than_today_is_seen(lived: Past, today: int) -> None:
    now = replace(lived, today=day(today))
    earlier = replace(
        now,
        readings=tuple(one for one in now.readings if one.day <= now.today),
        episodes=tuple(one for one in now.episodes if one.began <= now.today),
        checklists=tuple(one for one in now.checklists if one.began <= now.today),
    )
    assert steps.compute(now) == steps.compute(earlier)


# The proof that time to tick is not taken for an effect


def no_effect(many: int, seed: int = 11) -> Past:
    """Ways back with a median of 11 days, and a step ticked at some time that has nothing to do with them."""
    chance = random.Random(seed)
    moods: dict[int, int] = {}
    lists = []
    starts = range(0, 100 * many, 100)
    for began in starts:
        took = min(1 + int(chance.expovariate(log(2) / 11)), 90)
        moods |= level(began - 6, began - 1, 6)
        moods |= {began + took - 1: 3} | level(began + took, began + took + 2, 6)
        lists.append(checklist(began, walk=int(chance.expovariate(0.25))))
    known = Past(day(100 * many), readings(moods), tuple(map(rejection, starts)))
    return replace(known, checklists=tuple(lists))


def test_where_a_step_does_nothing_ticked_before_recovery_deceives_and_the_landmark_does_not() -> None:
    lived = no_effect(3000)
    ticked_on: dict[date, date | None] = {one.began: one.steps[0].day for one in lived.checklists}
    before: list[Span] = []
    after: list[Span] = []
    for clock in clocks(lived, daily_values(lived)):
        tick = ticked_on[clock.began]
        if clock.days is not None and tick is not None:
            early = (tick - clock.began).days < clock.days
            (before if early else after).append(Span(clock.days, clock.state is State.RECOVERED))
    naive = kaplan_meier(before).median, kaplan_meier(after).median
    assert naive[0] == pytest.approx(14.3, abs=1)
    assert naive[1] == pytest.approx(3.1, abs=1)
    found = finding(lived)
    assert found.ticked_median == pytest.approx(11, abs=1)
    assert found.not_median == pytest.approx(11, abs=1)
    assert not found.stands_out

"""The interval of a median: the bootstrap of any figure, only quicker."""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from statistics import median
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference.case_bootstrap import bootstrap

from bounceback_tui.statistics import median_interval as median_intervals
from bounceback_tui.statistics.median_interval import median_interval, weighted_median

unhurried = settings(deadline=None)

some_values = st.lists(st.integers(-16, 16).map(lambda half: half / 2), min_size=1, max_size=60)


@pytest.mark.parametrize("n", [6, 7, 12, 25, 60])
@pytest.mark.parametrize("seed", range(4))
def test_it_agrees_with_drawing_all_cases_again(n: int, seed: int) -> None:
    rng = random.Random(seed)
    values = [rng.gauss(0, 1) for _ in range(n)]

    def middle(groups: Sequence[list[float]]) -> float:
        return median(groups[0])

    quick, slow = median_interval(values), bootstrap([values], middle)
    # each limit is one of the values or between two: at most two places apart by chance
    places = sorted(values)
    for one, other in zip(quick, slow, strict=True):
        assert other is not None
        assert abs(sum(each <= one for each in places) - sum(each <= other for each in places)) <= max(
            1, n // 15
        )


@pytest.mark.parametrize("many", [6, 7])
def test_a_limit_of_few_cases_stands_where_it_can_be_worked_out(many: int) -> None:
    # of 7 cases the median lies at the lowest with chance P(at least 4 of 7 draws are it) = 0.0102, at one
    # of the two lowest with 0.0957: the limit of 2.5 % is the second lowest
    low, high = median_interval(range(many))
    if many == 7:
        assert (low, high) == (1, 5)
    else:
        assert low in (0.5, 1)
        assert high in (4, 4.5)


@given(some_values, st.randoms(use_true_random=False))
@unhurried
def test_order_does_not_matter_and_the_median_is_inside(values: list[float], chance: random.Random) -> None:
    low, high = median_interval(values)
    assert min(values) <= low <= median(values) <= high <= max(values)
    assert median_interval(chance.sample(values, len(values))) == (low, high)


def test_all_alike_leave_nothing_open() -> None:
    assert median_interval([2] * 6) == (2, 2)


@pytest.mark.parametrize("many", [20, 200, 20_000])
@pytest.mark.parametrize("shares", [(1, 1, 1), (1, 1, 1, 1), (1, 9, 1), (4, 1, 4), (5, 5, 1), (99, 101)])
def test_the_limits_are_those_of_the_draws_also_where_none_is_made(
    monkeypatch: pytest.MonkeyPatch, many: int, shares: tuple[int, ...]
) -> None:
    times = [many * share for share in shares]
    found = median_interval(range(len(shares)), (), times)
    monkeypatch.setattr(median_intervals, "_NEVER", 10**9)  # as if each could be drawn
    assert found == median_interval(range(len(shares)), (), times)


def test_of_very_many_that_are_mostly_alike_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    usual = median_intervals._drawn
    monkeypatch.setattr(median_intervals, "_drawn", lambda at, n: drawn.append(n) or usual(at, n))
    assert median_interval([0, 1, 2], (), [900, 2000, 900]) == (1, 1)
    assert drawn == []
    median_interval([0, 1, 2], (), [2000, 300, 2000])
    assert drawn == [4300], "the control"


@given(st.lists(st.tuples(st.integers(-8, 8), st.integers(1, 5)), min_size=1, max_size=30))
@unhurried
def test_a_weight_is_as_good_as_so_many_cases(pairs: list[tuple[int, int]]) -> None:
    values, weights = [value for value, _ in pairs], [weight for _, weight in pairs]
    repeated = [value for value, weight in pairs for _ in range(weight)]
    assert weighted_median(values, weights) == median(repeated)
    low, high = median_interval(values, weights)
    assert min(values) <= low <= median(repeated) <= high <= max(values)
    # weights make nothing surer than the cases there are
    assert median_interval(values, [3] * len(values)) == median_interval(values)


def test_nothing_has_no_median() -> None:
    with pytest.raises(ValueError, match="median of nothing"):
        median_interval([])


def test_more_cases_take_no_more_steps() -> None:
    def steps(many: int) -> int:
        counted = 0

        def watch(frame: FrameType, event: str, arg: object) -> object:
            nonlocal counted
            counted += event == "line"
            return watch

        before = sys.gettrace()
        sys.settrace(watch)  # type: ignore[arg-type]  # the protocol is narrower than what works
        try:
            median_interval(range(many))
        finally:
            sys.settrace(before)
        return counted

    assert steps(10_000) < 1.5 * steps(100)


def test_the_limits_of_many_cases_are_those_of_95_in_100() -> None:
    # by the normal approximation 1.96 × √400 / 2 = 19.6 places from the middle; for 90 in 100 it is 16.4
    low, high = median_interval(range(400))
    assert 17.5 < 199.5 - low < 21.5
    assert 17.5 < high - 199.5 < 21.5

"""How far a figure can be trusted, by drawing again: the quick way says what the plain one says."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from math import ceil, log
from statistics import mean, pvariance

import pytest
from brisk import often
from hypothesis import given, settings
from hypothesis import strategies as st
from reference.case_bootstrap import bootstrap

from bounceback_tui.statistics.bootstrap import RESAMPLES, drawn_counts, limits
from bounceback_tui.statistics.drawn_medians import difference_limits, drawn_medians
from bounceback_tui.statistics.survival import Span, kaplan_meier

spans = st.lists(st.builds(Span, st.integers(1, 30), st.booleans()), min_size=1, max_size=30)
unhurried = settings(deadline=None, max_examples=often(25))


def made_up(chance: random.Random, many: int, rate: float = 0.08, seen: float = 0.8) -> list[Span]:
    return [Span(ceil(chance.expovariate(rate)), chance.random() < seen) for _ in range(many)]


def _median(groups: Sequence[list[Span]]) -> float | None:
    return kaplan_meier(groups[0]).median


def _difference(groups: Sequence[list[Span]]) -> float | None:
    one, other = (kaplan_meier(group).median for group in groups)
    return None if one is None or other is None else one - other


# The plain one


def test_the_limits_of_a_mean_are_where_theory_puts_them() -> None:
    chance = random.Random(5)
    values = [chance.gauss(10, 2) for _ in range(100)]
    low, high = bootstrap([values], lambda groups: mean(groups[0]))
    error = 1.96 * (pvariance(values) / 100) ** 0.5
    assert low == pytest.approx(mean(values) - error, abs=0.05)
    assert high == pytest.approx(mean(values) + error, abs=0.05)


def test_the_same_cases_in_any_order_give_the_same_limits() -> None:
    groups = [[3.5, 1.0, 2.0, 8.0], [4.0, 4.0, 9.0]]
    turned = [[8.0, 1.0, 3.5, 2.0], [9.0, 4.0, 4.0]]

    def apart(drawn: Sequence[list[float]]) -> float:
        return mean(drawn[0]) - mean(drawn[1])

    assert bootstrap(groups, apart) == bootstrap(turned, apart) == bootstrap(groups, apart)


def test_where_more_draws_than_a_limit_stands_for_give_no_figure_there_is_none() -> None:
    known = [float(number) for number in range(975)]
    assert limits([*known, *[None] * 25])[0] is not None
    assert limits([*known[:-1], *[None] * 26]) == (None, None)
    assert limits([1.0]) == limits([]) == (None, None)
    assert limits(float(number) for number in range(41)) == (1.0, 39.0)


@pytest.mark.parametrize("groups", [[[]], [[1.0], []]])
def test_nothing_can_be_drawn_from_nothing(groups: list[list[float]]) -> None:
    with pytest.raises(ValueError, match="empty"):
        bootstrap(groups, lambda drawn: 0.0)


# Counts instead of cases


@pytest.mark.parametrize("counts", [(1,), (3, 1, 4), (100, 100, 56), (100, 100, 57), (900, 5, 1, 94)])
def test_each_kind_is_drawn_as_often_as_it_should_be(counts: tuple[int, ...]) -> None:
    many = sum(counts)
    drawn = [(total, tuple(found)) for total, found in drawn_counts(counts, random.Random(1))]
    assert len(drawn) == RESAMPLES
    assert all(sum(found) == total for total, found in drawn)
    assert mean(total for total, _ in drawn) == pytest.approx(many, rel=0.01)
    if many <= 256:
        assert {total for total, _ in drawn} == {many}
    for kind, count in enumerate(counts):
        shares = [found[kind] / total for total, found in drawn]
        share = count / many
        variance = share * (1 - share) / many
        assert mean(shares) == pytest.approx(share, abs=5 * (variance / RESAMPLES) ** 0.5 + 1e-12)
        assert pvariance(shares) == pytest.approx(variance, rel=0.2)


# Medians of ways that may be cut short


def test_each_draw_has_the_median_that_its_curve_has() -> None:
    known = made_up(random.Random(2), 6, seen=0.6)
    quick = Counter(drawn_medians(known, random.Random(1)))
    rng = random.Random(3)
    plain = Counter(kaplan_meier(rng.choices(known, k=6)).median for _ in range(RESAMPLES))
    assert quick.keys() == plain.keys()
    for day, count in plain.items():
        assert quick[day] == pytest.approx(count, abs=5 * (2 * count + 1) ** 0.5)


def test_one_cut_short_on_the_day_of_an_end_still_counts_as_watched_on_it() -> None:
    same = [Span(5, True), Span(5, False), Span(5, False), Span(9, True)]
    quick = Counter(drawn_medians(same, random.Random(1)))
    rng = random.Random(3)
    plain = Counter(kaplan_meier(rng.choices(same, k=4)).median for _ in range(RESAMPLES))
    for day in (5, 9, None):
        assert quick[day] == pytest.approx(plain[day], abs=150)


@pytest.mark.many(3)
@pytest.mark.parametrize("many", [3, 8, 60, 256, 257, 600])
def test_medians_are_spread_as_by_the_plain_way_but_for_the_noise_of_drawing(many: int) -> None:
    known = made_up(random.Random(many), many, seen=0.9)
    quick = Counter(drawn_medians(known, random.Random(1)))
    rng = random.Random(3)
    plain = Counter(kaplan_meier(rng.choices(known, k=many)).median for _ in range(RESAMPLES))
    apart = [
        sum(count for day, count in drawn.items() if day is not None and day <= last)
        for last in range(1, 100)
        for drawn in (quick, plain)
    ]
    farthest = max(abs(one - other) for one, other in zip(apart[::2], apart[1::2], strict=True))
    # Kolmogorov and Smirnov: two samples of 2,000 are farther apart once in 2,000 times
    assert farthest <= 1.95 * (2 * RESAMPLES) ** 0.5


@pytest.mark.parametrize(("ones", "others"), [(4, 8), (40, 60)])
def test_the_limits_of_a_difference_are_those_of_the_plain_way_or_a_day_beside(
    ones: int, others: int
) -> None:
    chance = random.Random(ones)
    first, second = made_up(chance, ones, seen=1), made_up(chance, others, rate=0.05, seen=1)
    quick, plain = difference_limits(first, second), bootstrap([first, second], _difference)
    for limit, other in zip(quick, plain, strict=True):
        assert limit is not None
        assert limit == pytest.approx(other, abs=1)


def test_a_limit_that_the_plain_way_does_not_know_is_not_known() -> None:
    known = [Span(3, True)] * 3 + [Span(9, False)] * 3
    assert bootstrap([known], _median) == (None, None)
    assert difference_limits(known, [Span(4, True)] * 7) == (None, None)


@given(spans, spans, st.randoms(use_true_random=False))
@unhurried
def test_the_order_of_the_cases_does_not_matter(
    ones: list[Span], others: list[Span], chance: random.Random
) -> None:
    shuffled = chance.sample(ones, len(ones)), chance.sample(others, len(others))
    assert difference_limits(*shuffled) == difference_limits(ones, others)


def test_no_group_may_be_empty() -> None:
    with pytest.raises(ValueError, match="empty"):
        difference_limits([Span(1, True)], [])


@pytest.mark.long
def test_nearly_every_interval_holds_what_was_found() -> None:
    chance = random.Random(8)
    held = told = 0
    for _ in range(150):
        ones = made_up(chance, chance.randint(3, 20))
        others = made_up(chance, chance.randint(3, 20))
        found = _difference([ones, others])
        low, high = difference_limits(ones, others)
        if found is not None and low is not None and high is not None:
            told += 1
            held += low <= found <= high
    assert told > 75
    assert held >= 0.98 * told


@pytest.mark.long
def test_about_nineteen_in_twenty_intervals_hold_the_truth() -> None:
    # Both sides have a median of 8 days, so the true difference is 0.
    chance = random.Random(21)
    rate = log(2) / 7.5
    held = 0
    for _ in range(200):
        low, high = difference_limits(made_up(chance, 30, rate, 1), made_up(chance, 40, rate, 1))
        assert low is not None
        assert high is not None
        held += low <= 0 <= high
    assert 0.92 <= held / 200 <= 0.995

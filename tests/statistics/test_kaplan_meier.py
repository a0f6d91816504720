"""The survival curve against the published leukaemia data, worked examples, and what must always hold."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.statistics.survival import Curve, Span, kaplan_meier

TREATED = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"
PLACEBO = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23"
"""Weeks in remission with and without 6-mercaptopurine; + is cut short (Freireich and others 1963)."""

spans = st.builds(Span, st.integers(0, 30), st.booleans())
many_spans = st.lists(spans, min_size=1, max_size=40)


def read(table: str) -> list[Span]:
    return [Span(int(word.rstrip("+")), not word.endswith("+")) for word in table.split()]


def test_remission_with_treatment_agrees_with_the_published_table() -> None:
    curve = kaplan_meier(read(TREATED))
    shares = {point.day: round(point.share, 3) for point in curve.points if point.ended}
    at_risk = {point.day: point.at_risk for point in curve.points if point.ended}
    assert shares == {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
    assert at_risk == {6: 21, 7: 17, 10: 15, 13: 12, 16: 11, 22: 7, 23: 6}
    assert curve.median == 23
    assert curve.interval == (13, None)


def share_after(curve: Curve, day: int) -> float:
    """The share of cases that last longer, read off the curve; 1 before its first point."""
    reached = [point for point in curve.points if point.day <= day]
    return reached[-1].share if reached else 1.0


def test_remission_with_placebo_agrees_with_the_published_table() -> None:
    curve = kaplan_meier(read(PLACEBO))
    assert curve.n == 21
    assert curve.median == 8
    assert curve.interval == (4, 11)
    assert share_after(curve, 8) == pytest.approx(8 / 21)


def test_limits_are_those_of_the_exponential_greenwood_formula() -> None:
    first = kaplan_meier(read(TREATED)).points[0]
    assert (first.low, first.high) == pytest.approx((0.6197, 0.9516), abs=0.0001)


def test_a_case_cut_short_still_counts_on_its_own_day() -> None:
    curve = kaplan_meier([Span(4, False), Span(4, True), Span(5, True)])
    assert [(each.day, each.at_risk, each.ended) for each in curve.points] == [(4, 3, 1), (5, 1, 1)]


def test_exactly_one_half_counts_as_reached() -> None:
    # 9/10 × 7/9 × 5/7 is one half on paper and a little more in floating point.
    curve = kaplan_meier(read("1 2 2 3 3 9+ 9+ 9+ 9+ 9+"))
    assert curve.points[2].share > 0.5
    assert curve.median == 3


def test_no_limits_where_nobody_or_everybody_is_through() -> None:
    points = kaplan_meier(read("1+ 2 3 4")).points
    assert [(each.low is None, each.high is None) for each in points] == [
        (True, True),
        (False, False),
        (False, False),
        (True, True),
    ]


def test_a_median_that_is_not_reached_is_not_made_up() -> None:
    curve = kaplan_meier(read("3 5+ 6+ 7+"))
    assert curve.median is None
    assert curve.interval[1] is None


def test_nothing_seen_gives_an_empty_curve() -> None:
    assert kaplan_meier([]) == Curve(0, ())
    assert kaplan_meier([]).median is None
    assert share_after(kaplan_meier([]), 3) == 1


def test_refuses_time_that_runs_backwards() -> None:
    with pytest.raises(ValueError, match="-1"):
        kaplan_meier([Span(-1, True)])


@given(many_spans.flatmap(lambda cases: st.tuples(st.just(cases), st.permutations(cases))))
def test_the_order_of_cases_does_not_matter(pair: tuple[Sequence[Span], Sequence[Span]]) -> None:
    assert kaplan_meier(pair[0]) == kaplan_meier(pair[1])


@given(many_spans)
def test_the_curve_only_falls_and_its_limits_hold_it(cases: list[Span]) -> None:
    curve = kaplan_meier(cases)
    assert all(later.share <= earlier.share for earlier, later in pairwise(curve.points))
    for point in curve.points:
        assert 0 <= point.share <= 1
        assert (point.low is None) == (point.share in (0, 1))
        if point.low is not None and point.high is not None:
            assert 0 <= point.low <= point.share <= point.high <= 1
    low, high = curve.interval
    if curve.median is not None:
        assert low is None or low <= curve.median
        assert high is None or curve.median <= high
    else:
        assert high is None


@given(many_spans)
def test_without_cases_cut_short_it_is_the_plain_share(cases: list[Span]) -> None:
    days = [case.days for case in cases]
    curve = kaplan_meier(Span(each, True) for each in days)
    for day in range(31):
        assert share_after(curve, day) == pytest.approx(
            sum(each > day for each in days) / len(days), abs=1e-9
        )


@given(many_spans, st.integers(0, 30), st.integers(1, 20))
def test_watching_a_case_longer_never_lowers_the_curve(cases: list[Span], days: int, longer: int) -> None:
    before = kaplan_meier([*cases, Span(days, False)])
    after = kaplan_meier([*cases, Span(days + longer, False)])
    assert all(share_after(after, day) >= share_after(before, day) - 1e-12 for day in range(51))

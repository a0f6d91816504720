"""The limits of a median: against the published table, and what must hold for any number of cases."""

from __future__ import annotations

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.statistics.intervals import median_rank


@pytest.mark.parametrize(
    ("n", "rank"),
    [(0, None), (5, None), (6, 1), (8, 1), (9, 2), (12, 3), (15, 4), (20, 6), (25, 8), (50, 18), (100, 40)],
)
def test_agrees_with_the_published_table(n: int, rank: int | None) -> None:
    # the table of the sign test at 5 %, two-sided: Dixon and Mood 1946, JASA 41:557
    assert median_rank(n) == rank


@given(st.integers(6, 400))
def test_it_holds_the_median_in_95_of_100_and_no_narrower_one_does(n: int) -> None:
    def missed(rank: int) -> float:
        return 2 * sum(comb(n, few) for few in range(rank)) / 2**n

    rank = median_rank(n)
    assert rank is not None
    assert missed(rank) <= 0.05 < missed(rank + 1)

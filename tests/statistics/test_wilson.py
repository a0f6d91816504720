"""Wilson's interval against published values, and what must hold for any share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.statistics.intervals import wilson


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [(3, 12, 0.089, 0.532), (1, 4, 0.046, 0.699), (0, 6, 0.0, 0.390), (6, 6, 0.610, 1.0)],
)
def test_agrees_with_the_published_table(hits: int, n: int, low: float, high: float) -> None:
    assert wilson(hits, n) == pytest.approx((low, high), abs=0.0005)


@given(st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_holds_the_share_and_mirrors_its_opposite(case: tuple[int, int]) -> None:
    hits, n = case
    low, high = wilson(hits, n)
    assert 0 <= low <= hits / n <= high <= 1
    assert high - low < 1
    assert wilson(n - hits, n) == pytest.approx((1 - high, 1 - low))


def test_more_cases_make_it_narrower() -> None:
    widths = [high - low for low, high in (wilson(n // 4, n) for n in (4, 12, 40, 400))]
    assert widths == sorted(widths, reverse=True)


@pytest.mark.parametrize(("hits", "n"), [(0, 0), (-1, 4), (5, 4)])
def test_refuses_what_is_no_share(hits: int, n: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        wilson(hits, n)

"""Figures in words say no more than the figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.domain.text import listing
from bounceback_tui.statistics.words import between, plain, proportion


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0, "none"),
        (0.0001, "fewer than 1 in 100"),
        (0.01, "1 in 100"),
        (0.046, "1 in 20"),
        (0.089, "1 in 11"),
        (0.25, "1 in 4"),
        (1 / 3, "1 in 3"),
        (0.39, "2 in 5"),
        (0.532, "1 in 2"),
        (0.699, "7 in 10"),
        (0.75, "3 in 4"),
        (0.95, "19 in 20"),
        (0.99, "nearly all"),
        (1, "all"),
    ],
)
def test_a_share_reads_as_the_nearest_proportion_that_one_can_picture(share: float, words: str) -> None:
    assert proportion(share) == words


def test_an_interval_reads_from_its_lower_to_its_upper_limit() -> None:
    assert between(0.089, 0.532) == "between 1 in 11 and 1 in 2"
    assert between(0, 0.39) == "between none and 2 in 5"
    assert between(0.249, 0.252) == "about 1 in 4"


@given(st.floats(0.005, 0.975))
def test_the_words_are_never_far_from_the_share(share: float) -> None:
    some, _, many = proportion(share).partition(" in ")
    assert int(some) / int(many) == pytest.approx(share, abs=0.051)


@given(st.floats(0, 1), st.floats(0, 1))
def test_only_nothing_is_none_and_only_everything_is_all(share: float, other: float) -> None:
    assert (proportion(share) == "none") == (share == 0)
    assert (proportion(share) == "all") == (share == 1)
    low, high = sorted((share, other))
    first, last = proportion(low), proportion(high)
    assert between(low, high) == (f"about {first}" if first == last else f"between {first} and {last}")


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan")])
def test_refuses_what_is_no_share(share: float) -> None:
    with pytest.raises(ValueError, match="share"):
        proportion(share)


def test_moods_and_lists_read_naturally() -> None:
    assert [plain(5.0), plain(5.5), plain(5.25)] == ["5", "5.5", "5.2"]
    assert [listing([]), listing(["a"]), listing(["a", "b"]), listing(["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]

"""Changes of mood in words."""

from __future__ import annotations

import pytest

from bounceback_tui.statistics.mood_points import between_points, moved
from bounceback_tui.statistics.words import signed


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (-1.5, "1.5 points lower"),
        (-1, "1 point lower"),
        (-0.5, "half a point lower"),
        (-0.2, "about the same"),
        (0, "about the same"),
        (0.475, "half a point higher"),
        (2, "2 points higher"),
    ],
)
def test_a_change(change: float, words: str) -> None:
    assert moved(change) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (-1, 0, "between 1 point lower and no change"),
        (0, 0.5, "between no change and half a point higher"),
        (-0.5, 1, "between half a point lower and 1 point higher"),
        (0.5, 2, "between half a point and 2 points higher"),
        (-2, -1, "between 1 point and 2 points lower"),
        (-1, -1, "about 1 point lower"),
        (0, 0.1, "no change"),
    ],
)
def test_an_interval(low: float, high: float, words: str) -> None:
    assert between_points(low, high) == words


def test_a_change_with_its_sign() -> None:
    assert [signed(change) for change in (-0.5, -0.0, 0.0, 0.04, 1)] == ["−0.5", "0", "0", "0", "+1"]


@pytest.mark.parametrize(
    ("change", "sign"), [(0.5, "+0.5"), (1, "+1"), (-0.5, "−0.5"), (0, "0"), (0.04, "0")]
)
def test_a_change_has_its_sign(change: float, sign: str) -> None:
    assert signed(change) == sign

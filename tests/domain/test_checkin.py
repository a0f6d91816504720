"""Readings of how one feels stay on their scales."""

from __future__ import annotations

import pytest

from bounceback_tui.domain.checkin import NOTHING_READ, SCALE, STRENGTH, Feeling, Reading


def test_the_scales_run_from_one_to_nine_and_from_nought_to_a_hundred() -> None:
    assert [Reading(mood).mood for mood in SCALE] == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert [Feeling("calm", strength).strength for strength in (0, 100)] == [STRENGTH[0], STRENGTH[-1]]


@pytest.mark.parametrize("value", [0, 10, -1])
def test_what_is_off_the_scale_is_refused(value: int) -> None:
    with pytest.raises(ValueError, match="mood runs from 1 to 9"):
        Reading(mood=value)
    with pytest.raises(ValueError, match="energy runs from 1 to 9"):
        Reading(energy=value)


@pytest.mark.parametrize("strength", [-1, 101])
def test_a_feeling_has_a_name_and_a_strength(strength: int) -> None:
    with pytest.raises(ValueError, match="from 0 to 100"):
        Feeling("calm", strength)
    with pytest.raises(ValueError, match="needs a name"):
        Feeling("  ", 50)


@pytest.mark.parametrize("reading", [Reading(1), Reading(energy=1), Reading(feelings=(Feeling("calm", 0),))])
def test_any_part_is_a_reading(reading: Reading) -> None:
    assert reading
    assert reading != NOTHING_READ


def test_nothing_is_no_reading() -> None:
    assert not NOTHING_READ
    assert not Reading()

"""How have I felt: rolling median, usual mood, and what an open episode holds back."""

from __future__ import annotations

import json

import pytest
from made_up_pasts import day, level, past, readings, rejection

from bounceback_tui.domain.past import Past
from bounceback_tui.statistics import mood


def usual_mood(lived: Past) -> float | None:
    return mood.compute(lived).usual


def test_the_rolling_median_takes_seven_logged_days_however_far_apart() -> None:
    moods = dict(zip((0, 1, 2, 5, 9, 20, 21, 40), (9, 9, 9, 1, 2, 3, 4, 5), strict=True))
    found = mood.compute(past(50, moods))
    assert [each.rolling for each in found.days] == [9, 9, 9, 9, 9, 6, 4, 4]
    assert [each.mood for each in found.days] == list(moods.values())
    assert found.n == 8


def test_three_logged_days_are_enough_and_two_are_not() -> None:
    two = mood.compute(past(9, {1: 4, 2: 5}))
    assert not two.enough
    assert (two.usual, [each.rolling for each in two.days]) == (None, [None, None])
    assert "1 more logged day." in two.sentence
    three = mood.compute(past(9, {1: 4, 2: 5, 3: 6}))
    assert three.enough
    assert three.usual == 5
    assert three.sentence == "Over your 3 logged days your mood was about 5; your usual is about 5."


def test_nothing_logged_says_what_is_missing() -> None:
    found = mood.compute(Past(day(0)))
    assert (found.n, found.enough, found.days) == (0, False, ())
    assert found.sentence == "Too few to say yet; still missing: 3 more logged days."


@pytest.mark.parametrize(("recent", "usual"), [(60, 5), (31, 5), (30, 6.5), (29, 8)])
def test_the_usual_is_the_median_of_the_last_sixty_logged_days(recent: int, usual: float) -> None:
    moods = level(-100, -1, 8) | level(0, recent - 1, 5)
    assert usual_mood(past(recent, moods)) == usual


def test_an_open_episode_holds_its_days_back_until_today() -> None:
    moods = level(-5, -1, 7) | level(0, 20, 3)
    open_still = past(20, moods, [rejection(0)])
    assert usual_mood(open_still) == 7
    assert usual_mood(past(20, moods, [rejection(0, closed=True)])) == 3
    assert mood.compute(open_still).usual == 7
    assert (
        "last 7 logged days your mood was about 3; your usual is about 7" in mood.compute(open_still).sentence
    )


def test_the_day_of_the_rejection_is_held_back_too() -> None:
    assert usual_mood(past(0, {-3: 7, -2: 7, 0: 1}, [rejection(0)])) is None
    assert usual_mood(past(0, {-3: 7, -2: 7, -1: 1}, [rejection(0)])) == 7


def test_an_episode_that_is_over_but_not_closed_holds_back_only_its_own_days() -> None:
    # Back on day 10: the low days 0 to 9 stay out, and the 20 later ones count.
    moods = level(-14, -1, 6) | level(0, 9, 2) | level(10, 29, 8)
    assert usual_mood(past(29, moods, [rejection(0)])) == 8
    days_held = level(-14, -1, 6) | level(0, 9, 2) | level(10, 12, 8)
    assert usual_mood(past(12, days_held, [rejection(0)])) == 6
    assert usual_mood(past(12, days_held, [rejection(0, closed=True)])) == 6
    assert usual_mood(past(9, {key: value for key, value in days_held.items() if key < 10}, [0])) == 6


def test_the_day_of_being_back_counts_again() -> None:
    # Fourteen days of 6 before, and fourteen of 8 from the day of being back on.
    moods = level(-14, -1, 6) | level(0, 9, 2) | level(10, 23, 8)
    assert usual_mood(past(23, moods, [rejection(0)])) == 7


def test_having_been_back_earlier_does_not_end_a_later_one() -> None:
    moods = level(-14, 19, 6) | level(20, 80, 2)
    assert usual_mood(past(80, moods, [rejection(0), rejection(20)])) == 6


def test_being_back_from_a_later_rejection_ends_an_earlier_one_as_well() -> None:
    # The first was cut short on day 5 and never closed; back from the second on day 12.
    moods = level(-14, -1, 6) | level(0, 11, 2) | level(12, 60, 7)
    for closed in (True, False):
        episodes = [rejection(0), rejection(5, closed=closed)]
        assert usual_mood(past(60, moods, episodes)) == 7
        assert usual_mood(past(11, {key: moods[key] for key in range(-14, 12)}, episodes)) == 6


def test_closing_a_later_one_does_not_close_an_earlier_one() -> None:
    moods = level(-14, -1, 6) | level(0, 30, 2)
    assert usual_mood(past(30, moods, [rejection(0), rejection(5, closed=True)])) == 6


def test_a_usual_that_cannot_be_given_is_said_to_be_missing() -> None:
    found = mood.compute(past(9, level(-1, 9, 3), [rejection(0)]))
    assert found.enough
    assert found.usual is None
    assert "your mood was about 3" in found.sentence
    assert "2 more logged days outside open episodes" in found.sentence


def test_rejections_are_marked_once_a_date_and_not_before_they_come() -> None:
    episodes = [rejection(4), rejection(2, "a"), rejection(2, "b"), rejection(7)]
    assert mood.compute(past(6, level(0, 6, 5), episodes)).rejections == (day(2), day(4))


def test_what_is_later_than_today_changes_nothing() -> None:
    moods = level(0, 20, 5)
    known = past(20, moods, [rejection(10)])
    more = Past(known.today, known.readings + readings({21: 9, 22: 9}), (*known.episodes, rejection(21)))
    assert mood.compute(more) == mood.compute(known)


def test_json_has_the_keys_of_the_contract() -> None:
    found = mood.compute(past(3, {0: 4, 1: 5, 3: 6}, [rejection(1)])).as_json()
    assert json.loads(json.dumps(found)) == {
        "name": "mood",
        "n": 3,
        "enough": True,
        "sentence": found["sentence"],
        "days": [
            {"date": "2026-01-05", "mood": 4, "rolling": 4},
            {"date": "2026-01-06", "mood": 5, "rolling": 4.5},
            {"date": "2026-01-08", "mood": 6, "rolling": 5},
        ],
        "rejections": ["2026-01-06"],
        "usual": None,
    }

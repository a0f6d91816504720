"""How have I felt in a part of the time: what counts, what the sentence says, and who said no."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up_pasts import day, level, past, readings, rejection

from bounceback_tui.domain.checkin import DayMoods
from bounceback_tui.domain.past import Past
from bounceback_tui.statistics import mood
from bounceback_tui.statistics.mood import Turned

LIVED = past(30, level(0, 9, 3) | level(10, 20, 7))
MOODS = st.dictionaries(st.integers(0, 60), st.integers(1, 9), max_size=25)
REJECTIONS = st.lists(st.integers(0, 60), max_size=6)


def between(first: int | None, last: int | None, lived: Past = LIVED) -> Past:
    return replace(
        lived,
        since=None if first is None else day(first),
        until=None if last is None else day(last),
    )


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        (None, None, "Over your last 7 logged days your mood was about 7; your usual is about 7."),
        (12, None, "Over your last 7 logged days your mood was about 7; your usual is about 7."),
        (
            18,
            None,
            "Over your last 7 logged days, 4 of them before this period, your mood was about 7; "
            "your usual is about 7.",
        ),
        (12, 25, "Over your last 7 logged days your mood was about 7; your usual is about 7."),
        (
            None,
            9,
            "Over the 7 logged days up to 14 Jan 2026 your mood was about 3; your usual today is about 7.",
        ),
        (
            None,
            4,
            "Over the 5 logged days up to 9 Jan 2026 your mood was about 3; your usual today is about 7.",
        ),
        (
            10,
            12,
            "Over the 7 logged days up to 17 Jan 2026, 4 of them before this period, your mood was "
            "about 3; your usual today is about 7.",
        ),
    ],
)
def test_the_sentence_says_which_days_it_speaks_of(
    first: int | None, last: int | None, sentence: str
) -> None:
    assert mood.compute(between(first, last)).sentence == sentence


def test_cases_are_the_logged_days_of_the_period_with_its_first_and_last_day() -> None:
    found = mood.compute(between(4, 12))
    assert found.n == 9
    assert (found.days[0].day, found.days[-1].day) == (day(4), day(12))
    assert (found.since, found.until, found.today) == (day(4), day(12), day(30))
    assert mood.compute(between(25, 28)).days == ()
    assert mood.compute(between(12, 4)).n == 0


def test_the_median_goes_over_the_days_before_the_period() -> None:
    found = mood.compute(between(10, None))
    assert [one.rolling for one in found.days[:5]] == [3, 3, 3, 7, 7]
    assert {one.over for one in found.days} == {7}
    assert [one.over for one in mood.compute(LIVED).days[:8]] == [1, 2, 3, 4, 5, 6, 7, 7]


def test_the_usual_is_that_of_today_whatever_the_period() -> None:
    whole = mood.compute(LIVED).usual
    assert whole == 7
    for first, last in ((0, 5), (3, None), (None, 9)):
        assert mood.compute(between(first, last)).usual == whole


def test_a_period_with_too_few_days_gives_no_figure_and_says_so() -> None:
    found = mood.compute(between(19, None))
    assert found.sentence == "Too few to say yet; still missing: 1 more logged day in this period."
    assert (found.n, found.enough, found.usual) == (2, False, None)
    assert [one.rolling for one in found.days] == [None, None]


def test_a_rejection_tells_who_said_no_and_who_went_silent() -> None:
    episodes = (
        rejection(4, "b"),
        rejection(4, "c")._replace(silent=True),
        rejection(4, "a"),
        rejection(2, "d")._replace(fits=False),
        rejection(4, "e")._replace(fits=False),
        rejection(9, "f"),
        rejection(31, "g"),
    )
    result = mood.compute(replace(LIVED, episodes=episodes))
    assert tuple(result.turned(result.rejections)) == (
        Turned(day(4), ("Company a", "Company b"), ("Company c",)),
        Turned(day(9), ("Company f",), ()),
    )


@given(MOODS, REJECTIONS, st.randoms(use_true_random=False))
def test_the_order_of_what_was_read_does_not_matter(moods: dict[int, int], numbers: list[int], rng) -> None:  # type: ignore[no-untyped-def]  # a random.Random
    several = tuple(
        one
        for number in moods
        for one in (*readings({number: moods[number]}), _after(number), _other(number))
    )
    episodes = tuple(rejection(number, f"{place}") for place, number in enumerate(numbers))
    known = Past(day(60), several, episodes)
    shuffled = Past(
        day(60), tuple(rng.sample(several, len(several))), tuple(rng.sample(episodes, len(episodes)))
    )
    assert mood.compute(shuffled) == mood.compute(known)


@given(MOODS, REJECTIONS, st.integers(1, 9))
def test_a_day_far_away_changes_nothing_earlier(
    moods: dict[int, int], numbers: list[int], later: int
) -> None:
    known = past(2000, level(-3, -1, 5) | moods, {number: rejection(number) for number in numbers}.values())
    more = replace(
        known,
        readings=known.readings + readings({1900: later}),
        episodes=(*known.episodes, rejection(1900)),
    )
    before, after = mood.compute(known), mood.compute(more)
    assert after.days[:-1] == before.days
    assert after.episodes[:-1] == before.episodes


@given(MOODS, st.integers(0, 60), st.integers(0, 60))
def test_a_period_only_cuts_out_days(moods: dict[int, int], first: int, last: int) -> None:
    lived = past(60, moods)
    whole, part = mood.compute(lived), mood.compute(between(first, last, lived))
    inside = [one for one in whole.days if day(first) <= one.day <= day(last)]
    assert part.n == len(inside)
    assert [(one.day, one.mood) for one in part.days] == [(one.day, one.mood) for one in inside]
    if part.enough:
        assert list(part.days) == inside
        assert part.usual == whole.usual
    assert part.table().rows == () or part.n


def _after(number: int) -> DayMoods:
    return DayMoods(day(number), "1", True)


def _other(number: int) -> DayMoods:
    return DayMoods(day(number), str(1 + number % 9), False)


def test_a_period_that_ends_a_logged_day_ago_does_not_speak_of_now() -> None:
    said = mood.compute(between(None, 19)).sentence
    assert said.startswith("Over the 7 logged days up to 24 Jan 2026 your mood was about ")
    assert mood.compute(between(None, 20)).sentence.startswith("Over your last 7 logged days your mood was")

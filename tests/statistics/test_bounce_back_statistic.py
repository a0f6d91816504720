"""How long does it take me: the curve, what is said of it, and what other pages ask."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

import pytest
from made_up_pasts import BEFORE, day, level, past, rejection

from bounceback_tui.domain.past import Past
from bounceback_tui.statistics import bounce_back
from bounceback_tui.statistics.bounce_back import BounceBack
from bounceback_tui.statistics.recovery import State, WayBack


def states_of(lived: Past) -> dict[str, WayBack]:
    return {way.episode.id: way for way in bounce_back.compute(lived).episodes}


def ways(*days: int | None, today: int = 0) -> Past:
    """Rejections 40 days apart, each over after so many days; None never (only for the last)."""
    moods: dict[int, int] = dict(BEFORE)
    for index, took in enumerate(days):
        start = 40 * index
        moods |= level(start, start + 39, 2)
        if took is not None:
            moods |= level(start + took, start + 39, 6)
    return past(today or 40 * len(days) - 1, moods, [40 * index for index in range(len(days))])


def rounded(values: Iterable[float | None]) -> list[float | None]:
    return [None if value is None else round(value, 3) for value in values]


# Several on one date


def test_rejections_of_one_date_share_one_clock_and_count_once() -> None:
    two = [rejection(0, "b"), rejection(0, "a")]
    result = bounce_back.compute(past(9, BEFORE | level(1, 9, 6), two))
    assert [way.episode.id for way in result.episodes] == ["a", "b"]
    assert [(way.clock.state, way.clock.days) for way in result.episodes] == [(State.RECOVERED, 2)] * 2
    assert result.n == 1


def test_a_second_rejection_on_a_date_does_not_bend_the_curve() -> None:
    known = ways(4, 6, 8, 10, None)
    twice = replace(known, episodes=(*known.episodes, rejection(40, "again"), rejection(160, "too")))
    once, doubled = bounce_back.compute(known), bounce_back.compute(twice)
    assert (doubled.n, doubled.curve, doubled.median) == (once.n, once.curve, once.median)
    assert len(doubled.episodes) == len(once.episodes) + 2


# What a filter leaves out


def test_what_a_filter_leaves_out_still_cuts_short_and_holds_its_days() -> None:
    # alone, the first is back on day 8; the second cuts it short on day 5, and its days make no baseline
    moods = BEFORE | level(0, 7, 2) | level(8, 60, 6)
    episodes = [rejection(0), rejection(5, "out"), rejection(13)]
    whole = bounce_back.compute(past(40, moods, episodes))
    some = bounce_back.compute(past(40, moods, [one._replace(fits=one.id != "out") for one in episodes]))
    assert some.episodes == (whole.episodes[0], whole.episodes[2])
    assert [(way.clock.state, way.clock.days) for way in some.episodes] == [
        (State.CENSORED, 5),
        (State.RECOVERED, 2),
    ]
    assert (some.n, whole.n) == (2, 3)


def test_a_date_counts_once_if_any_of_its_rejections_fits() -> None:
    known = ways(4, 6, 8, 10, 12, 14)
    twice = replace(known, episodes=(*known.episodes, rejection(40, "out")._replace(fits=False)))
    assert bounce_back.compute(twice) == bounce_back.compute(known)
    none = replace(known, episodes=tuple(one._replace(fits=one.began != day(40)) for one in known.episodes))
    left = bounce_back.compute(none)
    assert (left.n, len(left.episodes)) == (5, 5)
    assert left.curve[1].day == 8


# The summary


def test_the_curve_counts_those_still_under_way() -> None:
    result = bounce_back.compute(ways(4, 6, 8, 10, None, today=165))
    points = [(point.day, point.at_risk, point.ended, round(point.share, 3)) for point in result.curve]
    assert points == [(4, 5, 1, 0.8), (5, 4, 0, 0.8), (6, 3, 1, 0.533), (8, 2, 1, 0.267), (10, 1, 1, 0)]
    assert rounded(point.low for point in result.curve) == [0.204, 0.204, 0.068, 0.010, None]
    assert rounded(point.high for point in result.curve) == [0.969, 0.969, 0.863, 0.686, None]
    assert (result.n, result.enough, result.median, result.interval) == (5, True, 8, (4, None))


def test_the_sentence_tells_the_median_the_interval_and_the_number_of_cases() -> None:
    assert bounce_back.compute(ways(4, 6, 8, 10, None, today=165)).sentence == (
        "After a rejection it usually takes you about 8 days to feel like yourself again: likely at least "
        "4 days; the upper limit is not known yet (5 ways back)."
    )
    both = bounce_back.compute(ways(3, 4, 5, 6, 7, 8, 9, 10, 11, 12))
    assert (both.median, both.interval) == (7, (3, 10))
    assert "about 7 days" in both.sentence
    assert "likely between 3 and 10 days (10 ways back)" in both.sentence
    alike = bounce_back.compute(ways(4, 4, 4, 4, 4))
    assert (alike.median, alike.interval) == (4, (None, None))
    assert "how far off that may be is not known yet" in alike.sentence
    steady = bounce_back.compute(ways(*[4] * 20, 9))
    assert (steady.median, steady.interval) == (4, (4, 4))
    assert "4 days to feel like yourself again: both limits fall on that day (21" in steady.sentence


def test_a_median_beyond_what_was_seen_is_not_known_yet() -> None:
    # Three over after two days; then four cut short after two days, and one still under way.
    known = ways(2, 2, 2)
    crowd = past(140, level(120, 140, 2), [120, 122, 124, 126, 128])
    result = bounce_back.compute(
        Past(crowd.today, known.readings + crowd.readings, known.episodes + crowd.episodes)
    )
    assert (result.n, result.enough, result.median, result.interval) == (8, True, None, (2, None))
    assert result.sentence == (
        "How long it usually takes you is not known yet: of 8 ways back, too many were cut short by the "
        "next rejection or are still under way. It is likely at least 2 days."
    )


def missing(*days: int | None, today: int = 0) -> BounceBack:
    result = bounce_back.compute(ways(*days, today=today))
    assert not result.enough
    assert (result.median, result.interval, result.curve) == (None, (None, None), ())
    return result


def test_too_few_says_what_is_still_missing() -> None:
    three = missing(4, 6, 8)
    assert three.sentence == (
        "Too few to say yet, and may it stay so. A way back needs a baseline: a mood on 5 of the "
        "14 days before it; all 3 of yours have one. This can be said once 5 of your ways back are known, "
        "3 of them seen through to the end."
    )
    assert [way.clock.days for way in three.episodes] == [4, 6, 8]
    one = missing(4, None)
    assert "more" not in one.sentence
    none = bounce_back.compute(Past(day(0)))
    assert none.sentence == (
        "Nothing to say yet, and may it stay so. This can be said once 5 of your ways back are known, "
        "3 of them seen through to the end; a way back needs a baseline (a mood on 5 of the 14 days before)."
    )


@pytest.mark.parametrize(
    ("days", "logged", "words"),
    [
        (range(10), {}, "none of your 10 has one"),
        ([0], {}, "yours does not have one"),
        ([0], BEFORE, "yours has one"),
        ([0, 60, 80], BEFORE, "1 of your 3 has one"),
        ([0, 1, 60, 80], BEFORE, "2 of your 4 have one"),
    ],
)
def test_too_few_says_first_what_a_baseline_is_and_who_has_one(
    days: Iterable[int], logged: dict[int, int], words: str
) -> None:
    said = bounce_back.compute(past(90, logged, days)).sentence
    assert said.startswith(
        "Too few to say yet, and may it stay so. A way back needs a baseline: a mood on 5 of the 14 days "
        f"before it; {words}. "
    )


def test_those_of_one_day_are_told_once_and_those_left_out_not_at_all() -> None:
    known = past(90, {}, [rejection(0), rejection(0, "again"), rejection(30)])
    assert "none of your 2 days with rejections has one" in bounce_back.compute(known).sentence
    out = replace(known, episodes=tuple(one._replace(fits=False) for one in known.episodes))
    assert bounce_back.compute(out).sentence.startswith(
        "Too few to say yet, and may it stay so. A way back needs a baseline: a mood on 5 of "
        "the 14 days before it. This can be said once"
    )


def test_five_with_a_baseline_of_which_three_over_are_enough() -> None:
    # Rejections a day apart share the fortnight before, and all but the last are cut short.
    moods = BEFORE | level(0, 79, 2) | level(4, 39, 6) | level(44, 79, 6)
    crowded = past(79, moods, [0, 1, 2, 40, 41])
    result = bounce_back.compute(crowded)
    assert (result.n, result.enough) == (5, False)
    assert result.sentence == ("Too few to say yet; still missing: 1 more way back seen through to the end.")
    assert bounce_back.compute(ways(4, 6, 8, 9)).enough is False
    assert bounce_back.compute(ways(4, 6, 8, 9, 9)).enough is True


def test_an_episode_without_a_baseline_is_listed_and_not_counted() -> None:
    known = ways(4, 6, 8, 10, None, today=165)
    bare = replace(known, episodes=(*known.episodes, rejection(-100)))
    result = bounce_back.compute(bare)
    assert result.episodes[0].clock.state is State.NO_BASELINE
    assert (result.n, result.curve) == (5, bounce_back.compute(known).curve)


# What other pages ask


def test_the_usual_days_are_known_only_where_there_is_enough() -> None:
    assert bounce_back.compute(ways(4, 6, 8, 10, None, today=165)).median == 8
    assert bounce_back.compute(ways(4, 6, 8)).median is None


def test_each_episode_can_be_told_in_whole_days_and_about() -> None:
    moods = level(26, 39, 6) | level(40, 60, 2) | level(48, 60, 6)
    states = states_of(past(56, moods, [rejection(0, "bare"), rejection(40), rejection(55)]))
    assert {key: way.words for key, way in states.items()} == {
        "bare": "no baseline: fewer than 5 logged days in the 14 days before",
        "r40": "back after about 8 days",
        "r55": "not known; longer than about 1 day",
    }
    first_day = states_of(past(40, moods, [rejection(40)]))
    assert first_day["r40"].words == "not known; today is the first day"


def test_json_has_the_keys_of_the_contract() -> None:
    known = ways(4, 6, 8, 10, None, today=165)
    written = bounce_back.compute(replace(known, episodes=(*known.episodes, rejection(-100)))).as_json()
    parsed = json.loads(json.dumps(written))
    assert list(parsed) == ["name", "n", "enough", "sentence", "episodes", "median", "interval", "curve"]
    assert (parsed["name"], parsed["median"], parsed["interval"]) == ("bounce-back", 8, [4, None])
    assert parsed["episodes"][:2] == [
        {
            "id": "r-100",
            "date": "2025-09-27",
            "company": "Company r-100",
            "baseline": None,
            "state": "no baseline",
            "days": None,
        },
        {
            "id": "r0",
            "date": "2026-01-05",
            "company": "Company r0",
            "baseline": 6,
            "state": "recovered",
            "days": 4,
        },
    ]
    assert parsed["episodes"][-1]["state"] == "censored"
    assert list(parsed["curve"][0]) == ["day", "at_risk", "recovered", "share", "low", "high"]
    assert parsed["curve"][-1] == {
        "day": 10,
        "at_risk": 1,
        "recovered": 1,
        "share": 0,
        "low": None,
        "high": None,
    }


def test_what_a_missing_baseline_means_is_told_only_where_one_is_missing() -> None:
    assert bounce_back.compute(past(9, BEFORE, [0])).table().foot == ""
    assert bounce_back.compute(past(9, {}, [0])).table().foot == (
        "No baseline: fewer than 5 logged days in the 14 days before."
    )

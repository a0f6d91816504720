"""How the forecasts compare: each way back worked by hand, and those that were cut short."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from math import inf
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up_pasts import BEFORE, day, level, past, rejection

from bounceback_tui.domain.past import Past
from bounceback_tui.statistics import forecast
from bounceback_tui.statistics.forecast import Forecast, compute

Way = tuple[int | None, int]
"""A forecast, or None for none, and the days that it took."""

APART = 60
"""Days from one rejection to the next."""

CROWDED = 4
"""Days between those at the end, which cut each other short."""


def lived(*ways: Way, crowd: Sequence[int] = (), seen: int = 0) -> Past:
    """Rejections far apart; then some close together, by forecast; the last is seen so long."""
    moods: dict[int, int] = dict(BEFORE)
    episodes = []
    for index, (expected, took) in enumerate(ways):
        start = APART * index
        moods |= level(start, start + took - 1, 2) | level(start + took, start + APART - 1, 6)
        episodes.append(rejection(start, f"w{index}")._replace(forecast=expected))
    end = APART * len(ways)
    for number, expected in enumerate(crowd):
        episodes.append(rejection(end + CROWDED * number, f"x{number}")._replace(forecast=expected))
    today = end + CROWDED * max(len(crowd) - 1, 0) + seen if crowd else end - 1
    return past(today, moods | level(end, today, 2), episodes)


def found(*ways: Way, crowd: Sequence[int] = (), seen: int = 0) -> Forecast:
    return compute(lived(*ways, crowd=crowd, seen=seen))


def gaps(result: Forecast) -> list[tuple[int, int, str]]:
    return [(pair.forecast, pair.actual, pair.way.clock.state.value) for pair in result.pairs]


def test_the_gap_is_the_forecast_less_the_days_that_it_took() -> None:
    result = found((14, 4), (7, 6), (5, 5), (3, 8))
    assert gaps(result) == [
        (14, 4, "recovered"),
        (7, 6, "recovered"),
        (5, 5, "recovered"),
        (3, 8, "recovered"),
    ]
    assert (result.n, result.enough, result.median_gap, result.shorter) == (4, True, 0.5, 2)
    assert result.sentence == (
        "In 2 of 4 rejections you felt like yourself again sooner than you had expected (in the long run "
        "likely between 1 in 7 and 4 in 5). The middle forecast was about 0.5 days too long; with so few, "
        "how far off that may be is not known yet."
    )


def test_three_are_too_few_and_nothing_is_said_of_them() -> None:
    result = found((14, 4), (7, 6), (3, 8))
    assert not result.enough
    assert (result.n, result.median_gap, result.shorter, result.interval) == (3, None, None, (None, None))
    assert result.sentence == (
        "Too few to say yet, and may it stay so. "
        "It takes a forecast of yours and a baseline (a mood on 5 of the 14 days "
        "before); all 3 of yours have both. This can be said once 4 of your forecasts can be "
        "compared, with a way back seen to the end or for longer than you expected."
    )
    assert len(result.pairs) == 3


def test_without_a_rejection_nobody_is_told_to_have_more() -> None:
    assert compute(Past(day(0))).sentence == (
        "Nothing to say yet, and may it stay so. This can be said once 4 of your forecasts can be compared, "
        "with a way back seen to the end or for longer than you expected, each with a baseline (a mood on 5 "
        "of the 14 days before)."
    )
    many = compute(past(20, {}, range(10)))
    assert "a baseline (a mood on 5 of the 14 days before); none of your 10 has both." in many.sentence


def test_without_a_forecast_or_a_baseline_there_is_no_pair() -> None:
    known = lived((14, 4), (None, 6), (7, 6))
    bare = rejection(-200, "bare")._replace(forecast=9)
    result = compute(replace(known, episodes=(*known.episodes, bare)))
    assert [pair.way.episode.id for pair in result.pairs] == ["w0", "w2"]


def test_what_a_filter_leaves_out_is_no_pair_and_still_cuts_short() -> None:
    moods = BEFORE | level(0, 9, 2) | level(10, 30, 6)
    first, second = rejection(0)._replace(forecast=3), rejection(5)._replace(forecast=3, fits=False)
    assert gaps(compute(past(30, moods, [first, second]))) == [(3, 5, "censored")]


def test_those_of_one_date_have_a_forecast_each() -> None:
    known = lived((14, 4), (7, 6))
    again = rejection(0, "again")._replace(forecast=2)
    assert gaps(compute(replace(known, episodes=(*known.episodes, again)))) == [
        (2, 4, "recovered"),
        (14, 4, "recovered"),
        (7, 6, "recovered"),
    ]


# Cut short


def test_one_cut_short_counts_once_it_has_lasted_longer_than_expected() -> None:
    known = [(14, 4), (7, 6), (5, 2), (9, 8)]
    for days, counted in ((9, 4), (10, 4), (11, 5)):
        result = found(*known, crowd=[10], seen=days)
        assert gaps(result)[-1] == (10, days, "censored")
        assert (result.n, result.undecided) == (counted, 5 - counted)
        assert result.shorter == 4


def test_those_still_longer_stand_below_all_in_the_middle() -> None:
    # 5, 3, 1 and one known only to be below -2: whatever it is, the middle is 2
    result = found((9, 4), (9, 6), (9, 8), crowd=[2], seen=5)
    assert (result.n, result.median_gap, result.shorter) == (4, 2.0, 3)


def test_where_the_middle_falls_on_one_that_is_not_known_it_is_not_given() -> None:
    result = found((9, 4), (9, 6), crowd=[2, 1, 20], seen=30)
    assert (result.n, result.median_gap) == (5, None)
    assert result.sentence.endswith("The middle forecast was too short, by 2 days or more.")
    open_ended = found((9, 4), (12, 20), (9, 8), crowd=[2], seen=5)
    assert open_ended.median_gap is None  # from -3.5 up to -1
    assert open_ended.sentence.endswith("The middle forecast was too short, by 1 day or more.")
    either = found((9, 4), (12, 20), (9, 6), crowd=[2], seen=3)
    assert either.median_gap is None
    assert either.sentence.endswith(
        "How far off the middle one was is not known yet, since some were cut short or still go on."
    )


def test_the_interval_is_open_where_it_falls_on_one_that_is_not_known() -> None:
    six = [(14, 4), (7, 6), (5, 5), (3, 8), (10, 6), (9, 2)]
    whole = found(*six)
    assert (whole.median_gap, whole.interval) == (2.5, (-5.0, 10.0))
    assert whole.sentence.endswith(
        "The middle forecast was about 2.5 days too long, "
        "likely between 5 days too short and 10 days too long."
    )
    cut = found(*six[:3], *six[4:], crowd=[3], seen=30)
    assert (cut.median_gap, cut.interval) == (2.5, (None, 10.0))
    assert cut.sentence.endswith("about 2.5 days too long, likely at most 10 days too long.")


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ((0.0, 3.0), ", likely between 0 and 3 days too long"),
        ((-3.0, 0.0), ", likely between 0 and 3 days too short"),
        ((2.0, 2.0), ", and hardly ever far from that"),
        ((None, 0.0), ", likely not too long"),
        ((None, -2.0), ", likely 2 days too short or more"),
        ((-4.0, -1.0), ", likely between 1 and 4 days too short"),
    ],
)
def test_an_interval_in_words(limits: tuple[float | None, float | None], words: str) -> None:
    assert forecast._likely(*limits) == words


@given(
    st.lists(st.integers(-30, 30), min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(-30, -1), st.integers(0, 100)), max_size=8),
)
def test_whatever_those_cut_short_become_the_figures_hold(
    known: list[int], cut: list[tuple[int, int]]
) -> None:
    least = sorted([*known, *[-inf] * len(cut)])
    most = sorted([*known, *(so_far for so_far, _ in cut)])
    truth = median([*known, *(so_far - more for so_far, more in cut)])
    middle = forecast._known_median(least, most)
    assert middle in (None, truth)
    assert middle is not None or cut
    low, high = forecast._limits(least, most)
    assert low is None or low <= truth
    assert high is None or truth <= high


# What is handed on


def test_the_table_has_the_latest_first_and_tells_what_does_not_count() -> None:
    table = found((14, 4), (1, 6), crowd=[30], seen=9).table()
    assert [row[1:] for row in table.rows] == [
        ("Company x0", "30 days", "longer than about 9 days"),
        ("Company w1", "1 day", "after about 6 days"),
        ("Company w0", "14 days", "after about 4 days"),
    ]
    assert table.foot == (
        "Not counted: those that have not lasted longer than expected and were cut short, or are still under "
        "way. They tell nothing."
    )
    assert found((14, 4)).table().foot == ""


def test_json_has_the_keys_of_the_contract() -> None:
    parsed = json.loads(json.dumps(found((14, 4), (7, 6), (5, 5), (3, 8)).as_json()))
    assert {"name", "n", "enough", "sentence", "pairs", "median_gap", "shorter"} <= set(parsed)
    assert (parsed["name"], parsed["median_gap"], parsed["shorter"]) == ("forecast", 0.5, 2)
    assert parsed["pairs"][0] == {
        "id": "w0",
        "date": "2026-01-05",
        "company": "Company w0",
        "forecast": 14,
        "actual": 4,
        "state": "recovered",
    }


def test_where_the_middle_may_be_right_or_too_short_neither_is_said() -> None:
    # 5 and 1, and two that are known only to be below −1 and −2: the middle may be anything up to 0
    result = found((9, 4), (9, 8), crowd=[3, 2], seen=4)
    assert [pair.gap for pair in result.pairs] == [5, 1, -1, -2]
    assert result.median_gap is None
    assert result.sentence.endswith("was is not known yet, since some were cut short or still go on.")

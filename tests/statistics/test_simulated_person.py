"""A made-up person whose true way back is known: the statistic finds it where a plain median does not."""

from __future__ import annotations

import random
from math import ceil, log
from statistics import median

from made_up_pasts import level, past

from bounceback_tui.domain.past import Past
from bounceback_tui.statistics import bounce_back
from bounceback_tui.statistics.recovery import State

TRUE_MEDIAN = 8


def person(seed: int, rejections: int) -> Past:
    """Mood 6, and 3 from each of so many rejections until truly back; one day in ten a point off.

    Ways back have an exponential length with a median of 8 days; rejections come 10 to 18 days apart,
    about every 14.
    """
    chance = random.Random(seed)
    moods, start, dates = level(0, 29, 6), 30, []
    for _ in range(rejections):
        back = start + ceil(chance.expovariate(log(2) / TRUE_MEDIAN))
        following = start + chance.randint(10, 18)
        for number in range(start, following):
            wobble = chance.choice((-1, 1)) if chance.random() < 0.1 else 0
            moods[number] = (6 if number >= back else 3) + wobble
        dates.append(start)
        start = following
    return past(start - 1, moods, dates)


def test_the_true_median_is_found_where_the_plain_one_of_those_recovered_is_far_too_short() -> None:
    result = bounce_back.compute(person(seed=8, rejections=800))
    recovered = [way.clock.days for way in result.episodes if way.clock.state is State.RECOVERED]
    assert abs(median(day for day in recovered if day is not None) - 4.5) <= 0.5
    assert result.median is not None
    assert abs(result.median - TRUE_MEDIAN) <= 1


def test_the_interval_holds_the_truth_with_few_cases_too() -> None:
    # 95 % intervals may miss now and then; of these fixed forty at most four may.
    held = 0
    for seed in range(40):
        low, high = bounce_back.compute(person(seed, rejections=60)).interval
        held += (low is None or low <= TRUE_MEDIAN) and (high is None or high >= TRUE_MEDIAN)
    assert held >= 36


def test_most_rejections_keep_a_baseline_although_they_come_close() -> None:
    result = bounce_back.compute(person(seed=8, rejections=800))
    assert result.n > 400

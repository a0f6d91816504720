"""Medians, with weights or without, and how far they can be trusted: `bootstrap.py` for very many cases."""

from __future__ import annotations

import random
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate
from math import sqrt
from operator import mul
from statistics import quantiles

from bounceback_tui.statistics.bootstrap import RESAMPLES, SEED

_NEVER = 5.0
"""A share further than this over √n from the middle is never drawn: ten standard deviations of 1 / (2√n)."""


def weighted_median(values: Sequence[float], weights: Sequence[int] = ()) -> float:
    """The value with half of the weight on either side, or half-way between two; without weights the median.

    Weights are whole and above 0, one for each value. Raises ValueError for no values.
    """
    ordered, upto = _in_order(values, weights)
    twice = [2 * weight for weight in upto]  # whole numbers: a half of large ones would be rounded
    first, last = bisect_left(twice, upto[-1]), bisect_right(twice, upto[-1])
    return (ordered[first] + ordered[last]) / 2


def median_interval(
    values: Sequence[float], weights: Sequence[int] = (), times: Sequence[int] = ()
) -> tuple[float, float]:
    """The 95 % percentile bootstrap limits of that median, in any order. Raises ValueError for no values.

    `times` says how often each value stands there, with the same weight: each once where that is left out.

    A draw with replacement takes the value at the share u of those in order, with u even between 0 and 1.
    So the middle of n draws lies at the middle of n such u, which follows a beta distribution: one number
    is drawn for each resample instead of n, and the limits are distributed as if all n had been. With
    weights as many are drawn as cases of one weight would tell as much (Kish 1965: n = (Σw)² / Σw²). Of very
    many cases most have the same value as the middle one, so that no draw could have any other.
    """
    shares = tuple(map(mul, weights, times)) if weights and times else weights or times
    ordered, upto = _in_order(values, shares)
    total = upto[-1]
    squares = sum(map(mul, weights, shares)) or total
    n = max(round(total * total / squares), 1)
    ordered.append(ordered[-1])  # a share may be rounded up to all of it

    def at(share: float) -> float:
        return ordered[bisect_right(upto, share * total)]

    reach = min(_NEVER / sqrt(n), 0.5)
    if at(0.5 - reach) == at(0.5 + reach):
        return float(at(0.5)), float(at(0.5))
    cuts = quantiles(_drawn(at, n), n=40, method="inclusive")
    return cuts[0], cuts[-1]


def _drawn(at: Callable[[float], float], n: int) -> list[float]:
    """The medians of all resamples of n cases; `at` gives the value at a share of them in order."""
    rng = random.Random(SEED)
    rank = (n + 1) // 2  # of the middle one, or of the lower of two
    above = n - rank
    medians = []
    for _ in range(RESAMPLES):
        share = rng.betavariate(rank, above + 1)
        middle = at(share)
        if n % 2 == 0:
            # the smallest of those above
            middle = (middle + at(1 - (1 - share) * rng.random() ** (1 / above))) / 2
        medians.append(float(middle))
    return medians


def _in_order(values: Sequence[float], weights: Sequence[int]) -> tuple[list[float], list[int]]:
    """The different values in order, and the weight up to and with each: of very many, few differ."""
    if not values:
        raise ValueError("there is no median of nothing")
    weight_of: Counter[float] = Counter()
    if weights:
        for value, weight in zip(values, weights, strict=True):
            weight_of[value] += weight
    else:
        weight_of.update(values)
    ordered = sorted(weight_of)
    return ordered, list(accumulate(weight_of[value] for value in ordered))

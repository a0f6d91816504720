"""How far a median can be trusted: the bootstrap of `bootstrap.py`, quick however many cases there are."""

from __future__ import annotations

import random
from collections.abc import Iterable
from statistics import quantiles

from bounceback_tui.statistics.bootstrap import RESAMPLES, SEED


def median_interval(values: Iterable[float]) -> tuple[float, float]:
    """The 95 % percentile bootstrap limits of the median, in any order. Raises ValueError for no values.

    A draw with replacement takes the value at place ⌊u·n⌋ of those in order, with u even between 0 and 1.
    So the middle of n draws lies at the middle of n such u, which follows a beta distribution: one number
    is drawn for each resample instead of n, and the limits are distributed as if all n had been.
    """
    ordered = sorted(values)
    n = len(ordered)
    if not n:
        raise ValueError("there is no median of nothing")
    rng = random.Random(SEED)
    rank = (n + 1) // 2  # of the middle one, or of the lower of two
    above = n - rank
    medians = []
    for _ in range(RESAMPLES):
        u = rng.betavariate(rank, above + 1)
        middle = ordered[min(int(u * n), n - 1)]
        if n % 2 == 0:
            # the smallest of those above u
            u = 1 - (1 - u) * rng.random() ** (1 / above)
            middle = (middle + ordered[min(int(u * n), n - 1)]) / 2
        medians.append(float(middle))
    cuts = quantiles(medians, n=40, method="inclusive")
    return cuts[0], cuts[-1]

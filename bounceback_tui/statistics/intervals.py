"""How far a share or a median can be trusted: limits that hold with few cases."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

Z = 1.959963984540054
"""The standard normal deviate with 2.5 % above it, for intervals of 95 %."""


class Interval(NamedTuple):
    """The 95 % limits of a share, each between 0 and 1."""

    low: float
    high: float


def wilson(hits: int, n: int) -> Interval:
    """The 95 % score interval of the share `hits` / `n` (Wilson 1927, JASA 22:209).

    It stays inside 0 to 1 and holds up with few cases (Brown, Cai, DasGupta 2001, Statistical
    Science 16:101). Raises ValueError for no cases, or more hits than cases.
    """
    if n < 1 or not 0 <= hits <= n:
        raise ValueError(f"{hits} of {n} is no share")
    share = hits / n
    widened = 1 + Z * Z / n
    centre = (share + Z * Z / (2 * n)) / widened
    reach = Z * sqrt(share * (1 - share) / n + Z * Z / (4 * n * n)) / widened
    # With none or all, one limit is exactly 0 or 1; rounding must not move it past the share.
    return Interval(centre - reach if hits else 0.0, centre + reach if hits < n else 1.0)


def median_rank(n: int) -> int | None:
    """Which of `n` values, counted from the smallest, is the lower 95 % limit of their median; 1 or more.

    The upper limit is as far from the largest. Whatever the values are spread like, the true median lies
    between the two in 95 % of samples or more (Thompson 1936, Annals of Mathematical Statistics 7:122). None
    below 6, where not even the smallest and the largest would do.
    """
    rank, ways, below = 0, 1, 1  # ways to draw `rank` of n, and at most that many
    while 40 * below <= 2**n:  # both tails together at most 5 % of all ways
        rank += 1
        ways = ways * (n - rank + 1) // rank
        below += ways
    return rank or None

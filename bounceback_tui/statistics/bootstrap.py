"""How far a figure can be trusted, by drawing the cases again and again: the percentile bootstrap.

Efron 1979, Annals of Statistics 7:1; case by case, which takes long, in `tests/reference/case_bootstrap.py`.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from math import sqrt
from statistics import quantiles

RESAMPLES = 2000
"""How often the cases are drawn anew."""

SEED = 1979
"""The same cases always give the same interval."""

_BYTES = 256
"""Values of a byte; up to so many cases are drawn by bytes."""


def limits(figures: Iterable[float | None]) -> tuple[float | None, float | None]:
    """The limits between which 95 % of the figures of all draws lie; None for a draw that gave none.

    A limit stands for 2.5 % of the draws: with more than that unknown it is not known either.
    """
    found = list(figures)
    known = [value for value in found if value is not None]
    if len(found) - len(known) > len(found) * 0.025 or len(known) < 2:
        return None, None
    cuts = quantiles(known, n=40, method="inclusive")
    return cuts[0], cuts[-1]


def drawn_counts(counts: Sequence[int], rng: random.Random) -> Iterator[tuple[int, Iterable[int]]]:
    """2,000 draws of as many cases as there are: how many were drawn, and how many of each kind.

    `counts` are how many there are of each kind, together one or more; the kinds of a draw come in the same
    order, and need not be read to the end. Far quicker than drawing case by case.
    """
    return _by_bytes(counts, rng) if sum(counts) <= _BYTES else _by_frequencies(counts, rng)


def _by_bytes(counts: Sequence[int], rng: random.Random) -> Iterator[tuple[int, Iterable[int]]]:
    """A byte draws a case: equally many of its values stand for each, and those left over are passed by."""
    many = sum(counts)
    share = _BYTES // many
    table = b"".join(bytes([kind]) * (count * share) for kind, count in enumerate(counts))
    left_over = bytes(range(len(table), _BYTES))
    stream = b""
    while len(stream) < many * RESAMPLES:
        stream += rng.randbytes(many * RESAMPLES).translate(table.ljust(_BYTES), left_over)
    for start in range(0, many * RESAMPLES, many):
        yield many, map(stream[start : start + many].count, range(len(counts)))


def _by_frequencies(counts: Sequence[int], rng: random.Random) -> Iterator[tuple[int, Iterable[int]]]:
    """Each kind for itself, by Poisson's distribution, so that the number of cases varies a little.

    With so many cases that changes nothing that could be seen (Hanley, MacGibbon 2006, Computer Methods and
    Programs in Biomedicine 83:57).
    """
    columns = []
    for count in counts:
        first, sums = _poisson(count)
        columns.append(rng.choices(range(first, first + len(sums)), cum_weights=sums, k=RESAMPLES))
    for drawn in zip(*columns, strict=True):
        yield sum(drawn), drawn


def _poisson(mean: int) -> tuple[int, list[float]]:
    """The first number that may come, and how likely it and each following one are together with all before.

    Up to a factor; what comes less than once in a billion draws is left out.
    """
    reach = 6 * sqrt(mean) + 6
    first = max(int(mean - reach), 0)
    weights = [1.0]
    for number in range(first, int(mean + reach) + 1):
        weights.append(weights[-1] * mean / (number + 1))
    return first, list(accumulate(weights))

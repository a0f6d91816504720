"""How far a figure can be trusted, by drawing the cases again and again: the percentile bootstrap."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from statistics import quantiles
from typing import TypeVar

RESAMPLES = 2000
"""How often the cases are drawn anew."""

SEED = 1979
"""The same cases always give the same interval."""

T = TypeVar("T")


def bootstrap(
    groups: Sequence[Sequence[T]], figure: Callable[[Sequence[list[T]]], float | None]
) -> tuple[float | None, float | None]:
    """The 95 % limits of a figure of one or more groups of cases (Efron 1979, Annals of Statistics 7:1).

    Each group is drawn anew for itself, with replacement, 2,000 times. The limits are None where the
    figure cannot be given in so many draws that they would depend on them. Raises ValueError for an
    empty group.
    """
    if not all(groups):
        raise ValueError("nothing can be drawn from an empty group")
    rng = random.Random(SEED)
    found = [figure([rng.choices(group, k=len(group)) for group in groups]) for _ in range(RESAMPLES)]
    known = [value for value in found if value is not None]
    # a limit stands for 2.5 % of the draws: with more than that unknown it is not known either
    if len(found) - len(known) > RESAMPLES * 0.025 or len(known) < 2:
        return None, None
    cuts = quantiles(known, n=40, method="inclusive")
    return cuts[0], cuts[-1]

"""The percentile bootstrap case by case, as it is defined; the quick ways must agree with it."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

from bounceback_tui.statistics.bootstrap import RESAMPLES, SEED, limits

T = TypeVar("T")


def bootstrap(
    groups: Sequence[Sequence[T]], figure: Callable[[Sequence[list[T]]], float | None]
) -> tuple[float | None, float | None]:
    """The 95 % limits of a figure of one or more groups of cases (Efron 1979, Annals of Statistics 7:1).

    Each group is drawn anew for itself, with replacement, 2,000 times; the order of its cases does not
    matter as long as equal ones print alike. The limits are None where the figure cannot be given in so
    many draws that they would depend on them. Raises ValueError for an empty group.
    """
    if not all(groups):
        raise ValueError("nothing can be drawn from an empty group")
    rng = random.Random(SEED)
    ordered = [sorted(group, key=repr) for group in groups]
    return limits(figure([rng.choices(group, k=len(group)) for group in ordered]) for _ in range(RESAMPLES))

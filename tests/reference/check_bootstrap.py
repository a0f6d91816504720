"""Compares the limits of the percentile bootstrap with numpy's percentiles of the same draws, to 1e-9.

Run by itself, as `check_survival.py` is. Exits with 1 at the first difference.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence

import numpy
from case_bootstrap import bootstrap
from lifelines_curve import CLOSE

from bounceback_tui.statistics.bootstrap import RESAMPLES, SEED

DATA_SETS = 50


def difference(groups: Sequence[list[float]]) -> float | None:
    """Of the medians of two groups; of one group the median; unknown where a group is all alike."""
    if any(len(set(group)) == 1 for group in groups):
        return None
    medians = [float(numpy.median(group)) for group in groups]
    return medians[0] - sum(medians[1:])


def compare(rng: random.Random) -> bool:
    """One random data set; tells whether the limits could be given."""
    groups = [
        [rng.choice((round(rng.gauss(5, 3)), rng.gauss(5, 3))) for _ in range(rng.randint(3, 20))]
        for _ in range(rng.choice((1, 2)))
    ]
    ours = bootstrap(groups, difference)
    again = random.Random(SEED)
    ordered = [sorted(group, key=repr) for group in groups]
    draws = [difference([again.choices(group, k=len(group)) for group in ordered]) for _ in range(RESAMPLES)]
    known = [draw for draw in draws if draw is not None]
    if RESAMPLES - len(known) > RESAMPLES * 0.025:
        assert ours == (None, None), groups
        return False
    limits = numpy.percentile(known, [2.5, 97.5], method="linear")
    assert all(abs(mine - limit) < CLOSE for mine, limit in zip(ours, limits, strict=True)), (groups, ours)
    return True


def main() -> int:
    """Runs every comparison; prints what was compared."""
    rng = random.Random(7)
    given = sum(compare(rng) for _ in range(DATA_SETS))
    assert DATA_SETS / 2 < given < DATA_SETS, given
    print(f"{DATA_SETS} bootstraps agree to {CLOSE}; {DATA_SETS - given} of them cannot be given")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Compares the survival curve and Wilson's interval with lifelines and statsmodels, to 1e-9.

Run by itself, where both are installed: ``python tests/reference/check_survival.py``. It installs
nothing, and pytest does not collect it. Exits with 1 at the first difference.
"""

from __future__ import annotations

import random
import sys
from math import isinf

from lifelines import KaplanMeierFitter
from lifelines.utils import median_survival_times
from statsmodels.stats.proportion import proportion_confint

from bounceback_tui.statistics.intervals import wilson
from bounceback_tui.statistics.survival import Span, kaplan_meier

DATA_SETS = 300
CLOSE = 1e-9


def compare_curve(rng: random.Random) -> bool:
    """One random data set; tells whether the curve came down to 0, where lifelines has limits and we none."""
    scale = rng.choice((3, 8, 30))
    spans = [
        Span(
            rng.randint(0, 3) if rng.random() < 0.1 else round(rng.expovariate(1 / scale)), rng.random() < 0.7
        )
        for _ in range(rng.randint(1, 60))
    ]
    ours = kaplan_meier(spans)
    theirs = KaplanMeierFitter().fit([days for days, _ in spans], [over for _, over in spans])
    limits = theirs.confidence_interval_
    for point in ours.points:
        assert abs(point.share - theirs.survival_function_.loc[point.day].iloc[0]) < CLOSE, (spans, point)
        row = theirs.event_table.loc[point.day]
        assert (point.at_risk, point.ended) == (row["at_risk"], row["observed"]), (spans, point)
        if point.low is not None and point.high is not None:
            low, high = limits.loc[point.day]
            assert max(abs(point.low - low), abs(point.high - high)) < CLOSE, (spans, point)
        else:
            assert point.share in (0, 1), (spans, point)
    # lifelines calls the limits 0 where the share is 0; there, only what lies above can be compared.
    above = limits[theirs.survival_function_.iloc[:, 0] > 0]
    # Rounding decides in lifelines whether a share of exactly one half has reached it.
    ties = any(abs(point.share - 0.5) < CLOSE for point in ours.points)
    theirs_median = theirs.median_survival_time_
    assert ties or ours.median == (None if isinf(theirs_median) else theirs_median), (spans, ours.median)
    for mine, limit in zip(ours.interval, median_survival_times(above).iloc[0], strict=True):
        assert mine == (None if isinf(limit) else limit), (spans, ours.interval)
    return len(above) < len(limits)


def main() -> int:
    """Runs every comparison; prints what was compared."""
    rng = random.Random(20)
    to_zero = sum(compare_curve(rng) for _ in range(DATA_SETS))
    shares = [(hits, n) for n in (1, 2, 3, 5, 8, 12, 50, 400) for hits in range(n + 1)]
    for hits, n in shares:
        low, high = proportion_confint(hits, n, method="wilson")
        ours = wilson(hits, n)
        assert max(abs(ours.low - low), abs(ours.high - high)) < CLOSE, (hits, n)
    print(f"{DATA_SETS} curves ({to_zero} came down to 0) and {len(shares)} shares agree to {CLOSE}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Compares the survival curve and Wilson's interval with lifelines and statsmodels, to 1e-9.

Run by itself, where both are installed: ``python tests/reference/check_survival.py``. It installs
nothing, and pytest does not collect it. Exits with 1 at the first difference.
"""

from __future__ import annotations

import random
import sys

from lifelines_curve import CLOSE, compare
from statsmodels.stats.proportion import proportion_confint

from bounceback_tui.statistics.intervals import wilson
from bounceback_tui.statistics.survival import Span, kaplan_meier

DATA_SETS = 300


def compare_curve(rng: random.Random) -> bool:
    """One random data set; tells whether the curve came down to 0."""
    scale = rng.choice((3, 8, 30))
    spans = [
        Span(
            rng.randint(0, 3) if rng.random() < 0.1 else round(rng.expovariate(1 / scale)), rng.random() < 0.7
        )
        for _ in range(rng.randint(1, 60))
    ]
    ours = kaplan_meier(spans)
    return compare(ours.points, ours.median, ours.interval, spans)


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

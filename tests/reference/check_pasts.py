"""Compares whole statistics of random pasts with lifelines and statsmodels, to 1e-9.

The libraries are fed by `plain_definitions.py`, which reads the same pasts in its own way. Run by itself, as
`check_survival.py` is. Exits with 1 at the first difference.
"""

from __future__ import annotations

import random
import sys
from collections import Counter

import numpy
from lifelines_curve import CLOSE, compare
from made_up import past
from plain_definitions import reply_spans, rungs, silent, way_spans, ways_back
from statsmodels.stats.proportion import proportion_confint

from bounceback_tui.domain.past import Past
from bounceback_tui.statistics import bounce_back, silence, stages

PASTS = 300


def close(ours: float | None, theirs: float | None) -> bool:
    """Whether both are unknown, or as good as equal."""
    return ours is theirs if ours is None or theirs is None else abs(ours - theirs) < CLOSE


def check_bounce_back(known: Past) -> bool:
    """Baselines, states and days of each rejection, and the curve. Tells whether there was enough for one."""
    ours = bounce_back.compute(known)
    ways = ways_back(known)
    assert len(ours.episodes) == sum(one.fits and one.began <= known.today for one in known.episodes)
    for way in ours.episodes:
        baseline, days, back = ways[way.episode.began]
        state = "no baseline" if baseline is None else "recovered" if back else "censored"
        told = (way.clock.state.value, way.clock.days)
        assert told == (state, days), (known, way)
        assert close(way.clock.baseline, baseline), (known, way)
    spans = way_spans(known)
    enough = len(spans) >= 5 and sum(back for _, back in spans) >= 3
    assert (ours.n, ours.enough) == (len(spans), enough), known
    if enough:
        compare(ours.curve, ours.median, ours.interval, spans)
    else:
        assert (ours.curve, ours.median, ours.interval) == ((), None, (None, None))
    return enough


def check_silence(known: Past) -> bool:
    """The curve of replies, and each open application. Tells whether there was enough."""
    ours = silence.compute(known)
    spans = reply_spans(known)
    replies = numpy.array([days for days, replied in spans if replied])
    enough = len(replies) >= 5
    assert (ours.n, ours.enough) == (len(replies), enough), known
    if enough:
        compare(ours.curve, ours.median, ours.interval, spans, ours.quarters)
    else:
        assert (ours.curve, ours.median, ours.interval) == ((), None, (None, None))
    told = [(one["application"], one["days_silent"]) for one in ours.as_json()["open"]]  # type: ignore[attr-defined]  # JSON
    assert sorted(told) == sorted(silent(known)), known
    assert [days for _, days in told] == sorted((days for _, days in told), reverse=True), known
    for one in ours.open:
        share = float(numpy.mean(replies > one.days_silent)) if enough else None
        assert close(one.share_longer, share), (known, one)
    return enough


def check_stages(known: Past) -> bool:
    """Counts and intervals of each step. Tells whether any had enough."""
    ours = stages.compute(known)
    for step, counts in zip(ours.steps, rungs(known), strict=True):
        mine = (step.moved_on, step.ended, step.open, step.withdrew)
        assert mine == tuple(counts.values()), (known, step)
        resolved = step.moved_on + step.ended
        theirs = (None, None, None)
        if resolved >= 5:
            theirs = (step.moved_on / resolved, *proportion_confint(step.moved_on, resolved, method="wilson"))
        assert all(map(close, (step.share, step.low, step.high), theirs)), (known, step)
    return ours.enough


def main() -> int:
    """Runs every comparison; prints what was compared."""
    rng = random.Random(5)
    told: Counter[str] = Counter()
    for _ in range(PASTS):
        known = past(rng)
        for name, check in (
            ("bounce-back", check_bounce_back),
            ("silence", check_silence),
            ("stages", check_stages),
        ):
            told[name] += check(known)
    with_figures = ", ".join(f"{name} {count}" for name, count in told.items())
    print(f"{PASTS} pasts agree to {CLOSE}; with enough for figures: {with_figures}")
    assert min(told.values()) > PASTS / 4, "too few of the made-up pasts have figures to compare"
    return 0


if __name__ == "__main__":
    sys.exit(main())

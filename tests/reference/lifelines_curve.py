"""A survival curve of ours held against the one that lifelines makes of the same spans."""

from __future__ import annotations

from collections.abc import Sequence
from math import isinf

from lifelines import KaplanMeierFitter
from lifelines.utils import median_survival_times, qth_survival_time

from bounceback_tui.statistics.survival import Point

CLOSE = 1e-9
"""Figures may differ by so much."""

Limits = tuple[int | None, int | None]


def compare(
    points: Sequence[Point],
    median: int | None,
    interval: Limits,
    spans: Sequence[tuple[int, bool]],
    quarters: Limits | None = None,
) -> bool:
    """Raises AssertionError at the first difference.

    Tells whether the curve came down to 0, where lifelines has limits and we none.
    """
    theirs = KaplanMeierFitter().fit([days for days, _ in spans], [over for _, over in spans])
    share = theirs.survival_function_.iloc[:, 0]
    limits = theirs.confidence_interval_
    assert [point.day for point in points] == sorted({days for days, _ in spans}), spans
    for point in points:
        assert abs(point.share - share.loc[point.day]) < CLOSE, (spans, point)
        row = theirs.event_table.loc[point.day]
        assert (point.at_risk, point.ended) == (row["at_risk"], row["observed"]), (spans, point)
        if point.low is not None and point.high is not None:
            low, high = limits.loc[point.day]
            assert max(abs(point.low - low), abs(point.high - high)) < CLOSE, (spans, point)
        else:
            assert point.share in (0, 1), (spans, point)
    # Rounding decides in lifelines whether a share of exactly one half, or a quarter, has reached it.
    for mine, left in ((median, 0.5), *zip(quarters or (), (0.75, 0.25), strict=quarters is not None)):
        if not any(abs(point.share - left) < CLOSE for point in points):
            assert mine == _known(qth_survival_time(left, share)), (spans, left, mine)
    # lifelines calls the limits 0 where the share is 0; there, only what lies above can be compared.
    above = limits[share > 0]
    for mine, limit in zip(interval, median_survival_times(above).iloc[0], strict=True):
        assert mine == _known(limit), (spans, interval)
    return len(above) < len(limits)


def _known(days: float) -> float | None:
    return None if isinf(days) else days

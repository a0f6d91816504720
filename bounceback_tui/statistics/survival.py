"""How long something takes when some cases were cut short: Kaplan and Meier's curve with its limits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from math import exp, log, sqrt
from typing import NamedTuple

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.statistics.intervals import Z

ROUNDING = 1e-12
"""Room for rounding: a product such as 3/4 × 2/3 must count as having reached one half."""


class Span(NamedTuple):
    """How long one case was watched."""

    days: int
    """Whole days from its start, 0 or more."""

    ended: bool
    """Whether what was waited for came on that day; False where the case was cut short (censored)."""


class Point(Frozen):
    """The curve on a day on which a case ended or was cut short."""

    day: int
    at_risk: int
    """Cases still watched when the day began."""
    ended: int
    """Cases that ended on this day."""
    share: float
    """Share of cases that last longer than this day, 0 to 1."""
    low: float | None
    """Lower 95 % limit of the share; None where the share is 1 or 0, where there is no such limit."""
    high: float | None
    """Upper 95 % limit of the share; None as for `low`."""


class Curve(Frozen):
    """The share of cases not yet ended, day by day."""

    n: int
    """All cases, those cut short among them."""

    points: tuple[Point, ...]
    """Earliest day first; between two days the share stays as it is."""

    @property
    def median(self) -> int | None:
        """The first day on which the share is at most one half, None where it never is."""
        return self.first_day(0.5)

    @property
    def interval(self) -> tuple[int | None, int | None]:
        """The 95 % limits of the median in days; None where a limit of the curve never comes to one half.

        Read off the limits of the curve as Brookmeyer and Crowley do (1982, Biometrics 38:29).
        """
        return self._first(0.5, lambda point: point.low), self._first(0.5, lambda point: point.high)

    def first_day(self, left: float) -> int | None:
        """The first day after which at most this share of cases is left, None where that never is."""
        return self._first(left, lambda point: point.share)

    def _first(self, share: float, height: Callable[[Point], float | None]) -> int | None:
        heights = ((point.day, height(point)) for point in self.points)
        reached = share + ROUNDING
        return next((day for day, value in heights if value is not None and value <= reached), None)


def kaplan_meier(spans: Iterable[Span]) -> Curve:
    """The product-limit curve of `spans` (Kaplan, Meier 1958, JASA 53:457), in any order.

    Where they are counted already, by a `Counter`, each stands there as often as that says. A case cut short
    on a day still counts as watched on that day. Raises ValueError for a span below 0 days.
    """
    left: Counter[int] = Counter()
    ended: Counter[int] = Counter()
    for (days, over), many in Counter(spans).items():  # of very many few differ
        if days < 0:
            raise ValueError(f"a span has 0 days or more, not {days}")
        left[days] += many
        ended[days] += over * many
    at_risk = n = left.total()
    share, variance = 1.0, 0.0
    points = []
    for day in sorted(left):
        gone = ended[day]
        share *= 1 - gone / at_risk
        if gone < at_risk:
            variance += gone / (at_risk * (at_risk - gone))
        points.append(Point(day, at_risk, gone, share, *_limits(share, variance)))
        at_risk -= left[day]
    return Curve(n, tuple(points))


def _limits(share: float, variance: float) -> tuple[float, float] | tuple[None, None]:
    """The 95 % limits of a share from Greenwood's sum, on the log–log scale ("exponential Greenwood").

    On that scale the limits stay inside 0 to 1 (Kalbfleisch, Prentice 1980, section 1.3). With a
    share of 1 or 0 the scale has no value, so there are none.
    """
    if not 0 < share < 1:
        return None, None
    reach = exp(Z * sqrt(variance) / -log(share))
    return share**reach, share ** (1 / reach)

"""Every statistic there is, in the order in which they are shown."""

from __future__ import annotations

from bounceback_tui.statistics import (
    bounce_back,
    feedback,
    forecast,
    mood,
    plans,
    reasons,
    return_to_search,
    silence,
    stages,
    steps,
    writing,
)
from bounceback_tui.statistics.statistic import Statistic


def named(name: str) -> Statistic:
    """The statistic called `name`. Raises KeyError where there is none."""
    return {each.name: each for each in STATISTICS}[name]


STATISTICS: tuple[Statistic, ...] = (
    mood.STATISTIC,
    bounce_back.STATISTIC,
    forecast.STATISTIC,
    stages.STATISTIC,
    reasons.STATISTIC,
    feedback.STATISTIC,
    steps.STATISTIC,
    writing.STATISTIC,
    plans.STATISTIC,
    silence.STATISTIC,
    return_to_search.STATISTIC,
)
"""To add one: a file of its own beside this one, and a line here."""

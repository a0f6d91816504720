"""What helps: steps with an if-then plan, and steps without."""

from __future__ import annotations

from bounceback_tui.domain.behind import Behind
from bounceback_tui.domain.text import plural
from bounceback_tui.screens.examples import example_pair
from bounceback_tui.screens.pattern_view import View, rests_on, too_few
from bounceback_tui.statistics.plans import Plans, Side
from bounceback_tui.widgets.interval_bars import IntervalBars, IntervalRow

WITH, WITHOUT = "with an if-then plan", "without one"
"""What the two bars are called."""


def plans_view(result: Plans) -> View:
    """Two shares of steps done, with their intervals."""
    cases = rests_on(f"{plural(result.n, 'step')} after {plural(result.rejections, 'rejection')}")
    if not result.enough:
        return too_few(cases if result.n else "", example_pair, result.table())
    sides = ((WITH, result.planned), (WITHOUT, result.unplanned))
    return View(
        cases,
        "Share of steps done, and the range it likely lies in",
        IntervalBars(tuple(_bar(label, side) for label, side in sides)),
        result.table(),
        (
            Behind(f"Rejections with steps {WITH}", episodes=result.planned.episodes),
            Behind("Rejections with steps without a plan", episodes=result.unplanned.episodes),
        ),
    )


def _bar(label: str, side: Side) -> IntervalRow:
    return IntervalRow(label, side.done, side.n, side.low, side.high)

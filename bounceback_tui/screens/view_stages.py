"""Where do I get stuck: the share of applications that moved on from each stage."""

from __future__ import annotations

from functools import partial

from bounceback_tui.domain.behind import Behind
from bounceback_tui.domain.text import plural
from bounceback_tui.screens.examples import example_bars
from bounceback_tui.screens.pattern_view import View, rests_on, too_few
from bounceback_tui.statistics.stages import ENOUGH, Stages, Step
from bounceback_tui.widgets.interval_bars import IntervalBars, IntervalRow


def stages_view(result: Stages) -> View:
    """The ladder: what share moved on from each rung, and what became of the others."""
    cases = rests_on(plural(result.n, "application"))
    if not result.n:
        return too_few("", partial(example_bars, [step.words for step in result.steps]))
    heading = "Share that moved on, and the range it likely lies in"
    picture = IntervalBars([_bar(step) for step in result.steps], [step.told for step in result.steps])
    behind = tuple(Behind(step.behind_words, applications=step.behind) for step in result.steps)
    return View(cases, heading, picture, result.table(), behind)


def _bar(step: Step) -> IntervalRow:
    missing = max(ENOUGH - step.resolved, 0)
    return IntervalRow(step.words, step.moved_on, step.resolved, step.low, step.high, missing)

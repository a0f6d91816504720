"""What helps: whether the way back went on for fewer days where a step was ticked early."""

from __future__ import annotations

from bounceback_tui.domain.behind import Behind
from bounceback_tui.domain.text import plural, quoted
from bounceback_tui.screens.examples import example_differences
from bounceback_tui.screens.pattern_view import View, rests_on, too_few
from bounceback_tui.statistics.step_finding import LANDMARK, StepFinding, in_words
from bounceback_tui.statistics.steps import Steps
from bounceback_tui.widgets.difference_bars import DifferenceBars, DifferenceRow


def steps_view(result: Steps) -> View:
    """A row for each step: those that can be compared first, each in the order of the guide."""
    cases = rests_on(f"{plural(result.n, 'way back', 'ways back')} still under way after day {LANDMARK}")
    if not result.enough:
        return too_few(cases if result.n else "", example_differences, result.table() if result.n else None)
    steps = sorted(result.steps, key=lambda step: not step.enough)
    return View(
        cases,
        f"Days still to go after day {LANDMARK}: fewer or more where the step was ticked by then",
        DifferenceBars([*map(_bar, steps)], [*map(in_words, steps)]),
        result.table(),
        tuple(
            Behind(f"{quoted(step.words)}, ticked by day {LANDMARK}", episodes=step.episodes)
            for step in steps
        ),
    )


def _bar(step: StepFinding) -> DifferenceRow:
    instead = "not known" if step.enough else "too few"
    counts = f"{step.ticked_n} with, {step.not_n} without"
    return DifferenceRow(step.words, counts, step.difference, step.low, step.high, instead)

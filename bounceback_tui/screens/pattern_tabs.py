"""The questions of the Patterns page, and the views that answer each of them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from bounceback_tui.domain.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from bounceback_tui.screens.pattern_view import View
    from bounceback_tui.statistics.statistic import Result


class Answer(Frozen):
    """A view that answers a question, by the result of one statistic."""

    title: str
    """What it is called beside the others: a word or two."""
    statistic: str
    where: str
    """Module in this folder, and function: "view_mood:mood_view". Loaded when it is first wanted."""

    def view(self, result: Result) -> View:
        """How a result is shown."""
        module, _, name = self.where.partition(":")
        function = getattr(import_module(f"bounceback_tui.screens.{module}"), name)
        return cast("Callable[[Result], View]", function)(result)


class Tab(Frozen):
    """A question with its answers."""

    question: str
    answers: tuple[Answer, ...]


TABS: tuple[Tab, ...] = (
    Tab(
        "How have I felt",
        (
            Answer("mood line", "mood", "view_mood:mood_view"),
            Answer("year", "mood", "view_mood:year_view"),
        ),
    ),
    Tab(
        "How long does it take me",
        (
            Answer("the way back", "bounce-back", "view_ways_back:bounce_back_view"),
            Answer("forecast", "forecast", "view_ways_back:forecast_view"),
            Answer("going on", "return", "view_ways_back:return_view"),
        ),
    ),
    Tab(
        "Where do I get stuck",
        (
            Answer("stages", "stages", "view_stages:stages_view"),
            Answer("silence", "silence", "view_silence:silence_view"),
        ),
    ),
    Tab(
        "What was it about",
        (
            Answer("reasons", "reasons", "view_reasons:reasons_view"),
            Answer("feedback", "feedback", "view_feedback:feedback_view"),
        ),
    ),
    Tab(
        "What helps",
        (
            Answer("writing", "writing", "view_writing:writing_view"),
            Answer("steps", "steps", "view_steps:steps_view"),
            Answer("if-then plans", "plans", "view_plans:plans_view"),
        ),
    ),
)
"""To add a view: a function in a file of its own beside this one, and a line here."""


def places_of(statistic: str) -> tuple[int, int] | None:
    """Tab and answer that show a statistic; None where none does."""
    return next(
        (
            (place, at)
            for place, tab in enumerate(TABS)
            for at, answer in enumerate(tab.answers)
            if answer.statistic == statistic
        ),
        None,
    )

"""The five questions that a person has, and which statistics answer each, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Question(NamedTuple):
    """A question with what answers it."""

    words: str
    answers: tuple[tuple[str, str], ...]
    """Name of a statistic, and the heading under which it stands in a report."""


QUESTIONS: tuple[Question, ...] = (
    Question("How have I felt", (("mood", "Mood"),)),
    Question(
        "How long does it take me",
        (
            ("bounce-back", "The way back"),
            ("forecast", "What I expected, and what came"),
            ("return", "Going on"),
        ),
    ),
    Question("Where do I get stuck", (("stages", "Stages"), ("silence", "Silence"))),
    Question("What was it about", (("reasons", "Reasons"), ("feedback", "Feedback"))),
    Question(
        "What helps", (("writing", "Writing"), ("steps", "Steps of the guide"), ("plans", "If-then plans"))
    ),
)
"""A statistic that no question names stands at the end of a report, under its own."""


def in_order(names: Iterable[str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each question that any of these statistics answers, with their names and headings."""
    there = list(names)
    found = [
        (question.words, [(name, title) for name, title in question.answers if name in there])
        for question in QUESTIONS
    ]
    told = {name for _, answers in found for name, _ in answers}
    others = [(name, name.replace("-", " ").capitalize()) for name in there if name not in told]
    return [(words, answers) for words, answers in [*found, ("What else there is", others)] if answers]

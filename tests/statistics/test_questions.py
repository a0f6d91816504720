"""Which questions a report answers, and in which order."""

from __future__ import annotations

from bounceback_tui.statistics.questions import QUESTIONS, in_order


def test_a_statistic_that_no_question_names_stands_at_the_end() -> None:
    assert in_order(iter(["new-one", "mood"])) == [
        ("How have I felt", [("mood", "Mood")]),
        ("What else there is", [("new-one", "New one")]),
    ]


def test_statistics_stand_in_the_order_of_the_questions_and_a_question_without_one_is_not_asked() -> None:
    assert in_order(["steps", "silence", "stages"]) == [
        ("Where do I get stuck", [("stages", "Stages"), ("silence", "Silence")]),
        ("What helps", [("steps", "Steps of the guide")]),
    ]
    assert in_order([]) == []


def test_every_heading_is_there_once() -> None:
    every = [answer for question in QUESTIONS for answer in question.answers]
    assert in_order(name for name, _ in every) == [(one.words, list(one.answers)) for one in QUESTIONS]
    assert len({title for _, title in every}) == len(every)

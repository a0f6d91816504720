"""What a posting says to the points of somebody's focus, counted and not judged."""

from __future__ import annotations

import pytest

from bounceback_tui.domain.focus import Answer, FocusKind, FocusPoint, told

YES, NO, UNCLEAR = Answer
MUST, NICE, NOT_AGAIN = FocusKind


@pytest.mark.parametrize(
    ("kinds", "answers", "said"),
    [
        ([], [], ""),
        ([MUST], [YES], "1 of 1 must-have."),
        ([MUST, MUST, MUST], [YES, NO, YES], "2 of 3 must-haves."),
        ([NICE, MUST, NICE], [YES, YES, NO], "1 of 1 must-have; 1 of 2 nice-to-haves."),
        ([NOT_AGAIN], [NO], "no “not again” in it."),
        ([NOT_AGAIN, NOT_AGAIN], [YES, NO], "1 “not again” is in it."),
        ([NOT_AGAIN, NOT_AGAIN], [YES, YES], "2 “not again” are in it."),
        # what is not clear, or was not looked at, is not said to be absent
        ([NOT_AGAIN, NOT_AGAIN], [NO, UNCLEAR], "1 not clear from it."),
        ([NOT_AGAIN, NOT_AGAIN], [NO, None], "1 not looked at."),
        (
            [MUST, NICE, NICE],
            [UNCLEAR, UNCLEAR, NO],
            "0 of 1 must-have; 0 of 2 nice-to-haves; 2 not clear from it.",
        ),
        (
            [MUST, NICE, NOT_AGAIN, MUST],
            [YES, None, YES, None],
            "1 of 2 must-haves; 0 of 1 nice-to-have; 1 “not again” is in it; 2 not looked at.",
        ),
    ],
)
def test_a_posting_against_the_points(
    kinds: list[FocusKind], answers: list[Answer | None], said: str
) -> None:
    points = [FocusPoint(str(place), kind, "words") for place, kind in enumerate(kinds)]
    given = {str(place): one for place, one in enumerate(answers) if one}
    assert told(iter(points), given) == said
    # a point that is gone says nothing
    assert told(points, given | {"gone": YES}) == said

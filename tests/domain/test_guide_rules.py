"""What a guide may be, which names its steps get, and how far somebody got in it."""

from __future__ import annotations

import pytest
from journals import moment

from bounceback_tui.domain.episode import StepState, Tick
from bounceback_tui.domain.guide import (
    ID_LENGTH,
    MAX_BYTES,
    MAX_LINES,
    Guide,
    GuideError,
    Problem,
    Progress,
    Section,
    Step,
    is_id,
    next_step,
    progress,
    suggested_id,
    unreadable,
)

TOO_LARGE = Problem(1, "this is larger than the 200 kB that a guide may have")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", None),
        ("a" * MAX_BYTES, None),
        ("a" * (MAX_BYTES + 1), TOO_LARGE),
        ("ä" * (MAX_BYTES // 2), None),
        ("ä" * (MAX_BYTES // 2) + "a", TOO_LARGE),
        ("\n" * MAX_LINES, None),
        ("\r\n" * MAX_LINES, None),
        ("\r" * (MAX_LINES + 1), Problem(MAX_LINES, "a guide has at most 10,000 lines")),
        ("a\r\nb\nc\0", Problem(3, "there is a nul byte here; a guide is a plain text file in UTF-8")),
        (
            "a\r\udc80\0",
            Problem(2, "there is something that is not UTF-8 here; a guide is a plain text file in UTF-8"),
        ),
    ],
    ids=range(10),
)
def test_what_is_too_large_or_no_text_is_not_even_read(text: str, problem: Problem | None) -> None:
    assert unreadable(text) == problem


NAMES = [
    *((good, True) for good in ("a", "walk", "step-2", "9-to-5", "a" * ID_LENGTH)),
    *((bad, False) for bad in ("", "-a", "a-", "a--b", "A", "a b", "ä", "a" * (ID_LENGTH + 1), "a\n")),
]


def test_a_name_of_a_step_is_made_of_plain_words() -> None:
    for text, fits in NAMES:
        assert is_id(text) is fits


@pytest.mark.parametrize(
    ("text", "taken", "suggested"),
    [
        ("Go for a Walk!", (), "go-for-a-walk"),
        ("Don't müse", (), "dont-muse"),
        ("a" * 24, (), "a" * 24),
        ("a" * 25, (), "step"),
        ("twelve chars and twelve!! more", (), "twelve-chars-and-twelve"),
        ("???", (), "step"),
        ("walk", ("walk",), "walk-2"),
        ("walk", ("walk", "walk-2", "walk-4"), "walk-3"),
        ("", ("step",), "step-2"),
    ],
)
def test_a_step_without_a_name_gets_one_of_its_first_words(
    text: str, taken: tuple[str, ...], suggested: str
) -> None:
    assert suggested_id(text, taken) == suggested
    assert is_id(suggested)


def test_another_word_may_stand_for_one_that_cannot_be_used() -> None:
    assert suggested_id("???", (), "part") == "part"


STEPS = tuple(Step(name, name) for name in "abcd")
SECTIONS = Section("one", "One", "", STEPS[:3]), Section("two", "Two", "", STEPS[3:])
GUIDE = Guide("Title", "", "", SECTIONS, "")


def ticks(**states: StepState) -> dict[str, Tick]:
    at = moment("2026-11-23T09:30+01:00")
    return {name: Tick(name, at, state) for name, state in states.items()}


DONE, OPEN, NOT_FOR_ME = StepState.DONE, StepState.OPEN, StepState.NOT_FOR_ME


@pytest.mark.parametrize(
    ("ticked", "first", "following"),
    [
        ({}, Progress(0, 3), "a"),
        (ticks(a=DONE), Progress(1, 3), "b"),
        (ticks(a=OPEN, b=DONE), Progress(1, 3), "a"),
        (ticks(a=NOT_FOR_ME, b=DONE), Progress(1, 2), "c"),
        (ticks(a=DONE, b=DONE, c=NOT_FOR_ME), Progress(2, 2), "d"),
        (ticks(a=DONE, b=DONE, c=DONE, d=DONE), Progress(3, 3), None),
    ],
)
def test_steps_that_are_not_for_somebody_do_not_count(
    ticked: dict[str, Tick], first: Progress, following: str | None
) -> None:
    assert progress(SECTIONS[0], ticked) == first
    found = next_step(GUIDE, ticked)
    assert (found and found.id) == following


def test_all_that_is_wrong_is_told_with_its_line() -> None:
    problems = (Problem(1, "this."), Problem(20, "that."))
    error = GuideError(problems)
    assert (str(error), error.problems) == ("line 1: this.\nline 20: that.", problems)

"""Two versions of what was said: each part in words, and the text word by word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from journals import moment

from bounceback_tui.domain.application import Kind, Result, Source
from bounceback_tui.domain.checkin import Feeling, Reading
from bounceback_tui.domain.episode import Attribution, Cause, Side
from bounceback_tui.domain.outcome import Outcome, Written
from bounceback_tui.domain.versions import Mark, changed_words, differences

SAME, GONE, NEW = Mark
NOTHING = Outcome()
FULL = Outcome(
    company="Acme",
    role="Cook",
    stage=Kind.FINAL,
    result=Result.GHOSTED,
    when=moment("2026-11-20T15:04+01:00"),
    source=Source.JOB_BOARD,
    before=Reading(2, 3, (Feeling("shame", 80), Feeling("calm", 0))),
    title="A no",
    text="No.",
    tags=("panel", "late"),
    causes=(
        *(Cause(Side.OUTSIDE, "the budget"), Cause(Side.WENT_RIGHT, "the task")),
        *(Cause(Side.OUTSIDE, "an internal candidate"), Cause(Side.CHANGEABLE, "shorter answers")),
    ),
    attribution=Attribution(0, 20, 100),
    forecast=0,
    after=Reading(None, 4),
)
WORDS = {
    "company": "Acme",
    "role": "Cook",
    "stage": "final round",
    "result": "ghosted",
    "source": "job board",
    "title": "A no",
    "tags": "#panel #late",
    "when": "2026-11-20 15:04",
    "how it was before": "mood 2, energy 3, shame 80, calm 0",
    "how it was after": "energy 4",
    "outside me": "the budget; an internal candidate",
    "could change": "shorter answers",
    "went right": "the task",
    "me–them": "0",
    "passing–lasting": "20",
    "this job–everything": "100",
    "forecast": "0 days",
}


def test_each_part_is_told_in_words_and_in_the_order_in_which_it_is_asked_for() -> None:
    before, after = WORDS | {"result": "rejected"}, WORDS
    empty = dict.fromkeys(WORDS, "") | {"result": "rejected"}
    found = differences(NOTHING, FULL)
    assert [(one.what, one.before, one.after) for one in found] == [
        (name, empty[name], after[name]) for name in WORDS
    ]
    back = differences(FULL, NOTHING)
    assert [(one.what, one.before, one.after) for one in back] == [
        (name, after[name], empty[name]) for name in before
    ]


def test_nothing_differs_where_nothing_does_or_only_the_text() -> None:
    assert differences(FULL, replace(FULL, text="Other.")) == ()
    mood_alone = differences(FULL, replace(FULL, after=Reading(5, 4)))
    assert [(one.what, one.before, one.after) for one in mood_alone] == [
        ("how it was after", "energy 4", "mood 5, energy 4")
    ]


def test_a_page_has_no_parts_of_an_application_and_beside_one_they_are_empty() -> None:
    page = Written("", "A no", "No.", ("panel", "late"), FULL.before, FULL.after, FULL.when)
    assert differences(page, page) == ()
    only = [name for name in WORDS if name in dict.fromkeys(one.what for one in differences(page, FULL))]
    assert only == [name for name in WORDS if name not in PAGE]
    assert all(one.before == "" and one.after == WORDS[one.what] for one in differences(page, FULL))
    assert all(one.after == "" and one.before == WORDS[one.what] for one in differences(FULL, page))


def test_what_neither_says_is_no_difference() -> None:
    found = differences(Written("", "", ""), NOTHING)
    assert [(one.what, one.before, one.after) for one in found] == [("result", "", "rejected")]
    back = differences(NOTHING, Written("", "", ""))
    assert [(one.what, one.before, one.after) for one in back] == [("result", "rejected", "")]


PAGE = ("title", "tags", "when", "how it was before", "how it was after")


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("", "", []),
        ("a b", "a b", [(SAME, "a b")]),
        ("", "a b", [(NEW, "a b")]),
        ("a b", "", [(GONE, "a b")]),
        ("a b c", "a x c", [(SAME, "a "), (GONE, "b "), (NEW, "x "), (SAME, "c")]),
        (
            "a b c d e",
            "a x c y e",
            [(SAME, "a "), (GONE, "b "), (NEW, "x "), (SAME, "c "), (GONE, "d "), (NEW, "y "), (SAME, "e")],
        ),
        ("a b c d e", "a x c d e", [(SAME, "a "), (GONE, "b "), (NEW, "x "), (SAME, "c d e")]),
        ("a c", "a b c", [(SAME, "a "), (NEW, "b "), (SAME, "c")]),
        ("a b c", "a c", [(SAME, "a "), (GONE, "b "), (SAME, "c")]),
        ("a\n b", "a\n c", [(SAME, "a\n "), (GONE, "b"), (NEW, "c")]),
        # what both begin and end with is not told twice
        ("a a", "a a a", [(SAME, "a "), (NEW, "a "), (SAME, "a")]),
        ("no no ", "no no no ", [(SAME, "no no "), (NEW, "no ")]),
    ],
)
def test_a_text_is_compared_word_by_word(before: str, after: str, pieces: list[tuple[Mark, str]]) -> None:
    assert list(changed_words(before, after)) == pieces


def lettered(first: str, count: int, word: str) -> str:
    """Lines of two words each; `first` is the very first word and the very last."""
    middle = "".join(f"w{number} {word}{number}\n" for number in range(count - 2))
    return f"{first} x\n{middle}y {first}\n"


@pytest.mark.parametrize(
    ("lines", "by_words", "by_lines"),
    [(200, True, True), (201, False, True), (400, False, True), (401, False, False)],
)
def test_what_is_long_is_compared_by_lines_and_what_is_longer_as_a_whole(
    lines: int, by_words: bool, by_lines: bool
) -> None:
    old, new = lettered("one", lines, "a"), lettered("two", lines, "a")
    # they end alike, in one word, which stands apart from what is compared
    pieces = list(changed_words(f"{old}z", f"{new}z"))
    assert "".join(text for mark, text in pieces if mark is not NEW) == f"{old}z"
    assert "".join(text for mark, text in pieces if mark is not GONE) == f"{new}z"
    assert (pieces[0] == (GONE, "one ")) is by_words
    kept = sum(len(text) for mark, text in pieces if mark is SAME)
    assert (kept > 100) is by_lines
    assert by_lines or [mark for mark, _ in pieces] == [GONE, NEW, SAME]


words = st.text(st.sampled_from("ab \n"), max_size=30)


@given(words, words)
def test_the_pieces_are_both_texts_whole_and_no_two_alike_stand_side_by_side(old: str, new: str) -> None:
    pieces = list(changed_words(old, new))
    assert "".join(text for mark, text in pieces if mark is not NEW) == old
    assert "".join(text for mark, text in pieces if mark is not GONE) == new
    assert all(text for _, text in pieces)


def test_long_texts_of_few_words_are_compared_quickly() -> None:
    """The number of steps is bounded: beyond some hundred words it goes by lines, then as a whole."""
    old, new = "a b c " * 20_000, "b c a " * 20_000
    pieces = list(changed_words(old, new))
    assert "".join(text for mark, text in pieces if mark is not NEW) == old
    assert "".join(text for mark, text in pieces if mark is not GONE) == new

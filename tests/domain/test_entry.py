"""Titles taken from what was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.domain.entry import TITLE_LENGTH, title_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("They said no.", "They said no."),
        ("\n\n  They said no.\nAgain.", "They said no."),
        ("# They said no", "They said no"),
        ("# Xavier said no", "Xavier said no"),
        ("> - no", "no"),
        ("**Finally** done", "Finally done"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("---\n***\n# \nAt last", "At last"),
        ("", ""),
        ("###", ""),
        ("word " * 20, "word word word word word word word word word word word word word word…"),
        ("one, two, three " * 6, "one, two, three one, two, three one, two, three one, two, three one…"),
        ("x" * 100, "x" * TITLE_LENGTH + "…"),
        ("x" * TITLE_LENGTH, "x" * TITLE_LENGTH),
    ],
)
def test_the_first_line_that_says_something_is_the_title(text: str, title: str) -> None:
    assert title_of(text) == title


@given(st.text())
def test_a_title_is_short_and_of_one_line(text: str) -> None:
    title = title_of(text)
    assert len(title) <= TITLE_LENGTH + 1
    assert title.splitlines() in ([], [title])
    assert title == title.strip()


@pytest.mark.parametrize("part", ["*a ", "`a ", "**a *"])
def test_marks_that_open_and_never_close_make_a_title_at_once(part: str) -> None:
    assert title_of(part * 300_000).endswith("…")  # it took hours where each was looked for to the end

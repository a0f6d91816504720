"""A long text in parts: cut where a reader would pause, and whole again when put together."""

from __future__ import annotations

import pytest

from bounceback_tui.widgets.reader import PART, parts_of

pytestmark = pytest.mark.usefixtures("all_is_drawn")


def test_a_short_text_is_one_part() -> None:
    assert [part.text for part in parts_of("a\n\nb")] == ["a\n\nb"]
    assert [part.text for part in parts_of("")] == [""]


@pytest.mark.parametrize(("mark", "below"), [("\n\n", 1), ("\n", 0), (" ", 0), ("", 0)])
def test_it_is_cut_at_paragraphs_else_lines_else_words_else_anywhere(mark: str, below: int) -> None:
    text = mark.join(f"{number:06}" for number in range(5_000))
    parts = list(parts_of(text))
    assert len(parts) > 5
    assert mark.join(part.text for part in parts) == text
    assert {part.below for part in parts[:-1]} == {below}
    assert all(len(part.text) <= 2 * PART for part in parts)


def test_lines_that_end_as_on_windows_are_lines() -> None:
    parts = list(parts_of("a paragraph\r\n\r\n" * 2_000))
    assert {part.below for part in parts} == {1}


@pytest.mark.parametrize("fence", ["```", "~~~~"])
def test_a_block_of_code_goes_on_in_the_next_part(fence: str) -> None:
    code = "\n".join(f"# {number}" for number in range(3_000))
    first, *middle, last = parts_of(f"Before.\n\n{fence}\n{code}\n{fence}\n\n{'After. ' * 2_000}")
    assert not first.text.startswith(fence)
    assert middle[0].text.startswith(f"{fence}\n# ")
    assert last.text.startswith("After.")


def test_the_longest_have_longer_parts_rather_than_ever_more() -> None:
    assert len(list(parts_of("word " * 10_000_000))) < 5_000

"""Sentences of ours break where it reads well."""

from __future__ import annotations

import pytest
from textual.content import Content
from widget_host import Host

from bounceback_tui.widgets.safe import safe
from bounceback_tui.widgets.sentences import Sentences, in_lines

SAID = (
    "Steps with a plan were done 22 of 27 times (4 in 5, likely between 3 in 5 and 9 in 10), which is 81 % "
    "of them; steps without one 66 of 250 times, 26 %, after 8 days, about 3 times in 10. "
    "People plan what they mean to do, so it proves nothing."
)
WHOLE = ("22 of 27", "4 in 5", "3 in 5", "9 in 10", "81 %", "66 of 250", "26 %", "8 days", "3 times in 10")


@pytest.mark.parametrize("width", range(20, 120))
def test_no_figure_is_parted_from_what_it_counts(width: int) -> None:
    lines = [line.plain for line in in_lines(safe(SAID), width)]
    assert " ".join(lines) == SAID
    assert all(len(line) <= width for line in lines)
    for figure in WHOLE:
        assert any(figure in line for line in lines), figure


@pytest.mark.parametrize("width", range(40, 120))
def test_no_word_is_left_alone_in_the_last_line(width: int) -> None:
    assert " " in in_lines(safe(SAID), width)[-1].plain


def test_styles_and_lines_of_their_own_stay() -> None:
    lines = in_lines(Content.assemble("half of them, ", ("50 %", "bold"), "\nand that is all"), 16)
    assert [line.plain for line in lines] == ["half of them,", "50 %", "and that is all"]
    assert [(span.start, span.end) for span in lines[1].spans] == [(0, 4)]


def test_a_word_longer_than_the_line_is_broken_all_the_same() -> None:
    assert [line.plain for line in in_lines(safe("x" * 50 + " y"), 40)] == ["x" * 40, "x" * 10 + " y"]


async def test_it_is_as_high_as_its_lines_also_once_the_window_changes() -> None:
    said = Sentences(safe(SAID), markup=False)
    app = Host(said)
    async with app.run_test(size=(100, 20)) as pilot:
        assert said.size.height == len(in_lines(safe(SAID), 100))
        await pilot.resize_terminal(40, 20)
        await pilot.pause()
        assert said.size.height == len(in_lines(safe(SAID), 40))
        said.update(safe("Nothing yet."))
        await pilot.pause()
        assert said.size.height == 1

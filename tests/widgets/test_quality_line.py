"""Three questions on one line, by keys and by pointer."""

from __future__ import annotations

import pytest
from widget_host import Host

from bounceback_tui.domain.application import NOT_SAID, Quality
from bounceback_tui.widgets.quality_line import QualityLine


async def test_space_goes_from_yes_to_no_to_nothing_and_letters_say_it_at_once() -> None:
    line = QualityLine()
    async with Host(line).run_test(size=(80, 10)) as pilot:
        line.focus()
        await pilot.press("space", "right", "space", "space", "right", "n")
        await pilot.pause()
        assert line.quality == Quality(True, False, False)
        shown = line.render().plain
        assert "✓ read closely  – CV tailored  – like the look" in shown
        await pilot.press("right", "backspace", "right", "y", "right", "space")
        await pilot.pause()
        assert line.quality == Quality(None, True, None)
        await pilot.press("x", "right", "backspace", "right", "backspace")
        await pilot.pause()
        assert line.quality == NOT_SAID
        assert "✓" not in line.render().plain


async def test_a_click_turns_what_is_under_the_pointer_also_where_it_wraps() -> None:
    line = QualityLine(Quality(True))
    async with Host(line).run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        assert line.size.height == 2
        await pilot.click(line, offset=(12, 0))
        await pilot.click(line, offset=(12, 1))
        await pilot.pause()
        assert line.quality == Quality(False, None, True)


@pytest.mark.parametrize("said", [[], [True], [True, "yes", None], [1, 0, None], ["", "", ""]])
def test_what_is_no_answer_is_passed_over(said: list[object]) -> None:
    line = QualityLine(Quality(True))
    line.set_value(said)
    assert line.quality == Quality(True)

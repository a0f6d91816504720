"""Beside a window that takes nearly all of the width, nothing of the page is left to be seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from looking import open_workspace, press, running

from bounceback_tui.services.demo import fill


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_no_letters_of_the_page_stand_beside_a_window(tmp_path: Path, size: tuple[int, int]) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        async with running(journal, size) as pilot:
            for page, key in (
                ("1", "comma"),
                ("1", "question_mark"),
                ("2", "c"),
                ("2", "ctrl+g"),
                ("3", "o"),
            ):
                await press(pilot, page, key)
                assert pilot.app.screen is not pilot.app.screen_stack[0], key
                strips = pilot.app.screen._compositor.render_strips()
                first = [strip.crop(0, 1).text for strip in strips[:-4]]
                assert set(first) == {" "}, key
                await press(pilot, "escape")

"""Beside a window that takes nearly all of the width, nothing of the page is left to be seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from looking import open_workspace, press_keys, running

from bounceback_tui.services.demo import fill


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
@pytest.mark.long
async def test_no_letters_of_the_page_stand_beside_a_window(tmp_path: Path, size: tuple[int, int]) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        async with running(journal, size) as pilot:
            for page, key in zip("11223", ("comma", "question_mark", "c", "ctrl+g", "o"), strict=True):
                await press_keys(pilot, page, key)
                assert pilot.app.screen is not pilot.app.screen_stack[0], key
                strips = pilot.app.screen._compositor.render_strips()
                first = [strip.crop(0, 1).text for strip in strips[:-4]]
                assert set(first) == {" "}, key
                await press_keys(pilot, "escape")

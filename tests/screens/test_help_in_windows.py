"""The key for help works in every window in which nothing is typed, and leads back to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers_walk import targets
from looking import open_workspace, press, running

from bounceback_tui.app import BouncebackApp
from bounceback_tui.screens.drafting import Drafting
from bounceback_tui.screens.registry import AT_THE_END, OF_THE_FILE, TOOLS
from bounceback_tui.services.demo import fill


@pytest.mark.long
async def test_help_opens_over_every_window_and_tells_its_keys(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        episode = targets(journal)["closing"]
        async with running(journal) as pilot:
            app = pilot.app
            assert isinstance(app, BouncebackApp)
            seen = []
            for tool in (*TOOLS, *AT_THE_END, *OF_THE_FILE):
                await app.open_tool(tool.name, episode)
                await press(pilot)
                window = app.screen
                if window is app.main or isinstance(window, Drafting):
                    await press(pilot, "escape")
                    continue
                assert "In this window" in await press(pilot, "question_mark"), tool.name
                await press(pilot, "escape")
                assert app.screen is window, tool.name
                await press(pilot, "escape")
                seen.append(tool.name)
            assert "feedback" in seen
            assert len(seen) > 10

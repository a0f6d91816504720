"""What was just done can be taken back where it is told: in the message, with a click."""

from __future__ import annotations

from typing import Any

import pytest
from helpers_recover import flat, press, rejected
from looking import press_keys, running, screen_text, type_text
from textual.pilot import Pilot
from textual.widgets._toast import Toast

from bounceback_tui.domain.query import Query
from bounceback_tui.services.workspace import Workspace


async def click_on(pilot: Pilot[Any], words: str) -> str:
    """Click on words in the message; what the screen shows then."""
    lines = screen_text(pilot.app).splitlines()
    y = next(place for place, line in enumerate(lines) if words in line)
    await pilot.click(offset=(lines[y].index(words) + 1, y))
    return await press(pilot)


def titles(journal: Workspace) -> list[str]:
    return [one.entry.title for one in journal.journal.history(Query()).items(0, 9)]


async def test_a_deletion_is_taken_back_and_done_again_with_a_click(workspace: Workspace) -> None:
    workspace.journal.note("x", title="A walk [/] u takes it back [@click=app.quit]")
    async with running(workspace, (120, 30)) as pilot:
        text = await press(pilot, "2", "d")
        assert "“A walk [/] u takes it back" in text, "words of the journal are only words"
        assert titles(workspace) == []
        text = await click_on(pilot, "u brings")
        assert len(titles(workspace)) == 1
        assert "A walk" in text
        await click_on(pilot, "U does")
        assert titles(workspace) == []


async def test_a_click_beside_it_only_puts_the_message_away(workspace: Workspace) -> None:
    async with running(workspace, (120, 30)) as pilot:
        await press_keys(pilot, "w")
        await type_text(pilot, "A walk")
        assert "u takes it back" in flat(await press(pilot, "ctrl+s"))
        await click_on(pilot, "Saved.")
        assert not pilot.app.screen.query(Toast)
        assert titles(workspace) == ["A walk"]


async def test_a_window_reads_again_what_was_taken_back_in_it(workspace: Workspace) -> None:
    workspace.searches.save("good days", "mood:>6")
    async with running(workspace, (120, 30)) as pilot:
        await press_keys(pilot, "2", "s")
        assert "None yet" in await press(pilot, "x", "x")
        text = await click_on(pilot, "u brings")
        assert "good days" in text
        assert "None yet" not in text


@pytest.mark.parametrize("key", ["space", "x"])
async def test_a_tick_says_what_was_done_and_how_to_take_it_back(workspace: Workspace, key: str) -> None:
    episode = rejected(workspace, "Acme", 3)
    async with running(workspace, (120, 30)) as pilot:
        await press_keys(pilot, "3")
        assert "u takes it back" in flat(await press(pilot, key))
        assert len(workspace.recovery.ticks(episode)) == 1
        await click_on(pilot, "u takes")
        assert not workspace.recovery.ticks(episode)

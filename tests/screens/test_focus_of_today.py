"""Whatever is done on Today, the next key has something to act on."""

from __future__ import annotations

import pytest
from looking import press, running, type_text

from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.workspace import Workspace


@pytest.mark.parametrize("key", ["j", "enter"])
@pytest.mark.many(2)
async def test_after_a_draft_is_finished_the_rejection_has_the_cursor(workspace: Workspace, key: str) -> None:
    async with running(workspace) as pilot:
        await press(pilot, "n")
        await type_text(pilot, "Acme")
        assert "▸ You had begun" in await press(pilot, "escape", "1")
        shown = await press(pilot, "enter", "ctrl+s")
        assert "You had begun" not in shown
        assert "▸ Acme" in shown
        assert "enter go on" in shown
        shown = await press(pilot, key)
        assert ("Look on the bright side" in shown) if key == "enter" else ("▸" in shown)


async def test_the_same_where_more_stands_on_the_page(workspace: Workspace) -> None:
    workspace.journal.log(Outcome(company="Earlier"))
    async with running(workspace) as pilot:
        await press(pilot, "n")
        await type_text(pilot, "Acme")
        await press(pilot, "escape", "1", "gg")
        shown = await press(pilot, "enter", "ctrl+s")
        assert "▸ Acme" in shown
        assert "▸ Earlier" in await press(pilot, "j")


async def test_a_draft_that_is_finished_as_a_note_leaves_the_cursor_on_the_rejection(
    workspace: Workspace,
) -> None:
    workspace.journal.log(Outcome(company="Earlier"))
    async with running(workspace) as pilot:
        await press(pilot, "w")
        await type_text(pilot, "A walk")
        assert "▸ You had begun" in await press(pilot, "escape", "1")
        assert "▸ Earlier" in await press(pilot, "enter", "ctrl+s")

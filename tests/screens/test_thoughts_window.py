"""All thought records: listed with two figures, opened, begun, deleted and brought back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helpers_recover import SMALL, all_sizes, line_with, press
from looking import press_keys, running, screen_text, type_text
from textual.widgets import TextArea

from bounceback_tui.domain.thought import ThoughtRecord
from bounceback_tui.services.workspace import Workspace


def two(journal: Workspace) -> ThoughtRecord:
    """One that is finished, and one that is only begun; the second."""
    now = journal.clock.now()
    done = ThoughtRecord("A" * 26, now, "always second", belief_before=60, fairer="no", belief_after=75)
    begun = replace(done, id="B" * 26, thought="no use", fairer="", belief_after=None)
    for record in (done, begun):
        journal.tools.thoughts.put(record)
    return begun


@pytest.mark.long
@all_sizes
async def test_figures_stand_side_by_side_and_begun_ones_come_first(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    two(workspace)
    async with running(workspace, size) as pilot:
        await pilot.app.open_tool("reframe")
        text = await press(pilot)
        assert " 60 →  75  always second" in line_with(pilot, "always second")
        assert " 60 →   –  begun  no use" in line_with(pilot, "no use")
        assert text.index("no use") < text.index("always second")
        await press_keys(pilot, "enter")
        assert pilot.app.screen.query_one("#thought", TextArea).text == "no use"
        await type_text(pilot, "once")  # to what was empty
        await press_keys(pilot, "ctrl+s")
        assert "Thoughts, looked at" in screen_text(pilot.app)
        assert workspace.tools.thoughts.every()[0].evidence_for == "once"


@pytest.mark.long
async def test_one_is_begun_deleted_at_the_second_press_and_brought_back(workspace: Workspace) -> None:
    two(workspace)
    async with running(workspace, SMALL) as pilot:
        await pilot.app.open_tool("reframe")
        await press_keys(pilot, "n")
        await type_text(pilot, "they laughed")
        await press_keys(pilot, "ctrl+s")
        assert "they laughed" in screen_text(pilot.app)
        await press_keys(pilot, "down", "down", "x")
        assert len(workspace.tools.thoughts.every()) == 3
        await press_keys(pilot, "x")
        assert {one.thought for one in workspace.tools.thoughts.every()} == {"they laughed", "no use"}
        await press_keys(pilot, "u")
        assert "always second" in screen_text(pilot.app)
        assert len(workspace.tools.thoughts.every()) == 3


@pytest.mark.long
async def test_without_any_the_palette_leads_straight_to_a_new_one(workspace: Workspace) -> None:
    async with running(workspace) as pilot:
        await press_keys(pilot, "ctrl+p")
        await type_text(pilot, "harsh")
        await pilot.pause(0.5)
        await press_keys(pilot, "enter")
        await type_text(pilot, "no use")
        await press_keys(pilot, "ctrl+s")
        assert [one.thought for one in workspace.tools.thoughts.every()] == ["no use"]


@pytest.mark.long
async def test_a_change_that_was_left_is_offered_while_the_record_is_there(workspace: Workspace) -> None:
    begun = two(workspace)
    async with running(workspace) as pilot:
        await pilot.app.open_tool("reframe", begun.id)
        await press_keys(pilot)
        await type_text(pilot, "once")
        await press_keys(pilot, "escape")
        assert "You had begun to write a thought record: “no use”" in screen_text(pilot.app)
        await press_keys(pilot, "enter")
        assert pilot.app.screen.query_one("#for", TextArea).text == "once"
        await press_keys(pilot, "escape")
        workspace.tools.thoughts.delete(begun)
        await press_keys(pilot, "2", "1")
        assert "You had begun" not in screen_text(pilot.app)
        await press_keys(pilot, "u")
        assert "You had begun to write a thought record" in screen_text(pilot.app)

"""Titles on Today use the room that there is, and stay in their own line."""

from __future__ import annotations

import pytest
from looking import press, running, type_text

from bounceback_tui.services.workspace import Workspace

COMPANY = "Acme International Holdings of the Northern Counties"
TITLE = "The whole of a long afternoon that began with a call and ended with a very long walk home"


@pytest.mark.parametrize(("size", "shown"), [((120, 40), COMPANY), ((80, 24), COMPANY[:24])])
@pytest.mark.many(2)
async def test_a_draft_is_named_as_far_as_there_is_room(
    workspace: Workspace, size: tuple[int, int], shown: str
) -> None:
    async with running(workspace, size) as pilot:
        await press(pilot, "n")
        await type_text(pilot, COMPANY)
        text = await press(pilot, "escape", "1")
        [line] = [line for line in text.splitlines() if "You had begun" in line]
        assert shown in line
        assert line.endswith(", just now")


async def test_what_was_written_lately_takes_a_line_each(workspace: Workspace) -> None:
    workspace.journal.note("x", title=TITLE)
    async with running(workspace, (120, 40)) as pilot:
        lines = (await press(pilot, "1")).splitlines()
        [place] = [place for place, line in enumerate(lines) if "The whole of a long" in line]
        assert lines[place].endswith("…")
        assert lines[place + 1].strip() == ""

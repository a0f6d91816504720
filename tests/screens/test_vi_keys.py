"""j, k, gg and G get about in whatever lists or scrolls, as the arrows do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from helpers_journal import NARROW, live, turn_to
from looking import open_workspace, running
from textual.pilot import Pilot

from bounceback_tui.screens.tool_window import ToolWindow
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.due_list import DueList
from bounceback_tui.widgets.entry_reader import EntryReader
from bounceback_tui.widgets.rows import Rows
from bounceback_tui.widgets.step_list import StepList


@pytest.fixture
def journal(tmp_path: Path) -> Any:
    """A small journal that was lived in."""
    path = tmp_path / "journal.db"
    live(path)
    with open_workspace(path) as journal:
        yield journal


def cursor(pilot: Pilot[Any], kind: type[Rows] | type[StepList] | type[DueList]) -> int:
    """Place of the cursor in the list of that kind on the screen."""
    return pilot.app.screen.query(kind).last().cursor


@pytest.mark.long
async def test_lists_go_to_their_ends(journal: Workspace) -> None:
    async with running(journal, NARROW) as pilot:
        for page, kind in (("Journal", Rows), ("Recover", StepList), ("Applications", Rows)):
            await turn_to(pilot, page)
            before = cursor(pilot, kind)
            await pilot.press("G")
            assert (end := cursor(pilot, kind)) > before, page
            await pilot.press("k")
            assert cursor(pilot, kind) == end - 1, page
            await pilot.press("j")
            assert cursor(pilot, kind) == end, page
            await pilot.press("g")
            assert cursor(pilot, kind) == end, page
            await pilot.press("g")
            assert cursor(pilot, kind) == 0, page
            assert pilot.app.screen is pilot.app.main, page  # type: ignore[attr-defined] # the app is ours


async def test_another_key_between_makes_two_of_it(journal: Workspace) -> None:
    async with running(journal, NARROW) as pilot:
        await turn_to(pilot, "Journal")
        await pilot.press("G", "g", "k", "g")
        assert cursor(pilot, Rows) > 0
        await pilot.press("g")
        assert cursor(pilot, Rows) == 0


@pytest.mark.long
async def test_what_is_long_scrolls_to_its_ends(journal: Workspace) -> None:
    async with running(journal, (60, 12)) as pilot:
        await turn_to(pilot, "Journal")
        await pilot.press("G", "k", "enter", "G")
        reader = pilot.app.screen.query_one(EntryReader)
        assert reader.has_focus
        assert reader.scroll_y > 0
        await pilot.press("g", "g")
        assert reader.scroll_y == 0
        await pilot.press("escape", "question_mark", "G")
        manual = pilot.app.screen.query_one("#help")
        await pilot.pause()
        assert manual.scroll_y == manual.max_scroll_y
        await pilot.press("g", "g")
        await pilot.pause()
        assert manual.scroll_y == 0


@pytest.mark.long
async def test_the_lists_of_tools_do_too_and_a_field_takes_them_as_letters(journal: Workspace) -> None:
    async with running(journal, NARROW) as pilot:
        await pilot.app.open_tool("cv")  # type: ignore[attr-defined] # the app is ours
        await pilot.pause()
        assert isinstance(pilot.app.screen, ToolWindow)
        for words in ("gg", "jj", "GG"):
            await pilot.press("a", *words, "ctrl+s")
        await pilot.press("G")
        assert cursor(pilot, Rows) == 2
        await pilot.press("g", "g")
        assert cursor(pilot, Rows) == 0
        assert {one.text for one in journal.tools.cv.every()} == {"gg", "jj", "GG"}

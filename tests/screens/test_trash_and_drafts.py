"""Deleting for good takes a second press; drafts are offered in the Journal, too."""

from __future__ import annotations

from pathlib import Path

import pytest
from looking import SIZES, open_workspace, running, screen_text, type_text

from bounceback_tui.domain.query import Query

both_sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.mark.long
@both_sizes
async def test_what_is_in_the_trash_is_deleted_for_good_at_the_second_press(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.note("Unspeakable")
        async with running(journal, size) as pilot:
            await pilot.press("2", "d", "slash")
            await type_text(pilot, "is:deleted")
            await pilot.press("enter")
            await pilot.pause()
            assert "X delete for good" in screen_text(pilot.app)
            await pilot.press("X")
            await pilot.pause()
            told = " ".join(screen_text(pilot.app).replace("▌", " ").split())
            assert "once more deletes" in told
            assert journal.journal.history(Query(deleted=True)).known == 1
            await pilot.press("X")
            await pilot.pause()
            assert journal.journal.history(Query(deleted=True)).known == 0
            pilot.app.clear_notifications()
            await pilot.pause()
            assert "Unspeakable" not in screen_text(pilot.app)
            await pilot.press("u")
            await pilot.pause()
            assert "nothing to take back" in screen_text(pilot.app)


@both_sizes
async def test_drafts_are_offered_in_the_journal(tmp_path: Path, size: tuple[int, int]) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.note("A walk")
        async with running(journal, size) as pilot:
            await pilot.press("2", "e")
            await pilot.pause()
            await type_text(pilot, " home")
            await pilot.press("escape")
            await pilot.pause()
            pilot.app.clear_notifications()
            await pilot.pause()
            assert "You had begun to write an entry: “A walk home”, just now" in screen_text(pilot.app)
            await pilot.press("shift+tab")
            await pilot.pause()
            assert "go on writing" in screen_text(pilot.app)
            await pilot.press("enter", "ctrl+s")
            await pilot.pause()
            assert journal.journal.find("-1").entry.text == "A walk home"
            assert journal.drafts.waiting() == []

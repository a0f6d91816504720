"""In plain mode windows say in words what arrows and styles tell elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers_tools import open_tool
from looking import flat, open_workspace, press, press_keys, screen_text
from test_plain_mode import opened
from textual.widgets import Input

from bounceback_tui.app import BouncebackApp
from bounceback_tui.domain.outcome import Written
from bounceback_tui.services.demo import fill

ARROWS = set("←→↑↓")


async def test_what_came_first_and_what_came_of_it_is_told_in_words(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        episode = journal.recovery.episodes()[0].id
        async with opened(journal, size=(120, 40)) as pilot:
            app = pilot.app
            assert isinstance(app, BouncebackApp)
            said = {}
            for tool in ("feedback", "reframe", "writing"):
                await app.open_tool(tool, episode if tool == "feedback" else "")
                said[tool] = flat(await press(pilot))
                await press_keys(pilot, "escape")
            assert (
                "[x] asked Sat 21 Nov, now waiting, then a reminder Wed 25 Nov, then answered"
                in said["feedback"]
            )
            assert "90 to 45 I am the person" in said["reframe"]
            assert "4 to 5 to 4 As if she were" in said["writing"]
            assert not [tool for tool, text in said.items() if ARROWS & set(text)]


async def test_what_changed_between_versions_is_told_in_words(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        key = journal.journal.write(Written("", "A walk", "by the river"))
        told = journal.versions.told(key)
        journal.versions.rewrite(key, "A long walk", told.text, told.tags)
        async with opened(journal) as pilot:
            assert "title: A walk, now A long walk" in flat(await press(pilot, "2", "v"))


@pytest.mark.many(2)
@pytest.mark.parametrize("in_plain", [True, False])
@pytest.mark.long
async def test_keys_are_called_by_their_names_in_help_and_hints(tmp_path: Path, in_plain: bool) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with opened(journal, in_plain=in_plain, size=(100, 1400)) as pilot:
            text = await press(pilot, "question_mark")
            assert ("right and left turn to another choice" in flat(text)) is in_plain
            assert (not ARROWS & set(text)) is in_plain
            await press_keys(pilot, "escape")
            text = await press(pilot, "comma", "down")
            assert ("left right choose" in flat(text)) is in_plain
            await press_keys(pilot, "escape")
            await open_tool(pilot, "Import…")
            assert ("right completes it" in flat(screen_text(pilot.app))) is in_plain
            pilot.app.screen.query_one(Input).value = "~/there-is-none"
            assert ("→ completes a name" in flat(await press(pilot))) is not in_plain

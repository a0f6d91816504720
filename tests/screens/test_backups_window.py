"""The list of backups, and the check of the journal, as windows over the page."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from helpers_messages import said
from looking import flat, press, press_keys, running, screen_text, worked_out
from textual.pilot import Pilot

from bounceback_tui.app import BouncebackApp
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.screens import daily_backup
from bounceback_tui.screens.backups import BackupsWindow, brought_back
from bounceback_tui.screens.daily_backup import back_up_beside
from bounceback_tui.screens.offers import offers
from bounceback_tui.services.workspace import Workspace


def app_of(pilot: Pilot[None]) -> BouncebackApp:
    assert isinstance(pilot.app, BouncebackApp)
    return pilot.app


async def opened(pilot: Pilot[None], tool: str = "backups") -> str:
    await app_of(pilot).open_tool(tool)
    return await settled(pilot)


async def settled(pilot: Pilot[None]) -> str:
    await worked_out(pilot.app)
    await pilot.pause()
    await pilot.pause()
    return screen_text(pilot.app)


@pytest.fixture
def written(workspace: Workspace) -> Workspace:
    """Two backups, the later with more in it than the first."""
    workspace.journal.note("in both")
    workspace.backups.of_the_day()
    workspace.journal.note("in the later one")
    workspace.backups.make()
    workspace.journal.note("in the journal alone")
    return workspace


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_each_tells_when_it_was_made_what_for_and_what_it_holds(
    written: Workspace, size: tuple[int, int]
) -> None:
    async with running(written, size) as pilot:
        text = await opened(pilot)
        [first] = [line for line in text.splitlines() if "made by you" in line]
        assert "Mon 23 Nov 09:30" in first
        assert "2 entries" in first
        assert (" MB" in first) is (size[0] > 60)
        assert "daily" in text
        assert "1 entry" in text
        assert "One is made each day" in text


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_one_that_holds_moods_alone_says_how_many(workspace: Workspace, size: tuple[int, int]) -> None:
    for mood in (3, 5):
        workspace.journal.check_in(Reading(mood))
    workspace.backups.make()
    async with running(workspace, size) as pilot:
        text = await opened(pilot)
        assert re.search(r"Mon 23 Nov 09:30 +made by you +(0 entries, )?2 check-ins\b", text)
        assert ("0 entries" in text) is (size[0] > 60)
        await pilot.press("r")
        assert "brings back Mon 23 Nov 09:30 (0 entries, 2 check-ins)" in flat(await settled(pilot))


async def test_one_is_made_now(written: Workspace) -> None:
    async with running(written) as pilot:
        await opened(pilot)
        await pilot.press("b")
        await settled(pilot)
        assert said(pilot) == "A backup with 3 entries is made and checked."
        assert sorted(one.entries or 0 for one in written.backups.every()) == [1, 2, 3]


@pytest.mark.long
async def test_where_none_can_be_made_it_is_said_and_the_window_stays(
    workspace: Workspace, tmp_path: Path
) -> None:
    async with running(workspace) as pilot:
        (tmp_path / "backups").write_text("mine")
        assert "None yet. b makes one." in await opened(pilot)
        await pilot.press("b")
        await settled(pilot)
        assert said(pilot).startswith("No backup could be made in")
        assert isinstance(pilot.app.screen, BackupsWindow)


async def test_bringing_one_back_is_asked_first_and_the_question_can_be_left(written: Workspace) -> None:
    async with running(written) as pilot:
        await opened(pilot)
        asked = flat(await press(pilot, "r"))
        assert "r once more brings back Mon 23 Nov 09:30 (2 entries)" in asked
        assert "The present journal (3 entries) is set aside and stays in this list." in asked
        moved = flat(await press(pilot, "down"))
        assert "once more" not in moved
        assert not app_of(pilot).brings_back
        assert "(1 entry)" in flat(await press(pilot, "r"))  # asked anew
        assert not app_of(pilot).brings_back
        await press_keys(pilot, "r")
        await settled(pilot)
        assert app_of(pilot).brings_back
    written.close()
    assert brought_back(written.backups) == "1 entry is back. The journal before is in the list of backups."


@pytest.mark.long
async def test_one_is_removed_at_the_second_press_alone(written: Workspace) -> None:
    async with running(written) as pilot:
        await opened(pilot)
        assert "u does not bring it back" in flat(await press(pilot, "x"))
        assert len(written.backups.every()) == 2
        await press_keys(pilot, "x")
        assert said(pilot) == "The backup of Mon 23 Nov 09:30 is removed."
        assert len(written.backups.every()) == 1


@pytest.mark.long
async def test_one_that_cannot_be_read_is_named_and_not_brought_back(
    written: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "backups" / "journal-daily-20271101T083000Z.db").write_text("[/] [@click=app.quit]x" * 20)
    async with running(written) as pilot:
        assert "cannot be read" in await opened(pilot)
        await press_keys(pilot, "r", "r")
        assert "is not a journal" in said(pilot)
        assert not app_of(pilot).brings_back


async def test_the_backup_of_the_day_is_made_beside_the_page_and_only_a_failure_is_said(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.journal.note("walked")
    async with running(workspace) as pilot:
        back_up_beside(pilot.app, workspace.backups)
        before = await settled(pilot)
        assert "ackup" not in before
        assert [one.entries for one in workspace.backups.every()] == [1]
        back_up_beside(pilot.app, workspace.backups)  # it is there: nothing more
        assert len(workspace.backups.every()) == 1
        for path in (tmp_path / "backups").iterdir():
            path.unlink()
        (tmp_path / "backups").rmdir()
        (tmp_path / "backups").write_text("mine")
        back_up_beside(pilot.app, workspace.backups)
        await settled(pilot)
        assert said(pilot).startswith("No backup could be made in")


async def test_nothing_about_backups_is_loaded_where_todays_is_there(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(daily_backup, "back_up_beside", lambda app, backups: asked.append(backups))
    workspace.journal.note("walked")
    async with running(workspace) as pilot:
        app = app_of(pilot)
        app._tidy()
        assert len(asked) == 1, "the control"
        assert workspace.backups.of_the_day()
        app._backed_up_on = None  # as in another start
        app._tidy()
        assert len(asked) == 1


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_the_check_says_that_all_is_well_or_what_to_do(
    written: Workspace, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(written, size) as pilot:
        assert "All is well." in await opened(pilot, "doctor")
        await press_keys(pilot, "escape")
        os.chmod(tmp_path / "journal.db", 0o644)
        text = flat(await opened(pilot, "doctor"))
        assert "Something needs doing." in text
        assert "who may open it Others on this machine may open" in text


async def test_both_are_in_the_list_of_commands(written: Workspace) -> None:
    async with running(written) as pilot:
        offered = {one.title: one.run for one in offers(app_of(pilot).main, pilot.app.screen)}
        assert "Check the journal" in offered
        offered["Backups"]()
        assert "made by you" in await settled(pilot)


async def test_enter_is_named_for_what_it_does(written: Workspace) -> None:
    async with running(written) as pilot:
        text = await opened(pilot)
        assert " open" not in text.splitlines()[-1]
        assert "r once more brings back" in flat(await press(pilot, "enter"))
        await press_keys(pilot, "enter")
        await settled(pilot)
        assert app_of(pilot).brings_back

"""Exporting from the palette: in which form, where to, and that anybody who gets the file can read it."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from threading import Event

import pytest
from helpers_messages import said
from helpers_recover import all_sizes
from helpers_tools import name_file, open_tool, settle
from journals import held
from looking import NOW, flat, open_workspace, press, running, type_text
from textual.widgets import Input

from bounceback_tui.clock import FixedClock
from bounceback_tui.formats.registry import WRITE
from bounceback_tui.resources import asset
from bounceback_tui.screens.list_window import ListWindow
from bounceback_tui.screens.working import Working
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.errors import StorageError


@all_sizes
async def test_the_whole_journal_is_written_where_somebody_says(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    target = tmp_path / "all.json"
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.note("A walk")
        before = held(journal)
        async with running(journal, size) as pilot:
            assert "Everything (JSON)" in await open_tool(pilot, "Export…")
            text = flat(await press(pilot, "enter"))
            assert "whoever gets it can read it" in text
            assert pilot.app.screen.query_one(Input).value == "~/bounceback-json-2026-11-23.json"
            await name_file(pilot, target)
            assert said(pilot).startswith(f"Everything is in {target} now. It is not encrypted")
        assert held(journal) == before
    assert [one["text"] for one in json.loads(target.read_text("utf-8"))["entry"]] == ["A walk"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


async def test_nothing_that_is_there_is_replaced_unasked(tmp_path: Path) -> None:
    target = tmp_path / "all.json"
    target.write_text("mine", "utf-8")
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await open_tool(pilot, "Export…")
            await press(pilot, "enter")
            assert "enter again replaces it" in await name_file(pilot, target)
            assert target.read_text("utf-8") == "mine"
            await press(pilot, "enter")
            await settle(pilot)
            assert target.read_text("utf-8") != "mine"


async def test_a_folder_is_a_new_or_an_empty_one(tmp_path: Path) -> None:
    full, target = tmp_path / "full", tmp_path / "pages"
    full.mkdir()
    (full / "mine").touch()
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.note("A walk")
        async with running(journal) as pilot:
            await open_tool(pilot, "Export…")
            await press(pilot, "down", "enter")
            assert "name a new or an empty one" in await name_file(pilot, full)
            assert "that is a file; name a new folder" in await name_file(pilot, full / "mine")
            await name_file(pilot, target)
    assert [one.name for one in full.iterdir()] == ["mine"]
    assert [one.read_text("utf-8").count("A walk") for one in target.iterdir()] != []


async def test_every_format_is_offered_and_leaving_writes_nothing(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, (120, 40)) as pilot:
            text = await open_tool(pilot, "Export…")
            assert [one.title for one in WRITE if one.title not in text] == []
            assert isinstance(pilot.app.screen, ListWindow)
            await press(pilot, "enter", "escape")
            assert "Today" in await settle(pilot)


@pytest.mark.many(2)
@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("encrypt", "bounceback encrypt"),
        ("password", "bounceback encrypt"),
        ("several mach", "bounceback sync init FOLDER"),
        ("browser", "bounceback serve"),
    ],
)
async def test_what_is_done_in_a_shell_is_found_with_its_command(
    tmp_path: Path, typed: str, command: str
) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await press(pilot, "ctrl+p")
            await type_text(pilot, typed)
            assert command in flat(await press(pilot))
            await press(pilot, "enter")
            ours = command.replace("bounceback", f"bounceback --db {journal.path}")
            assert said(pilot).endswith(f"type in the shell: {ours}"), "not another journal"


async def test_a_journal_that_is_only_read_is_written_out_and_never_written_to(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with open_workspace(path) as made:
        made.journal.note("A walk")
    with (
        Workspace(path, FixedClock(NOW), asset("guide.md"), read_only=True) as journal,
        journal.beside() as own,
    ):
        assert own.exchange.as_json()["entry"]
        with pytest.raises(StorageError):
            own.journal.note("written")


async def test_what_is_opened_over_a_long_work_goes_with_it(tmp_path: Path) -> None:
    go = Event()
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            working = Working("Writing", lambda _going: "done" if go.wait(20) else "", "It failed.")
            made: list[str | None] = []
            pilot.app.push_screen(working, made.append)
            await pilot.pause()
            await press(pilot, "ctrl+p")
            go.set()
            await settle(pilot)
            assert made == ["done"]
            assert len(pilot.app.screen_stack) == 1

"""What is damaged, and a journal that is not as it was left, are told on the screen; nothing crashes."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from looking import NOW, open_workspace, press, press_keys, running, screen_text

from bounceback_tui.clock import FixedClock
from bounceback_tui.resources import asset
from bounceback_tui.services import encrypting
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.cipher import Key
from bounceback_tui.storage.rewriting import rewrite

_SAVED = b"They said no today."


def watched(path: Path) -> Workspace:
    return Workspace(path, FixedClock(NOW), asset("guide.md"), watched=True)


def flat(text: str) -> str:
    return " ".join(text.replace("▌", " ").split())


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_the_reader_tells_of_words_that_are_not_those_that_were_saved(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = tmp_path / "journal.db"
    with open_workspace(path) as journal:
        journal.journal.note(_SAVED.decode())
    path.write_bytes(path.read_bytes().replace(_SAVED, _SAVED.replace(b"no", b"so")))
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            shown = flat(await press(pilot, "2", "enter"))
            assert "They said so today." in shown
            if size[0] > 100:
                assert "These are not the words that were saved" in shown
            else:
                assert "not the words" in shown


async def test_a_journal_with_a_torn_page_is_told_on_every_page_and_nothing_crashes(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with open_workspace(path) as journal:
        for turn in range(60):
            journal.journal.note(f"note {turn} " * 20)
    with closing(sqlite3.connect(path)) as other:
        [(root,)] = other.execute("SELECT rootpage FROM sqlite_master WHERE name = 'entry'").fetchall()
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = b"\xff" * 4096
    path.write_bytes(content)
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            for key in "12345":
                await press_keys(pilot, key)
                assert f"{key} " in screen_text(pilot.app)
            assert "seems to be damaged" in flat(await press(pilot, "2"))
            await press_keys(pilot, "w", "a", "ctrl+s")
            assert pilot.app.screen.query_one("#text").text == "a"
    assert path.read_bytes()[(root - 1) * 4096 : root * 4096] == b"\xff" * 4096, (
        "what was torn is left as it is"
    )


async def test_a_journal_that_is_not_as_it_was_left_is_told_and_can_be_right(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with watched(path) as journal:
        journal.journal.note("First")
    shutil.copy(path, tmp_path / "older.db")
    with watched(path) as journal:
        journal.journal.note("Second")
    shutil.copy(tmp_path / "older.db", path)
    with watched(path) as journal:
        async with running(journal) as pilot:
            shown = flat(screen_text(pilot.app))
            assert "The journal is not as it was left" in shown
            assert "“That is right”" in shown
            await press_keys(pilot, "ctrl+p", *"that is right".replace(" ", ""))
            await pilot.pause(0.2)
            await press_keys(pilot, "enter")
            assert journal.integrity.notice == ""
    with watched(path) as journal:
        async with running(journal) as pilot:
            assert "not as it was left" not in flat(screen_text(pilot.app))


@pytest.mark.plain
async def test_a_plain_backup_beside_an_encrypted_journal_is_told(tmp_path: Path) -> None:
    path, key = tmp_path / "journal.db", Key(b"k" * 32, b"salt for a test!")
    with open_workspace(path) as journal:
        journal.backups.make()
    rewrite(path, None, key)
    for plain in (True, False):
        with Workspace(path, FixedClock(NOW), asset("guide.md"), key=key) as journal:
            async with running(journal) as pilot:
                assert ("lies 1 copy in plain" in flat(screen_text(pilot.app))) == plain
        encrypting.backups_anew(path, None, key)

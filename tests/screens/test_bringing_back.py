"""Bringing a backup back in the app: a bar tells how far it is, and a stop leaves everything as it was."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from helpers_tools import all_done
from journals import digest
from looking import flat, press_keys, running, screen_text
from textual.pilot import Pilot

from bounceback_tui.app import BouncebackApp
from bounceback_tui.app import running as app_running
from bounceback_tui.domain.going import Stopped
from bounceback_tui.screens import working
from bounceback_tui.screens.backups import BackupsWindow
from bounceback_tui.services.backups import Backups
from bounceback_tui.services.workspace import Workspace


@pytest.fixture
def written(workspace: Workspace) -> Workspace:
    workspace.journal.note("in both")
    workspace.backups.make()
    workspace.journal.note("in the journal alone")
    return workspace


def files(folder: Path) -> dict[str, str]:
    """The journal, its backups and whatever lies beside them, with what is in each."""
    ours = [path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(("-shm", "-wal"))]
    return {str(path.relative_to(folder)): digest(path) for path in ours}


def answering(monkeypatch: pytest.MonkeyPatch, nth: int) -> list[float]:
    """Somebody stops it at its `nth` question; what it told."""
    told: list[float] = []

    def telling(_widget: object, show: Any, _worker: object) -> Any:
        def going(share: float) -> bool:
            told.append(share)
            return len(told) != nth

        return going

    monkeypatch.setattr(working, "telling", telling)
    return told


async def bring_back(pilot: Pilot[Any]) -> BouncebackApp:
    app = pilot.app
    assert isinstance(app, BouncebackApp)
    await app.open_tool("backups")
    await press_keys(pilot, "r", "r")
    await all_done(pilot)
    return app


def questions(written: Workspace) -> int:
    """How often it is asked whether to go on."""
    told: list[float] = []
    [backup] = written.backups.every()
    written.backups.make_ready(backup, lambda share: not told.append(share))  # type: ignore[func-returns-value]  # always None
    written.backups.let_go()
    assert told == sorted(told)
    assert told[-1] == 1.0
    return len(told)


@pytest.mark.long
@pytest.mark.parametrize("at", ["first", "middle", "last", "never"])
async def test_a_stop_leaves_the_journal_and_its_backups_and_who_is_there_stays(
    written: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    every = questions(written)
    before = files(tmp_path)
    answering(monkeypatch, {"first": 1, "middle": every // 2, "last": every, "never": 0}[at])
    async with running(written, (60, 20)) as pilot:
        app = await bring_back(pilot)
        assert app.brings_back is (at == "never")
        if at == "never":  # the control
            assert files(tmp_path) != before
        else:
            assert files(tmp_path) == before
    written.close()
    if at == "never":
        assert written.backups.put_in_place().seen.entries == 1
        assert not [name for name in files(tmp_path) if "unfinished" in name]


@pytest.mark.long
async def test_it_shows_how_far_it_is_and_esc_stops_it(
    written: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(tmp_path)
    reached, go = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    real = working.telling

    def telling(*args: Any) -> Any:
        going = real(*args)

        def waits(share: float) -> bool:
            if share > 0.3 and not reached.is_set():
                going(share)
                loop.call_soon_threadsafe(reached.set)
                asyncio.run_coroutine_threadsafe(go.wait(), loop).result(20)
            return going(share)

        return waits

    monkeypatch.setattr(working, "telling", telling)
    monkeypatch.setattr(working, "_SOON", 0.01)
    async with running(written, (60, 20)) as pilot:
        app = pilot.app
        assert isinstance(app, BouncebackApp)
        await app.open_tool("backups")
        await pilot.press("r", "r")
        await asyncio.wait_for(reached.wait(), 20)
        await asyncio.sleep(0.1)
        await pilot.pause()
        shown = flat(screen_text(app))
        assert "Bringing back Mon 23 Nov 09:30" in shown
        assert "██████░" in shown
        assert "esc stop" in shown
        await pilot.press("escape")
        go.set()
        await all_done(pilot)
        assert isinstance(app.screen, BackupsWindow)
        assert not app.brings_back
        assert files(tmp_path) == before
        assert "once more" not in screen_text(app)


def test_esc_in_the_last_moment_leaves_nothing_once_the_app_is_left(
    written: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written.close()
    before = files(tmp_path)

    class Left:
        """An app in which a backup was made ready and not wanted."""

        brings_back, return_code, left_off = False, 0, None

        def __init__(self, workspace: Workspace, *_: object, first: bool) -> None:
            self.backups = workspace.backups

        def stray(self, _: object) -> None: ...

        def over(self) -> None: ...

        def run(self) -> None:
            [backup] = self.backups.every()
            self.backups.make_ready(backup)
            assert files(tmp_path) != before

    monkeypatch.setattr(app_running, "BouncebackApp", Left)
    assert app_running.run(tmp_path / "journal.db", written.clock, demo=True) == 0
    assert files(tmp_path) == before


@pytest.mark.long
async def test_with_read_only_none_is_brought_back(written: Workspace, tmp_path: Path) -> None:
    written.close()
    before = files(tmp_path)
    with Workspace(tmp_path / "journal.db", written.clock, "", read_only=True) as workspace:
        async with running(workspace) as pilot:
            app = await bring_back(pilot)
            assert not app.brings_back
            [note] = app._notifications
            assert str(note.message).startswith("Nothing is changed with --read-only")
    assert files(tmp_path) == before


def test_what_is_made_ready_twice_is_there_once(written: Workspace, tmp_path: Path) -> None:
    backups: Backups = written.backups
    [backup] = backups.every()
    before = files(tmp_path)
    backups.make_ready(backup)
    backups.make_ready(backup)
    assert len(files(tmp_path)) == len(before) + 1
    with pytest.raises(Stopped):
        backups.make_ready(backup, lambda _: False)
    assert files(tmp_path) == before

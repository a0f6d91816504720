"""Work that takes long in the app: a bar tells how far it is, esc stops it, and nothing is left."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from helpers_recover import rejected
from helpers_tools import all_done, open_tool, settle
from looking import flat, running, screen_text
from textual.pilot import Pilot
from textual.widgets import Input

from bounceback_tui.screens import doctor, working
from bounceback_tui.services.report import Gathered
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import backup

REPORT, CHECK = "Write a report", "Check the journal"


class Held:
    """Long work that waits in its middle until it is let go on."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.go = threading.Event()
        self.shares: list[float] = []

    async def half_way(self, pilot: Pilot[Any]) -> str:
        """What the screen shows in the middle of the work."""
        for _ in range(1000):
            if self.reached.is_set():
                break
            await asyncio.sleep(0.01)
        assert self.reached.is_set()
        await asyncio.sleep(0.1)
        await pilot.pause()
        return flat(screen_text(pilot.app))


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    """Holds the report and the check of the journal."""
    found = Held()
    real = working.telling

    def telling(*args: Any) -> Any:
        going = real(*args)

        def waits(share: float) -> bool:
            found.shares.append(share)
            if share >= 0.5 and not found.reached.is_set():
                going(share)
                found.reached.set()
                found.go.wait(20)
            return going(share)

        return waits

    for module in (working, doctor):
        monkeypatch.setattr(module, "telling", telling)
    monkeypatch.setattr(working, "_SOON", 0.01)
    yield found
    found.go.set()


@pytest.fixture
def journal(workspace: Workspace) -> Workspace:
    rejected(workspace, "Acme", 3)
    return workspace


async def begin_report(pilot: Pilot[Any], target: Path) -> None:
    await open_tool(pilot, REPORT)
    pilot.app.screen.query_one(Input).value = str(target)
    await pilot.pause()
    await pilot.press("enter")


@pytest.mark.long
@pytest.mark.parametrize("stopped", [True, False])
async def test_a_report_shows_how_far_it_is_and_esc_leaves_nothing_of_it(
    journal: Workspace, held: Held, tmp_path: Path, stopped: bool
) -> None:
    target = tmp_path / "out" / "patterns.html"
    target.parent.mkdir()
    async with running(journal, (60, 20)) as pilot:
        await begin_report(pilot, target)
        shown = await held.half_way(pilot)
        assert "Writing the report" in shown
        assert "████████████░░░░░░░░░░░░ 50%" in shown
        assert "esc stop" in shown
        if stopped:
            await pilot.press("escape")
        held.go.set()
        text = await settle(pilot)
        assert "Writing the report" not in text
        # the control: whoever waits finds the file
        assert [path.name for path in target.parent.iterdir()] == ([] if stopped else ["patterns.html"])
        assert (max(held.shares) < 1.0) is stopped


@pytest.mark.long
async def test_leaving_the_app_stops_a_report(journal: Workspace, held: Held, tmp_path: Path) -> None:
    async with running(journal) as pilot:
        await begin_report(pilot, tmp_path / "patterns.html")
        await held.half_way(pilot)
        await pilot.press("ctrl+q")
        held.go.set()
    assert not list(tmp_path.glob("*patterns*"))
    assert max(held.shares) < 1.0


@pytest.mark.parametrize("stopped", [True, False])
async def test_the_check_shows_how_far_it_is_and_can_be_stopped(
    journal: Workspace, held: Held, stopped: bool
) -> None:
    async with running(journal) as pilot:
        await pilot.app.open_tool("doctor")  # type: ignore[attr-defined]  # of our app
        assert "Looking… ████████████░░░░░░░░░░░░ 50% esc stops it." in await held.half_way(pilot)
        if stopped:
            await pilot.press("escape")
        held.go.set()
        text = await settle(pilot)
        assert ("All is well" in text or "Something needs doing" in text) is not stopped
        assert (max(held.shares) < 1.0) is stopped


@pytest.mark.long
@pytest.mark.parametrize("error", [ZeroDivisionError, OSError])
async def test_a_fault_in_it_is_said_and_ours_handed_on_for_a_report(
    journal: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def broken(*_: object) -> None:
        raise error("a word of the journal")

    told: list[object] = []
    monkeypatch.setattr(Gathered, "report", broken)
    monkeypatch.setattr(threading, "excepthook", lambda failed: told.append(failed.exc_type))
    async with running(journal) as pilot:
        await begin_report(pilot, tmp_path / "patterns.html")
        await all_done(pilot)
        assert told == [ZeroDivisionError] * (error is ZeroDivisionError)
        [note] = pilot.app._notifications
        assert str(note.message).startswith("The report could not be made, and no file was written.")
    assert not list(tmp_path.glob("*patterns*"))


@pytest.mark.long
@pytest.mark.parametrize("stopped", [True, False])
async def test_a_backup_that_is_stopped_leaves_nothing(
    journal: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stopped: bool
) -> None:
    reached, go = threading.Event(), threading.Event()
    real = backup.flush

    def waits(path: Path) -> None:  # between copying and comparing
        reached.set()
        go.wait(20)
        real(path)

    monkeypatch.setattr(backup, "flush", waits)
    async with running(journal) as pilot:
        await pilot.app.open_tool("backups")  # type: ignore[attr-defined]  # of our app
        await pilot.press("b")
        while not reached.is_set():
            await asyncio.sleep(0.01)
        assert list((tmp_path / "backups").glob(".journal.*"))  # half way
        await pilot.press("escape" if stopped else "down")
        go.set()
        await all_done(pilot)
        made = [path.name for path in (tmp_path / "backups").iterdir()]
        assert made == ([] if stopped else ["journal-by-hand-20261123T083000Z.db"])

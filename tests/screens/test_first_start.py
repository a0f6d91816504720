"""The first start of a journal: one quiet screen, once, which holds nobody up."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from helpers_recover import all_sizes, flat, press
from looking import NOW, press_keys, screen_text, type_text
from textual.pilot import Pilot

from bounceback_tui.app import BouncebackApp, running
from bounceback_tui.clock import FixedClock
from bounceback_tui.services.workspace import Workspace

SAID = "takes you straight to it"


@asynccontextmanager
async def first(workspace: Workspace, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[Any]]:
    app = BouncebackApp(workspace, first=True)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield pilot


@all_sizes
async def test_it_says_what_this_is_where_it_lives_and_how_to_go_on(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async with first(workspace, size) as pilot:
        text = screen_text(pilot.app)
        assert "A quiet place for a hard moment." in text
        assert "nothing in it is sent anywhere" in flat(text)
        assert str(workspace.path) in "".join(text.split())
        assert SAID in flat(text)
        assert "enter go on" in text
        assert "n what happened" in text
        text = await press(pilot, "enter")
        assert SAID not in flat(text)
        assert "1 Today" in text
        assert "`bounceback encrypt`" in text or workspace.database.key


@pytest.mark.long
async def test_a_hard_moment_takes_no_key_more_than_later(workspace: Workspace) -> None:
    async with first(workspace) as pilot:
        await press_keys(pilot, "n")
        await type_text(pilot, "Acme")
        text = await press(pilot, "ctrl+s")
        assert "Acme said no today." in text
        assert "u takes it back" in flat(text)


@pytest.mark.parametrize(("key", "shown"), [("m", "press 1–9"), ("w", "Nobody else reads this")])
async def test_the_other_two_work_at_once_and_leave_it_behind(
    workspace: Workspace, key: str, shown: str
) -> None:
    async with first(workspace) as pilot:
        assert shown in flat(await press(pilot, key))
        assert SAID not in flat(await press(pilot, "escape"))


async def test_nothing_else_is_painted_before_it(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[str] = []
    display = BouncebackApp._display
    monkeypatch.setattr(
        BouncebackApp, "_display", lambda app, *args: (painted.append(screen_text(app)), display(app, *args))
    )
    async with first(workspace) as pilot:
        await pilot.pause()
    assert any(SAID in flat(text) for text in painted)
    assert not [text for text in painted if "1 Today" in text]


@pytest.mark.parametrize(("there", "demo"), [(False, False), (True, False), (False, True)])
def test_it_greets_once_and_never_on_a_made_up_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool, demo: bool
) -> None:
    path, clock = tmp_path / "journal.db", FixedClock(NOW)
    greeted: list[bool] = []
    if there:
        Workspace(path, clock, "# Guide").close()
    monkeypatch.setattr(running, "_shown", lambda app: greeted.append(app._first))
    running.run(path, clock, demo=demo)
    running.run(path, clock, demo=demo)
    assert greeted == [not (there or demo), False]

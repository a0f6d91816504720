"""A key is felt at once: nothing slow stands before what it changes, and no page flashes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from helpers_messages import said
from helpers_recover import flat, rejected
from looking import press_keys, running, screen_text, type_text
from textual import constants
from textual.containers import VerticalScroll

from bounceback_tui.app import BouncebackApp
from bounceback_tui.screens.main import MainScreen
from bounceback_tui.services.workspace import Workspace

PACKAGE = Path(__file__).parents[2]


async def test_after_saving_the_message_stands_before_anything_is_read(workspace: Workspace) -> None:
    async with running(workspace) as pilot:
        await press_keys(pilot, "w")
        await type_text(pilot, "A walk")
        seen: list[tuple[object, str]] = []
        overview = workspace.today.overview

        def slow() -> object:
            seen.append((pilot.app.screen, said(pilot) + flat(screen_text(pilot.app))))
            return overview()

        workspace.today.overview = slow  # type: ignore[method-assign,assignment] # looks at what is seen by then
        await press_keys(pilot, "ctrl+s")
        assert seen
        screen, text = seen[0]
        assert isinstance(screen, MainScreen)
        assert "u takes it back" in text
        assert "A quiet place" in text, "nothing was read by then"
        assert "Nothing open." in screen_text(pilot.app), "and it is read in the end"


@pytest.mark.many(3)
@pytest.mark.parametrize("key", ["2", "3", "4", "5"])
async def test_a_page_is_never_seen_empty(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    workspace.journal.note("A walk")
    rejected(workspace, "Acme", 3)
    painted: list[str] = []
    display = BouncebackApp._display
    monkeypatch.setattr(
        BouncebackApp, "_display", lambda app, *args: (painted.append(screen_text(app)), display(app, *args))
    )
    async with running(workspace) as pilot:
        painted.clear()
        for pressed in (key, "1", key):
            await press_keys(pilot, pressed)
    assert painted
    for text in painted:
        tabs, *page = text.splitlines()
        assert "5 Patterns" in tabs
        assert sum(bool(line.strip()) for line in page[:-2]) >= 2, text


@pytest.mark.long
async def test_whoever_wants_nothing_to_move_sees_nothing_move(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(constants, "TEXTUAL_ANIMATIONS", "none")  # as the variable says, read at import
    async with running(workspace) as pilot:
        assert pilot.app.animation_level == "none"
        await press_keys(pilot, "question_mark")
        column = pilot.app.screen.query_one("#help-column", VerticalScroll)
        column.scroll_page_down()
        await pilot.pause()
        assert not pilot.app.animator.is_being_animated(column, "scroll_y")
        assert column.scroll_offset.y > 0


def test_nothing_of_ours_moves_by_itself() -> None:
    words = re.compile(r"\.animate\(|animate=True|transition\s*:")
    files = [*(PACKAGE / "bounceback_tui").rglob("*.py"), *(PACKAGE / "assets").glob("*.tcss")]
    assert len(files) > 100
    assert not [file.name for file in files if words.search(file.read_text("utf-8"))]


async def test_a_page_that_somebody_left_meanwhile_is_not_read_any_more(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(workspace) as pilot:
        main = pilot.app.screen
        assert isinstance(main, MainScreen)
        await pilot.press("ctrl+q")
    read: list[object] = []
    monkeypatch.setattr(workspace.today, "overview", lambda: read.append("today"))
    main.come_back("")  # as it comes where saving and leaving are pressed in one go
    assert not read

"""`?` tells the keys of what has the focus first, then the manual, then what all of it rests on."""

from __future__ import annotations

import pytest
from helpers_recover import all_sizes, flat, press, rejected
from looking import press_keys, running, type_text

from bounceback_tui import __version__
from bounceback_tui.services.workspace import Workspace


async def test_the_keys_of_what_has_the_focus_come_first(workspace: Workspace) -> None:
    workspace.journal.note("A walk")
    rejected(workspace, "Acme", 3)
    async with running(workspace, (80, 60)) as pilot:
        text = await press(pilot, "2", "question_mark")
        order = ["Where you are", "Read this entry in full", "On Journal", "Go to a day", "Everywhere"]
        places = [text.index(part) for part in [*order, "Journal something that happened"]]
        assert places == sorted(places)
        text = await press(pilot, "escape", "3", "question_mark")
        assert text.index("Tick the step") < text.index("On Recover") < text.index("Everywhere")
        assert "Read this entry" not in text


async def test_a_window_tells_its_own_keys(workspace: Workspace) -> None:
    async with running(workspace, (80, 60)) as pilot:
        await press_keys(pilot, "w")
        pilot.app.action_help()  # type: ignore[attr-defined] # a form takes the sign as text
        text = await press(pilot)
        assert text.index("In this window") < text.index("Save this") < text.index("Everywhere")


@pytest.mark.long
@all_sizes
async def test_what_a_key_does_stands_beside_it(workspace: Workspace, size: tuple[int, int]) -> None:
    workspace.journal.note("A walk")
    async with running(workspace, size) as pilot:
        text = await press(pilot, "2", "question_mark")
        line = next(line for line in text.splitlines() if "Change the text in the editor" in line)
        below = text.splitlines()[text.splitlines().index(line) + 1]
        assert "EDITOR names" in line or below[line.index("Change") :].startswith(("that", "EDITOR", "names"))
        assert "esc close" in text


async def test_then_comes_the_manual_and_then_about(workspace: Workspace) -> None:
    async with running(workspace, (120, 40)) as pilot:
        assert "Keys" in await press(pilot, "question_mark")
        assert "write down what happened" in flat(await press(pilot, "m"))
        text = flat(await press(pilot, "a"))
        assert f"bounceback {__version__}" in text
        assert "MIT" in text
        assert str(workspace.path)[:30] in text
        assert "Cameron Collins" in text
        assert "Turned down? How to handle job rejection" in text
        assert "Everywhere" in await press(pilot, "home")


@pytest.mark.long
@pytest.mark.both
async def test_about_says_whether_the_journal_is_encrypted(workspace: Workspace) -> None:
    async with running(workspace, (160, 50)) as pilot:
        text = flat(await press(pilot, "question_mark", "a"))
        assert ("(not encrypted)" in text) is (workspace.database.key is None)


@pytest.mark.long
async def test_the_evidence_comes_with_its_limits(workspace: Workspace) -> None:
    async with running(workspace, (120, 150)) as pilot:
        text = flat(await press(pilot, "question_mark", "a"))
        for part in ("r = .075", "A small sample", "an average says little about one person"):
            assert part in text, part


@pytest.mark.long
async def test_about_is_in_the_list_of_commands(workspace: Workspace) -> None:
    async with running(workspace, (120, 40)) as pilot:
        await press_keys(pilot, "ctrl+p")
        await type_text(pilot, "licence")
        await press_keys(pilot)
        assert "Cameron Collins" in await press(pilot, "enter")

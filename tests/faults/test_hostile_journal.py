"""A journal that is full of hostile text, on every page, in every window and form, and in the palette."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from faults import hostile_columns
from faults.hostile_text import strings, wrong_with
from faults.hostile_widgets import IN_A_JOURNAL
from looking import NOW, screen_text
from textual.pilot import Pilot

from bounceback_tui import desktop
from bounceback_tui.app import BouncebackApp
from bounceback_tui.clock import FixedClock
from bounceback_tui.resources import asset
from bounceback_tui.screens.registry import AT_THE_END, TOOLS
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.database import Database
from bounceback_tui.widgets import safe

pytestmark = pytest.mark.usefixtures("all_is_drawn")

LEAVES = {"ctrl+q", "ctrl+l", "ctrl+c", "ctrl+p", "E", "tab", "shift+tab"}
"""Keys that leave the program, start another one, or have a test of their own."""

NEW = ("what-happened", "write", "mood", "application", "rest", "lead", "focus", "strength")
"""Forms that need nothing to begin with."""

met: set[str] = set()
"""Kinds of widgets that were on the screen."""

seen: set[str] = set()
"""What of the hostile text was on the screen."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of such a journal, with a guide and kind words of one's own."""
    folder = tmp_path_factory.mktemp("hostile")
    fill(folder, 1, 50)
    return folder


@pytest.fixture(autouse=True)
def _nothing_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("open_link", "copy"):
        monkeypatch.setattr(desktop, name, lambda *_: True)


def fill(folder: Path, seed: int, count: int) -> None:
    _, texts = hostile_columns.make(folder, seed, count)
    (folder / "guides").mkdir()
    (folder / "guides" / "mine.md").write_text(hostile_columns.guide_of(texts), "utf-8")
    (folder / "support.md").write_text("\n".join(strings(seed, 20, surrogates=False)), "utf-8")
    with Workspace(folder / "journal.db", FixedClock(NOW), asset("guide.md"), folder) as journal:
        with journal.database.write():
            journal.database.run("UPDATE episode SET guide = 'mine' WHERE rowid % 2 = 0")
            for episode in journal.recovery.episodes()[:2]:
                journal.database.run("UPDATE episode SET guide = 'mine' WHERE id = ?", (episode.id,))
        assert journal.recovery.guide_of(journal.recovery.episodes()[0]).steps, "the guide can be read"


@asynccontextmanager
async def opened(made: Path, folder: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """The app on a copy of it."""
    here = folder / "copy"
    shutil.copytree(made, here)
    with Workspace(here / "journal.db", FixedClock(NOW), asset("guide.md"), here) as journal:
        app = BouncebackApp(journal)
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            await pilot.pause()
            yield pilot


async def look(pilot: Pilot[Any], *keys: str) -> None:
    """Press these, and look after each."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
        assert pilot.app.is_running, f"it left after {key}"
        shown_now = [one for one in pilot.app.screen.query("*") if one.display]
        met.update(kind.__name__ for one in shown_now for kind in type(one).__mro__)
        shown = screen_text(pilot.app)
        seen.update(sign for sign in ("␛", "[/") if sign in shown)
        assert wrong_with(pilot.app) == [], f"after {key} on {pilot.app.screen}"


async def back(pilot: Pilot[Any]) -> None:
    """To the pages."""
    for _ in range(6):
        if pilot.app.screen is pilot.app.main:
            break
        await pilot.press("escape")
        await pilot.pause()
    assert pilot.app.screen is pilot.app.main


def keys_of(pilot: Pilot[Any]) -> list[str]:
    """What does something just now."""
    bindings = pilot.app.screen.active_bindings
    return [key for key, active in bindings.items() if active.enabled and key not in LEAVES]


async def look_everywhere(pilot: Pilot[Any]) -> None:
    """Every key of what is open, and what it opens."""
    stack = list(pilot.app.screen_stack)
    for key in keys_of(pilot):
        await look(pilot, key, "down", "right")
        while len(pilot.app.screen_stack) > len(stack):
            before = pilot.app.screen
            await look(pilot, "escape")
            if pilot.app.screen is before:
                await look(pilot, "escape")
                break
        if list(pilot.app.screen_stack) != stack:
            break


async def test_it_is_text_on_every_page_and_in_the_forms(made: Path, tmp_path: Path) -> None:
    """A short walk, which meets every widget that shows things of a journal."""
    met.clear()
    async with opened(made, tmp_path) as pilot:
        for page in "12345":
            await look(pilot, page, "down", "enter")
            await back(pilot)
        assert {"␛", "[/"} <= seen, "the control: it is there to be seen"
        episode = pilot.app.workspace.recovery.episodes()[0]
        step = pilot.app.workspace.recovery.guide_of(episode).steps[0].id
        for form, target in (
            ("what-happened", ""),
            ("application", ""),
            ("next-one", ""),
            ("plan", f"{episode.id} {step}"),
        ):
            await pilot.app._open(form, target)
            await look(pilot, "tab")
            await back(pilot)
    assert IN_A_JOURNAL - met == set()


@pytest.mark.long
async def test_the_palette_shows_it_too(made: Path, tmp_path: Path) -> None:
    async with opened(made, tmp_path) as pilot:
        for words in ("", "a", "["):
            await look(pilot, "ctrl+p", *words)
            await pilot.pause(0.3)
            await look(pilot, "down", "escape")


@pytest.mark.long
async def test_a_search_for_it_and_all_that_is_found_elsewhere(made: Path, tmp_path: Path) -> None:
    async with opened(made, tmp_path) as pilot:
        for words in ("a", "[/]"):
            await look(pilot, "slash", "ctrl+u", *words, "enter", "down", "enter", "escape")
            await look(pilot, "f", "down", "escape")
            await back(pilot)


def test_no_column_of_text_is_forgotten(tmp_path: Path) -> None:
    database = Database(tmp_path / "bare.db")
    assert hostile_columns.unlisted(database) == [], "a new column needs a place in hostile_columns.py"
    with database.write():
        database.run("CREATE TABLE fresh (words TEXT)")
    assert hostile_columns.unlisted(database) == ["fresh.words"], "the control"
    database.close()


@pytest.mark.long
@pytest.mark.parametrize("page", "12345")
async def test_every_key_of_every_page(made: Path, tmp_path: Path, page: str) -> None:
    async with opened(made, tmp_path) as pilot:
        await look(pilot, page)
        for key in keys_of(pilot):
            await look(pilot, key, "down", "enter")
            await back(pilot)
            await look(pilot, page)


@pytest.mark.long
@pytest.mark.parametrize("tool", [one.name for one in (*TOOLS, *AT_THE_END)])
async def test_every_key_of_every_tool(made: Path, tmp_path: Path, tool: str) -> None:
    async with opened(made, tmp_path) as pilot:
        episode = pilot.app.workspace.recovery.episodes()[0]
        for subject in ("", episode.id):
            await pilot.app.open_tool(tool, subject)
            await look(pilot, "down", "up")
            await look_everywhere(pilot)
            await back(pilot)


@pytest.mark.long
@pytest.mark.parametrize("form", NEW)
async def test_every_form_that_begins_something_new(made: Path, tmp_path: Path, form: str) -> None:
    async with opened(made, tmp_path) as pilot:
        await pilot.app._open(form)
        await look(pilot, "tab", "down", "tab", "ctrl+s")
        await back(pilot)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 10))
async def test_a_thousand_strings_on_every_page(tmp_path: Path, seed: int) -> None:
    """125 in each journal, with a few of the keys of each page, at a size of its own.

    More journals show nothing new: each kind of widget is given a thousand in `test_hostile_text.py`, each
    key is pressed above, and from six seeds on each is pressed here, too.
    """
    folder = tmp_path / "made"
    folder.mkdir()
    fill(folder, seed, 125)
    async with opened(folder, tmp_path, (60 + seed * 10, 20 + seed * 2)) as pilot:
        for page in "12345":
            await look(pilot, page, *["down"] * (seed % 5))
            for key in keys_of(pilot)[seed % 6 :: 6]:
                await look(pilot, key, "down", "enter")
                await back(pilot)
                await look(pilot, page)


@pytest.mark.long
async def test_control_unguarded_it_would_reach_the_terminal(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("visible", "one_line"):
        monkeypatch.setattr(safe, name, lambda text: text)
    async with opened(made, tmp_path) as pilot:
        with pytest.raises(AssertionError, match="after 2 on"):
            await look(pilot, "2")

"""Patterns stands at once: what an answer rests on is read and worked out beside it."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest
from helpers_recover import ten_rejections
from looking import open_workspace, press_keys, running, screen_text
from textual.pilot import Pilot

from bounceback_tui.screens.patterns import PatternsPage
from bounceback_tui.services import past_parts
from bounceback_tui.services.past_parts import Guides
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.errors import StorageError

SIZE = (80, 24)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        ten_rejections(workspace)
        yield workspace


def put(patch: pytest.MonkeyPatch, read: Callable[..., object]) -> None:
    """Have logs of applications read in another way."""
    patch.setattr(past_parts, "PARTS", {**past_parts.PARTS, "applications": read})


async def shown(pilot: Pilot[None], words: str) -> str:
    """The screen once these words stand there, or as it is after some seconds.

    A pilot would wait for the threads, too.
    """
    for _ in range(100):
        text = screen_text(pilot.app)
        if words in text:
            break
        await asyncio.sleep(0.05)
    return text


async def test_the_page_can_be_used_while_its_answer_is_read(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading waits here until it is allowed to go on, which a page that waits for it never would."""
    go_on, threads = Event(), []
    usual = past_parts.PARTS["applications"]

    def slow(database: Database, guides: Guides, known: past_parts.Known) -> object:
        threads.append(current_thread())
        assert go_on.wait(20)
        return usual(database, guides, known)

    async with running(journal, SIZE) as pilot:
        await press_keys(pilot, "5")
        put(monkeypatch, slow)
        page = pilot.app.query_one(PatternsPage)
        try:
            page.action_turn(1)
            page.action_turn(1)
            assert "Working it out" in await shown(pilot, "Working it out")
            assert "Where do I get stuck" in screen_text(pilot.app)
            page.action_turn(1)
            assert "you named" in await shown(pilot, "you named")
        finally:
            go_on.set()
        page.action_turn(-1)
        assert "moved on" in await shown(pilot, "moved on")
    assert threads
    assert main_thread() not in threads


@pytest.mark.long
async def test_where_it_cannot_be_read_that_is_said_and_the_next_visit_asks_anew(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(database: Database, guides: Guides, known: past_parts.Known) -> object:
        raise StorageError("The disk is gone.")

    async with running(journal, SIZE) as pilot:
        await press_keys(pilot, "5")
        with monkeypatch.context() as patch:
            put(patch, broken)
            await press_keys(pilot, "right", "right")
            assert "This could not be read just now." in await shown(pilot, "read just now")
        await press_keys(pilot, "1", "5")
        assert "moved on" in await shown(pilot, "moved on")


@pytest.mark.parametrize("breaks", [False, True])
async def test_no_garbage_is_searched_for_while_an_answer_is_worked_out_and_then_it_is_again(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch, breaks: bool
) -> None:
    usual, searched, before = past_parts.PARTS["applications"], [], gc.isenabled()

    def read(database: Database, guides: Guides, known: past_parts.Known) -> object:
        searched.append(gc.isenabled())
        if breaks:
            raise StorageError("The disk is gone.")
        return usual(database, guides, known)

    async with running(journal, SIZE) as pilot:
        await press_keys(pilot, "5")
        put(monkeypatch, read)
        try:
            gc.enable()
            await press_keys(pilot, "right", "right")
            assert (searched, gc.isenabled()) == ([False], True)
        finally:
            if not before:
                gc.disable()

"""Seeing the app as a person would: the text on its screen, and the journal behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from textual import events
from textual.app import App
from textual.pilot import Pilot
from textual.worker import Worker, WorkerCancelled

from bounceback_tui.app import BouncebackApp
from bounceback_tui.clock import FixedClock
from bounceback_tui.resources import asset
from bounceback_tui.services.workspace import Workspace

NOW = datetime.fromisoformat("2026-11-23T09:30+01:00")
"""Monday morning, in most tests."""

SIZES = [(80, 24), (120, 40)]
"""Columns and rows in which stories are lived."""


def screen_text(app: App[Any]) -> str:
    """What the screen shows, line by line."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def open_workspace(path: Path, now: datetime = NOW) -> Workspace:
    """The journal at `path` as of `now`."""
    return Workspace(path, FixedClock(now), asset("guide.md"))


@asynccontextmanager
async def running(workspace: Workspace, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """The app on an open journal, ready for keys."""
    app = BouncebackApp(workspace)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        yield pilot


async def type_text(pilot: Pilot[None], text: str) -> None:
    """Type a text as a person would, key by key, and wait once it stands there.

    Letters come as fast as over a slow line, all in one go; `test_typed_ahead.py` says that this is the same.
    """
    names = {
        " ": "space",
        "\n": "enter",
        ".": "full_stop",
        ",": "comma",
        "'": "apostrophe",
        "-": "minus",
        "?": "question_mark",
        ":": "colon",
    }
    driver = pilot.app._driver
    assert driver
    if not text:
        return
    *before, last = text
    for sign in before:
        if sign == "\n":
            await pilot.press("enter")
            continue
        key = events.Key(names.get(sign, sign), sign)
        key.set_sender(pilot.app)
        driver.send_message(key)
    await pilot.press(names.get(last, last))


async def press(pilot: Pilot[Any], *keys: str) -> str:
    """What the screen shows after these keys."""
    await press_keys(pilot, *keys)
    return screen_text(pilot.app)


async def press_keys(pilot: Pilot[Any], *keys: str) -> None:
    """The same for a test that does not look at once: to draw it takes as long as some of the keys."""
    for key in keys:
        await pilot.press(key)
    await pilot.pause()
    await pilot.pause()  # scrolling to the cursor waits for the layout
    # figures are worked out beside the page
    if workers := [one for one in pilot.app.workers if one.group == "patterns"]:
        await worked_out(pilot.app, workers)
        await pilot.pause()
        await pilot.pause()


async def worked_out(app: App[Any], workers: Iterable[Worker[Any]] = ()) -> None:
    """Wait for what is worked out beside the screen, or for these; what gave way to a newer one is done."""
    for worker in tuple(workers) or tuple(app.workers):
        with suppress(WorkerCancelled):
            await worker.wait()


def flat(text: str) -> str:
    """A text with its lines put together, as it reads."""
    return " ".join(text.split())

"""Opening the tools of the guide by keys, and what was found of what they keep."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from looking import NOW, open_workspace, screen_text, type_text, worked_out
from textual.pilot import Pilot
from textual.widgets import Input

from bounceback_tui.services.workspace import Workspace

HOSTILE = "[/] [@click=app.quit]x \x1b]52;c;aGk=\x07 \u202egnp.exe {0} %s 'x' \x9b31m"
"""Text that must stay text."""

every_size = pytest.mark.parametrize(
    "size", [(60, 20), (80, 24), (120, 40), (160, 50)], ids=lambda size: f"{size[0]}x{size[1]}"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a journal that is still empty will lie."""
    return tmp_path / "journal.db"


async def open_tool(pilot: Pilot[Any], title: str) -> str:
    """Open a tool through the palette by its title; what the screen shows then."""
    await pilot.press("ctrl+p")
    await pilot.pause()
    await type_text(pilot, title)
    await all_done(pilot)
    await pilot.press("enter")
    return await settle(pilot)


async def name_file(pilot: Pilot[Any], file: Path) -> str:
    """Put a name in place of the one that is there, and press enter; what the screen shows then."""
    pilot.app.screen.query_one(Input).value = str(file)
    await pilot.pause()
    await pilot.press("enter")
    return await settle(pilot)


async def all_done(pilot: Pilot[Any]) -> None:
    """Wait for all that was begun; nothing is drawn."""
    await worked_out(pilot.app)
    for _ in range(3):
        await pilot.pause()


async def settle(pilot: Pilot[Any]) -> str:
    """What the screen shows once all that was begun is done; of a window what stands in it, and the keys."""
    await all_done(pilot)
    lines = screen_text(pilot.app).splitlines()
    for window in pilot.app.screen.query(".list-window, .dialog"):
        x, y, width, height = window.region
        said = next((line for line in lines if "▌" in line), "")
        lines = [*(line[x : x + width] for line in lines[y : y + height]), said, *lines[y + height :]]
    return " ".join(" ".join(lines).split())


async def keys(pilot: Pilot[Any], *pressed: str) -> str:
    """What the screen shows after these keys."""
    await pilot.press(*pressed)
    return await settle(pilot)


async def only_keys(pilot: Pilot[Any], *pressed: str) -> None:
    """The same for a test that does not look at once; nothing is drawn."""
    await pilot.press(*pressed)
    await all_done(pilot)


async def typed(pilot: Pilot[Any], text: str, *then: str) -> str:
    """What the screen shows after a text and some keys."""
    await type_text(pilot, text)
    return await keys(pilot, *then)


def found(journal: Workspace, word: str) -> list[str]:
    """The places in which a word is found among what the tools keep."""
    rows = journal.database.rows(
        "SELECT place FROM findable JOIN tool_words ON tool_words.rowid = number"
        " WHERE tool_words MATCH ? ORDER BY 1",
        (word,),
    )
    return [row[0] for row in rows]


__all__ = [
    "HOSTILE",
    "NOW",
    "all_done",
    "every_size",
    "found",
    "keys",
    "only_keys",
    "open_tool",
    "open_workspace",
    "path",
    "settle",
    "typed",
]

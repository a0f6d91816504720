"""Pages in a window that changes its size: what is typed or under the cursor stays, and lines fit anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from looking import open_workspace, press, press_keys, running, screen_text, type_text
from textual.pilot import Pilot
from textual.widgets import Input

from bounceback_tui.services.demo import fill
from bounceback_tui.services.workspace import Workspace

SIZES = ((60, 20), (160, 50), (80, 24))


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        yield journal


async def resized(pilot: Pilot[Any], size: tuple[int, int]) -> str:
    """What is on the screen once the window has another size."""
    await pilot.resize_terminal(*size)
    await pilot.pause(0.2)
    return await press(pilot)


def line_of(text: str, words: str) -> str:
    """The line with these words."""
    return next(line for line in text.splitlines() if words in line)


async def test_what_helped_last_time_is_one_line_at_every_width(demo: Workspace) -> None:
    async with running(demo, (80, 24)) as pilot:
        await press_keys(pilot, "3")
        for width, height in SIZES:
            text = await resized(pilot, (width, height))
            line = line_of(text, "Last time helped (l):")
            assert line.endswith("…")
            assert width - 8 <= len(line) <= width - 1
            below = text.splitlines()[text.splitlines().index(line) + 1]
            assert not below.strip() or "Look on the bright" in below


@pytest.mark.parametrize(
    ("keys", "typed"), [("slash", "panel"), ("4 f", "source:referral"), ("5 f", "source:referral")]
)
@pytest.mark.many(3)
async def test_a_line_that_is_typed_keeps_its_words_and_its_cursor(
    demo: Workspace, keys: str, typed: str
) -> None:
    async with running(demo, (80, 24)) as pilot:
        await press_keys(pilot, *keys.split())
        await type_text(pilot, typed)
        await press_keys(pilot, "left")
        for size in SIZES:
            assert typed in await resized(pilot, size)
            box = pilot.app.focused
            assert isinstance(box, Input)
            assert (box.value, box.cursor_position) == (typed, len(typed) - 1)


async def test_a_picture_that_is_walked_along_keeps_its_mark(demo: Workspace) -> None:
    async with running(demo, (80, 24)) as pilot:
        text = await press(pilot, "5", "right", "right", "v", "enter", "down", "down")
        said = "Marrowby & Sons · BI developer: silent for 377 days"
        assert said in text
        for size in SIZES:
            assert "Marrowby & Sons · BI developer: silent for" in await resized(pilot, size)


async def test_few_applications_leave_their_room_to_the_one_that_is_read(demo: Workspace) -> None:
    async with running(demo, (80, 24)) as pilot:
        rule = "────────────"

        def place() -> int:
            lines = screen_text(pilot.app).splitlines()
            return lines.index(line_of(screen_text(pilot.app), rule))

        await press_keys(pilot, "4")
        half = place()
        await press_keys(pilot, "f")
        await type_text(pilot, "company:acme")
        await press_keys(pilot, "enter")
        assert place() < half
        await press_keys(pilot, "escape")
        assert place() == half

"""The keys at the foot of the pages: few enough lines to leave the page its room, and none is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from looking import open_workspace, press, press_keys, running, screen_text
from textual.pilot import Pilot

from bounceback_tui.plain import FLAG, Imposed
from bounceback_tui.services.demo import fill
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.key_bar import KeyBar

PLACES = (
    *(("1",), ("2",), ("2", "enter"), ("3",), ("3", "right"), ("4",), ("4", "right")),
    *(("5",), ("5", "enter"), ("5", "v"), ("5", "v", "enter"), ("5", "p")),
)
"""Keys that lead to each page, and to what takes the focus there."""


@pytest.fixture
def demo(tmp_path: Path) -> Any:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        yield journal


def foot(pilot: Pilot[Any]) -> list[str]:
    """The lines of keys."""
    return pilot.app.screen.query_one(KeyBar).render().plain.splitlines()


def where(pilot: Pilot[Any], words: str) -> tuple[int, int]:
    """Column and row of a key in them."""
    lines = foot(pilot)
    row = next(at for at, line in enumerate(lines) if words in line)
    return lines[row].index(words), row


@pytest.mark.many(3)
@pytest.mark.parametrize(("width", "height", "most"), [(80, 24, 2), (60, 20, 3), (160, 50, 2)])
async def test_the_keys_take_few_lines_on_every_page(
    demo: Workspace, width: int, height: int, most: int
) -> None:
    async with running(demo, (width, height)) as pilot:
        for keys in PLACES:
            await press_keys(pilot, *keys)
            assert len(foot(pilot)) <= most, (keys, foot(pilot))
            await press_keys(pilot, *["escape"] * (keys[-1] in ("enter", "right", "p")))
            await press_keys(pilot, *["v"] * keys.count("v"))


async def test_what_is_left_out_at_the_foot_stands_in_the_help(demo: Workspace) -> None:
    async with running(demo, (80, 24)) as pilot:
        await press_keys(pilot, "2")
        assert "searches" not in " ".join(foot(pilot))
        await press_keys(pilot, "question_mark")
        assert "All saved searches, to open or forget" in screen_text(pilot.app)


async def test_plain_mode_leaves_no_key_out(demo: Workspace) -> None:
    demo.settings.impose(Imposed(True, FLAG))
    async with running(demo, (80, 24)) as pilot:
        await press_keys(pilot, "3")
        said = " ".join(foot(pilot))
        for words in ("section", "rejection", "last time", "read on"):
            assert words in said


async def test_the_pair_of_keys_for_another_rejection_can_be_clicked(demo: Workspace) -> None:
    async with running(demo, (160, 50)) as pilot:
        assert "< 1 of 15 >" in await press(pilot, "3")
        bar = pilot.app.screen.query_one(KeyBar)
        for sign, shown in ((2, "< 2 of 15 >"), (0, "< 1 of 15 >")):
            x, y = where(pilot, "< > rejection")
            await pilot.click(bar, offset=(x + sign, y))
            assert shown in await press(pilot)


async def test_the_pair_of_keys_for_another_year_can_be_clicked(demo: Workspace) -> None:
    async with running(demo, (160, 50)) as pilot:
        assert "2026   < 2025" in await press(pilot, "5", "v")
        bar = pilot.app.screen.query_one(KeyBar)
        await pilot.click(bar, offset=where(pilot, "< > year"))
        assert "2025   > 2026" in await press(pilot)


async def test_typing_a_filter_leads_on_to_what_stands_below_it(demo: Workspace) -> None:
    async with running(demo, (80, 24)) as pilot:
        await press_keys(pilot, "5", "f")
        assert "enter to the answer" in " ".join(foot(pilot))
        await press_keys(pilot, "escape", "4", "f")
        assert "enter to the list" in " ".join(foot(pilot))


@pytest.mark.many(4)
@pytest.mark.parametrize("opens", ["question_mark", "feedback", "doctor", "strengths"])
@pytest.mark.usefixtures("all_is_drawn")
async def test_over_the_list_of_commands_no_keys_of_a_window_are_told(demo: Workspace, opens: str) -> None:
    async with running(demo, (60, 20)) as pilot:
        if opens == "question_mark":
            await press(pilot, opens)
        else:
            await pilot.app.open_tool(opens, "")  # type: ignore[attr-defined]  # of our own app
            await press(pilot)
        assert "esc close" in screen_text(pilot.app)
        await press(pilot, "ctrl+p")
        assert "esc close" not in screen_text(pilot.app)
        await press(pilot, "escape")
        assert "esc close" in screen_text(pilot.app)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_how_to_delete_one_stands_at_the_foot(demo: Workspace, size: tuple[int, int]) -> None:
    async with running(demo, size) as pilot:
        await press(pilot, "4")
        assert "d delete" in " ".join(foot(pilot))

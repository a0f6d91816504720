"""On every page, in windows of every size: nothing is cut off, the focus is seen, and tab comes round."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from looking import open_workspace, press, press_keys, running, screen_text
from rich.cells import cell_len
from textual.containers import ScrollableContainer
from textual.pilot import Pilot
from textual.widgets import Input, Static, TextArea

from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.demo import fill
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.mood_picker import FOCUS_MARK

SIZES = [(60, 20), (80, 24), (120, 40), (200, 60)]

LONG = "Gesellschaft für Datenverarbeitung mbH & Co. 株式会社東京データ研究所 👩‍💻"
"""A name that is longer than most lines, with letters two cells wide."""

WALK = (
    ("1",), ("2",), ("enter",), ("escape",), ("3",), ("right",), ("4",), ("right",), ("left",), ("f",),
    ("escape",), ("5",), ("i",), ("i", "right"), ("right",), ("right",), ("right",), ("n",), ("escape",),
    ("w",), ("escape",), ("m",), ("escape", "1"),
)  # fmt: skip
"""Keys that lead over every page and the forms of every day; after each of these all must be in sight."""


def fill_long(journal: Workspace) -> None:
    """Long names, wide letters and many tags."""
    tags = tuple(f"etikett-{place}" for place in range(12))
    for place in range(2):
        journal.journal.log(Outcome(f"{LONG} {place}", LONG, text=LONG * 9, tags=tags))


JOURNALS: dict[str, Callable[[Workspace], object]] = {
    "demo": lambda journal: fill(journal, journal.clock.now()),
    "empty": lambda _: None,
    "long": fill_long,
}


def cut_off(pilot: Pilot[Any]) -> Iterator[str]:
    """What lies beyond the edge of the screen, or has not the room that it takes."""
    screen = pilot.app.screen
    for widget in screen.query(Static):
        seen = widget.region.intersection(screen.region)
        if widget.is_on_screen and seen and seen.width < widget.region.width:
            yield f"{widget!r} is {widget.region.width} wide, {seen.width} of it are seen"
    for bar in screen.query(KeyBar):
        lines = bar.render().plain.split("\n")
        if len(lines) > bar.size.height or max(map(cell_len, lines)) > bar.size.width:
            yield f"the keys take {len(lines)} lines and have {bar.size}"


def out_of_sight(pilot: Pilot[Any]) -> Iterator[str]:
    """The focus, where nobody sees it."""
    focused = pilot.app.screen.focused
    if focused is None:
        return
    seen = pilot.app.screen.find_widget(focused).visible_region
    if isinstance(focused, Input | TextArea):
        if not seen.contains_point(focused.cursor_screen_offset):
            yield f"the cursor of {focused!r} is at {focused.cursor_screen_offset}, {seen} is seen"
    elif not seen:
        yield f"{focused!r} is out of sight"
    elif not isinstance(focused, ScrollableContainer) and seen.height < focused.region.height:
        lines = screen_text(pilot.app).splitlines()[seen.y : seen.bottom]
        if not any(FOCUS_MARK.strip() in line for line in lines):
            yield f"the mark of {focused!r} is out of sight"


@pytest.mark.many(2)
@pytest.mark.parametrize("kind", ["demo", "long", pytest.param("empty", marks=pytest.mark.long)])
@pytest.mark.parametrize("size", SIZES)
async def test_nothing_is_cut_and_the_focus_is_seen(tmp_path: Path, size: tuple[int, int], kind: str) -> None:
    found: list[str] = []
    with open_workspace(tmp_path / "journal.db") as journal:
        JOURNALS[kind](journal)
        async with running(journal, size) as pilot:
            for keys in WALK:
                await press_keys(pilot, *keys)
                where = f"after {' '.join(keys)}: "
                found += [where + one for one in (*cut_off(pilot), *out_of_sight(pilot))]
    assert not found, "\n".join(found)


async def test_a_window_that_changes_its_size_while_somebody_types_takes_nothing(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, (80, 24)) as pilot:
            await press_keys(pilot, "n")
            page = pilot.app.screen.query_one("#text", TextArea)
            page.focus()
            await press_keys(pilot, *"tea", "enter", *"and ruth", "left", "left")
            for size in ((60, 20), (200, 60), (60, 20), (120, 40)):
                await pilot.resize_terminal(*size)
                await press_keys(pilot, "x")
                assert page.has_focus
                assert not [*cut_off(pilot), *out_of_sight(pilot)]
            assert page.text == "tea\nand ruxxxxth"
            assert page.cursor_location == (1, 10)
            await press_keys(pilot, "escape", "slash", *"acme", "left")
            box = pilot.app.screen.query_one("#search", Input)
            for size in ((60, 20), (200, 60)):
                await pilot.resize_terminal(*size)
                await press_keys(pilot, "x")
            assert (box.has_focus, box.value) == (True, "acmxxe")


async def test_what_is_coming_up_stays_in_sight_however_small_the_window_gets(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        async with running(journal, (200, 60)) as pilot:
            await press_keys(pilot, *["down"] * 6)
            for size in ((60, 20), (80, 24), (60, 20)):
                await pilot.resize_terminal(*size)
                await press_keys(pilot)
                assert not list(out_of_sight(pilot))
            for key in ("up", "up", "up", "up", "down", "down", "down", "down", "down"):
                await press_keys(pilot, key)
                assert not list(out_of_sight(pilot))


@pytest.mark.long
async def test_what_was_just_told_is_what_today_begins_with(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        for company in ("Brook", "Calder", "Dunmore"):
            journal.journal.log(Outcome(company))
        async with running(journal, (60, 20)) as pilot:
            await press_keys(pilot, "down", "n", *"Acme", "ctrl+s")
            text = await press(pilot)
            assert "Acme said no today." in text
            assert "▸ Acme" in text
            text = await press(pilot, "u")
            assert "Dunmore said no today." in text
            assert "▸ Dunmore" in text
            await press_keys(pilot, "down")
            assert "▸ Calder" in await press(pilot, "m", "5", "ctrl+s"), "the focus stays where it was"
            assert not list(out_of_sight(pilot))


async def test_where_nothing_is_open_the_rest_of_today_begins_at_the_left(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.note("A walk.")
        async with running(journal, (160, 50)) as pilot:
            assert "\n Lately\n" in await press(pilot)


async def round_about(pilot: Pilot[Any], *typed: str) -> list[str]:
    """The fields that tab leads to until it comes back to the first, each given something to take."""
    first = pilot.app.screen.focused
    found = []
    for _ in range(60):
        await pilot.press(*typed, "tab")
        await pilot.pause()
        assert not list(out_of_sight(pilot))
        focused = pilot.app.screen.focused
        assert focused is not None
        found.append(focused.id or type(focused).__name__)
        if focused is first:
            return found
    pytest.fail(f"tab never comes round: {found}")


async def test_tab_goes_round_all_that_is_shown_and_fields_that_are_not_take_no_keys(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, (60, 20)) as pilot:
            await press_keys(pilot, "n", *"Acme")
            all_of_it = await round_about(pilot)
            assert {"company", "text", "tags", "forecast", "after-energy"} <= set(all_of_it)
            await press_keys(pilot, "shift+tab")
            assert pilot.app.screen.focused is pilot.app.screen.query_one(f"#{all_of_it[-2]}")
            pilot.app.screen.query_one("#result").focus()
            await press_keys(pilot, "w", "tab")  # withdrew: no other side and no forecast are asked for
            shown = await round_about(pilot, "7")
            assert "forecast" not in shown
            assert set(shown) < set(all_of_it)
            assert pilot.app.screen.query_one("#forecast", Input).value == ""

"""All tags in one window: searched, renamed, merged, coloured, taken off, and all of it taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from helpers_journal import HOSTILE, WIDE, live, strip_with, titles, turn_to
from helpers_messages import said
from looking import open_workspace, running, screen_text, type_text
from textual.pilot import Pilot

from bounceback_tui.domain.query import Field, Name
from bounceback_tui.screens.commands import Commands
from bounceback_tui.widgets.search_box import SearchBox
from bounceback_tui.widgets.tag_colours import tag_variables

every_size = pytest.mark.parametrize("size", [(60, 20), (80, 24), WIDE, (160, 50)], ids=str)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A lived-in journal with two tags more."""
    live(tmp_path / "journal.db")
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.note("Slow morning", tags=["calm", "walk"])
    return tmp_path / "journal.db"


async def open_tags(pilot: Pilot[Any]) -> None:
    await pilot.press("2", "t")
    await pilot.pause()


async def rows(pilot: Pilot[Any]) -> list[str]:
    """The tags in the list, as they are shown."""
    pilot.app.clear_notifications()
    await pilot.pause()
    return [
        " ".join(line[line.index("#") - 2 :].split())
        for line in screen_text(pilot.app).splitlines()
        if "entry" in line or "entries" in line
        if "#" in line
    ]


@every_size
async def test_a_tag_is_opened_as_a_search(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await open_tags(pilot)
            assert await rows(pilot) == ["#walk 2 entries", "#calm 1 entry", "#panel 1 entry"]
            for key in ("n rename", "c colour", "x take off", "u undo", "esc close"):
                assert key in screen_text(pilot.app)
            await pilot.press("down", "down", "enter")
            await pilot.pause()
            assert pilot.app.screen is pilot.app.main
            assert pilot.app.main.query_one(SearchBox).value == "tag:panel"
            assert "1 entry tagged panel" in screen_text(pilot.app)


@every_size
async def test_a_tag_is_renamed_merged_and_taken_back(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await open_tags(pilot)
            await pilot.press("n", "ctrl+a", "ctrl+k")
            await type_text(pilot, "long walk")
            await pilot.pause()
            assert "= #long-walk" in screen_text(pilot.app)
            await pilot.press("enter")
            await pilot.pause()
            assert titles(journal, "tag:long-walk") == ["Slow morning", "A quiet walk"]
            assert "Renamed: #long-walk has 2 entries." in said(pilot)
            pilot.app.clear_notifications()
            await pilot.press("n", "ctrl+a", "ctrl+k")
            await type_text(pilot, "Panel")
            await pilot.pause()
            assert "merges with #panel (1 entry)" in screen_text(pilot.app)
            await pilot.press("enter")
            await pilot.pause()
            assert "merges with #panel (1 entry); enter again merges" in " ".join(
                screen_text(pilot.app).split()
            )
            assert journal.tags.names() == ["long-walk", "calm", "panel"]
            await pilot.press("enter")
            await pilot.pause()
            assert "Merged: #panel has 3 entries." in said(pilot)
            assert (await rows(pilot))[0].endswith("#panel 3 entries")
            await pilot.press("u", "u")
            await pilot.pause()
            assert journal.tags.names() == ["walk", "calm", "panel"]
            assert (await rows(pilot))[0].endswith("#walk 2 entries")
            await pilot.press("U")
            await pilot.pause()
            assert (await rows(pilot))[0].endswith("#long-walk 2 entries")


@pytest.mark.long
async def test_another_letter_takes_the_second_press_back(path: Path) -> None:
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await open_tags(pilot)
            await pilot.press("n", "ctrl+a", "ctrl+k", *"panel", "enter", "s", "backspace", "enter")
            await pilot.pause()
            assert "enter again merges" in screen_text(pilot.app)
            assert journal.tags.names() == ["walk", "calm", "panel"]
            await pilot.press("escape")
            await pilot.pause()
            await pilot.press("n", "ctrl+a", "ctrl+k", "#", "enter")
            await pilot.pause()
            assert "a word, or a few with hyphens" in screen_text(pilot.app)
            await pilot.press("escape", "n", "enter")
            await pilot.pause()
            assert journal.undo.next_back == "save “Slow morning”"


@pytest.mark.long
@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
async def test_a_colour_is_seen_in_the_list_and_on_the_entry_beside_its_name(path: Path, theme: str) -> None:
    with open_workspace(path) as journal:
        async with running(journal, WIDE) as pilot:
            pilot.app.theme = theme
            shades = tag_variables(dark=theme == "textual-dark")
            await open_tags(pilot)
            await pilot.press("down", "c", "c", "c", "down")
            await pilot.pause()
            assert journal.tags.colours() == {"calm": "yellow"}
            assert "● #calm 1 entry yellow" in await rows(pilot)
            assert foreground(pilot, "#calm") == shades["tag-yellow"]
            await pilot.press("up", *"cccccc", "down", "escape")
            await pilot.pause()
            assert journal.tags.colours() == {}
            await pilot.press("t", "down", "c", "escape", "home")
            await pilot.pause()
            assert "#calm  #walk" in screen_text(pilot.app)
            assert foreground(pilot, "#calm") == shades["tag-red"]
            assert foreground(pilot, "#walk") != shades["tag-red"]


def foreground(pilot: Pilot[Any], words: str) -> str:
    """The colour in which some words are drawn: "#rrggbb"."""
    colour = next(one.style.color for one in strip_with(pilot, words) if words in one.text and one.style)
    return colour.get_truecolor().hex if colour else ""


@pytest.mark.long
async def test_a_tag_is_taken_off_at_the_second_press(path: Path) -> None:
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await open_tags(pilot)
            await pilot.press("x")
            await pilot.pause()
            assert "x once more takes #walk off 2 entries." in screen_text(pilot.app)
            await pilot.press("down", "up", "x")
            await pilot.pause()
            assert journal.tags.names() == ["walk", "calm", "panel"]
            await pilot.press("x")
            await pilot.pause()
            assert journal.tags.names() == ["calm", "panel"]
            assert "#walk is off 2 entries" in said(pilot)
            await pilot.press("u")
            await pilot.pause()
            assert journal.tags.names() == ["walk", "calm", "panel"]


@pytest.mark.long
async def test_a_journal_without_tags_says_how_to_make_one(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await open_tags(pilot)
            assert "No tag yet. A word such as #panel" in screen_text(pilot.app)
            await pilot.press("n", "c", "x", "enter", "u", "escape")
            await pilot.pause()
            assert pilot.app.screen is pilot.app.main


@pytest.mark.long
async def test_the_palette_leads_to_the_tags_from_any_page(path: Path) -> None:
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            for page in ("Recover", "Journal"):
                await turn_to(pilot, page)
                palette = Commands(pilot.app.screen)
                found = [hit async for hit in palette.search("tags") if hit.text == "Tags"]
                assert len(found) == 1
            await turn_to(pilot, "Recover")
            await pilot.press("ctrl+p")
            await type_text(pilot, "tags")
            await pilot.pause(0.5)
            await pilot.press("down", "enter")
            await pilot.pause()
            assert "#walk" in screen_text(pilot.app)
            await pilot.press("escape")
            await pilot.pause()
            assert pilot.app.main.page.NAME == "Journal"


@pytest.mark.long
@pytest.mark.parametrize("name", [*HOSTILE, 'a"b', "a,b", "a*", "-a", "c#"])
async def test_hostile_names_are_only_names(tmp_path: Path, name: str) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.note("First", tags=[name])
        journal.journal.note("Other", tags=["other"])
        async with running(journal, WIDE) as pilot:
            await open_tags(pilot)
            text = screen_text(pilot.app)
            assert f"#{HOSTILE.get(name, name)}".replace(" ", "-").casefold() in text.casefold()
            await pilot.press(
                *(["down"] if journal.tags.names()[0] == "other" else []), "n", "enter", "c", "x"
            )
            await pilot.pause()
            assert not set(screen_text(pilot.app)) & set("\x1b\x07\u202e")
            await pilot.press("enter")
            await pilot.pause()
            assert not set(screen_text(pilot.app)) & set("\x1b\x07\u202e")
            if '"' not in name and "\x1b" not in name and "\u202e" not in name:
                assert titles(journal, f"{Field.TAG}:{Name(journal.tags.find(name).name)}") == ["First"]
                assert pilot.app.main.page._list.count == 1


async def test_a_tag_written_in_the_text_is_a_tag_and_leaves_with_its_word(path: Path) -> None:
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await pilot.press("2", "w")
            await pilot.pause()
            await type_text(pilot, "Long talk @ca")
            await pilot.pause()
            assert "→ complete the tag" in screen_text(pilot.app)
            await pilot.press("right", "ctrl+s")
            await pilot.pause()
            assert titles(journal, "tag:calm") == ["Long talk @calm", "Slow morning"]
            await pilot.press("home", "e")
            await pilot.pause()
            assert pilot.app.screen.query_one("#tags").value == "calm"
            pilot.app.screen.query_one("#text").move_cursor((0, 99))
            await pilot.press("ctrl+w", "backspace", "backspace", "ctrl+s")
            await pilot.pause()
            assert titles(journal, "tag:calm") == ["Slow morning"]


async def test_a_column_for_colours_is_there_once_a_tag_has_one(path: Path) -> None:
    with open_workspace(path) as journal:
        async with running(journal, (80, 24)) as pilot:
            await open_tags(pilot)
            before = next(line for line in screen_text(pilot.app).splitlines() if "#calm" in line).rstrip()
            await pilot.press("c")
            await pilot.pause()
            after = next(line for line in screen_text(pilot.app).splitlines() if "1 entry" in line).rstrip()
            assert before.index("1 entry") == after.index("1 entry") + 9


async def test_the_palette_offers_what_is_the_windows_own_before_undo(path: Path) -> None:
    with open_workspace(path) as journal:
        async with running(journal, (80, 24)) as pilot:
            await open_tags(pilot)
            await pilot.press("ctrl+p")
            await pilot.pause(0.2)
            text = screen_text(pilot.app)
            assert text.index("Rename") < text.index("Take off") < text.index("Undo") < text.index("Theme")

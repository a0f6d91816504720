"""Searches with a name: saved, found in the palette, looked for again, forgotten and brought back."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers_journal import HOSTILE, WIDE, live, turn_to
from looking import open_workspace, running, screen_text, type_text

from bounceback_tui.screens.commands import Commands
from bounceback_tui.widgets.search_box import SearchBox

every_size = pytest.mark.parametrize("size", [(60, 20), (80, 24), WIDE, (160, 50)], ids=str)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    live(tmp_path / "journal.db")
    return tmp_path / "journal.db"


@every_size
async def test_a_search_is_saved_and_looked_for_again(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await pilot.press("2")
            assert "s save search" not in screen_text(pilot.app)
            await pilot.press("/", *"stage", ":", *"final", "enter")
            await pilot.pause()
            assert "s save search" in screen_text(pilot.app)
            await pilot.press("s")
            await pilot.pause()
            assert "final-round entries" in screen_text(pilot.app)
            await type_text(pilot, "my finals")
            await pilot.press("enter")
            await pilot.pause()
            assert "Saved: “my finals”." in " ".join(screen_text(pilot.app).split())
            assert [(one.name, one.query) for one in journal.searches.every()] == [
                ("my finals", "stage:final")
            ]
            pilot.app.clear_notifications()
            await pilot.press("escape", "s")
            await pilot.pause()
            assert "my finals" in screen_text(pilot.app)
            assert "x forget" in screen_text(pilot.app)
            await pilot.press("enter")
            await pilot.pause()
            assert pilot.app.main.query_one(SearchBox).value == "stage:final"
            assert "1 entry: final-round entries" in screen_text(pilot.app)


@pytest.mark.long
async def test_a_name_that_is_there_is_replaced_at_the_second_press_alone(path: Path) -> None:
    with open_workspace(path) as journal:
        journal.searches.save("finals", "stage:final")
        async with running(journal) as pilot:
            await pilot.press("2", "/", *"walk", "enter", "s", "enter")
            await pilot.pause()
            assert "a word or two" in screen_text(pilot.app)
            await type_text(pilot, "Finals")
            await pilot.press("enter")
            await pilot.pause()
            text = " ".join(screen_text(pilot.app).split())
            assert "“finals” is there already: final-round entries; enter again replaces it" in text
            assert journal.searches.every()[0].query == "stage:final"
            await pilot.press("enter")
            await pilot.pause()
            assert [(one.name, one.query) for one in journal.searches.every()] == [("Finals", "walk")]
            await pilot.press("u")
            assert [(one.name, one.query) for one in journal.searches.every()] == [("finals", "stage:final")]


@pytest.mark.long
async def test_what_is_not_clear_is_said_before_a_name_is_asked(path: Path) -> None:
    with open_workspace(path) as journal:
        async with running(journal, WIDE) as pilot:
            await pilot.press("2", "/", *"mood", ":", "4", "4", "enter", "s")
            await pilot.pause()
            assert pilot.app.screen is pilot.app.main
            assert "The search is not clear yet" in screen_text(pilot.app)


@pytest.mark.long
async def test_one_is_forgotten_at_the_second_press_and_comes_back(path: Path) -> None:
    with open_workspace(path) as journal:
        journal.searches.save("finals", "stage:final")
        journal.searches.save("walks", "walk")
        async with running(journal) as pilot:
            await pilot.press("2", "s", "x")
            await pilot.pause()
            assert "x once more forgets “finals”" in screen_text(pilot.app)
            assert len(journal.searches.every()) == 2
            await pilot.press("x")
            await pilot.pause()
            assert [one.name for one in journal.searches.every()] == ["walks"]
            await pilot.press("u")
            await pilot.pause()
            assert [one.name for one in journal.searches.every()] == ["finals", "walks"]
            assert "final-round entries" in screen_text(pilot.app)


@pytest.mark.long
async def test_without_any_the_list_says_how_to_save_one(path: Path) -> None:
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await pilot.press("2", "s")
            await pilot.pause()
            assert "None yet. Search the Journal; then s gives the search a name." in screen_text(pilot.app)


@pytest.mark.long
async def test_the_palette_searches_from_any_page(path: Path) -> None:
    with open_workspace(path) as journal:
        journal.searches.save("my finals", "stage:final")
        async with running(journal) as pilot:
            await turn_to(pilot, "Patterns")
            await pilot.press("ctrl+p")
            await type_text(pilot, "finals")
            await pilot.pause(0.5)
            assert "Search: my finals" in screen_text(pilot.app)
            await pilot.press("enter")  # it comes before taking back that it was saved
            await pilot.pause()
            assert pilot.app.main.page.NAME == "Journal"
            assert "1 entry: final-round entries" in screen_text(pilot.app)


@pytest.mark.long
@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_names_are_only_names_in_the_palette_too(path: Path, name: str) -> None:
    with open_workspace(path) as journal:
        journal.searches.save(name, "walk")
        async with running(journal, WIDE) as pilot:
            palette = Commands(pilot.app.screen)
            hits = [hit async for hit in palette.search("search: ")]
            shown = [str(hit.match_display) for hit in hits]
            assert f"Search: {HOSTILE[name]}" in shown
            assert all(HOSTILE[name] not in (hit.help or "") for hit in hits)
            found = [hit async for hit in palette.discover()]
            assert f"Search: {HOSTILE[name]}" in [str(hit.display) for hit in found]
            await pilot.press("ctrl+p")
            await type_text(pilot, "a search")
            await pilot.pause(0.5)
            assert not set(screen_text(pilot.app)) & set("\x1b\x07\u202e")
            await pilot.press("escape", "2", "s")
            await pilot.pause()
            assert HOSTILE[name] in screen_text(pilot.app)
            await pilot.press("x", "x")
            await pilot.pause()
            assert journal.searches.every() == []
            assert not set(screen_text(pilot.app)) & set("\x1b\x07\u202e")

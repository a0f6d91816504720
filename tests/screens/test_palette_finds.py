"""The palette finds each kind of thing by its name: page, action, entry, application, search, theme."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from helpers_tools import HOSTILE, keys, only_keys, path, typed
from looking import NOW, open_workspace, running, screen_text
from textual.pilot import Pilot

from bounceback_tui.domain.text import one_line
from bounceback_tui.services.workspace import Workspace

__all__ = ["path"]


def fill(journal: Workspace) -> None:
    """A little of everything."""
    journal.journal.note("The panel went on for two hours.", title="Panel at Brook")
    journal.journal.note("Something about a panel, too.", title="An ordinary day")
    journal.applications.add("Umbrella Works", "Data engineer")
    journal.applications.add("Brook", "Gardener")
    journal.searches.save("good days", "mood:>6")


async def find(pilot: Pilot[Any], words: str) -> str:
    """What the palette shows for these words, typed into it anew."""
    await only_keys(pilot, "escape", "ctrl+p")
    return await typed(pilot, words)


async def test_each_kind_of_thing_is_found_by_its_name(path: Path) -> None:
    with open_workspace(path) as journal:
        fill(journal)
        async with running(journal, (80, 30)) as pilot:
            assert "Go to Patterns" in await find(pilot, "patterns")
            assert "How is it now?" in await find(pilot, "mood")
            text = await find(pilot, "panel")
            assert "Panel at Brook" in text
            assert "An entry of Mon 23 Nov 2026" in text
            assert "An ordinary day" not in text, "its title says nothing of it"
            assert "Umbrella Works, Data engineer" in await find(pilot, "umbr data")
            assert "Search: good days" in await find(pilot, "good")
            assert "Theme: nord" in await find(pilot, "nord")


@pytest.mark.long
async def test_what_is_found_opens_where_it_belongs(path: Path) -> None:
    with open_workspace(path) as journal:
        fill(journal)
        async with running(journal, (120, 30)) as pilot:
            await find(pilot, "panel")
            assert "two hours" in await keys(pilot, "enter")
            assert pilot.app.page_class == "JournalPage"  # type: ignore[attr-defined] # our app
            await find(pilot, "umbrella")
            text = await keys(pilot, "enter")
            assert pilot.app.page_class == "ApplicationsPage"  # type: ignore[attr-defined] # our app
            assert text.count("Umbrella") > text.count("Brook"), "in the list, and as the one that is open"
            await find(pilot, "nord")
            await only_keys(pilot, "enter")
            assert pilot.app.theme == "nord"
            assert journal.settings.theme == "nord", "and it stays"


async def test_what_can_be_done_comes_before_what_is_called_so(path: Path) -> None:
    with open_workspace(path) as journal:
        journal.journal.note("x", title="Journal of a journal")
        journal.applications.add("Trash Ltd")
        async with running(journal, (80, 30)) as pilot:
            text = await find(pilot, "journal")
            assert text.index("Go to Journal") < text.index("Journal of a journal")
            text = await find(pilot, "trash")
            assert text.index("All that was deleted") < text.index("An application")


@pytest.mark.long
async def test_words_of_the_journal_are_only_words(path: Path) -> None:
    with open_workspace(path) as journal:
        journal.journal.note("x", title=f"Zebra {HOSTILE}")
        journal.applications.add(f"Yak {HOSTILE}", HOSTILE)
        async with running(journal, (160, 30)) as pilot:
            for word, opened in (("zebra", "JournalPage"), ("yak", "ApplicationsPage")):
                text = await find(pilot, word)
                assert one_line(HOSTILE)[:20] in text
                assert "\x1b" not in text
                assert "\u202e" not in text
                await only_keys(pilot, "enter")
                assert pilot.app.page_class == opened  # type: ignore[attr-defined] # our app


@pytest.mark.parametrize("words", ["[/]", '"', "a", "%s {0}", "c++", "  ", "\U0001f600", "NOT OR", "x" * 300])
async def test_whatever_is_typed_is_only_looked_for(path: Path, words: str) -> None:
    with open_workspace(path) as journal:
        fill(journal)
        assert journal.by_name.entries(words) == []
        assert journal.by_name.applications(words) == []


async def test_nothing_of_the_trash_and_no_more_than_a_few(path: Path) -> None:
    with open_workspace(path) as journal:
        keys = [journal.journal.note("x", title=f"Panel {number}") for number in range(9)]
        journal.journal.delete(keys[-1])
        titles = [one.title for one in journal.by_name.entries("pan")]
        assert titles == [f"Panel {number}" for number in (7, 6, 5, 4, 3, 2)], "the newest first"
        assert journal.by_name.entries("pan")[0].day == NOW.date()


async def test_a_form_that_is_open_is_not_left_for_them(path: Path) -> None:
    with open_workspace(path) as journal:
        fill(journal)
        async with running(journal) as pilot:
            await only_keys(pilot, "w", "ctrl+p")
            await typed(pilot, "panel")
            assert "Panel at Brook" not in screen_text(pilot.app)


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (5, 10), (1, 24), (80, 1)])
async def test_no_terminal_is_too_small_for_the_palette(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await only_keys(pilot, "ctrl+p")
            await only_keys(pilot, "down")
            await pilot.resize_terminal(*size)
            await only_keys(pilot, "pagedown", "pageup", "down", "escape")
            assert len(pilot.app.screen_stack) == 1

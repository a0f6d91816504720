"""The search of the Journal while somebody types: what is painted when, and how often is looked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from helpers_journal import live, turn_to
from looking import open_workspace, running, screen_text
from textual.screen import Screen

from bounceback_tui.domain.query import Query
from bounceback_tui.screens.journal import JournalPage
from bounceback_tui.services.history import History
from bounceback_tui.services.journal import Journal
from bounceback_tui.widgets.history_list import HistoryList
from bounceback_tui.widgets.search_box import SearchBox


@pytest.fixture
def path(tmp_path: Path) -> Path:
    live(tmp_path / "journal.db")
    return tmp_path / "journal.db"


@pytest.fixture
def pictures(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the screen showed, picture by picture."""
    seen: list[str] = []
    paint = Screen._compositor_refresh

    def painted(screen: Screen[Any]) -> None:
        paint(screen)
        seen.append(screen_text(screen.app))

    monkeypatch.setattr(Screen, "_compositor_refresh", painted)
    return seen


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> list[Query]:
    """What was looked for, look by look."""
    asked: list[Query] = []
    look = Journal.history

    def history(journal: Journal, query: Query) -> History:
        asked.append(query)
        return look(journal, query)

    monkeypatch.setattr(Journal, "history", history)
    return asked


async def test_a_letter_is_never_seen_without_what_it_finds(path: Path, pictures: list[str]) -> None:
    with open_workspace(path) as journal:
        async with running(journal, (80, 24)) as pilot:
            await pilot.press("slash")
            await pilot.pause()
            for typed in ("p", "pa", "pan"):
                pictures.clear()
                await pilot.press(typed[-1])
                await pilot.pause()
                shown = [text for text in pictures if f"/ {typed}" in text]
                assert shown
                for text in shown:
                    assert f"1 entry with “{typed}…”" in text
                    assert "They chose another" in text
                    assert "A quiet walk" not in text
            pictures.clear()
            await pilot.press("escape")
            await pilot.pause()
            shown = [text for text in pictures if "/ words, company" in text]
            assert shown
            assert all("3 entries, newest first" in text and "A quiet walk" in text for text in shown)


async def test_a_letter_is_looked_for_once_and_so_is_a_whole_search_and_its_end(
    path: Path, searches: list[Query]
) -> None:
    with open_workspace(path) as journal:
        async with running(journal, (80, 24)) as pilot:
            await pilot.press("slash")
            await pilot.pause()
            searches.clear()
            await pilot.press("p")
            await pilot.pause()
            assert len(searches) == 1
            page = pilot.app.main.query_one(JournalPage)
            page.show("/company:acme")
            page.take_focus()
            await pilot.pause()
            assert len(searches) == 2
            assert pilot.app.main.query_one(SearchBox).value == "company:acme"
            assert pilot.app.main.query_one(HistoryList).count == 1
            await pilot.press("escape")
            await pilot.pause()
            assert len(searches) == 3
            assert pilot.app.main.query_one(HistoryList).count == 3


async def test_what_stands_in_the_box_decides_which_keys_are_offered(path: Path) -> None:
    with open_workspace(path) as journal:
        async with running(journal, (120, 40)) as pilot:
            await turn_to(pilot, "Journal")
            assert "s searches" in screen_text(pilot.app)
            await pilot.press("slash", "p", "enter")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "s save search" in text
            assert "esc end the search" in text
            await pilot.press("escape")
            await pilot.pause()
            assert "s searches" in screen_text(pilot.app)

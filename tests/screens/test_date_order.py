"""What 3/4 means is asked in the form where it comes up, and from then on everywhere understood."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers_journal import NARROW, WIDE, turn_to
from helpers_messages import said
from looking import NOW, running, screen_text, type_text

from bounceback_tui.clock import FixedClock
from bounceback_tui.config_values import CONFIG_FILE
from bounceback_tui.resources import asset
from bounceback_tui.services.workspace import Workspace


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """The folder of the settings."""
    return tmp_path / "settings"


def opened(settings: Path) -> Workspace:
    return Workspace(settings.with_name("journal.db"), FixedClock(NOW), asset("guide.md"), settings)


@pytest.mark.parametrize("size", [(60, 20), NARROW, WIDE], ids=str)
async def test_it_is_asked_once_and_holds_in_every_form_and_search(
    settings: Path, size: tuple[int, int]
) -> None:
    with opened(settings) as journal:
        async with running(journal, size) as pilot:
            await pilot.press("n", *"Acme", "tab", "tab", "tab", "tab", "3", "slash", "4")
            assert "Is 3/4 3 Apr 2026" in screen_text(pilot.app)
            await pilot.press("tab", "d")
            await pilot.pause()
            assert "= Fri 3 Apr 2026, 12:00" in screen_text(pilot.app)
            assert (settings / CONFIG_FILE).read_text() == 'date_order = "day first"\n'
            await pilot.press("ctrl+s")
            await pilot.pause()
            item = journal.journal.find("-1")
            assert item.entry.written_at.local_date.isoformat() == "2026-04-03"
            await pilot.press("slash")
            await type_text(pilot, "until:5")
            await pilot.press("slash", "4")
            await pilot.pause()
            assert "until 5 Apr" in screen_text(pilot.app)
            await pilot.press("escape", "escape")
            await turn_to(pilot, "Applications")
            await pilot.press("a", "tab", *"Brook", "tab", "tab", "tab", "5", "slash", "4")
            assert "= Sun 5 Apr 2026" in screen_text(pilot.app)
            assert "Which?" not in screen_text(pilot.app)
            await pilot.press("escape", "escape")
            pilot.app.clear_notifications()
            await turn_to(pilot, "Journal")
            await pilot.press("ctrl+g", "5", "slash", "4")
            assert "= Sun 5 Apr 2026" in screen_text(pilot.app)
    with opened(settings) as journal:
        assert journal.settings.date_order == "day first"


@pytest.mark.long
async def test_where_it_cannot_be_kept_that_is_told_and_it_holds_for_now(settings: Path) -> None:
    settings.mkdir()
    (settings / CONFIG_FILE).write_text("broken = [")
    with opened(settings) as journal:
        async with running(journal, WIDE) as pilot:
            assert "usual settings are" in " ".join(screen_text(pilot.app).split())
            await pilot.press("n", *"Acme", "tab", "tab", "tab", "tab", "3", "slash", "4", "tab", "m")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "= Wed 4 Mar 2026, 12:00" in text
            assert "could not be remembered" in said(pilot)
    assert (settings / CONFIG_FILE).read_text() == "broken = ["


@pytest.mark.long
async def test_without_settings_nothing_is_written_anywhere(settings: Path, tmp_path: Path) -> None:
    with Workspace(tmp_path / "journal.db", FixedClock(NOW), asset("guide.md")) as journal:
        async with running(journal) as pilot:
            await pilot.press("n", *"Acme", "tab", "tab", "tab", "tab", "3", "slash", "4", "tab", "m")
            await pilot.pause()
            assert "= Wed 4 Mar 2026, 12:00" in screen_text(pilot.app)
    assert list(tmp_path.glob("**/*.toml")) == []


@pytest.mark.long
async def test_once_it_is_settled_nothing_says_that_the_date_is_not_clear(settings: Path) -> None:
    with opened(settings) as journal:
        journal.applications.add("Brook")
        async with running(journal) as pilot:
            await turn_to(pilot, "Applications")
            await pilot.press("v", "i", "tab", "3", "slash", "4", "ctrl+s")
            await pilot.pause()
            assert "The date is not clear yet." in screen_text(pilot.app)
            await pilot.press("tab", "d")
            await pilot.pause()
            assert "= Sat 3 Apr 2027" in screen_text(pilot.app)  # a meeting: the nearest one
            assert "not clear" not in screen_text(pilot.app)

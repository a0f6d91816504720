"""Another name for one entry asks whether the others follow; where there are none it asks nothing."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from helpers_messages import messages
from looking import NOW, SIZES, open_workspace, running, screen_text
from textual.pilot import Pilot

from bounceback_tui.domain.application import Kind, Result
from bounceback_tui.domain.outcome import Outcome

all_sizes = pytest.mark.parametrize("size", [(60, 20), *SIZES], ids=lambda size: f"{size[0]}x{size[1]}")


def live(path: Path, others: int = 2) -> str:
    """Some entries about Acme, and a no of today; the key of that."""
    for days in range(others, 0, -1):
        with open_workspace(path, NOW - timedelta(days=days)) as journal:
            journal.journal.log(Outcome("Acme", "", Kind.SCREEN, Result.MOVED_ON, text=f"On, {days}."))
    with open_workspace(path) as journal:
        return journal.journal.log(Outcome("Acme", text="No.")).id


def said(pilot: Pilot[None]) -> str:
    return " ".join(screen_text(pilot.app).replace("▌", " ").split())


async def rename(pilot: Pilot[None], company: str) -> None:
    """Open the latest entry and let it be about somebody else."""
    await pilot.press("2", "e")
    await pilot.pause()
    pilot.app.screen.query_one("#company").focus()
    await pilot.press("end", "ctrl+u", *company)
    await pilot.pause()


@all_sizes
async def test_one_press_says_who_follows(tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "journal.db"
    key = live(path)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await pilot.press("2", "e")
            await pilot.pause()
            assert "Change all" not in said(pilot)
            await pilot.press("escape")
            await rename(pilot, "Brook")
            asked = "Two other entries are about Acme, too. Change all, or only this one?"
            assert asked in said(pilot)
            await pilot.press("ctrl+s")
            await pilot.pause(0.2)
            assert journal.versions.of(key) == []
            (asks,) = [one for one in messages(pilot) if "ctrl+s" in one]
            assert "a changes all of them, o only this one; then ctrl+s" in asks
            pilot.app.clear_notifications()
            await pilot.press("o")
            await pilot.pause()
            assert "they stay as they are, and this one leaves them" in said(pilot)
            await pilot.press("ctrl+s")
            await pilot.pause()
        names = {one.company: len(one.events) for one in journal.applications.every()}
        assert names == {"Acme": 2, "Brook": 2}


@pytest.mark.long
async def test_all_of_them_are_renamed_where_that_is_chosen(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    live(path)
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await rename(pilot, "Brook")
            await pilot.press("ctrl+s", "a", "ctrl+s")
            await pilot.pause()
            assert pilot.app.screen is pilot.app.main
        assert [one.company for one in journal.applications.every()] == ["Brook"]


@pytest.mark.long
async def test_what_is_only_filled_in_or_written_otherwise_is_meant_for_all(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    live(path)
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await rename(pilot, "ACME")
            await pilot.press("tab", *"Cook")
            await pilot.pause()
            assert "what you change here is changed for all of them" in said(pilot)
            await pilot.press(*"ie", "backspace", "backspace", "shift+tab", "x")  # another name after all
            await pilot.pause()
            assert "Change all, or only this one?" in said(pilot)
            await pilot.press("backspace", "ctrl+s")
            await pilot.pause()
        (found,) = journal.applications.every()
        assert (found.company, found.role) == ("ACME", "Cook")


@pytest.mark.long
async def test_the_answer_waits_in_the_draft_and_goes_with_the_name(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    key = live(path)
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await rename(pilot, "Brook")
            await pilot.press("ctrl+s", "o", "escape")
            await pilot.pause()
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await pilot.press("2", "e")
            await pilot.pause()
            words = pilot.app.screen.query_one("#follow-words")
            assert "this one leaves them" in str(words.render())
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert sorted(one.company for one in journal.applications.every()) == ["Acme", "Brook"]
            await pilot.press("u")
            await pilot.pause()
            assert [one.company for one in journal.applications.every()] == ["Acme"]
        assert journal.drafts.waiting() == []
        assert len(journal.versions.of(key)) == 0


@pytest.mark.long
async def test_a_name_put_back_asks_nothing_and_leaves_no_version(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    key = live(path)
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await rename(pilot, "Brook")
            await pilot.press("ctrl+s", "o")
            pilot.app.screen.query_one("#company").focus()
            await pilot.press("end", "ctrl+u", *"Acme", "ctrl+s")
            await pilot.pause()
            assert pilot.app.screen is pilot.app.main
        assert journal.versions.of(key) == []
        assert journal.drafts.waiting() == []


@pytest.mark.long
async def test_where_nothing_else_is_concerned_nothing_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    live(path, others=0)
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await rename(pilot, "Brook")
            await pilot.press("ctrl+s")
            await pilot.pause()
        assert [one.company for one in journal.applications.every()] == ["Brook"]


@pytest.mark.long
async def test_bringing_a_name_back_says_that_it_is_for_all(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    live(path)
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await rename(pilot, "Brook")
            await pilot.press("ctrl+s", "a", "ctrl+s")
            await pilot.pause()
            await pilot.press("v", "b")
            await pilot.pause()
            assert "for all that belongs to" in " ".join(messages(pilot))
        assert [one.company for one in journal.applications.every()] == ["Acme"]

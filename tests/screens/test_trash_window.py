"""The trash: everything that was deleted in one window, brought back or deleted for good from there."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from helpers_journal import HOSTILE, WIDE, line_with, under_cursor
from looking import NOW, open_workspace, running, screen_text, type_text
from textual.pilot import Pilot

from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.lead import Lead, LeadKind
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.trash import Table, Thing, put_away

every_size = pytest.mark.parametrize("size", [(60, 20), (80, 24), WIDE, (160, 50)], ids=str)

ANN = Lead("L" * 26, LeadKind.FRIEND, "Ann", "she knows the fair")


def deleted(path: Path, lead: Lead = ANN) -> Workspace:
    """A journal with a lead, a check-in and an entry in the trash, deleted on three days."""
    with open_workspace(path, NOW - timedelta(days=2)) as journal:
        journal.journal.delete(journal.journal.note("A long walk\n\nWith rain.").strip())
    with open_workspace(path, NOW - timedelta(days=1)) as journal:
        journal.versions.delete_checkin(journal.journal.check_in(Reading(4)))
    journal = open_workspace(path)
    journal.tools.leads.put(lead)
    with journal.undo.step("delete “Ann”"):
        put_away(journal.database, [Thing(Table.LEAD, lead.id)], journal.clock.now())
    return journal


def said(pilot: Pilot[None]) -> str:
    """The screen as it reads, without the bar of what is said in passing."""
    return " ".join(screen_text(pilot.app).replace("▌", " ").split())


@every_size
async def test_everything_is_listed_restored_and_taken_back(tmp_path: Path, size: tuple[int, int]) -> None:
    with deleted(tmp_path / "journal.db") as journal:
        async with running(journal, size) as pilot:
            await pilot.press("ctrl+p")
            await type_text(pilot, "trash")
            await pilot.pause(0.5)
            await pilot.press("enter")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "Trash" in text
            places = [text.index(words) for words in ("lead    ", "check-in   ", "entry    ")]
            assert places == sorted(places)
            assert "Ann, she knows the fair" in text
            assert "mood 4" in line_with(pilot, "check-in   ")
            assert "just now" in text
            await pilot.press("r")
            await pilot.pause()
            assert journal.tools.leads.every() == [ANN]
            assert "Lead “Ann, she knows the fair” is" in said(pilot)
            assert "check-in" in under_cursor(pilot)
            await pilot.press("u")
            pilot.app.clear_notifications()
            await pilot.pause()
            assert journal.tools.leads.every() == []
            assert "lead " in line_with(pilot, "Ann, she knows")
            await pilot.press("escape")
            await pilot.pause()
            assert pilot.app.screen is pilot.app.main


@every_size
async def test_it_goes_for_good_at_the_second_press(tmp_path: Path, size: tuple[int, int]) -> None:
    with deleted(tmp_path / "journal.db") as journal:
        async with running(journal, size) as pilot:
            await pilot.press("2", "c", "t", "X")
            await pilot.pause()
            told = said(pilot)
            assert "X once more deletes lead “Ann, she knows the fair” for good" in told
            assert "Backups made before still hold it" in told
            await pilot.press("down", "up")  # somewhere else and back: it is asked again
            await pilot.pause()
            assert "once more" not in screen_text(pilot.app)
            await pilot.press("X")
            await pilot.pause()
            assert len(journal.trash.everything()) == 3
            await pilot.press("X")
            await pilot.pause()
            assert [one.place for one in journal.trash.everything()] == ["checkin", "entry"]
            await pilot.press("u")
            await pilot.pause()
            assert "lead" not in [one.place for one in journal.trash.everything()]
            assert b"knows the fair" not in journal.path.read_bytes()


@pytest.mark.long
@every_size
async def test_an_entry_is_read_from_there(tmp_path: Path, size: tuple[int, int]) -> None:
    with deleted(tmp_path / "journal.db") as journal:
        async with running(journal, size) as pilot:
            await pilot.press("2", "c", "t", "enter")
            await pilot.pause()
            assert "r brings it back" in screen_text(pilot.app)
            pilot.app.clear_notifications()
            await pilot.press("end", "enter")
            await pilot.pause()
            assert pilot.app.screen is pilot.app.main
            assert "With rain." in screen_text(pilot.app)
            await pilot.press("r")
            await pilot.pause()
            assert not journal.journal.find("-1").entry.deleted


@pytest.mark.long
@every_size
async def test_another_wording_is_told_as_such_and_written_back(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.tools.leads.put(ANN)
        journal.tools.leads.put(replace(ANN, note="rings on Friday"))
        journal.undo.take_back()
        journal.journal.note("Something else")
        async with running(journal, size) as pilot:
            await pilot.press("2", "c", "t")
            await pilot.pause()
            told = said(pilot)
            assert "Ann · rings on Friday (as you had changed it)" in told
            await pilot.press("r")
            await pilot.pause()
            assert "says that again" in said(pilot)
            assert journal.tools.leads.every() == [replace(ANN, note="rings on Friday")]
            assert "The trash is empty." in screen_text(pilot.app)


@pytest.mark.long
async def test_an_empty_trash_offers_nothing_but_to_leave(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("2", "c", "t", "X", "r", "enter")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "The trash is empty." in text
            assert "delete for good" not in text


@pytest.mark.long
@pytest.mark.parametrize("words", [*HOSTILE, "x" * 1_000_000])
async def test_hostile_words_are_only_words(tmp_path: Path, words: str) -> None:
    with deleted(tmp_path / "journal.db", replace(ANN, name=words, note=words)) as journal:
        async with running(journal, WIDE) as pilot:
            await pilot.press("2", "c", "t", "X")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert not set(text) & set("\x1b\x07\u202e")
            assert HOSTILE.get(words, "xxx") in text
            await pilot.press("X")
            await pilot.pause()
            assert len(journal.trash.everything()) == 2
            assert not set(screen_text(pilot.app)) & set("\x1b\x07\u202e")

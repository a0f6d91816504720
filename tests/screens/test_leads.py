"""Leads: added, turned to, dated, done, deleted and brought back, by keys alone."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from helpers_recover import flat
from helpers_tools import HOSTILE, every_size, found, keys, only_keys, open_tool, path, settle, typed
from looking import NOW, open_workspace, running, screen_text

from bounceback_tui.domain.lead import Lead, LeadKind
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.workspace import Workspace

__all__ = ["path"]
TODAY = NOW.date()


def only(journal: Workspace) -> Lead:
    (lead,) = journal.tools.leads.every()
    return lead


@every_size
async def test_a_friend_is_added_seen_to_and_done(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            assert "a adds a friend" in await open_tool(pilot, "leads")
            await only_keys(pilot, "a")
            await typed(pilot, "Dev", "enter", "tab")
            assert "(in 2 days)" in await typed(pilot, "in 2 days")
            await only_keys(pilot, "enter")
            assert "○ Dev" in await typed(pilot, "knows the team", "enter")
            lead = only(journal)
            assert (lead.name, lead.kind, lead.note) == ("Dev", LeadKind.FRIEND, "knows the team")
            assert lead.next_on == TODAY + timedelta(days=2)
            text = await keys(pilot, "t")
            assert "When next with “Dev”?" in text
            assert only(journal).contacted_on == TODAY
            await only_keys(pilot, "ctrl+a", "ctrl+k")
            assert "next on Mon 30 Nov" in await typed(pilot, "in a week", "enter")
            assert only(journal).next_on == TODAY + timedelta(days=7)
            assert "✓ Dev" in await keys(pilot, "space")
            assert only(journal).done
            assert "○ Dev" in await keys(pilot, "space")


@pytest.mark.long
async def test_being_in_touch_asks_for_the_next_date_and_takes_no_for_an_answer(path: Path) -> None:
    with open_workspace(path) as journal:
        journal.tools.leads.put(Lead("", LeadKind.AGENCY, "Denise", next_on=TODAY))
        async with running(journal) as pilot:
            await open_tool(pilot, "leads")
            await only_keys(pilot, "t")
            assert "in touch on Mon 23 Nov" in await keys(pilot, "escape")
            assert (only(journal).contacted_on, only(journal).next_on) == (TODAY, None)
            await only_keys(pilot, "u")
            assert (only(journal).contacted_on, only(journal).next_on) == (None, TODAY)
            await only_keys(pilot, "U")
            assert only(journal).contacted_on == TODAY
            await only_keys(pilot, "d")
            assert "next on Fri 27 Nov" in await typed(pilot, "friday", "ctrl+s")


@pytest.mark.long
async def test_what_was_not_understood_keeps_the_form_open(path: Path) -> None:
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await open_tool(pilot, "leads")
            assert "A name is missing" in await keys(pilot, "a", "ctrl+s")
            assert "in touch today" not in screen_text(
                pilot.app
            )  # the keys of the list, which do nothing now
            await typed(pilot, "Dev", "enter", "tab")
            assert "not clear yet" in await typed(pilot, "soonish", "ctrl+s")
            assert journal.tools.leads.every() == []


@pytest.mark.long
async def test_one_is_edited_deleted_at_the_second_press_and_brought_back(path: Path) -> None:
    with open_workspace(path) as journal:
        for name in ("Ann", "Dev"):
            journal.tools.leads.put(Lead("", LeadKind.FRIEND, name, "a colleague"))
        async with running(journal) as pilot:
            await open_tool(pilot, "leads")
            await only_keys(pilot, "down", "enter", "end")
            assert "○ Devi" in await typed(pilot, "i", "ctrl+s")
            assert found(journal, "devi") == ["lead"]
            assert "x once more deletes “Devi”" in await keys(pilot, "x")
            assert len(journal.tools.leads.every()) == 2
            assert "“Devi” is deleted. u brings it back." in await keys(pilot, "x")
            assert [one.name for one in journal.tools.leads.every()] == ["Ann"]
            assert found(journal, "devi") == []
            assert "○ Devi" in await keys(pilot, "u")
            await only_keys(pilot, "u")
            assert [one.name for one in journal.tools.leads.every()] == ["Ann", "Dev"]
            await only_keys(pilot, "U", "U")
            assert [one.name for one in journal.tools.leads.every()] == ["Ann"]
        assert "Devi" in str(journal.exchange.as_json()["lead"])


@pytest.mark.long
async def test_today_opens_the_very_lead_also_after_a_restart(path: Path) -> None:
    with open_workspace(path) as journal:
        journal.tools.leads.put(Lead("", LeadKind.FRIEND, "Ann", next_on=TODAY - timedelta(days=1)))
        journal.tools.leads.put(Lead("", LeadKind.AGENCY, "Denise", "ask for Friday", TODAY))
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            text = flat(screen_text(pilot.app))
            assert "since Sun 22 Nov friend: Ann" in text
            assert "today agency: Denise" in text
            await only_keys(pilot, "tab", "down")
            text = await keys(pilot, "enter")
            assert "▸ ○ Denise" in text
            assert "ask for Friday" in text
            await only_keys(pilot, "space", "escape")
            assert "agency: Denise" not in screen_text(pilot.app)


async def test_the_step_that_asks_a_friend_opens_them(path: Path) -> None:
    with open_workspace(path) as journal:
        journal.journal.log(Outcome("Acme", text="No."))
        async with running(journal, (120, 40)) as pilot:
            await only_keys(pilot, "3", "right", "right", "right", "down")
            assert "Leads" in await keys(pilot, "enter")
            assert "Recover" in await keys(pilot, "escape")


@pytest.mark.long
@every_size
async def test_hostile_words_stay_words(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        journal.tools.leads.put(Lead("", LeadKind.OTHER, HOSTILE, HOSTILE, TODAY))
        journal.tools.leads.put(Lead("", LeadKind.OTHER, "x" * 1_000_000, "y " * 500_000))
        async with running(journal, size) as pilot:
            assert "[/]" in await open_tool(pilot, "leads")
            await only_keys(pilot, "x", "down", "t", "escape", "enter")
            text = screen_text(pilot.app)
            assert not set(text) & {"\x1b", "\x07", "\x9b", "\u202e"}
            await only_keys(pilot, "escape", "x", "x", "up", "x", "x")
            assert journal.tools.leads.every() == []
            assert pilot.app.is_running


@pytest.mark.long
async def test_what_was_begun_is_offered_on_today(path: Path) -> None:
    with open_workspace(path) as journal:
        journal.tools.leads.put(Lead("", LeadKind.FRIEND, "Ann"))
        async with running(journal) as pilot:
            await open_tool(pilot, "leads")
            await only_keys(pilot, "enter", "end")
            await typed(pilot, "abel", "escape", "escape")
            assert "You had begun to write a lead: “Annabel”" in await settle(pilot)

"""A meeting that lies ahead, noted in the app: it comes up on Today, and can be put right."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers_journal import turn_to
from looking import open_workspace, press, press_keys, running, screen_text, type_text

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.moment import Moment
from bounceback_tui.services.workspace import Workspace


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.applications.add("Calder", "Tester")
    return tmp_path / "journal.db"


def last(journal: Workspace) -> tuple[Kind, Moment]:
    (one,) = journal.applications.every()
    return one.events[-1].kind, one.events[-1].at


async def test_a_meeting_ahead_comes_up_on_today(path: Path) -> None:
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await turn_to(pilot, "Applications")
            await press_keys(pilot, "v", "i", "tab")
            await type_text(pilot, "friday 12:00")
            assert "= Fri 27 Nov 2026, 12:00 (in 4 days)" in screen_text(pilot.app)
            await press_keys(pilot, "ctrl+s")
            assert last(journal)[0] is Kind.INTERVIEW
            assert "Fri: interview" in screen_text(pilot.app)
            text = await press(pilot, "1")
            assert "Fri 27 Nov 12:00  interview with Calder, Tester" in text


@pytest.mark.long
async def test_the_kind_says_whether_a_date_may_lie_ahead(path: Path) -> None:
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await turn_to(pilot, "Applications")
            await press_keys(pilot, "v", "i", "tab")
            await type_text(pilot, "in 3 days")
            assert "= Thu 26 Nov 2026 (in 3 days)" in screen_text(pilot.app)
            await press_keys(pilot, "shift+tab", "r")
            assert "Thu 26 Nov 2026 is still to come" in screen_text(pilot.app)
            await press_keys(pilot, "ctrl+s")
            assert "The date is not clear yet" in screen_text(pilot.app)
            assert last(journal)[0] is Kind.APPLIED


@pytest.mark.long
async def test_a_meeting_ahead_can_be_put_right_but_not_made_a_rejection_to_come(path: Path) -> None:
    with open_workspace(path) as journal:
        at = journal.clock.now()
        async with running(journal) as pilot:
            await turn_to(pilot, "Applications")
            await press_keys(pilot, "v", "i", "tab")
            await type_text(pilot, "3 Dec")
            await press_keys(pilot, "ctrl+s", "right", "down", "down")
            text = await press(pilot, "e")
            assert "2026-12-03" in text
            assert "= Thu 3 Dec 2026 (in 10 days)" in text
            await press_keys(pilot, "r", "ctrl+s")
            assert "still to come" in screen_text(pilot.app)
            assert last(journal)[0] is Kind.INTERVIEW
            await press_keys(pilot, "shift+tab", "f", "ctrl+s")
            kind, kept = last(journal)
            assert (kind, kept.has_time) == (Kind.FINAL, False)
            assert kept > at

"""What is said on top of one application, and of what is to come in its log."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from helpers_journal import NARROW, line_with, live, turn_to
from looking import NOW, open_workspace, press, press_keys, running, type_text

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.preparation import Preparation
from bounceback_tui.services.workspace import Workspace

SMALL = (60, 20)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    live(tmp_path / "journal.db")
    return tmp_path / "journal.db"


def applied(journal: Workspace, days: int) -> str:
    """An application to Calder so many days ago; its key."""
    return journal.applications.add("Calder", "Tester", when=Moment.of(NOW - timedelta(days=days))).id


@pytest.mark.long
async def test_a_meeting_ahead_is_told_with_its_time_and_one_behind_without(path: Path) -> None:
    with open_workspace(path) as journal:
        key = applied(journal, 5)
        for days in (-1, 3):
            journal.applications.add_event(
                key, Kind.INTERVIEW, Moment.of(NOW + timedelta(days=days, hours=5))
            )
        noon = Moment.of((NOW + timedelta(days=4)).replace(hour=12, minute=0))
        journal.applications.add_event(key, Kind.TASK, noon, "a case")
        async with running(journal, SMALL) as pilot:
            await turn_to(pilot, "Applications")
            await press_keys(pilot, "right")
            assert line_with(pilot, "Sun 22 Nov 2026").rstrip(" │▌").endswith("  interview")
            assert "interview at 14:30" in line_with(pilot, "Thu 26 Nov 2026")
            assert "task  a case" in line_with(pilot, "Fri 27 Nov 2026")


async def test_an_interview_that_is_prepared_for_is_next_beside_its_list_too(path: Path) -> None:
    with open_workspace(path) as journal:
        key = applied(journal, 5)
        next_on = date(2026, 11, 24)
        one = journal.applications.find(key)
        journal.applications.describe(replace(one, next_on=next_on, next_words="call Ms Ito"))
        for days in (-1, 3):
            day = NOW.date() + timedelta(days=days)
            journal.tools.preparations.prepare(Preparation("", key, journal.clock.now(), day))
        async with running(journal, NARROW) as pilot:
            await turn_to(pilot, "Applications")
            text = await press(pilot, "right")
            assert "application · open · 5 days ago" in text
            assert [line.strip() for line in text.splitlines() if "Next: " in line] == [
                "Next: Tue 24 Nov 2026 · call Ms Ito",
                "Next: Thu 26 Nov 2026 · interview",
            ]


@pytest.mark.long
async def test_that_nothing_is_copied_is_read_in_a_small_window_too(path: Path) -> None:
    with open_workspace(path) as journal:
        async with running(journal, SMALL) as pilot:
            await turn_to(pilot, "Applications")
            assert "path or link, not copied" in await press(pilot, "e")


@pytest.mark.long
async def test_an_offer_is_not_called_quiet(path: Path) -> None:
    with open_workspace(path) as journal:
        key = applied(journal, 9)
        journal.applications.add_event(key, Kind.OFFER, Moment.of(NOW - timedelta(days=3)))
        async with running(journal, NARROW) as pilot:
            await turn_to(pilot, "Applications")
            await press_keys(pilot, "f")
            await type_text(pilot, "calder")
            text = await press(pilot, "enter", "right")
            assert "●●●●●●  offer · 3 days ago" in text
            assert "quiet" not in text

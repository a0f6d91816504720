"""What is done at the second press only: the question is seen first, and what failed is not told as done."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers_messages import said
from helpers_tools import keys, only_keys, open_tool, path, settle
from looking import NOW, open_workspace, running

from bounceback_tui.app import BouncebackApp
from bounceback_tui.clock import FixedClock
from bounceback_tui.domain.focus import FocusKind, FocusPoint
from bounceback_tui.domain.lead import Lead, LeadKind
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.preparation import Preparation
from bounceback_tui.services.workspace import Workspace

__all__ = ["path"]

ASKED = "r once more brings back"


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_it_stays(path: Path, size: tuple[int, int]) -> None:
    """Also where the question takes a line of the list, which the path before it did not."""
    with open_workspace(path) as journal:
        journal.journal.note("here")
        journal.backups.make()
        async with running(journal, size) as pilot:
            await open_tool(pilot, "backups")
            assert ASKED in await keys(pilot, "r")


async def test_a_question_stays_where_the_window_is_made_smaller(path: Path) -> None:
    with open_workspace(path) as journal:
        journal.journal.note("here")
        journal.backups.make()
        async with running(journal, (100, 30)) as pilot:
            await open_tool(pilot, "backups")
            await only_keys(pilot, "r")
            await pilot.resize_terminal(70, 24)
            assert ASKED in await settle(pilot)


async def test_what_is_no_longer_asked_is_not_done(path: Path) -> None:
    """Help was opened over the question, and after it nobody sees what a press would do."""
    with open_workspace(path) as journal:
        journal.journal.note("here")
        journal.backups.make()
        async with running(journal) as pilot:
            await open_tool(pilot, "backups")
            await only_keys(pilot, "r", "question_mark")
            assert ASKED not in await keys(pilot, "escape")
            assert ASKED in await keys(pilot, "r")
            assert isinstance(pilot.app, BouncebackApp)
            assert not pilot.app.brings_back


def only_read(path: Path) -> Workspace:
    return Workspace(path, FixedClock(NOW), "", read_only=True)


@pytest.mark.many(3)
@pytest.mark.parametrize(
    ("tool", "pressed", "untrue"),
    [
        ("leads", "t", ("In touch with", "When next with")),
        ("focus", "c", ("u takes it back",)),
        ("before the next", "XX", ("is deleted",)),
    ],
)
async def test_what_a_journal_does_not_take_is_not_told_as_done(
    path: Path, tool: str, pressed: str, untrue: tuple[str, ...]
) -> None:
    with open_workspace(path) as journal:
        journal.tools.leads.put(Lead("", LeadKind.AGENCY, "Denise"))
        journal.tools.focus.put(FocusPoint("", FocusKind.MUST, "two days at home"))
        acme = journal.applications.add("Acme", "Cook")
        journal.tools.preparations.put(Preparation("", acme.id, Moment.of(NOW)))
    with only_read(path) as journal:
        async with running(journal, (120, 40)) as pilot:
            await open_tool(pilot, tool)
            text = await keys(pilot, *pressed)
            assert "only to be read" in said(pilot)
            assert not any(words in text + said(pilot) for words in untrue)

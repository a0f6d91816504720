"""Very many applications and rejections: all can be reached, and few of them are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from helpers_journal import turn_to, under_cursor
from helpers_recover import press
from looking import NOW, open_workspace, press_keys, running

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.moment import Moment
from bounceback_tui.services.applications import TOGETHER
from bounceback_tui.services.roll import AROUND
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import applications, episodes

pytestmark = pytest.mark.usefixtures("all_is_drawn")

MANY = 4 * AROUND


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    """One application a day, "Firm 0" the latest; every other one was turned down, all but two closed."""
    with open_workspace(tmp_path / "journal.db") as workspace:
        with workspace.database.write():
            for number in range(MANY):
                when = Moment.of(NOW - timedelta(days=number))
                added = workspace.applications.add(f"Firm {number}", when=when)
                if number % 2:
                    workspace.applications.add_event(added.id, Kind.REJECTED, when)
            for episode in workspace.recovery.episodes()[2:]:
                workspace.recovery.set_closed(episode.id, True)
        yield workspace


def reads(monkeypatch: pytest.MonkeyPatch, module: Any) -> list[str]:
    """The keys of all applications or episodes that are read from now on."""
    read: list[str] = []
    with_keys = module.with_keys

    def watched(db: object, wanted: Sequence[str]) -> object:
        read.extend(wanted)
        return with_keys(db, wanted)

    monkeypatch.setattr(module, "with_keys", watched)
    return read


@pytest.mark.long
async def test_applications_are_read_as_far_as_somebody_looks(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = reads(monkeypatch, applications)
    async with running(journal) as pilot:
        await turn_to(pilot, "Applications")
        assert f"Firm {MANY - 2}" in under_cursor(pilot)  # open, and silent for longest
        assert len(read) == TOGETHER
        await press_keys(pilot, "1", "4", "down")
        assert f"Firm {MANY - 4}" in under_cursor(pilot)
        assert len(read) == TOGETHER, "nothing was written, so nothing is read again"
        await press_keys(pilot, "end")
        assert f"Firm {MANY - 1}" in under_cursor(pilot)
        assert len(read) == len(set(read)) <= 2 * TOGETHER


@pytest.mark.long
async def test_the_cursor_stays_on_an_application_that_moves_far(journal: Workspace) -> None:
    async with running(journal) as pilot:
        await turn_to(pilot, "Applications")
        await press_keys(pilot, "end")
        oldest = journal.applications.every()[-1]
        assert oldest.company == f"Firm {MANY - 1}"
        journal.applications.add_event(oldest.id, Kind.OFFER, Moment.of(NOW))
        await press_keys(pilot, "1", "4")
        assert oldest.company in under_cursor(pilot)
        assert "offer" in under_cursor(pilot)
        await press_keys(pilot, "down")
        assert "Firm 0" in under_cursor(pilot)
        await press_keys(pilot, "down")
        assert "Firm 1" in under_cursor(pilot)


@pytest.mark.long
async def test_every_rejection_is_counted_and_the_one_shown_is_read(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = reads(monkeypatch, episodes)
    async with running(journal) as pilot:
        assert f"< 1 of {MANY // 2} >  open" in await press(pilot, "3")
        assert len(read) <= AROUND
        text = await press(pilot, "]", "]")
        assert "Firm 5 · " in text
        assert f"< 3 of {MANY // 2} >  closed" in text
        text = await press(pilot, "1", "3")
        assert f"< 3 of {MANY // 2} >  closed" in text
        assert len(read) <= AROUND
        text = await press(pilot, *["]"] * AROUND)
        assert f"Firm {2 * AROUND + 5} · " in text
        assert f"< {AROUND + 3} of {MANY // 2} >" in text
        assert len(read) == len(set(read))

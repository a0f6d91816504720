"""`d` on Applications asks once, puts an application into the trash, and says what stays."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from helpers_journal import live, turn_to
from looking import NOW, flat, open_workspace, press, press_keys, running

from bounceback_tui.domain.moment import Moment
from bounceback_tui.services.workspace import Workspace


@pytest.fixture
def path(tmp_path: Path) -> Path:
    live(tmp_path / "journal.db")
    return tmp_path / "journal.db"


def companies(journal: Workspace) -> set[str]:
    return {one.company for one in journal.applications.every()}


@pytest.mark.parametrize("size", [(60, 20), (120, 40)], ids=str)
async def test_d_asks_names_what_goes_and_u_brings_it_back(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        before = companies(journal)
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            asked = flat((await press(pilot, "d")).replace("▌", " ").replace("│", " "))
            assert "d once more puts Brook · Analyst with " in asked
            assert "The entry about it stays in the journal." in asked
            assert companies(journal) == before
            told = flat((await press(pilot, "d")).replace("▌", " ").replace("│", " "))
            assert "Brook is in the trash now." in told
            assert "u brings it back." in told
            assert companies(journal) == before - {"Brook"}
            await press_keys(pilot, "u")
            assert companies(journal) == before


@pytest.mark.long
async def test_the_answer_holds_for_the_one_that_was_asked_about(path: Path) -> None:
    with open_workspace(path) as journal:
        before = companies(journal)
        async with running(journal) as pilot:
            await turn_to(pilot, "Applications")
            await press_keys(pilot, "d", "down", "d")
            assert companies(journal) == before


@pytest.mark.long
async def test_d_on_its_name_in_the_log_does_the_same_and_on_a_link_nothing(path: Path) -> None:
    with open_workspace(path) as journal:
        journal.applications.add("Calder", when=Moment.of(NOW - timedelta(days=1)), notes="near the sea")
        async with running(journal, (120, 40)) as pilot:
            await turn_to(pilot, "Applications")
            before = companies(journal)
            await press_keys(pilot, "down", "right", "end", "d", "d")  # what was written about Brook
            assert companies(journal) == before
            await press_keys(pilot, "home", "d", "d")
            assert companies(journal) == before - {"Brook"}
            assert "d delete" in flat(await press(pilot))


async def test_the_last_one_leaves_an_empty_page(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "one.db") as journal:
        journal.applications.add("Calder")
        async with running(journal) as pilot:
            await turn_to(pilot, "Applications")
            assert "No applications yet." in await press(pilot, "d", "d")
            assert "d delete" not in flat(await press(pilot, "d"))

"""Plans with a moment, and whether a step helped, by keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from helpers_recover import all_sizes, flat, press, rejected, sizes, tick_of
from looking import open_workspace, press_keys, running, screen_text, type_text

from bounceback_tui.services.workspace import Workspace


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        yield workspace


@pytest.fixture
def episode(journal: Workspace) -> str:
    return rejected(journal, "Acme", 4)


@pytest.mark.long
@sizes
async def test_the_moment_of_a_plan_is_taken_from_its_own_words(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    async with running(journal, size) as pilot:
        await press_keys(pilot, "3", "p")
        await type_text(pilot, "If it is Tuesday 9:00, then I call")
        text = flat(await press(pilot))
        assert "= Tue 24 Nov 2026 (tomorrow), 09:00, as your plan says" in text
        await press_keys(pilot, "enter")
        tick = tick_of(journal, episode)
        assert tick
        assert (tick.due_on, tick.due_time) == (date(2026, 11, 24), time(9))
        assert "plan Tue 24 Nov 09:00 · If it is Tuesday 9:00, then I call" in flat(screen_text(pilot.app))
        text = await press(pilot, "1")
        assert "Tue 24 Nov 09:00  If it is Tuesday" in text
        await press_keys(pilot, "tab", "enter")
        assert "▸ [ ] " in await press(pilot)  # the step in Recover
        await press_keys(pilot, "space", "1")
        assert "Tue 24 Nov" not in screen_text(pilot.app)


@pytest.mark.long
@sizes
async def test_the_moment_is_typed_where_the_plan_has_none_and_can_be_taken_out(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    async with running(journal, size) as pilot:
        await press_keys(pilot, "3", "p")
        await type_text(pilot, "If I am home, I call")
        await press_keys(pilot, "tab")
        await type_text(pilot, "someday")
        assert "is not a day that is known here" in flat(await press(pilot, "enter"))
        assert tick_of(journal, episode) is None
        await press_keys(pilot, *["backspace"] * 7)
        await type_text(pilot, "friday")
        await press_keys(pilot, "enter")
        tick = tick_of(journal, episode)
        assert tick
        assert (tick.plan, tick.due_on, tick.due_time) == (
            "If I am home, I call",
            date(2026, 11, 27),
            None,
        )
        assert "2026-11-27" in await press(pilot, "p")
        await press_keys(pilot, "tab", *["backspace"] * 10, "n", "o", "enter")
        tick = tick_of(journal, episode)
        assert tick
        assert (tick.plan, tick.due_on) == ("If I am home, I call", None)
        await press_keys(pilot, "u")
        tick = tick_of(journal, episode)
        assert tick
        assert tick.due_on == date(2026, 11, 27)


@pytest.mark.long
async def test_a_draft_of_a_plan_keeps_the_day_that_was_meant(tmp_path: Path, journal: Workspace) -> None:
    episode = rejected(journal, "Acme", 4)
    async with running(journal) as pilot:
        await press_keys(pilot, "3", "p")
        await type_text(pilot, "I call")
        await press_keys(pilot, "tab")
        await type_text(pilot, "tomorrow")
        await press_keys(pilot, "escape")
    with open_workspace(tmp_path / "journal.db") as later:
        (draft,) = later.drafts.waiting()
        assert draft.content.items() >= {"text": "I call", "when": "2026-11-24"}.items()
    async with running(journal) as pilot:
        await press_keys(pilot, "3", "p", "enter")
        tick = tick_of(journal, episode)
        assert tick
        assert tick.due_on == date(2026, 11, 24)


@pytest.mark.long
@all_sizes
async def test_one_key_says_that_a_done_step_helped(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    async with running(journal, size) as pilot:
        assert "h helped?" not in await press(pilot, "3")
        await press_keys(pilot, "h")
        assert tick_of(journal, episode) is None
        assert "h helped?" in await press(pilot, "space")
        assert "· it helped" in flat(await press(pilot, "h"))
        tick = tick_of(journal, episode)
        assert tick
        assert tick.helped is True
        assert "· it did not help" in flat(await press(pilot, "h"))
        assert "help" not in flat(await press(pilot, "h")).replace("h helped?", "").split("You were")[0]
        assert "· it did not help" in flat(await press(pilot, "u"))
        assert "· it helped" in flat(await press(pilot, "u"))

"""The Recover page as somebody uses it: what is on the screen, and what the journal keeps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers_recover import (
    SMALL,
    all_sizes,
    beginning,
    flat,
    line_with,
    press,
    rejected,
    sizes,
    tick_of,
)
from looking import open_workspace, press_keys, running, screen_text

from bounceback_tui.domain.episode import StepState
from bounceback_tui.services.workspace import Workspace

DONE, OPEN, ASIDE = StepState.DONE, StepState.OPEN, StepState.NOT_FOR_ME


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        yield workspace


@pytest.fixture
def episode(journal: Workspace) -> str:
    return rejected(journal, "Acme", 4)


@all_sizes
async def test_the_top_says_what_it_is_about(journal: Workspace, episode: str, size: tuple[int, int]) -> None:
    async with running(journal, size) as pilot:
        text = await press(pilot, "3")
        assert "Acme · Data engineer · final round — four days ago" in text
        assert " of " not in line_with(pilot, "Acme · Data engineer")


@sizes
async def test_a_step_is_ticked_and_opened_again_with_one_key(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    first = beginning(journal.recovery.guide, 0)
    async with running(journal, size) as pilot:
        text = await press(pilot, "3")
        assert f"▸ [ ] {first}" in text
        assert "░░░░░░░░ 0/6" in text
        await press_keys(pilot, "space")
        assert tick_of(journal, episode).state is DONE
        assert f"▸ [x] {first}" in screen_text(pilot.app)
        assert "done Mon 23 Nov" in screen_text(pilot.app)
        assert "█░░░░░░░ 1/6" in screen_text(pilot.app)
        await press_keys(pilot, "space")
        assert tick_of(journal, episode).state is OPEN
        assert f"▸ [ ] {first}" in screen_text(pilot.app)
        assert "done Mon 23 Nov" not in screen_text(pilot.app)


@pytest.mark.long
@sizes
async def test_a_step_that_is_not_for_me_stops_counting(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    second = beginning(journal.recovery.guide, 1)
    async with running(journal, size) as pilot:
        await press_keys(pilot, "3", "down", "x")
        assert tick_of(journal, episode, 1).state is ASIDE
        assert f"▸ [–] {second}" in screen_text(pilot.app)
        assert "set aside Mon 23 Nov" in screen_text(pilot.app)
        assert " 0/5" in screen_text(pilot.app)
        await press_keys(pilot, "space")
        assert tick_of(journal, episode, 1).state is DONE
        await press_keys(pilot, "x", "x")
        assert tick_of(journal, episode, 1).state is OPEN
        assert " 0/6" in screen_text(pilot.app)


@pytest.mark.long
@sizes
async def test_undo_takes_a_tick_back_where_it_can_be_seen(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    async with running(journal, size) as pilot:
        await press_keys(pilot, "3", "j", "space", "k", "x")
        assert "[x]" in screen_text(pilot.app)
        assert "[–]" in screen_text(pilot.app)
        await press_keys(pilot, "u")
        assert tick_of(journal, episode, 0) is None
        assert "[–]" not in screen_text(pilot.app)
        assert tick_of(journal, episode, 1).state is DONE
        await press_keys(pilot, "u")
        assert journal.recovery.ticks(episode) == {}
        assert "[x]" not in screen_text(pilot.app)


@sizes
async def test_today_leads_to_the_next_open_step(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    guide = journal.recovery.guide
    for step in guide.sections[0].steps:
        journal.recovery.set_state(episode, step.id, DONE)
    journal.recovery.set_state(episode, guide.sections[1].steps[0].id, ASIDE)
    number = len(guide.sections[0].steps) + 1
    async with running(journal, size) as pilot:
        await press_keys(pilot, "enter")
        assert f"▸ [ ] {beginning(guide, number)}" in screen_text(pilot.app)
        assert guide.sections[1].title in screen_text(pilot.app)


@sizes
async def test_steps_lead_on_to_the_next_section_and_back(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    guide = journal.recovery.guide
    count = len(guide.sections[0].steps)
    async with running(journal, size) as pilot:
        await press_keys(pilot, "3")
        for number in range(len(guide.steps)):
            assert f"▸ [ ] {beginning(guide, number)}" in screen_text(pilot.app)
            await press_keys(pilot, "down")
        assert f"▸ [ ] {beginning(guide, len(guide.steps) - 1)}" in screen_text(pilot.app)
        await press_keys(pilot, "left", "left")
        assert f"▸ [ ] {beginning(guide, count)}" in screen_text(pilot.app)
        await press_keys(pilot, "up")
        assert f"▸ [ ] {beginning(guide, count - 1)}" in screen_text(pilot.app)
        await press_keys(pilot, "left", "left", "right", "left", "up", "up")
        assert f"▸ [ ] {beginning(guide, 0)}" in screen_text(pilot.app)
        await press_keys(pilot, "right", "right", "right", "right", "right")
        assert f"▸ [ ] {beginning(guide, len(guide.steps) - len(guide.sections[-1].steps))}" in screen_text(
            pilot.app
        )


@pytest.mark.long
async def test_in_a_small_window_the_step_and_its_section_are_always_in_sight(
    journal: Workspace, episode: str
) -> None:
    guide = journal.recovery.guide
    for step in guide.steps:
        journal.recovery.set_note(episode, step.id, "A long note. " * 40)
    async with running(journal, SMALL) as pilot:
        await press_keys(pilot, "3")
        for at, section in enumerate(guide.sections, start=1):
            for step in section.steps:
                assert f"▸ [ ] {step.text[:24]}" in screen_text(pilot.app)
                assert f"{at}/4 {section.title}" in screen_text(pilot.app)
                await press_keys(pilot, "down")


@all_sizes
async def test_what_the_guide_says_is_within_reach(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    guide = journal.recovery.guide

    async def everything(*keys: str) -> str:
        text = await press(pilot, *keys)
        for _ in range(6):
            text += "\n" + await press(pilot, "pagedown")
        return flat(text)

    async with running(journal, size) as pilot:
        text = await everything("3")
        assert "You were turned down, or nobody answered." in text
        assert "It is not a verdict on you" in text
        assert "You do not have to finish this list" not in text
        assert "After Cameron Collins" in text
        text = await everything("right", "right", "right")
        assert "You were turned down, or nobody answered." not in text
        assert "One step to the side there may be more" in text or "there may be more" in text
        assert "You do not have to finish this list" in text
        assert "the wording here is ours." in text
        await press_keys(pilot, "home", "up")
        assert f"▸ [ ] {guide.sections[2].steps[-1].text[:24]}" in screen_text(pilot.app)


@sizes
async def test_a_finished_section_is_noticed_quietly(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    steps = journal.recovery.guide.sections[1].steps
    async with running(journal, size) as pilot:
        await press_keys(pilot, "3", "right", "space")
        assert "whole section" not in screen_text(pilot.app)
        await press_keys(pilot, "x", "down", "x", "down", "x", "down")
        assert "whole section" not in screen_text(pilot.app)
        await press_keys(pilot, "x")
        assert "whole section" not in screen_text(pilot.app)  # nothing done is nothing to celebrate
        await press_keys(pilot, "space")
        assert "That is the whole section. Well done." in screen_text(pilot.app)
        await press_keys(pilot, "left")
        assert "whole section" not in screen_text(pilot.app)
        assert len(journal.recovery.ticks(episode)) == len(steps)


@sizes
async def test_the_last_step_of_all_is_noticed_too(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    guide = journal.recovery.guide
    for step in guide.steps[1:]:
        journal.recovery.set_state(episode, step.id, DONE)
    async with running(journal, size) as pilot:
        await press_keys(pilot, "3", "space")
        assert "That was the last step of all. You did this." in flat(screen_text(pilot.app))

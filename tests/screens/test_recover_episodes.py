"""The Recover page with several rejections, with none, and by mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers_recover import (
    all_sizes,
    beginning,
    flat,
    line_with,
    place_of,
    press,
    rejected,
    sizes,
    tick_of,
)
from looking import NOW, open_workspace, press_keys, running, screen_text, type_text

from bounceback_tui.clock import FixedClock
from bounceback_tui.domain.episode import StepState
from bounceback_tui.services.workspace import Workspace

DONE = StepState.DONE


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        yield workspace


@sizes
async def test_other_rejections_are_one_key_away_open_ones_first(
    journal: Workspace, size: tuple[int, int]
) -> None:
    closed = rejected(journal, "Closed", 2)
    rejected(journal, "Older", 9)
    rejected(journal, "Newer", 1)
    journal.recovery.set_closed(closed, True)
    async with running(journal, size) as pilot:
        await press_keys(pilot, "3")
        assert "Newer · " in screen_text(pilot.app)
        assert "yesterday" in screen_text(pilot.app)
        assert "< 1 of 3 >  open" in screen_text(pilot.app)
        await press_keys(pilot, "]")
        assert "Older · " in screen_text(pilot.app)
        assert "< 2 of 3 >  open" in screen_text(pilot.app)
        await press_keys(pilot, "]", "]")
        assert "Closed · " in screen_text(pilot.app)
        assert "< 3 of 3 >  closed" in screen_text(pilot.app)
        await press_keys(pilot, "[", "[", "[")
        assert "Newer · " in screen_text(pilot.app)


@sizes
async def test_an_episode_is_closed_and_opened_again(journal: Workspace, size: tuple[int, int]) -> None:
    older, newer = rejected(journal, "Older", 9), rejected(journal, "Newer", 1)
    async with running(journal, size) as pilot:
        await press_keys(pilot, "3", "space", "c", "enter")
        assert journal.recovery.find(newer).closed
        assert "Newer · " in screen_text(pilot.app)
        assert "< 2 of 2 >  closed" in screen_text(pilot.app)
        assert "[x]" in screen_text(pilot.app)
        pilot.app.clear_notifications()
        await press_keys(pilot)
        assert "c open again" in screen_text(pilot.app)
        await press_keys(pilot, "c")
        assert not journal.recovery.find(newer).closed
        pilot.app.clear_notifications()
        await press_keys(pilot)
        assert "c close" in screen_text(pilot.app)
        await press_keys(pilot, "u")
        assert journal.recovery.find(newer).closed
        assert "< 2 of 2 >  closed" in screen_text(pilot.app)
        pilot.app.clear_notifications()
        await press_keys(pilot, "1")
        assert "Newer" not in screen_text(pilot.app)
        await press_keys(pilot, "enter")
        assert "Older · " in screen_text(pilot.app)
        assert not journal.recovery.find(older).closed


@pytest.mark.long
@sizes
async def test_the_guide_can_be_read_before_anything_was_logged(
    journal: Workspace, size: tuple[int, int]
) -> None:
    guide = journal.recovery.guide
    async with running(journal, size) as pilot:
        text = await press(pilot, "3")
        assert "ticks begin with the first no you log: n" in text
        assert "You were turned down, or nobody answered." in text
        assert guide.steps[0].text[:24] in text
        for key in ("< >", "space tick", "x not for me", "o note", "p plan", "c close"):
            assert key not in text
        await press_keys(pilot, "space", "x", "o", "p", "c", "less_than_sign", "greater_than_sign", "[", "]")
        assert flat(screen_text(pilot.app)) == flat(text)
        await press_keys(pilot, "right")
        assert guide.sections[1].steps[0].text[:24] in screen_text(pilot.app)
        await press_keys(pilot, "n")
        await type_text(pilot, "Acme")
        await press_keys(pilot, "ctrl+s")
        assert f"▸ [ ] {beginning(guide, 0)}" in screen_text(pilot.app)
        await press_keys(pilot, "space")
        (episode,) = journal.recovery.episodes()
        assert tick_of(journal, episode.id).state is DONE


@pytest.mark.long
@sizes
async def test_everything_works_by_mouse(journal: Workspace, size: tuple[int, int]) -> None:
    acme, oak = rejected(journal, "Acme", 1), rejected(journal, "Oak", 3)
    guide = journal.recovery.guide
    async with running(journal, size) as pilot:
        await press_keys(pilot, "3")
        x, y = place_of(pilot, f"[ ] {beginning(guide, 2)}")
        await pilot.click(offset=(x + 8, y))
        assert f"▸ [ ] {beginning(guide, 2)}" in await press(pilot)
        assert journal.recovery.ticks(acme) == {}
        await pilot.click(offset=(x + 1, y))
        assert f"▸ [x] {beginning(guide, 2)}" in await press(pilot)
        assert tick_of(journal, acme, 2).state is DONE
        if size[0] < 100:
            x, y = place_of(pilot, "← →")
            await pilot.click(offset=(x + 2, y))
        else:
            await pilot.click(offset=place_of(pilot, guide.sections[1].title))
        assert f"▸ [ ] {guide.sections[1].steps[0].text[:24]}" in await press(pilot)
        x, y = place_of(pilot, "< 1 of 2 >")
        await pilot.click(offset=(x + 9, y))
        assert "Oak · " in await press(pilot)
        await pilot.click(offset=(x, y))
        assert "Acme · " in await press(pilot)
        await pilot.click(offset=place_of(pilot, "c close"))
        await press_keys(pilot, "enter")
        assert journal.recovery.find(acme).closed
        assert not journal.recovery.find(oak).closed


@all_sizes
async def test_every_action_has_its_key_at_the_foot(journal: Workspace, size: tuple[int, int]) -> None:
    rejected(journal, "Acme", 1)
    rejected(journal, "Oak", 3)
    async with running(journal, size) as pilot:
        await press_keys(pilot, "3")
        for key in (
            *("space tick", "x not for me", "o note", "p plan", "c close"),
            *("n what happened", "m mood", "w write", "u undo"),
        ):
            assert key in screen_text(pilot.app)
        assert "< 1 of 2 >" in screen_text(pilot.app)
        if size[0] < 120:  # what the page tells of itself makes room at the foot
            assert "← →" in line_with(pilot, "Look on the bright")
        else:
            assert "← → section" in screen_text(pilot.app)


async def test_a_step_of_an_older_guide_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    guide = "## Only\n\nText.\n\n- [ ] Stays {#stays}\n- [ ] Goes {#goes}\n"
    with Workspace(path, FixedClock(NOW), guide) as journal:
        episode = rejected(journal, "Acme")
        journal.recovery.set_state(episode, "stays", DONE)
        journal.recovery.set_state(episode, "goes", DONE)
    with Workspace(path, FixedClock(NOW), guide.replace("- [ ] Goes {#goes}\n", "")) as journal:
        async with running(journal) as pilot:
            await press_keys(pilot, "3")
            assert "[x] Stays" in screen_text(pilot.app)
            assert "Goes" not in screen_text(pilot.app)
            assert " 1/1" in screen_text(pilot.app)
            await press_keys(pilot, "down", "right", "up", "left")
            assert "▸ [x] Stays" in screen_text(pilot.app)
        assert set(journal.recovery.ticks(episode)) == {"stays", "goes"}

"""Closing a rejection, the offer to close it, and what helped last time, by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers_recover import HOSTILE_NOTE, SMALL, ago, all_sizes, flat, press, rejected, sizes
from looking import open_workspace, press_keys, running, screen_text, type_text

from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.episode import StepState
from bounceback_tui.domain.outcome import Closing
from bounceback_tui.services.workspace import Workspace


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        yield workspace


def back_again(journal: Workspace) -> str:
    """A rejection a week ago, a dip, and the usual mood since the day before yesterday."""
    for day in range(8, 16):
        journal.journal.check_in(Reading(6), ago(day))
    episode = rejected(journal, "Acme", 7)
    for day, mood in ((6, 2), (4, 3), (3, 6), (2, 6), (1, 6)):
        journal.journal.check_in(Reading(mood), ago(day))
    return episode


def helped(journal: Workspace, episode: str, step: str, note: str = "") -> None:
    journal.recovery.set_state(episode, step, StepState.DONE)
    journal.recovery.set_note(episode, step, note)
    journal.recovery.set_helped(episode, step, True)


@sizes
async def test_enter_alone_closes_and_words_are_welcome(journal: Workspace, size: tuple[int, int]) -> None:
    episode = rejected(journal, "Acme", 4)
    about = journal.recovery.find(episode)
    async with running(journal, size) as pilot:
        assert "Close Acme?" in await press(pilot, "3", "c")
        await press_keys(pilot, "escape")
        assert not journal.recovery.find(episode).closed
        await press_keys(pilot, "c", "enter")
        assert journal.recovery.find(episode).closed
        assert "Closed." in screen_text(pilot.app)
        await press_keys(pilot, "u", "c")
        await type_text(pilot, "Walking with Jo")
        await press_keys(pilot, "tab", "8", "enter")
        assert journal.recovery.find(episode).closed
        said = journal.recovery.closing_of(about)
        assert (said.text, said.attribution.locus) == ("Walking with Jo", 80)
        await press_keys(pilot, "u")
        assert not journal.recovery.find(episode).closed
        assert journal.recovery.closing_of(about) == Closing(episode)
        await press_keys(pilot, "U")
        assert journal.recovery.closing_of(about) == said
        assert journal.drafts.waiting() == []


@all_sizes
async def test_being_back_is_offered_kindly_and_can_be_declined(
    journal: Workspace, size: tuple[int, int]
) -> None:
    episode = back_again(journal)
    async with running(journal, size) as pilot:
        text = await press(pilot)
        assert "You have been back at your usual mood since Friday." in flat(text) or size == SMALL
        text = flat(await press(pilot, "3"))
        assert "You have been back at your usual mood since Friday. c closes this, if you agree" in text
        assert not journal.recovery.find(episode).closed
        assert "b not yet" in text
        text = await press(pilot, "b")
        assert "usual mood since" not in text
        assert "usual mood since" not in await press(pilot, "1")
        assert not journal.recovery.find(episode).closed


@all_sizes
async def test_what_helped_last_time_is_one_line_and_one_key_opens_all(
    journal: Workspace, size: tuple[int, int]
) -> None:
    old = rejected(journal, "Oak", 60)
    helped(journal, old, "ask-friend", f"Jo knew of two {HOSTILE_NOTE}")
    journal.recovery.close(Closing(old, "Walking, and sleep. " * 20))
    rejected(journal, "Acme", 4)
    async with running(journal, size) as pilot:
        assert "Last time helped: Walking" in await press(pilot)
        text = await press(pilot, "3")
        (line,) = [line for line in text.splitlines() if "Last time helped" in line]
        assert line.strip().startswith("Last time helped (l): Walking, and sleep.")
        assert "▸ [ ] " in text
        await press_keys(pilot, "l")
        text = await press(pilot, *["pagedown"] * 3)
        assert "Ask a friend in the industry" in text
        assert "Jo knew of two" in text
        assert not set(text) & set("\x1b\x07\u202e\x9b")
        await press_keys(pilot, "escape", "]")
        assert "Last time helped" not in screen_text(pilot.app)  # that one is over


@pytest.mark.long
async def test_nothing_stands_there_where_nothing_was_marked(journal: Workspace) -> None:
    old = rejected(journal, "Oak", 60)
    journal.recovery.set_state(old, "ask-friend", StepState.DONE)
    rejected(journal, "Acme", 4)
    async with running(journal) as pilot:
        for page in ("1", "3"):
            assert "Last time" not in await press(pilot, page)
        assert "l last time" not in screen_text(pilot.app)

"""Help for acute danger is found on any day, by the words that somebody would type, and over any form."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers_recover import all_sizes
from looking import NOW, flat, open_workspace, press, running, screen_text, type_text
from textual.pilot import Pilot

from bounceback_tui.clock import FixedClock
from bounceback_tui.resources import asset
from bounceback_tui.services.workspace import Workspace

AT_ONCE = ("112 in the European Union", "911 in North America", "999 in the United Kingdom")
LISTED = ("findahelpline.com", "befrienders.org")


async def find(pilot: Pilot[None], words: str) -> str:
    await press(pilot, "ctrl+p")
    await type_text(pilot, words)
    return await press(pilot)


@pytest.mark.many(4)
@pytest.mark.parametrize(
    "words", ["somebody to talk", "help", "suicide", "crisis", "emergency", "helpline", "kill", "lonely"]
)
async def test_it_is_found_by_many_words(tmp_path: Path, words: str) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            assert "Somebody to talk to" in await find(pilot, words)


@all_sizes
async def test_it_says_who_helps_at_once(tmp_path: Path, size: tuple[int, int]) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, size) as pilot:
            await find(pilot, "suicide")
            text = flat(await press(pilot, "enter"))
            text += flat(await press(pilot, "G"))
            assert "somebody in your family, your doctor" in text
            assert [one for one in (*AT_ONCE, *LISTED) if one not in text] == []
            await find(pilot, "suicide")  # once more, over itself: there is one of it
            await press(pilot, "enter")
            assert "Today" in await press(pilot, "escape")


async def test_it_is_there_in_the_middle_of_writing_and_leads_back_to_it(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await press(pilot, "w")
            await type_text(pilot, "I cannot go on")
            await find(pilot, "crisis")
            assert "999" in await press(pilot, "enter")
            assert "I cannot go on" in await press(pilot, "escape")
            await type_text(pilot, " like this")
            assert "I cannot go on like this" in screen_text(pilot.app)


@pytest.mark.parametrize(("own", "told"), [("Ring [b]Ada[/b] first.", "Ring [b]Ada[/b]"), ("", "a friend")])
async def test_ones_own_words_come_first_and_what_helps_at_once_stays(
    tmp_path: Path, own: str, told: str
) -> None:
    (tmp_path / "support.md").write_text(own, "utf-8")
    with Workspace(tmp_path / "journal.db", FixedClock(NOW), asset("guide.md"), tmp_path) as journal:
        async with running(journal) as pilot:
            await find(pilot, "somebody to talk")
            text = flat(await press(pilot, "enter"))
            assert 0 < text.index(told) < text.index("112")


def test_the_manual_names_it() -> None:
    assert [one for one in ("Somebody to talk to", *AT_ONCE, *LISTED) if one not in asset("help.md")] == []

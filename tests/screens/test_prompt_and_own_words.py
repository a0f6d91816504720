"""A study stands beside a prompt that is being chosen, and never above what somebody wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
from looking import open_workspace, press, press_keys, running, screen_text, type_text
from textual.pilot import Pilot
from textual.widgets import TextArea

STUDY = "(Kross and Ayduk 2008)"


async def to_a_distance(pilot: Pilot[None], form: str) -> None:
    """The page, with the first prompt that rests on a study."""
    await press_keys(pilot, form, *["ctrl+t"] * 5)
    page = pilot.app.screen.query_one("#text")
    page.focus()
    page.scroll_visible(animate=False)


@pytest.mark.parametrize("form", ["w", "n"])
async def test_own_words_carry_no_study(tmp_path: Path, form: str) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, size=(120, 40)) as pilot:
            await to_a_distance(pilot, form)
            assert STUDY in await press(pilot)
            await type_text(pilot, "She read it twice.")
            shown = await press(pilot)
            assert STUDY not in shown
            assert "as if you had watched" in shown
            await press_keys(pilot, "ctrl+u")
            assert STUDY in screen_text(pilot.app)


async def test_nothing_moves_at_the_first_letter(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await to_a_distance(pilot, "w")
            await press_keys(pilot)
            before = pilot.app.screen.query_one("#text", TextArea).region
            await press_keys(pilot, "S")
            assert pilot.app.screen.query_one("#text", TextArea).region == before


async def test_another_prompt_above_own_words_is_only_a_prompt(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await press_keys(pilot, "w", *"No.")
            assert "A lower mood right after writing is common." in screen_text(pilot.app)
            shown = await press(pilot, *["ctrl+t"] * 5)
            assert "as if you had watched" in shown
            assert "2008" not in shown

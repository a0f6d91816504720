"""Whoever writes where a digit or a feeling is asked for loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from looking import open_workspace, running, screen_text, type_text
from textual.pilot import Pilot

from bounceback_tui.domain.checkin import Feeling, Reading
from bounceback_tui.services.workspace import Workspace

SENTENCE = "They went with an internal candidate, four rounds for nothing"
FEELINGS = "SELECT count(*) FROM feeling"


async def to_feelings(pilot: Pilot[None]) -> None:
    """As the README has it: company, role, final round, and two digits."""
    await pilot.press("n")
    await type_text(pilot, "Acme")
    await pilot.press("tab")
    await type_text(pilot, "Data engineer")
    await pilot.press("tab", "f", "tab", "tab", "tab", "tab", "2", "3")


def kept(journal: Workspace) -> tuple[str, Reading]:
    shown = journal.journal.show("-1")
    return shown.item.entry.text, next((one.reading for one in shown.checkins), Reading())


async def test_after_two_digits_the_rest_is_room_to_write(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await to_feelings(pilot)
            await type_text(pilot, SENTENCE)
            await pilot.press("ctrl+s")
            await pilot.pause()
        assert kept(journal) == (SENTENCE, Reading(2, 3))


async def test_a_sentence_among_feelings_goes_to_the_text_and_the_focus_with_it(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await to_feelings(pilot)
            await type_text(pilot, "let down, shame 60\n")
            await type_text(pilot, SENTENCE)
            await pilot.press("tab")
            assert "That reads like what happened" in " ".join(screen_text(pilot.app).split())
            await type_text(pilot, " again.")
            await pilot.press("ctrl+s")
            await pilot.pause()
        felt = (Feeling("shame", 60), Feeling("let down", 50))  # the strongest first
        assert kept(journal) == (f"{SENTENCE} again.", Reading(2, 3, felt))


async def test_three_words_that_tell_what_happened_go_to_the_text_and_a_feeling_stays(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await to_feelings(pilot)
            await type_text(pilot, "let down 70\n")
            await type_text(pilot, "they said no\n")
            await pilot.press("ctrl+s")
            await pilot.pause()
        assert kept(journal) == ("they said no", Reading(2, 3, (Feeling("let down", 70),)))


@pytest.mark.long
async def test_letters_on_the_slider_of_a_feeling_are_written(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await to_feelings(pilot)
            await type_text(pilot, "shame\n")
            await pilot.press("tab", "7")
            await type_text(pilot, "Told me at 4.")
            await pilot.press("ctrl+s")
            await pilot.pause()
        assert kept(journal) == ("Told me at 4.", Reading(2, 3, (Feeling("shame", 70),)))


@pytest.mark.long
async def test_where_there_is_no_text_a_sentence_stays_and_is_not_made_a_feeling(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("m", "4")
            await type_text(pilot, "shame, let down\n")
            await pilot.press("tab")
            await type_text(pilot, SENTENCE)
            await pilot.press("enter")
            await pilot.pause()
            shown = " ".join(screen_text(pilot.app).split())
            assert "has room for it" in shown
            assert "They went with" in shown
            assert journal.database.row(FEELINGS) == (0,)
            await pilot.press("escape", "m")  # nor does the draft make one of it
            await pilot.pause()
            assert "They went with" in screen_text(pilot.app)
            assert len(pilot.app.screen.query("FeelingSlider")) == 2
